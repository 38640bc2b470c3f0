package webpage_test

import (
	"bytes"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article/webpage"
)

// FuzzParse reads any bytes.
func FuzzParse(f *testing.F) {
	names, err := filepath.Glob("testdata/pages/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page)
	}
	for _, tt := range hostile {
		if len(tt.page) < 4<<10 { // a large one only takes time
			f.Add([]byte(tt.page))
		}
	}
	base, _ := url.Parse("https://example.vn/tin/1.html")
	f.Fuzz(func(t *testing.T, page []byte) {
		checkLaws(t, new(webpage.Parser), page, base)
		checkLaws(t, &webpage.Parser{Sites: []webpage.Site{{Body: "a content", Drop: "b", Title: "c"}}, MaxBytes: 1 << 16}, page, nil)
	})
}

// FuzzGrammar reads pages that the fuzzer composes of elements, each byte of
// the input a choice.
func FuzzGrammar(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f"))
	f.Add(bytes.Repeat([]byte("\x11\x07\x2a"), 40))
	f.Add([]byte("tiêu đề, ảnh, chú thích, bảng, danh sách, trích dẫn, hộp, liên kết"))
	base, _ := url.Parse("https://example.vn/tin/1.html")
	f.Fuzz(func(t *testing.T, choices []byte) {
		c := composer{choices: choices}
		c.page()
		checkLaws(t, new(webpage.Parser), []byte(c.out.String()), base)
	})
}

// TestGrammar reads the first pages that the grammar makes.
func TestGrammar(t *testing.T) {
	base, _ := url.Parse("https://example.vn/tin/1.html")
	seed := uint32(1)
	for range 300 {
		choices := make([]byte, 120)
		for i := range choices {
			seed = seed*1664525 + 1013904223
			choices[i] = byte(seed >> 24)
		}
		c := composer{choices: choices}
		c.page()
		checkLaws(t, new(webpage.Parser), []byte(c.out.String()), base)
	}
}

// A composer writes a page by the choices of a fuzzer; without more choices it
// comes to an end.
type composer struct {
	choices []byte
	out     strings.Builder
	depth   int
}

func (c *composer) choose(n int) int {
	if len(c.choices) == 0 {
		return 0
	}
	k := int(c.choices[0]) % n
	c.choices = c.choices[1:]
	return k
}

func (c *composer) one(list []string) string { return list[c.choose(len(list))] }

var (
	sentences = []string{
		"Sáng nay, cây cầu mới bắc qua sông Hậu thông xe sau ba năm thi công, rút ngắn đường đi của bà con hai bờ gần mười cây số.",
		"Ông Nguyễn Văn Bình cho biết mỗi ngày có khoảng hai nghìn lượt xe qua lại, nhiều nhất là vào giờ tan trường.",
		"Chợ đông từ lúc trời chưa sáng, người bán kẻ mua nói cười rộn một góc bến sông.",
	}
	shorts = []string{
		"Minh Anh", "Theo TTXVN", "Ảnh: Lê Vy", "Xem thêm", "Tin liên quan", "17:42 Ngày 04/06/2018", "Quảng cáo", "Chia sẻ",
		"Thời sự", "(Ảnh: TTXVN)", "Hà An (tổng hợp)", "*", "…", "1.", "Từ khóa:", "Bình luận (3)", "Cập nhật: 05/06/2018 07:10",
	}
	names = []string{
		"", "title", "sapo", "author", "date", "content-detail", "fck_detail", "caption", "box-related", "tags", "comment-list",
		"ads", "social-share", "breadcrumb", "gallery", "infobox", "quote", "hidden", "video", "detail-content", "cms-body",
	}
	addresses = []string{"/tin/2.html", "https://example.vn/a b", "javascript:void(0)", "", "#x", "//cdn.example.vn/1.jpg", "mailto:a@b.vn", "http://[::1"}
	blocks    = []string{"div", "p", "section", "article", "blockquote", "ul", "ol", "table", "figure", "aside", "h1", "h2", "h3", "td", "tr", "li", "center", "header", "footer", "nav", "form"}
	inlines   = []string{"b", "i", "span", "font", "a", "em", "u", "small"}
)

func (c *composer) page() {
	c.out.WriteString("<html><head><title>" + c.one(sentences) + "</title></head><body>")
	for len(c.choices) > 0 {
		c.element()
	}
	c.out.WriteString("</body></html>")
}

func (c *composer) element() {
	c.depth++
	defer func() { c.depth-- }()
	kind := c.choose(10)
	if c.depth > 12 {
		kind %= 3
	}
	switch kind {
	case 0:
		c.out.WriteString(c.one(sentences) + " ")
	case 1:
		c.out.WriteString(c.one(shorts))
	case 2:
		c.out.WriteString("<br>")
	case 3:
		c.out.WriteString(`<img src="` + c.one(addresses) + `" alt="` + c.one(shorts) + `">`)
	case 4:
		c.out.WriteString(`<iframe src="https://www.youtube.com/embed/abc` + c.one(shorts) + `"></iframe>`)
	case 5, 6:
		c.inside(c.one(inlines))
	default:
		c.inside(c.one(blocks))
	}
}

// inside writes an element around others, and perhaps does not close it.
func (c *composer) inside(tag string) {
	c.out.WriteString("<" + tag)
	if name := c.one(names); name != "" {
		c.out.WriteString(` class="` + name + `"`)
	}
	if tag == "a" {
		c.out.WriteString(` href="` + c.one(addresses) + `"`)
	}
	c.out.WriteString(">")
	for range c.choose(5) {
		c.element()
	}
	if c.choose(8) != 7 {
		c.out.WriteString("</" + tag + ">")
	}
}
