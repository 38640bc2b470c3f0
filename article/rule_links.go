package article

import (
	"slices"
	"strings"
	"time"
)

// linkLabels open a line that holds a link to another story, in lower case.
var linkLabels = [...]string{"mời bạn đọc xem thêm", "mời xem thêm", "xem thêm", "đọc thêm", "tìm hiểu thêm", "tin liên quan", "bài liên quan"}

// linkSigns open one, too.
var linkSigns = [...]string{">>>", ">>", "»", "►", "▶", "=>"}

// cutLinkLabel splits a line into the label of a link and its title.
func cutLinkLabel(s string) (printed, title string, ok bool) {
	for _, sign := range linkSigns {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			rest = strings.TrimSpace(rest)
			if printed, title, ok := cutLinkLabel(rest); ok {
				return printed, title, true
			}
			return "", rest, rest != ""
		}
	}
	for _, name := range linkLabels {
		n := prefixFold(s, name)
		if n < 0 {
			continue
		}
		title, ok := cutColon(strings.TrimLeft(s[n:], " "))
		title = strings.TrimLeft(title, " >»")
		return s[:n], title, ok && title != ""
	}
	return "", "", false
}

// isInlineLabel reports whether s is the label of a link inside the text.
func isInlineLabel(s string) bool { return slices.Contains(linkLabels[:], strings.ToLower(s)) }

// mayBeInlineLink spares most lines the labels.
func (l *line) mayBeInlineLink() bool {
	if !l.isText() || l.text == "" || l.longer(longLine) {
		return false
	}
	switch l.text[0] {
	case '>', '=', 0xC2, 0xE2: // the signs, » and those behind it among them
		return true
	case 'M', 'm', 'X', 'x', 'T', 't', 'B', 'b', 0xC4: // the first letters of the labels, Đ among them
		return l.has(signColon)
	}
	return false
}

// claimInlineLinks claims lines that are links to other stories inside the
// text: "Xem thêm: …", ">> …".
func (p *parsing) claimInlineLinks(i int) int {
	n := 0
	for ; p.isText(i + n); n++ {
		l := &p.lines[i+n]
		if !l.mayBeInlineLink() {
			break
		}
		if printed, _, ok := cutLinkLabel(l.text); !ok || n > 0 && printed != "" {
			break
		}
	}
	return n
}

func (p *parsing) takeInlineLinks(i, n int) {
	block := &LinkBlock{Kind: LinkRelated}
	for j := i; j < i+n; j++ {
		l := &p.lines[j]
		printed, title, _ := cutLinkLabel(l.text)
		if j == i {
			block.Label = printed
		}
		block.Links = append(block.Links, RelatedLink{Title: title, URL: l.address(title)})
		p.noteLine(l, RuleInlineLink, false)
		if j > i {
			l.gone = true
		}
	}
	p.become(i, block)
}

