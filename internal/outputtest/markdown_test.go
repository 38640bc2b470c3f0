package outputtest

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/net/html"
)

// processors are goldmark as different programs set it. What the text means
// must not depend on them.
var processors = map[string]goldmark.Markdown{
	"GitHub": goldmark.New(goldmark.WithExtensions(extension.GFM)),
	"Hugo": goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithAttribute())),
	"tables": goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)),
}

// readMarkdown returns what a processor makes of Markdown.
func readMarkdown(t testing.TB, p goldmark.Markdown, src string) *reading {
	t.Helper()
	var out bytes.Buffer
	if err := p.Convert([]byte(src), &out); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "<!-- raw HTML omitted -->") {
		t.Errorf("raw HTML in %s", src)
	}
	doc, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	d := new(reading)
	readHTML(doc, mark{}, d)
	return d
}

// markdown writes an article and cuts the front matter off.
func markdown(t testing.TB, a *article.Article) (front, text string) {
	t.Helper()
	var b strings.Builder
	if err := render.Markdown(&b, a, nil); err != nil {
		t.Fatal(err)
	}
	front, text, ok := strings.Cut(strings.TrimPrefix(b.String(), "---\n"), "---\n\n")
	if !ok || !strings.HasPrefix(b.String(), "---\n") {
		t.Fatalf("no front matter: %s", b.String())
	}
	return front, text
}

// checkMarkdown tests that every processor reads an article's Markdown as the
// article is: each character, its markup, its link, and each picture.
func checkMarkdown(t testing.TB, a *article.Article) bool {
	t.Helper()
	_, text := markdown(t, a)
	want := readArticle(a)
	for name, p := range processors {
		got := readMarkdown(t, p, text)
		if slices.Equal(want.Marks, got.Marks) && slices.Equal(want.Pictures, got.Pictures) && want.Dividers == got.Dividers {
			continue
		}
		i := 0
		for i < min(len(want.Marks), len(got.Marks)) && want.Marks[i] == got.Marks[i] {
			i++
		}
		t.Errorf("%s: after %q: %+v, want %+v; pictures -want +got\n%s\n%s", name, (&reading{Marks: want.Marks[:i]}).text(), at(got.Marks, i), at(want.Marks, i),
			cmp.Diff(want.Pictures, got.Pictures), text)
		return false
	}
	return true
}

func at(ms []mark, i int) mark {
	if i < len(ms) {
		return ms[i]
	}
	return mark{}
}

func TestMarkdownFixtures(t *testing.T) {
	fixtures(t, func(t *testing.T, a *article.Article) { checkMarkdown(t, a) })
}

// random returns an article of random texts, markup and blocks.
func random(seed uint64) *article.Article {
	g := generator{rand.New(rand.NewPCG(seed, 24))}
	a := &article.Article{Lead: g.inlines(2)}
	for range g.IntN(4) {
		a.Body = append(a.Body, g.block(1+int(seed%2)))
	}
	return a
}

