package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// creditLabels are the words that open a photo credit, in lower case, the
// longer ones before those that end them.
var creditLabels = [...]string{
	"ảnh minh họa", "ảnh minh hoạ", "ảnh tư liệu", "ảnh chụp màn hình", "ảnh cắt từ clip", "ảnh cắt từ video", "nguồn ảnh",
	"ảnh chụp", "đồ họa", "đồ hoạ", "infographics", "infographic", "video", "clip", "photo", "nguồn", "ảnh",
}

// maxCredit is the longest credit in characters, after its label.
const maxCredit = 60

// ParseCredit reads a photo credit as papers print it: "Ảnh: Minh Anh/TTXVN",
// "(Nguồn ảnh: Reuters)", "Đồ họa: Hà An, Lê Vy", "Ảnh VGP/Nhật Bắc", "Ảnh:
// NVCC". Text is s without the white space around it, People are the names,
// Source is the agency, paper or site, or what else is no person's name. The
// result is false, and the Credit zero, if s does not begin with the label of
// a credit or says nothing after it.
func ParseCredit(s string) (Credit, bool) {
	s = strings.TrimSpace(s)
	_, value, ok := cutCreditLabel(s)
	if !ok {
		return Credit{}, false
	}
	value = strings.Trim(value, " .)]")
	if value == "" || utf8.RuneCountInString(value) > 2*maxCredit {
		return Credit{}, false
	}
	c := Credit{Text: s}
	x := words()
	value, inside, _ := strings.Cut(value, "(") // "Minh Anh (TTXVN)"
	for _, part := range x.splitNames(strings.TrimSpace(value) + "/" + strings.Trim(inside, " )")) {
		if x.isAgency(part) || !isName(part) {
			if c.Source != "" {
				c.Source += "/"
			}
			c.Source += part
		} else {
			c.People = append(c.People, part)
		}
	}
	return c, true
}

// cutCreditLabel returns the label that s begins with, parentheses included,
// and the rest. Without a colon only a few forms count: "Ảnh TTXVN".
func cutCreditLabel(s string) (label, value string, ok bool) {
	body := strings.TrimLeft(s, "([ ")
	for _, name := range creditLabels {
		n := prefixFold(body, name)
		if n < 0 {
			continue
		}
		rest := body[n:]
		value := strings.TrimLeft(rest, " ")
		if v, ok := cutColon(value); ok {
			return s[:len(s)-len(v)], strings.TrimLeft(v, " "), true
		}
		if rest != value && name != "nguồn" && name != "video" && name != "clip" && isBareCredit(value) {
			return s[:len(s)-len(value)], value, true
		}
	}
	return "", "", false
}

// cutColon cuts a colon off the beginning of s.
func cutColon(s string) (string, bool) {
	if v, ok := strings.CutPrefix(s, ":"); ok {
		return v, true
	}
	return strings.CutPrefix(s, "：")
}

// prefixFold returns the length of the prefix of s that is lower but for case,
// -1 if there is none.
func prefixFold(s, lower string) int {
	n := 0
	for _, r := range lower {
		c, size := utf8.DecodeRuneInString(s[n:])
		if unicode.ToLower(c) != r {
			return -1
		}
		n += size
	}
	return n
}

// isBareCredit reports whether s may follow "Ảnh" without a colon: an agency,
// alone or with a name after a slash.
func isBareCredit(s string) bool {
	s = strings.TrimRight(s, " .)]")
	agency, name, _ := strings.Cut(s, "/")
	return isCapitals(agency) && utf8.RuneCountInString(agency) <= 8 && (name == "" || isName(name))
}

// A creditKind says where a line has a photo credit.
type creditKind uint8

const (
	creditNone  creditKind = iota
	creditWhole            // the line is one: "Ảnh: Minh Anh"
	creditEnd              // the line ends in one
	creditOpen             // the line ends in the label of one
	creditBare             // the line is the label of one
	creditFilm             // the line is the label of a film, with its title or address
)

// A creditFact is the photo credit of a line.
type creditFact struct {
	kind   creditKind
	at     int  // where it begins
	before int  // the length of what stands before it; of a film, where its title begins
	names  bool // it names people or an agency
	credit Credit
}

// readCredit finds the photo credit of a line. The label of a byline, "Tin,
// ảnh:", is none.
func (x *lexicon) readCredit(s string) creditFact {
	at, label := lastCredit(s)
	if at < 0 {
		return creditFact{}
	}
	_, value, _ := cutCreditLabel(s[at:])
	printed := value
	value = strings.Trim(value, " .)]")
	before := trimBefore(s[:at])
	c := creditFact{at: at, before: len(before), names: x.isCreditee(value)}
	n := utf8.RuneCountInString(value)
	switch {
	case value == "" && strings.HasSuffix(s, ":") || value == "" && strings.HasSuffix(s, "："):
		if c.kind = creditOpen; before == "" {
			c.kind = creditBare
		}
	case n < 2:
		return creditFact{}
	case before == "" && isFilm(label) && (isAddress(value) || !c.names):
		if n <= maxCaption {
			c.kind, c.before = creditFilm, len(s)-len(printed)
		}
	case before == "":
		// Behind "Ảnh:", a clause of five words or more is a text of its own.
		if n > maxCredit || strings.HasSuffix(value, ":") || !c.names && strings.Count(value, " ") > 3 {
			return creditFact{}
		}
		credit, ok := ParseCredit(s[at:])
		if !ok {
			return creditFact{}
		}
		c.kind, c.credit = creditWhole, credit
	case n > maxCredit, strings.ContainsAny(value, ":[]"):
	case label == "nguồn" && !strings.Contains(s[at:], ")") && n > 30:
	case strings.Contains(value, ". ") && !isName(value):
	default:
		c.kind = creditEnd
		c.credit, _ = ParseCredit(s[at:])
	}
	return c
}

