package article

import (
	"strings"
	"time"
)

// findTail returns the index of the line that begins the tail: the first label
// with no long line and no block of text after it. Words that may be text
// count only if another label follows.
func (p *parsing) findTail(from int) int {
	first := len(p.lines)
	for first > from && !p.endsTail(first-1) {
		first--
	}
	strong := len(p.lines) // the last label that counts by itself
	for strong > first && !p.opensTail(strong-1, false) {
		strong--
	}
	for i := first; i < len(p.lines); i++ {
		if p.opensTail(i, i < strong-1) {
			return i
		}
	}
	return len(p.lines)
}

// belowButtons returns the index of the first line from i on that is neither a
// button of the head nor a date, a byline or the like beside one: a text of
// short lines below "Chia sẻ" is no tail.
func (p *parsing) belowButtons(i int) int {
	for ; i < len(p.lines); i++ {
		switch p.label(&p.lines[i]).class {
		case "share", "tool", "follow", "meta", "ad":
			continue
		}
		if l := &p.lines[i]; !p.isDate(l) && p.claimMeta(i) == 0 && p.source(l) == "" && p.claimLabeledByline(i) == 0 {
			break
		}
	}
	return i
}

// endsTail reports whether no tail begins above the line i.
func (p *parsing) endsTail(i int) bool {
	l := &p.lines[i]
	switch b := l.block.(type) {
	case nil:
		return l.longer(longLine)
	case *LinkBlock, *Divider:
		return false
	default:
		return b != nil
	}
}

// opensTail reports whether the line i is a label that may begin the tail;
// weak ones count if weak.
func (p *parsing) opensTail(i int, weak bool) bool {
	found := p.label(&p.lines[i])
	switch found.class {
	case "", "box", "correction", "meta":
		return false
	}
	return weak || !found.weak
}

// readTail takes the lines from i on, a label and what belongs to it after the
// other.
func (p *parsing) readTail(i int) {
	p.block, p.class, p.links = nil, "", -1
	for j := len(p.lines) - 1; j > i && p.links < 0; j-- {
		if p.label(&p.lines[j]).links {
			p.links = j
		}
	}
	for ; i < len(p.lines); i++ {
		if p.try(p.ruled.tail, i) == 0 {
			p.leftover(i)
		}
	}
	p.block = nil
}

// leftover drops a line that belongs to a label which is no part of the
// article. Below key words stand more of them.
func (p *parsing) leftover(i int) {
	if p.class == "tags" {
		if tags := splitTags(p.lines[i].text); len(tags) > 0 && len(p.a.Tags) < MaxElements {
			p.addTags(i, tags)
			return
		}
	}
	p.drop(i, p.furniture())
}

// furniture returns the rule of what stands below the label at hand.
func (p *parsing) furniture() Rule {
	switch p.class {
	case "", classOwn, "tags":
		return RuleNav
	}
	if _, links := linkKinds[p.class]; links {
		return RuleNav
	}
	return Rule(p.class)
}

// claimTailBlock claims a decided block of links, which stays in the body.
func (p *parsing) claimTailBlock(i int) int { return p.claimDecided(i) }

// takeTailBlock leaves a block where it is. One without links takes the lines
// below.
func (p *parsing) takeTailBlock(i, _ int) {
	p.stay(i)
	p.block, p.class = nil, ""
	if b, ok := p.lines[i].block.(*LinkBlock); ok {
		p.class = classOwn
		if len(b.Links) == 0 {
			p.block = b
		}
	}
}

// claimTailByline claims the authors below the first links of the tail: below
// "Xem thêm:" and a story or two, many pages have their byline. Without a label
// or a role, that is a name that ends the block.
func (p *parsing) claimTailByline(i int) int {
	if p.block == nil || len(p.a.Byline) > 0 || len(p.a.Related) != 1 || p.a.Related[0] != p.block {
		return 0
	}
	l := &p.lines[i]
	b, ok := p.byline(l)
	if !ok || !p.roomFor(b) || p.label(l).class != "" {
		return 0
	}
	if b.labeled || b.authors[0].Role != "" || b.authors[0].Organization {
		return 1
	}
	ends := i+1 == len(p.lines) || p.label(&p.lines[i+1]).class != "" || p.source(&p.lines[i+1]) != ""
	return claimIf(ends && isInlineLabel(p.block.Label) && l.spaces > 0 && isVietnameseName(b.authors[0].Name))
}

// claimTailLabel claims a label.
func (p *parsing) claimTailLabel(i int) int {
	if p.tailClass(i) != "" {
		return 1
	}
	return 0
}

// tailClass returns the class of the line i as a label, "" if it is none. What
// "Mới nhất" and "Xem thêm" are depends on what stands around them.
func (p *parsing) tailClass(i int) string {
	l := &p.lines[i]
	found := p.label(l)
	if found.class == "" || found.class == "box" && p.block != nil {
		return ""
	}
	next := ""
	if i+1 < len(p.lines) {
		next = p.label(&p.lines[i+1]).class
	}
	switch {
	case p.class == "comments" && isSortTab(p.key(l)) && (i+1 < len(p.lines) && isSortTab(p.key(&p.lines[i+1])) || i > p.tail && isSortTab(p.key(&p.lines[i-1]))):
		return "comments"
	case found.class == "recommended" && isExpander(p.key(l)) && (p.block == nil || len(p.block.Links) > 0) && (next != "" || i+1 == len(p.lines)):
		return "tool"
	}
	return found.class
}

