package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/internal/racetest"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

// An element is what a line of the outline of an XML document stands for.
type element struct{ path, text string }

// outline returns the elements of an XML document that hold text or have
// attributes, with the names of those around them.
func outline(t testing.TB, doc []byte) (es []element) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(doc))
	var path []string
	text := ""
	for {
		tok, err := d.Token()
		if err != nil {
			if err != io.EOF {
				t.Fatalf("%v: %s", err, doc)
			}
			return es
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			name := tok.Name.Local
			if tok.Name.Space != "" {
				space := strings.Trim(tok.Name.Space, "/")
				name = space[strings.LastIndexByte(space, '/')+1:] + ":" + name
			}
			path, text = append(path, name), ""
			for _, a := range tok.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					es = append(es, element{strings.Join(path, " ") + "@" + a.Name.Local, a.Value})
				}
			}
		case xml.CharData:
			text += string(tok)
		case xml.EndElement:
			if s := strings.TrimSpace(text); s != "" {
				es = append(es, element{strings.Join(path, " "), s})
			}
			path, text = path[:len(path)-1], ""
		case xml.Comment, xml.Directive:
			t.Fatalf("%T in %s", tok, doc)
		}
	}
}

// find returns the texts of the elements at a path.
func find(es []element, path string) (texts []string) {
	for _, e := range es {
		if e.path == path {
			texts = append(texts, e.text)
		}
	}
	return texts
}

func rss(t testing.TB, feed *render.Feed, opts *render.HTMLOptions) []element {
	t.Helper()
	var b bytes.Buffer
	if err := render.RSS(&b, feed, opts); err != nil {
		t.Fatal(err)
	}
	return outline(t, b.Bytes())
}

