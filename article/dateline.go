package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTag is the length of the longest tag of a paper, in characters.
const maxTag = 30

// cutSource finds the tag of its paper that a paragraph opens with:
// "(Chinhphu.vn) - …", "TTO - …". It returns the tag and where the text behind
// it begins. In parentheses a tag is known by its shape. Before a dash, it is
// in the list, a site, or one word of capitals: a name before a hyphen is no
// tag ("Moon Jae - in"). The text begins with a capital.
func (x *lexicon) cutSource(s string) (source string, from int) {
	if strings.HasPrefix(s, "(") {
		inside, after, ok := strings.Cut(s[:min(len(s), 4*maxTag)], ")")
		source = strings.TrimSpace(inside[1:])
		if ok && utf8.RuneCountInString(source) <= maxTag && x.isTag(source) {
			text := strings.TrimLeft(after, " -–—.:")
			from = len(s) - len(strings.TrimLeft(s[len(inside)+1:], " -–—.:"))
			if len(text) < len(after) && x.beginsText(s[from:]) {
				return source, from
			}
		}
		return "", 0
	}
	for i, r := range s {
		if i > 2*maxTag {
			break
		}
		switch r {
		case '-', '–', '—', ':':
		case ' ':
			if s[:i] == "BNEWS" && x.beginsText(s[i+1:]) { // the one paper that prints no dash
				return s[:i], i + 1
			}
			continue
		default:
			continue
		}
		name, end := strings.TrimSpace(s[:i]), i+utf8.RuneLen(r)
		apart := i > 0 && s[i-1] == ' ' || end < len(s) && s[end] == ' '
		if !apart || name == "" {
			return "", 0 // "COVID-19"
		}
		listed := x.is(name, wordTag)
		if listed && isUpperAt(name, 0) && (r != ':' || strings.ToUpper(name) == name) || r != ':' && (isSite(name) || x.isBareTag(name)) {
			from = len(s) - len(strings.TrimLeft(s[i:], " -–—:"))
			if x.beginsText(s[from:]) {
				return name, from
			}
		}
		return "", 0
	}
	return "", 0
}

// isBareTag reports whether s is one word of 2 to 10 capitals, and neither a
// place nor an abbreviation of common use.
func (x *lexicon) isBareTag(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 10 || x.of(s)&(wordPlace|wordCommon|wordTitle) != 0 {
		return false
	}
	return isAbbreviation(s)
}

// beginsText reports whether s begins as the text behind a tag does.
func (x *lexicon) beginsText(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r):
			return true
		case r != '“' && r != '"' && r != '\'' && r != '‘':
			return false
		}
	}
	return false
}

// isTag reports whether s may be a paper's tag in parentheses: listed, a site,
// or up to four words that begin with a capital or a digit, and not a note of
// the editors such as "(Ảnh minh họa)", "(Kỳ 1)", nor a place.
func (x *lexicon) isTag(s string) bool {
	switch {
	case s == "", holdsPhrase(s, tagBreakers[:]):
		return false
	case x.is(s, wordTag|wordAgency), isSite(s):
		return true
	case x.of(s)&(wordPlace|wordSection|wordCommon) != 0:
		return false
	}
	n, letters := 0, false
	for w := range strings.FieldsSeq(s) {
		if n++; w[0] >= '0' && w[0] <= '9' && strings.Trim(w, "0123456789./-") == "" {
			return false // a date
		}
		for _, r := range w {
			letters = letters || unicode.IsLetter(r)
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("&./+-", r) {
				return false
			}
		}
	}
	return n <= 4 && letters && isUpperAt(s, 0)
}

// tagBreakers are words of notes in parentheses, which no tag has.
var tagBreakers = [...]string{"ảnh", "video", "clip", "kỳ", "phần", "bài", "tiếp theo", "còn nữa", "nguồn", "theo", "sinh", "tuổi", "hình", "trái", "phải"}

// cutDateline finds the place and day that a paragraph opens with: "Cần Thơ,
// ngày 23-11 - …", "TP. Hồ Chí Minh, 5/8/2023: …". It returns where the text
// behind it begins and where the dateline ends; 0 if there is none.
func cutDateline(s string) (from, end int) {
	name, day, ok := strings.Cut(s[:min(len(s), 120)], ", ")
	if !ok || len(name) > 60 || !isName(strings.TrimPrefix(strings.TrimPrefix(name, "TP. "), "TP.")) {
		return 0, 0
	}
	at := len(name) + len(", ")
	day = s[at:]
	if n := prefixFold(day, "ngày "); n > 0 {
		at += n
		day = day[n:]
	}
	n := dayLength(day)
	if n == 0 {
		return 0, 0
	}
	end = at + n
	rest := strings.TrimLeft(s[end:], " ")
	for _, sign := range [...]string{"-", "–", "—", ":", "."} {
		if text, ok := strings.CutPrefix(rest, sign); ok {
			if text = strings.TrimLeft(text, " "); text != "" {
				return len(s) - len(text), end
			}
		}
	}
	return 0, 0
}

// dayLength returns the length of a day and month, or a whole date, that s
// begins with: "23-11", "5/8/2023"; 0 if there is none.
func dayLength(s string) int {
	parts, n := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			n++
			continue
		}
		if n == 0 || n > 4 || n > 2 && parts != 2 {
			return 0
		}
		parts++
		digit := i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9'
		if i == len(s) || !digit || parts == 3 || s[i] != '/' && s[i] != '-' && s[i] != '.' {
			if parts < 2 {
				return 0
			}
			return i
		}
		n = 0
	}
	return 0
}
