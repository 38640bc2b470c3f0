package article

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/vn"
)

// header reads what stands above the body, and returns the index of the
// body's first line. The figure under the title is left to the body.
func (p *parsing) header() int {
	i := p.aboveTitle()
	if i == len(p.lines) {
		return i
	}
	p.a.Title = p.lines[i].text
	return p.lead(p.belowTitle(i + 1))
}

// aboveTitle reads what may stand above the title, and returns the index of
// the title.
func (p *parsing) aboveTitle() int {
	i := 0
	for ; i < len(p.lines); i++ {
		l := &p.lines[i]
		if p.dateLine(l) {
			continue
		}
		if i == len(p.lines)-1 {
			break
		}
		switch class := p.labelOf(l).class; {
		case class == "nav", class == "share", class == "tool", class == "ad", class == "follow":
			p.drop(l, class)
		case p.a.Section == "" && isBreadcrumb(l.text):
			p.a.Section = lastCrumb(l.text)
			p.drop(l, "breadcrumb")
		case p.a.Section == "" && p.isSection(i):
			p.a.Section = l.text
		default:
			return i
		}
	}
	return i
}

// belowTitle reads the lines between the title and the text that are neither,
// and returns the index of the first line that is left.
func (p *parsing) belowTitle(i int) int {
	for ; i < len(p.lines); i++ {
		l := &p.lines[i]
		switch {
		case similar.Same(l.text, p.a.Title):
			p.drop(l, "title-repeated")
		case p.dateLine(l) || p.metaLine(l):
		case p.headerByline(i):
		default:
			return i
		}
	}
	return i
}

// isSection reports whether the line i names the section: it is short, and a
// date follows, or the title. What is no known name of a section counts only
// if a line follows that can be the title, and a date stands between them or
// below it, or it comes twice.
func (p *parsing) isSection(i int) bool {
	l, next := &p.lines[i], &p.lines[i+1]
	if l.longer(maxSection) || endsSentence(l.text) || strings.HasSuffix(l.text, ":") {
		return false
	}
	known := false
	switch p.labelOf(l).class {
	case "section", "box", "topic", "comments", "widget":
		known = true
	}
	if _, dated := p.date(next.text); dated {
		return known || p.isTitle(i+2)
	}
	if i+2 == len(p.lines) || !p.isTitle(i+1) {
		return false
	}
	after := &p.lines[i+2]
	_, dated := p.date(after.text)
	return known || next.longer(maxSection) && (dated || after.text == next.text)
}

// isTitle reports whether the line i may be a title: it is not long and no
// sentence.
func (p *parsing) isTitle(i int) bool {
	return i < len(p.lines) && !p.lines[i].longer(longLine) && !strings.HasSuffix(p.lines[i].text, ".")
}

// isBreadcrumb reports whether s is a path of sections: "Trang chủ > Thời sự".
func isBreadcrumb(s string) bool {
	if len(s) > 400 || endsSentence(s) {
		return false
	}
	parts := crumbs(s)
	for _, part := range parts {
		if part == "" || utf8.RuneCountInString(part) > 40 {
			return false
		}
	}
	return len(parts) > 1
}

func lastCrumb(s string) string {
	parts := crumbs(s)
	return parts[len(parts)-1]
}

