package render_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// kinds returns an article with every kind of block.
func kinds() *article.Article {
	a := &article.Article{Lang: "vi-VN", Title: "Đủ các loại khối", Dateline: "Cần Thơ, ngày 23-11", Published: published}
	for _, tt := range blockTests {
		a.Body = append(a.Body, tt.block)
	}
	return a
}

// foreign returns an article in another language in which words of ours would
// stand.
func foreign() *article.Article {
	return &article.Article{
		ID: "en-1", URL: "en/bridge.html", Lang: "en", Title: "Bridge opened", Source: "VNA", Published: published, Modified: published.Add(time.Hour),
		Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "photo"}},
		Body: article.Blocks{
			para("Traffic began on Friday."), &article.Correction{Published: published, Text: text("It is 15.2 km long.")},
			&article.Figure{Image: article.Image{URL: "a.jpg"}, Caption: article.Caption{Text: text("The bridge"), Credit: article.Credit{People: []string{"Lê Phương"}, Source: "VNA"}}},
			&article.LinkBlock{Links: []article.RelatedLink{{Title: "Old bridge stays open", URL: "/en/old.html", Published: published}}},
		},
	}
}

// everyOption returns options of which none is the default.
func everyOption() *render.HTMLOptions {
	return &render.HTMLOptions{
		TitleLevel: 2,
		Tone:       vn.NewStyle,
		Alt:        render.AltOmit,
		HeadingID:  func(h *article.Heading) string { return "muc" },
		URL:        func(u string) string { return "https://cdn.example/?u=" + u },
		Time:       func(t time.Time) string { return t.Format("15:04 2-1-2006") },
		IDPrefix:   "bai1-",
		Block: func(w *render.HTMLWriter, b article.Block) bool {
			if _, ok := b.(*article.Divider); !ok {
				return false
			}
			w.Markup("<p class=\"divider\">")
			w.Text("***")
			w.Markup("</p>\n")
			return true
		},
	}
}

// TestGolden compares whole outputs with the files in testdata/golden.
func TestGolden(t *testing.T) {
	html := func(a *article.Article, opts *render.HTMLOptions) func(io.Writer) error {
		return func(w io.Writer) error { return render.HTML(w, a, opts) }
	}
	tests := []struct {
		name  string
		write func(io.Writer) error
	}{
		{"sample.html", html(sample(), nil)},
		{"kinds.html", html(kinds(), nil)},
		{"blocks.html", func(w io.Writer) error {
			_, err := w.Write(render.AppendBlocks(nil, kinds().Body, &render.HTMLOptions{Base: "https://bao.example/x/", IDPrefix: "b-"}))
			return err
		}},
		{"options.html", html(kinds(), everyOption())},
		{"sample-page.html", func(w io.Writer) error {
			return render.Page(w, sample(), &render.PageOptions{HTML: *everyOption(), SiteName: "Báo Ví Dụ", Nonce: "dG9hc29hbg==", NoStyle: true,
				JSONLD: render.JSONLDOptions{PublisherName: "Báo Ví Dụ", PublisherURL: "https://bao.example/", LogoURL: "https://bao.example/logo.png"}})
		}},
		{"kinds.rss", func(w io.Writer) error {
			feed := &render.Feed{Title: "Báo Ví Dụ", URL: "https://bao.example/", Self: "https://bao.example/rss", Description: "Tin & bài", Lang: "vi-VN",
				Copyright: "© Báo Ví Dụ", Articles: []*article.Article{kinds(), sample(), foreign()}}
			return render.RSS(w, feed, &render.HTMLOptions{Base: "https://bao.example/"})
		}},
		{"kinds.md", func(w io.Writer) error { return render.Markdown(w, kinds(), nil) }},
		{"sample.md", func(w io.Writer) error {
			return render.Markdown(w, sample(), &render.MarkdownOptions{NoFrontMatter: true, TitleLevel: 2, Tone: vn.NewStyle, Base: "https://bao.example/"})
		}},
		{"foreign.md", func(w io.Writer) error { return render.Markdown(w, foreign(), &render.MarkdownOptions{TitleLevel: 1}) }},
		{"news.xml", func(w io.Writer) error {
			return render.NewsSitemap(w, &render.Sitemap{Name: "Báo Ví Dụ", Base: "https://bao.example/", Articles: []*article.Article{kinds(), sample(), foreign()}})
		}},
		{"sample.jsonld", func(w io.Writer) error { return render.JSONLD(w, sample(), nil) }},
	}
	for _, tt := range tests {
		var got bytes.Buffer
		if err := tt.write(&got); err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		path := filepath.Join("testdata", "golden", tt.name)
		if *update {
			if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}
