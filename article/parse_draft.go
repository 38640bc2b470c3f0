package article

import (
	"iter"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// draft makes the table of the entries of the article's body.
func (p *parsing) draft() {
	p.lines = make([]line, 0, len(p.a.Body))
	for i, b := range p.a.Body {
		if isNilBlock(b) {
			continue
		}
		l := line{number: i + 1, block: b, gap: true}
		if d, ok := b.(*Paragraph); ok {
			l.block, l.draft, l.raw = nil, d, d.Text.PlainText()
			p.read(&l, d)
			if l.text == "" {
				if !isKept(d) {
					if strings.TrimSpace(l.raw) != "" {
						p.noteLine(&l, RuleInvisible, true)
					}
					continue
				}
				l.block = d
			}
		}
		p.lines = append(p.lines, l)
	}
	p.spaced = true
}

// isNilBlock reports whether b is nil or a nil pointer.
func isNilBlock(b Block) bool {
	_, o := blockKind(b)
	return o == nil && asUnknown(b) == nil
}

// isKept reports whether a paragraph that shows nothing holds something that
// must not be lost.
func isKept(d *Paragraph) bool {
	for _, x := range d.Text {
		switch x := x.(type) {
		case *Unknown, *Link:
			return true
		case *Span:
			if x != nil && x.Role != "" {
				return true
			}
		}
	}
	return len(d.Extra) > 0
}

// read gives a line the text and the markup of a paragraph of the draft.
func (p *parsing) read(l *line, d *Paragraph) {
	if !utf8.ValidString(l.raw) {
		p.noteLine(l, RuleInvalidUTF8, false)
	}
	if s, ok := onlyText(d.Text); ok {
		p.setText(l, p.Form.String(valid(s)))
		return
	}
	t := tidier{p: p, space: true}
	l.runs = trimSpaces(t.inlines(d.Text, 0))
	p.setText(l, strings.TrimRight(t.text.String(), " "))
	if l.text != strings.TrimRight(t.text.String(), " ") { // a byte order mark, or nothing that shows
		l.runs = nil
	}
}

// onlyText returns the text of inlines without markup.
func onlyText(in Inlines) (string, bool) {
	if len(in) == 1 {
		if t, ok := in[0].(Text); ok {
			return string(t), true
		}
	}
	var b strings.Builder
	for _, x := range in {
		switch x := x.(type) {
		case Text:
			b.WriteString(string(x))
		case nil:
		default:
			return "", false
		}
	}
	return b.String(), true
}

func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return replaceInvalid(s)
}

// A tidier copies inlines with their texts in normal form and with one space
// for each run of white space, across the markup. A Break is white space of
// its own, and takes the place of a space unless one stands before it.
type tidier struct {
	p     *parsing
	text  strings.Builder // the plain text so far
	space bool            // it is empty or ends in white space
}

func (t *tidier) inlines(in Inlines, depth int) (out Inlines) {
	if depth > MaxDepth {
		return nil
	}
	for _, x := range in {
		switch x := x.(type) {
		case Text:
			if s := t.words(t.p.Form.String(valid(string(x)))); s != "" {
				out = append(out, Text(s))
			}
		case *Emph:
			if x != nil {
				out = keepInline(out, &Emph{t.inlines(x.Text, depth+1), x.Extra}, len(x.Extra) > 0)
			}
		case *Strong:
			if x != nil {
				out = keepInline(out, &Strong{t.inlines(x.Text, depth+1), x.Extra}, len(x.Extra) > 0)
			}
		case *Link:
			if x != nil {
				out = keepInline(out, &Link{x.URL, t.inlines(x.Text, depth+1), x.Extra}, true)
			}
		case *Span:
			if x != nil {
				out = keepInline(out, &Span{x.Lang, x.Role, t.inlines(x.Text, depth+1), x.Extra}, len(x.Extra) > 0)
			}
		case Break:
			if t.text.Len() == 0 {
				continue
			}
			if !t.space {
				t.text.WriteByte(' ')
				t.space = true
			}
			out = append(out, x)
		case *Unknown:
			if x != nil {
				out = append(out, x)
			}
		}
	}
	return out
}

// keepInline appends markup unless it holds nothing and says nothing.
func keepInline(out Inlines, x Inline, kept bool) Inlines {
	if !kept && len(*textOf(x)) == 0 {
		return out
	}
	return append(out, x)
}

// words writes a text with its white space squeezed, and returns what it wrote.
func (t *tidier) words(s string) string {
	start := t.text.Len()
	for _, r := range s {
		if !unicode.IsSpace(r) {
			t.text.WriteRune(r)
			t.space = false
		} else if !t.space {
			t.text.WriteByte(' ')
			t.space = true
		}
	}
	return t.text.String()[start:]
}

