package article_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// A draft is an article for Refine, with what the grammar knows about its
// lines: those of the page, at the place of their paragraph in Body.
type draft struct {
	*article.Article
	lines map[article.Block]pageLine
}

// tag is the member of Extra by which a decided block is known again.
const tag = "x-decided"

// newDraft returns the draft that the choices make: the lines of a page, with
// and without markup, decided blocks among them, and fields that are set.
func newDraft(c chooser) *draft {
	g := &speaker{chooser: c, said: 1000}
	page := newPage(c)
	d := &draft{new(article.Article), make(map[article.Block]pageLine)}
	for i, l := range page.lines {
		if g.chance(5) {
			d.Body = append(d.Body, g.decided(d, l))
		}
		d.paragraph(g.markup(page.transformed(i, l.text), len(d.Body)), l)
	}
	if g.chance(2) {
		d.fields(g, page)
	}
	return d
}

// paragraph appends a line.
func (d *draft) paragraph(text article.Inlines, l pageLine) {
	p := &article.Paragraph{Text: text}
	d.lines[p] = l
	d.Body = append(d.Body, p)
}

// markup returns a line as running text: mostly plain, else with links and
// emphasis around some of its words, or with line breaks in place of spaces.
func (g *speaker) markup(s string, n int) article.Inlines {
	link := func(s string) article.Inline {
		return &article.Link{URL: fmt.Sprintf("https://example.vn/%d.html", n), Text: article.Inlines{article.Text(s)}}
	}
	words := strings.Split(s, " ")
	switch g.IntN(10) {
	case 0: // wholly a link
		return article.Inlines{link(s)}
	case 1: // a link with emphasis inside
		return article.Inlines{&article.Link{URL: fmt.Sprintf("/%d", n), Text: article.Inlines{&article.Strong{Text: text(s)}}}}
	case 2: // wholly strong
		return article.Inlines{&article.Strong{Text: text(s)}}
	case 3: // broken
		at := g.IntN(len(words))
		if at == 0 {
			break
		}
		return article.Inlines{article.Text(strings.Join(words[:at], " ")), article.Break{}, article.Text(strings.Join(words[at:], " "))}
	case 4, 5: // around some words
		if len(words) < 6 {
			break
		}
		from := 3 + g.IntN(len(words)-5)
		to := from + 1 + g.IntN(len(words)-from)
		before, inside, after := strings.Join(words[:from], " ")+" ", strings.Join(words[from:to], " "), strings.Join(words[to:], " ")
		marked := []article.Inline{link(inside), &article.Emph{Text: text(inside)}, &article.Span{Lang: "en", Text: text(inside)}}[g.IntN(3)]
		in := article.Inlines{article.Text(before), marked}
		if after != "" {
			in = append(in, article.Text(" "+after))
		}
		return in
	}
	return text(s)
}

// decided returns a block that is decided, and that the line below may belong
// to.
func (g *speaker) decided(d *draft, below pageLine) article.Block {
	extra := article.Extra{tag: fmt.Appendf(nil, "%d", len(d.Body))}
	image := article.Image{URL: fmt.Sprintf("https://example.vn/%d.jpg", g.number()), Alt: one(g, []string{"", below.text, near("ảnh " + g.caption())})}
	switch g.IntN(14) {
	case 0, 1:
		return &article.Figure{Image: image, Extra: extra}
	case 2:
		return &article.Figure{Image: image, Caption: article.Caption{Text: text(one(g, []string{below.text, g.caption()}))}, Extra: extra}
	case 3:
		credit, _ := article.ParseCredit("Ảnh: " + g.author())
		return &article.Figure{Image: image, Caption: article.Caption{Text: text(g.caption()), Credit: credit}, Extra: extra}
	case 4:
		return &article.LinkBlock{Kind: article.LinkRelated, Label: "Tin liên quan", Extra: extra}
	case 5:
		return &article.LinkBlock{Links: []article.RelatedLink{{Title: g.title(), URL: "/tin.html"}}, Extra: extra}
	case 6:
		return &article.Heading{Level: 2, Text: text(one(g, grammarCrossheads)), Extra: extra}
	case 7:
		return &article.Quote{Body: article.Blocks{para(g.sentence())}, Extra: extra}
	case 8:
		return &article.List{Items: []article.Blocks{{para(g.clause())}, {para(g.clause())}}, Extra: extra}
	case 9:
		return &article.Table{Rows: [][]article.Cell{{{Text: text("STT"), Header: true}, {Text: text("Họ và tên")}}}, Extra: extra}
	case 10:
		return &article.Box{Title: "Thông tin thêm", Body: article.Blocks{para(g.sentence())}, Extra: extra}
	case 11:
		return &article.Embed{Provider: "YouTube", URL: "https://example.com/v", Title: g.clause(), Extra: extra}
	case 12:
		return one(g, []article.Block{nil, (*article.Paragraph)(nil), &article.Paragraph{}, &article.Divider{Extra: extra}})
	}
	return &article.Correction{Title: "Đính chính", Text: text(g.sentence()), Extra: extra}
}

// fields sets some of the fields: to what a line of the page says, or to
// something else.
func (d *draft) fields(g *speaker, page *newsPage) {
	said := func(kinds ...string) (values []string, ok bool) {
		for _, l := range page.lines {
			if slices.Contains(kinds, l.kind) && g.chance(2) {
				return append(l.values, l.text), true
			}
		}
		return nil, false
	}
	if g.chance(2) {
		d.Title = g.title()
		if v, ok := said("title"); ok {
			d.Title = v[0]
		}
	}
	if g.chance(4) {
		d.Section = one(g, grammarSections)
	}
	if g.chance(4) {
		d.Lead = text(g.sentence())
		if v, ok := said("lead", "tagged lead", "paragraph"); ok {
			d.Lead = text(v[len(v)-1])
		}
	}
	if g.chance(3) {
		d.Byline = []article.Author{{Name: g.author()}}
		if v, ok := said("name", "byline", "head name"); ok {
			d.Byline[0].Name = v[0]
		}
	}
	if g.chance(3) {
		d.Source = one(g, grammarAgencies)
	}
	if g.chance(4) {
		d.Dateline = one(g, grammarPlaces)
	}
	if g.chance(2) {
		d.Published = august(1+g.IntN(28), g.IntN(24), g.IntN(60))
		if v, ok := said("date"); ok {
			if t, err := vn.ParseTime(v[0]); err == nil {
				d.Published = t
			}
		}
	}
	if !d.Published.IsZero() && g.chance(4) {
		d.Modified = d.Published.AddDate(0, 0, 1)
	}
	if g.chance(3) {
		d.Tags = []string{one(g, grammarTags)}
	}
	if g.chance(4) {
		d.Related = []*article.LinkBlock{{Kind: article.LinkLatest, Label: "Mới nhất", Links: []article.RelatedLink{{Title: g.title()}}}}
	}
}

// isLine reports whether Refine reads the block as a line.
func isLine(b article.Block) bool {
	p, ok := b.(*article.Paragraph)
	return ok && p != nil
}

// plainLine returns the text of a line, in which a break is a space.
func plainLine(p *article.Paragraph) string {
	return strings.ReplaceAll(p.Text.PlainText(), "\n", " ")
}
