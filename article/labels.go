package article

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

//go:embed labels.tsv
var labelData string

// A label is what labels.tsv says of a line.
type label struct {
	class string
	weak  bool // counts only where another label follows
}

// labels maps the key of a label to what it is.
var labels = sync.OnceValue(func() map[string]label {
	m := make(map[string]label)
	for row := range strings.Lines(labelData) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		name, rest, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		class, weak, _ := strings.Cut(rest, "\t")
		m[labelKey(name)] = label{class, weak != ""}
	}
	return m
})

// maxLabel is the length of the longest label in bytes, with room for what is
// trimmed off. A longer line is no label and is not looked up.
const maxLabel = 100

// labelKey returns the form in which labels are compared: lower case, in one
// tone style, without the marks around and a count in parentheses.
func labelKey(s string) string {
	return strings.ToLower(vn.Form{Tone: vn.OldStyle}.String(trimLabel(s)))
}

const labelMarks = ":.…>»*•-–| \u00A0"

// label returns the label that the line prints, trimmed. A count that this
// leaves out has a note.
func (p *parsing) label(l *line) string {
	s := trimLabel(l.text)
	if s != strings.Trim(l.text, labelMarks) {
		p.drop(l, "count")
	}
	return s
}

// trimLabel returns a label without the marks around it and without a count
// in parentheses.
func trimLabel(s string) string {
	s = strings.Trim(s, labelMarks)
	if t, ok := strings.CutSuffix(s, ")"); ok {
		if open := strings.LastIndexByte(t, '('); open > 0 && isDigits(t[open+1:]) {
			s = strings.Trim(t[:open], labelMarks)
		}
	}
	return s
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// linkKinds are the classes of labels that open a block of links.
var linkKinds = map[string]LinkKind{
	"related": LinkRelated, "same-section": LinkSameSection, "other": LinkOther,
	"latest": LinkLatest, "popular": LinkPopular, "recommended": LinkRecommended,
	"topic": LinkTopic, "newer": LinkNewer, "older": LinkOlder,
}

// labelOf returns what a line is as a label, the caller's own labels first.
// The class of a line that is none is "". "Mới nhất | Quan tâm nhất" is a row
// of tabs, and belongs to the comments.
func (p *parsing) labelOf(l *line) label {
	if len(l.text) > maxLabel {
		return label{}
	}
	key := l.key()
	if kind, ok := p.own[key]; ok {
		return label{class: string(kind)}
	}
	if found, ok := labels()[key]; ok {
		return found
	}
	if section, ok := strings.CutPrefix(key, "trở lại "); ok && (labels()[section].class == "section" || section == labelKey(p.a.Section)) {
		return label{class: "nav"}
	}
	if first, rest, ok := strings.Cut(key, " | "); ok && utf8.RuneCountInString(rest) < 60 {
		for part := range strings.SplitSeq(rest, " | ") {
			if labels()[part].class == "" {
				return label{}
			}
		}
		if labels()[first].class != "" {
			return label{class: "comments"}
		}
	}
	return label{}
}

// footerWords begin lines at the foot of a page, in lower case, and their
// class.
var footerWords = [...][2]string{
	{"theo dõi báo ", "follow"}, {"theo dõi chúng tôi ", "follow"}, {"thông tin của bạn đọc ", "comment_form"},
	{"giấy phép ", "footer_legal"}, {"bản quyền ", "footer_legal"}, {"© ", "footer_legal"},
	{"copyright ", "footer_legal"}, {"® ", "footer_legal"}, {"ghi rõ nguồn ", "footer_legal"},
}

// footerOf returns the class of a line in the tail that begins with a label
// and goes on with its value: "Địa chỉ: 12 Lê Lợi". In the text such a line is
// no label.
func (p *parsing) footerOf(l *line) string {
	if l.longer(longLine) {
		return ""
	}
	name, _, ok := strings.Cut(l.text, ":")
	if ok && len(name) < maxLabel {
		switch class := labels()[labelKey(name)].class; class {
		case "footer_legal", "ad", "follow", "meta":
			return class
		}
	}
	for _, word := range footerWords {
		if strings.HasPrefix(l.key(), word[0]) {
			return word[1]
		}
	}
	return ""
}
