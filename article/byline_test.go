package article_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// authors writes authors in one line: the name, "*" if it is an organization's,
// and the role in brackets.
func authors(list []article.Author) string {
	var b strings.Builder
	for i, a := range list {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(a.Name)
		if a.Organization {
			b.WriteString("*")
		}
		if a.Role != "" {
			b.WriteString(" [" + a.Role + "]")
		}
	}
	return b.String()
}

// bylines are lines as papers print them, with their authors; "" for none.
var bylines = []struct{ in, want string }{
	// Names.
	{"Lý Thu Ngà", "Lý Thu Ngà"},
	{"LÝ THU NGÀ", "LÝ THU NGÀ"},
	{"  Lý  Thu\u00a0Ngà. ", "Lý Thu Ngà"},
	{"Thuỳ Dương", "Thuỳ Dương"},
	{"H.A", "H.A"},
	{"N.Q.H - L.V", "N.Q.H; L.V"},
	{"T.Bình", "T.Bình"},
	{"H'Loan Êban", "H'Loan Êban"},
	{"Điểu K'Rin", "Điểu K'Rin"},
	{"Ngô Thị Kim-Ánh", "Ngô Thị Kim-Ánh"},
	{"Jean-Luc Morel", "Jean-Luc Morel"},
	{"Sinéad O'Kelly", "Sinéad O'Kelly"},
	{"Ludwig van der Rijn", "Ludwig van der Rijn"},
	{"Park Ji-won", "Park Ji-won"},
	{"Theo van Gogh", "Theo van Gogh"},
	{"Bà Huyện Thanh Quan", "Bà Huyện Thanh Quan"},
	{"Trung Thị Hoa", "Trung Thị Hoa"},

	// Several names.
	{"Lý Ngà - Cao Sơn", "Lý Ngà; Cao Sơn"},
	{"Lý Ngà – Cao Sơn – Tú Mi", "Lý Ngà; Cao Sơn; Tú Mi"},
	{"Lý Ngà, Cao Sơn, Tú Mi, Hà Vi", "Lý Ngà; Cao Sơn; Tú Mi; Hà Vi"},
	{"Lý Ngà & Cao Sơn", "Lý Ngà; Cao Sơn"},
	{"K'Brửu & Hồ Hữu Ý", "K'Brửu; Hồ Hữu Ý"},
	{"H.Đ & Lâm Thị Mai", "H.Đ; Lâm Thị Mai"},
	{"Lý Ngà và Cao Sơn", "Lý Ngà; Cao Sơn"},
	{"Lý Ngà | Cao Sơn", "Lý Ngà; Cao Sơn"},
	{"Lý Ngà- Cao Sơn", "Lý Ngà; Cao Sơn"},
	{"LÝ NGÀ-CAO SƠN", "LÝ NGÀ; CAO SƠN"},
	{"Trung Thị Hoa - Lý Ngà", "Trung Thị Hoa; Lý Ngà"},
	{"Lý Ngà, Cao Sơn và CTV", "Lý Ngà; Cao Sơn; CTV*"},

	// Labels.
	{"Tin, ảnh: Lý Ngà", "Lý Ngà [Tin, ảnh]"},
	{"TIN, ẢNH: LÝ NGÀ", "LÝ NGÀ [TIN, ẢNH]"},
	{"Bài và ảnh: Lý Ngà - Cao Sơn", "Lý Ngà [Bài và ảnh]; Cao Sơn [Bài và ảnh]"},
	{"Thực hiện: Lý Ngà", "Lý Ngà [Thực hiện]"},
	{"Tác giả: Lý Ngà", "Lý Ngà [Tác giả]"},
	{"Ảnh: Lý Ngà", "Lý Ngà [Ảnh]"},
	{"Bài: Lý Ngà - Ảnh: Cao Sơn", "Lý Ngà [Bài]; Cao Sơn [Ảnh]"},
	{"Bài: Lý Ngà; ảnh: Cao Sơn", "Lý Ngà [Bài]; Cao Sơn [ảnh]"},
	{"Nội dung: Lý Ngà. Thiết kế: Cao Sơn, Tú Mi", "Lý Ngà [Nội dung]; Cao Sơn [Thiết kế]; Tú Mi [Thiết kế]"},
	{"Lý Ngà – Ảnh: Cao Sơn", "Lý Ngà; Cao Sơn [Ảnh]"},
	{"Lý Ngà (Video: Cao Sơn)", "Lý Ngà; Cao Sơn [Video]"},

	// Roles and titles.
	{"Lý Ngà (tổng hợp)", "Lý Ngà [tổng hợp]"},
	{"Lý Ngà (t/h)", "Lý Ngà [t/h]"},
	{"Lý Ngà - Cao Sơn (lược dịch)", "Lý Ngà [lược dịch]; Cao Sơn [lược dịch]"},
	{"Lý Ngà lược dịch", "Lý Ngà [lược dịch]"},
	{"Lý Ngà ghi", "Lý Ngà [ghi]"},
	{"Lý Ngà (Bến Tre)", "Lý Ngà [Bến Tre]"},
	{"Lý Ngà (từ Berlin)", "Lý Ngà [từ Berlin]"},
	{"Lý Ngà (P/v TTXVN tại Berlin)", "Lý Ngà [P/v TTXVN tại Berlin]"},
	{"PV Lý Ngà", "Lý Ngà [PV]"},
	{"CTV Lý Ngà - PV Cao Sơn", "Lý Ngà [CTV]; Cao Sơn [PV]"},
	{"ThS. Lý Ngà", "Lý Ngà [ThS.]"},
	{"PGS.TS Lý Ngà", "Lý Ngà [PGS.TS]"},
	{"PGS, TS Lý Ngà", "Lý Ngà [PGS, TS]"},
	{"Thạc sĩ, bác sĩ Lý Ngà", "Lý Ngà [Thạc sĩ, bác sĩ]"},
	{"Đại tá, PGS. TS. Lý Ngà", "Lý Ngà [Đại tá, PGS. TS.]"},
	{"Tin: PV Lý Ngà", "Lý Ngà [Tin, PV]"},

	// Agencies and desks.
	{"Lý Ngà/TTXVN", "Lý Ngà; TTXVN*"},
	{"Lý Ngà-TTXVN", "Lý Ngà; TTXVN*"},
	{"Lý Ngà (Báo Ấp Bắc)", "Lý Ngà; Báo Ấp Bắc*"},
	{"Lý Ngà - Báo Ấp Bắc", "Lý Ngà; Báo Ấp Bắc*"},
	{"Lý Ngà/Báo Bà Rịa - Vũng Tàu", "Lý Ngà; Báo Bà Rịa - Vũng Tàu*"},
	{"Lý Ngà (theo AFP, Reuters)", "Lý Ngà; AFP, Reuters*"},
	{"Lý Ngà, theo Reuters", "Lý Ngà; Reuters*"},
	{"Tin, ảnh: Lý Ngà, Cao Sơn/TTXVN", "Lý Ngà [Tin, ảnh]; Cao Sơn [Tin, ảnh]; TTXVN*"},
	{"Lý Ngà/Bnews/vnanet.vn", "Lý Ngà; Bnews, vnanet.vn*"},
	{"Lý Ngà/VOV-Berlin", "Lý Ngà; VOV-Berlin*"},
	{"Lý Ngà/VOV (biên dịch)", "Lý Ngà [biên dịch]; VOV*"},
	{"PV", "PV*"},
	{"Ban Biên tập", "Ban Biên tập*"},
	{"Nhóm phóng viên", "Nhóm phóng viên*"},
	{"Lý Ngà - Nhóm phóng viên", "Lý Ngà; Nhóm phóng viên*"},
	{"Nhóm PV Nông thôn", "Nhóm PV Nông thôn*"},
	{"PV TTXVN tại Berlin", "PV TTXVN tại Berlin*"},

	// None: what is no name, or is one that must not be two.
	{"", ""},
	{"lý thu ngà", ""},
	{"Bà Lý Thu Ngà nói nước đã rút.", ""},
	{"Lý Thu Ngà: \"Nước đã rút\"", ""},
	{"12/8/2026", ""},
	{"Thứ Hai", ""},
	{"Hôm Qua", ""},
	{"Xem Thêm", ""},
	{"Bình Luận", ""},
	{"Ảnh", ""},
	{"Tin, ảnh:", ""},
	{"https://example.vn/ly-nga", ""},
	{"lynga@example.vn", ""},
	{"Số 12 phố Huế, Hà Nội", ""},
	{"0912 345 678", ""},
	{"Hà Nội", ""},
	{"Huế - Đà Nẵng", ""},
	{"Huế, Đà Nẵng", ""},
	{"Sóc Trăng, Bạc Liêu", ""},
	{"Lý Ngà/Bà Rịa - Vũng Tàu", ""},
	{"Lý Ngà/Bà Rịa – Vũng Tàu", ""},
	{"TP.HCM", ""},
	{"TTXVN", ""},
	{"Theo TTXVN", ""},
	{"Theo Lý Ngà", ""},
	{"(TTXVN/Vietnam+)", ""},
	{"Báo Bà Rịa - Vũng Tàu", ""},
	{"Procter & Gamble", ""},
	{"AT&T", ""},
	{"Lý Ngà (ảnh nhỏ)", ""},
	{"Tin: Lý Ngà; ảnh: Hà An; clip: Cao Sơn; kỹ thuật: Tú Mi", "Lý Ngà [Tin]; Hà An [ảnh]; Cao Sơn [clip]; Tú Mi [kỹ thuật]"},
	{"Tin: A, tin: B, tin: C, tin: D, tin: E, tin: G", ""},
	{"Cao Sơn: Lý Ngà", ""},
	{"Tổng Biên tập: Lý Ngà", ""},
	{"Lý Ngà, 14:30", ""},
	{"Lý Ngà (theo báo: TTXVN)", ""},
	{strings.Repeat("Lý Ngà, ", 20) + "Cao Sơn", ""},
}

