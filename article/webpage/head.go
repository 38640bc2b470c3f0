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

// isPaper reports whether a name is that of the site or its publisher.
func (r *reader) isPaper(name string) bool {
	key := letters(name)
	if key == "" {
		return true
	}
	for _, paper := range r.facts.papers {
		if k := letters(paper); k == key || len(k) >= 5 && strings.Contains(key, k) || len(key) >= 5 && strings.Contains(k, key) {
			return true
		}
	}
	host := letters(strings.TrimPrefix(r.host(), "www."))
	return len(key) >= 4 && strings.HasPrefix(host, key) || len(host) > 0 && strings.HasPrefix(key, host)
}

// letters returns the letters and digits of s, folded.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			return c
		}
		return -1
	}, vn.Fold(s))
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
				n.kind == text || n.chars == 0 || n.chars > maxTitle || r.title >= 0 && r.holds(int32(i), r.title) || r.holds(int32(i), r.body) {
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

// byline reads the authors, from elements that are named so and stand beside
// the title, or below the text.
func (r *reader) byline() {
	from, to := r.around()
	below := r.lastBlock(r.body)
	tries := 0
	for pass := range 2 {
		for i := range r.nodes {
			n := &r.nodes[i]
			named := n.site
			if pass == 1 {
				named = n.words
			}
			if named&isByline == 0 || n.chars < 2 || n.chars > maxTitle || n.kind == text || n.frame != "" && n.frame != ruleHead && n.frame != article.RuleShare {
				continue
			}
			if k := r.firstBlock(int32(i)); pass == 1 && (k < from || k >= to && k < below-belowBody || k > below+belowBody) {
				continue
			}
			if tries++; tries > maxTries {
				return
			}
			if authors := r.authors(int32(i)); len(authors) > 0 {
				r.draft.Byline = authors
				if n.frame == "" {
					r.set(int32(i))
				}
				return
			}
		}
	}
}

// authors reads an element as a byline: as a whole, or each of its texts, for
// a name stands there beside a portrait, a date and buttons.
func (r *reader) authors(i int32) []article.Author {
	if list := r.asByline(r.textOf(i, r.nodes[i].end)); list != nil {
		return list
	}
	var all []article.Author
	for j := i; j < r.nodes[i].end; j++ {
		n := &r.nodes[j]
		if n.kind != text || n.chars < 2 {
			continue
		}
		for _, a := range r.asByline(oneLine(n.Data)) {
			if !slices.ContainsFunc(all, func(b article.Author) bool { return a.Name == b.Name }) {
				all = append(all, a)
			}
		}
	}
	return all
}

// bylineWords are what a byline may begin with besides the labels that package
// article knows.
var bylineWords = [...]string{"by ", "By ", "BY ", "Tác giả:", "Tác giả :", "Tác giả", "Theo "}

// asByline reads a text as the names of authors; the site is none.
func (r *reader) asByline(s string) []article.Author {
	if len(s) > 4*maxTag {
		return nil
	}
	if i := dateStart(s); i >= 0 {
		s = s[:i]
	}
	s = strings.Trim(s, " -–—|,•·:")
	for _, word := range bylineWords {
		s = strings.TrimSpace(strings.TrimPrefix(s, word))
	}
	if utf8.RuneCountInString(s) < 2 || strings.ContainsAny(s, "@0123456789?!") {
		return nil
	}
	authors, ok := article.ParseByline(s)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(authors, func(a article.Author) bool { return r.isPaper(a.Name) || notAuthors[vn.Fold(a.Name)] })
}

// notAuthors are words of buttons beside a name, which look like one.
var notAuthors = map[string]bool{
	"theo doi": true, "follow": true, "chia se": true, "share": true, "xem them": true, "tac gia": true, "binh luan": true,
	"facebook": true, "twitter": true, "zalo": true, "linkedin": true, "google": true, "google news": true, "email": true,
	"copy link": true, "in bai viet": true, "in": true, "bai viet": true, "gui": true, "luu": true, "nghe": true,
	"staff": true, "super user": true, "admin": true, "administrator": true, "updated": true, "published": true, "vnd": true,
}

// statedAuthors sets the authors that only the metadata name: persons, or
// names that are not the paper's.
func (r *reader) statedAuthors() {
	if len(r.draft.Byline) > 0 {
		return
	}
	for _, list := range [...][]string{r.facts.people, r.facts.authors} {
		for _, s := range list {
			if strings.Contains(s, "/") || !strings.Contains(strings.TrimSpace(s), " ") {
				continue
			}
			for _, a := range r.asByline(s) {
				if !a.Organization {
					r.draft.Byline = append(r.draft.Byline, a)
				}
			}
		}
		if len(r.draft.Byline) > 0 {
			return
		}
	}
}

// kicker reads the line above the title.
func (r *reader) kicker() {
	from, to := r.around()
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.words&isKicker != 0 && n.kind != text && 2 < n.chars && n.chars <= maxUnnamed/2 && r.isHead(int32(i), from, to) && !n.media {
			r.draft.Kicker = r.form(r.textOf(int32(i), n.end))
			r.use(int32(i))
			return
		}
	}
}
