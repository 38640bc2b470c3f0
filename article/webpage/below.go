package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// maxBelow bounds how many text blocks below the body are looked at.
const maxBelow = 250

// below reads what belongs to the article below its body: who wrote it, whose
// report it is, its tags, and lists of other stories under a label. It returns
// the end of the region.
func (r *reader) below() int {
	end := r.lastBlock(r.body)
	for k := end; k < min(len(r.blocks), end+maxBelow); {
		b := &r.blocks[k]
		n := &r.nodes[b.owner]
		if r.isTaken(b) || n.frame != "" && n.frame != article.RuleNav || r.inFrame(b.owner) {
			k++
			continue
		}
		s := ""
		if b.chars <= maxTag || k < end+belowBody && b.chars <= maxTitle {
			s = r.blockText(k) // no label and no name is longer
		}
		switch {
		case k < end+belowBody && r.source(b, s):
			end = k + 1
		case r.tagsAt(b.first):
			end = max(end, k+1)
		case s != "" && k < end+belowBody && r.isEnding(b, s):
			r.emit(b.first, &article.Paragraph{Text: trimBreaks(r.inlines(b.first, b.last+1))})
			end = k + 1
		default:
			if next := r.listBelow(k, s); next > k {
				k, end = next, next
				continue
			}
		}
		k++
	}
	return end
}

// inFrame reports whether an element is beside the article: in an aside or a
// named part of the frame.
func (r *reader) inFrame(i int32) bool {
	return r.in(i, func(n *node) bool {
		return n.frame != "" && n.frame != article.RuleNav || n.words&isAside != 0 || n.DataAtom == atom.Footer && !r.ofArticle(n)
	}) >= 0
}

// isHeading reports whether an element is a heading.
func (r *reader) isHeading(i int32) bool {
	switch r.nodes[i].DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// ofArticle reports whether a footer is that of an article, not of the page.
func (r *reader) ofArticle(footer *node) bool {
	return footer.parent >= 0 && r.in(footer.parent, func(n *node) bool { return n.DataAtom == atom.Article }) >= 0
}

// isEnding reports whether a text block below the body may end the article: a
// name, "Theo TTXVN", "Nguồn: …", keywords.
func (r *reader) isEnding(b *textBlock, s string) bool {
	if strings.ContainsAny(s, "?!@") {
		return false
	}
	for _, label := range tagLabels {
		if strings.HasPrefix(s, label) {
			return true
		}
	}
	if 2*b.links > b.chars || b.chars > maxTag {
		return false
	}
	if strings.HasPrefix(s, "Theo ") || strings.HasPrefix(s, "(Theo ") || strings.HasPrefix(s, "Nguồn") {
		return true
	}
	if r.nodes[b.owner].words&(isByline|isCredit) == 0 && !r.isMarked(b) {
		return false
	}
	return len(r.draft.Byline) == 0 && r.asByline(s) != nil
}

// tagLabels are what keywords stand behind.
var tagLabels = [...]string{"Từ khóa", "Từ khoá", "TỪ KHÓA", "Tags:", "Tag:", "TAGS:"}

// source reads a text block below the body that is named the source of the
// article.
func (r *reader) source(b *textBlock, s string) bool {
	if s == "" || r.draft.Source != "" || b.chars > maxSection || b.sentence ||
		r.in(b.first, func(n *node) bool { return n.words&isSource != 0 && n.chars <= 2*maxSection }) < 0 {
		return false
	}
	for _, label := range [...]string{"Nguồn tin:", "Nguồn:", "Theo "} {
		s = strings.TrimSpace(strings.TrimPrefix(s, label))
	}
	if c, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(c) || strings.ContainsAny(s, ":0123456789") {
		return false
	}
	r.draft.Source = r.form(s)
	b.rule = ruleHead
	return true
}

// tagsAt reads the list of tags that an element is in, if it is in one.
func (r *reader) tagsAt(i int32) bool {
	list := r.in(i, func(n *node) bool { return n.words&isTags != 0 || n.site&isTags != 0 })
	if list < 0 || r.nodes[list].chars > maxCaption || r.holds(list, r.body) {
		return false
	}
	return r.tags(list)
}

// listBelow reads the list of stories that the text block k labels, or that is
// named one. It returns the text block after the list, k if there is none.
func (r *reader) listBelow(k int, s string) int {
	b := &r.blocks[k]
	kind := article.LinkKind("")
	label := strings.TrimSpace(strings.TrimRight(strings.Trim(s, " >»•*|"), ": "))
	if s != "" && utf8.RuneCountInString(s) <= maxSection && !b.sentence {
		kind = r.kindOf(label)
	}
	named := int32(-1)
	if kind == "" {
		named = r.in(b.owner, func(n *node) bool { return n.is(isRelated) })
		if named < 0 || r.holds(named, r.body) || b.links*2 > b.chars && r.firstBlock(named) == k && r.nodes[named].DataAtom == atom.A {
			return k
		}
	}
	switch kind {
	case article.LinkPopular, article.LinkLatest:
		return k // of the whole site
	case article.LinkTopic:
		if k > r.lastBlock(r.body)+2*belowBody {
			return k
		}
	}
	// The list is the smallest element around the label with links below it.
	list := named
	if list < 0 {
		for i := b.owner; i >= 0 && !r.holds(i, r.body); i = r.nodes[i].parent {
			if n := &r.nodes[i]; n.links-b.links >= leastStory {
				list = i
				break
			}
		}
	}
	if list < 0 {
		return k
	}
	from := b.last + 1
	if kind == "" && 2*b.links > b.chars {
		from, label = b.first, ""
		for from > list && r.nodes[from].DataAtom != atom.A {
			from--
		}
	}
	stop := r.nodes[list].end
	last := r.lastBlock(list)
	if last > k+maxBelow {
		last = k + maxBelow
		stop = r.blocks[last].first
	}
	for j := k + 1; j < last; j++ { // the next label ends the list
		c := &r.blocks[j]
		if c.chars <= maxSection && !c.sentence && (2*c.links <= c.chars || r.isHeading(c.owner)) &&
			r.kindOf(strings.Trim(r.blockText(j), " :>»")) != "" {
			stop = c.first
			break
		}
	}
	links, _ := r.gather(from, stop)
	if len(links) == 0 {
		return k
	}
	if kind == "" {
		kind = article.LinkRelated
		if utf8.RuneCountInString(label) > maxSection {
			label = ""
		}
	}
	r.related = append(r.related, &article.LinkBlock{Kind: kind, Label: r.form(label), Links: links})
	if label != "" {
		r.took(b.first, b.last+1)
	}
	return max(k+1, r.firstBlock(stop))
}