func TestParseByline(t *testing.T) {
	for _, tt := range bylines {
		got, ok := article.ParseByline(tt.in)
		if authors(got) != tt.want || ok != (tt.want != "") {
			t.Errorf("ParseByline(%q) = %q, %t; want %q", tt.in, authors(got), ok, tt.want)
		}
	}
}

// wholeNames are names that hold what stands between names, before them or
// inside their labels.
var wholeNames = []string{"Procter & Gamble", "Báo Bà Rịa - Vũng Tàu", "Bà Huyện Thanh Quan", "Theo van Gogh", "Trung Thị Hoa", "AT&T"}

// TestNamesStayWhole checks that a name which is given as an author stays one,
// byte for byte, and that no reader of printed names makes two of it.
func TestNamesStayWhole(t *testing.T) {
	for _, name := range wholeNames {
		a := &article.Article{Title: "Con đường mới ra bến đò", Byline: []article.Author{{Name: name}}, Body: article.Blocks{para(strings.TrimSpace(before)), para(strings.TrimSpace(after))}}
		want := a.Clone()
		new(article.Parser).Refine(a)
		if diff := cmp.Diff(want, a); diff != "" {
			t.Errorf("%s: refined (-want +got):\n%s", name, diff)
		}
		doc, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		back := new(article.Article)
		if err := back.UnmarshalJSON(doc); err != nil || len(back.Byline) != 1 || back.Byline[0].Name != name {
			t.Errorf("%s: JSON has the authors %v, %v", name, back.Byline, err)
		}
		checkRendered(t, back, name)

		if list, _ := article.ParseByline(name); len(list) > 1 || len(list) == 1 && list[0].Name != name {
			t.Errorf("ParseByline(%q) = %q", name, authors(list))
		}
		for _, end := range []string{name, "Tin, ảnh: " + name, "Lý Ngà/" + name} {
			a, _ := article.Parse("Con đường mới ra bến đò\n\n" + before + "\n\n" + after + "\n\n" + end + "\n")
			for _, author := range a.Byline {
				if author.Name != name && author.Name != "Lý Ngà" {
					t.Errorf("%q: the author %q", end, author.Name)
				}
			}
			if a.Source != "" && a.Source != name {
				t.Errorf("%q: the source %q", end, a.Source)
			}
		}
	}
}

