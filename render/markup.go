package render

import (
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
	"github.com/toasoan/toasoan/vn"
)

// constant is the type of markup. Only an untyped constant can be passed for
// it outside this package, so that no markup can come from data.
type constant string

// raw writes markup.
func (p *printer) raw(m constant) { p.dst = append(p.dst, m...) }

// text writes s, escaped and in the tone style of the options. It is right
// between tags and in attributes.
func (p *printer) text(s string) {
	if p.opts.Tone != vn.KeepStyle {
		b := p.buffer()
		*b = vn.Form{Tone: p.opts.Tone}.Append((*b)[:0], s)
		s = view(*b)
	}
	p.dst = appendText(p.dst, s)
}

// element writes an element that holds running text, nothing if the text is
// blank, and reports whether it wrote it.
func (p *printer) element(open constant, in article.Inlines, end constant) bool {
	mark := len(p.dst)
	p.raw(open)
	start := len(p.dst)
	p.inlines(in)
	return p.close(mark, start, end)
}

// textElement is element for plain text.
func (p *printer) textElement(open constant, s string, end constant) bool {
	if s == "" {
		return false
	}
	mark := len(p.dst)
	p.raw(open)
	start := len(p.dst)
	p.text(s)
	return p.close(mark, start, end)
}

// close ends an element that begins at mark and whose content begins at
// start, or takes it back if the content is blank. It reports whether the
// element stays.
func (p *printer) close(mark, start int, end constant) bool {
	if blank(p.dst[start:]) {
		p.dst = p.dst[:mark]
		return false
	}
	p.raw(end)
	return true
}

// separate writes sep if something follows start, and returns where it began.
func (p *printer) separate(start int, sep constant) (mark int) {
	mark = len(p.dst)
	if mark > start {
		p.raw(sep)
	}
	return mark
}

// keep takes back what follows mark unless ok, which it returns.
func (p *printer) keep(mark int, ok bool) bool {
	if !ok {
		p.dst = p.dst[:mark]
	}
	return ok
}

// blank reports whether b holds nothing but white space of HTML.
func blank[T string | []byte](b T) bool {
	for i := range len(b) {
		if c := b[i]; c != ' ' && c != '\t' && c != '\n' {
			return false
		}
	}
	return true
}

// url returns u as the options rewrite it, "" unless ok allows it before and
// after.
func (p *printer) url(u string, ok func(string) bool) string {
	if !ok(u) {
		return ""
	}
	if p.opts.URL != nil {
		if u = p.opts.URL(u); !ok(u) {
			return ""
		}
	}
	return u
}

// openLink writes the start tag of a link and reports whether it did: u may
// be refused, and links cannot stand inside each other.
func (p *printer) openLink(u string) bool {
	if p.link {
		return false
	}
	if u = p.url(u, weburl.Link); u == "" {
		return false
	}
	p.raw(`<a href="`)
	p.dst = appendText(p.dst, u)
	p.raw(`">`)
	p.link = true
	return true
}

func (p *printer) closeLink() {
	p.raw("</a>")
	p.link = false
}

// level returns the level of the heading element for a heading of the level n
// in the article, whose title has the level 1.
func (p *printer) level(n int) int {
	return min(max(p.opts.TitleLevel, 1)+n-1, 6)
}

// headings are the tags of headings by their level.
var headings = [7]struct{ open, begin, close constant }{
	1: {"<h1>", "<h1", "</h1>\n"},
	2: {"<h2>", "<h2", "</h2>\n"},
	3: {"<h3>", "<h3", "</h3>\n"},
	4: {"<h4>", "<h4", "</h4>\n"},
	5: {"<h5>", "<h5", "</h5>\n"},
	6: {"<h6>", "<h6", "</h6>\n"},
}

// buffer returns the scratch buffer. What it holds is good until the next use
// of text, plain or id.
func (p *printer) buffer() *[]byte {
	if p.scratch == nil {
		p.scratch = buffers.Get().(*[]byte)
	}
	return p.scratch
}

// release gives the scratch buffer back.
func (p *printer) release() {
	if p.scratch != nil && cap(*p.scratch) <= maxPooled {
		buffers.Put(p.scratch)
	}
}
