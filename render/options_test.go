package render_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

func heading(level int, s string) *article.Heading {
	return &article.Heading{Level: level, Text: text(s)}
}

func TestTitleLevel(t *testing.T) {
	a := &article.Article{Title: "t", Body: article.Blocks{heading(2, "a"), heading(3, "b"), &article.Box{Title: "c", Body: article.Blocks{para("d")}}}}
	for level, want := range map[int]string{
		0:  "h1 h2 h3 h2",
		1:  "h1 h2 h3 h2",
		2:  "h2 h3 h4 h3",
		5:  "h5 h6 h6 h6",
		9:  "h6 h6 h6 h6",
		-1: "h2 h3 h2",
		-9: "h2 h3 h2",
	} {
		var got []string
		for _, tag := range strings.Split(inside(t, a, &render.HTMLOptions{TitleLevel: level}), "<")[1:] {
			if tag[0] == 'h' && tag[1] <= '9' {
				got = append(got, tag[:2])
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("level %d: %s, want %s", level, s, want)
		}
	}
	if got := inside(t, a, &render.HTMLOptions{TitleLevel: -1}); strings.Contains(got, "<header>") {
		t.Errorf("level -1 has a header: %s", got)
	}
}

func TestToneOption(t *testing.T) {
	a := &article.Article{Title: "Thành uỷ", Body: article.Blocks{para("hoà <thuận>"), &article.Figure{Image: article.Image{URL: "/uỷ.jpg", Alt: "Uỷ ban"}}}}
	got := inside(t, a, &render.HTMLOptions{Tone: vn.OldStyle})
	for _, want := range []string{"<h1>Thành ủy</h1>", "<p>hòa &lt;thuận&gt;</p>", `alt="Ủy ban"`, `src="/uỷ.jpg"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if a.Title != "Thành uỷ" {
		t.Error("the article has changed")
	}
	if got := inside(t, a, nil); !strings.Contains(got, "<h1>Thành uỷ</h1>") {
		t.Errorf("KeepStyle changes the text: %s", got)
	}
}

func TestAltPolicy(t *testing.T) {
	const title = "Khánh thành cầu Cần Thơ 2"
	const caption = "Thủ tướng phát biểu ý kiến kết luận tại lễ khánh thành cầu."
	tests := []struct{ alt, caption, auto string }{
		{"", caption, ""},
		{caption, caption, ""},
		{"THỦ TƯỚNG phat bieu ý kiến kết luận tại lễ khánh thành cầu", caption, ""},
		{"Thủ tướng phát biểu kết luận tại lễ khánh thành cầu.", caption, ""},
		{title, caption, ""},
		{"khánh thành cầu cần thơ 2.", "", ""},
		{title + " ảnh 1", caption, ""},
		{title + " - Ảnh 12", caption, ""},
		{title + " ảnh 1" + caption, caption, ""},
		{"Hình 3", caption, ""},
		{"image_02", caption, ""},
		{"IMG-0123.JPG", caption, ""},
		{"cau can tho.webp", caption, ""},
		{"Đoàn xe đầu tiên qua cầu", caption, "Đoàn xe đầu tiên qua cầu"},
		{title + " sáng nay", caption, title + " sáng nay"},
		{title + " ảnh 2: đoàn xe đầu tiên qua cầu", caption, title + " ảnh 2: đoàn xe đầu tiên qua cầu"},
		{title + " ảnh 3.", caption, ""},
		{"Ảnh 1 người dân chụp từ trên cao", caption, "Ảnh 1 người dân chụp từ trên cao"},
		{"anh Tư", "", "anh Tư"},
		{"Quốc lộ 1", "", "Quốc lộ 1"},
		{"vtv.vn", "", "vtv.vn"},
	}
	for _, tt := range tests {
		a := &article.Article{Title: title, Body: article.Blocks{&article.Figure{
			Image:   article.Image{URL: "/a", Alt: tt.alt},
			Caption: article.Caption{Text: text(tt.caption)},
		}}}
		for policy, want := range map[render.AltPolicy]string{
			render.AltAuto: ` alt="` + tt.auto + `"`,
			render.AltKeep: ` alt="` + tt.alt + `"`,
			render.AltOmit: ` alt="` + tt.auto + `"`,
		} {
			if policy == render.AltOmit && tt.caption != "" {
				want = ""
			}
			if got := inside(t, a, &render.HTMLOptions{Alt: policy}); !strings.Contains(got, `<img src="/a"`+want+first) {
				t.Errorf("policy %d, alt %q: want %q in %s", policy, tt.alt, want, got)
			}
		}
	}
}

func TestHeadingIDs(t *testing.T) {
	bs := []article.Block{heading(2, "a"), heading(2, "a"), heading(2, "a 2"), heading(2, "a"), heading(2, "A!"),
		&article.Box{Title: "a", Body: article.Blocks{para("x")}}, &article.Box{Title: "b", Body: article.Blocks{para("x")}}}
	custom := func(id string) func(*article.Heading) string { return func(*article.Heading) string { return id } }
	tests := []struct {
		opts render.HTMLOptions
		want string
	}{
		{render.HTMLOptions{}, "h-a h-a-2 h-a-2-2 h-a-3 h-a-4 box box-2"},
		{render.HTMLOptions{IDPrefix: "s1-"}, "s1-h-a s1-h-a-2 s1-h-a-2-2 s1-h-a-3 s1-h-a-4 s1-box s1-box-2"},
		{render.HTMLOptions{IDPrefix: "s 1\""}, "s-1&#34;h-a s-1&#34;h-a-2 s-1&#34;h-a-2-2 s-1&#34;h-a-3 s-1&#34;h-a-4 s-1&#34;box s-1&#34;box-2"},
		{render.HTMLOptions{HeadingID: custom("")}, "box box-2"},
		{render.HTMLOptions{HeadingID: custom("x y")}, "x-y x-y-2 x-y-3 x-y-4 x-y-5 box box-2"},
		{render.HTMLOptions{HeadingID: custom("box"), IDPrefix: ""}, "box box-2 box-3 box-4 box-5 box-6 box-2-2"},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range strings.Split(body(t, &tt.opts, bs...), ` id="`)[1:] {
			id, _, _ := strings.Cut(s, `"`)
			got = append(got, id)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%+v: %s, want %s", tt.opts, s, tt.want)
		}
	}
}

