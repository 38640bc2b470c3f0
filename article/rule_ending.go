package article

import (
	"slices"
	"strings"
)

// maxPassed is how many lines of pictures and links the ending passes over.
const maxPassed = 16

// findEnding claims what stands between the text and the tail, from the bottom
// up: tags, dates, the agency, the byline. It returns the index after the last
// line of the text. What it claims is taken after the text, in the order of
// the page, see [parsing.takeEnding]. Pictures, links and captions that come again may stand
// among these lines; they belong to the text, and are passed over only where
// something of the ending stands above them.
func (p *parsing) findEnding(from, end int) int {
	text, passed := end, 0
	p.ending, p.signed = p.ending[:0], -1
	for i := end - 1; i >= from && passed <= maxPassed; i-- {
		if r := p.claimant(p.ruled.ending, i); r != nil {
			p.ending = append(p.ending, claim{r, i})
			if passed == 0 {
				text = i
			}
			if p.isBareName(i) {
				p.signed = i
			}
			continue
		}
		if !p.isPassed(i, from) {
			break
		}
		passed++
	}
	for _, c := range p.ending {
		p.lines[c.at].gone = true // to the rules of the text
	}
	return text
}

// A claim is a line and the rule that claims it.
type claim struct {
	rule *rule
	at   int
}

// takeEnding takes what findEnding claimed.
func (p *parsing) takeEnding() {
	for _, c := range slices.Backward(p.ending) {
		c.rule.take(p, c.at, 1)
	}
}

// isPassed reports whether the line i may stand below the byline and belongs
// to the text: a picture, a link, a credit, or a caption that comes again.
func (p *parsing) isPassed(i, from int) bool {
	l := &p.lines[i]
	switch {
	case !l.isText():
		return !isBodyText(l.block)
	case p.claimInlineLinks(i) > 0, p.claimCredit(i) > 0, p.claimButton(i) > 0:
		return true
	}
	return p.standsAboveToo(i, from)
}

// standsAboveToo reports whether the line i is long enough for a caption and
// stands above, too. The lengths are compared first, which is all that most
// lines of a long page cost.
func (p *parsing) standsAboveToo(i, from int) bool {
	l := &p.lines[i]
	if l.longer(maxCaption) || l.spaces < 4 {
		return false
	}
	for j := from; j < i; j++ {
		if m := &p.lines[j]; len(m.text) == len(l.text) && m.text == l.text {
			return true
		}
	}
	return false
}

// claimEndDate claims a date below the text.
func (p *parsing) claimEndDate(i int) int {
	if i > p.below && p.date(&p.lines[i]).ok {
		return 1
	}
	return 0
}

// claimTags claims a line of key words: "Từ khóa: lúa, gạo".
func (p *parsing) claimTags(i int) int {
	if tags, _ := p.tags(&p.lines[i]); len(tags) > 0 {
		return 1
	}
	return 0
}

// tags returns the key words of a line behind their label.
func (p *parsing) tags(l *line) (tags []string, ok bool) {
	if !l.isText() || !l.has(signColon) || len(p.a.Tags) >= MaxElements {
		return nil, false
	}
	name, list, ok := strings.Cut(l.text, ":")
	if !ok || len(name) > maxLabel || p.x.labels[labelKey(name)].class != "tags" {
		return nil, false
	}
	return splitTags(list), true
}

func (p *parsing) takeTags(i, _ int) {
	tags, _ := p.tags(&p.lines[i])
	p.addTags(i, tags)
}

// addTags adds the key words of the line i, unless the article has its own.
func (p *parsing) addTags(i int, tags []string) {
	switch {
	case !p.given.has(fieldTags):
		p.a.Tags = append(p.a.Tags, tags...)
		p.keep(i, RuleTags)
	case containsAll(p.a.Tags, tags):
		p.merge(i, RuleTags)
	default:
		p.drop(i, RuleTags)
	}
}

