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
func (in Inlines) PlainText() string { return in.plainText(newBudget()) }

// plainText is PlainText as part of a walk.
func (in Inlines) plainText(b *budget) string {
	if len(in) == 1 {
		if t, ok := in[0].(Text); ok && b.spend(len(t)) {
			return string(t)
		}
	}
	w := textWriter{budget: b}
	w.inlines(in)
	return w.b.String()
}

// PlainText returns the title, the lead and the body as text, with a blank
// line between two blocks. Captions with their credits belong to it; the
// byline, the tags and the related links do not.
func (a *Article) PlainText() string {
	w := textWriter{budget: newBudget(), captions: true}
	w.article(a)
	return w.b.String()
}

// Counts returns the lengths of title, lead and body. Captions and credits,
// alternative texts and related links are not counted, as in IPTC ninjs.
func (a *Article) Counts() Counts {
	w := textWriter{budget: newBudget()}
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
	w := textWriter{budget: newBudget(), prose: true, limit: 4 * (min(n, MaxBytes) + 64)}
	w.paragraph(a.Lead)
	w.blocks(a.Body)
	return fit(strings.Fields(w.b.String()), n, w.more)
}

// fit joins as many of the words as n characters hold. more says that others
// follow.
func fit(words []string, n int, more bool) string {
	var b strings.Builder
	used := 0
	for i, word := range words {
		size := utf8.RuneCountInString(word)
		if i > 0 {
			size++
		}
		room := n - used
		if more || i < len(words)-1 {
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
	if more {
		return ellipsis(b.String())
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
	*budget
	b        strings.Builder
	limit    int  // bytes after which it stops; 0 means none
	captions bool // write captions
	prose    bool // write neither headings nor tables nor the like
	more     bool // text follows beyond the limit
}

func (w *textWriter) article(a *Article) {
	w.line(a.Title)
	w.paragraph(a.Lead)
	w.blocks(a.Body)
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

func (w *textWriter) paragraph(in Inlines) {
	w.line(in.plainText(w.budget))
}

func (w *textWriter) inlines(in Inlines) {
	for _, x := range in {
		if !w.spend(1) {
			return
		}
		switch x := x.(type) {
		case Text:
			if w.spend(len(x)) {
				w.b.WriteString(string(x))
			}
		case Break:
			w.b.WriteByte('\n')
		default:
			if text := innerText(x); len(text) > 0 && w.enter() {
				w.inlines(text)
				w.leave()
			}
		}
	}
}

// innerText returns the text inside an inline that is neither a [Text] nor a
// [Break].
func innerText(in Inline) Inlines {
	switch in := in.(type) {
	case *Emph:
		if in != nil {
			return in.Text
		}
	case *Strong:
		if in != nil {
			return in.Text
		}
	case *Link:
		if in != nil {
			return in.Text
		}
	case *Span:
		if in != nil {
			return in.Text
		}
	}
	return nil
}

func (w *textWriter) blocks(bs Blocks) {
	for i, b := range bs {
		if !w.spend(1) {
			return
		}
		if w.limit > 0 && w.b.Len() > w.limit {
			w.more = w.more || w.isText(bs[i:])
			return
		}
		if _, o := blockKind(b); o != nil && w.enter() {
			w.block(b)
			w.leave()
		}
	}
}

// isText reports whether blocks have text that w would write.
func (w *textWriter) isText(bs Blocks) bool {
	for _, b := range bs {
		rest := textWriter{budget: w.budget, prose: w.prose, captions: w.captions}
		if _, o := blockKind(b); o != nil && rest.enter() {
			rest.block(b)
			rest.leave()
		}
		if strings.TrimSpace(rest.b.String()) != "" {
			return true
		}
	}
	return false
}

func (w *textWriter) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		w.paragraph(b.Text)
	case *Heading:
		if !w.prose {
			w.paragraph(b.Text)
		}
	case *Figure:
		w.caption(&b.Caption)
	case *Gallery:
		for _, f := range b.Figures {
			if f != nil && w.enter() {
				w.caption(&f.Caption)
				w.leave()
			}
		}
		w.caption(&b.Caption)
	case *Quote:
		w.blocks(b.Body)
		if !w.prose {
			w.paragraph(b.Cite)
		}
	case *List:
		for _, item := range b.Items {
			w.blocks(item)
		}
	case *Table:
		w.table(b)
	case *Box:
		if !w.prose {
			w.line(b.Title)
		}
		w.blocks(b.Body)
	case *Embed:
		if !w.prose {
			w.line(b.Title)
		}
	case *Correction:
		if !w.prose {
			w.line(b.Title)
		}
		w.paragraph(b.Statement)
		w.paragraph(b.Text)
	}
}

func (w *textWriter) caption(c *Caption) {
	if !w.captions {
		return
	}
	text := c.Text.plainText(w.budget)
	if text != "" && c.Credit.Text != "" {
		text += " "
	}
	if w.spend(len(c.Credit.Text)) {
		w.line(text + c.Credit.Text)
	}
}

// table writes the caption, and each row on a line with tabs between its
// cells.
func (w *textWriter) table(t *Table) {
	if w.prose {
		return
	}
	if w.captions {
		w.paragraph(t.Caption)
	}
	rows := textWriter{budget: w.budget}
	for i, row := range t.Rows {
		if i > 0 {
			rows.b.WriteByte('\n')
		}
		for j := range row {
			if !w.spend(len("{}")) {
				return
			}
			if j > 0 {
				rows.b.WriteByte('\t')
			}
			rows.inlines(row[j].Text)
		}
	}
	w.line(rows.b.String())
}