// TestManyIDs takes more ids than fit into the small set.
func TestManyIDs(t *testing.T) {
	var bs []article.Block
	for i := range 300 {
		bs = append(bs, heading(2, fmt.Sprintf("a %d", i%100)), heading(2, "a"))
	}
	seen := make(map[string]bool)
	for _, s := range strings.Split(body(t, nil, bs...), ` id="`)[1:] {
		id, _, _ := strings.Cut(s, `"`)
		if seen[id] {
			t.Errorf("id %q twice", id)
		}
		seen[id] = true
	}
	if len(seen) != len(bs) {
		t.Errorf("%d ids for %d headings", len(seen), len(bs))
	}
}

func TestURLOption(t *testing.T) {
	link := &article.Paragraph{Text: article.Inlines{&article.Link{URL: "/a", Text: text("t")}}}
	figure := &article.Figure{Image: article.Image{URL: "/a", Sources: []article.Rendition{{URL: "/a", Width: 1}}}, Caption: article.Caption{Text: text("c")}}
	tests := []struct{ to, link, figure string }{
		{"https://cdn.vn/a", `<a href="https://cdn.vn/a">t</a>`, `<img src="https://cdn.vn/a" srcset="https://cdn.vn/a 1w"`},
		{"", "t", ""},
		{"javascript:x", "t", ""},
		{"//cdn.vn/a", "t", ""},
		{"mailto:x", `<a href="mailto:x">t</a>`, ""},
		{"/\"><script>", `<a href="/%22%3E%3Cscript%3E">t</a>`, `<img src="/%22%3E%3Cscript%3E"`},
		{"/a[1]|?50%G", `<a href="/a%5B1%5D%7C?50%25G">t</a>`, `<img src="/a%5B1%5D%7C?50%25G"`},
		{"https://bao.vn@x.vn/", "t", ""},
	}
	for _, tt := range tests {
		opts := &render.HTMLOptions{URL: func(u string) string {
			if u != "/a" {
				t.Errorf("URL is called with %q", u)
			}
			return tt.to
		}}
		if got := body(t, opts, link); got != "<p>"+tt.link+"</p>\n" {
			t.Errorf("to %q: %s", tt.to, got)
		}
		got := body(t, opts, figure)
		if tt.figure == "" && strings.Contains(got, "<img") || !strings.Contains(got, tt.figure) || !strings.Contains(got, "<figcaption id=\"caption\">c</figcaption>") {
			t.Errorf("to %q: %s", tt.to, got)
		}
		body(t, opts, &article.Paragraph{Text: article.Inlines{&article.Link{URL: "javascript:x", Text: text("t")}}})
	}
}