// splitTags splits keywords at commas, semicolons, bars or number signs.
func splitTags(s string) (tags []string) {
	for tag := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '#' }) {
		if tag = strings.TrimSpace(tag); strings.IndexFunc(tag, isShown) >= 0 {
			tags = append(tags, tag)
		}
	}
	return tags
}

// containsAll reports whether each of the words is in list, but for case.
func containsAll(list, words []string) bool {
	known := make(map[string]bool, len(list))
	for _, s := range list {
		known[wordKey(s)] = true
	}
	for _, s := range words {
		if !known[wordKey(s)] {
			return false
		}
	}
	return true
}

// claimSource claims a line that says whose report it is.
func (p *parsing) claimSource(i int) int {
	if l := &p.lines[i]; l.isText() && p.source(l) != "" {
		return 1
	}
	return 0
}

// claimTailSource claims a source between the first label of the tail and its
// first links.
func (p *parsing) claimTailSource(i int) int {
	if len(p.a.Related) > 0 || p.block != nil {
		return 0
	}
	return p.claimSource(i)
}

func (p *parsing) takeSource(i, _ int) {
	source := p.source(&p.lines[i])
	switch {
	case p.hasSource(source):
		p.merge(i, RuleSource)
	case p.given.has(fieldSource):
		p.drop(i, RuleSource)
	default:
		p.addSource(source)
		p.keep(i, RuleSource)
	}
}

// claimLabeledByline claims authors behind a label.
func (p *parsing) claimLabeledByline(i int) int {
	if l := &p.lines[i]; !l.isText() || !l.has(signColon) {
		return 0
	}
	if b, ok := p.byline(&p.lines[i]); ok && b.labeled && p.roomFor(b) {
		return 1
	}
	return 0
}

