package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A byline is a line that names the authors.
type byline struct {
	authors  []Author
	source   string // agency behind a slash or in parentheses
	labelled bool   // it begins with "Tin, ảnh:" and the like
}

// bylineWords are the words of labels of bylines: "Tin, ảnh:", "Bài và ảnh:",
// "Thực hiện:". A label with none but these words opens a byline.
var bylineWords = map[string]bool{
	"tin": true, "bài": true, "ảnh": true, "video": true, "clip": true, "và": true, "thực": true, "hiện": true,
	"nội": true, "dung": true, "tổng": true, "hợp": true, "thiết": true, "kế": true, "trình": true, "bày": true,
	"đồ": true, "họa": true, "hoạ": true, "kỹ": true, "thuật": true, "biên": true, "tập": true, "soạn": true,
	"tác": true, "giả": true, "ghi": true, "viết": true, "dịch": true, "lược": true,
}

// desks are bylines that name nobody, in lower case.
var desks = map[string]bool{
	"pv": true, "p.v": true, "ctv": true, "bbt": true, "btv": true, "nhóm pv": true, "nhóm p.v": true, "nhóm phóng viên": true,
	"ban biên tập": true, "phóng viên": true, "cộng tác viên": true, "nhóm tác giả": true, "tòa soạn": true, "toà soạn": true,
}

// roles are what may stand in parentheses behind a name.
var roles = map[string]bool{
	"tổng hợp": true, "th": true, "t/h": true, "tt": true, "ghi": true, "lược dịch": true, "lược ghi": true, "dịch": true,
	"biên dịch": true, "thực hiện": true, "biên soạn": true, "sưu tầm": true,
}

// parseByline reads a line as a byline: names, joined or with a label, a role
// or an agency.
func parseByline(s string) (byline, bool) {
	if utf8.RuneCountInString(s) > 100 {
		return byline{}, false
	}
	var b byline
	role := ""
	if label, names, ok := cutBylineLabel(s); ok {
		b.labelled, role, s = true, label, names
	}
	s = strings.TrimRight(s, " .")
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		inside := s[open+1 : len(s)-1]
		source, from := cutPrefixWord(inside, "theo")
		if !from && !roles[strings.ToLower(inside)] && !isAgency(inside) {
			return byline{}, false
		}
		if from {
			b.source = source
		} else if isAgency(inside) && !roles[strings.ToLower(inside)] {
			b.source = inside
		} else {
			role = inside
		}
		s = strings.TrimRight(s[:open], " ")
	}
	for _, name := range splitNames(s) {
		switch {
		case isAgency(name) && len(b.authors) > 0 && b.source == "":
			b.source = name
		case isName(name) || desks[strings.ToLower(name)] || isAgency(name) && isCapitals(name):
			b.authors = append(b.authors, Author{Name: name, Role: role})
		default:
			return byline{}, false
		}
	}
	return b, len(b.authors) > 0
}

// cutBylineLabel splits "Tin, ảnh: Minh Anh" at its label.
func cutBylineLabel(s string) (label, names string, ok bool) {
	label, names, ok = strings.Cut(s, ":")
	if !ok || utf8.RuneCountInString(label) > 30 {
		return "", "", false
	}
	n := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !bylineWords[w] {
			return "", "", false
		}
		n++
	}
	return strings.TrimSpace(label), strings.TrimSpace(names), n > 0
}

var nameSigns = strings.NewReplacer("-", "\x00", "–", "\x00", ",", "\x00", "/", "\x00", "&", "\x00", " và ", "\x00", ";", "\x00")

// splitNames splits the names of a byline.
func splitNames(s string) (names []string) {
	for name := range strings.SplitSeq(nameSigns.Replace(s), "\x00") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// titles are what may stand before a name.
var titles = map[string]bool{
	"ths": true, "ts": true, "pgs": true, "gs": true, "bs": true, "ls": true, "ks": true, "pv": true, "ctv": true,
}

// isName reports whether s has the form of a person's name: up to five words
// that begin with capitals, initials and titles included.
func isName(s string) bool {
	if len(s) > 120 {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; n > 5 || !isNameWord(w) {
			return false
		}
	}
	return n > 0
}

func isNameWord(w string) bool {
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return titles[strings.ToLower(strings.Trim(w, "."))]
		case i > 0 && r != '.' && r != '\'' && !unicode.IsLetter(r) && !unicode.IsMark(r):
			return false
		}
	}
	return true
}

// cutPrefixWord cuts a word off the beginning of s, whatever its case.
func cutPrefixWord(s, word string) (rest string, ok bool) {
	n := prefixFold(s, word)
	if n < 0 || !strings.HasPrefix(s[n:], " ") {
		return s, false
	}
	return strings.TrimSpace(s[n:]), true
}

// byline takes a line as the byline of the article.
func (p *parsing) byline(l *line, b byline) {
	p.a.Byline = append(p.a.Byline, b.authors...)
	if b.source != "" && !slices.Contains(strings.Split(p.a.Source, ", "), b.source) {
		p.a.Source = strings.TrimPrefix(p.a.Source+", "+b.source, ", ") // it may have come from two
	}
	if len(b.authors) > 1 || b.source != "" || b.labelled || b.authors[0].Role != "" {
		p.note(l, "byline")
	}
}

// parseSource reads a line that says whose report it is: "Theo TTXVN",
// "(TTXVN/Vietnam+)", "Nguồn: Báo Cần Thơ".
func parseSource(s string) (source string, ok bool) {
	if len(s) > 200 || utf8.RuneCountInString(s) > 70 {
		return "", false
	}
	t := strings.TrimRight(s, " .")
	inside := strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")")
	if inside {
		t = strings.TrimSpace(t[1 : len(t)-1])
	}
	if rest, ok := cutPrefixWord(t, "theo"); ok {
		return rest, isUpperAt(rest, 0) && !strings.ContainsAny(rest, ".,;:?!") || isAgency(rest)
	}
	for _, label := range [...]string{"nguồn tin", "nguồn"} {
		if n := prefixFold(t, label); n >= 0 {
			rest, ok := cutColon(strings.TrimLeft(t[n:], " "))
			rest = strings.TrimSpace(rest)
			return rest, ok && rest != ""
		}
	}
	first, _, _ := strings.Cut(t, "/")
	return t, inside && (isAgency(t) || isAgency(strings.TrimSpace(first)))
}
