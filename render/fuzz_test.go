package render_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

// everywhere returns an article with s in its slots.
func everywhere(s string) *article.Article {
	in := article.Inlines{article.Text(s), &article.Link{URL: s, Text: text(s)}, &article.Span{Lang: s, Role: s, Text: text(s)}, article.Break{}}
	image := article.Image{URL: s, Alt: s, Width: len(s), Sources: []article.Rendition{{URL: s, Width: 1}}}
	links := &article.LinkBlock{Kind: article.LinkKind(s), Label: s, Links: []article.RelatedLink{{Title: s, URL: s, Image: &image}}}
	return &article.Article{
		ID: s, URL: s, Slug: s, Lang: s, Section: s, Kicker: s, Title: s, Lead: in, Byline: []article.Author{{Name: s, Role: s}},
		Dateline: s, Source: s, Published: published, Tags: []string{s},
		Body: article.Blocks{
			&article.Paragraph{Text: in}, &article.Heading{Level: len(s), Text: in},
			&article.Figure{Image: image, Caption: article.Caption{Text: in, Credit: article.Credit{Text: s}}},
			&article.Quote{Body: article.Blocks{para(s)}, Cite: in, URL: s}, &article.List{Items: []article.Blocks{{para(s)}}},
			&article.Table{Caption: in, Rows: [][]article.Cell{{{Text: in, Header: true}, {Text: in}}}},
			&article.Box{Title: s, Body: article.Blocks{para(s)}}, links,
			&article.Embed{Provider: s, URL: s, Title: s, Image: &image}, &article.Correction{Title: s, Text: in},
		},
		Related: []*article.LinkBlock{links},
	}
}

// tag is what may stand between < and > in a fragment.
var tag = regexp.MustCompile(`^/?[a-z][a-z0-9]*( [a-z-]+="[^"<>]*")*$`)

// FuzzHTML tests what can be seen without a parser; the module
// internal/htmltest has the tests with one.
func FuzzHTML(f *testing.F) {
	for _, s := range attacks(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := everywhere(s)
		for _, opts := range []*render.HTMLOptions{
			nil,
			{TitleLevel: len(s) % 8, Tone: vn.NewStyle, Alt: render.AltKeep, IDPrefix: s, HeadingID: func(*article.Heading) string { return s },
				URL: func(string) string { return s }, Time: func(time.Time) string { return s }},
		} {
			got := render.AppendHTML([]byte("before"), a, opts)
			html, ok := bytes.CutPrefix(got, []byte("before"))
			if !ok || !utf8.Valid(html) || bytes.ContainsAny(html, "\x00\r\x7f\u202e\u2066") {
				t.Fatalf("%q", got)
			}
			checkTags(t, html)
			checkTags(t, render.AppendBlocks(nil, a.Body, opts))
			var w bytes.Buffer
			if err := render.HTML(&w, a, opts); err != nil || !bytes.Equal(w.Bytes(), html) {
				t.Errorf("HTML writes %q, %v", w.Bytes(), err)
			}
		}
		jsonLD(t, a, &render.JSONLDOptions{PublisherName: s, PublisherURL: s, LogoURL: s})
	})
}

// checkTags tests that each tag of a fragment has the form of ours, and that
// elements that are opened are closed.
func checkTags(t *testing.T, html []byte) {
	t.Helper()
	open := 0
	for part := range strings.SplitSeq(string(html), "<") {
		if part == "" {
			continue
		}
		in, _, ok := strings.Cut(part, ">")
		if !ok || !tag.MatchString(in) {
			t.Fatalf("%q in %q", part, html)
		}
		switch el, _, _ := strings.Cut(in, " "); {
		case in[0] == '/':
			open--
		case el != "br" && el != "img" && el != "hr":
			open++
		}
	}
	if open != 0 {
		t.Errorf("%d elements are left open: %s", open, html)
	}
}
