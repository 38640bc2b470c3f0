package render_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// text returns running text that is one plain text.
func text(s string) article.Inlines { return article.Inlines{article.Text(s)} }

func para(s string) *article.Paragraph { return &article.Paragraph{Text: text(s)} }

var published = time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*3600))

// body renders blocks without the article element around them.
func body(t *testing.T, opts *render.HTMLOptions, bs ...article.Block) string {
	t.Helper()
	return inside(t, &article.Article{Body: bs}, opts)
}

func inside(t *testing.T, a *article.Article, opts *render.HTMLOptions) string {
	t.Helper()
	s, ok := strings.CutPrefix(string(render.AppendHTML(nil, a, opts)), "<article lang=\"vi\">\n")
	if !ok {
		t.Fatalf("no article element: %s", s)
	}
	before, after, ok := strings.Cut(s, "</article>\n")
	if !ok {
		t.Fatalf("no end of the article element: %s", s)
	}
	return before + after
}

const first = ` fetchpriority="high" decoding="async">`

var blockTests = []struct {
	name  string
	block article.Block
	want  string
}{
	{"paragraph", para("a & b"), "<p>a &amp; b</p>\n"},
	{"empty paragraph", &article.Paragraph{}, ""},
	{"blank paragraph", para(" \n\u202e"), ""},
	{"inlines", &article.Paragraph{Text: article.Inlines{
		article.Text("a "), &article.Emph{Text: text("b")}, article.Break{}, &article.Strong{Text: text("c")},
		&article.Link{URL: "/x?a=1&b=2", Text: text("d")}, &article.Span{Lang: "en", Text: text("e")},
		&article.Span{Lang: "vi", Role: "person", Text: text("f")}, &article.Span{Lang: "e n", Text: text("g")},
		&article.Unknown{Type: "x"}, nil, (*article.Emph)(nil), (*article.Link)(nil), &article.Strong{},
	}}, `<p>a <em>b</em><br><strong>c</strong><a href="/x?a=1&amp;b=2">d</a><span lang="en">e</span>fg</p>` + "\n"},
	{"refused link", &article.Paragraph{Text: article.Inlines{&article.Link{URL: "javascript:x", Text: text("a")}}}, "<p>a</p>\n"},
	{"mail link", &article.Paragraph{Text: article.Inlines{&article.Link{URL: "mailto:a@b.vn", Text: text("a")}}}, "<p><a href=\"mailto:a@b.vn\">a</a></p>\n"},
	{"link in a link", &article.Paragraph{Text: article.Inlines{&article.Link{URL: "/x", Text: article.Inlines{
		article.Text("a"), &article.Strong{Text: article.Inlines{&article.Link{URL: "/y", Text: text("b")}}}}}, &article.Link{URL: "/z", Text: text("c")}}},
		"<p><a href=\"/x\">a<strong>b</strong></a><a href=\"/z\">c</a></p>\n"},
	{"empty link", &article.Paragraph{Text: article.Inlines{article.Text("a"), &article.Link{URL: "/x"}}}, "<p>a</p>\n"},
	{"nested languages", &article.Paragraph{Text: article.Inlines{&article.Span{Lang: "en", Text: article.Inlines{
		article.Text("a"), &article.Span{Lang: "en", Text: text("b")}, &article.Span{Lang: "vi", Text: text("c")}}}, &article.Span{Lang: "en", Text: text("d")}}},
		"<p><span lang=\"en\">ab<span lang=\"vi\">c</span></span><span lang=\"en\">d</span></p>\n"},
	{"paragraph of no-break spaces", para("\u00a0\u200b\u2003"), ""},
	{"paragraph of breaks", &article.Paragraph{Text: article.Inlines{article.Break{}, &article.Emph{Text: text(" ")}, article.Break{}}}, ""},
	{"link without text", &article.Paragraph{Text: article.Inlines{article.Text("a"), &article.Link{URL: "/x", Text: text(" ")}, article.Text("b")}}, "<p>a b</p>\n"},
	{"link of nothing", &article.Paragraph{Text: article.Inlines{&article.Link{URL: "/x", Text: article.Inlines{&article.Strong{Text: text("\u200b")}}}}}, ""},
	{"heading that shows nothing", &article.Heading{Level: 2, Text: text("\u00a0")}, ""},
	{"crosshead", &article.Heading{Level: 2, Text: text("Tít xen")}, "<h2 id=\"h-tit-xen\">Tít xen</h2>\n"},
	{"heading without level", &article.Heading{Text: text("a")}, "<h2 id=\"h-a\">a</h2>\n"},
	{"deep heading", &article.Heading{Level: 9, Text: text("a")}, "<h6 id=\"h-a\">a</h6>\n"},
	{"heading without letters", &article.Heading{Level: 2, Text: text("***")}, "<h2>***</h2>\n"},
	{"heading of parts", &article.Heading{Level: 2, Text: article.Inlines{article.Text("Đổi"), article.Break{}, &article.Emph{Text: text("mới")}}},
		"<h2 id=\"h-doi-moi\">Đổi<br><em>mới</em></h2>\n"},
	{"empty heading", &article.Heading{Level: 2}, ""},
	{"figure", &article.Figure{Image: article.Image{URL: "/a.jpg", Alt: "Cầu Cần Thơ nhìn từ trên cao", Width: 640, Height: 360,
		Sources: []article.Rendition{{URL: "/s.jpg", Width: 320}, {URL: "javascript:x", Width: 480}, {URL: "/t.jpg", Width: 320}, {URL: "/m,.jpg", Width: 640}, {URL: "/n.jpg,", Width: 641}, {URL: "/o.jpg"}}},
		Caption: article.Caption{Text: text("Khánh thành cầu."), Credit: article.Credit{Text: "Ảnh: Minh Anh/TTXVN", People: []string{"Minh Anh"}, Source: "TTXVN"}}},
		"<figure aria-labelledby=\"caption\">\n<img src=\"/a.jpg\" srcset=\"/s.jpg 320w, /m,.jpg 640w\" sizes=\"(max-width: 40rem) 100vw, 40rem\" " +
			"alt=\"Cầu Cần Thơ nhìn từ trên cao\" width=\"640\" height=\"360\"" + first + "\n" +
			"<figcaption id=\"caption\">Khánh thành cầu. <small class=\"credit\">Ảnh: Minh Anh/TTXVN</small></figcaption>\n</figure>\n"},
	{"caption alone", &article.Figure{Caption: article.Caption{Text: text("a")}}, "<figure aria-labelledby=\"caption\">\n<figcaption id=\"caption\">a</figcaption>\n</figure>\n"},
	{"refused image", &article.Figure{Image: article.Image{URL: "data:image/png;base64,AA", Alt: "x"}, Caption: article.Caption{Text: text("a")}},
		"<figure aria-labelledby=\"caption\">\n<figcaption id=\"caption\">a</figcaption>\n</figure>\n"},
	{"image alone", &article.Figure{Image: article.Image{URL: "a.jpg", Width: -1}}, "<figure>\n<img src=\"a.jpg\" alt=\"\"" + first + "\n</figure>\n"},
	{"credit of parts", &article.Figure{Caption: article.Caption{Credit: article.Credit{People: []string{"A", "B"}, Source: "C"}}},
		"<figure aria-labelledby=\"caption\">\n<figcaption id=\"caption\"><small class=\"credit\">Ảnh: A, B/C</small></figcaption>\n</figure>\n"},
	{"empty figure", &article.Figure{Image: article.Image{Alt: "x"}}, ""},
	{"gallery", &article.Gallery{Figures: []*article.Figure{{Image: article.Image{URL: "a"}}, nil, {Image: article.Image{URL: "b"}}}, Caption: article.Caption{Text: text("c")}},
		"<figure class=\"gallery\" aria-labelledby=\"caption\">\n<figure>\n<img src=\"a\" alt=\"\"" + first + "\n</figure>\n<figure>\n<img src=\"b\" alt=\"\" loading=\"lazy\" decoding=\"async\">\n</figure>\n<figcaption id=\"caption\">c</figcaption>\n</figure>\n"},
	{"quote", &article.Quote{Body: article.Blocks{para("a"), para("b")}, Cite: text("c"), URL: "https://bao.vn/x"},
		"<figure class=\"quote\" aria-labelledby=\"caption\">\n<blockquote cite=\"https://bao.vn/x\">\n<p>a</p>\n<p>b</p>\n</blockquote>\n<figcaption id=\"caption\">c</figcaption>\n</figure>\n"},
	{"quote alone", &article.Quote{Body: article.Blocks{para("a")}, URL: "mailto:x"}, "<blockquote>\n<p>a</p>\n</blockquote>\n"},
	{"empty quote", &article.Quote{Body: article.Blocks{nil, (*article.Paragraph)(nil)}, URL: "/x"}, ""},
	{"list", &article.List{Items: []article.Blocks{{para("a")}, {}, {para("b"), &article.List{Ordered: true, Items: []article.Blocks{{para("c")}}}}}},
		"<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<ol>\n<li><p>c</p>\n</li>\n</ol>\n</li>\n</ul>\n"},
	{"list of nothing", &article.List{Items: []article.Blocks{{para("\u00a0")}, {&article.Paragraph{Text: article.Inlines{&article.Link{URL: "/x"}}}}}}, ""},
	{"empty list", &article.List{Items: []article.Blocks{nil, {para("")}}}, ""},
	{"table", &article.Table{Caption: text("c"), Rows: [][]article.Cell{
		{{Text: text("a"), Header: true}, {Header: true}}, {}, {{Text: text("b"), Header: true}, {Text: text("d")}}}},
		"<div class=\"table\">\n<table>\n<caption>c</caption>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\"></th></tr>\n</thead>\n" +
			"<tbody>\n<tr><th scope=\"row\">b</th><td>d</td></tr>\n</tbody>\n</table>\n</div>\n"},
	{"empty table", &article.Table{Caption: text("c"), Rows: [][]article.Cell{{}}}, ""},
	{"box", &article.Box{Title: "Thông tin thêm", Body: article.Blocks{para("a")}},
		"<aside class=\"box\" aria-labelledby=\"box\">\n<h2 id=\"box\">Thông tin thêm</h2>\n<p>a</p>\n</aside>\n"},
	{"box without title", &article.Box{Body: article.Blocks{para("a")}}, "<aside class=\"box\">\n<p>a</p>\n</aside>\n"},
	{"empty box", &article.Box{Body: article.Blocks{&article.Unknown{}}}, ""},
	{"links", &article.LinkBlock{Kind: article.LinkLatest, Label: "Mới nhất", Links: []article.RelatedLink{
		{Title: "a", URL: "/a", Published: published, Image: &article.Image{URL: "/a.jpg", Alt: "a"}}, {Title: "b"}, {Title: "c", URL: "data:x"}, {URL: "/d"}}},
		"<nav class=\"links latest\" aria-labelledby=\"nav\">\n<h2 id=\"nav\">Mới nhất</h2>\n<ul>\n" +
			"<li><a href=\"/a\"><img src=\"/a.jpg\" alt=\"\"" + first + "<span>a</span></a> <time datetime=\"2023-03-10T08:05:00+07:00\">Thứ sáu, 10/3/2023, 08:05 (GMT+7)</time></li>\n" +
			"<li><span>b</span></li>\n<li><span>c</span></li>\n</ul>\n</nav>\n"},
	{"links without label", &article.LinkBlock{Kind: "no such kind", Links: []article.RelatedLink{{Title: "a"}}},
		"<nav class=\"links\" aria-labelledby=\"nav\">\n<h2 id=\"nav\">Tin liên quan</h2>\n<ul>\n<li><span>a</span></li>\n</ul>\n</nav>\n"},
	{"links that show nothing", &article.LinkBlock{Label: "\u00a0", Links: []article.RelatedLink{{Title: "\u200b", URL: "/x"}, {Title: "a", URL: "/a"}}},
		"<nav class=\"links\" aria-labelledby=\"nav\">\n<h2 id=\"nav\">Tin liên quan</h2>\n<ul>\n<li><a href=\"/a\"><span>a</span></a></li>\n</ul>\n</nav>\n"},
	{"label without links", &article.LinkBlock{Label: "Mới nhất"}, ""},
	{"links without titles", &article.LinkBlock{Label: "Mới nhất", Links: []article.RelatedLink{{URL: "/x"}}}, ""},
	{"embed", &article.Embed{Provider: "YouTube", URL: "https://youtu.be/x", Title: "Cầu mới", Image: &article.Image{URL: "/p.jpg"}},
		"<figure class=\"embed\" aria-labelledby=\"caption\">\n<a href=\"https://youtu.be/x\"><img src=\"/p.jpg\" alt=\"\"" + first + "<span>Cầu mới</span></a>\n<figcaption id=\"caption\">YouTube</figcaption>\n</figure>\n"},
	{"embed without title", &article.Embed{URL: "https://youtu.be/x"}, "<figure class=\"embed\">\n<a href=\"https://youtu.be/x\"><span>https://youtu.be/x</span></a>\n</figure>\n"},
	{"refused embed", &article.Embed{Provider: "YouTube", URL: "javascript:x", Title: "t"}, "<figure class=\"embed\" aria-labelledby=\"caption\">\n<span>t</span>\n<figcaption id=\"caption\">YouTube</figcaption>\n</figure>\n"},
	{"empty embed", &article.Embed{URL: "javascript:x"}, ""},
	{"correction", &article.Correction{Title: "Đính chính", Published: published, Statement: text("sai"), Text: text("đúng")},
		"<section class=\"correction\" aria-labelledby=\"correction\">\n<h2 id=\"correction\">Đính chính</h2>\n" +
			"<p><time datetime=\"2023-03-10T08:05:00+07:00\">Thứ sáu, 10/3/2023, 08:05 (GMT+7)</time></p>\n<p class=\"statement\"><s>sai</s></p>\n<p>đúng</p>\n</section>\n"},
	{"correction without title", &article.Correction{Text: text("đúng")},
		"<section class=\"correction\" aria-labelledby=\"correction\">\n<h2 id=\"correction\">Thông tin cải chính, xin lỗi</h2>\n<p>đúng</p>\n</section>\n"},
	{"empty correction", &article.Correction{Title: "x"}, ""},
	{"divider", &article.Divider{}, "<hr>\n"},
	{"unknown", &article.Unknown{Type: "x", Raw: []byte(`{"type":"x"}`)}, ""},
	{"nil", nil, ""},
	{"nil pointer", (*article.Correction)(nil), ""},
}