// claimLinks claims a label of links inside the text with the links below it,
// or above a block of links that has no label.
func (p *parsing) claimLinks(i int) int {
	l := &p.lines[i]
	found := p.label(l)
	if !found.links || found.weak {
		return 0
	}
	if p.isUnlabelled(i + 1) {
		return 1
	}
	n := 1
	for n <= 10 && p.isLink(i+n) {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

func (p *parsing) takeLinks(i, n int) {
	l := &p.lines[i]
	if p.isUnlabelled(i + 1) {
		p.labelBlock(i)
		return
	}
	block := &LinkBlock{Kind: p.label(l).kind, Label: p.takeLabel(i)}
	for j := i + 1; j < i+n; j++ {
		p.addLink(block, j)
	}
	p.become(i, block)
}

// isUnlabelled reports whether the line i is a decided block of links without
// a label.
func (p *parsing) isUnlabelled(i int) bool {
	if i >= len(p.lines) {
		return false
	}
	b, ok := p.lines[i].block.(*LinkBlock)
	return ok && b.Label == "" && len(b.Links) > 0
}

// labelBlock gives the label in the line i to the block of links below it.
func (p *parsing) labelBlock(i int) {
	b := p.lines[i+1].block.(*LinkBlock)
	b.Label = p.takeLabel(i)
	if found := p.label(&p.lines[i]); b.Kind == "" {
		b.Kind = found.kind
	}
	p.carry(i)
}

// takeLabel returns the label that a line prints, trimmed. A count that this
// leaves out has a note.
func (p *parsing) takeLabel(i int) string {
	l := &p.lines[i]
	s := trimLabel(l.text)
	if s != strings.Trim(l.text, labelMarks) {
		p.noteLine(l, RuleCount, true)
	}
	return s
}

// isLink reports whether the line i may be the title of another story.
func (p *parsing) isLink(i int) bool {
	if !p.isText(i) {
		return false
	}
	l := &p.lines[i]
	if l.allLinks() {
		return true
	}
	return !l.longer(150) && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ":") &&
		startsUpper(l.text) && p.label(l).class == "" && p.credit(l).kind == creditNone
}

// addLink makes the line i links of the block, and is its one outcome.
func (p *parsing) addLink(block *LinkBlock, i int) {
	l := &p.lines[i]
	if l.allLinks() {
		for title, link := range l.eachLink() {
			to := p.link(title)
			to.URL = link.URL
			block.Links = append(block.Links, to)
		}
	} else {
		link := p.link(l.text)
		link.URL = l.address(link.Title)
		block.Links = append(block.Links, link)
	}
	p.carry(i)
}

// link makes a link of a printed title. A date at its end becomes the link's,
// and the signs before it go.
func (p *parsing) link(title string) RelatedLink {
	link := RelatedLink{Title: trimBullet(title)}
	if strings.ContainsAny(title, "0123456789") {
		if title, t, ok := p.cutDate(link.Title); ok {
			link.Title, link.Published = title, t
		}
	}
	return link
}

// trimBullet takes off the signs that pages print before the title of a link.
func trimBullet(s string) string {
	for {
		t := s
		for _, sign := range [...]string{">>>", ">>", ">", "»", "-", "–", "•", "+", "*", "►", "▶"} {
			if rest, ok := strings.CutPrefix(t, sign); ok && (rest == "" || rest[0] == ' ' || sign[0] == '>') {
				t = strings.TrimLeft(rest, " ")
			}
		}
		if t == s || t == "" {
			return s
		}
		s = t
	}
}

// cutDate splits the title of a link that ends in a date: one in parentheses
// of its own, after a bar or a dash, or with a clock time. "14:05 |
// 20/11/2026" is one date, the longest that fits. The end of a range is none,
// nor is a day long before the article, which is what the story tells of.
func (p *parsing) cutDate(s string) (title string, t time.Time, ok bool) {
	from := max(0, len(s)-60)
	for i := len(s) - 1; i > from; i-- {
		var tail string
		apart := false // a sign parts the date from the title
		switch {
		case s[i] == '(' || s[i] == '[':
			closer := byte(')')
			if s[i] == '[' {
				closer = ']'
			}
			if s[len(s)-1] != closer {
				continue
			}
			tail, apart = s[i+1:len(s)-1], true
		case s[i] == '|', s[i] == '-' && s[i-1] == ' ':
			tail, apart = strings.TrimLeft(s[i+1:], " "), true
		case s[i] == ' ' && s[i-1] >= '0' && s[i-1] <= 'z', s[i] == ' ' && s[i-1] >= 0x80:
			tail = s[i+1:]
		default:
			if n := len("–"); i+n <= len(s) && s[i:i+n] == "–" && s[i-1] == ' ' {
				tail, apart = strings.TrimLeft(s[i+n:], " "), true
				break
			}
			continue
		}
		before := strings.TrimRight(s[:i], " ")
		if len(tail) < 8 || tail[0] < '0' || tail[0] > '9' || strings.ContainsAny(tail, "()[]") || before == "" {
			continue
		}
		d := p.readDate(tail)
		if !d.ok || !apart && !d.clock || !d.clock && (p.isOld(d.t) || endsInRange(before)) {
			continue
		}
		title, t = strings.TrimRight(before, " |-–("), d.t
	}
	return title, t, title != ""
}

// isOld reports whether t is more than two years before the article.
func (p *parsing) isOld(t time.Time) bool {
	return !p.a.Published.IsZero() && t.Before(p.a.Published.AddDate(-2, 0, 0))
}

// endsInRange reports whether a date after s would be the end of a range:
// "20/11/2025 - 5/1/2026", "từ 1/2 đến 3/2/2026".
func endsInRange(s string) bool {
	last := strings.TrimRight(s, " -–|(")
	if last == "" {
		return false
	}
	if c := last[len(last)-1]; c >= '0' && c <= '9' {
		return true
	}
	word := wordKey(last[strings.LastIndexByte(last, ' ')+1:])
	return word == "đến" || word == "tới" || word == "từ" || word == "ngày" || word == "và"
}

// claimLinkBlock claims a decided block of links. One without links takes the
// lines below that may be some.
func (p *parsing) claimLinkBlock(i int) int {
	b, ok := p.lines[i].block.(*LinkBlock)
	if !ok {
		return 0
	}
	n := 1
	if len(b.Links) == 0 {
		for p.isLink(i + n) {
			n++
		}
	}
	return n
}

func (p *parsing) takeLinkBlock(i, n int) {
	b := p.lines[i].block.(*LinkBlock)
	p.stay(i)
	for j := i + 1; j < i+n; j++ {
		p.claimed = true
		p.addLink(b, j)
	}
}
