package webpage

import (
	"strings"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// A runner collects running text: white space is squeezed across its elements,
// links keep their addresses, and of the markup strength, emphasis and
// language are left.
type runner struct {
	*reader
	space bool // white space is due before the next character
	any   bool // there was one
	in    role // markup around: strength and emphasis say nothing twice
}

// Markup that a runner is inside of.
const (
	inStrong role = 1 << iota
	inEmph
	inLink
)

// inlines returns the running text of the nodes from i to end, which hold no
// block that counts, and marks it as taken.
func (r *reader) inlines(i, end int32) article.Inlines {
	run := runner{reader: r}
	return run.read(nil, i, end)
}

func (r *runner) read(out article.Inlines, i, end int32) article.Inlines {
	for i < end {
		n := &r.nodes[i]
		switch {
		case n.frame != "" || n.kind == gone || n.kind == media:
		case n.kind == text:
			n.taken = true
			out = r.text(out, n.Data)
		case n.kind == line:
			if r.any || endsInBreak(out) {
				out, r.space, r.any = append(out, article.Break{}), false, false
			}
		default:
			if n.kind == block {
				r.space = r.any
			}
			out = r.element(out, i)
			if n.kind == block {
				r.space = r.any
			}
		}
		i = n.end
	}
	return out
}

// text appends a text, joined to the one before it.
func (r *runner) text(out article.Inlines, s string) article.Inlines {
	trimmed := strings.TrimFunc(s, isSpace)
	if trimmed == "" {
		r.space = r.space || s != "" && r.any
		return out
	}
	before := r.any && (r.space || startsWithSpace(s))
	t := r.form(squeeze(trimmed))
	if before {
		t = " " + t
	}
	r.space, r.any = endsWithSpace(s), true
	if k := len(out) - 1; k >= 0 {
		if last, ok := out[k].(article.Text); ok {
			out[k] = last + article.Text(t)
			return out
		}
	}
	return append(out, article.Text(t))
}

// squeeze returns s with one space for each run of white space inside.
func squeeze(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && i > 0 && s[i-1] == ' ', c == '\t', c == '\n', c == '\r', c == '\f', c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0,
			c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
			return strings.Join(strings.FieldsFunc(s, isSpace), " ")
		}
	}
	return s
}

// element appends what an inline element holds, in the markup that it stands
// for.
func (r *runner) element(out article.Inlines, i int32) article.Inlines {
	n := &r.nodes[i]
	around := r.in
	var wrap func(article.Inlines) article.Inline
	switch n.DataAtom {
	case atom.B, atom.Strong:
		if r.in&inStrong == 0 {
			r.in |= inStrong
			wrap = func(in article.Inlines) article.Inline { return &article.Strong{Text: in} }
		}
	case atom.I, atom.Em:
		if r.in&inEmph == 0 {
			r.in |= inEmph
			wrap = func(in article.Inlines) article.Inline { return &article.Emph{Text: in} }
		}
	case atom.A:
		if u := r.link(attr(n.Node, "href")); u != "" && r.in&inLink == 0 {
			r.in |= inLink
			wrap = func(in article.Inlines) article.Inline { return &article.Link{URL: u, Text: in} }
		}
	case atom.Span:
		if lang := attr(n.Node, "lang"); r.in == 0 && isForeign(lang) {
			wrap = func(in article.Inlines) article.Inline { return &article.Span{Lang: lang, Text: in} }
		}
	}
	if wrap == nil {
		out = r.read(out, r.first(i), n.end)
		r.in = around
		return out
	}
	// White space before the text belongs outside of its markup.
	if r.any && (r.space || r.startsBlank(i)) {
		out, r.space, r.any = r.blank(out), false, false
	}
	inside := r.read(nil, r.first(i), n.end)
	r.in = around
	if len(inside) == 0 {
		r.any = r.any || len(out) > 0
		return out
	}
	r.any = true
	return append(out, wrap(inside))
}

// endsInBreak reports whether running text ends in one line break.
func endsInBreak(in article.Inlines) bool {
	k := len(in) - 1
	if k < 1 {
		return false
	}
	_, last := in[k].(article.Break)
	_, before := in[k-1].(article.Break)
	return last && !before
}

// startsBlank reports whether the text inside an element begins with white
// space.
func (r *runner) startsBlank(i int32) bool {
	for j := i + 1; j < r.nodes[i].end; j++ {
		if r.nodes[j].kind == text && r.nodes[j].Data != "" {
			return startsWithSpace(r.nodes[j].Data)
		}
	}
	return false
}

// blank appends a space.
func (r *runner) blank(out article.Inlines) article.Inlines {
	if k := len(out) - 1; k >= 0 {
		if last, ok := out[k].(article.Text); ok {
			out[k] = last + " "
			return out
		}
	}
	return append(out, article.Text(" "))
}

// isForeign reports whether a language is stated and is not Vietnamese.
func isForeign(lang string) bool {
	return len(lang) >= 2 && len(lang) <= 35 && !strings.EqualFold(lang[:2], "vi") && strings.Trim(lang, languageSigns) == ""
}

const languageSigns = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"

// trimBreaks returns running text without line breaks at its ends, and two in
// a row as one.
func trimBreaks(in article.Inlines) article.Inlines {
	out := in[:0]
	for _, e := range in {
		if _, ok := e.(article.Break); ok {
			if len(out) == 0 {
				continue
			}
			if _, ok := out[len(out)-1].(article.Break); ok {
				continue
			}
		}
		out = append(out, e)
	}
	for len(out) > 0 {
		if _, ok := out[len(out)-1].(article.Break); !ok {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// isStrong reports whether all of a text is in bold letters.
func isStrong(in article.Inlines) bool {
	strong := false
	for _, e := range in {
		switch e := e.(type) {
		case *article.Strong:
			strong = true
		case *article.Emph:
			if !isStrong(e.Text) {
				return false
			}
			strong = true
		case article.Text:
			if visible(string(e)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return strong
}

// isEmph reports whether all of a text is in italics.
func isEmph(in article.Inlines) bool {
	emph := false
	for _, e := range in {
		switch e := e.(type) {
		case *article.Emph:
			emph = true
		case *article.Strong:
			if !isEmph(e.Text) {
				return false
			}
			emph = true
		case article.Break:
		case article.Text:
			if visible(string(e)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return emph
}

// bare returns a text without the markup that all of it is in.
func bare(in article.Inlines) article.Inlines {
	for len(in) == 1 {
		switch e := in[0].(type) {
		case *article.Strong:
			in = e.Text
			continue
		case *article.Emph:
			in = e.Text
			continue
		}
		break
	}
	return in
}
