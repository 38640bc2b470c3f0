package webpage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html/atom"
)

// How many text blocks above the title, and below it or the body, belong to
// the head of an article.
const (
	aboveTitle = 12
	belowTitle = 8
	belowBody  = 6
)

// head reads the fields that stand around the title, printed ones first.
func (r *reader) head() {
	r.draft.Title = r.printedTitle()
	if r.title >= 0 {
		r.use(r.title)
	}
	r.section()
	r.dates()
	r.byline()
	if len(r.draft.Byline) == 0 {
		r.unnamed()
	}
	r.kicker()
}

// use takes an element out of the text: it is a field, word for word.
func (r *reader) use(i int32) {
	r.took(i, r.nodes[i].end)
	r.set(i)
}

// set takes an element out of the text: what it says is in a field.
func (r *reader) set(i int32) {
	r.drop(i, ruleHead)
	for j := i; j < r.nodes[i].end; j++ {
		r.nodes[j].frame = ruleHead
	}
}

// printedTitle returns the title as the page prints it; else as it states it,
// without the name of the paper.
func (r *reader) printedTitle() string {
	if r.title >= 0 {
		return r.form(r.textOf(r.title, r.nodes[r.title].end))
	}
	for _, s := range r.facts.titles {
		return r.form(r.withoutPaper(s))
	}
	return ""
}

// withoutPaper returns a title without the name of the paper at its end:
// "Headline - Báo Cần Thơ", "Headline | VnExpress".
func (r *reader) withoutPaper(s string) string {
	for _, sign := range [...]string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		if i := strings.LastIndex(s, sign); i > 0 && (sign == " | " || sign == " :: " || r.isPaper(s[i+len(sign):])) {
			return s[:i]
		}
	}
	return s
}

// around returns the text blocks from above the title to the first ones of the
// body.
func (r *reader) around() (from, to int) {
	start := r.body
	if r.title >= 0 && r.title < r.body {
		start = r.title
	}
	first := r.firstBlock(start)
	from = max(0, first-aboveTitle)
	end := r.firstBlock(r.body)
	if r.title > r.body {
		end = r.firstBlock(r.title)
	}
	return from, min(end+belowTitle, len(r.blocks), r.lastBlock(r.body))
}

// firstBlock returns the first text block with a text at the node i or after
// it.
func (r *reader) firstBlock(i int32) int {
	k, _ := slices.BinarySearchFunc(r.blocks, i, func(b textBlock, i int32) int { return int(b.last - i) })
	return k
}

// lastBlock returns the text block after the last one that begins in the
// element i.
func (r *reader) lastBlock(i int32) int {
	k, _ := slices.BinarySearchFunc(r.blocks, r.nodes[i].end, func(b textBlock, i int32) int { return int(b.first - i) })
	return k
}

// isHead reports whether a node stands around the title: where the fields of
// an article are.
func (r *reader) isHead(i int32, from, to int) bool {
	k := r.firstBlock(i)
	return from <= k && k < to && r.nodes[i].frame == ""
}

// section reads the path of sections, or the section, that stands above the
// title.
func (r *reader) section() {
	from, to := r.around()
	for pass := range 2 {
		for i := range r.nodes {
			n := &r.nodes[i]
			if pass == 0 && n.site&isSection == 0 || pass == 1 && (n.words&isSection == 0 || !r.isNear(int32(i), from, to)) ||
				n.chars == 0 || n.chars > maxTitle || r.title >= 0 && r.holds(int32(i), r.title) || r.holds(int32(i), r.body) {
				continue
			}
			if s := r.lastCrumb(int32(i)); s != "" {
				r.draft.Section = r.form(s)
				r.set(int32(i))
				return
			}
		}
	}
	// A link right above the title that nothing names.
	if k := r.firstBlock(r.title) - 1; r.title >= 0 && k >= from {
		b := &r.blocks[k]
		s := r.blockText(k)
		menu := k > 0 && r.blocks[k-1].links == r.blocks[k-1].chars && r.nodes[r.blocks[k-1].first].frame == ""
		if !menu && b.links == b.chars && utf8.RuneCountInString(s) <= maxSection/2 && !isHome(s) && r.nodes[b.first].frame == "" {
			r.draft.Section = r.form(s)
			b.rule = ruleHead
			for j := b.first; j <= b.last; j++ {
				r.nodes[j].frame = ruleHead
			}
			return
		}
	}
	for _, s := range r.facts.sections {
		if utf8.RuneCountInString(s) <= maxSection && !isHome(s) && !r.isPaper(s) {
			r.draft.Section = r.form(s)
			return
		}
	}
}

// isNear is isHead for an element that may count as frame: menus of sections
// are called so.
func (r *reader) isNear(i int32, from, to int) bool {
	k := r.firstBlock(i)
	why := r.nodes[i].frame
	return from <= k && k < to && (why == "" || why == article.RuleNav || why == article.RuleShare)
}

// lastCrumb returns the last section of a path, "" if the element is none.
func (r *reader) lastCrumb(i int32) string {
	n := &r.nodes[i]
	last, count := "", 0
	for j := i; j < n.end; j++ {
		m := &r.nodes[j]
		if m.DataAtom != atom.A || m.chars == 0 || m.frame != "" && n.frame == "" {
			continue
		}
		if s := strings.Trim(r.textOf(j, m.end), " /›»>|"); s != "" && !isHome(s) {
			if utf8.RuneCountInString(s) > maxSection {
				return last
			}
			if titleKey(s) != titleKey(r.draft.Title) {
				last = s
				count++
			}
		}
		j = m.end - 1
	}
	if count > 5 {
		return "" // a menu
	}
	if last != "" {
		return last
	}
	s := r.textOf(i, n.end)
	if _, ok := r.time(s); ok {
		return ""
	}
	for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return strings.ContainsRune("/›»>|", c) }) {
		if part = strings.TrimSpace(part); part != "" && !isHome(part) && utf8.RuneCountInString(part) <= maxSection && titleKey(part) != titleKey(r.draft.Title) {
			last = part
		}
	}
	if endsSentence(last) {
		return ""
	}
	return last
}

// isHome reports whether a crumb is the front page.
func isHome(s string) bool {
	switch vn.Fold(strings.TrimSpace(s)) {
	case "trang chu", "home", "homepage", "trang nhat", "tin tuc", "trangchu", "bao dien tu", "menu":
		return true
	}
	return false
}

// kicker reads the line above the title.
func (r *reader) kicker() {
	from, to := r.around()
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.words&isKicker != 0 && 2 < n.chars && n.chars <= maxUnnamed/2 && r.isHead(int32(i), from, to) && !n.media {
			r.draft.Kicker = r.form(r.textOf(int32(i), n.end))
			r.use(int32(i))
			return
		}
	}
}
