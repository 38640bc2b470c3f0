package render_test

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/internal/racetest"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

// nest returns a paragraph inside n-1 boxes.
func nest(n int) article.Block {
	b := article.Block(para("inside"))
	for range n - 1 {
		b = &article.Box{Body: article.Blocks{b}}
	}
	return b
}

func TestDepth(t *testing.T) {
	if got := body(t, nil, nest(article.MaxDepth)); !strings.Contains(got, "inside") {
		t.Error("a block at the greatest depth is not rendered")
	}
	if got := body(t, nil, nest(article.MaxDepth+1)); got != "" {
		t.Errorf("blocks below the greatest depth are rendered: %s", got)
	}
	if got := body(t, nil, nest(1_000_000)); got != "" {
		t.Errorf("a million boxes: %s", got)
	}
	in := text("inside")
	for range 1_000_000 {
		in = article.Inlines{&article.Emph{Text: in}}
	}
	if got := body(t, nil, &article.Paragraph{Text: in}); got != "" {
		t.Errorf("a million em elements: %s", got)
	}
	if err := render.Page(io.Discard, &article.Article{Lead: in, Body: article.Blocks{heading(2, "x"), &article.Heading{Text: in}}}, nil); err != nil {
		t.Error(err)
	}
}

// TestCycles renders articles that hold themselves, more than once on each
// level.
func TestCycles(t *testing.T) {
	box := &article.Box{Title: "b"}
	box.Body = article.Blocks{box, para("x"), box}
	list := &article.List{}
	list.Items = []article.Blocks{{list, para("x")}, {list}}
	emph := &article.Emph{}
	emph.Text = article.Inlines{emph, article.Text("x"), emph}
	empty := &article.Strong{}
	empty.Text = article.Inlines{empty, empty}
	link := &article.Link{URL: "/x"}
	link.Text = article.Inlines{link, article.Text("x"), link}
	for _, b := range []article.Block{box, list, heading(2, ""), &article.Heading{Text: article.Inlines{empty}}, &article.Paragraph{Text: article.Inlines{emph}}, &article.Heading{Text: article.Inlines{link}},
		&article.Figure{Image: article.Image{URL: "/x", Alt: "y"}, Caption: article.Caption{Text: article.Inlines{emph}}}} {
		var out bytes.Buffer
		if err := render.HTML(&out, &article.Article{Body: article.Blocks{b}}, nil); err != nil {
			t.Fatal(err)
		}
		if out.Len() > 1<<30 {
			t.Errorf("%T: %d bytes", b, out.Len())
		}
	}
}

func TestManyBlocks(t *testing.T) {
	const n = 1_000_000
	bs := make(article.Blocks, n)
	for i := range bs {
		bs[i] = para("a")
	}
	got := render.AppendHTML(nil, &article.Article{Body: bs}, nil)
	if c := bytes.Count(got, []byte("<p>")); c != n {
		t.Errorf("%d of %d paragraphs", c, n)
	}
}

// TestLinear renders long texts in which each byte may cost its most, and many
// blocks that differ.
func TestLinear(t *testing.T) {
	links := func(n int) article.Block {
		in := make(article.Inlines, n)
		for i := range in {
			in[i] = &article.Link{URL: "/x" + strconv.Itoa(i), Text: text("a" + strconv.Itoa(i))}
		}
		return &article.Paragraph{Text: in}
	}
	// Headings of the same text need ids that differ.
	headings := func(text func(i int) string) func(int) article.Block {
		return func(n int) article.Block {
			h := &article.List{Items: make([]article.Blocks, n)}
			for i := range h.Items {
				h.Items[i] = article.Blocks{heading(2, text(i))}
			}
			return h
		}
	}
	repeat := func(s string) func(int) article.Block {
		return func(n int) article.Block { return para(strings.Repeat(s, n)) }
	}
	for name, make := range map[string]func(int) article.Block{
		"text": repeat("Thành ủy Cần Thơ "), "entities": repeat("&"), "invalid": repeat("\xff"), "truncated": repeat("\xe1\xba"),
		"CR": repeat("\r"), "bidi": repeat("\u202e"), "emoji": repeat("👍"), "links": links,
		"same headings": headings(func(int) string { return "a" }), "headings": headings(strconv.Itoa),
		"heading": func(n int) article.Block { return heading(2, strings.Repeat("a ", n)) },
	} {
		lineartest.Check(t, name, 4000, func(n int) func() {
			a := &article.Article{Body: article.Blocks{make(n)}}
			return func() { render.AppendHTML(nil, a, nil) }
		})
	}
}

func TestHugeParagraph(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a gigabyte")
	}
	n := racetest.Cases(100<<20) / 25
	s := strings.Repeat("Thành ủy & Cần Thơ <b>\n", n)
	got := render.AppendHTML(make([]byte, 0, len(s)*2), &article.Article{Body: article.Blocks{para(s)}}, nil)
	want := strings.Repeat("Thành ủy &amp; Cần Thơ &lt;b&gt;\n", n)
	if !strings.Contains(string(got), want) {
		t.Error("the text of 100 MB is not whole")
	}
}

func TestAllocs(t *testing.T) {
	if racetest.Enabled {
		t.Skip("the race detector makes pools forget")
	}
	a := sample()
	opts := new(render.HTMLOptions)
	dst := make([]byte, 0, 1<<16)
	for name, opts := range map[string]*render.HTMLOptions{"nil": nil, "zero": opts, "keep": {Alt: render.AltKeep, TitleLevel: 2, IDPrefix: "a"}, "tone": {Tone: vn.OldStyle}} {
		if n := testing.AllocsPerRun(200, func() { dst = render.AppendHTML(dst[:0], a, opts) }); n != 0 {
			t.Errorf("AppendHTML with %s options: %v allocations", name, n)
		}
	}
}

// TestSize tests that the estimate is enough for ordinary articles and not
// wasteful.
func TestSize(t *testing.T) {
	a := sample()
	if size, n := render.SizeHTML(a), len(render.AppendHTML(nil, a, nil)); size < n || size > 2*n {
		t.Errorf("estimate %d for %d bytes", size, n)
	}
}
