package article

import (
	"strconv"
	"strings"
)

// claimList claims a run of lines that begin with bullets or with numbers from
// 1 on. Two lines with dashes may be a dialogue.
func (p *parsing) claimList(i int) int {
	mark := bullet(p.lines[i].text)
	if mark == "" || !p.lines[i].isText() || p.limits.lists(len(p.lines)) {
		return 0
	}
	ordered := isDigits(mark)
	if ordered && mark != "1" {
		return 0
	}
	n := 0
	for ; p.isText(i + n); n++ {
		l := &p.lines[i+n]
		want := mark
		if ordered {
			want = strconv.Itoa(n + 1)
		}
		if bullet(l.text) != want || l.longer(maxCaption) || endsAsTurn(l.text) && isDash(mark) {
			break
		}
		if strings.IndexFunc(l.text[bulletLen(l.text, want):], isWord) < 0 {
			break
		}
	}
	if n < 2 || isDash(mark) && n < 3 && !(p.isText(p.last) && strings.HasSuffix(p.lines[p.last].text, ":")) {
		return 0
	}
	if isDash(mark) && p.isText(i+n) && isDash(bullet(p.lines[i+n].text)) {
		return 0 // questions among the answers
	}
	return n
}

func (p *parsing) takeList(i, n int) {
	p.limits.list++
	mark := bullet(p.lines[i].text)
	list := &List{Ordered: isDigits(mark)}
	for j := i; j < i+n; j++ {
		l := &p.lines[j]
		list.Items = append(list.Items, Blocks{p.newParagraph(p.cut(l, bulletLen(l.text, bullet(l.text)), len(l.text)))})
		p.noteLine(l, RuleList, false)
		if j > i {
			l.gone = true
		}
	}
	p.become(i, list)
}

// bullet returns the mark that a line of a list begins with, of a numbered one
// the number.
func bullet(s string) string {
	if s == "" {
		return ""
	}
	switch c := s[0]; {
	case '0' <= c && c <= '9':
		digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
		if digits <= 2 && len(s) > digits+1 && (s[digits] == '.' || s[digits] == ')') && s[digits+1] == ' ' {
			return s[:digits]
		}
	case c == '-', c == '*', c == '+', c == 0xC2, c == 0xE2:
		for _, mark := range [...]string{"-", "–", "•", "●", "▪", "■", "*", "+", "·"} {
			if rest, ok := strings.CutPrefix(s, mark); ok && strings.HasPrefix(rest, " ") {
				return mark
			}
		}
	}
	return ""
}

// bulletLen returns the length of a bullet with the signs and white space
// behind it.
func bulletLen(s, mark string) int {
	return len(s) - len(strings.TrimLeft(s[len(mark):], ".) "))
}

func isDash(mark string) bool { return mark == "-" || mark == "–" }

// endsAsTurn reports whether a line ends as a question or an exclamation in a
// dialogue does.
func endsAsTurn(s string) bool {
	s = strings.TrimRight(s, "”\"’'")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}
