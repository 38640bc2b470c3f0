package article

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// findTail returns the index of the line that begins the tail: the first label
// with no long line after it. Words that may be text count only if another
// label follows.
func (p *parsing) findTail(from int) int {
	first := len(p.lines)
	for first > from && !p.lines[first-1].longer(longLine) {
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

// opensTail reports whether the line i is a label that may begin the tail;
// weak ones count if weak.
func (p *parsing) opensTail(i int, weak bool) bool {
	found := p.labelOf(&p.lines[i])
	switch found.class {
	case "", "section", "box", "correction", "meta":
		return false
	}
	return weak || !found.weak
}

// ending reads what stands between the text and the tail, from the bottom up:
// captions listed once more, tags, the agency, the byline. It returns the
// index after the last line of the text.
func (p *parsing) ending(from, end int) int {
	bottom := p.skipRepeated(from, end)
	stop := bottom
	for stop > from && p.lineOfEnding(stop-1, from) {
		stop--
	}
	p.takeSigned()
	if stop == bottom { // nothing parts the text from the lines below it
		return end
	}
	for i := bottom; i < end; i++ {
		p.note(&p.lines[i], "caption-repeated")
	}
	return stop
}

// skipRepeated returns the end of the lines without those at their end that
// stand above, too.
func (p *parsing) skipRepeated(from, end int) int {
	if end == from || !p.isRepeatable(end-1) {
		return end
	}
	first := make(map[string]int)
	for i := from; i < end; i++ {
		if _, ok := first[p.lines[i].text]; !ok && p.isRepeatable(i) {
			first[p.lines[i].text] = i
		}
	}
	for end > from && p.isRepeatable(end-1) && first[p.lines[end-1].text] < end-1 {
		end--
	}
	return end
}

// isRepeatable reports whether the line i may be a caption that comes again.
func (p *parsing) isRepeatable(i int) bool {
	l := &p.lines[i]
	return !l.longer(maxCaption) && strings.Count(l.text, " ") >= 4
}

// lineOfEnding takes the line i if it belongs to the ending of the text.
func (p *parsing) lineOfEnding(i, from int) bool {
	l := &p.lines[i]
	if l.longer(longLine) || i == from && len(p.a.Lead) == 0 && from == 1 && !strings.Contains(l.text, ":") {
		return false
	}
	if tags := p.tagLine(l); tags != nil {
		p.signed = append(p.signed, signature{tags: tags})
		return true
	}
	if p.metaLine(l) || i > from && p.dateLine(l) {
		return true
	}
	if source, ok := parseSource(l.text); ok && p.a.Source == "" {
		p.a.Source = source
		p.note(l, "source")
		return true
	}
	b, ok := parseByline(l.text)
	if !ok || !b.labelled && (p.named || len(p.a.Byline) > 0 || !p.signs(i, from)) {
		return false
	}
	if b.labelled && (isTurn(b) || p.creditsPicture(i, from)) {
		return false
	}
	p.signed, p.named = append(p.signed, signature{line: l, byline: b}), true
	return true
}

// A signature is a byline or a row of tags below the text.
type signature struct {
	line   *line
	byline byline
	tags   []string
}

// takeSigned takes over what was read from the bottom up, from the top down.
func (p *parsing) takeSigned() {
	for _, s := range slices.Backward(p.signed) {
		p.a.Tags = append(p.a.Tags, s.tags...)
		if s.line != nil {
			p.byline(s.line, s.byline)
		}
	}
}

// signs reports whether the name in the line i signs the text above it: that
// is no name, and a sentence or a figure.
func (p *parsing) signs(i, from int) bool {
	if i == from {
		return false
	}
	prev := &p.lines[i-1]
	if endsSentence(prev.text) || prev.longer(80) {
		return true
	}
	if _, _, ok := cutCredit(prev.text); ok {
		return true
	}
	_, name := parseByline(prev.text)
	return !name && strings.IndexByte(p.lines[i].text, ' ') > 0
}

// creditsPicture reports whether the line i is the credit of the picture above
// it, and not of all pictures of the article.
func (p *parsing) creditsPicture(i, from int) bool {
	if _, ok := wholeCredit(p.lines[i].text); !ok || i == from {
		return false
	}
	_, signed := parseByline(p.lines[i-1].text)
	return !signed && !p.lines[i-1].longer(longLine)
}

// isTurn reports whether a labelled byline is rather the turn of an interview:
// the label names a reporter and no work.
func isTurn(b byline) bool {
	switch strings.ToLower(b.authors[0].Role) {
	case "pv", "phóng viên", "p.v":
		return true
	}
	return false
}

// tagLine returns the keywords of a line "Từ khóa: lúa, gạo", nil if it is
// none.
func (p *parsing) tagLine(l *line) []string {
	name, list, ok := strings.Cut(l.text, ":")
	if !ok || len(name) > maxLabel || labels()[labelKey(name)].class != "tags" {
		return nil
	}
	tags := splitTags(list)
	if tags != nil {
		p.note(l, "tags")
	}
	return tags
}

// splitTags splits keywords at commas, semicolons, bars or number signs.
func splitTags(s string) (tags []string) {
	for tag := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '#' }) {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

// tail takes the lines from i on, a label and what belongs to it after the
// other.
func (p *parsing) tail(i int) {
	var block *LinkBlock // nil: what follows is dropped
	class := ""
	for ; i < len(p.lines); i++ {
		l := &p.lines[i]
		if tags := p.tagLine(l); tags != nil {
			p.a.Tags = append(p.a.Tags, tags...)
			continue
		}
		if p.tailSource(l) {
			continue
		}
		if found := cmp.Or(p.classAt(i, class, block), p.footerOf(l)); found != "" {
			block = p.openTail(l, found)
			class = found
			continue
		}
		switch {
		case class == "tags":
			p.a.Tags = append(p.a.Tags, splitTags(l.text)...)
			p.note(l, "tags")
		case block == nil || l.longer(longLine):
			p.drop(l, class)
		default:
			p.linkLine(l, block)
		}
	}
}

// classAt returns the class of the line i as a label, "" if it is none. What
// "Mới nhất" and "Xem thêm" are depends on what stands around them.
func (p *parsing) classAt(i int, before string, block *LinkBlock) string {
	found := p.labelOf(&p.lines[i]).class
	next := ""
	if i+1 < len(p.lines) {
		next = p.labelOf(&p.lines[i+1]).class
	}
	key := p.lines[i].key()
	switch {
	case found == "section" || found == "box" && block != nil:
		return ""
	case before == "comments" && isSortTab(key) && (i+1 < len(p.lines) && isSortTab(p.lines[i+1].key()) || i > 0 && isSortTab(p.lines[i-1].key())):
		return "comments"
	case found == "recommended" && isExpander(key) && (block == nil || len(block.Links) > 0) && (next != "" || i+1 == len(p.lines)):
		return "tool"
	}
	return found
}

// isSortTab reports whether a label may be a tab over the comments.
func isSortTab(key string) bool {
	return key == "mới nhất" || key == "cũ nhất" || key == "quan tâm nhất" || key == "được quan tâm nhất" || key == "thích nhất"
}

// isExpander reports whether a label may be a button that shows more.
func isExpander(key string) bool {
	return key == "xem thêm" || key == "xem tất cả" || key == "tất cả" || key == "xem thêm tin"
}

// openTail begins what a label announces: a block of links, or something that
// is dropped.
func (p *parsing) openTail(l *line, class string) *LinkBlock {
	if class == "tags" {
		p.drop(l, class)
		return nil
	}
	kind, ok := p.linkKind(class)
	if !ok {
		p.drop(l, class)
		return nil
	}
	block := &LinkBlock{Kind: kind, Label: p.label(l)}
	p.a.Related = append(p.a.Related, block)
	return block
}

// linkKind returns the kind of links that a class of labels announces. The
// caller's own kinds may be any.
func (p *parsing) linkKind(class string) (LinkKind, bool) {
	if kind, ok := linkKinds[class]; ok {
		return kind, true
	}
	for _, kind := range p.own {
		if string(kind) == class {
			return kind, true
		}
	}
	return "", false
}

// tailSource takes a line in the tail that says whose report it is.
func (p *parsing) tailSource(l *line) bool {
	if p.a.Source != "" || len(p.a.Related) > 0 {
		return false
	}
	source, ok := parseSource(l.text)
	if ok {
		p.a.Source = source
		p.note(l, "source")
	}
	return ok
}

// linkLine adds a line of the tail to a block: a link, or the date or count of
// the link above.
func (p *parsing) linkLine(l *line, block *LinkBlock) {
	if n := len(block.Links); n > 0 {
		last := &block.Links[n-1]
		if t, ok := p.date(l.text); ok && last.Published.IsZero() {
			last.Published = t
			return
		}
		if isCount(strings.Trim(l.text, "()")) {
			p.drop(l, "count")
			return
		}
	}
	block.Links = append(block.Links, p.link(l))
}

// link makes a link of a line. A date at its end becomes the link's.
func (p *parsing) link(l *line) RelatedLink {
	if title, t, ok := p.cutDate(l.text); ok {
		return RelatedLink{Title: title, Published: t}
	}
	return RelatedLink{Title: l.text}
}

// cutDate splits a line that ends in a date, in parentheses or behind a dash
// or a bar. "14:05 | 20/11/2026" is one date, the longest that fits.
func (p *parsing) cutDate(s string) (title string, t time.Time, ok bool) {
	from := max(0, len(s)-60)
	for i := len(s) - 1; i > from; i-- {
		switch s[i] {
		case '(', '|', '-', '[':
		default:
			if s[i] != ' ' || s[i-1] < '0' || s[i-1] > 'z' {
				continue
			}
		}
		tail := strings.Trim(s[i:], " ()[]|-")
		if len(tail) < 8 || tail[0] < '0' || tail[0] > '9' {
			continue
		}
		if d, dated := p.date(tail); dated {
			title, t = strings.TrimRight(s[:i], " ([|-–"), d
		}
	}
	return title, t, title != ""
}
