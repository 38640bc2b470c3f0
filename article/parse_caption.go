package article

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/vn"
)

// A caption line is one or two lines of the page that may be a caption: the
// text, and the credit that it ends in or whose name is the next line.
type captionLine struct {
	text   string
	credit Credit
	lines  int // how many it takes
}

// captionLineAt reads the line i as a caption.
func (p *parsing) captionLineAt(i, end int) captionLine {
	l := &p.lines[i]
	if before, label, ok := cutOpenCredit(l.text); ok && i+1 < end && isCreditName(p.lines[i+1].text) {
		c, _ := ParseCredit(label + " " + p.lines[i+1].text)
		return captionLine{before, c, 2}
	}
	if before, credit, ok := cutCredit(l.text); ok && before != "" {
		c, _ := ParseCredit(credit)
		return captionLine{before, c, 1}
	}
	return captionLine{l.text, Credit{}, 1}
}

// captionAt returns the figure whose caption begins at the line i, and how
// many lines it takes; nil if the line is no caption. start and end bound the
// lines that belong together.
func (p *parsing) captionAt(i, start, end int) (*Figure, int) {
	l := &p.lines[i]
	if l.longer(maxCaption) || p.labelOf(l).class != "" {
		return nil, 0
	}
	first := p.captionLineAt(i, end)
	proved := first.credit.Text != "" || p.isJoined(i)
	f := &Figure{Caption: Caption{Text: text(first.text), Credit: first.credit}}
	last, n := first, first.lines
	for i+n < end && !p.lines[i+n].longer(maxCaption) {
		next := p.captionLineAt(i+n, end)
		same := sameLine(last.text, next.text) && sameLine(last.credit.Text, next.credit.Text) ||
			next.credit.Text == "" && sameLine(f.Image.Alt, next.text)
		near := f.Image.Alt == "" && // there is room for one variant, and for one credit
			(last.credit.Text == "" || next.credit.Text == "" || last.credit.Text == next.credit.Text) &&
			nearLine(last.text, next.text)
		if !same && !near || !proved && !p.pairs(i, n, next.lines, start, end) {
			break
		}
		if !same {
			f.Image.Alt = last.text
			f.Caption.Text = text(next.text)
			last = next
		}
		if next.credit.Text != "" {
			f.Caption.Credit = next.credit
		}
		proved, n = true, n+next.lines
	}
	if i+n < end && f.Caption.Credit.Text == "" && (proved || n == 1 && !l.longer(longLine)) {
		if c, ok := wholeCredit(p.lines[i+n].text); ok {
			f.Caption.Credit, proved, n = c, true, n+1
		}
	}
	if !proved {
		return nil, 0
	}
	return f, n
}

// noteFigure notes what became of the lines from i on that went into f, other
// than the one that holds the caption alone.
func (p *parsing) noteFigure(f *Figure, i, n int) {
	shown := f.Caption.Text.PlainText()
	for j := i; j < i+n; j++ {
		l := &p.lines[j]
		switch {
		case l.text == shown && j == i:
		case f.Image.Alt != "" && strings.HasPrefix(l.text, f.Image.Alt):
			p.note(l, "caption-variant")
		case l.text == shown && f.Image.Alt != "":
		case l.text == shown:
			p.note(l, "caption-repeated")
		case !strings.HasPrefix(l.text, shown):
			p.note(l, "credit-joined")
		}
	}
}

// isJoined reports whether the line i is joined to the title by a single line
// break, in a text that else is separated by blank lines.
func (p *parsing) isJoined(i int) bool {
	l := &p.lines[i]
	return p.spaced && !l.gap && !l.longer(maxJoined) && i > 0 && p.lines[i-1].text == p.a.Title
}

// pairs reports whether two neighbours that say the same, n lines from i on
// and m lines more, are a caption, and not a verse, a list or a dialogue whose
// repetition means something.
func (p *parsing) pairs(i, n, m, start, end int) bool {
	s := p.lines[i].text
	underTitle := i == start && i > 0 && p.lines[i-1].text == p.a.Title
	if strings.IndexFunc(s, unicode.IsLetter) < 0 || bullet(s) != "" {
		return false
	}
	if strings.Count(s, " ") < 2 { // fewer than 3 tokens
		return underTitle
	}
	if underTitle {
		return true
	}
	return !p.isShort(i-1, start, end) || i+n+m < end && !p.isShort(i+n+m, start, end)
}