// textOf returns the inlines inside an inline, nil if there can be none.
func textOf(x Inline) *Inlines {
	switch x := x.(type) {
	case *Emph:
		return &x.Text
	case *Strong:
		return &x.Text
	case *Link:
		return &x.Text
	case *Span:
		return &x.Text
	}
	return nil
}

// trimSpaces takes the white space off the end of tidy inlines, which are the
// caller's own.
func trimSpaces(in Inlines) Inlines {
	for len(in) > 0 {
		switch x := in[len(in)-1].(type) {
		case Text:
			s := strings.TrimRight(string(x), " ")
			if s != "" {
				in[len(in)-1] = Text(s)
				return in
			}
		case Break:
		case *Unknown:
			return in
		default:
			inside := textOf(x)
			if *inside = trimSpaces(*inside); len(*inside) > 0 {
				return in
			}
			if _, ok := x.(*Link); ok {
				return in
			}
		}
		in = in[:len(in)-1]
	}
	return in
}

// cut returns the part of a line's text from an offset to another, with its
// markup and its links.
func (p *parsing) cut(l *line, from, to int) Inlines {
	if l.runs == nil {
		return p.inlines(l.text[from:to])
	}
	if from == 0 && to == len(l.text) {
		return l.runs
	}
	if to == len(l.text) {
		to = math.MaxInt // what has no text may stand behind white space that was trimmed
	}
	c := cutter{from: from, to: to, space: true}
	return trimSpaces(c.inlines(l.runs))
}

// A cutter copies a part of tidy inlines. It counts offsets as a tidier made
// them.
type cutter struct {
	from, to int
	at       int
	space    bool
}

func (c *cutter) inlines(in Inlines) (out Inlines) {
	for _, x := range in {
		switch x := x.(type) {
		case Text:
			start, end := max(c.from-c.at, 0), min(c.to-c.at, len(x))
			if start < end {
				out = append(out, x[start:end])
			}
			c.at += len(x)
			c.space = x == "" && c.space || strings.HasSuffix(string(x), " ")
		case Break:
			if c.from < c.at && c.at < c.to {
				out = append(out, x)
			}
			if !c.space {
				c.at++
				c.space = true
			}
		case *Unknown:
			if c.inside() {
				out = append(out, x)
			}
		case *Emph:
			out = keepInline(out, &Emph{c.inlines(x.Text), x.Extra}, false)
		case *Strong:
			out = keepInline(out, &Strong{c.inlines(x.Text), x.Extra}, false)
		case *Link:
			empty := len(x.Text) == 0 && c.inside()
			out = keepInline(out, &Link{x.URL, c.inlines(x.Text), x.Extra}, empty)
		case *Span:
			out = keepInline(out, &Span{x.Lang, x.Role, c.inlines(x.Text), x.Extra}, false)
		}
	}
	return out
}

func (c *cutter) inside() bool { return c.from <= c.at && c.at <= c.to }

// paragraph returns a line as a paragraph: the draft's own, if it came from
// one.
func (p *parsing) paragraph(l *line) *Paragraph {
	text := p.cut(l, 0, len(l.text))
	if l.draft != nil {
		l.draft.Text = text
		return l.draft
	}
	return p.newParagraph(text)
}

// allLinks reports whether a line is links and nothing else.
func (l *line) allLinks() bool {
	found := false
	for range l.eachLink() {
		found = true
		break
	}
	return found && onlyLinks(l.runs)
}

// onlyLinks reports whether nothing but signs stands beside the links of tidy
// inlines.
func onlyLinks(in Inlines) bool {
	for _, x := range in {
		switch x := x.(type) {
		case *Link, Break:
		case Text:
			if strings.Trim(string(x), " |-–•·>»,;") != "" {
				return false
			}
		default:
			inside := textOf(x)
			if inside == nil || !onlyLinks(*inside) {
				return false
			}
		}
	}
	return true
}

// eachLink yields the links of a line that have a text, by their titles.
func (l *line) eachLink() iter.Seq2[string, *Link] {
	return func(yield func(string, *Link) bool) { eachLink(l.runs, yield) }
}

func eachLink(in Inlines, yield func(string, *Link) bool) bool {
	for _, x := range in {
		if link, ok := x.(*Link); ok {
			if title := plainLine(link.Text); title != "" && !yield(title, link) {
				return false
			}
		} else if inside := textOf(x); inside != nil && !eachLink(*inside, yield) {
			return false
		}
	}
	return true
}

// address returns the URL of the one link of a line, if that is the link's
// title.
func (l *line) address(title string) string {
	url, links := "", 0
	for text, link := range l.eachLink() {
		if strings.Contains(text, trimBullet(title)) {
			url = link.URL
			links++
		}
	}
	if links != 1 {
		return ""
	}
	return url
}
