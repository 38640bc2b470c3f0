package outputtest

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A mark is one visible character of a document and what it stands in.
type mark struct {
	R                    rune
	Strong, Emph, Struck bool
	Link                 string
	Heading, Quote, List int
	Cell                 bool
}

// A picture is an image of a document.
type picture struct{ URL, Alt, Link string }

// A reading is a document as a reader has it.
type reading struct {
	Marks    []mark
	Pictures []picture
	Dividers int
}

// size returns how much there is of a document.
func (d *reading) size() int { return len(d.Marks) + len(d.Pictures) + d.Dividers }

// put adds a text in a place.
func (d *reading) put(s string, at mark) {
	for _, r := range s {
		if !invisible(r) {
			at.R = r
			d.Marks = append(d.Marks, at)
		}
	}
}

// text returns the characters alone.
func (d *reading) text() string {
	var b strings.Builder
	for _, m := range d.Marks {
		b.WriteRune(m.R)
	}
	return b.String()
}

// decoded is a URL without percent-encoding, so that two ways to write one are
// equal.
func decoded(u string) string {
	u = strings.ReplaceAll(u, "+", "%2B")
	if s, err := url.PathUnescape(u); err == nil {
		return s
	}
	return u
}

// readHTML reads what a Markdown processor made.
func readHTML(n *html.Node, at mark, d *reading) {
	switch n.Type {
	case html.TextNode:
		d.put(n.Data, at)
	case html.ElementNode:
		switch n.DataAtom {
		case atom.Strong:
			at.Strong = true
		case atom.Em:
			at.Emph = true
		case atom.Del:
			at.Struck = true
		case atom.Hr:
			d.Dividers++
		case atom.Blockquote:
			at.Quote++
		case atom.Ul, atom.Ol:
			at.List++
		case atom.Td, atom.Th:
			at.Cell = true
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			at.Heading = int(n.Data[1] - '0')
		case atom.A:
			at.Link = decoded(attr(n, "href"))
		case atom.Img:
			d.Pictures = append(d.Pictures, picture{decoded(attr(n, "src")), strings.Join(strings.Fields(attr(n, "alt")), " "), at.Link})
		}
	}
	for c := range n.ChildNodes() {
		readHTML(c, at, d)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// readArticle reads an article as its Markdown is documented.
func readArticle(a *article.Article) *reading {
	d := new(reading)
	w := walk{reading: d, vietnamese: a.Lang == "" || a.Lang == "vi"}
	w.inlines(a.Lead, mark{})
	w.blocks(a.Body, mark{})
	for _, b := range a.Related {
		w.links(b, mark{})
	}
	return d
}

type walk struct {
	*reading
	vietnamese bool
}

// aside is the place of a caption and the like.
func aside(at mark) mark { at.Emph = true; return at }

func title(at mark) mark { at.Heading = 2; return at }

// linked is the place inside a link.
func linked(u string, at mark) mark {
	if at.Link == "" && weburl.Link(u) {
		at.Link = decoded(weburl.Escape(u))
	}
	return at
}

func (w *walk) str(s string, at mark) { w.put(cleaned(s), at) }

func (w *walk) own(s string, at mark) {
	if w.vietnamese {
		w.put(s, at)
	}
}

func (w *walk) inlines(in article.Inlines, at mark) {
	for _, x := range in {
		next := at
		switch x := x.(type) {
		case article.Text:
			w.str(string(x), at)
		case *article.Emph:
			next.Emph = true
			w.inlines(x.Text, next)
		case *article.Strong:
			next.Strong = true
			w.inlines(x.Text, next)
		case *article.Link:
			w.inlines(x.Text, linked(x.URL, at))
		case *article.Span:
			w.inlines(x.Text, at)
		}
	}
}

func (w *walk) image(m *article.Image, at mark) {
	if m != nil && weburl.Resource(m.URL) {
		w.Pictures = append(w.Pictures, picture{decoded(weburl.Escape(m.URL)), strings.Join(strings.Fields(cleaned(m.Alt)), " "), at.Link})
	}
}

func (w *walk) caption(c *article.Caption, at mark) {
	w.inlines(c.Text, aside(at))
	switch {
	case c.Credit.Text != "":
		w.str(c.Credit.Text, aside(at))
	case len(c.Credit.People) > 0 || c.Credit.Source != "":
		s := strings.Join(c.Credit.People, ", ")
		if s != "" && c.Credit.Source != "" {
			s += "/"
		}
		if shown(s + c.Credit.Source) {
			w.own("Ảnh:", aside(at))
			w.str(s+c.Credit.Source, aside(at))
		}
	}
}

func (w *walk) blocks(bs article.Blocks, at mark) {
	for _, b := range bs {
		w.block(b, at)
	}
}

func (w *walk) block(b article.Block, at mark) {
	inside := at
	switch b := b.(type) {
	case *article.Paragraph:
		w.inlines(b.Text, at)
	case *article.Heading:
		at.Heading = min(max(b.Level, 2), 6)
		w.inlines(b.Text, at)
	case *article.Figure:
		w.image(&b.Image, at)
		w.caption(&b.Caption, at)
	case *article.Gallery:
		for _, f := range b.Figures {
			w.block(f, at)
		}
		w.caption(&b.Caption, at)
	case *article.Quote:
		inside.Quote++
		w.blocks(b.Body, inside)
		if !slices.ContainsFunc(b.Cite, func(x article.Inline) bool { _, ok := x.(*article.Link); return ok }) {
			inside = linked(b.URL, inside)
		}
		w.inlines(b.Cite, aside(inside))
	case *article.List:
		inside.List++
		for _, item := range b.Items {
			w.blocks(item, inside)
		}
	case *article.Table:
		rows := slices.DeleteFunc(slices.Clone(b.Rows), func(row []article.Cell) bool { return len(row) == 0 })
		if len(rows) == 0 {
			return // a caption of nothing
		}
		inside.Cell = true
		w.inlines(b.Caption, aside(at))
		for i, row := range rows {
			first := i == 0 && !slices.ContainsFunc(row, func(c article.Cell) bool { return !c.Header })
			for _, c := range row {
				inside.Strong = c.Header && !first
				w.inlines(c.Text, inside)
			}
		}
	case *article.Box:
		inside.Quote++
		n := len(w.Marks)
		w.str(b.Title, title(inside))
		size := w.size()
		w.blocks(b.Body, inside)
		w.takeBack(n, size)
	case *article.Divider:
		w.Dividers++
	case *article.LinkBlock:
		w.links(b, at)
	case *article.Embed:
		w.image(b.Image, linked(b.URL, at))
		w.str(b.Title, linked(b.URL, at))
		if !shown(b.Title) && weburl.Link(b.URL) {
			w.str(b.URL, linked(b.URL, at))
		}
		w.str(b.Provider, aside(at))
	case *article.Correction:
		n := len(w.Marks)
		if shown(b.Title) {
			w.str(b.Title, title(at))
		} else {
			w.own("Thông tin cải chính, xin lỗi", title(at))
		}
		size := w.size()
		if w.vietnamese {
			w.put(vn.FormatTime(b.Published), at)
		}
		struck := at
		struck.Struck = true
		w.inlines(b.Statement, struck)
		w.inlines(b.Text, at)
		w.takeBack(n, size)
	}
}

// takeBack takes a title back if nothing followed it.
func (w *walk) takeBack(title, size int) {
	if w.size() == size {
		w.Marks = w.Marks[:title]
	}
}

func (w *walk) links(b *article.LinkBlock, at mark) {
	n := len(w.Marks)
	if shown(b.Label) {
		w.str(b.Label, title(at))
	} else {
		w.own("Tin liên quan", title(at))
	}
	size := w.size()
	at.List++
	for _, l := range b.Links {
		if !shown(l.Title) {
			continue
		}
		w.image(l.Image, linked(l.URL, at))
		w.str(l.Title, linked(l.URL, at))
		w.own(vn.FormatTime(l.Published), at)
	}
	w.takeBack(n, size)
}

// invisible reports whether a reader sees nothing of r.
func invisible(r rune) bool {
	return unicode.In(r, unicode.White_Space, unicode.Cc, unicode.Cf, unicode.Variation_Selector) || r == '\u034f'
}

// shown reports whether a reader sees something of s.
func shown(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !invisible(r) })
}

// cleaned is a text as package render documents it.
func cleaned(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return '\n'
		case unicode.Is(unicode.Cc, r), r == 0x061C, r == 0x200E, r == 0x200F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
			return -1
		case r&0xFFFE == 0xFFFE, 0xFDD0 <= r && r <= 0xFDEF:
			return 0xFFFD
		}
		return r
	}, s)
}
