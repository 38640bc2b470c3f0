package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths in characters of the longest line that names authors or a source.
const (
	maxByline = 100
	maxSource = 70
)

// ParseByline reads a byline as papers print it, "Tin, ảnh: Hà An, Lê Vy/TTXVN",
// as [Parser] does. Each author has one name. Role is the label before the
// names, the title before the one, or what stands in parentheses behind it, as
// printed. A desk (Ban Biên tập, nhóm phóng viên) is an Author with
// Organization, and so is an agency, which comes last and has no Role; the
// parser makes it Article.Source. A firm's or a paper's name that is printed
// with a hyphen or an ampersand of its own is never two.
//
// The result is true exactly if there is an author. Sentences, dates, labels,
// addresses and texts of more than 100 characters name none; invalid UTF-8 is
// read as U+FFFD.
func ParseByline(s string) ([]Author, bool) {
	if !utf8.ValidString(s) {
		s = replaceInvalid(s)
	}
	s, n := squeeze(s)
	x := words()
	if n.runes > maxByline || s == "" || x.labels[labelKey(s)].class != "" || bylineWords[wordKey(s)] || isDateWords(s) {
		return nil, false
	}
	b, ok := x.readByline(s)
	if !ok {
		return nil, false
	}
	if b.source != "" {
		b.authors = append(b.authors, Author{Name: b.source, Organization: true})
	}
	return b.authors, true
}

// A byline is a line that names the authors.
type byline struct {
	authors []Author
	source  string // the agency; a labeled byline may name nobody else
	labeled bool   // it begins with "Tin, ảnh:" and the like
}

// bylineWords are the words of labels of bylines: "Tin, ảnh:", "Bài và ảnh:",
// "Thực hiện:". A label with none but these words opens a byline.
var bylineWords = map[string]bool{
	"tin": true, "bài": true, "ảnh": true, "video": true, "clip": true, "và": true, "thực": true, "hiện": true,
	"nội": true, "dung": true, "tổng": true, "hợp": true, "thiết": true, "kế": true, "trình": true, "bày": true,
	"đồ": true, "họa": true, "hoạ": true, "kỹ": true, "thuật": true, "biên": true, "tập": true, "soạn": true,
	"tác": true, "giả": true, "ghi": true, "viết": true, "dịch": true, "lược": true,
}

// maxLower is how many words of a byline may begin with a small letter: "Ban
// biên tập", "Minh Anh và Lê Vy (theo báo chí nước ngoài)".
const maxLower = 6

// mayBeNames reports whether the words of s may be those of a byline. It
// refuses nearly all sentences.
func mayBeNames(s string) bool {
	lower := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] == ' ' && s[i+1] >= 'a' && s[i+1] <= 'z' {
			if lower++; lower > maxLower {
				return false
			}
		}
	}
	return true
}

// readByline reads a line as a byline: names, joined or with labels, a role or
// an agency.
func (x *lexicon) readByline(s string) (byline, bool) {
	var b byline
	role := ""
	if label, names, ok := cutBylineLabel(s); ok {
		if x.is(label, wordFooter) { // "Tổng Biên tập: …"
			return byline{}, false
		}
		b.labeled, role, s = true, label, names
	} else if _, from := cutPrefixWord(s, "theo"); from && x.readSource(s) != "" {
		return byline{}, false
	}
	names, rest, more := cutNextLabel(s)
	if !b.read(x, names, role) {
		return byline{}, false
	}
	if more && !b.join(x, rest) {
		return byline{}, false
	}
	return b, len(b.authors) > 0 || b.labeled && b.source != ""
}

// labelEnds are the signs that end labels, and stand in no name.
const labelEnds = ":："

// maxBylineLabels is how many labels a line has below its first one.
const maxBylineLabels = 4

// cutNextLabel splits a list of names before the next label: "Hà An - Ảnh: Lê
// Vy".
func cutNextLabel(s string) (names, rest string, ok bool) {
	if strings.Count(s, ":") > maxBylineLabels {
		return s, "", false
	}
	last := strings.LastIndexByte(s, ':')
	for i, r := range s {
		if i >= last || r == '(' {
			break
		}
		if i == 0 || strings.IndexByte(" -,;./|", s[i-1]) < 0 || !unicode.IsLetter(r) {
			continue
		}
		if _, _, ok := cutBylineLabel(s[i:]); ok {
			names := strings.TrimRight(s[:i], " -–—,;/|")
			return strings.TrimSuffix(names, " và"), s[i:], true
		}
	}
	return s, "", false
}

// join adds a byline with a label of its own to b.
func (b *byline) join(x *lexicon, s string) bool {
	more, ok := x.readByline(s)
	b.authors = append(b.authors, more.authors...)
	b.addSource(more.source)
	return ok && more.labeled
}

// addSource adds an agency to those that b names.
func (b *byline) addSource(source string) {
	if b.source != "" && source != "" {
		b.source += ", "
	}
	b.source += source
}