// claimIf returns the claim of one line if ok.
func claimIf(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// roomFor reports whether the article can hold the authors of another byline.
func (p *parsing) roomFor(b byline) bool { return len(p.a.Byline)+len(b.authors) <= MaxElements }

// claimHeadByline claims the authors between title and text: behind a label,
// or alone beside a date. A credit there is that of a picture.
func (p *parsing) claimHeadByline(i int) int {
	if p.credit(&p.lines[i]).kind == creditWhole {
		return 0
	}
	if p.claimLabeledByline(i) > 0 && p.textBelow(i) {
		return 1
	}
	return claimIf(p.isHeadName(i) || p.isNameBelowDate(i) || p.isAuthorAgain(i))
}

// isNameBelowDate reports whether the line i is a name between the date and the
// text of a page.
func (p *parsing) isNameBelowDate(i int) bool {
	l := &p.lines[i]
	if i <= p.below || !l.isText() || l.longer(60) || l.spaces == 0 || len(p.a.Byline) > 0 || !p.date(&p.lines[i-1]).ok {
		return false
	}
	next := p.next(i)
	if next < 0 || !p.isText(next) || !p.lines[next].longer(80) {
		return false
	}
	b, ok := p.byline(l)
	return ok && !b.labeled
}

// isHeadName reports whether the line i is a name that stands above a date, or
// above a lead that opens with a tag or a dateline.
func (p *parsing) isHeadName(i int) bool {
	l := &p.lines[i]
	if !l.isText() || l.longer(60) || len(p.a.Byline) > 0 {
		return false
	}
	next := p.nextKept(i)
	if next < 0 || !p.date(&p.lines[next]).ok && p.claimSourceTag(next) == 0 && p.claimDateline(next) == 0 {
		return false
	}
	_, ok := p.byline(l)
	return ok
}

// isAuthorAgain reports whether the line i names authors that the article has.
func (p *parsing) isAuthorAgain(i int) bool {
	l := &p.lines[i]
	if !l.isText() || len(p.a.Byline) == 0 || l.longer(maxByline) {
		return false
	}
	b, ok := p.byline(l)
	return ok && p.hasAuthors(b)
}

// claimEndByline claims the authors below the text.
func (p *parsing) claimEndByline(i int) int {
	l := &p.lines[i]
	if !l.isText() {
		return 0
	}
	b, ok := p.byline(l)
	switch {
	case !ok || !p.roomFor(b):
		return 0
	case b.labeled:
		if p.creditsPicture(i) {
			return 0
		}
		return 1
	case p.set.has(fieldByline):
		if p.hasAuthors(b) && i > p.below {
			return 1
		}
		return 0
	case b.authors[0].Organization:
		return claimIf(p.signs(i))
	}
	// Names that stand together sign together.
	return claimIf((p.signed < 0 || p.signed == i || p.signed == i+1) && len(p.a.Byline) == 0 && p.signs(i))
}

// maxSigned is how many names may stand below a text without a label.
const maxSigned = 3

// signs reports whether the name in the line i signs the text above it: that
// is no name, but for another that signs, and a sentence, a figure or a link.
func (p *parsing) signs(i int) bool {
	for n := 1; n < maxSigned && i-1 > p.below && p.isBareName(i-1); n++ {
		i--
	}
	if i <= p.below {
		return false
	}
	prev := &p.lines[i-1]
	switch kind := p.credit(prev).kind; {
	case (kind == creditOpen || kind == creditBare) && p.isCreditName(&p.lines[i]):
		return false // the name of a credit
	case !prev.isText(), endsSentence(prev.text), prev.longer(80), kind != creditNone, p.claimInlineLinks(i-1) > 0:
		return true
	case p.claimLabeledByline(i-1) > 0, p.claimTags(i-1) > 0, p.claimEndDate(i-1) > 0, p.claimSource(i-1) > 0:
		return true
	}
	return !p.isBareName(i-1) && p.lines[i].spaces > 0
}

// isBareName reports whether the line i names authors without a label, and is
// no source.
func (p *parsing) isBareName(i int) bool {
	l := &p.lines[i]
	if !l.isText() || p.claimSource(i) > 0 {
		return false
	}
	b, ok := p.byline(l)
	return ok && !b.labeled
}

// creditsPicture reports whether the line i is the credit of the picture above
// it, and not of all pictures of the article.
func (p *parsing) creditsPicture(i int) bool {
	if p.credit(&p.lines[i]).kind != creditWhole || i == p.below {
		return false
	}
	prev := &p.lines[i-1]
	if !prev.isText() {
		return p.isFigure(i - 1)
	}
	_, signed := p.byline(prev)
	return !signed && !prev.longer(longLine)
}

// takeByline adds authors to the article. An article that had its own keeps
// them.
func (p *parsing) takeByline(i, _ int) {
	b, _ := p.byline(&p.lines[i])
	known := p.hasAuthors(b)
	if p.given.has(fieldByline) && !known && len(b.authors) > 0 {
		p.drop(i, RuleByline)
		return
	}
	whole := p.addSource(b.source)
	if known {
		whole = whole && p.hasRoles(b)
	} else {
		p.a.Byline = append(p.a.Byline, b.authors...)
	}
	switch {
	case !whole:
		p.drop(i, RuleByline)
	case known || len(b.authors) != 1 || b.source != "" || b.labeled || b.authors[0].Role != "":
		p.keep(i, RuleByline)
	default:
		p.carry(i)
	}
}

// hasAuthors reports whether the article has all authors of a byline.
func (p *parsing) hasAuthors(b byline) bool {
	if len(p.a.Byline) == 0 || len(b.authors) == 0 || len(p.a.Byline) > 100 {
		return false
	}
	for _, author := range b.authors {
		if p.author(author.Name) == nil {
			return false
		}
	}
	return true
}

// hasRoles reports whether the authors of a byline, all of whom the article
// has, have the same roles there.
func (p *parsing) hasRoles(b byline) bool {
	for _, author := range b.authors {
		if author.Role != "" && p.author(author.Name).Role != author.Role {
			return false
		}
	}
	return true
}

// author returns the author of the article with a name, nil if there is none.
func (p *parsing) author(name string) *Author {
	for i := range p.a.Byline {
		if p.a.Byline[i].Name == name {
			return &p.a.Byline[i]
		}
	}
	return nil
}
