package render

import (
	"io"
	"sync"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/similar"
)

// HTML writes a as an HTML fragment: one article element with the header, the
// body and the footer, followed by one nav element for each block of
// [article.Article.Related] that has links. It calls w.Write once and returns
// its error.
func HTML(w io.Writer, a *article.Article, opts *HTMLOptions) error {
	return write(w, sizeHTML(a), func(dst []byte) []byte { return AppendHTML(dst, a, opts) })
}

// AppendHTML appends to dst what [HTML] writes and returns the extended
// buffer. It does not allocate if dst has room, opts has no functions and the
// article is one of ordinary size.
func AppendHTML(dst []byte, a *article.Article, opts *HTMLOptions) []byte {
	if a == nil {
		return appendHTML(dst, new(article.Article), opts)
	}
	return appendHTML(dst, a, opts)
}

func appendHTML(dst []byte, a *article.Article, opts *HTMLOptions) []byte {
	p := printer{dst: dst, title: a.Title, lang: language(a.Lang)}
	p.use(opts)
	p.article(a)
	p.release()
	return p.dst
}

// AppendBlocks appends blocks to dst as they stand in the article element of
// [HTML], without that element, and returns the extended buffer. It knows no
// article: the text is taken to be Vietnamese, and alternative texts are
// compared with the captions only. It allocates no more than [AppendHTML].
func AppendBlocks(dst []byte, bs article.Blocks, opts *HTMLOptions) []byte {
	p := printer{dst: dst, lang: "vi"}
	p.use(opts)
	p.each(bs)
	p.release()
	return p.dst
}

// A printer writes one article. It must stay on the stack of [AppendHTML],
// which is why hooks get a copy of it.
type printer struct {
	dst     []byte
	opts    HTMLOptions
	urls    addresses
	title   string // of the article, for the alternative texts
	lang    string // of the text around
	ids     idSet  // taken
	labels  [len(labelNames)]uint32
	scratch *[]byte // nil until needed, then from a pool

	titleLine similar.Line // the title, once titled
	titled    bool

	depth  int  // of blocks
	inner  int  // depth of inlines
	blocks int  // rendered inside other blocks
	spans  int  // inlines rendered inside other inlines
	link   bool // inside a link, which may not hold another
	images bool // there was one
	after  bool // after the body

	figures []*article.Figure // those that were met, if collect
	collect bool

	bare  bool // our own words are left out where they would be foreign
	shown bool // the text so far shows something; see run
}

// use sets the options, of which nil are the defaults.
func (p *printer) use(opts *HTMLOptions) {
	if opts != nil {
		p.opts = *opts
		p.urls.rewrite = opts.URL
		p.urls.setBase(opts.Base)
	}
}

// article writes the whole fragment.
func (p *printer) article(a *article.Article) {
	p.raw(`<article lang="`)
	p.dst = appendText(p.dst, p.lang)
	p.raw("\">\n")
	if p.opts.TitleLevel >= 0 {
		p.header(a)
	}
	for _, b := range a.Body {
		p.block(b)
	}
	p.footer(a)
	p.raw("</article>\n")
	p.after = true
	for _, b := range a.Related {
		p.block(b)
	}
}

// header writes what stands above the body, nothing if there is nothing.
func (p *printer) header(a *article.Article) {
	mark := len(p.dst)
	p.raw("<header>\n")
	start := len(p.dst)
	p.textElement(`<p class="section">`, a.Section, "</p>\n")
	p.textElement(`<p class="kicker">`, a.Kicker, "</p>\n")
	h := p.level(1)
	p.textElement(headings[h].open, a.Title, headings[h].close)
	p.element(`<p class="lead">`, a.Lead, "</p>\n")
	p.byline(a)
	p.close(mark, start, "</header>\n")
}

// byline writes the authors, the dateline and the dates.
func (p *printer) byline(a *article.Article) {
	mark := len(p.dst)
	p.raw(`<p class="byline">`)
	start := len(p.dst)
	for i := range a.Byline {
		p.author(&a.Byline[i], start)
	}
	sep := p.separate(start, " · ")
	p.keep(sep, p.textElement(`<span class="dateline">`, a.Dateline, "</span>"))
	sep = p.separate(start, " · ")
	p.keep(sep, p.time(a.Published))
	if !a.Modified.IsZero() && !a.Modified.Equal(a.Published) {
		sep = p.separate(start, " · ")
		p.own("Cập nhật: ")
		p.keep(sep, p.time(a.Modified))
	}
	p.close(mark, start, "</p>\n")
}

// author writes one author of the byline that begins at start.
func (p *printer) author(a *article.Author, start int) {
	sep := p.separate(start, ", ")
	if !p.textElement(`<span class="author">`, a.Name, "</span>") {
		p.dst = p.dst[:sep]
		return
	}
	mark := len(p.dst)
	p.raw(" (")
	if p.keep(mark, p.textElement(`<span class="role">`, a.Role, "</span>")) {
		p.raw(")")
	}
}

// footer writes what stands below the body, nothing if there is nothing.
func (p *printer) footer(a *article.Article) {
	mark := len(p.dst)
	p.raw("<footer>\n")
	start := len(p.dst)
	p.source(a.Source)
	list := len(p.dst)
	p.raw("<ul class=\"tags\">\n")
	items := len(p.dst)
	for _, t := range a.Tags {
		p.textElement("<li>", t, "</li>\n")
	}
	p.close(list, items, "</ul>\n")
	p.close(mark, start, "</footer>\n")
}

func (p *printer) source(s string) {
	mark := len(p.dst)
	p.raw(`<p class="source">`)
	p.own("Nguồn: ")
	if p.keep(mark, p.textElement("<span>", s, "</span>")) {
		p.raw("</p>\n")
	}
}

// write calls f with an empty buffer of at least the capacity size and writes
// the result to w.
func write(w io.Writer, size int, f func(dst []byte) []byte) error {
	b := buffers.Get().(*[]byte)
	if cap(*b) < size {
		*b = make([]byte, 0, size)
	}
	*b = f((*b)[:0])
	_, err := w.Write(*b)
	if cap(*b) <= maxPooled {
		buffers.Put(b)
	}
	return err
}

// buffers holds buffers for outputs and for texts on their way there. A large
// one is not kept, since it would stay for a rare need.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

const maxPooled = 1 << 20
