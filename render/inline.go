package render

import "github.com/toasoan/toasoan/article"

// maxSpans bounds the inlines inside other inlines. Each takes more than two
// bytes of JSON, so that no article within the limits of package article has
// so many; only one that shares its parts can, and it would grow without end.
const maxSpans = article.MaxBytes / 2

// inlines writes running text.
func (p *printer) inlines(in article.Inlines) {
	if p.inner > 0 {
		if p.inner > article.MaxDepth || p.spans > maxSpans {
			return
		}
		p.spans += len(in)
	}
	p.inner++
	for _, x := range in {
		switch x := x.(type) {
		case article.Text:
			p.text(string(x))
		case article.Break:
			p.raw("<br>")
		case *article.Emph:
			if x != nil {
				p.span("<em>", x.Text, "</em>")
			}
		case *article.Strong:
			if x != nil {
				p.span("<strong>", x.Text, "</strong>")
			}
		case *article.Link:
			if x != nil {
				p.inlineLink(x)
			}
		case *article.Span:
			if x != nil {
				p.foreign(x)
			}
		}
	}
	p.inner--
}

// span writes an element inside running text, nothing if it would be empty.
// White space counts here: it may part two words.
func (p *printer) span(open constant, in article.Inlines, end constant) {
	mark := len(p.dst)
	p.raw(open)
	start := len(p.dst)
	p.inlines(in)
	if p.keep(mark, len(p.dst) > start) {
		p.raw(end)
	}
}

// inlineLink writes a link, or its text alone if its address is refused or
// there is nothing to click. White space counts even then: it may part two
// words.
func (p *printer) inlineLink(x *article.Link) {
	mark := len(p.dst)
	if !p.openLink(x.URL) {
		p.inlines(x.Text)
		return
	}
	start := len(p.dst)
	before := p.shown
	p.shown = false
	p.inlines(x.Text)
	if p.shown {
		p.closeLink()
		return
	}
	p.shown, p.link = before, false
	p.dst = append(p.dst[:mark], p.dst[start:]...)
}

// foreign writes text that may be in another language. Its role has no
// element in HTML; attributes named after data attract scripts of page
// frameworks, so that it leaves no trace.
func (p *printer) foreign(x *article.Span) {
	if !isLanguage(x.Lang) || x.Lang == p.lang {
		p.inlines(x.Text)
		return
	}
	around := p.lang
	p.lang = x.Lang
	mark := len(p.dst)
	p.raw(`<span lang="`)
	p.dst = appendText(p.dst, x.Lang)
	p.raw(`">`)
	start := len(p.dst)
	p.inlines(x.Text)
	if p.keep(mark, len(p.dst) > start) {
		p.raw("</span>")
	}
	p.lang = around
}

// plain returns running text without markup, with a space for each break. It
// may stand in the scratch buffer.
func (p *printer) plain(in article.Inlines) string { return p.plainOf(in, maxPlain) }

// whole is plain for a text that is to be written, none of which may be lost.
func (p *printer) whole(in article.Inlines) string { return p.plainOf(in, article.MaxBytes) }

func (p *printer) plainOf(in article.Inlines, left int) string {
	if len(in) == 1 {
		if t, ok := in[0].(article.Text); ok {
			return string(t)
		}
	}
	b := p.buffer()
	*b = appendPlain((*b)[:0], in, article.MaxDepth, &left)
	return view(*b)
}

// maxPlain bounds, in bytes and in inlines, the plain texts of several parts,
// which are only compared or made into ids.
const maxPlain = 1 << 16

// appendPlain appends running text without markup, down to the depth, and
// takes what it used from left.
func appendPlain(dst []byte, in article.Inlines, depth int, left *int) []byte {
	for _, x := range in {
		if *left <= 0 {
			break
		}
		*left--
		switch x := x.(type) {
		case article.Text:
			dst = append(dst, x...)
			*left -= len(x)
		case article.Break:
			dst = append(dst, ' ')
		default:
			if inner := content(x); depth > 0 && inner != nil {
				dst = appendPlain(dst, inner, depth-1, left)
			}
		}
	}
	return dst
}

// content returns the text inside an inline, nil if it can have none.
func content(x article.Inline) article.Inlines {
	switch x := x.(type) {
	case *article.Emph:
		if x != nil {
			return x.Text
		}
	case *article.Strong:
		if x != nil {
			return x.Text
		}
	case *article.Link:
		if x != nil {
			return x.Text
		}
	case *article.Span:
		if x != nil {
			return x.Text
		}
	}
	return nil
}