func TestBase(t *testing.T) {
	bs := []article.Block{
		&article.Paragraph{Text: article.Inlines{&article.Link{URL: "../b?c", Text: text("x")}, &article.Link{URL: "mailto:a@b.vn", Text: text("y")}}},
		&article.Figure{Image: article.Image{URL: "/a.jpg", Sources: []article.Rendition{{URL: "s.jpg", Width: 1}}}},
		&article.Quote{Body: article.Blocks{para("z")}, URL: "#q"},
	}
	const base = "https://bao.vn/thoi-su/hom-nay/1.html"
	want := "<p><a href=\"https://bao.vn/thoi-su/b?c\">x</a><a href=\"mailto:a@b.vn\">y</a></p>\n" +
		"<figure>\n<img src=\"https://bao.vn/a.jpg\" srcset=\"https://bao.vn/thoi-su/hom-nay/s.jpg 1w\" sizes=\"(max-width: 40rem) 100vw, 40rem\" alt=\"\"" + first + "\n</figure>\n" +
		"<blockquote cite=\"https://bao.vn/thoi-su/hom-nay/1.html#q\">\n<p>z</p>\n</blockquote>\n"
	if got := body(t, &render.HTMLOptions{Base: base}, bs...); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, none := range []string{"/thoi-su/", "bao.vn", "javascript:x", "//bao.vn/"} {
		if got, want := body(t, &render.HTMLOptions{Base: none}, bs...), body(t, nil, bs...); got != want {
			t.Errorf("base %q: %s, want %s", none, got, want)
		}
	}

	// The function gets absolute addresses, and may keep them; what it returns
	// is resolved as well.
	var seen []string
	body(t, &render.HTMLOptions{Base: base, URL: func(u string) string { seen = append(seen, u); return u }}, bs...)
	if got, want := strings.Join(seen, " "), "https://bao.vn/thoi-su/b?c mailto:a@b.vn https://bao.vn/a.jpg https://bao.vn/thoi-su/hom-nay/s.jpg "+base+"#q"; got != want {
		t.Errorf("URL is called with %s, want %s", got, want)
	}
	link := &article.Paragraph{Text: article.Inlines{&article.Link{URL: "/a", Text: text("x")}}}
	got := body(t, &render.HTMLOptions{Base: base, URL: func(u string) string { return "/r?u=" + u }}, link)
	if want := "<p><a href=\"https://bao.vn/r?u=https://bao.vn/a\">x</a></p>\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}

	var page strings.Builder
	a := &article.Article{URL: "/1.html", Title: "x", Body: article.Blocks{&article.Figure{Image: article.Image{URL: "a.jpg"}}}}
	if err := render.Page(&page, a, &render.PageOptions{HTML: render.HTMLOptions{Base: base}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<link rel="canonical" href="https://bao.vn/1.html">`, `"url":"https://bao.vn/1.html"`, `"url":"https://bao.vn/thoi-su/hom-nay/a.jpg"`,
		`<meta property="og:image" content="https://bao.vn/thoi-su/hom-nay/a.jpg">`} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("no %s in %s", want, page.String())
		}
	}
}

// TestAltOmit has captions that look like one until they are written.
func TestAltOmit(t *testing.T) {
	opts := &render.HTMLOptions{Alt: render.AltOmit}
	deep := text("x")
	for range article.MaxDepth + 2 {
		deep = article.Inlines{&article.Emph{Text: deep}}
	}
	for _, caption := range []article.Inlines{nil, text("\u202e"), text("\u00a0"), deep, {&article.Emph{Text: text(" ")}}, {article.Break{}}} {
		f := &article.Figure{Image: article.Image{URL: "/a", Alt: "Cầu"}, Caption: article.Caption{Text: caption}}
		want := "<figure>\n<img src=\"/a\" alt=\"Cầu\"" + first + "\n</figure>\n"
		if got := body(t, opts, f); got != want {
			t.Errorf("caption %v: %s, want %s", caption, got, want)
		}
		f.Caption.Credit.Text = "Ảnh: A"
		want = "<figure aria-labelledby=\"caption\">\n<img src=\"/a\" alt=\"Cầu\"" + first + "\n" +
			"<figcaption id=\"caption\"><small class=\"credit\">Ảnh: A</small></figcaption>\n</figure>\n"
		if got := body(t, opts, f); got != want {
			t.Errorf("credit and caption %v: %s, want %s", caption, got, want)
		}
	}
}

// TestSrcset tests that one rendition of each width is written even if the
// first is dropped.
func TestSrcset(t *testing.T) {
	f := &article.Figure{Image: article.Image{URL: "/a", Sources: []article.Rendition{
		{URL: "/drop", Width: 320}, {URL: "/b", Width: 320}, {URL: "/c", Width: 320}, {URL: "/d", Width: 640}}}}
	got := body(t, &render.HTMLOptions{URL: func(u string) string { return strings.TrimPrefix(u, "/drop") }}, f)
	if want := `srcset="/b 320w, /d 640w"`; !strings.Contains(got, want) {
		t.Errorf("no %s in %s", want, got)
	}
}

func TestTimeOption(t *testing.T) {
	a := &article.Article{Published: published, Related: []*article.LinkBlock{{Links: []article.RelatedLink{{Title: "a", Published: published}}}}}
	got := inside(t, a, &render.HTMLOptions{Time: func(t time.Time) string { return t.Format("<02-01>") }})
	if n := strings.Count(got, `<time datetime="2023-03-10T08:05:00+07:00">&lt;10-03&gt;</time>`); n != 2 {
		t.Errorf("%d times in %s", n, got)
	}
	if got := inside(t, a, &render.HTMLOptions{Time: func(time.Time) string { return "" }}); strings.Contains(got, "<time") {
		t.Errorf("an empty text makes a time element: %s", got)
	}
}

func TestAppendTime(t *testing.T) {
	for i := range 5000 {
		at := time.Unix(int64(i)*7_654_321-5e10, 0)
		if got, want := string(render.AppendTime(nil, at)), vn.FormatTime(at); got != want {
			t.Fatalf("appendTime(%v) = %q, vn.FormatTime gives %q", at, got, want)
		}
	}
}

func TestDeterministic(t *testing.T) {
	a := sample()
	opts := &render.PageOptions{SiteName: "Báo", JSONLD: render.JSONLDOptions{PublisherName: "Báo"}}
	var want bytes.Buffer
	if err := render.Page(&want, a, opts); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		var got bytes.Buffer
		if err := render.Page(&got, a, opts); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Fatal("two runs differ")
		}
	}
}

func TestAltPolicyNames(t *testing.T) {
	for policy, want := range map[render.AltPolicy]string{render.AltAuto: "auto", render.AltKeep: "keep", render.AltOmit: "omit"} {
		text, err := policy.MarshalText()
		if string(text) != want || err != nil || policy.String() != want {
			t.Errorf("MarshalText() = %q, %v, String() = %q, want %q", text, err, policy, want)
		}
		var got render.AltPolicy
		if err := got.UnmarshalText([]byte(want)); err != nil || got != policy {
			t.Errorf("UnmarshalText(%q) gives %v, %v", want, got, err)
		}
	}
	strange := render.AltPolicy(3)
	if text, err := strange.MarshalText(); err == nil || !strings.HasPrefix(err.Error(), "render: AltPolicy(3)") || text != nil {
		t.Errorf("%v: MarshalText() = %q, %v, want an error", strange, text, err)
	}
	for _, in := range []string{"", "Auto", "keep ", "1", strings.Repeat("bỏ", 1000)} {
		got := render.AltKeep
		if err := got.UnmarshalText([]byte(in)); err == nil || !strings.HasPrefix(err.Error(), "render: unknown ") || len(err.Error()) > 300 || got != render.AltKeep {
			t.Errorf("UnmarshalText(%.20q) = %v and gives %v, want an error and no change", in, err, got)
		}
	}
}
