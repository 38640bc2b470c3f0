package bench

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/bench/page"
	"github.com/toasoan/toasoan/render"
)

// A newsPage is an article as the engines get it.
type newsPage struct {
	article *article.Article
	view    *page.View
	html    []byte
}

// newsPages returns articles of which one paragraph has a link and bold type.
func newsPages() (list []newsPage) {
	for _, a := range news(64) {
		a.Body = append(a.Body, &article.Paragraph{Text: article.Inlines{article.Text("Xem "),
			&article.Link{URL: a.URL + "?a=1&b=2", Text: plain("toàn văn nghị quyết")}, article.Text(" và "),
			&article.Strong{Text: plain("phụ lục")}, article.Text(" <mới>.")}})
		list = append(list, newsPage{a, page.Of(a), render.AppendHTML(nil, a, nil)})
	}
	return list
}

// The engines that write the markup of render.AppendHTML, with no more than they
// need of the memory that the caller has.
var htmlPeers = []struct {
	name  string
	write func(b *bytes.Buffer, p newsPage)
}{
	{"render.AppendHTML", func(b *bytes.Buffer, p newsPage) {
		b.Write(render.AppendHTML(b.AvailableBuffer(), p.article, nil))
	}},
	{"render.HTML", func(b *bytes.Buffer, p newsPage) { render.HTML(b, p.article, nil) }},
	{"quicktemplate", func(b *bytes.Buffer, p newsPage) { page.WriteQuick(b, p.view) }},
	{"templ", func(b *bytes.Buffer, p newsPage) { page.Templ(p.view).Render(context.Background(), b) }},
	{"html/template", func(b *bytes.Buffer, p newsPage) { page.Template.Execute(b, p.view) }},
}

// tokens returns what a browser reads: the tags with their attributes, and the
// text. White space is left out, for templ has its own rules of where it stands.
func tokens(t *testing.T, data []byte) (list []html.Token) {
	z := html.NewTokenizer(bytes.NewReader(data))
	for z.Next() != html.ErrorToken {
		x := z.Token()
		if x.Type == html.TextToken {
			x.Data = strings.Join(strings.Fields(x.Data), "")
			if x.Data == "" {
				continue
			}
		}
		list = append(list, x)
	}
	if err := z.Err(); err != io.EOF {
		t.Fatal(err)
	}
	return list
}

// TestHTML checks that all engines write the same markup: the comparison is of the
// same work.
func TestHTML(t *testing.T) {
	for _, p := range newsPages() {
		want := tokens(t, p.html)
		if len(want) < 150 {
			t.Fatalf("only %d tokens", len(want))
		}
		for _, e := range htmlPeers {
			var b bytes.Buffer
			e.write(&b, p)
			if n, m := b.Len(), len(p.html); n < m*97/100 || n > m*103/100 {
				t.Errorf("%s writes %d bytes, render %d", e.name, n, m)
			}
			if diff := cmp.Diff(want, tokens(t, b.Bytes())); diff != "" {
				t.Fatalf("%s writes other markup (-render +%s):\n%s", e.name, e.name, diff)
			}
		}
	}
}

// BenchmarkHTML: articles to HTML, into a buffer that is used again.
func BenchmarkHTML(b *testing.B) {
	list := newsPages()
	size := func(p newsPage) int { return len(p.html) }
	for _, e := range htmlPeers {
		b.Run(e.name, func(b *testing.B) {
			var buf bytes.Buffer
			buf.Grow(1 << 16)
			each(b, list, size, func(p newsPage) { buf.Reset(); e.write(&buf, p) })
		})
	}
	b.Run("memcpy", func(b *testing.B) {
		dst := make([]byte, 1<<16)
		each(b, list, size, func(p newsPage) { copy(dst, p.html) })
	})
}
