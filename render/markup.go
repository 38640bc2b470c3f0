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
	start := len(p.dst)
	p.dst = appendText(p.dst, s)
	p.shown = p.shown || shows(p.dst[start:])
}

// run writes running text and reports whether it did: text that shows nothing
// is taken back.
func (p *printer) run(in article.Inlines) bool {
	before, mark := p.shown, len(p.dst)
	p.shown = false
	p.inlines(in)
	shown := p.shown
	p.shown = before || shown
	return p.keep(mark, shown)
}

// plainRun is run for plain text.
func (p *printer) plainRun(s string) bool {
	mark := len(p.dst)
	p.text(s)
	return p.keep(mark, shows(p.dst[mark:]))
}

// element writes an element that holds running text, nothing if the text shows
// nothing, and reports whether it wrote it.
func (p *printer) element(open constant, in article.Inlines, end constant) bool {
	mark := len(p.dst)
	p.raw(open)
	return p.end(mark, p.run(in), end)
}

// textElement is element for plain text.
func (p *printer) textElement(open constant, s string, end constant) bool {
	if s == "" {
		return false
	}
	mark := len(p.dst)
	p.raw(open)
	return p.end(mark, p.plainRun(s), end)
}

// end ends an element that begins at mark, or takes it back unless ok, which
// it returns.
func (p *printer) end(mark int, ok bool, end constant) bool {
	if p.keep(mark, ok) {
		p.raw(end)
	}
	return ok
}

// close ends an element that begins at mark and whose content, other elements,
// begins at start, or takes it back if there is none. It reports whether the
// element stays.
func (p *printer) close(mark, start int, end constant) bool {
	return p.end(mark, !blank(p.dst[start:]), end)
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

// move moves what was written from start on to an earlier place.
func (p *printer) move(start, to int) {
	p.dst = append(p.dst, p.dst[to:start]...)
	p.dst = p.dst[:to+copy(p.dst[to:], p.dst[start:])]
}

// blank reports whether b holds nothing but white space of HTML.
func blank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\t' && c != '\n' {
			return false
		}
	}
	return true
}

// openLink writes the start tag of a link and reports whether it did: u may
// be refused, and links cannot stand inside each other.
func (p *printer) openLink(u string) bool {
	if p.link {
		return false
	}
	if u = p.urls.url(u, weburl.Link); u == "" {
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
func (p *printer) buffer() *[]byte { return lend(&p.scratch) }

// release gives the scratch buffers back.
func (p *printer) release() {
	giveBack(p.scratch)
	giveBack(p.urls.scratch)
}

// lend returns the buffer that *b holds, after taking it from the pool if it
// holds none.
func lend(b **[]byte) *[]byte {
	if *b == nil {
		*b = buffers.Get().(*[]byte)
	}
	return *b
}

// giveBack puts a buffer into the pool, unless there is none.
func giveBack(b *[]byte) {
	if b != nil && cap(*b) <= maxPooled {
		buffers.Put(b)
	}
}
