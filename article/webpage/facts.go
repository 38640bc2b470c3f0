package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what a page says of itself for machines. Any of it may be wrong:
// titles are rewritten for networks, authors are the paper, dates lack their
// zone. So they confirm what is printed, and stand in for what is not.
type facts struct {
	titles       []string // the likeliest to be the printed one first
	descriptions []string
	papers       []string // names of the site and its publisher
	people       []string // authors that are said to be persons
	authors      []string // authors that nothing is said of
	published    []string
	modified     []string
	sections     []string
	tags         []string
	canonical    string
	address      string // og:url
	base         string
	lang         string
	website      bool // og:type says that this is no article

	ogTitle, pageTitle string
	keys               []string // of titles, see titleKey
}

// maxFacts bounds the lists: a page has one title, and some write three.
const (
	maxFacts  = 64
	maxTitles = 8
)

// read takes what an element says. It reports whether the element is no part
// of the page that people see.
func (f *facts) read(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html:
		f.lang = strings.TrimSpace(attr(n, "lang"))
	case atom.Title:
		if f.pageTitle == "" && n.FirstChild != nil {
			f.pageTitle = oneLine(n.FirstChild.Data)
		}
		return true
	case atom.Base:
		if f.base == "" {
			f.base = attr(n, "href")
		}
		return true
	case atom.Link:
		if f.canonical == "" && hasWord(attr(n, "rel"), "canonical") {
			f.canonical = strings.TrimSpace(attr(n, "href"))
		}
		return true
	case atom.Meta:
		f.meta(n)
		return true
	case atom.Script:
		if n.FirstChild != nil && strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
			f.linkedData(n.FirstChild.Data)
		}
		return true
	}
	return false
}

// metaNames are where the content of a meta element goes, by its property,
// name or itemprop.
var metaNames = map[string]func(*facts, string){
	"og:title":               func(f *facts, s string) { f.ogTitle = s },
	"twitter:title":          func(f *facts, s string) { add(&f.titles, s) },
	"title":                  func(f *facts, s string) { add(&f.titles, s) },
	"headline":               func(f *facts, s string) { add(&f.titles, s) },
	"dc.title":               func(f *facts, s string) { add(&f.titles, s) },
	"og:description":         func(f *facts, s string) { add(&f.descriptions, s) },
	"description":            func(f *facts, s string) { add(&f.descriptions, s) },
	"twitter:description":    func(f *facts, s string) { add(&f.descriptions, s) },
	"og:site_name":           func(f *facts, s string) { add(&f.papers, s) },
	"application-name":       func(f *facts, s string) { add(&f.papers, s) },
	"copyright":              func(f *facts, s string) { add(&f.papers, s) },
	"author":                 func(f *facts, s string) { add(&f.authors, s) },
	"article:author":         func(f *facts, s string) { add(&f.authors, s) },
	"dc.creator":             func(f *facts, s string) { add(&f.authors, s) },
	"article:published_time": func(f *facts, s string) { add(&f.published, s) },
	"datepublished":          func(f *facts, s string) { add(&f.published, s) },
	"pubdate":                func(f *facts, s string) { add(&f.published, s) },
	"publishdate":            func(f *facts, s string) { add(&f.published, s) },
	"publish-date":           func(f *facts, s string) { add(&f.published, s) },
	"publish_date":           func(f *facts, s string) { add(&f.published, s) },
	"dc.date":                func(f *facts, s string) { add(&f.published, s) },
	"dc.date.issued":         func(f *facts, s string) { add(&f.published, s) },
	"date":                   func(f *facts, s string) { add(&f.published, s) },
	"article:modified_time":  func(f *facts, s string) { add(&f.modified, s) },
	"datemodified":           func(f *facts, s string) { add(&f.modified, s) },
	"lastmod":                func(f *facts, s string) { add(&f.modified, s) },
	"og:updated_time":        func(f *facts, s string) { add(&f.modified, s) },
	"article:section":        func(f *facts, s string) { add(&f.sections, s) },
	"articlesection":         func(f *facts, s string) { add(&f.sections, s) },
	"article:tag":            func(f *facts, s string) { addList(&f.tags, s) },
	"og:url":                 func(f *facts, s string) { f.address = s },
	"og:type":                func(f *facts, s string) { f.website = strings.EqualFold(s, "website") },
}

func (f *facts) meta(n *html.Node) {
	content := ""
	var set func(*facts, string)
	for _, a := range n.Attr {
		switch a.Key {
		case "content":
			content = a.Val
		case "property", "name", "itemprop":
			if set == nil {
				set = metaNames[strings.ToLower(strings.TrimSpace(a.Val))]
			}
		}
	}
	if set != nil {
		if content = oneLine(content); content != "" {
			set(f, content)
		}
	}
}

// finish orders the titles.
func (f *facts) finish() {
	titles := make([]string, 0, len(f.titles)+2)
	for _, t := range append([]string{f.ogTitle, f.pageTitle}, f.titles...) {
		if t != "" {
			add(&titles, t)
		}
	}
	f.titles = titles
	for _, t := range titles[:min(len(titles), maxTitles)] {
		add(&f.keys, titleKey(t))
	}
}

// add appends a fact that is not there yet.
func add(list *[]string, s string) {
	if len(*list) >= maxFacts || s == "" {
		return
	}
	if slices.Contains(*list, s) {
		return
	}
	*list = append(*list, s)
}

func addList(list *[]string, s string) {
	for part := range strings.SplitSeq(s, ",") {
		add(list, strings.TrimSpace(part))
	}
}

// oneLine returns the text of an attribute or a string of JSON on one line.
// One system escapes what it writes there twice: Chi&amp;#7871;n.
func oneLine(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// hasWord reports whether a list of words between spaces has word, whatever
// its case.
func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