func TestMarkdownRandom(t *testing.T) {
	n := uint64(5_000)
	if testing.Short() {
		n = 500
	}
	for seed := range n {
		if !checkMarkdown(t, random(seed)) {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { checkMarkdown(t, random(seed)) })
}

// TestMarkdownAttacks has each hostile text everywhere.
func TestMarkdownAttacks(t *testing.T) {
	for _, s := range attacks(t) {
		if !shown(cleaned(s)) {
			continue // a text that shows nothing is left out
		}
		in := func(s string) article.Inlines {
			return article.Inlines{article.Text(s), &article.Strong{Text: article.Inlines{article.Text(s)}}, article.Break{}, article.Text(s), &article.Link{URL: s, Text: article.Inlines{article.Text(s)}}}
		}
		p := &article.Paragraph{Text: in(s)}
		m := article.Image{URL: s, Alt: s}
		links := &article.LinkBlock{Label: s, Links: []article.RelatedLink{{Title: s, URL: s, Image: &m}}}
		checkMarkdown(t, &article.Article{
			Title: s, Lead: in(s), Body: article.Blocks{
				p, &article.Heading{Level: 3, Text: in(s)}, &article.Figure{Image: m, Caption: article.Caption{Text: in(s), Credit: article.Credit{Text: s}}},
				&article.Quote{Body: article.Blocks{p}, Cite: article.Inlines{article.Text(s)}, URL: s}, &article.List{Items: []article.Blocks{{p}, {p}}},
				&article.List{Ordered: true, Items: []article.Blocks{{p, p}}}, &article.Table{Caption: in(s), Rows: [][]article.Cell{{{Text: in(s), Header: true}}, {{Text: in(s)}, {Text: in(s)}}}},
				&article.Box{Title: s, Body: article.Blocks{p}}, links, &article.Embed{Provider: s, URL: s, Title: s, Image: &m},
				&article.Correction{Title: s, Statement: in(s), Text: in(s)},
			}, Related: []*article.LinkBlock{links},
		})
	}
}

// A generator makes random texts of what Markdown might read.
type generator struct{ *rand.Rand }

var pieces = []string{
	"a", "Cầu", "đ", "1", "2026", " ", " ", "  ", "\n", "\t", "\u00a0", "\u200b", "e\u0301", "桥", "😀", "€", "$", "“", "”", "–", "…", "´", "©",
	"!", "\"", "#", "##", "%", "&", "'", "(", ")", "*", "**", "+", "++", ",", "-", "--", "---", ".", "...", "/", "//", ":", "::", ";", "<", "<<", "=", "==", ">", ">>",
	"?", "@", "[", "\\", "]", "^", "_", "__", "`", "```", "{", "{{", "|", "}", "~", "~~", "~~~", "1.", "1)", "- ", "+ ", "* ", "> ", "# ", "    ", ": ", "[x]", "[^1]", "[^1]: ",
	"](", "![", "<b>", "</b>", "<!--", "-->", "&amp;", "&#65;", "&copy;", "http://", "https://bao.vn", "www.bao.vn", "a@b.vn", "mailto:", "{{<", "{{%", "%}}", "{#id}", "{.c}",
	"===", "\n---\n", "\n***\n", "\n\n", "| a | b |\n|---|---|\n", "<https://x.vn>", ":smile:", "[a]: /b", "\\\n", "  \n",
}

func (g generator) str() string {
	var b strings.Builder
	for range 1 + g.IntN(5) {
		b.WriteString(pieces[g.IntN(len(pieces))])
	}
	return b.String()
}

var urls = []string{"/a", "/a_b_c?x=1&copy;=2", "https://bao.vn/(a)*b*", "mailto:a@b.vn", "javascript:x", "", "/a|b[c]", "#x", "?%G", "/cầu"}

func (g generator) url() string { return urls[g.IntN(len(urls))] }

func (g generator) inlines(depth int) (in article.Inlines) {
	for range 1 + g.IntN(3) {
		kind := g.IntN(9)
		if depth == 0 {
			kind = 0
		}
		switch kind {
		case 1, 2:
			in = append(in, &article.Emph{Text: g.inlines(depth - 1)})
		case 3, 4:
			in = append(in, &article.Strong{Text: g.inlines(depth - 1)})
		case 5:
			in = append(in, &article.Link{URL: g.url(), Text: g.inlines(depth - 1)})
		case 6:
			in = append(in, article.Break{})
		default:
			in = append(in, article.Text(g.str()))
		}
	}
	return in
}

func (g generator) image() article.Image { return article.Image{URL: g.url(), Alt: g.str()} }

func (g generator) blocks(depth int) (bs article.Blocks) {
	for range 1 + g.IntN(2) {
		bs = append(bs, g.block(depth))
	}
	return bs
}

func (g generator) block(depth int) article.Block {
	kind := g.IntN(15)
	if depth == 0 {
		kind = 14
	}
	switch kind {
	case 0:
		return &article.Heading{Level: 1 + g.IntN(7), Text: g.inlines(2)}
	case 1:
		return &article.Figure{Image: g.image(), Caption: article.Caption{Text: g.inlines(2), Credit: article.Credit{Text: g.str()}}}
	case 2:
		return &article.Gallery{Figures: []*article.Figure{{Image: g.image()}, {Image: g.image()}}, Caption: article.Caption{Text: g.inlines(1), Credit: article.Credit{People: []string{g.str()}}}}
	case 3:
		return &article.Quote{Body: g.blocks(depth - 1), Cite: g.inlines(1), URL: g.url()}
	case 4, 5, 6:
		l := &article.List{Ordered: kind == 4}
		for range 1 + g.IntN(3) + g.IntN(30)/29*10 {
			l.Items = append(l.Items, g.blocks(depth-1))
		}
		return l
	case 7:
		t := &article.Table{Caption: g.inlines(1)}
		for range 1 + g.IntN(3) {
			var row []article.Cell
			for range g.IntN(4) {
				row = append(row, article.Cell{Text: g.inlines(2), Header: g.IntN(2) == 0})
			}
			t.Rows = append(t.Rows, row)
		}
		return t
	case 8:
		return &article.Box{Title: g.str(), Body: g.blocks(depth - 1)}
	case 9:
		m := g.image()
		return &article.LinkBlock{Label: g.str(), Links: []article.RelatedLink{{Title: g.str(), URL: g.url()}, {Title: g.str(), URL: g.url(), Image: &m}}}
	case 10:
		m := g.image()
		return &article.Embed{Provider: g.str(), URL: g.url(), Title: g.str(), Image: &m}
	case 11:
		return &article.Correction{Title: g.str(), Statement: g.inlines(1), Text: g.inlines(1)}
	case 12:
		return &article.Divider{}
	}
	return &article.Paragraph{Text: g.inlines(3)}
}
