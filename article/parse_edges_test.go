package article_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// said writes what an article says, a line each: its fields, body and links,
// and what was dropped.
func said(a *article.Article, notes []article.Note) string {
	var b strings.Builder
	field := func(name, s string) {
		if s != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, short(s))
		}
	}
	field("section", a.Section)
	field("title", a.Title)
	field("lead", a.Lead.PlainText())
	field("by", authors(a.Byline))
	field("source", a.Source)
	b.WriteString(outline(a.Body))
	for _, r := range a.Related {
		b.WriteString("tail " + outline(article.Blocks{r}))
	}
	for _, n := range notes {
		if n.Dropped {
			fmt.Fprintf(&b, "dropped: %s %s\n", n.Rule, short(n.Text))
		}
	}
	return b.String()
}

// TestParseEdges takes pages that are just on one side of what a rule asks for.
func TestParseEdges(t *testing.T) {
	const road = "Con đường mới ra bến đò"
	text := before + "\n\n" + after
	clause := strings.TrimRight(before, ". ")
	more := strings.Repeat("Sang năm, ấp làm tiếp đoạn cuối từ miếu Ông Tà ra tới vàm, chừng bảy trăm mét. ", 3)
	tests := []struct{ name, page, want, not string }{
		{"too long for a section", "Chuyện kể bên bến đò Cửa Tiền\n\nCon đường mới dài hai cây số ra bến đò\n\n9/7/2026\n\n" + text, "title: Chuyện kể bên bến đò Cửa Tiền", "section"},
		{"a section is shorter than its title", "Chuyện bến đò cũ\n\nMùa khô\n\n9/7/2026\n\n" + text, "title: Chuyện bến đò cũ", "section"},
		{"a section and its title", "Chuyện bến đò\n\nCon đường mới dài hai cây số\n\n9/7/2026\n\n" + text, "section: Chuyện bến đò", "title: Chuyện"},
		{"a long title", strings.TrimSpace(strings.Repeat("đường ra bến ", 52)) + "\n\n" + text, "title: đường ra bến", ""},
		{"a title too long", strings.TrimSpace(strings.Repeat("đường ra bến ", 54)) + "\n\n" + text, "", "title"},
		{"a caption is no title if a section can be", "Thời sự\n\nBà con ra bến đò. Ảnh: Lý Thu Ngà\n\n" + text, "title: Thời sự", "section"},
		{"a caption above the title", "Bà con ra bến đò. Ảnh: Lý Thu Ngà\n\n" + road + "\n\n" + text, "title: " + road, ""},

		{"a joined clause too long for a caption", road + "\n" + clause + "\n\n" + after + "\n\n" + more, "p: " + short(clause), "lead"},
		{"a joined sentence", road + "\nBà con góp công đắp lại con đường cũ.\n\n" + text, "lead: Bà con góp công", "fig"},
		{"the lead comes again", road + "\n\nBà con góp công đắp lại con đường dẫn ra bến đò cũ.\n\n" + after + "\n\nBà con góp công đắp lại con đường dẫn ra bến đò cũ.\n\n" + after, "lead: Bà con", "p: Bà con"},
		{"an abbreviation is no tag", road + "\n\nUBND - Xã đã nhận bàn giao con đường dài hai cây số từ sáng nay.\n\n" + text, "p: UBND - Xã", "source"},
		{"a hyphen ends no tag", road + "\n\nSEAG-33 khai mạc sáng nay bên con đường mới dài hai cây số.\n\n" + text, "p: SEAG-33", "source"},

		{"too long for a crosshead", road + "\n\n" + text + "\n\nNgười trong ấp kể lại chuyện ba đời góp công góp của làm đường mà không xong\n\n" + more, "p: Người trong ấp kể", "h:"},
		{"answers between questions", road + "\n\n" + text + "\n\n- Tôi ra bến đò.\n\n- Tôi đi một mình.\n\n- Tôi đi bộ.\n\n- Sao không đi xe?\n\n" + more, "p: - Tôi ra bến đò.", "list"},
		{"one credit twice", road + "\n\n" + text + "\n\nẢnh: Lý Thu Ngà\n\nẢnh: Lý Thu Ngà\n\n" + more, "fig:  | Ảnh: Lý Thu Ngà\nfig:  | Ảnh: Lý Thu Ngà", "fig: Ảnh"},
		{"a credit below an alternative text", road + "\n\n" + text + "\n\n" + road + " ảnh 1 Bà con ra bến đò\n\n" + "Ảnh: Lý Thu Ngà\n\n" + more, "fig: Bà con ra bến đò | Ảnh: Lý Thu Ngà", ""},
		{"a caption again without its credit", road + "\n\n" + text + "\n\nBà con trong ấp ra bến đò. Ảnh: Lý Thu Ngà\n\n" + after + "\n\nBà con trong ấp ra bến đò.\n\n" + before, "fig: Bà con trong ấp ra bến đò. | Ảnh: Lý Thu Ngà", "p: Bà con trong ấp ra bến đò."},

		{"the credit of the last picture", road + "\n\n" + text + "\n\nBà con ra bến đò sáng nay\n\nẢnh: Lý Thu Ngà", "fig: Bà con ra bến đò sáng nay | Ảnh: Lý Thu Ngà", "by:"},
		{"an author again with a role", road + "\n\nLý Thu Ngà\n\n9/7/2026\n\n" + text + "\n\nTin, ảnh: Lý Thu Ngà", "dropped: byline Tin, ảnh: Lý Thu Ngà", "["},

		{"the end of a range", road + "\n\n" + text + "\n\nTin liên quan\n\nHội chợ 20/11/2026 - 25/11/2026", "   Hội chợ 20/11/2026 - 25/11/2026", ""},
		{"the date of a link", road + "\n\n9/7/2026\n\n" + text + "\n\nTin liên quan\n\nTrận lũ lịch sử (15/6/2026)", "   Trận lũ lịch sử\n", ""},
		{"a day long ago", road + "\n\n9/7/2026\n\n" + text + "\n\nTin liên quan\n\nTrận lũ lịch sử (15/10/2020)", "   Trận lũ lịch sử (15/10/2020)", ""},
		{"a copyright among links", road + "\n\n" + text + "\n\nTin liên quan\n\nBến cũ\n\n© 2026 Bến nước\n\nĐò mới\n\nĐọc nhiều\n\nLũ về", "   Bến cũ\n   Đò mới\n", "dropped: footer-legal Đò"},
		{"a label that is a copyright", road + "\n\n" + text + "\n\nTin liên quan\n\nBến cũ\n\n® Ghi rõ nguồn khi phát hành lại thông tin\n\nĐò mới\n\nĐọc nhiều\n\nLũ về", "   Bến cũ\n   Đò mới\n", "dropped: footer-legal Đò"},
		{"a copyright below the links", road + "\n\n" + text + "\n\nTin liên quan\n\nBến cũ\n\n© 2026 Bến nước\n\nĐò mới", "dropped: footer-legal Đò mới", ""},
		{"tabs over comments", road + "\n\n" + text + "\n\nBình luận\n\nMới nhất\n\nQuan tâm nhất\n\nĐường đẹp quá", "dropped: comments Đường đẹp quá", "links"},
		{"a word of footers", road + "\n\n" + text + "\n\nTin liên quan\n\nĐiện thoại 5G về bản Sín Chải", "   Điện thoại 5G về bản Sín Chải", "footer"},
		{"a dated link with a telephone number", road + "\n\n" + text + "\n\nTin liên quan\n\nĐường dây nóng 19001234 tắc nghẽn (20/11/2026)", "   Đường dây nóng 19001234 tắc nghẽn", "footer"},

		{"two tags of HTML", "<p>" + road + "</p>", "title: <p>" + road, ""},
	}
	for _, tt := range tests {
		a, notes := article.Parse(tt.page)
		if got := said(a, notes); !strings.Contains(got, tt.want) || tt.not != "" && strings.Contains(got, tt.not) {
			t.Errorf("%s: want %q and not %q in\n%s", tt.name, tt.want, tt.not, got)
		}
	}
}