func isFilm(label string) bool { return label == "video" || label == "clip" }

// isAddress reports whether s is the address of a page.
func isAddress(s string) bool {
	if strings.ContainsAny(s, " <>\"") {
		return false
	}
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// parenthesized puts an agency in parentheses behind a slash.
var parenthesized = strings.NewReplacer("(", "/", ")", "")

// isCreditee reports whether s is what a credit names: people, agencies, or
// whoever provided the picture.
func (x *lexicon) isCreditee(s string) bool {
	if len(s) > 4*maxCredit {
		return false
	}
	for _, part := range x.splitNames(parenthesized.Replace(s)) {
		if !isName(part) && !x.isAgency(part) && !strings.HasSuffix(part, "cung cấp") && !strings.HasPrefix(part, "cắt từ") {
			return false
		}
	}
	return s != ""
}

// trimBefore takes off what parts a caption from its credit.
func trimBefore(s string) string { return strings.TrimRight(s, " -–([|") }

// bareCredit is the label of a credit without a colon: "Ảnh VGP/Nhật Bắc".
const bareCredit = "Ảnh "

// mayEndBare reports whether s may end in a credit without a colon: in an
// abbreviation, or in a name behind one and a slash.
func mayEndBare(s string, slash bool) bool {
	tail := strings.TrimRight(s[max(0, len(s)-maxCredit):], " .)]")
	if !endsUpper(tail) {
		i := strings.LastIndexByte(tail, '/')
		if !slash || i < 0 || !endsUpper(tail[:i]) {
			return false
		}
	}
	return strings.Contains(s, bareCredit)
}

// endsUpper reports whether s ends in a plain capital, or in the second byte
// of Đ.
func endsUpper(s string) bool {
	if s == "" {
		return false
	}
	last := s[len(s)-1]
	return 'A' <= last && last <= 'Z' || last == 0x90
}

// lastCredit returns where the last credit of s begins, parenthesis included,
// and its label; -1 if there is none. The label of a byline is none.
func lastCredit(s string) (at int, label string) {
	const window = 4 * (maxCredit + 20) // a credit is no longer, and stands at the end
	from := max(0, len(s)-window)
	tail := s[from:]
	wide := strings.Contains(tail, "：")
	for end := len(tail); ; {
		colon := strings.LastIndexByte(tail[:end], ':')
		if wide {
			colon = max(colon, strings.LastIndex(tail[:end], "："))
		}
		if colon < 0 {
			break
		}
		if at, label := labelBefore(s[:from+colon]); at >= 0 {
			if ofByline(s[:at]) {
				return -1, ""
			}
			return withParenthesis(s, at), label
		}
		end = colon
	}
	if !strings.Contains(tail, bareCredit) {
		return -1, ""
	}
	at = from + strings.LastIndex(tail, bareCredit)
	if beginsWord(s, at) && isBareCredit(s[at+len(bareCredit):]) {
		return withParenthesis(s, at), "ảnh"
	}
	return -1, ""
}

// labelBefore returns where the label of a credit begins that s ends in, and
// the label; -1 if there is none.
func labelBefore(s string) (at int, label string) {
	s = strings.TrimRight(s, " ")
	for _, name := range creditLabels {
		at := len(s) - len(name) // the case of a letter does not change its length
		if at >= 0 && (s[len(s)-1] >= 0x80 || s[len(s)-1]|0x20 == name[len(name)-1]) && prefixFold(s[at:], name) >= 0 && beginsWord(s, at) {
			return at, name
		}
	}
	return -1, ""
}

// withParenthesis moves i back over the parenthesis that opens before it.
func withParenthesis(s string, i int) int {
	if t := strings.TrimRight(s[:i], " "); strings.HasSuffix(t, "(") || strings.HasSuffix(t, "[") {
		return len(t) - 1
	}
	return i
}

// ofByline reports whether the label that follows s is the second half of
// "Tin, ảnh:", "Bài và ảnh:".
func ofByline(s string) bool {
	s = strings.TrimRight(s, " ,-–/&")
	s = strings.TrimSpace(strings.TrimSuffix(s, " và"))
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:]
	}
	switch strings.ToLower(s) {
	case "tin", "bài", "thực hiện", "viết":
		return true
	}
	return false
}

// beginsWord reports whether a word may begin at s[i:]: after no letter, or
// with a capital glued to the end of a sentence.
func beginsWord(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
}

func isUpperAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}
