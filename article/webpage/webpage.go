package webpage

import (
	"errors"
	"fmt"
	"net/url"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html"
)

// ErrNoArticle says that a page has no article: it is empty, a list of other
// pages, or all of its text is furniture.
var ErrNoArticle = errors.New("webpage: no article")

// maxBytes is what [Parser.MaxBytes] 0 means.
const maxBytes = 8 << 20

// A Parser reads the HTML of news pages into articles. The zero Parser works
// on any site. A Parser may be used from several goroutines at once, as long
// as none changes it.
type Parser struct {
	// Text is the parser of the lines that the HTML leaves: what it is told
	// of forms, time zones and labels holds here too.
	Text article.Parser

	// Sites say where the parts of the pages of a site are. They are tried
	// before those that the package knows.
	Sites []Site

	// MaxBytes is the size of the largest page that is read, in bytes; 0
	// means 8 MB.
	MaxBytes int
}

// Parse is [Parser.Parse] of the zero Parser.
func Parse(page []byte, base *url.URL) (*article.Article, []article.Note, error) {
	return new(Parser).Parse(page, base)
}

// Parse reads a page: its bytes as they were served, and the address they came
// from, nil if that is not known. It returns the article and notes on every
// text block of the article's region that is not simply a text of the article;
// see the package comment for what it does. It does not keep page.
//
// A page that is longer than [Parser.MaxBytes] is [article.ErrTooLarge], one
// without an article [ErrNoArticle]; then article and notes are nil. There are
// no other errors: broken markup is read as browsers read it, and bytes that
// are no text become U+FFFD.
func (p *Parser) Parse(page []byte, base *url.URL) (*article.Article, []article.Note, error) {
	limit := p.MaxBytes
	if limit <= 0 {
		limit = maxBytes
	}
	if len(page) > limit {
		return nil, nil, fmt.Errorf("webpage: a page of %d bytes: %w", len(page), article.ErrTooLarge)
	}
	doc, err := parseHTML(decode(page))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %v", ErrNoArticle, err)
	}
	return p.ParseNode(doc, base)
}

// ParseNode is like [Parser.Parse] for a page that is parsed already. It does
// not change doc, and keeps no part of it but its strings. A nil doc has no
// article.
func (p *Parser) ParseNode(doc *html.Node, base *url.URL) (*article.Article, []article.Note, error) {
	if doc == nil {
		return nil, nil, ErrNoArticle
	}
	pg := lay(doc, base, siteTableOf(p.Sites))
	defer pg.free()
	if len(pg.nodes) == 0 {
		return nil, nil, ErrNoArticle
	}
	pg.measure()
	pg.findSite()
	pg.findTitle()
	pg.findFrame()
	if !pg.findBody() {
		return nil, nil, ErrNoArticle
	}
	pg.limit()
	r := reader{page: pg, parser: p}
	return r.article()
}