// TestParseBoxLines checks how many lines belong to the label of a box.
func TestParseBoxLines(t *testing.T) {
	var page strings.Builder
	page.WriteString("Con đường mới ra bến đò\n\n" + before + "\n\nThông tin thêm")
	for i := range 12 {
		fmt.Fprintf(&page, "\n\nCống thứ %d dài bốn mét.", i+1)
	}
	a, _ := article.Parse(page.String() + "\n\n" + after)
	if box, ok := a.Body[1].(*article.Box); !ok || len(box.Body) != 10 {
		t.Errorf("no box of ten lines:\n%s", outline(a.Body))
	}
}

// TestParseMarkup checks how many tags make a text the source of a page.
func TestParseMarkup(t *testing.T) {
	for text, want := range map[string]bool{"<p>Bến đò": false, "<p>Bến đò</p>": true, "a < b và c > d": false, "<bến> đò <cũ>": false} {
		_, notes := article.Parse(text)
		if got := slices.ContainsFunc(notes, func(n article.Note) bool { return n.Rule == article.RuleHTML }); got != want {
			t.Errorf("%q: a note on HTML: %t, want %t", text, got, want)
		}
	}
}

// TestRefineSource checks that no line adds to a source that was given.
func TestRefineSource(t *testing.T) {
	for _, in := range []string{"(AFP) - Con đường dài hai cây số nối ấp với bến đò đã xong.", "Lý Thu Ngà/AFP", "Theo AFP"} {
		a := &article.Article{Title: "Con đường mới ra bến đò", Source: "TTXVN", Body: article.Blocks{para(in), para(before), para(after), para(in)}}
		new(article.Parser).Refine(a)
		if a.Source != "TTXVN" {
			t.Errorf("%q: the source is %q", in, a.Source)
		}
	}
}

