package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

// maxNameWords is how many words the name of a person has at the most.
const maxNameWords = 5

// isName reports whether s has the form of a person's name: up to five words
// that begin with capitals, with initials and with the small words of foreign
// names.
func isName(s string) bool {
	if len(s) > 120 {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; n > maxNameWords || !isNameWord(w) && (n == 1 || !nameParticles[w]) {
			return false
		}
	}
	return n > 0
}

// nameParticles are the small words inside of foreign names.
var nameParticles = map[string]bool{
	"van": true, "von": true, "der": true, "den": true, "de": true, "da": true, "di": true, "du": true, "la": true,
	"le": true, "dos": true, "del": true, "bin": true, "al": true, "el": true, "ten": true, "ter": true, "zu": true,
}

func isNameWord(w string) bool {
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case i > 0 && r != '.' && r != '\'' && r != '-' && !unicode.IsLetter(r) && !unicode.IsMark(r):
			return false
		}
	}
	return true
}

// isVietnameseName reports whether s is a name whose words are all Vietnamese
// syllables or initials.
func isVietnameseName(s string) bool {
	if !isName(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if _, ok := vn.ParseSyllable(strings.Trim(w, ".")); !ok && !isInitials(w) && !isUplandName(w) {
			return false
		}
	}
	return true
}

// isUplandName reports whether w is a name of the Central Highlands, with its
// letter in front: "K'Brửu", "H'Hen".
func isUplandName(w string) bool {
	before, name, ok := strings.Cut(w, "'")
	return ok && len(before) == 1 && isUpperAt(name, 0)
}

// isInitials reports whether w is one to three capitals with full stops between:
// "H.A", "T.N.", "M".
func isInitials(w string) bool {
	n := 0
	for part := range strings.SplitSeq(strings.Trim(w, "."), ".") {
		if n++; n > 3 || utf8.RuneCountInString(part) != 1 || !isUpperAt(part, 0) {
			return false
		}
	}
	return true
}

// isPerson reports whether s can be the name of a person, and nothing says that
// it is the name of an agency or a place.
func (x *lexicon) isPerson(s string) bool {
	return isName(s) && !x.is(s, wordPlace) && !x.isAgency(s)
}

// orgWords begin the names of papers, stations and offices, in lower case.
var orgWords = [...]string{"báo ", "đài ", "tạp chí ", "cổng ", "thông tấn xã ", "truyền hình ", "kênh ", "trang ", "công ty ", "tập đoàn ", "trung tâm ", "hội ", "ban ", "sở ", "bộ ", "ubnd ", "nhà xuất bản ", "nxb "}

// maxOrgWords is how many words the name of an office has at the most: what
// goes on is a sentence about it.
const maxOrgWords = 6

// beginsAsOrg reports whether s begins as the name of a paper or an office
// does, and goes on with a capital.
func beginsAsOrg(s string) bool {
	if strings.Count(s, " ") >= maxOrgWords {
		return false
	}
	for _, word := range orgWords {
		if n := prefixFold(s, word); n > 0 {
			return isUpperAt(s, 0) && isUpperAt(s, n)
		}
	}
	return false
}

// isAgency reports whether s is the name of an agency, a paper or a site, or
// says that somebody's own picture was used. The list of words.tsv decides for
// what could be a person's name, the shape for the rest.
func (x *lexicon) isAgency(s string) bool {
	switch {
	case s == "":
		return false
	case x.is(s, wordAgency):
		return true
	case beginsAsOrg(s):
		return true
	case strings.Count(s, " ") > 3, !isUpperAt(s, 0) && strings.Contains(s, " "):
		return false
	case strings.ContainsAny(s, "+@"), isSite(s), !strings.Contains(s, " ") && strings.ContainsAny(s, "0123456789"):
		return true
	}
	office, city, ok := strings.Cut(s, "-") // "VOV-Paris"
	return isAbbreviation(s) || ok && isAbbreviation(office) && isUpperAt(city, 0) && !isCapitals(city)
}

