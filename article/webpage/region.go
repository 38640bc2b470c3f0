package webpage

import (
	"net/url"
	"strings"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// Shares of the prose of a page.
const (
	leastOfSite = 8 // a known name holds at least an eighth of it
	inner       = 5 // an inner element with four fifths of it is the body
	longer      = 8 // of two elements with the name, the first is a teaser if the second has so much more
)

// findSite chooses the site whose names hold here: the first whose body is on
// the page, with text in it.
func (p *page) findSite() {
	p.site = &site{}
	host, whole := p.host(), p.nodes[0].score
	for i := range p.table.sites {
		s := &p.table.sites[i]
		if !s.onHost(host) {
			continue
		}
		body := int32(-1)
		for _, h := range p.hits {
			if s.role(h.name)&isBody == 0 || p.nodes[h.node].chars == 0 && !p.nodes[h.node].media {
				continue
			}
			// The next story may be below, and longer.
			score := p.nodes[h.node].score
			if body < 0 || score > p.nodes[body].score*longer ||
				p.holds(body, h.node) && score >= p.nodes[body].score-p.nodes[body].score/inner {
				body = h.node
			}
		}
		if body < 0 || i >= p.table.own && p.nodes[body].score*leastOfSite < whole {
			continue
		}
		p.site, p.body = s, body
		for _, h := range p.hits {
			p.nodes[h.node].site |= s.role(h.name)
		}
		return
	}
}

// host returns the name of the site that the page is of, "" if nothing says.
func (p *page) host() string {
	if p.base != nil && p.base.Host != "" {
		return strings.ToLower(p.base.Hostname())
	}
	for _, address := range [...]string{p.facts.canonical, p.facts.address, p.facts.base} {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			return strings.ToLower(u.Hostname())
		}
	}
	return ""
}

// findFrame marks what belongs to the frame of the page, by its names, and
// sums up the scores of the rest. An element that holds the title, or half of
// the prose, is no frame, whatever its name: VnExpress has its articles in a
// sidebar-1. Comments may be longer than the article, and the offer to
// subscribe is the longest text of a page of links.
func (p *page) findFrame() {
	whole := p.nodes[0].score
	for i := int32(0); i < int32(len(p.nodes)); {
		n := &p.nodes[i]
		rule := frameOf(n)
		if rule == "" || p.title >= 0 && p.holds(i, p.title) || p.body >= 0 && p.holds(i, p.body) ||
			n.words&(isComments|isPopup) == 0 && 2*n.score > whole {
			i++
			continue
		}
		for j := i; j < n.end; j++ {
			p.nodes[j].frame = rule
		}
		i = n.end
	}
	for i := range p.nodes {
		p.nodes[i].score = 0
	}
	for i := range p.blocks {
		if b := &p.blocks[i]; p.nodes[b.owner].frame == "" {
			p.nodes[b.owner].score += p.scoreOf(b)
		}
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		p.nodes[p.nodes[i].parent].score += p.nodes[i].score
	}
}

// frameOf returns why an element is of the frame by its names, "" if it is
// not.
func frameOf(n *node) rule {
	if n.site&isAd != 0 {
		return ruleFrame
	}
	if n.site != 0 {
		return ""
	}
	switch w := n.words; {
	case w&isFrame == 0:
		return ""
	case w&isHidden != 0:
		return ruleHidden
	case w&isComments != 0:
		return article.RuleComments
	case w&isAd != 0:
		return article.RuleAd
	case w&isShare != 0:
		return article.RuleShare
	case w&isForm != 0:
		return article.RuleTool
	case w&(isNotice|isPopup) != 0:
		return ruleNotice
	}
	return article.RuleNav
}

// findBody finds the element that holds the text: that of the site, or the one
// with the highest score. It reports whether there is an article.
func (p *page) findBody() bool {
	if p.body >= 0 {
		p.known = true
		return true
	}
	best := int32(0)
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.kind == block && n.score >= p.nodes[best].score && n.frame == "" {
			best = int32(i)
		}
	}
	if p.nodes[best].score < leastProse {
		return false
	}
	if p.nodes[best].DataAtom == atom.P && p.nodes[best].parent >= 0 {
		best = p.nodes[best].parent // all of the text is one paragraph
	}
	if p.title < 0 && p.nodes[best].score < leastUntitled {
		return false
	}
	p.body = p.narrow(p.titled(best))
	return !p.isList(p.body)
}

// Bounds of what is read of a body: nodes, and bytes of text and of attributes.
// No article comes near them; they keep what a page gives within the limits of
// the model.
const (
	maxNodes = 90_000
	maxText  = 2 << 20
)

// limit leaves out what is beyond the bounds.
func (p *page) limit() {
	size := 0
	for i := p.body; i < p.nodes[p.body].end; i++ {
		n := &p.nodes[i]
		if n.kind == text {
			size += len(n.Data)
		}
		for _, a := range n.Attr {
			if !strings.HasPrefix(a.Val, "data:") {
				size += len(a.Val)
			}
		}
		if size > maxText || i-p.body > maxNodes {
			for ; i < p.nodes[p.body].end; i++ {
				p.nodes[i].frame = article.RuleLimit
			}
		}
	}
}

// Scores of the shortest articles: a sentence below a title, some paragraphs
// where no title is printed.
const (
	leastProse    = 60
	leastUntitled = 480
)

// titled goes from an element to the part of it that has the title, if other
// parts are articles, too: pages load the next story below the first.
func (p *page) titled(best int32) int32 {
	if p.title < 0 || !p.holds(best, p.title) {
		return best
	}
	for i := p.title; i > best; i = p.nodes[i].parent {
		n := &p.nodes[i]
		if n.kind != block || n.score < leastProse {
			continue
		}
		for next := n.end; next < p.nodes[n.parent].end; next = p.nodes[next].end {
			other := &p.nodes[next]
			if other.DataAtom == n.DataAtom && attr(other.Node, "class") == attr(n.Node, "class") && other.score >= leastProse && p.hasTitle(next) {
				return i
			}
		}
	}
	return best
}

// hasTitle reports whether an element has an h1 of its own.
func (p *page) hasTitle(i int32) bool {
	for j := i; j < p.nodes[i].end; j++ {
		if n := &p.nodes[j]; n.DataAtom == atom.H1 && n.chars >= leastTitle {
			return true
		}
	}
	return false
}

// narrow goes from an element to the one inside that holds nearly all of its
// prose.
func (p *page) narrow(i int32) int32 {
	for {
		next := int32(-1)
		for c := p.first(i); c < p.nodes[i].end; c = p.nodes[c].end {
			if p.nodes[c].kind == block && p.nodes[c].score*100 >= p.nodes[i].score*95 && p.nodes[c].blocky && p.nodes[c].DataAtom != atom.P {
				next = c
			}
		}
		if next < 0 {
			return i
		}
		i = next
	}
}

// isList reports whether an element holds the beginnings of many articles: as
// much text in links as beside them.
func (p *page) isList(i int32) bool {
	linked, blocks := int32(0), 0
	for k := range p.blocks {
		b := &p.blocks[k]
		if p.holds(i, b.first) && 2*b.links > b.chars && b.links > shortText && p.nodes[b.owner].frame == "" {
			linked += b.links
			blocks++
		}
	}
	return blocks > 5 && linked*2 > p.nodes[i].score
}
