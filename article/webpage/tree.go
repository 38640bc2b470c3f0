package webpage

import (
	"net/url"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth bounds how deep elements are told apart. Of those that stand deeper
// only paragraphs and their like are; the rest of the text belongs to the
// element at that depth. The parser of HTML stops at 512; a tree that a program
// made may go on.
const maxDepth = 500

// A page is a document as a table of its nodes in document order, so that
// every question is a loop over the table or a part of it, and none recurses.
type page struct {
	nodes    []node
	blocks   []textBlock
	facts    facts    // what the head says
	base     *url.URL // the address of the page; nil if it is not known
	relative *url.URL // what relative addresses are relative to; may be nil
	table    *siteTable
	hits     []hit // elements that carry a name of a site's table

	site  *site // whose names hold here; never nil, may be empty
	title int32 // the element that prints the title; -1
	body  int32 // the element that holds the text
	known bool  // the names of a site say so

	names map[string]nameInfo // by the value of an attribute
}

// A node is an element or a text of the document that a reader may see.
type node struct {
	*html.Node
	parent int32 // -1 for the root
	end    int32 // the index after the last node inside
	kind   kind
	words  role  // what the words of its names say
	site   role  // what its names say on this site
	media  bool  // it holds or is a picture or a player
	blocky bool  // it holds or is a block
	frame  rule  // why it is no part of the article; "" if it is
	chars  int32 // visible characters of the text inside
	links  int32 // those of them inside links
	score  int32 // how much the text inside looks like prose; see measure
	taken  bool  // the article has the text
	run    int32 // of a text: the text block it is in, -1 if it shows nothing
}

// A kind is what an element is for the layout.
type kind uint8

const (
	inline kind = iota // it is part of a line
	block              // it stands on lines of its own
	text               // it is a text node
	line               // br
	media              // a picture or a player
	gone               // controls and the like: its text is furniture
)

// kinds are the elements that are not inline.
var kinds = map[atom.Atom]kind{
	atom.Address: block, atom.Article: block, atom.Aside: block, atom.Blockquote: block, atom.Body: block,
	atom.Caption: block, atom.Center: block, atom.Dd: block, atom.Details: block, atom.Dialog: block, atom.Dir: block,
	atom.Div: block, atom.Dl: block, atom.Dt: block, atom.Fieldset: block, atom.Figcaption: block, atom.Figure: block,
	atom.Footer: block, atom.Form: block, atom.H1: block, atom.H2: block, atom.H3: block, atom.H4: block, atom.H5: block,
	atom.H6: block, atom.Header: block, atom.Hgroup: block, atom.Hr: block, atom.Html: block, atom.Li: block,
	atom.Listing: block, atom.Main: block, atom.Menu: block, atom.Nav: block, atom.Ol: block, atom.P: block,
	atom.Plaintext: block, atom.Pre: block, atom.Section: block, atom.Summary: block, atom.Table: block,
	atom.Tbody: block, atom.Td: block, atom.Tfoot: block, atom.Th: block, atom.Thead: block, atom.Tr: block,
	atom.Ul: block, atom.Xmp: block, atom.Legend: block, atom.Search: block,
	atom.Br:  line,
	atom.Img: media, atom.Iframe: media, atom.Video: media, atom.Audio: media, atom.Object: media, atom.Embed: media,
	atom.Button: gone, atom.Select: gone, atom.Textarea: gone, atom.Input: gone, atom.Datalist: gone,
}

// customKinds are elements without an atom: those of AMP, and players.
var customKinds = map[string]kind{
	"amp-img": media, "amp-anim": media, "amp-youtube": media, "amp-video": media, "amp-iframe": media,
	"amp-facebook": media, "amp-twitter": media, "amp-instagram": media, "amp-tiktok": media, "amp-brightcove": media,
	"amp-vimeo": media, "amp-dailymotion": media, "lite-youtube": media,
	"amp-ad": gone, "amp-sidebar": gone, "amp-analytics": gone, "amp-user-notification": gone, "amp-social-share": gone,
	"amp-sticky-ad": gone, "amp-consent": gone, "amp-carousel": block, "zing-gallery": block, "amp-embed": gone,
}

// skipped are the elements that show nothing of their content.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Canvas: true, atom.Noframes: true, atom.Frameset: true, atom.Map: true, atom.Applet: true,
}

