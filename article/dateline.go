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
		source, from = x.cutTag(s)
	} else {
		source, from = x.cutBareTag(s)
	}
	if source == "" || !x.beginsText(s[from:]) {
		return "", 0
	}
	return source, from
}

// cutTag finds a tag in parentheses, and where the text behind it begins.
func (x *lexicon) cutTag(s string) (source string, from int) {
	end := strings.IndexByte(s[:min(len(s), 4*maxTag)], ')')
	if end < 0 {
		return "", 0
	}
	source = strings.TrimSpace(s[1:end])
	text := strings.TrimLeft(s[end+1:], " -–—.:")
	if len(text) == len(s)-end-1 || utf8.RuneCountInString(source) > maxTag || !x.isTag(source) {
		return "", 0 // "(S)TRONG"
	}
	return source, len(s) - len(text)
}

// cutBareTag finds a tag before a dash, and where the text behind it begins.
func (x *lexicon) cutBareTag(s string) (source string, from int) {
	const bnews = "BNEWS " // the one paper that prints no dash
	if strings.HasPrefix(s, bnews) && x.beginsText(s[len(bnews):]) {
		return "BNEWS", len(bnews)
	}
	at := strings.IndexAny(s[:min(len(s), 2*maxTag)], "-–—:")
	if at < 0 {
		return "", 0
	}
	source = strings.TrimSpace(s[:at])
	sign, size := utf8.DecodeRuneInString(s[at:])
	apart := at > 0 && s[at-1] == ' ' || at+size < len(s) && s[at+size] == ' '
	if !apart || source == "" || !isUpperAt(source, 0) && !isSite(source) {
		return "", 0 // "COVID-19"
	}
	listed := x.is(source, wordTag) && (sign != ':' || strings.ToUpper(source) == source)
	if !listed && (sign == ':' || !isSite(source) && !x.isBareTag(source)) {
		return "", 0
	}
	return source, len(s) - len(strings.TrimLeft(s[at:], " -–—:"))
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
	name, _, ok := strings.Cut(s[:min(len(s), 120)], ", ")
	if !ok || len(name) > 60 || !isName(strings.TrimPrefix(strings.TrimPrefix(name, "TP. "), "TP.")) {
		return 0, 0
	}
	at := len(name) + len(", ")
	if n := prefixFold(s[at:], "ngày "); n > 0 {
		at += n
	}
	n := dayLength(s[at:])
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
