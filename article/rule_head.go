package article

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/similar"
)

// maxTitle is the length of the longest title in characters: a line beyond is
// text, however a page begins.
const maxTitle = 700

// readHead finds the title and takes what stands above it. Where the title is
// set already, or no line can be one, nothing stands above.
func (p *parsing) readHead() {
	if p.a.Title != "" {
		return
	}
	title := p.findTitle()
	stop := title
	if title < 0 {
		stop = p.aboveText()
	}
	p.end, p.section = stop, p.lastSection(stop)
	for i := 0; i < stop; {
		if p.lines[i].block != nil { // a picture above the title stays there
			i++
			continue
		}
		i += max(1, p.try(p.ruled.above, i))
	}
	p.below, p.end = stop, len(p.lines)
	if title < 0 {
		return
	}
	p.a.Title = p.lines[title].text
	p.carry(title)
	p.below++
	if next := title + 1; next < len(p.lines) {
		p.lines[next].joined = p.spaced && !p.lines[next].gap
	}
}

// maxHead is how many lines that may be the title are compared.
const maxHead = 16

// findTitle returns the index of the title, -1 if no line can be one. It is
// the first line that can be nothing else, or else the last that can: each
// reading of the first lines is one choice of the title, and in it every line
// above is a date, a section, a breadcrumb and so on.
func (p *parsing) findTitle() int { return p.titleFrom(0, maxHead) }

// titleFrom returns the title of the lines from i on. A line is passed over
// only if it can stand above the one chosen of those below it.
func (p *parsing) titleFrom(i, left int) int {
	for i < len(p.lines) && (p.isDecided(i) || p.label(&p.lines[i]).class != "") {
		i++
	}
	if i == len(p.lines) || left == 0 || !p.canBeTitle(i) {
		return -1
	}
	if !p.mayStandAbove(&p.lines[i]) {
		return i
	}
	next := p.titleFrom(i+1, left-1)
	if next >= 0 && p.isTitle(next, p.isDated(i, next)) && p.standsAbove(i, next) {
		return next
	}
	return i
}

// mayStandAbove reports whether a line may be something else above the title,
// which most titles tell by their length and lack of signs.
func (p *parsing) mayStandAbove(l *line) bool {
	return !l.longer(maxSection) || l.has(signPath) || p.isCreditedCaption(l)
}

// canBeTitle reports whether the line i can be the title at all.
func (p *parsing) canBeTitle(i int) bool {
	l := &p.lines[i]
	return l.isText() && !l.longer(maxTitle) && p.label(l).class == "" && !p.isDecided(i)
}

// isTitle reports whether the line i looks like a title: it is not long, no
// caption with its credit, no bare name beside a date, and no sentence unless
// a date stands above it.
func (p *parsing) isTitle(i int, dated bool) bool {
	l := &p.lines[i]
	sentence := strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, "..")
	return !l.longer(longLine) && (dated || !sentence) && !p.isCreditedCaption(l) && !p.isHeadName(i)
}

// isDated reports whether a date stands between two lines.
func (p *parsing) isDated(i, j int) bool {
	for i++; i < j; i++ {
		if p.date(&p.lines[i]).ok {
			return true
		}
	}
	return false
}

// isDecided reports whether the line i is never the title: a decided block, a
// date, a label, a credit, or a byline behind its label. The name of a section
// may be the title, if no other line can be.
func (p *parsing) isDecided(i int) bool {
	l := &p.lines[i]
	switch {
	case !l.isText():
		return true
	case p.isSectionName(l):
		return false
	case p.isDate(l), p.claimMeta(i) > 0, p.label(l).class != "":
		return true
	case p.credit(l).kind == creditWhole && p.credit(l).names:
		return true
	}
	return p.claimLabeledByline(i) > 0
}

// standsAbove reports whether the line i can be something else above the
// title.
func (p *parsing) standsAbove(i, title int) bool {
	l := &p.lines[i]
	return p.isSectionName(l) || p.isBreadcrumb(l.text) || p.isCreditedCaption(l) || p.isSectionAbove(i, title)
}

// isCreditedCaption reports whether a line is a caption that ends in its
// credit.
func (p *parsing) isCreditedCaption(l *line) bool {
	c := p.credit(l)
	return c.kind == creditEnd && c.names
}

// isSectionAbove reports whether the line i is a section that words.tsv does
// not know: short, and directly above a longer line, the title, which a date
// or the title once more follows. One that stands twice is one only if the
// second is. A line that a single break joins to the one above, in a text of
// blank lines, is its caption.
func (p *parsing) isSectionAbove(i, title int) bool {
	l, next := &p.lines[i], &p.lines[i+1]
	if l.longer(maxSection) || endsSentence(l.text) || strings.HasSuffix(l.text, ":") || p.label(l).class != "" {
		return false
	}
	if next.text == l.text {
		return i+1 < title && p.isSectionAbove(i+1, title)
	}
	if i+1 != title || next.runes <= l.runes || p.spaced && !next.gap || title+1 == len(p.lines) {
		return false
	}
	after := &p.lines[title+1]
	return after.text == next.text || p.isDate(after)
}

// aboveText returns how many lines of a page without title stand above its
// text.
func (p *parsing) aboveText() int {
	i := 0
	for i < len(p.lines) && p.isDecided(i) && p.lines[i].isText() {
		i++
	}
	return i
}

