package render

import (
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// A writer is an author as metadata want it: the name only.
type writer struct {
	name string
	desk bool // an organization, not a person
}

// writers returns the authors of a byline, each apart and without titles,
// roles and words such as "PV" or "Tin, ảnh:". Those who have no name are left
// out.
func writers(byline []article.Author) (ws []writer) {
	for i := range byline {
		s := afterLabel(cleanText(byline[i].Name))
		s, _, _ = strings.Cut(s, "(")
		for _, name := range splitNames(s) {
			if name = bareName(name); name != "" {
				ws = append(ws, writer{name, isDesk(name)})
			}
		}
	}
	return ws
}

// labels are the words of which a label before names is made: "Tin, ảnh:",
// "Bài và ảnh:", "Thực hiện:".
var labels = setOf("tin bài ảnh viết thực hiện nội dung tổng hợp video clip và đồ họa hoạ thiết kế ghi dịch biên soạn " +
	"tác giả nguồn theo phóng viên pv nhóm ctv btv kỹ thuật trình bày infographic text photo by")

// titles are what may stand before a name, longest first where one begins
// another.
var titles = [...]string{
	"phóng viên", "nhà báo", "nhà văn", "cộng tác viên", "biên tập viên", "đồng chí", "nhóm pv", "nhóm p.v", "pv", "p.v",
	"ctv", "btv", "đ/c", "ông", "bà", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "bác sĩ", "bác sỹ", "luật sư",
	"pgs", "gs", "ts", "ths", "bscki", "bsckii", "bs", "ckii", "cki", "ck1", "ck2", "ls", "ks", "nsnd", "nsưt", "theo", "by",
}

// desks are the first words of the names of organizations.
var desks = setOf("ban báo tòa toà tạp đài nhóm trung phòng sở bộ ubnd viện trường hội cục tổng thông cổng tổ")

func setOf(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// afterLabel returns s without the label that it begins with.
func afterLabel(s string) string {
	before, after, ok := strings.Cut(s, ":")
	if !ok {
		return s
	}
	for w := range strings.FieldsFuncSeq(lower(before), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !labels[w] {
			return s
		}
	}
	return after
}

// splitNames splits names that are joined by commas, hyphens between spaces,
// or "&". What follows a slash is an agency.
func splitNames(s string) []string {
	s = strings.NewReplacer(" - ", ",", " – ", ",", ";", ",", "&", ",", "|", ",").Replace(s)
	names := strings.Split(s, ",")
	for i, n := range names {
		names[i], _, _ = strings.Cut(n, "/")
	}
	return names
}

// bareName returns a name without the titles before it.
func bareName(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,:;*-–\"“”", r) })
	low := lower(s)
	if len(low) != len(s) { // the cut below needs equal offsets
		return s
	}
	for again := true; again; {
		again = false
		for _, t := range titles {
			rest, ok := strings.CutPrefix(low, t)
			if !ok || rest != "" && rest[0] != ' ' && rest[0] != '.' {
				continue
			}
			low = strings.TrimLeft(rest, " .")
			s = s[len(s)-len(low):]
			again = low != ""
			break
		}
	}
	return s
}

// isDesk reports whether a name is one of an organization: it begins as one,
// or is an abbreviation, or is an address of a site.
func isDesk(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 {
		return false
	}
	if len(words) > 2 && desks[lower(words[0])] || strings.ContainsAny(s, "+0123456789") {
		return true
	}
	if len(words) > 1 || strings.HasSuffix(lower(s), ".vn") {
		return len(words) == 1
	}
	_, word := vn.ParseSyllable(s)
	return !word && len(s) > 2 && !strings.Contains(s, ".") && strings.ToUpper(s) == s
}

func lower(s string) string { return strings.ToLower(vn.Normalize(s)) }
