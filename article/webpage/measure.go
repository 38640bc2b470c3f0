package webpage

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// A textBlock is a run of text that no block interrupts: a paragraph, an item,
// a cell, what stands between two br. Notes count them.
type textBlock struct {
	first, last int32 // nodes of its first and last text
	owner       int32 // the innermost block that it is in
	chars       int32 // visible characters
	links       int32 // those of them in links
	sentence    bool  // it ends as a sentence
	broken      bool  // a single br is at one of its ends
	teaser      bool  // it is the summary of another story
	rule        rule  // why it is dropped; "" is the frame
}

// measure cuts the text into blocks, and counts for each element what is
// inside.
func (p *page) measure() {
	var (
		open    []int32 // blocks around the node
		links   []int32 // links around it
		current = int32(-1)
		brs     int
	)
	for i := range p.nodes {
		at := int32(i)
		n := &p.nodes[i]
		for len(open) > 0 && p.nodes[open[len(open)-1]].end <= at {
			open = open[:len(open)-1]
			current = -1
		}
		for len(links) > 0 && p.nodes[links[len(links)-1]].end <= at {
			links = links[:len(links)-1]
		}
		n.run = -1
		switch n.kind {
		case text:
			chars := visible(n.Data)
			if chars == 0 {
				break
			}
			if current < 0 {
				owner := int32(0)
				if len(open) > 0 {
					owner = open[len(open)-1]
				}
				p.blocks = append(p.blocks, textBlock{first: at, owner: owner, broken: brs == 1})
				current = int32(len(p.blocks)) - 1
			}
			brs = 0
			b := &p.blocks[current]
			b.last = at
			b.chars += chars
			n.chars, n.run = chars, current
			if len(links) > 0 {
				b.links += chars
				n.links = chars
			}
			b.sentence = endsSentence(n.Data)
		case line:
			if current >= 0 {
				p.blocks[current].broken = true
			}
			brs++
			current = -1
		case block, gone:
			open = append(open, at)
			current, brs = -1, 0
		case media:
			if n.DataAtom != atom.Img || !p.isSmall(at) {
				n.media = true
				current = -1
			}
		default:
			if n.DataAtom == atom.A && (n.end-at < 200 || !p.hasBlock(at)) {
				links = append(links, at)
			}
		}
	}
	for i := range p.blocks {
		b := &p.blocks[i]
		b.teaser = i > 0 && p.isTeased(&p.blocks[i-1], b)
		p.nodes[b.owner].score += max(0, p.scoreOf(b)) // findFrame takes off the rest
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		n := &p.nodes[i]
		up := &p.nodes[n.parent]
		up.chars += n.chars
		up.links += n.links
		up.score += n.score
		up.media = up.media || n.media
		up.blocky = up.blocky || n.blocky || n.kind == block
	}
}

// hasBlock reports whether a link holds a block: whole articles are wrapped in
// one, by mistake.
func (p *page) hasBlock(i int32) bool {
	for j := i + 1; j < p.nodes[i].end; j++ {
		if p.nodes[j].DataAtom == atom.P {
			return true
		}
	}
	return false
}

// Scores of text blocks, in characters.
const (
	shortText = 25 // a label, a name, a button
	longText  = 80 // rarely less than a sentence
)

// scoreOf returns how much a block looks like prose: its length, or what is
// taken off for a block of links and for the short ones of which frames are
// made. The body is then the element with the highest sum.
func (p *page) scoreOf(b *textBlock) int32 {
	switch owner := p.nodes[b.owner].DataAtom; {
	case p.nodes[b.owner].kind == gone:
		return 0
	case 2*b.links > b.chars, b.teaser:
		return -b.chars/2 - 10
	case owner == atom.H1 || owner == atom.H2 || owner == atom.H3 || owner == atom.H4:
		return 0
	case b.chars < shortText && !b.broken:
		return -5
	case b.sentence || b.chars >= longText:
		return b.chars - 2*b.links
	}
	if b.broken {
		return 0 // a verse, a line of an address
	}
	return -5
}

// isTeased reports whether a text block is the summary of another story: the
// heading above it is a link.
func (p *page) isTeased(above, b *textBlock) bool {
	switch p.nodes[above.owner].DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5:
		return above.chars >= leastStory && above.links*10 >= above.chars*9 && above.owner != b.owner &&
			p.nodes[above.owner].site&isTitle == 0
	}
	return false
}

// visible returns the number of characters of s but white space.
func visible(s string) (n int32) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c > ' ' && c != 0x7f {
				n++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r != '\u00a0' && r != '\u200b' && r != '\ufeff' && r != '\u200c' && r != '\u200d' && r != '\u00ad' {
			n++
		}
		i += size
	}
	return n
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\r\n\u00a0\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…", r)
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isSpace(r)
}

func endsWithSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isSpace(r)
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\u00a0' || r == '\u3000'
}