// claimSection claims a section above the title.
func (p *parsing) claimSection(i int) int {
	l := &p.lines[i]
	if p.isSectionName(l) || i+1 < len(p.lines) && p.isSectionAbove(i, i+1) ||
		i+2 < len(p.lines) && p.lines[i+1].text == l.text && p.isSectionAbove(i+1, i+2) {
		return 1
	}
	return 0
}

// lastSection returns the section that stands last above the title. Of a path
// on several lines that is the narrowest.
func (p *parsing) lastSection(title int) string {
	for i := title - 1; i >= 0; i-- {
		if p.lines[i].isText() && p.claimDate(i) == 0 && p.claimMeta(i) == 0 && p.claimSection(i) > 0 {
			return p.lines[i].text
		}
	}
	return ""
}

// takeSection sets the section. Above the title it is the last of several.
func (p *parsing) takeSection(i, _ int) {
	l := &p.lines[i]
	switch {
	case p.a.Section == l.text:
		p.merge(i, RuleSection)
	case p.given.has(fieldSection):
		p.drop(i, RuleSection)
	case p.a.Section == "" && (p.section == "" || p.section == l.text):
		p.a.Section = l.text
		p.carry(i)
	default:
		p.drop(i, RuleBreadcrumb)
	}
}

// claimHeadSection claims the known name of a section below the title, beside
// the date.
func (p *parsing) claimHeadSection(i int) int {
	l := &p.lines[i]
	if !p.isSectionName(l) || p.a.Section != "" && !similar.Same(p.a.Section, l.text) {
		return 0
	}
	next := p.next(i)
	if p.a.Section != "" || next >= 0 && p.date(&p.lines[next]).ok {
		return 1
	}
	return 0
}

// claimBreadcrumb claims a path of sections: "Trang chủ > Thời sự".
func (p *parsing) claimBreadcrumb(i int) int {
	if p.isBreadcrumb(p.lines[i].text) {
		return 1
	}
	return 0
}

func (p *parsing) takeBreadcrumb(i, _ int) {
	parts := crumbs(p.lines[i].text)
	if p.a.Section == "" && p.section == "" {
		p.a.Section = parts[len(parts)-1]
	}
	p.drop(i, RuleBreadcrumb)
}

// isBreadcrumb reports whether s is a path of sections: three parts, or one of
// them known. A title may hold one of the signs.
func (p *parsing) isBreadcrumb(s string) bool {
	if len(s) > 400 || endsSentence(s) {
		return false
	}
	parts := crumbs(s)
	known := len(parts) > 2
	for _, part := range parts {
		if part == "" || utf8.RuneCountInString(part) > 40 {
			return false
		}
		known = known || p.x.is(part, wordSection) || p.x.labels[labelKey(part)].class == "nav"
	}
	return len(parts) > 1 && known
}

// crumbs splits s at the first of the signs that sites put between sections.
func crumbs(s string) []string {
	for _, sign := range [...]string{" > ", " › ", " » ", " >> ", " / ", " | ", ">", "›", "»"} {
		if strings.Contains(s, sign) {
			parts := strings.Split(s, sign)
			for i := range parts {
				parts[i] = strings.TrimSpace(parts[i])
			}
			return parts
		}
	}
	return nil
}

// claimDate claims a date of the head, also one that no time can be made of.
func (p *parsing) claimDate(i int) int {
	if p.isDate(&p.lines[i]) {
		return 1
	}
	return 0
}

// claimMeta claims a line of the page's data: "Lượt xem: 312", "5 phút đọc".
func (p *parsing) claimMeta(i int) int {
	l := &p.lines[i]
	if len(l.text) > maxLabel || !l.has(signDigit) {
		return 0
	}
	if name, value, ok := strings.Cut(l.text, ":"); ok {
		if isCount(strings.TrimSpace(value)) && p.x.labels[labelKey(name)].class == "meta" {
			return 1
		}
		return 0
	}
	n, word, _ := strings.Cut(l.text, " ")
	if isCount(n) {
		switch wordKey(word) {
		case "lượt xem", "lượt đọc", "phút đọc", "bình luận":
			return 1
		}
	}
	return 0
}

func (p *parsing) takeMeta(i, _ int) { p.drop(i, RuleMeta) }

// isCount reports whether s is a number: "1.204".
func isCount(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,") == ""
}

// claimFurniture claims a label of the page above the text: a button, a menu.
func (p *parsing) claimFurniture(i int) int {
	switch p.label(&p.lines[i]).class {
	case "", "box", "correction", "tags":
		return 0
	}
	return 1
}

// takeFurniture drops a label that is no part of the article. A label of
// links, above the text, is part of a menu.
func (p *parsing) takeFurniture(i, _ int) {
	found := p.label(&p.lines[i])
	if found.links || found.class == "topic" {
		p.drop(i, RuleNav)
		return
	}
	p.drop(i, Rule(found.class))
}

// claimTitleAgain claims the title once more.
func (p *parsing) claimTitleAgain(i int) int {
	l := &p.lines[i]
	if p.a.Title != "" && l.isText() && l.runes <= 2*len(p.a.Title) && similar.Same(l.text, p.a.Title) {
		return 1
	}
	return 0
}

func (p *parsing) takeTitleAgain(i, _ int) { p.drop(i, RuleTitleRepeated) }