// TestParseDashedCredits checks that a credit behind a dash is one, and that no
// figure is made of a label behind another.
func TestParseDashedCredits(t *testing.T) {
	for line, want := range map[string]string{
		"–Ảnh: Lê Vy":          "fig:  | Ảnh: Lê Vy\n",
		"– Ảnh:\n\nLê Vy":      "fig:  | Ảnh: Lê Vy\n",
		"–Ảnh: Lê Vy Từ khóa:": "p: –Ảnh: Lê Vy Từ khóa:\n",
	} {
		a, _ := article.Parse("Con đường mới ra bến đò\n\n" + before + "\n\n" + after + "\n\n" + line + "\n\n" + before + "Ai cũng mừng.")
		want := "p: " + short(before) + "\np: " + short(after) + "\n" + want + "p: " + short(before) + "\n"
		if got := outline(a.Body); got != want {
			t.Errorf("%q:\n%swant\n%s", line, got, want)
		}
		if err := a.Validate(); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	}
}

// TestParseNameAboveLead checks that a name above a lead with its tag is the
// author.
func TestParseNameAboveLead(t *testing.T) {
	a, _ := article.Parse("Con đường mới ra bến đò\n\nLý Thu Ngà\n\n(Dân trí) - " + before + "\n\n3/9/2026\n\n" + after)
	if len(a.Byline) != 1 || a.Source != "Dân trí" || a.Published.IsZero() {
		t.Errorf("by %v, source %q, at %v, want one author, the tag and the date", a.Byline, a.Source, a.Published)
	}
}

// TestParseNameAboveCount checks that what goes does not stand between the
// name of an author and the date.
func TestParseNameAboveCount(t *testing.T) {
	a, _ := article.Parse("Con đường mới ra bến đò\n\nLý Thu Ngà\n\n24 lượt xem\n\n3/9/2026 11:03\n\n" + before + "\n\n" + after)
	if len(a.Byline) != 1 || a.Published.IsZero() {
		t.Errorf("by %v at %v, want one author and the date", a.Byline, a.Published)
	}
}
