package render

import (
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// An HTMLWriter writes a block for the hook [HTMLOptions.Block]. It is valid
// during the call of the hook only; later calls of its methods do nothing.
type HTMLWriter struct {
	p     printer // empty once the hook has returned
	block article.Block
	depth int
	live  bool
}

// hook calls the hook of the options for b and reports whether it wrote it.
func (p *printer) hook(b article.Block) bool {
	w := &HTMLWriter{p: *p, block: b, depth: p.depth - 1, live: true}
	wrote := p.opts.Block(w, b)
	w.live = false
	if wrote {
		*p = w.p
	} else { // these count work, done or discarded
		p.blocks, p.spans, p.scratch, p.urls.scratch = w.p.blocks, w.p.spans, w.p.scratch, w.p.urls.scratch
	}
	w.p = printer{}
	return wrote
}

// Markup writes m as it is. Its type lets only constants of the caller's
// source code pass, never data. The markup must be whole: what it opens, a
// later call closes.
func (w *HTMLWriter) Markup(m constant) {
	if w.live {
		w.p.raw(m)
	}
}

// Text writes s, escaped for text and for attributes in double quotes, in the
// tone style of the options.
func (w *HTMLWriter) Text(s string) {
	if w.live {
		w.p.text(s)
	}
}

// URL writes u for an attribute in double quotes, as [HTMLOptions.Base]
// resolves and [HTMLOptions.URL] rewrites it. A URL that is refused, or rewritten to "", is written as
// about:invalid. Links may also be mailto.
func (w *HTMLWriter) URL(u string) {
	if !w.live {
		return
	}
	if u = w.p.urls.url(u, weburl.Link); u == "" {
		u = "about:invalid"
	}
	w.p.dst = appendText(w.p.dst, u)
}

// Inlines writes running text with its markup.
func (w *HTMLWriter) Inlines(in article.Inlines) {
	if w.live {
		w.p.inlines(in)
	}
}

// Block writes b. The block that the hook was called for gets its default
// rendering; for the blocks inside it, and for any other b, the hook is called
// first. A nil block writes nothing.
func (w *HTMLWriter) Block(b article.Block) {
	switch {
	case !w.live || isNil(b):
	case b == w.block:
		w.p.standard(b)
	default:
		w.p.block(b)
	}
}

// Depth returns how many blocks hold the block that the hook was called for: 0
// in the body itself and for the links after it, 1 in an item of a list there.
// A block that a hook writes in place of its own is held by that one.
func (w *HTMLWriter) Depth() int {
	if !w.live {
		return 0
	}
	return w.depth
}