// isAbbreviation reports whether s is two capitals or more that are no
// syllable: TTXVN is one, LAN signs as a person.
func isAbbreviation(s string) bool {
	if !isCapitals(s) {
		return false
	}
	_, word := vn.ParseSyllable(s)
	return !word
}

// isCapitals reports whether s is two or more capitals.
func isCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2
}

// isSite reports whether s is the address of a site: "baochinhphu.vn".
func isSite(s string) bool {
	if strings.Contains(s, " ") {
		return false
	}
	name, end, ok := strings.Cut(strings.ToLower(strings.TrimSuffix(s, "/")), ".")
	return ok && name != "" && slices.Contains([]string{"vn", "com", "net", "org", "info", "com.vn", "gov.vn", "org.vn", "net.vn", "edu.vn"}, end[max(0, siteEnd(end)):])
}

// siteEnd returns where the last part of a host begins, ".com.vn" being one.
func siteEnd(s string) int {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return 0
	}
	if j := strings.LastIndexByte(s[:i], '.'); j >= 0 && s[i:] == ".vn" {
		return j + 1
	}
	if s[i:] == ".vn" {
		return 0
	}
	return i + 1
}

// nameSigns stand between the names of a list, the longer ones first.
var nameSigns = [...]string{" - ", " – ", " — ", " & ", " và ", ",", ";", "/", "|", "–", "-", "&"}

// splitNames splits a list of names. What belongs to a name stays: the hyphen
// of a paper of two provinces or of a given name, the ampersand of a firm.
func (x *lexicon) splitNames(s string) (names []string) {
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c != ' ' && c != 0xE2 && strings.IndexByte(",;/|-&", c) < 0 {
			i++
			continue
		}
		sign := ""
		for _, t := range nameSigns {
			if strings.HasPrefix(s[i:], t) {
				sign = t
				break
			}
		}
		if sign == "" || !x.parts(s[start:i], sign, s[i+len(sign):]) {
			i++
			continue
		}
		names = appendName(names, s[start:i])
		i += len(sign)
		start = i
	}
	return appendName(names, s[start:])
}

func appendName(names []string, s string) []string {
	if s = strings.TrimSpace(s); s != "" {
		names = append(names, s)
	}
	return names
}

// parts reports whether a sign stands between two names and not inside one.
func (x *lexicon) parts(before, sign, after string) bool {
	switch sign {
	case ",":
		return x.of(before)&(wordTitle|wordDesk) != wordTitle // "PGS, TS Trần Bình"
	case ";", "/", "|", " và ":
		return true
	}
	next := after
	if i := strings.IndexAny(after, ",;/|"); i >= 0 {
		next = after[:i]
	}
	for _, sign := range [...]string{" - ", " – ", " và ", " & "} {
		next, _, _ = strings.Cut(next, sign)
	}
	before, next = strings.TrimSpace(before), strings.TrimSpace(next)
	if x.is(before+" - "+next, wordPlace|wordAgency) || x.is(before+sign+next, wordAgency) {
		return false
	}
	switch sign {
	case " - ", " – ", " — ":
		return x.is(before, wordAgency) || x.isAgency(next) || !beginsAsOrg(before)
	case " & ":
		return isVietnameseName(before) && isVietnameseName(next)
	}
	// Without spaces: an agency behind a name, or two names of several words.
	if x.isAgency(next) && sign != "&" {
		return before != ""
	}
	return strings.Contains(before, " ") && strings.Contains(next, " ") && isVietnameseName(before) && isVietnameseName(next)
}

// cutPrefixWord cuts a word off the beginning of s, whatever its case.
func cutPrefixWord(s, word string) (rest string, ok bool) {
	n := prefixFold(s, word)
	if n < 0 || !strings.HasPrefix(s[n:], " ") {
		return s, false
	}
	return strings.TrimSpace(s[n:]), true
}
