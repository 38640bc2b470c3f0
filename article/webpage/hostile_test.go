package webpage_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
	"github.com/toasoan/toasoan/internal/lineartest"
	"golang.org/x/net/html"
)

const (
	story = "<h1>Bến đò cũ mở lại sau mười năm vắng khách</h1>" +
		"<p>Chuyến đò đầu tiên rời bến lúc năm giờ sáng, chở theo mười hai người đi chợ và ba chiếc xe đạp buộc sau mui.</p>" +
		"<p>Bà Lê Thị Sáu, sáu mươi tuổi, nói từ ngày bến đóng cửa bà phải đi vòng gần hai mươi cây số mới sang được bờ bên kia.</p>" +
		"<p>Xã sẽ cho đò chạy mỗi ngày bốn chuyến, giá vé năm nghìn đồng, người già và học sinh không phải trả tiền.</p>"
	other = "<h1>Chợ hoa bến sông họp sớm hơn mọi năm</h1><p>Hoa về bến từ đầu tháng Chạp, nhiều nhất là cúc mâm xôi và vạn thọ của các nhà vườn Cái Mơn.</p>"
)

// hostile are pages that are broken, or want to break a parser.
var hostile = []struct {
	name, page string
	title      string // wanted; "" is no article
}{
	{"empty", "", ""},
	{"no markup", "chỉ là một dòng chữ", ""},
	{"only a frame", "<nav><a href=/a>Thời sự</a></nav><footer>Bản quyền</footer>", ""},
	{"only scripts", "<script>document.write('<p>" + strings.Repeat("chữ ", 100) + "</p>')</script>", ""},
	{"story", story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"unclosed blocks", "<div><div><section>" + strings.ReplaceAll(story, "</p>", ""), "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"scripts in every place", "<p><script>var a='<h1>x</h1>'</script></p>" + strings.ReplaceAll(story, "<p>", "<p><script>1<2</script>") + "<style>p{}</style>", "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"deep blocks", strings.Repeat("<div>", 3000) + story + strings.Repeat("</div>", 3000), "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"deep fonts", strings.Repeat("<font size=1>", 3000) + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"fonts of every kind", fonts(300) + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"end tags", strings.Repeat("</div></p></b>", 3000) + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"two articles", "<article>" + story + "</article><article>" + other + "</article>", "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"two articles, the second longer", "<div class=a>" + story + "</div><div class=a>" + other + strings.Repeat(other[strings.Index(other, "<p>"):], 9) + "</div>", "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"hidden story", "<div style='display:none'>" + other + "</div>" + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"metadata that lies", "<head><title>Trang chủ</title><meta property=og:title content='Khuyến mãi lớn'><meta property=og:description content='Mua ngay'><meta name=author content='Quản trị'><meta property=article:published_time content='2001-01-01'><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":[[[{}]]],\"author\":7}</script></head>" + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"JSON-LD that is none", "<script type=application/ld+json>{\"@type\":\"Article\",</script><script type=application/ld+json>" + strings.Repeat("[", 5000) + "\"Article\"</script>" + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"addresses", "<base href='javascript:alert(1)'><link rel=canonical href='data:text/html,x'>" + story + "<p>Đọc thêm <a href='javascript:alert(1)'>ở đây</a>, <a href='  JaVaScRiPt:x'>và đây</a> để biết lịch chạy của các chuyến đò trong tuần.</p>", "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"a table in a table", strings.Repeat("<table><tr><td>", 200) + story + strings.Repeat("</td></tr></table>", 200), "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"NUL and controls", strings.ReplaceAll(story, " ", " \x00\x01\u202e"), "Bến"},
	{"plaintext", story + "<plaintext>" + other, "Bến đò cũ mở lại sau mười năm vắng khách"},
	{"frames", "<frameset><frame src=a></frameset>" + story, ""},
	{"select", "<select><option>" + story, ""},
	{"svg", "<svg><title>x</title><p>" + story, "Bến đò cũ mở lại sau mười năm vắng khách"},
}

// fonts returns n elements of formatting, no two alike, that nobody closes.
func fonts(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("<font color=\"#" + strings.Repeat("a", i%50) + "\"><b><p>")
	}
	return b.String()
}

// TestHostile reads pages that are broken.
func TestHostile(t *testing.T) {
	base, _ := url.Parse("https://example.vn/tin/1.html")
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) {
			checkLaws(t, new(webpage.Parser), []byte(tt.page), base)
			a, _, err := webpage.Parse([]byte(tt.page), base)
			switch {
			case tt.title == "" && !errors.Is(err, webpage.ErrNoArticle):
				t.Errorf("error %v, want %v", err, webpage.ErrNoArticle)
			case tt.title != "" && err != nil:
				t.Error(err)
			case tt.title != "" && !strings.HasPrefix(a.Title, tt.title):
				t.Errorf("title %q, want %q", a.Title, tt.title)
			}
			if err == nil && tt.name != "plaintext" && strings.Contains(a.PlainText(), "cúc mâm xôi") {
				t.Errorf("the text of another story is left:\n%s", indented(t, a))
			}
			if err == nil && strings.Contains(strings.ToLower(indented(t, a)), "javascript") {
				t.Errorf("an address that is none is left:\n%s", indented(t, a))
			}
		})
	}
}

