package webpage_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
)

// page returns a page with something in its head and above its text.
func page(head, above, below string) []byte {
	title, text, _ := strings.Cut(story, "</h1>")
	return []byte("<html><head>" + head + "</head><body><div>" + title + "</h1>" + above + "<div>" + text + below + "</div></div></body></html>")
}

func parse(t *testing.T, page []byte) *article.Article {
	t.Helper()
	base, _ := url.Parse("https://baolang.example/tin/1.html")
	a, _, err := webpage.Parse(page, base)
	if err != nil {
		t.Fatalf("%v: %s", err, page)
	}
	return a
}

// TestDates reads when an article was published and changed.
func TestDates(t *testing.T) {
	stated := func(s string) string { return `<meta property="article:published_time" content="` + s + `">` }
	for _, tt := range []struct{ head, above, want, changed string }{
		{"", "<p class=date>17:42 Ngày 04/06/2018</p>", "2018-06-04T17:42:00+07:00", ""},
		{"", "<p>Thứ hai, 4/6/2018, 17:42 (GMT+7)</p>", "2018-06-04T17:42:00+07:00", ""},
		{"", "<span>Ngày đăng: 04/06/2018 17:42 | 312 lượt xem</span>", "2018-06-04T17:42:00+07:00", ""},
		{stated("2018-06-04T17:42:31+07:00"), "<p class=date>04/06/2018 17:42</p>", "2018-06-04T17:42:31+07:00", ""},
		{stated("2018-06-04T10:42:31Z"), "<p class=date>04/06/2018 17:42</p>", "2018-06-04T17:42:31+07:00", ""},
		// local time that is called UTC
		{stated("2018-06-04T17:42:31Z"), "<p class=date>04/06/2018 17:42</p>", "2018-06-04T17:42:31+07:00", ""},
		{stated("2001-01-01T00:00:00+07:00"), "<p class=date>04/06/2018 17:42</p>", "2018-06-04T17:42:00+07:00", ""},
		{stated("2018-06-04 17:42:31"), "", "2018-06-04T17:42:31+07:00", ""},
		{stated("2018-06-04T17:42:31+07:00"), "<p class=date>04/06/2018</p>", "2018-06-04T17:42:31+07:00", ""},
		{stated("2018-06-01T17:42:31+07:00"), "<p class=date>04/06/2018</p>", "2018-06-04T00:00:00+07:00", ""},
		{stated("hôm qua"), "<p class=date>5 phút trước</p>", "", ""},
		{"", `<time datetime="2018-06-04T17:42:00+07:00">3 giờ trước</time>`, "2018-06-04T17:42:00+07:00", ""},
		{"", "<p>04/06/2018 17:42</p><p>Cập nhật: 05/06/2018 07:10</p>", "2018-06-04T17:42:00+07:00", "2018-06-05T07:10:00+07:00"},
		{`<meta property="article:modified_time" content="2018-06-04T18:00:00+07:00">`, "<p>04/06/2018 17:42</p>", "2018-06-04T17:42:00+07:00", "2018-06-04T18:00:00+07:00"},
		{`<meta property="article:modified_time" content="2018-06-03T18:00:00+07:00">`, "<p>04/06/2018 17:42</p>", "2018-06-04T17:42:00+07:00", ""},
		{`<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2018-06-04T17:42:00+07:00"}]}</script>`, "", "2018-06-04T17:42:00+07:00", ""},
	} {
		a := parse(t, page(tt.head, tt.above, ""))
		got, changed := "", ""
		if !a.Published.IsZero() {
			got = a.Published.Format("2006-01-02T15:04:05Z07:00")
		}
		if !a.Modified.IsZero() {
			changed = a.Modified.Format("2006-01-02T15:04:05Z07:00")
		}
		if got != tt.want || changed != tt.changed {
			t.Errorf("%s%s: published %q, changed %q, want %q and %q", tt.head, tt.above, got, changed, tt.want, tt.changed)
		}
		if len(a.Body) != 3 {
			t.Errorf("%s%s: the text is %s", tt.head, tt.above, indented(t, a))
		}
	}
}

// TestBylines reads who wrote an article.
func TestBylines(t *testing.T) {
	person := `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Lê Vy"},"publisher":{"@type":"Organization","name":"Báo Làng"}}</script>`
	for _, tt := range []struct{ head, above, below, want string }{
		{"", "<p class=author>Minh Anh</p>", "", "Minh Anh"},
		{"", `<div class="author-info"><img class=avatar src=a.jpg><b>K</b><a href="/tac-gia/7">Kim Phong</a><span>15:21, 14/08/2026</span></div>`, "", "Kim Phong"},
		{"", "<p class=author>Báo Làng</p>", "<p><b>Minh Anh</b></p>", "Minh Anh"},
		{"", "", `<p style="text-align:right"><b>Hà Thu</b> (tổng hợp)</p>`, "Hà Thu"},
		{"", "", "<p>Bài, ảnh: Hà An - Lê Vy</p>", "Hà An, Lê Vy"},
		{"", "<p>Minh Anh</p><p>04/06/2018 17:42</p>", "", "Minh Anh"},
		{person, "", "", "Lê Vy"},
		{person, "<p>Lê Vy</p>", "", "Lê Vy"},
		{person, "<p class=author>Minh Anh</p>", "", "Minh Anh"},
		{`<meta name=author content="Báo Làng"><meta property="og:site_name" content="Báo Làng">`, "", "", ""},
		{`<meta name=author content="baolang.example">`, "", "", ""},
		{`<meta name=author content="https://facebook.com/baolang">`, "", "", ""},
		{"", "<p class=author>Theo dõi</p>", "", ""},
	} {
		a := parse(t, page(tt.head, tt.above, tt.below))
		var names []string
		for _, author := range a.Byline {
			names = append(names, author.Name)
		}
		if got := strings.Join(names, ", "); got != tt.want {
			t.Errorf("%s%s…%s: authors %q, want %q", tt.head, tt.above, tt.below, got, tt.want)
		}
		if len(a.Body) != 3 {
			t.Errorf("%s%s…%s: the text is %s", tt.head, tt.above, tt.below, indented(t, a))
		}
	}
}