func TestRSS(t *testing.T) {
	a := &article.Article{
		ID: "tin-1", URL: "/thoi-su/cau.html", Section: "Thời sự", Title: "Cầu <mới> & đường", Lead: article.Inlines{article.Text("A < "), &article.Strong{Text: text("B & \"C\"")}},
		Byline:    []article.Author{{Name: "Procter & Gamble", Organization: true}, {Name: "Lê Phương", Role: "ảnh"}, {Name: "Minh Anh", Role: "tin, ảnh"}},
		Published: time.Date(2023, 3, 10, 1, 5, 0, 0, time.UTC), Modified: published.Add(time.Hour), Tags: []string{"cầu", "\u00a0", "]]>"},
		Body: article.Blocks{
			para("x ]]> <y>"), &article.Figure{Image: article.Image{URL: "a.jpg", Width: 640, Height: -1},
				Caption: article.Caption{Text: article.Inlines{article.Text("Cầu "), &article.Emph{Text: text("mới")}}, Credit: article.Credit{People: []string{"A"}, Source: "TTXVN"}}},
			&article.Gallery{Figures: []*article.Figure{{Image: article.Image{URL: "https://cdn.example/b.jpg"}}, {Image: article.Image{URL: "javascript:x"}, Caption: article.Caption{Text: text("c")}}}},
		},
	}
	feed := &render.Feed{Title: "Báo & <b>", URL: "https://bao.example/", Self: "https://bao.example/rss?a=1&b=2", Description: "Tin", Lang: "en", Copyright: "©",
		Articles: []*article.Article{nil, a, {}, {Title: "Không ngày", Body: article.Blocks{para("Một đoạn.")}}}}
	want := []element{
		{"rss@version", "2.0"},
		{"rss channel title", "Báo & <b>"},
		{"rss channel link", "https://bao.example/"},
		{"rss channel description", "Tin"},
		{"rss channel language", "en"},
		{"rss channel copyright", "©"},
		{"rss channel lastBuildDate", "Fri, 10 Mar 2023 09:05:00 +0700"},
		{"rss channel Atom:link@href", "https://bao.example/rss?a=1&b=2"},
		{"rss channel Atom:link@rel", "self"},
		{"rss channel Atom:link@type", "application/rss+xml"},
		{"rss channel item title", "Cầu <mới> & đường"},
		{"rss channel item link", "https://bao.example/thoi-su/cau.html"},
		{"rss channel item guid@isPermaLink", "false"},
		{"rss channel item guid", "tin-1"},
		{"rss channel item pubDate", "Fri, 10 Mar 2023 01:05:00 +0000"},
		{"rss channel item 1.1:creator", "Procter & Gamble"},
		{"rss channel item 1.1:creator", "Minh Anh"},
		{"rss channel item category", "Thời sự"},
		{"rss channel item category", "cầu"},
		{"rss channel item category", "]]>"},
		{"rss channel item description", "A &lt; B &amp; \"C\""},
		{"rss channel item content:encoded", strings.TrimSpace(string(render.AppendBlocks(nil, a.Body, &render.HTMLOptions{Base: "https://bao.example/tin/"})))},
		{"rss channel item mrss:content@url", "https://bao.example/tin/a.jpg"},
		{"rss channel item mrss:content@medium", "image"},
		{"rss channel item mrss:content@width", "640"},
		{"rss channel item mrss:content mrss:description@type", "plain"},
		{"rss channel item mrss:content mrss:description", "Cầu mới"},
		{"rss channel item mrss:content mrss:credit", "A/TTXVN"},
		{"rss channel item mrss:content@url", "https://cdn.example/b.jpg"},
		{"rss channel item mrss:content@medium", "image"},
		{"rss channel item title", "Không ngày"},
		{"rss channel item description", "Một đoạn."},
		{"rss channel item content:encoded", "<p>Một đoạn.</p>"},
	}
	got := rss(t, feed, &render.HTMLOptions{Base: "https://bao.example/tin/"})
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(element{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}

	feed.Summary = true
	want = slices.DeleteFunc(want, func(e element) bool { return strings.HasSuffix(e.path, "encoded") })
	if diff := cmp.Diff(want, rss(t, feed, &render.HTMLOptions{Base: "https://bao.example/tin/"}), cmp.AllowUnexported(element{})); diff != "" {
		t.Errorf("summary: -want +got\n%s", diff)
	}
}

// TestRSSAddresses tests what the references of an article are resolved
// against.
func TestRSSAddresses(t *testing.T) {
	item := func(u string) *article.Article {
		return &article.Article{Title: "x", URL: u, Body: article.Blocks{
			&article.Figure{Image: article.Image{URL: "a.jpg"}}, &article.Paragraph{Text: article.Inlines{&article.Link{URL: "/b", Text: text("y")}}}}}
	}
	tests := []struct{ base, url, link, guid, image, href string }{
		{"", "https://bao.example/x/1.html", "https://bao.example/x/1.html", "true", "https://bao.example/x/a.jpg", "https://bao.example/b"},
		{"", "/x/1.html", "", "", "", "/b"},
		{"", "javascript:x", "", "", "", "/b"},
		{"https://b.example/", "/x/1.html", "https://b.example/x/1.html", "true", "https://b.example/a.jpg", "https://b.example/b"},
		{"https://b.example/", "", "", "", "https://b.example/a.jpg", "https://b.example/b"},
		{"/relative/", "https://bao.example/x/1.html", "https://bao.example/x/1.html", "true", "https://bao.example/x/a.jpg", "https://bao.example/b"},
	}
	for _, tt := range tests {
		// The second article must not inherit the base of the first.
		es := rss(t, &render.Feed{Articles: []*article.Article{{Title: "before", URL: "https://other.example/"}, item(tt.url)}}, &render.HTMLOptions{Base: tt.base})
		last := func(path string) string {
			i := slices.IndexFunc(es, func(e element) bool { return e.text == "x" })
			s, _, _ := strings.Cut(strings.Join(find(es[i:], "rss channel item "+path), " "), " ")
			return s
		}
		if got := last("link"); got != tt.link {
			t.Errorf("%q, %q: link %q, want %q", tt.base, tt.url, got, tt.link)
		}
		if got := last("guid@isPermaLink"); got != tt.guid {
			t.Errorf("%q, %q: guid %q, want %q", tt.base, tt.url, got, tt.guid)
		}
		if got := last("mrss:content@url"); got != tt.image {
			t.Errorf("%q, %q: image %q, want %q", tt.base, tt.url, got, tt.image)
		}
		if got := find(es, "rss channel item content:encoded"); len(got) != 1 || !strings.Contains(got[0], `<a href="`+tt.href+`">`) {
			t.Errorf("%q, %q: no link to %q in %s", tt.base, tt.url, tt.href, got)
		}
	}
}

// TestRSSOptions tests that the options hold for a feed, and that markup of a
// hook cannot end the section it stands in.
func TestRSSOptions(t *testing.T) {
	a := &article.Article{Title: "Thành uỷ", Lead: text("hoà"), Body: article.Blocks{para("thuỷ"),
		&article.Figure{Image: article.Image{URL: "https://a.example/a.jpg"}, Caption: article.Caption{Text: article.Inlines{article.Text("uỷ "), article.Break{}, article.Text("ban")}}}}}
	opts := &render.HTMLOptions{Tone: vn.OldStyle, URL: func(u string) string { return u + "?proxy" }, Block: func(w *render.HTMLWriter, b article.Block) bool {
		w.Markup("<x>]]>\x00</x>")
		return false
	}}
	es := rss(t, &render.Feed{Title: "uỷ", Articles: []*article.Article{a}}, opts)
	opts.Block = func(w *render.HTMLWriter, b article.Block) bool {
		w.Markup("<p>a]]>\x01\ufffe]]></p>")
		return true
	}
	es = append(es, rss(t, &render.Feed{Articles: []*article.Article{a}}, opts)...)
	for path, want := range map[string]string{
		"rss channel title":                              "ủy",
		"rss channel item title":                         "Thành ủy|Thành ủy",
		"rss channel item description":                   "hòa|hòa",
		"rss channel item mrss:content@url":              "https://a.example/a.jpg?proxy|https://a.example/a.jpg?proxy",
		"rss channel item mrss:content mrss:description": "ủy  ban|ủy  ban",
		"rss channel item content:encoded": "<p>thủy</p>\n<figure aria-labelledby=\"caption\">\n<img src=\"https://a.example/a.jpg?proxy\" alt=\"\"" + first + "\n" +
			"<figcaption id=\"caption\">ủy <br>ban</figcaption>\n</figure>|<p>a]]>\ufffd]]></p><p>a]]>\ufffd]]></p>",
	} {
		if got := strings.Join(find(es, path), "|"); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestNewsSitemap(t *testing.T) {
	as := []*article.Article{
		nil,
		{URL: "/tin/1.html?a&b", Title: "Cầu <mới> & đường", Published: time.Date(2023, 3, 10, 1, 5, 0, 9, time.UTC)},
		{Title: "không địa chỉ", Published: published},
		{URL: "mailto:a@b.vn", Title: "không phải trang", Published: published},
		{URL: "/2", Title: "không ngày", Modified: published},
		{URL: "/3", Published: published},
		{URL: "/4", Title: "quá xa", Published: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)},
		{URL: "https://khac.example/5", Lead: text("Chỉ có sapo."), Published: published},
	}
	var b bytes.Buffer
	if err := render.NewsSitemap(&b, &render.Sitemap{Name: "Báo & <b>", Lang: "vi-VN", Base: "https://bao.example/", Articles: as}); err != nil {
		t.Fatal(err)
	}
	const url, news = "0.9:urlset 0.9:url", "0.9:urlset 0.9:url 0.9:news"
	want := []element{
		{url + " 0.9:loc", "https://bao.example/tin/1.html?a&b"},
		{news + " 0.9:publication 0.9:name", "Báo & <b>"},
		{news + " 0.9:publication 0.9:language", "vi"},
		{news + " 0.9:publication_date", "2023-03-10T01:05:00Z"},
		{news + " 0.9:title", "Cầu <mới> & đường"},
		{url + " 0.9:loc", "https://khac.example/5"},
		{news + " 0.9:publication 0.9:name", "Báo & <b>"},
		{news + " 0.9:publication 0.9:language", "vi"},
		{news + " 0.9:publication_date", "2023-03-10T08:05:00+07:00"},
		{news + " 0.9:title", "Chỉ có sapo."},
	}
	if diff := cmp.Diff(want, outline(t, b.Bytes()), cmp.AllowUnexported(element{})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for lang, want := range map[string]string{"": "vi", "VI": "vi", "en-GB": "en", "zh-Hant": "zh-tw", "zh-CN": "zh-cn", "zh": "zh-cn", "x-klingon": "vi", "no such": "vi", "fil": "fil"} {
		b.Reset()
		if err := render.NewsSitemap(&b, &render.Sitemap{Lang: lang, Base: "https://bao.example/", Articles: as[:2]}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(find(outline(t, b.Bytes()), news+" 0.9:publication 0.9:language"), " "); got != want {
			t.Errorf("language %q: %q, want %q", lang, got, want)
		}
	}
}

func TestNewsSitemapLimit(t *testing.T) {
	var as []*article.Article
	for i := range 1500 {
		as = append(as, &article.Article{URL: fmt.Sprintf("https://bao.example/%d", i), Title: "x"})
		if i%10 != 0 {
			as[i].Published = published
		}
	}
	var b bytes.Buffer
	if err := render.NewsSitemap(&b, &render.Sitemap{Articles: as}); err != nil {
		t.Fatal(err)
	}
	locs := find(outline(t, b.Bytes()), "0.9:urlset 0.9:url 0.9:loc")
	if len(locs) != 1000 || locs[0] != "https://bao.example/1" || locs[999] != "https://bao.example/1111" {
		t.Errorf("%d articles, from %s to %s", len(locs), locs[0], locs[len(locs)-1])
	}
}

func TestFeedsOfNothing(t *testing.T) {
	for _, feed := range []*render.Feed{nil, {}, {Articles: []*article.Article{nil, {}}}} {
		es := rss(t, feed, nil)
		if want := []element{{"rss@version", "2.0"}, {"rss channel language", "vi"}}; !slices.Equal(es, want) {
			t.Errorf("%v: %v", feed, es)
		}
	}
	for _, site := range []*render.Sitemap{nil, {}, {Articles: []*article.Article{nil, {}}}} {
		var b bytes.Buffer
		if err := render.NewsSitemap(&b, site); err != nil || len(outline(t, b.Bytes())) > 0 {
			t.Errorf("%v: %v, %s", site, err, b.String())
		}
	}
	want := errors.New("no room")
	w := writerFunc(func([]byte) (int, error) { return 0, want })
	if err := render.RSS(w, nil, nil); !errors.Is(err, want) {
		t.Errorf("RSS returns %v", err)
	}
	if err := render.NewsSitemap(w, nil); !errors.Is(err, want) {
		t.Errorf("NewsSitemap returns %v", err)
	}
}

// everyFeed returns a feed and a sitemap with s in their slots.
func everyFeed(s string) (*render.Feed, *render.Sitemap) {
	as := []*article.Article{everywhere(s), sample(), everywhere(s)}
	return &render.Feed{Title: s, URL: s, Self: s, Description: s, Lang: s, Copyright: s, Articles: as}, &render.Sitemap{Name: s, Lang: s, Base: s, Articles: as}
}

func FuzzFeeds(f *testing.F) {
	for _, s := range attacks(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		feed, site := everyFeed(s)
		for _, opts := range []*render.HTMLOptions{nil, {Base: s, Tone: vn.OldStyle, IDPrefix: s, URL: func(string) string { return s }, Time: func(time.Time) string { return s }}} {
			es := rss(t, feed, opts)
			if opts != nil {
				continue
			}
			want := strings.TrimSpace(strings.ReplaceAll(render.CleanText(s), "\r", ""))
			if got := find(es, "rss channel title"); want != "" && (len(got) != 1 || got[0] != want) {
				t.Errorf("title %q, want %q", got, want)
			}
			for _, e := range es {
				if e.text != "" && (e.path == "rss channel item link" || e.path == "rss channel link" || strings.HasSuffix(e.path, "@url") || strings.HasSuffix(e.path, "@href")) &&
					!strings.HasPrefix(strings.ToLower(e.text), "http") {
					t.Errorf("%s: %q", e.path, e.text)
				}
			}
		}
		var b bytes.Buffer
		if err := render.NewsSitemap(&b, site); err != nil {
			t.Fatal(err)
		}
		for _, loc := range find(outline(t, b.Bytes()), "0.9:urlset 0.9:url 0.9:loc") {
			if !strings.HasPrefix(strings.ToLower(loc), "http") {
				t.Errorf("loc %q", loc)
			}
		}
	})
}

func TestFeedAllocs(t *testing.T) {
	if racetest.Enabled {
		t.Skip("the race detector makes pools forget")
	}
	one, many := []*article.Article{sample()}, make([]*article.Article, 20)
	for i := range many {
		many[i] = sample()
	}
	discard := writerFunc(func(b []byte) (int, error) { return len(b), nil })
	count := func(as []*article.Article) float64 {
		return testing.AllocsPerRun(50, func() {
			render.RSS(discard, &render.Feed{Articles: as}, nil)
			render.NewsSitemap(discard, &render.Sitemap{Articles: as})
		})
	}
	if a, b := count(one), count(many); b > a {
		t.Errorf("%v allocations for an article, %v for 20", a, b)
	}
}

func TestFeedLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, make := range map[string]func(n int) []*article.Article{
		"articles": func(n int) (as []*article.Article) {
			for i := range n / 1024 {
				as = append(as, &article.Article{URL: fmt.Sprintf("https://bao.example/%d", i), Title: fmt.Sprint("Tin ", i), Published: published, Body: article.Blocks{para("x")}})
			}
			return as
		},
		"pictures": func(n int) []*article.Article {
			g := new(article.Gallery)
			for i := range n / 1024 {
				g.Figures = append(g.Figures, &article.Figure{Image: article.Image{URL: fmt.Sprintf("https://bao.example/%d.jpg", i)}, Caption: article.Caption{Text: text(fmt.Sprint("Ảnh ", i))}})
			}
			return []*article.Article{{Title: "x", Body: article.Blocks{g}}}
		},
		"lead": func(n int) []*article.Article { return []*article.Article{{Lead: text(strings.Repeat("&<", n/2))}} },
	} {
		lineartest.Check(t, name, 1<<19, func(n int) func() {
			as := make(n)
			return func() {
				render.RSS(io.Discard, &render.Feed{Articles: as}, nil)
				render.NewsSitemap(io.Discard, &render.Sitemap{Articles: as})
			}
		})
	}
}

func BenchmarkRSS(b *testing.B) {
	as := news()
	size := 0
	count := writerFunc(func(p []byte) (int, error) { size = len(p); return len(p), nil })
	for range 2 {
		if err := render.RSS(count, &render.Feed{Articles: as}, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if err := render.RSS(io.Discard, &render.Feed{Articles: as}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