// TestTooLarge refuses a page beyond the limit without reading it.
func TestTooLarge(t *testing.T) {
	for _, tt := range []struct {
		limit, size int
		want        error
	}{
		{0, 8 << 20, webpage.ErrNoArticle},
		{0, 8<<20 + 1, article.ErrTooLarge},
		{0, 100 << 20, article.ErrTooLarge},
		{10, 11, article.ErrTooLarge},
		{10, 10, webpage.ErrNoArticle},
		{9 << 20, 8<<20 + 1, webpage.ErrNoArticle},
	} {
		p := webpage.Parser{MaxBytes: tt.limit}
		a, notes, err := p.Parse(make([]byte, tt.size), nil)
		if a != nil || notes != nil || !errors.Is(err, tt.want) {
			t.Errorf("a page of %d bytes, limit %d: error %v, want %v", tt.size, tt.limit, err, tt.want)
		}
	}
}

// TestLimits reads pages that would give articles beyond the limits of the
// model.
func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("pages of megabytes")
	}
	const n = 120_000
	for name, page := range map[string]string{
		"paragraphs": story + strings.Repeat("<p>Một dòng.", n),
		"items":      story + "<ul>" + strings.Repeat("<li>Một dòng.", n),
		"cells":      story + "<table>" + strings.Repeat("<tr><td>1<td>2", n/2),
		"links":      story + "<ul>" + strings.Repeat("<li><a href=/x>Một tựa đủ dài</a>", n),
		"images":     story + strings.Repeat("<img src=/a.jpg>", n),
		"breaks":     story + "<p>" + strings.Repeat("a<br>", n),
		"quotes":     story + "<p>" + strings.Repeat("&lt;\"", 1<<20),
		"marks":      story + "<p>" + strings.Repeat("<b>a</b> ", n),
	} {
		a, _, err := webpage.Parse([]byte("<article itemprop=articleBody>"+page+"</article>"), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := validate(a); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestNodes reads trees that a program made: no document, an element, nothing,
// and one deeper than any that the parser of HTML makes.
func TestNodes(t *testing.T) {
	if _, _, err := new(webpage.Parser).ParseNode(nil, nil); !errors.Is(err, webpage.ErrNoArticle) {
		t.Errorf("no tree: %v", err)
	}
	if _, _, err := new(webpage.Parser).ParseNode(new(html.Node), nil); !errors.Is(err, webpage.ErrNoArticle) {
		t.Errorf("the zero node: %v", err)
	}
	doc, err := html.Parse(strings.NewReader(story))
	if err != nil {
		t.Fatal(err)
	}
	top := doc
	for range 100_000 {
		up := &html.Node{Type: html.ElementNode, Data: "div"}
		up.AppendChild(top)
		top = up
	}
	a, _, err := new(webpage.Parser).ParseNode(top, nil)
	if err != nil || !strings.HasPrefix(a.Title, "Bến đò cũ") || len(a.Body) != 3 {
		t.Errorf("a deep tree: %v, %v", a, err)
	}
}

// TestLinear reads pages of one kind of element, of two sizes.
func TestLinear(t *testing.T) {
	for _, tt := range []struct {
		name, unit string
		n          int // of units in the smaller page
	}{
		{"text", "chữ và chữ, rồi lại chữ. ", 1500},
		{"paragraphs", "<p>Một đoạn văn vừa đủ dài để được coi là một đoạn văn của bài báo này.</p>", 1500},
		{"headings", "<h2>Một cái tựa nhỏ</h2>", 1500},
		{"labels", "<div>Tin liên quan</div><a href=/x>một cái tựa đủ dài để là một tựa</a>", 1500},
		{"dates", "<span class=date>17:42 4/6/2018</span><i class=author>Minh Anh</i>", 1500},
		{"figures", "<figure><img src=/a.jpg><figcaption>Chú thích. Ảnh: Lê Vy</figcaption></figure>", 1500},
		{"tables", "<table><tr><td>một<td>hai<tr><td>ba</table>", 900},
		{"open elements", "<div class=content><b><i>", 3000},
		{"names", "<div class='title sapo author date content-detail fck_detail caption related'></div>", 1500},
		{"metadata", "<meta property=og:title content='một hai ba bốn năm'><meta name=author content=ai>", 1500},
	} {
		lineartest.Check(t, tt.name, tt.n, func(n int) func() {
			page := []byte("<body>" + story + strings.Repeat(tt.unit, n))
			return func() {
				if _, _, err := webpage.Parse(page, nil); err != nil && !errors.Is(err, webpage.ErrNoArticle) {
					t.Error(err)
				}
			}
		})
	}
}