// TestSites reads a page made of the names of each site that the package
// knows, and of one that a caller gives.
func TestSites(t *testing.T) {
	first := func(names, otherwise string) string {
		for name := range strings.FieldsSeq(names) {
			return name
		}
		return otherwise
	}
	own := webpage.Site{Host: "baolang.example", Section: "s1", Title: "t1", Lead: "l1", Byline: "b1", Date: "d1", Body: "n1", Caption: "c1", Related: "r1", Drop: "x1"}
	for i, s := range append(webpage.Builtin(), own) {
		if s.Body == "" {
			t.Errorf("site %d has no Body", i)
			continue
		}
		drop := ""
		if s.Drop != "" {
			drop = fmt.Sprintf("<p class=%q>Tải ứng dụng của báo để đọc nhanh hơn, không quảng cáo, mọi lúc mọi nơi.</p>", first(s.Drop, ""))
		}
		_, text, _ := strings.Cut(story, "</h1>")
		page := fmt.Sprintf(`<div class=%q><a href="/">Trang chủ</a> <a href="/ts">Thời sự</a></div><div class=%q>Bến đò cũ mở lại sau mười năm vắng khách</div>
<div class=%q>Từ đầu tháng, đò ngang An Phú lại chạy bốn chuyến mỗi ngày.</div><div class=%q>Minh Anh</div><div class=%q>04/06/2018 17:42</div>
<div class=%q>%s<div><img src="/a.jpg"><div class=%q>Đò rời bến. Ảnh: Lê Vy</div></div><div class=%q><a href="/2">Chợ hoa bến sông mở sớm hơn mọi năm</a></div>%s</div>`,
			first(s.Section, "breadcrumb"), first(s.Title, "title"), first(s.Lead, "sapo"), first(s.Byline, "author"), first(s.Date, "date"),
			first(s.Body, ""), text, first(s.Caption, "caption"), first(s.Related, "related"), drop)
		p := &webpage.Parser{Sites: []webpage.Site{own}}
		base, _ := url.Parse("https://www.baolang.example/tin/1.html")
		a, _, err := p.Parse([]byte("<title>Bến đò cũ mở lại sau mười năm vắng khách</title>"+page), base)
		if err != nil {
			t.Errorf("%s: %v", s.Body, err)
			continue
		}
		got := []string{a.Section, a.Title, a.Lead.PlainText(), a.Published.Format("2/1/2006 15:04")}
		for _, author := range a.Byline {
			got = append(got, author.Name)
		}
		for _, b := range a.Body {
			switch b := b.(type) {
			case *article.Figure:
				got = append(got, b.Caption.Text.PlainText(), b.Caption.Credit.Text)
			case *article.LinkBlock:
				got = append(got, b.Links[0].Title)
			}
		}
		want := []string{"Thời sự", "Bến đò cũ mở lại sau mười năm vắng khách", "Từ đầu tháng, đò ngang An Phú lại chạy bốn chuyến mỗi ngày.",
			"4/6/2018 17:42", "Minh Anh", "Đò rời bến.", "Ảnh: Lê Vy", "Chợ hoa bến sông mở sớm hơn mọi năm"}
		if strings.Join(got, "|") != strings.Join(want, "|") || len(a.Body) != 5 {
			t.Errorf("%s: %q, want %q\n%s", s.Body, got, want, indented(t, a))
		}
	}
}

// TestHost checks that a site is meant only for its host.
func TestHost(t *testing.T) {
	p := &webpage.Parser{Sites: []webpage.Site{{Host: "Example.vn", Body: "n1", Drop: "x1"}}}
	text := []byte(`<div class=n1>` + story + `<p class=x1>Tải ứng dụng của báo để đọc nhanh hơn, không quảng cáo, mọi lúc mọi nơi.</p></div>`)
	for host, blocks := range map[string]int{"example.vn": 3, "www.example.vn": 3, "notexample.vn": 4, "example.com": 4} {
		a, _, err := p.Parse(text, &url.URL{Scheme: "https", Host: host, Path: "/"})
		if err != nil || len(a.Body) != blocks {
			t.Errorf("%s: %d blocks, %v, want %d", host, len(a.Body), err, blocks)
		}
	}
}
