package webpage

import (
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// lead finds the standfirst, and takes it out of the text: an element that is
// named so, what stands between the title and the text, or what the page gives
// as its description. It is the first paragraph of the draft.
func (r *reader) lead() *article.Paragraph {
	i := r.findLead()
	if i < 0 {
		return nil
	}
	var p *article.Paragraph
	for _, b := range r.inside(func() { r.span(i, r.nodes[i].end) }) {
		switch b := b.(type) {
		case *article.Paragraph:
			if p == nil {
				p = b
				continue
			}
			p.Text = append(append(p.Text, article.Break{}), b.Text...)
		case *article.Heading:
			if p == nil {
				p = &article.Paragraph{Text: b.Text}
				continue
			}
			p.Text = append(append(p.Text, article.Break{}), b.Text...)
		default:
			r.emit(i, b)
		}
	}
	r.set(i)
	r.leadAt = i
	if p != nil {
		p.Text = bare(p.Text)
	}
	return p
}

// Lengths of leads, in visible characters.
const (
	leastLead  = 25
	leastNamed = 12 // of one that is named so
	maxLead    = 1500
)

// findLead returns the element of the lead, -1 if there is none.
func (r *reader) findLead() int32 {
	title := r.title
	may := func(i int) bool {
		n := &r.nodes[i]
		return int32(i) > title && leastNamed <= n.chars && n.chars <= maxLead && n.links*2 < n.chars &&
			n.frame == "" && !r.holds(int32(i), r.body) && (title < 0 || !r.holds(int32(i), title))
	}
	first := r.nodes[r.body].end
	for i := range r.nodes[:first] {
		if r.nodes[i].site&isLead != 0 && may(i) {
			return int32(i)
		}
	}
	from, to := r.around()
	if r.title >= 0 {
		from = r.firstBlock(r.nodes[r.title].end)
	}
	for i := range r.nodes[:first] {
		if r.nodes[i].words&isLead != 0 && may(i) && r.isHead(int32(i), from, to) && !r.isTeaser(int32(i)) {
			return int32(i)
		}
	}
	for k := from; k < min(to, len(r.blocks)); k++ {
		b := &r.blocks[k]
		if b.chars < leastLead || 2*b.links > b.chars || r.nodes[b.first].frame != "" {
			continue
		}
		n := &r.nodes[b.owner]
		if n.chars != b.chars || b.owner == r.body {
			if b.sentence && b.chars >= longText {
				return -1
			}
			continue
		}
		outside := !r.holds(r.body, b.first)
		switch agrees := r.describes(b); {
		case agrees == 2 && r.prose(k+1) >= 1, agrees == 1 && (outside || r.isMarked(b)):
			return b.owner
		case outside && (n.DataAtom == atom.H2 || r.isMarked(b)) && b.chars >= longText/2:
			return b.owner
		case r.isMarked(b) && b.chars >= longText && r.prose(k+1) >= 2, r.standsApart(b, k):
			return b.owner
		}
		if b.sentence && b.chars >= longText {
			return -1
		}
	}
	return -1
}

// isTeaser reports whether an element is in an item of a list, as the
// summaries of other stories are.
func (r *reader) isTeaser(i int32) bool {
	return r.in(i, func(n *node) bool { return n.DataAtom == atom.Li || n.words&isRelated != 0 }) >= 0
}

// standsApart reports whether the text block k, the first below the title, is
// not where the next paragraphs are: in an element of their own.
func (r *reader) standsApart(b *textBlock, k int) bool {
	if r.title < 0 || b.chars < longText/2 || r.nodes[b.owner].words&(isPhoto|isCaption) != 0 {
		return false
	}
	var around []int32 // the elements around the next paragraphs
	for j := k + 1; j < min(len(r.blocks), k+3*belowTitle) && len(around) < 4; j++ {
		next := &r.blocks[j]
		if next.sentence && next.chars >= longText/2 && 2*next.links < next.chars && r.nodes[next.owner].frame == "" {
			parent := r.nodes[next.owner].parent
			switch {
			case r.nodes[next.owner].DataAtom == atom.Li || r.nodes[next.owner].DataAtom == atom.Td:
				continue
			case parent == r.nodes[b.owner].parent:
				return false
			case slices.Contains(around, parent):
				return !r.holds(parent, b.first)
			}
			around = append(around, parent)
		}
	}
	return false
}

// describes returns 2 if a text block is the description that the page gives
// of itself, 1 if it begins as that does, else 0.
func (r *reader) describes(b *textBlock) int {
	text := letters(r.textOf(b.first, b.last+1))
	grade := 0
	for _, s := range r.facts.descriptions {
		d := letters(s)
		switch {
		case len(d) < 20 || len(text) < 20:
		case d == text || strings.HasSuffix(text, d) && len(text)-len(d) < 20, strings.HasSuffix(d, text) && len(d)-len(text) < 20: // but for a tag
			return 2
		case strings.Contains(text, d[:min(50, len(d))]):
			grade = 1
		}
	}
	return grade
}

// isMarked reports whether a text block is set off: as a heading, or all of it
// in bold or italic letters.
func (r *reader) isMarked(b *textBlock) bool {
	switch r.nodes[b.owner].DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	for i := r.nodes[b.first].parent; i > b.owner; i = r.nodes[i].parent {
		switch r.nodes[i].DataAtom {
		case atom.B, atom.Strong, atom.Em, atom.I:
			return r.nodes[i].chars*10 >= b.chars*9
		}
	}
	return false
}

// prose returns how many of the next text blocks of the body are prose, as far
// as it takes to know.
func (r *reader) prose(k int) (n int) {
	for ; k < r.lastBlock(r.body) && n < 3; k++ {
		if b := &r.blocks[k]; b.chars >= longText && 2*b.links < b.chars {
			n++
		}
	}
	return n
}

// keepLead makes sure that what was found to be the lead is it.
func (r *reader) keepLead(lead *article.Paragraph) {
	a := r.draft
	if lead == nil || len(a.Lead) > 0 || len(a.Body) == 0 {
		return
	}
	if p, ok := a.Body[0].(*article.Paragraph); ok && p == lead {
		a.Lead, a.Body = p.Text, a.Body[1:]
	}
}

// firstText returns the text of the first block, if that is a paragraph.
func firstText(body article.Blocks) string {
	if p, ok := body[0].(*article.Paragraph); ok {
		return p.Text.PlainText()
	}
	return ""
}

// keepText puts the first paragraph back that package article has taken for
// the lead only because a picture stands below it: in the markup it is a part
// of the text. A tag, a dateline, or a second copy of it is evidence.
func (r *reader) keepText(first string, notes []article.Note) {
	a := r.draft
	if len(a.Lead) == 0 || first == "" {
		return
	}
	for _, n := range notes {
		switch n.Rule {
		case article.RuleSourceTag, article.RuleDateline, article.RuleLeadRepeated, article.RuleLeadVariant:
			return
		}
	}
	if a.Lead.PlainText() == r.form(first) {
		a.Body = append(article.Blocks{&article.Paragraph{Text: a.Lead}}, a.Body...)
		a.Lead = nil
	}
}