// checkRendered checks that the metadata of a page have one author, the name.
func checkRendered(t *testing.T, a *article.Article, name string) {
	t.Helper()
	var ld, page bytes.Buffer
	if err := render.JSONLD(&ld, a, nil); err != nil {
		t.Fatal(err)
	}
	quoted := strings.ReplaceAll(name, "&", `\u0026`)
	if !strings.Contains(ld.String(), `"name":"`+quoted+`"`) && !strings.Contains(ld.String(), `"name":"`+name+`"`) || strings.Count(ld.String(), `"Person"`) != 1 {
		t.Errorf("%s: JSON-LD has not the one author: %s", name, ld.String())
	}
	if err := render.Page(&page, a, nil); err != nil {
		t.Fatal(err)
	}
	if want := `property="article:author" content="` + strings.ReplaceAll(name, "&", "&amp;") + `"`; strings.Count(page.String(), "article:author") != 1 || !strings.Contains(page.String(), want) {
		t.Errorf("%s: the page has not %s:\n%s", name, want, page.String())
	}
}

// FuzzByline checks that the result says whether there are authors, that each
// has a name in valid UTF-8 without the sign of a label, that an agency comes
// last, and that a name alone is read as itself, if as anything.
func FuzzByline(f *testing.F) {
	for _, tt := range bylines {
		f.Add(tt.in)
	}
	for _, name := range wholeNames {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, s string) {
		list, ok := article.ParseByline(s)
		if ok != (len(list) > 0) {
			t.Fatalf("ParseByline(%q) = %q, %t", s, authors(list), ok)
		}
		for _, a := range list {
			if a.Name == "" || strings.TrimSpace(a.Name) != a.Name || !utf8.ValidString(a.Name) || strings.ContainsAny(a.Name, ":：") {
				t.Errorf("ParseByline(%q): the name %q", s, a.Name)
			}
			if !utf8.ValidString(a.Role) {
				t.Errorf("ParseByline(%q): the role %q", s, a.Role)
			}
			alone, ok := article.ParseByline(a.Name)
			if ok && !a.Organization && authors(alone) != a.Name {
				t.Errorf("ParseByline(%q): the name %q alone is %q", s, a.Name, authors(alone))
			}
		}
	})
}
