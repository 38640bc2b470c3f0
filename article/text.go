package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Counts are the lengths of an article.
type Counts struct {
	Syllables  int // tokens between white space that have a letter or a digit
	Characters int // Unicode code points, without line breaks
}

// PlainText returns the text without markup. A [Break] is a line break; an
// [*Unknown] has no text.
func (in Inlines) PlainText() string {
	if len(in) == 1 {
		if t, ok := in[0].(Text); ok {
			return string(t)
		}
	}
	w := textWriter{left: maxNodes}
	w.inlines(in, 1)
	return w.b.String()
}

// PlainText returns the title, the lead and the body as text, with a blank
// line between two blocks. Captions with their credits belong to it; the
// byline, the tags and the related links do not.
func (a *Article) PlainText() string {
	w := textWriter{left: maxNodes, captions: true}
	w.article(a)
	return w.b.String()
}

// Counts returns the lengths of title, lead and body. Captions and credits,
// alternative texts and related links are not counted, as in IPTC ninjs.
func (a *Article) Counts() Counts {
	w := textWriter{left: maxNodes}
	w.article(a)
	var c Counts
	counted := false // the token at hand
	for _, r := range w.b.String() {
		if r != '\n' {
			c.Characters++
		}
		if unicode.IsSpace(r) {
			counted = false
			continue
		}
		if !counted && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			c.Syllables++
			counted = true
		}
	}
	return c
}

// Excerpt returns the beginning of the lead and the body on one line, at most
// n characters (Unicode code points) long, "…" for what is left out included.
// It ends with a whole word, unless the first word alone is too long: then it
// is empty. Titles, captions, headings and tables are never part of it.
func (a *Article) Excerpt(n int) string {
	if n <= 0 {
		return ""
	}
	w := textWriter{left: maxNodes, prose: true, limit: 4 * (min(n, MaxBytes) + 64)}
	w.paragraph(a.Lead, 1)
	w.blocks(a.Body, 1)
	return fit(strings.Fields(w.b.String()), n)
}

// fit joins as many of the words as n characters hold.
func fit(words []string, n int) string {
	var b strings.Builder
	used := 0
	for i, word := range words {
		size := utf8.RuneCountInString(word)
		if i > 0 {
			size++
		}
		room := n - used
		if i < len(words)-1 {
			room-- // for the ellipsis
		}
		if size > room {
			return ellipsis(b.String())
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		used += size
	}
	return b.String()
}

// ellipsis ends s with the sign for what is left out.
func ellipsis(s string) string {
	if s == "" {
		return ""
	}
	return strings.TrimRight(s, " ,;:–-") + "…"
}

// A textWriter collects the text of an article.
type textWriter struct {
	b        strings.Builder
	left     int  // nodes that may still be visited
	limit    int  // bytes after which it stops; 0 means none
	captions bool // write captions
	prose    bool // write neither headings nor tables nor the like
}

func (w *textWriter) article(a *Article) {
	w.line(a.Title)
	w.paragraph(a.Lead, 1)
	w.blocks(a.Body, 1)
}

// separate writes a blank line if something stands before.
func (w *textWriter) separate() {
	if w.b.Len() > 0 {
		w.b.WriteString("\n\n")
	}
}

func (w *textWriter) line(s string) {
	if s != "" {
		w.separate()
		w.b.WriteString(s)
	}
}

func (w *textWriter) paragraph(in Inlines, depth int) {
	sub := textWriter{left: w.left}
	sub.inlines(in, depth)
	w.left = sub.left
	w.line(sub.b.String())
}

func (w *textWriter) inlines(in Inlines, depth int) {
	for _, x := range in {
		switch x := x.(type) {
		case Text:
			w.b.WriteString(string(x))
			continue
		case Break:
			w.b.WriteByte('\n')
			continue
		}
		if depth > MaxDepth || w.left <= 0 {
			return
		}
		w.left--
		switch x := x.(type) {
		case *Emph:
			if x != nil {
				w.inlines(x.Text, depth+1)
			}
		case *Strong:
			if x != nil {
				w.inlines(x.Text, depth+1)
			}
		case *Link:
			if x != nil {
				w.inlines(x.Text, depth+1)
			}
		case *Span:
			if x != nil {
				w.inlines(x.Text, depth+1)
			}
		}
	}
}

func (w *textWriter) blocks(bs Blocks, depth int) {
	for _, b := range bs {
		if depth > MaxDepth || w.left <= 0 || w.limit > 0 && w.b.Len() > w.limit {
			return
		}
		w.left--
		if _, o := blockKind(b); o != nil {
			w.block(b, depth)
		}
	}
}

func (w *textWriter) block(b Block, depth int) {
	switch b := b.(type) {
	case *Paragraph:
		w.paragraph(b.Text, depth+1)
	case *Heading:
		if !w.prose {
			w.paragraph(b.Text, depth+1)
		}
	case *Figure:
		w.caption(&b.Caption, depth)
	case *Gallery:
		for _, f := range b.Figures {
			if f != nil && w.left > 0 {
				w.left--
				w.caption(&f.Caption, depth)
			}
		}
		w.caption(&b.Caption, depth)
	case *Quote:
		w.blocks(b.Body, depth+1)
		if !w.prose {
			w.paragraph(b.Cite, depth+1)
		}
	case *List:
		for _, item := range b.Items {
			w.blocks(item, depth+1)
		}
	case *Table:
		w.table(b, depth)
	case *Box:
		if !w.prose {
			w.line(b.Title)
		}
		w.blocks(b.Body, depth+1)
	case *Embed:
		if !w.prose {
			w.line(b.Title)
		}
	case *Correction:
		if !w.prose {
			w.line(b.Title)
		}
		w.paragraph(b.Statement, depth+1)
		w.paragraph(b.Text, depth+1)
	}
}

func (w *textWriter) caption(c *Caption, depth int) {
	if !w.captions {
		return
	}
	text := c.Text.PlainText()
	if text != "" && c.Credit.Text != "" {
		text += " "
	}
	w.line(text + c.Credit.Text)
}

// table writes the caption, and each row on a line with tabs between its
// cells.
func (w *textWriter) table(t *Table, depth int) {
	if w.prose {
		return
	}
	if w.captions {
		w.paragraph(t.Caption, depth+1)
	}
	var rows textWriter
	rows.left = w.left
	for i, row := range t.Rows {
		if i > 0 {
			rows.b.WriteByte('\n')
		}
		for j := range row {
			if j > 0 {
				rows.b.WriteByte('\t')
			}
			rows.inlines(row[j].Text, depth+1)
		}
	}
	w.left = rows.left
	w.line(rows.b.String())
}