// read adds the names of a list with what stands behind them, and reports
// whether it holds nothing else.
func (b *byline) read(x *lexicon, s, role string) bool {
	s = strings.TrimRight(s, " .")
	inside := ""
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		inside = strings.TrimSpace(s[open+1 : len(s)-1])
		s = strings.TrimRight(s[:open], " ")
		if x.isBehindName(inside) {
			role, inside = joinRoles(role, inside), ""
		}
	} else if names, work := x.cutWork(s); work != "" {
		s, role = names, joinRoles(role, work)
	}
	if x.is(s, wordPlace) || strings.ContainsAny(s, labelEnds) {
		return false
	}
	for _, name := range x.splitNames(s) {
		if !b.add(x, name, role) {
			return false
		}
	}
	source, from := cutPrefixWord(inside, "theo")
	switch {
	case inside == "":
	case strings.ContainsAny(inside, labelEnds): // "Hà An (Video: Lê Vy)"
		return b.join(x, inside)
	case from && source != "", x.isAgency(inside):
		b.addSource(source)
	default:
		return false
	}
	return true
}

// isBehindName reports whether s stands in parentheses behind an author: work,
// a place, or for whom he or she works there.
func (x *lexicon) isBehindName(s string) bool {
	if x.is(s, wordRole|wordPlace) {
		return true
	}
	who, place, ok := strings.Cut(s, "tại ")
	if !ok {
		who, place, ok = strings.Cut(s, "từ ")
	}
	who = strings.TrimSpace(who)
	title, agency := x.cutTitle(strings.Replace(who, "P/v", "PV", 1))
	return ok && isName(place) && (who == "" || x.is(who, wordDesk) || title+agency != "" && x.isAgency(agency))
}

// cutWork cuts the work of authors off the end of a list of names that has no
// parentheses: "Hà An lược dịch".
func (x *lexicon) cutWork(s string) (names, work string) {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] != ' ' {
			continue
		}
		switch work := s[i+1:]; {
		case isUpperAt(work, 0):
			return s, ""
		case x.of(work)&(wordRole|wordTitle) == wordRole && (strings.Contains(work, " ") || work == "dịch" || work == "ghi") && isUpperAt(lastWord(s[:i]), 0):
			return s[:i], work
		}
	}
	return s, ""
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// add adds a name of the list, and reports whether it is one.
func (b *byline) add(x *lexicon, name, role string) bool {
	source, from := cutPrefixWord(name, "theo")
	switch title, bare := x.cutTitle(name); {
	case x.is(name, wordDesk) || isDesk(name):
		b.authors = append(b.authors, Author{Name: name, Role: role, Organization: true})
	case from && len(b.authors) > 0 && x.readSource(name) != "":
		b.addSource(source)
	case x.isAgency(name) && (len(b.authors) > 0 || b.labeled):
		b.addSource(name)
	case x.isAgency(name), x.is(name, wordPlace), !isName(bare):
		return false
	default:
		b.authors = append(b.authors, Author{Name: bare, Role: joinRoles(role, title)})
	}
	return true
}

// isDesk reports whether s is a desk that words.tsv does not know: a group of
// reporters, with its name.
func isDesk(s string) bool {
	for _, word := range [...]string{"nhóm phóng viên ", "nhóm pv ", "nhóm p.v ", "phóng viên ban ", "tổ phóng viên ", "phóng viên ttxvn tại ", "pv ttxvn tại "} {
		if prefixFold(s, word) > 0 {
			return strings.Count(s, " ") <= maxNameWords
		}
	}
	return false
}

func joinRoles(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// cutTitle cuts the titles off a name: "PGS.TS Trần Bình", "PV Hà An". A title
// alone stays.
func (x *lexicon) cutTitle(name string) (title, bare string) {
	end := 0
	for from := 0; ; {
		i := strings.IndexByte(name[from:], ' ')
		if i < 0 {
			break
		}
		from += i
		if x.is(strings.TrimRight(name[end:from], ".,"), wordTitle) || x.is(name[end:from], wordTitle) {
			end = from + 1
		}
		if from++; from-end > 24 {
			break
		}
	}
	return strings.TrimSpace(name[:end]), name[end:]
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

// readSource reads a line that says whose report it is: "Theo TTXVN",
// "(TTXVN/Vietnam+)", "Nguồn: Báo Cần Thơ", or an agency alone, which must be
// in the list or a site. It returns "" if the line does not.
func (x *lexicon) readSource(s string) string {
	t := strings.TrimRight(s, " .")
	inside := strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")")
	if inside {
		t = strings.TrimSpace(t[1 : len(t)-1])
	}
	if rest, ok := cutPrefixWord(t, "theo"); ok {
		if isUpperAt(rest, 0) && !strings.ContainsAny(rest, ".,;:?!()") || x.isAgency(rest) {
			return rest
		}
		return ""
	}
	for _, label := range [...]string{"nguồn tin", "nguồn"} {
		if n := prefixFold(t, label); n >= 0 {
			rest, ok := cutColon(strings.TrimLeft(t[n:], " "))
			if rest = strings.TrimSpace(rest); ok {
				return rest
			}
		}
	}
	for _, part := range x.splitNames(t) {
		found := x.of(part)
		if found&wordDesk != 0 {
			return ""
		}
		if found&wordAgency == 0 && !isSite(part) && !beginsAsPaper(part) || found&wordName != 0 && !inside {
			if !inside || !x.isAgency(part) {
				return ""
			}
		}
	}
	return t
}

// beginsAsPaper reports whether s is the name of a paper or a station by its
// first word, with capitals throughout.
func beginsAsPaper(s string) bool {
	for _, word := range [...]string{"báo ", "đài ", "tạp chí "} {
		if n := prefixFold(s, word); n > 0 {
			return isUpperAt(s, 0) && isName(s[n:])
		}
	}
	return false
}
