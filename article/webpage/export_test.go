package webpage

import (
	"net/url"

	"golang.org/x/net/html"
)

// Region returns the text blocks of the region of a page, in order, as Notes
// count them.
func Region(p *Parser, doc *html.Node, base *url.URL) (texts []string) {
	pg := lay(doc, base, siteTableOf(p.Sites))
	if len(pg.nodes) == 0 {
		return nil
	}
	pg.measure()
	pg.findSite()
	pg.findTitle()
	pg.findFrame()
	if !pg.findBody() {
		return nil
	}
	pg.limit()
	all := make([]string, len(pg.blocks))
	for k := range all {
		all[k] = pg.blockText(k)
	}
	r := reader{page: pg, parser: p}
	if _, _, err := r.article(); err != nil {
		return nil
	}
	start := r.start()
	return all[start:max(start, r.end)]
}

// Decode is decode.
func Decode(page []byte) string { return string(decode(page)) }

// Resolve returns what becomes of the address of a link on a page.
func Resolve(base *url.URL, declared, href string) string {
	p := &page{base: base}
	p.facts.base = declared
	p.setBase()
	return p.link(href)
}

// Builtin returns the sites that the package knows.
func Builtin() []Site { return sites }