func TestBlocks(t *testing.T) {
	for _, tt := range blockTests {
		if diff := cmp.Diff(tt.want, body(t, nil, tt.block)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

func TestHeaderAndFooter(t *testing.T) {
	a := &article.Article{
		Section: "Thời sự", Kicker: "Đồng bằng sông Cửu Long", Title: "Cầu <mới>", Lead: text("Sapo"),
		Byline:   []article.Author{{Name: "Minh Anh", Role: "ảnh"}, {}, {Name: "Lê Phương"}},
		Dateline: "Cần Thơ", Published: published, Modified: published.Add(time.Hour), Source: "TTXVN", Tags: []string{"cầu", "", "Cần Thơ"},
		Related: []*article.LinkBlock{nil, {Label: "Các tin khác"}, {Label: "a", Links: []article.RelatedLink{{Title: "b"}}}, {Label: "a", Links: []article.RelatedLink{{Title: "b"}}}},
	}
	nav := func(id string) string {
		return "<nav class=\"links\" lang=\"vi\" aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">a</h2>\n<ul>\n<li><span>b</span></li>\n</ul>\n</nav>\n"
	}
	want := `<header>
<p class="section">Thời sự</p>
<p class="kicker">Đồng bằng sông Cửu Long</p>
<h1>Cầu &lt;mới&gt;</h1>
<p class="lead">Sapo</p>
<p class="byline"><span class="author">Minh Anh</span> (<span class="role">ảnh</span>), <span class="author">Lê Phương</span> · <span class="dateline">Cần Thơ</span> · <time datetime="2023-03-10T08:05:00+07:00">Thứ sáu, 10/3/2023, 08:05 (GMT+7)</time> · Cập nhật: <time datetime="2023-03-10T09:05:00+07:00">Thứ sáu, 10/3/2023, 09:05 (GMT+7)</time></p>
</header>
<footer>
<p class="source">Nguồn: <span>TTXVN</span></p>
<ul class="tags">
<li>cầu</li>
<li>Cần Thơ</li>
</ul>
</footer>
` + nav("nav") + nav("nav-2")
	if diff := cmp.Diff(want, inside(t, a, nil)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if got := inside(t, &article.Article{Title: " "}, nil); got != "" {
		t.Errorf("an empty article has the content %q", got)
	}
}

func TestNilArticle(t *testing.T) {
	const want = "<article lang=\"vi\">\n</article>\n"
	if got := string(render.AppendHTML([]byte("x"), nil, nil)); got != "x"+want {
		t.Errorf("AppendHTML of nil appends %q", got)
	}
	var b bytes.Buffer
	if err := render.HTML(&b, nil, nil); err != nil || b.String() != want {
		t.Errorf("HTML of nil writes %q, %v", b.String(), err)
	}
}

func TestLanguage(t *testing.T) {
	for lang, want := range map[string]string{"": "vi", "en": "en", "vi-VN": "vi-VN", "en\" x": "vi", "x": "vi"} {
		got := string(render.AppendHTML(nil, &article.Article{Lang: lang}, nil))
		if !strings.HasPrefix(got, "<article lang=\""+want+"\">") {
			t.Errorf("language %q: %s", lang, got)
		}
	}
	for tag, want := range map[string]bool{"": false, "v": false, "vi": true, "VI": true, "zh-Hant-TW": true, "x-y": true, "de-1996": true, "fil": true, "h-a": false, "vi-2": false, "vi-u": false, "vi-u-co": true, "X-a-b": true, "null": false, "toString": false, "123": false,
		"v1": false, "vi-": false, "-vi": false, "vi--x": false, "vi_VN": false, "abcdefghi": false, "vi ": false, "vi\x00": false, "ệ": false,
		strings.Repeat("ab-", 40) + "ab": false} {
		if render.IsLanguage(tag) != want {
			t.Errorf("isLanguage(%q) = %v", tag, !want)
		}
	}
}

// TestOwnWords tests that our words are Vietnamese and say so where the article
// is in another language.
func TestOwnWords(t *testing.T) {
	a := &article.Article{
		Lang: "en", Source: "AFP", Published: published, Modified: published.Add(time.Hour),
		Body:    article.Blocks{&article.Correction{Text: text("x")}, &article.Figure{Caption: article.Caption{Credit: article.Credit{Source: "AFP"}}}},
		Related: []*article.LinkBlock{{Links: []article.RelatedLink{{Title: "a"}}}},
	}
	got := string(render.AppendHTML(nil, a, nil))
	for _, want := range []string{
		`<time datetime="2023-03-10T08:05:00+07:00"><span lang="vi">Thứ sáu, 10/3/2023, 08:05 (GMT+7)</span></time>`,
		` · <span lang="vi">Cập nhật: </span><time`,
		`<p class="source"><span lang="vi">Nguồn: </span><span>AFP</span></p>`,
		`<h2 id="correction" lang="vi">Thông tin cải chính, xin lỗi</h2>`,
		`<small class="credit"><span lang="vi">Ảnh: </span>AFP</small>`,
		`<h2 id="nav" lang="vi">Tin liên quan</h2>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if got := string(render.AppendHTML(nil, a, &render.HTMLOptions{Time: func(time.Time) string { return "now" }})); !strings.Contains(got, `">now</time>`) {
		t.Errorf("the caller's time is marked: %s", got)
	}
	for _, lang := range []string{"", "vi", "VI", "vi-VN"} {
		a.Lang = lang
		if got := string(render.AppendHTML(nil, a, nil)); strings.Contains(got, `lang="vi">`+"Nguồn") || strings.Contains(got, "<span lang") {
			t.Errorf("%q: words are marked in their own language: %s", lang, got)
		}
	}
	var page strings.Builder
	if err := render.Page(&page, &article.Article{Lang: "en"}, nil); err != nil || !strings.Contains(page.String(), `<title lang="vi">`) {
		t.Errorf("%v: %s", err, page.String())
	}
}

func TestAppendBlocks(t *testing.T) {
	bs := article.Blocks{heading(2, "a"), nil, para("b"), &article.Figure{Image: article.Image{URL: "/a", Alt: "c"}, Caption: article.Caption{Text: text("c")}}}
	opts := &render.HTMLOptions{IDPrefix: "x-"}
	want := "before" + body(t, opts, bs...)
	if got := string(render.AppendBlocks([]byte("before"), bs, opts)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := render.AppendBlocks(nil, nil, nil); len(got) != 0 {
		t.Errorf("no blocks are %s", got)
	}
}

func TestTimes(t *testing.T) {
	zone := func(s int) *time.Location { return time.FixedZone("", s) }
	tests := []struct {
		t    time.Time
		want string
	}{
		{published, `<time datetime="2023-03-10T08:05:00+07:00">Thứ sáu, 10/3/2023, 08:05 (GMT+7)</time>`},
		{time.Date(2026, 11, 22, 23, 30, 0, 5, time.UTC), `<time datetime="2026-11-22T23:30:00Z">Thứ hai, 23/11/2026, 06:30 (GMT+7)</time>`},
		{time.Date(1900, 1, 1, 0, 0, 0, 0, zone(6*3600+42*60+30)), `<time datetime="1899-12-31T17:17:30Z">Thứ hai, 1/1/1900, 00:17 (GMT+7)</time>`},
		{time.Date(2020, 1, 1, 0, 0, 0, 0, zone(99*3600)), `<time datetime="2019-12-27T21:00:00Z">Thứ bảy, 28/12/2019, 04:00 (GMT+7)</time>`},
		{time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC), `Thứ bảy, 1/1/10000, 07:00 (GMT+7)`},
		{time.Date(-1, 1, 2, 0, 0, 0, 0, time.UTC), ``},
	}
	for _, tt := range tests {
		got := inside(t, &article.Article{Published: tt.t}, nil)
		if tt.want == "" { // whatever the text: no time element
			if strings.Contains(got, "datetime") {
				t.Errorf("%v: %s", tt.t, got)
			}
			continue
		}
		if want := "<header>\n<p class=\"byline\">" + tt.want + "</p>\n</header>\n"; got != want {
			t.Errorf("%v: %s, want %s", tt.t, got, want)
		}
	}
}

func TestWriteErrors(t *testing.T) {
	want := errors.New("no room")
	w := writerFunc(func([]byte) (int, error) { return 0, want })
	a := &article.Article{Title: "a"}
	for name, err := range map[string]error{
		"HTML":   render.HTML(w, a, nil),
		"Page":   render.Page(w, a, nil),
		"JSON":   render.JSON(w, a, nil),
		"JSONLD": render.JSONLD(w, a, nil),
	} {
		if !errors.Is(err, want) {
			t.Errorf("%s returns %v, want %v", name, err, want)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }
