package webpage

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html/atom"
)

// Lengths in characters.
const (
	maxTitle   = 300
	maxSection = 40
	leastTitle = 8
)

// findTitle finds the element that prints the title: an h1, or one with a
// known name, checked against what the page says its title is. Where nothing
// is named, as on pages of the time of fonts, it is the first text block that
// is the title of the page.
func (p *page) findTitle() {
	for _, pass := range [...]struct {
		gradeOf func(*node) int
		least   int
	}{
		{gradeFirst, 5}, // an h1 that the page confirms, which most pages have
		{gradeNamed, 3},
	} {
		if p.title = p.bestTitle(pass.gradeOf, pass.least); p.title >= 0 {
			return
		}
	}
	for i := 0; i < len(p.blocks) && p.title < 0; i++ {
		b := &p.blocks[i]
		if leastTitle <= b.chars && b.chars <= maxTitle && b.links == 0 && p.facts.confirms(p.blockText(i)) == 2 {
			// The outermost element that holds nothing else.
			p.title = b.first
			for up := p.nodes[p.title].parent; up > 0 && p.nodes[up].chars == b.chars; up = p.nodes[up].parent {
				p.title = up
			}
		}
	}
}

// gradeFirst returns how likely an element is the title because it is an h1, or
// what the site names so.
func gradeFirst(n *node) int {
	if n.DataAtom == atom.H1 || n.site&isTitle != 0 {
		return gradeNamed(n)
	}
	return 0
}

// gradeNamed returns how likely an element is the title by its name, 0 if it
// is not named so.
func gradeNamed(n *node) int {
	switch {
	case n.site&isTitle != 0 && n.DataAtom == atom.H1:
		return 5
	case n.site&isTitle != 0:
		return 4
	case n.DataAtom == atom.H1:
		return 3
	case n.DataAtom == atom.H2 || n.DataAtom == atom.H3, n.words&isTitle != 0 && n.DataAtom != atom.A && !n.blocky:
		return 1 // if the page confirms it: the h1 may be the name of the section
	}
	return 0
}

// bestTitle returns the element with the highest grade, the first of several;
// -1 if none has the least that is asked for. What the page states adds up to
// four, and takes off two.
func (p *page) bestTitle(gradeOf func(*node) int, least int) int32 {
	best, title := least-1, int32(-1)
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.kind == text || n.chars < leastTitle || n.chars > maxTitle || n.words&(isHidden|isComments|isRelated) != 0 {
			continue
		}
		grade := gradeOf(n)
		if grade == 0 || grade == 1 && n.links > 0 ||
			p.in(int32(i), func(n *node) bool {
				return n.words&(isHidden|isComments) != 0 && n.site == 0 && n.DataAtom != atom.Body
			}) >= 0 {
			continue
		}
		if p.linksAway(int32(i)) {
			grade -= 2
		}
		named := grade > 1 // an h1 that is said to be another is still printed
		grade += 2 * p.facts.confirms(p.textOf(int32(i), n.end))
		if named {
			grade = max(grade, 3)
		}
		if grade > best {
			best, title = grade, int32(i)
		}
	}
	return title
}

// linksAway reports whether an element is a link, or holds nothing else, as
// the titles of other stories do.
func (p *page) linksAway(i int32) bool {
	if p.nodes[i].links*2 < p.nodes[i].chars {
		return p.in(i, func(n *node) bool { return n.DataAtom == atom.A }) >= 0
	}
	return true
}

// confirms returns how far a text is the title that the page states: 2 if it
// is, 1 if it is nearly or a part of it, 0 if nothing is stated, -1 if it is
// another.
func (f *facts) confirms(s string) int {
	key := titleKey(s)
	if key == "" || len(f.keys) == 0 {
		return 0
	}
	best := -1
	for _, stated := range f.keys {
		switch {
		case stated == key:
			return 2
		// "Headline - VnExpress Giải trí", "Headline | Báo Cần Thơ"
		case strings.HasPrefix(stated, key) && len(key) >= 20 && 3*len(key) >= 2*len(stated)-40:
			return 2
		// "Báo Làng Quê: Headline"
		case strings.HasSuffix(stated, key) && len(key) >= 20 && len(stated)-len(key) <= 40:
			return 2
		case strings.Contains(stated, key) && 2*len(key) >= len(stated), strings.HasPrefix(key, stated) && len(stated) >= 20:
			best = max(best, 1)
		case share(key, stated) >= 0.6:
			best = max(best, 1)
		}
	}
	return best
}

// titleKey returns the letters and digits of a title, folded.
func titleKey(s string) string {
	if len(s) > 4*maxTitle {
		s = s[:4*maxTitle]
	}
	return strings.Join(strings.FieldsFunc(vn.Fold(s), func(r rune) bool {
		return r < utf8.RuneSelf && !('a' <= r && r <= 'z' || '0' <= r && r <= '9') || strings.ContainsRune("–—“”‘’…\u00a0", r)
	}), " ")
}

// share returns how many of the words of the shorter text are in the other.
func share(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 4 {
		return 0
	}
	have := make(map[string]int, len(y))
	for _, w := range y {
		have[w]++
	}
	common := 0
	for _, w := range x {
		if have[w] > 0 {
			have[w]--
			common++
		}
	}
	return float64(common) / float64(len(x))
}

// blockText returns the text of a text block.
func (p *page) blockText(i int) string {
	b := &p.blocks[i]
	return p.textOf(b.first, b.last+1)
}
