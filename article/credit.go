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
	value, inside, _ := strings.Cut(value, "(") // "Minh Anh (TTXVN)"
	for _, part := range splitCredit(strings.TrimSpace(value) + "/" + strings.Trim(inside, " )")) {
		if isAgency(part) || !isName(part) {
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

var creditSigns = strings.NewReplacer(" - ", "/", " – ", "/", ", ", "/", " & ", "/", " và ", "/", ";", "/")

// splitCredit splits the names of a credit.
func splitCredit(s string) (parts []string) {
	for part := range strings.SplitSeq(creditSigns.Replace(s), "/") {
		// "Minh Anh-TTXVN"
		name, agency, ok := strings.Cut(part, "-")
		if ok && (isAgency(strings.TrimSpace(agency)) || isAgency(strings.TrimSpace(name)) || isName(strings.TrimSpace(agency))) {
			parts = append(parts, strings.TrimSpace(name))
			part = agency
		}
		parts = append(parts, strings.TrimSpace(part))
	}
	for i := 0; i < len(parts); {
		if parts[i] == "" {
			parts = append(parts[:i], parts[i+1:]...)
			continue
		}
		i++
	}
	return parts
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

// agencies are sources that look like names, in lower case.
var agencies = map[string]bool{
	"reuters": true, "getty": true, "getty images": true, "bloomberg": true, "xinhua": true, "tân hoa xã": true,
	"vnexpress": true, "tuổi trẻ": true, "thanh niên": true, "tiền phong": true, "dân trí": true, "vietnam+": true,
	"vietnamplus": true, "vietnamnet": true, "người lao động": true, "lao động": true, "nhân dân": true, "zing": true,
	"znews": true, "facebook": true, "youtube": true, "internet": true, "shutterstock": true, "pixabay": true,
	"unsplash": true, "freepik": true, "sputnik": true, "kyodo": true, "yonhap": true, "anadolu": true, "twitter": true,
	"instagram": true, "tiktok": true, "ảnh tư liệu": true, "tư liệu": true, "báo cần thơ": true,
}

// isAgency reports whether s is the name of an agency, a paper or a site, or
// says that somebody's own picture was used.
func isAgency(s string) bool {
	key := strings.ToLower(s)
	switch {
	case agencies[key]:
		return true
	case s == "", strings.Count(s, " ") > 3, !isUpperAt(s, 0) && strings.Contains(s, " "):
		return false
	case strings.HasPrefix(key, "báo "), strings.HasPrefix(key, "đài "), strings.HasPrefix(key, "tạp chí "), strings.HasPrefix(key, "cổng "):
		return true
	case strings.ContainsAny(s, "+0123456789@"), strings.Contains(key, ".vn"), strings.Contains(key, ".com"), strings.Contains(key, ".net"):
		return true
	}
	return !strings.Contains(s, " ") && !strings.Contains(s, ".") && isCapitals(s)
}

// cutCredit splits a line that ends in a photo credit into what stands before
// and the credit. "Tin, ảnh: …" opens a byline and is none.
func cutCredit(s string) (before, credit string, ok bool) {
	at, label := lastCredit(s)
	if at < 0 {
		return "", "", false
	}
	_, value, _ := cutCreditLabel(s[at:])
	value = strings.Trim(value, " .)]")
	n := utf8.RuneCountInString(value)
	if n < 2 || n > maxCredit || strings.ContainsAny(value, ":[]") || label == "nguồn" && !strings.Contains(s[at:], ")") && n > 30 {
		return "", "", false
	}
	if strings.Contains(strings.TrimRight(value, " ."), ". ") && !isName(value) {
		return "", "", false
	}
	return trimBefore(s[:at]), s[at:], true
}

// cutOpenCredit splits a line that ends in the label of a credit, with the
// name on the next line.
func cutOpenCredit(s string) (before, label string, ok bool) {
	t := strings.TrimRight(s, " ")
	if !strings.HasSuffix(t, ":") && !strings.HasSuffix(t, "：") {
		return "", "", false
	}
	at, _ := lastCredit(s)
	if at <= 0 {
		return "", "", false
	}
	_, value, _ := cutCreditLabel(s[at:])
	return trimBefore(s[:at]), s[at:], value == ""
}

// trimBefore takes off what parts a caption from its credit.
func trimBefore(s string) string { return strings.TrimRight(s, " -–([|") }

// wholeCredit reads a line that is nothing but a photo credit.
func wholeCredit(s string) (Credit, bool) {
	if len(s) > 4*maxCredit || lastLabel(s) != 0 {
		return Credit{}, false
	}
	return ParseCredit(s)
}

func lastLabel(s string) int {
	at, _ := lastCredit(s)
	return at
}

// lastCredit returns where the last credit of s begins, parenthesis included,
// and its label; -1 if there is none. The label of a byline is none.
func lastCredit(s string) (at int, label string) {
	const (
		bare   = "Ảnh "
		window = 4 * (maxCredit + 20) // a credit is no longer, and stands at the end
	)
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
	if !strings.Contains(tail, bare) {
		return -1, ""
	}
	at = from + strings.LastIndex(tail, bare)
	if beginsWord(s, at) && isBareCredit(s[at+len(bare):]) {
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

// isCreditName reports whether a line may be the name that a credit on the
// line above waits for.
func isCreditName(s string) bool {
	if len(s) > 4*maxCredit || utf8.RuneCountInString(s) > maxCredit {
		return false
	}
	for _, part := range splitCredit(strings.Trim(s, " .()")) {
		if !isName(part) && !isAgency(part) && !strings.HasSuffix(part, "cung cấp") {
			return false
		}
	}
	return true
}