// isShort reports whether the line i is a short one, as in a poem or a list.
// There is none beyond the bounds.
func (p *parsing) isShort(i, start, end int) bool {
	return i < start || i >= end || !p.lines[i].longer(70)
}

// sameLine reports whether a and b are the same but for the tone style.
func sameLine(a, b string) bool {
	if a == b {
		return true
	}
	old := vn.Form{Tone: vn.OldStyle}
	return len(a) == len(b) && sameDigits(a, b) && sketch(a) == sketch(b) && old.String(a) == old.String(b)
}

// nearLine reports whether a and b are two versions of one caption. Two lines
// whose numbers differ are two entries of a list. The cheap tests come
// first; they refuse nearly all neighbours.
func nearLine(a, b string) bool {
	n, m := strings.Count(a, " ")+1, strings.Count(b, " ")+1
	if 2*min(n, m)*100 < 85*(n+m) {
		return false
	}
	x, y := sketch(a), sketch(b)
	if 5*bits.OnesCount64(x&y) < 3*min(bits.OnesCount64(x), bits.OnesCount64(y)) {
		return false
	}
	const digits = "0123456789"
	numbered := strings.ContainsAny(a, digits) && strings.ContainsAny(b, digits)
	return (!numbered || sameDigits(a, b)) && similar.Near(a, b)
}

// sketch returns a set of the words of s, by the hash of their plain
// consonants, which neither marks nor case change.
func sketch(s string) (set uint64) {
	const vowels = 1<<0 | 1<<4 | 1<<8 | 1<<14 | 1<<20 | 1<<24
	hash := uint32(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			set |= 1 << (hash * 0x9E3779B1 >> 26)
			hash = 0
		case c|0x20-'a' < 26 && vowels>>(c|0x20-'a')&1 == 0:
			hash = hash*31 + uint32(c|0x20)
		}
	}
	return set | 1<<(hash*0x9E3779B1>>26)
}

// sameDigits reports whether a and b have the same digits in the same order.
func sameDigits(a, b string) bool {
	for {
		i, j := strings.IndexAny(a, "0123456789"), strings.IndexAny(b, "0123456789")
		if i < 0 || j < 0 {
			return i == j
		}
		if a[i] != b[j] {
			return false
		}
		a, b = a[i+1:], b[j+1:]
	}
}

// autoAlt recognizes the alternative text that content systems make up, the
// title and "ảnh 1", and returns what is glued to its end.
func (p *parsing) autoAlt(s string) (rest string, ok bool) {
	title := p.a.Title
	if title == "" || len(s) > 4*maxCaption+len(title) {
		return "", false
	}
	s, ok = cutPrefixForm(s, title)
	if !ok {
		return "", false
	}
	s = strings.TrimLeft(s, " -–:.")
	for _, word := range [...]string{"ảnh", "hình"} {
		lower, _ := utf8.DecodeRuneInString(word)
		r, size := utf8.DecodeRuneInString(s)
		if unicode.ToLower(r) != lower || !strings.HasPrefix(s[size:], word[utf8.RuneLen(lower):]) {
			continue
		}
		n := strings.TrimLeft(s[size+len(word)-utf8.RuneLen(lower):], " ")
		rest = strings.TrimLeft(n, "0123456789")
		if len(rest) == len(n) || len(n)-len(rest) > 3 {
			continue
		}
		return strings.TrimLeft(rest, " .:-–"), true
	}
	return "", false
}

// cutPrefixForm is strings.CutPrefix but for the tone style.
func cutPrefixForm(s, prefix string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, prefix); ok {
		return rest, true
	}
	if len(s) <= len(prefix) || !utf8.RuneStart(s[len(prefix)]) {
		return "", false
	}
	return s[len(prefix):], sameLine(s[:len(prefix)], prefix)
}