// crumbs splits s at the first of the signs that sites put between sections.
func crumbs(s string) []string {
	for _, sign := range [...]string{" > ", " › ", " » ", " >> ", " / ", ">", "›", "»"} {
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

// dateLine takes a line that is a display date.
func (p *parsing) dateLine(l *line) bool {
	t, ok := p.date(l.text)
	if !ok {
		return false
	}
	switch {
	case p.a.Published.IsZero():
		p.a.Published = t
	case p.a.Published.Equal(t):
	case p.a.Modified.IsZero() && t.After(p.a.Published):
		p.a.Modified = t
	default:
		p.drop(l, "date")
	}
	return true
}

// date returns the time that s says, if s as a whole is a date.
func (p *parsing) date(s string) (time.Time, bool) {
	if len(s) > 100 || !strings.ContainsAny(s, "0123456789") {
		return time.Time{}, false
	}
	t, err := vn.ParseTimeIn(s, p.Location)
	return t, err == nil
}

// metaLine takes a line "Cập nhật: …", "Lượt xem: 312" and the like: a label of
// the page's data, and a date or a number. Since the label is not kept, the
// line counts as dropped even if its date is.
func (p *parsing) metaLine(l *line) bool {
	if len(l.text) > maxLabel {
		return false
	}
	name, value, ok := strings.Cut(l.text, ":")
	if !ok || labels()[labelKey(name)].class != "meta" {
		return p.metaWords(l)
	}
	value = strings.TrimSpace(value)
	t, dated := p.date(value)
	switch {
	case dated && strings.Contains(labelKey(name), "cập nhật") && !p.a.Published.IsZero():
		p.a.Modified = t
	case dated && p.a.Published.IsZero():
		p.a.Published = t
	case !dated && !isCount(value):
		return false
	}
	p.drop(l, "meta")
	return true
}

// metaWords takes a line such as "Cập nhật lúc 14:30 12/8/2026" or "312 lượt
// xem".
func (p *parsing) metaWords(l *line) bool {
	key := l.key()
	for _, word := range [...]string{"cập nhật lúc ", "cập nhật ", "ngày đăng ", "đăng lúc ", "đăng ngày ", "gửi lúc ", "ngày cập nhật "} {
		if !strings.HasPrefix(key, word) {
			continue
		}
		t, ok := p.date(key[len(word):])
		if !ok {
			return false
		}
		if p.a.Published.IsZero() {
			p.a.Published = t
		} else if t.After(p.a.Published) {
			p.a.Modified = t
		}
		p.drop(l, "meta")
		return true
	}
	n, word, _ := strings.Cut(key, " ")
	if isCount(n) && (word == "lượt xem" || word == "lượt đọc" || word == "phút đọc" || word == "bình luận") {
		p.drop(l, "meta")
		return true
	}
	return false
}

// isCount reports whether s is a number: "1.204".
func isCount(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,") == ""
}

// headerByline takes a name that stands beside the date, above the text.
func (p *parsing) headerByline(i int) bool {
	l := &p.lines[i]
	if l.longer(60) || len(p.a.Byline) > 0 {
		return false
	}
	if b, ok := parseByline(l.text); ok && b.labelled && p.textFrom(i+1) {
		p.byline(l, b)
		return true
	}
	if i+1 < len(p.lines) && isName(l.text) {
		if _, ok := p.date(p.lines[i+1].text); ok {
			b, _ := parseByline(l.text)
			p.byline(l, b)
			return true
		}
	}
	return false
}

// Lengths of a lead in characters, far beyond what was measured (150 to 400).
const (
	minLead = 30
	maxLead = 700
)

// lead decides whether the first paragraph is the lead, and returns the index
// of the first line that is left.
func (p *parsing) lead(i int) int {
	first := p.skipCaption(i)
	if first >= len(p.lines) {
		return i
	}
	l := &p.lines[first]
	if source, rest := cutSource(l.text); source != "" && rest != "" && l.longer(minLead) {
		p.a.Source, p.a.Lead = source, text(rest)
		p.note(l, "source-tag")
		return p.leadAt(i, first)
	}
	if place, rest := cutDateline(l.text); place != "" && rest != "" && l.longer(minLead) {
		p.a.Dateline, p.a.Lead = place, text(rest)
		p.note(l, "dateline")
		return p.leadAt(i, first)
	}
	if !l.longer(minLead) || l.longer(maxLead) || p.labelOf(l).class != "" {
		return i
	}
	if first == i && p.beforeHead(i) {
		p.a.Lead = text(l.text)
		return p.belowTitle(i + 1)
	}
	if p.repeatedBelow(first) {
		p.a.Lead = text(l.text)
		return p.leadAt(i, first)
	}
	return i
}

// leadAt takes the line at, which is the lead, out of the lines from i on.
func (p *parsing) leadAt(i, at int) int {
	for ; at > i; at-- {
		p.lines[at], p.lines[at-1] = p.lines[at-1], p.lines[at]
	}
	return i + 1
}

// skipCaption returns the index after the captions that stand at i, under the
// title.
func (p *parsing) skipCaption(i int) int {
	for i < len(p.lines) {
		if f, n := p.captionAt(i, i, len(p.lines)); f != nil {
			i += n
			continue
		}
		break
	}
	return i
}

// beforeHead reports whether a date, a byline or the lead figure follows the
// line i.
func (p *parsing) beforeHead(i int) bool {
	if i+1 >= len(p.lines) {
		return false
	}
	next := &p.lines[i+1]
	if _, ok := p.date(next.text); ok {
		return true
	}
	if p.lines[i].longer(2*maxCaption) || next.longer(maxCaption) || i+2 >= len(p.lines) {
		return false
	}
	n := 1
	if b, ok := parseByline(next.text); !ok || !b.labelled {
		f, lines := p.captionAt(i+1, i, len(p.lines))
		if f == nil {
			return false
		}
		n = lines
	}
	return p.textFrom(i + 1 + n)
}

// textFrom reports whether a paragraph stands at the line i or, after other
// figures, below it.
func (p *parsing) textFrom(i int) bool {
	i = p.skipCaption(i)
	return i < len(p.lines) && p.lines[i].longer(80) && p.labelOf(&p.lines[i]).class == ""
}

// repeatedBelow reports whether the line i comes again among the three
// paragraphs below it. The second one stays where it is and is noted by the
// body.
func (p *parsing) repeatedBelow(i int) bool {
	for j := i + 1; j < len(p.lines) && j <= i+4; j++ {
		if p.lines[j].text == p.lines[i].text {
			return j > i+1 || p.lines[i].longer(maxCaption)
		}
	}
	return false
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”\"’')]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// startsUpper reports whether the first letter or digit of s is no lower-case
// letter.
func startsUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return !unicode.IsLower(r)
		}
	}
	return false
}