func kindOf(n *html.Node) kind {
	if n.DataAtom != 0 {
		return kinds[n.DataAtom]
	}
	return customKinds[n.Data]
}

// tables are the pages that were read, for the room in their lists.
var tables = sync.Pool{New: func() any { return &page{names: make(map[string]nameInfo)} }}

// free gives the room of a page back. Nothing of it may be used any more.
func (p *page) free() {
	clear(p.nodes)
	clear(p.names)
	*p = page{nodes: p.nodes[:0], blocks: p.blocks[:0], hits: p.hits[:0], names: p.names}
	tables.Put(p)
}

// lay reads a document into a page, with what its head and its scripts say.
func lay(doc *html.Node, base *url.URL, table *siteTable) *page {
	p := tables.Get().(*page)
	p.base, p.table, p.title, p.body = base, table, -1, -1
	open := make([]int32, 0, 64) // the elements around n that have a row
	top := func() int32 {
		if len(open) == 0 {
			return -1
		}
		return open[len(open)-1]
	}
	var rows []bool // for each node around n: it has a row
	for n := doc; ; {
		row, inside := false, true
		switch n.Type {
		case html.TextNode:
			p.nodes = append(p.nodes, node{Node: n, parent: top(), end: int32(len(p.nodes)) + 1, kind: text})
		case html.ElementNode:
			if p.facts.read(n) || skipped[n.DataAtom] || n.Namespace != "" {
				inside = n.DataAtom == atom.Head
				break
			}
			if row = len(open) < maxDepth || len(open) < maxDepth+16 && leaves[n.Data]; row {
				p.element(n, top())
				open = append(open, int32(len(p.nodes))-1)
				inside = kindOf(n) != media
			}
		case html.CommentNode, html.DoctypeNode, html.RawNode:
			inside = false
		}
		if inside && n.FirstChild != nil {
			rows = append(rows, row)
			n = n.FirstChild
			continue
		}
		for {
			if row {
				p.nodes[top()].end = int32(len(p.nodes))
				open = open[:len(open)-1]
			}
			if len(rows) == 0 { // n is doc
				p.facts.finish()
				p.setBase()
				return p
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n, row, rows = n.Parent, rows[len(rows)-1], rows[:len(rows)-1]
		}
	}
}

// element adds the row of an element.
func (p *page) element(n *html.Node, parent int32) {
	i := int32(len(p.nodes))
	e := node{Node: n, parent: parent, end: i + 1, kind: kindOf(n), words: tagRoles[n.DataAtom]}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "itemprop", "type", "data-role", "role":
			info := p.named(a.Val)
			if a.Key != "type" {
				e.words |= info.words
			}
			for _, name := range info.names {
				p.hits = append(p.hits, hit{node: i, name: name})
			}
		case "hidden":
			e.words |= isHidden
		case "style":
			if hides(a.Val) {
				e.words |= isHidden
			}
		}
	}
	p.nodes = append(p.nodes, e)
}

// hides reports whether a style attribute takes its element off the page.
func hides(style string) bool {
	_, after, ok := strings.Cut(style, "display")
	if !ok {
		return false
	}
	value, ok := strings.CutPrefix(strings.TrimLeft(after, " "), ":")
	return ok && strings.HasPrefix(strings.TrimLeft(value, " "), "none")
}

// attr returns the value of an attribute, "" if there is none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// first returns the first child of i, or its end.
func (p *page) first(i int32) int32 { return min(i+1, p.nodes[i].end) }

// holds reports whether the node j is i or inside it.
func (p *page) holds(i, j int32) bool { return i <= j && j < p.nodes[i].end }

// in returns the innermost element around i, or i itself, that ok accepts; -1
// if there is none.
func (p *page) in(i int32, ok func(*node) bool) int32 {
	for i >= 0 && !ok(&p.nodes[i]) {
		i = p.nodes[i].parent
	}
	return i
}

// textOf returns the text of the nodes from i to end on one line.
func (p *page) textOf(i, end int32) string {
	var b strings.Builder
	run, space := int32(-1), false
	for ; i < end; i++ {
		n := &p.nodes[i]
		if n.kind != text || n.run < 0 {
			space = space || n.kind == text || n.kind == line
			continue
		}
		space = space || n.run != run || startsWithSpace(n.Data)
		for word := range strings.FieldsSeq(n.Data) {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(word)
			space = true
		}
		run, space = n.run, endsWithSpace(n.Data)
	}
	return b.String()
}