// isSortTab reports whether a label may be a tab over the comments.
func isSortTab(key string) bool {
	switch key {
	case "mới nhất", "cũ nhất", "quan tâm nhất", "được quan tâm nhất", "thích nhất":
		return true
	}
	return false
}

// isExpander reports whether a label may be a button that shows more.
func isExpander(key string) bool {
	switch key {
	case "xem thêm", "xem tất cả", "tất cả", "xem thêm tin":
		return true
	}
	return false
}

// takeTailLabel begins what a label announces: a block of links, or something
// that is dropped.
func (p *parsing) takeTailLabel(i, _ int) {
	l := &p.lines[i]
	p.class, p.block = p.tailClass(i), nil
	found := p.label(l)
	switch {
	case p.class != found.class || !found.links:
		p.drop(i, p.dropRule())
	case p.isUnlabelled(i + 1):
		p.labelBlock(i)
	default:
		p.block = &LinkBlock{Kind: found.kind, Label: p.takeLabel(i)}
		p.a.Related = append(p.a.Related, p.block)
		p.carry(i)
	}
}

// dropRule returns the rule of a label that is dropped.
func (p *parsing) dropRule() Rule {
	if p.class == "tags" {
		return RuleTags
	}
	return p.furniture()
}

// claimFooter claims a line of the footer: a label with its value, or the
// number of a licence, a telephone number or an address behind its word.
func (p *parsing) claimFooter(i int) int {
	if p.footerClass(&p.lines[i]) != "" {
		return 1
	}
	return 0
}

// footerClass returns the class of a line of the footer, "" if it is none. In
// the text such a line is no label.
func (p *parsing) footerClass(l *line) string {
	if l.longer(longLine) {
		return ""
	}
	if isCopyright(l.text) {
		return "footer-legal"
	}
	if !l.has(signColon | signDigit) {
		return ""
	}
	if name, value, ok := strings.Cut(l.text, ":"); ok && len(name) < maxLabel && strings.TrimSpace(value) != "" {
		switch class := p.x.labels[labelKey(name)].class; class {
		case "footer-legal", "ad", "follow", "meta":
			return class
		}
		if p.x.is(trimLabel(name), wordFooter) {
			return "footer-legal"
		}
	}
	if !l.has(signDigit) || !isLicence(l.text) && !isTelephone(l.text) || !p.x.opensFooter(l.text) {
		return ""
	}
	if _, _, dated := p.cutDate(l.text); isLicence(l.text) || isTelephone(l.text) && !dated {
		return "footer-legal"
	}
	return ""
}

// opensFooter reports whether s begins with a word of footers.
func (x *lexicon) opensFooter(s string) bool {
	end := 0
	for n := 0; n < 4 && end < len(s); n++ {
		i := strings.IndexByte(s[end+1:], ' ')
		if i < 0 {
			return false
		}
		end += i + 1
		if x.is(s[:end], wordFooter) {
			return true
		}
	}
	return false
}

// isLicence reports whether s has the number of a licence: "số 115/GP-BTTTT".
func isLicence(s string) bool {
	i := strings.Index(s, "/GP")
	return i > 0 && s[i-1] >= '0' && s[i-1] <= '9'
}

// takeFooter drops a line of the footer. Below it no links follow, but for
// those of another label. Above the last of these, the sign of a copyright
// ends nothing.
func (p *parsing) takeFooter(i, _ int) {
	l := &p.lines[i]
	class := p.footerClass(l)
	if i > p.links || !isCopyright(l.text) {
		p.class, p.block = class, nil
	}
	p.drop(i, Rule(class))
}

func isCopyright(s string) bool { return strings.HasPrefix(s, "©") || strings.HasPrefix(s, "®") }

// claimLinkDate claims a date below a link.
func (p *parsing) claimLinkDate(i int) int {
	if p.block == nil || len(p.block.Links) == 0 {
		return 0
	}
	if p.date(&p.lines[i]).ok && p.block.Links[len(p.block.Links)-1].Published.Equal(time.Time{}) {
		return 1
	}
	return 0
}

func (p *parsing) takeLinkDate(i, _ int) {
	p.block.Links[len(p.block.Links)-1].Published = p.date(&p.lines[i]).t
	p.carry(i)
}

// claimCount claims the number of comments, or a time that no date can be made
// of, below a link.
func (p *parsing) claimCount(i int) int {
	if p.block == nil || len(p.block.Links) == 0 {
		return 0
	}
	l := &p.lines[i]
	if l.has(signDigit) && isCount(strings.Trim(l.text, "()")) || p.isDate(l) {
		return 1
	}
	return 0
}

func (p *parsing) takeCount(i, _ int) {
	if p.isDate(&p.lines[i]) && !isCount(strings.Trim(p.lines[i].text, "()")) {
		p.drop(i, RuleDate)
		return
	}
	p.drop(i, RuleCount)
}

// claimTailLink claims a link of the block at hand.
func (p *parsing) claimTailLink(i int) int {
	if p.block == nil || len(p.block.Links) >= MaxElements || p.lines[i].longer(longLine) {
		return 0
	}
	return 1
}

func (p *parsing) takeTailLink(i, _ int) { p.addLink(p.block, i) }
