package webpage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

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
			if named&isByline == 0 || n.chars < 2 || n.chars > maxTitle || n.frame != "" && n.frame != ruleHead && n.frame != article.RuleShare && n.frame != article.RuleNav {
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

// unnamed reads the authors where no name of an element says who they are:
// those whom the page states and prints near the title or below the text, or
// a name beside the date.
func (r *reader) unnamed() {
	from, to := r.around()
	if r.title >= 0 {
		from = max(from, r.firstBlock(r.nodes[r.title].end))
	}
	below := r.lastBlock(r.body)
	printed := make(map[string]int) // the text blocks of names
	dated := -1                     // the text block of the date
	var alone []int                 // text blocks that are a name
	for k := from; k < min(len(r.blocks), below+2*belowBody); k++ {
		if k == to {
			k = max(k, below-belowBody)
		}
		b := &r.blocks[k]
		why := r.nodes[b.first].frame
		if b.chars > maxSection+shortText || b.sentence || why != "" && why != ruleHead && why != article.RuleNav {
			continue
		}
		s := r.blockText(k)
		if _, ok := r.time(s); ok && k < to {
			dated = k
		}
		list := r.asByline(s)
		for _, a := range list {
			if _, ok := printed[letters(a.Name)]; !ok {
				printed[letters(a.Name)] = k
			}
		}
		if len(list) > 0 && k < to && strings.Contains(list[0].Name, " ") && r.kindOf(s) == "" {
			alone = append(alone, k)
		}
	}
	for _, list := range [...][]string{r.facts.people, r.facts.authors} {
		for _, s := range list {
			for _, a := range r.asByline(s) {
				if k, ok := printed[letters(a.Name)]; ok {
					r.draft.Byline = append(r.draft.Byline, a)
					r.setBlock(k)
				}
			}
		}
		if len(r.draft.Byline) > 0 {
			return
		}
	}
	for _, k := range alone {
		if dated >= 0 && dated-2 <= k && k <= dated+2 {
			r.draft.Byline = r.asByline(r.blockText(k))
			r.setBlock(k)
			return
		}
	}
}

// setBlock takes a text block out of the text: what it says is in a field.
func (r *reader) setBlock(k int) {
	b := &r.blocks[k]
	b.rule = ruleHead
	for i := b.first; i <= b.last; i++ {
		r.nodes[i].frame = ruleHead
	}
}

// authors reads an element as a byline: as a whole, or each of its texts, for
// a name stands there beside a portrait, a date and buttons.
func (r *reader) authors(i int32) []article.Author {
	var parts []string
	for j := i; j < r.nodes[i].end; j++ {
		// One letter is the portrait of who has none: "K", "Kim Phong".
		if n := &r.nodes[j]; n.kind == text && n.run >= 0 {
			if s := oneLine(n.Data); n.chars > 1 || strings.ContainsAny(s, "-–,/&|") {
				parts = append(parts, s)
			}
		}
	}
	if list := r.asByline(strings.Join(parts, " ")); list != nil {
		return list
	}
	var all []article.Author
	for _, part := range parts {
		for _, a := range r.asByline(part) {
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
	for label := range strings.SplitSeq(r.host(), ".") {
		label = letters(label)
		if len(label) >= 5 && strings.HasPrefix(key, label) || len(key) >= 4 && strings.HasPrefix(label, key) {
			return true
		}
	}
	return false
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
