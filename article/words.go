package article

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

//go:embed labels.tsv
var labelData string

//go:embed words.tsv
var wordData string

// A wordClass is a set of what a word or a phrase of words.tsv may be.
type wordClass uint16

const (
	wordSection  wordClass = 1 << iota // of a site, printed above titles
	wordAgency                         // an agency, a paper or a station
	wordName                           // an agency whose name may be something else: only beside a label
	wordTag                            // a paper's tag before its leads
	wordRole                           // the work of an author: "tổng hợp"
	wordTitle                          // before a name: "ThS"
	wordDesk                           // who signs without a name: "Ban Biên tập"
	wordPlace                          // opens datelines, and is no name of a person
	wordCaption                        // a phrase of captions
	wordSaid                           // of saying
	wordFooter                         // a label at the foot of a page
	wordDate                           // a label before a date
	wordModified                       // a label before the date of a change
	wordCommon                         // an abbreviation of common use: no paper's tag
)

var wordClasses = map[string]wordClass{
	"section": wordSection, "agency": wordAgency, "agency-name": wordAgency | wordName, "source-tag": wordTag,
	"role": wordRole, "title": wordTitle, "desk": wordDesk, "place": wordPlace, "caption": wordCaption,
	"said": wordSaid, "footer": wordFooter, "common": wordCommon, "date": wordDate, "modified": wordDate | wordModified,
}

// A label is what labels.tsv, or the caller, says of a line.
type label struct {
	class string   // "" if the line is no label
	kind  LinkKind // of the links that it announces
	links bool     // it announces links
	weak  bool     // it counts only where another label follows
}

// classOwn is the class of the labels of [Parser.Labels].
const classOwn = "own"

// linkKinds are the classes of labels that announce links.
var linkKinds = map[string]LinkKind{
	"related": LinkRelated, "same-section": LinkSameSection, "other": LinkOther,
	"latest": LinkLatest, "popular": LinkPopular, "recommended": LinkRecommended,
	"topic": LinkTopic, "newer": LinkNewer, "older": LinkOlder,
}

// A lexicon is what labels.tsv and words.tsv say.
type lexicon struct {
	labels         map[string]label
	words          map[string]wordClass
	likely         [1 << 9]uint64 // a set of the sketches of all labels and sections
	longest        int            // word, in bytes
	captions, said []string       // the phrases of these classes
}

var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{labels: make(map[string]label), words: make(map[string]wordClass)}
	for row := range rows(labelData) {
		name, class, note := row[0], row[1], row[2]
		kind, links := linkKinds[class]
		x.labels[labelKey(name)] = label{class: class, kind: kind, links: links, weak: note == "weak"}
		x.expect(name)
	}
	for row := range rows(wordData) {
		name, class := row[0], row[1]
		key := wordKey(name)
		if wordClasses[class] == 0 {
			panic("article: words.tsv: unknown class " + class)
		}
		x.words[key] |= wordClasses[class]
		x.longest = max(x.longest, len(key))
		switch class {
		case "section":
			x.expect(name)
		case "caption":
			x.captions = append(x.captions, key)
		case "said":
			x.said = append(x.said, key)
		}
	}
	return x
})

// rows yields the rows of a table, each as its columns, of which there are
// three.
func rows(table string) iter.Seq[[3]string] {
	return func(yield func([3]string) bool) {
		for row := range strings.Lines(table) {
			if strings.HasPrefix(row, "#") {
				continue
			}
			var columns [3]string
			copy(columns[:], strings.Split(strings.TrimSuffix(row, "\n"), "\t"))
			if !yield(columns) {
				return
			}
		}
	}
}

// expect adds s to the set of what likelyLabel lets pass.
func (x *lexicon) expect(s string) {
	_, sum := sketch(s)
	x.likely[sum>>23] |= 1 << (sum >> 17 & 63)
}

// likelyLabel reports whether a line with the sketch sum may be a label or a
// section. It spares nearly every line the key.
func (x *lexicon) likelyLabel(sum uint32) bool {
	return x.likely[sum>>23]>>(sum>>17&63)&1 != 0
}

// is reports whether s, in whatever case and tone style, is one of the words.
func (x *lexicon) is(s string, c wordClass) bool { return x.of(s)&c != 0 }

// of returns what s may be.
func (x *lexicon) of(s string) wordClass {
	if len(s) > x.longest || s == "" {
		return 0
	}
	return x.words[wordKey(s)]
}

// wordKey returns the form in which words are compared: lower case, in one
// tone style.
func wordKey(s string) string {
	return strings.ToLower(vn.Form{Tone: vn.OldStyle}.String(s))
}

// maxLabel is the length of the longest label in bytes, with room for what is
// trimmed off. A longer line is no label and is not looked up.
const maxLabel = 100

// labelKey returns the form in which labels are compared: that of words,
// without the marks around and a count in parentheses.
func labelKey(s string) string { return wordKey(trimLabel(s)) }

const labelMarks = ":.…>»*•-–| \u00A0"

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

// A sketch is what can be said of a text without reading its marks: a set of
// its words, and a sum over it, both made of its plain consonants alone, which
// neither case nor tone style nor the marks around a label change.
func sketch(s string) (set uint64, sum uint32) {
	word := uint32(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' {
			set |= 1 << (word * 0x9E3779B1 >> 26)
			word = 0
			continue
		}
		k := &sketchSteps[c]
		word = word*k.word + k.letter
		sum = (sum ^ k.letter) * k.sum
	}
	return set | 1<<(word*0x9E3779B1>>26), sum * 0x9E3779B1
}

// A sketchStep is what a byte does to the sums of a sketch: nothing unless it
// is a plain consonant. That is looked up and not asked, since no branch
// predictor learns a text.
type sketchStep struct{ letter, word, sum uint32 }

var sketchSteps = func() (t [256]sketchStep) {
	for b := range t {
		t[b] = sketchStep{0, 1, 1}
	}
	for _, c := range "bcdfghjklmnpqrstvwxz" {
		step := sketchStep{uint32(c), 31, 0x01000193}
		t[c], t[c-'a'+'A'] = step, step
	}
	return t
}()

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isTabs reports whether key is a row of tabs over the comments: "mới nhất |
// quan tâm nhất".
func (x *lexicon) isTabs(key string) bool {
	first, rest, ok := strings.Cut(key, " | ")
	if !ok || utf8.RuneCountInString(rest) >= 60 || x.labels[first].class == "" {
		return false
	}
	for part := range strings.SplitSeq(rest, " | ") {
		if x.labels[part].class == "" {
			return false
		}
	}
	return true
}
