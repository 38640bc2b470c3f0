package article

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/vn"
)

// A captionLine is a line as a caption: its text without the credit that it
// ends in, or whose name is the next line.
type captionLine struct {
	at, end int // the line, and how much of its text is the caption
	text    string
	credit  Credit
	lines   int // how many it takes
}

// captionLineAt reads the line i as a caption.
func (p *parsing) captionLineAt(i int) captionLine {
	l := &p.lines[i]
	switch c := p.credit(l); c.kind {
	case creditOpen:
		if next := i + 1; p.isText(next) && p.isCreditName(&p.lines[next]) {
			credit, _ := ParseCredit(l.text[c.at:] + " " + p.named(&p.lines[next]))
			return captionLine{i, c.before, l.text[:c.before], credit, 2}
		}
	case creditEnd:
		return captionLine{i, c.before, l.text[:c.before], c.credit, 1}
	}
	return captionLine{i, len(l.text), l.text, Credit{}, 1}
}

// plain reads the line i as a caption without credit.
func (p *parsing) plain(i int) captionLine {
	return captionLine{at: i, end: len(p.lines[i].text), text: p.lines[i].text, lines: 1}
}

// A captioned is what the lines of one caption say.
type captioned struct {
	text, alt captionLine // alt.lines is 0 if there is none
	credit    Credit
	lines     int // 0 if the lines are no caption
}

// caption reads the caption that begins at the line i: one line that proves to
// be one, by its credit or below the title, and its neighbours that say the
// same.
func (p *parsing) caption(i int) (c captioned) {
	l := &p.lines[i]
	if !l.isText() || l.longer(maxCaption) || p.label(l).class != "" {
		return captioned{}
	}
	if kind := p.credit(l).kind; kind == creditWhole || kind == creditBare {
		return captioned{} // of two neighbours, each is the credit of a picture
	}
	first := p.captionLineAt(i)
	if p.isSigned(&first) {
		return captioned{}
	}
	proved := first.credit.Text != "" || l.joined && p.isJoinedCaption(i)
	c = captioned{text: first, credit: first.credit, lines: first.lines}
	last := first
	for p.isText(i+c.lines) && !p.lines[i+c.lines].longer(maxCaption) {
		next := p.captionLineAt(i + c.lines)
		same := sameLine(last.text, next.text) && sameLine(last.credit.Text, next.credit.Text) ||
			next.credit.Text == "" && (sameLine(last.text, next.text) || c.alt.lines > 0 && sameLine(c.alt.text, next.text))
		near := !same && c.alt.lines == 0 && // there is room for one variant, and for one credit
			(last.credit.Text == "" || next.credit.Text == "" || last.credit.Text == next.credit.Text) &&
			p.nearLines(last, next)
		if !same && !near || !proved && !p.pairs(i, c.lines, next.lines) {
			break
		}
		if !same {
			c.alt, c.text, last = last, next, next
		}
		if next.credit.Text != "" {
			c.credit = next.credit
		}
		proved = true
		c.lines += next.lines
	}
	if c.credit.Text == "" && (proved || c.lines == 1) {
		if credit, n := p.creditAt(i + c.lines); n > 0 && (proved || p.looksLikeCaption(i)) {
			c.credit, proved = credit, true
			c.lines += n
		}
	}
	if !proved {
		return captioned{}
	}
	return c
}

// isSigned reports whether what stands before a credit is the name of an
// author: "Minh Anh (Video: Lê Vy)".
func (p *parsing) isSigned(c *captionLine) bool {
	return c.credit.Text != "" && c.lines == 1 && p.x.isPerson(c.text)
}

// looksLikeCaption reports whether the line i may be the caption of the credit
// below it: short or below a figure, and nobody speaks in it.
func (p *parsing) looksLikeCaption(i int) bool {
	l := &p.lines[i]
	if l.longer(longLine) || l.longer(maxJoined) && !p.isFigure(p.last) {
		return false
	}
	if p.isDate(l) || p.source(l) != "" || p.claimInlineLinks(i) > 0 {
		return false
	}
	return !p.x.isSpoken(l.text)
}

// isJoinedCaption reports whether the line i, which a single break joins to
// the title, is a caption: it comes again, or is short and no sentence.
func (p *parsing) isJoinedCaption(i int) bool {
	l := &p.lines[i]
	if !l.longer(maxJoined) && !endsSentence(l.text) {
		return true
	}
	plain, j := p.plain(i), i
	for range 8 {
		if j = p.next(j); j < 0 {
			return false
		}
		if m := &p.lines[j]; !m.isText() || m.longer(maxCaption) {
			continue
		}
		other := p.captionLineAt(j)
		if sameLine(plain.text, other.text) || p.nearLines(plain, other) {
			return true
		}
	}
	return false
}

func (p *parsing) claimCaption(i int) int { return p.caption(i).lines }

func (p *parsing) takeCaption(i, n int) {
	c := p.caption(i)
	f := &Figure{Caption: Caption{Text: p.cut(&p.lines[c.text.at], 0, c.text.end), Credit: c.credit}}
	if c.alt.lines > 0 {
		f.Image.Alt = c.alt.text
	}
	p.become(i, f)
	for j := i; j < i+n; j++ {
		l := &p.lines[j]
		switch {
		case c.alt.lines > 0 && j == c.alt.at:
			p.noteLine(l, RuleCaptionVariant, false)
		case j == c.text.at:
		case p.isCaptionLine(l, &c):
			p.merge(j, RuleCaptionRepeated)
		default:
			p.merge(j, RuleCreditJoined)
		}
		if j > i {
			l.gone = true
		}
	}
}

// isCaptionLine reports whether l says the caption or its variant once more,
// and is not the rest of a credit.
func (p *parsing) isCaptionLine(l *line, c *captioned) bool {
	before := l.text
	if credit := p.credit(l); credit.kind == creditEnd || credit.kind == creditOpen {
		before = l.text[:credit.before]
	}
	return sameLine(before, c.text.text) || c.alt.lines > 0 && sameLine(before, c.alt.text)
}

// pairs reports whether two neighbours that say the same, n lines from i on
// and m lines more, are a caption, and not a verse, a list or a dialogue whose
// repetition means something.
func (p *parsing) pairs(i, n, m int) bool {
	l := &p.lines[i]
	if strings.IndexFunc(l.text, unicode.IsLetter) < 0 || bullet(l.text) != "" {
		return false
	}
	if isScore(l.text) {
		return false
	}
	below := i + n + m
	verse := p.inText(below) && p.isShort(below) && p.inText(below+1) && p.isShort(below+1)
	underTitle := p.head && !p.pictured && !verse
	if l.spaces < 2 { // fewer than 3 tokens
		return underTitle
	}
	return underTitle || !p.isShort(p.last) || p.inText(below) && !p.isShort(below)
}

// isScore reports whether s is the result of a match: "Huế - Cần Thơ 2-1".
func isScore(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	home, guest, ok := strings.Cut(last, "-")
	return ok && isDigits(home) && isDigits(guest) && strings.Contains(s, " - ")
}

// isShort reports whether the line i is a short one, as in a poem or a list.
// There is none beyond the text.
func (p *parsing) isShort(i int) bool {
	return !p.inText(i) || p.lines[i].isText() && !p.lines[i].longer(70)
}

// sameLine reports whether a and b are the same but for the tone style.
func sameLine(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) != len(b) || !sameDigits(a, b) {
		return false
	}
	old := vn.Form{Tone: vn.OldStyle}
	_, x := sketch(a)
	_, y := sketch(b)
	return x == y && old.String(a) == old.String(b)
}

// nearLines reports whether a and b are two versions of one caption. Two lines
// whose numbers differ are two entries of a list. The cheap tests come first;
// they refuse nearly all neighbours.
func (p *parsing) nearLines(a, b captionLine) bool {
	if !nearCount(p.tokens(&a), p.tokens(&b)) {
		return false
	}
	x, _ := p.sketch(&p.lines[a.at])
	y, _ := p.sketch(&p.lines[b.at])
	if !nearSketch(x, y) {
		return false
	}
	numbered := digitFrom(a.text, 0) < len(a.text) && digitFrom(b.text, 0) < len(b.text)
	return (!numbered || sameDigits(a.text, b.text)) && similar.Near(a.text, b.text)
}

// nearCount reports whether texts of n and m tokens can be near, nearSketch
// whether texts with these sketches can: both refuse most pairs, and none that
// is near.
func nearCount(n, m int) bool { return min(n, m) > 3 && 2*min(n, m)*100 >= 85*(n+m) }

func nearSketch(x, y uint64) bool {
	return 5*bits.OnesCount64(x&y) >= 3*min(bits.OnesCount64(x), bits.OnesCount64(y))
}

// tokens returns the number of tokens of a caption.
func (p *parsing) tokens(c *captionLine) int {
	if l := &p.lines[c.at]; c.end == len(l.text) {
		return l.spaces + 1
	}
	return strings.Count(c.text, " ") + 1
}

// sameDigits reports whether a and b have the same digits in the same order.
func sameDigits(a, b string) bool {
	for i, j := 0, 0; ; i, j = i+1, j+1 {
		i, j = digitFrom(a, i), digitFrom(b, j)
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
	}
}

// digitFrom returns where the next digit stands in s from i on, the length of
// s if there is none.
func digitFrom(s string, i int) int {
	for i < len(s) && (s[i] < '0' || s[i] > '9') {
		i++
	}
	return i
}

// keepCaption remembers the texts of a figure, so that a line that says one of
// them again is known.
func (p *parsing) keepCaption(f *Figure) {
	caption := plainText(f.Caption.Text)
	for _, s := range [...]string{caption, f.Image.Alt} {
		if s == "" {
			continue
		}
		if p.captions == nil {
			p.captions = make(map[string]*Figure)
		}
		p.captions[s] = f
		p.lengths |= 1 << (len(s) & 63)
	}
}

// claimCaptionAgain claims the caption of a figure above once more, with the
// same credit or without.
func (p *parsing) claimCaptionAgain(i int) int {
	l := &p.lines[i]
	if len(p.captions) == 0 || !l.isText() || l.longer(maxCaption) || l.spaces < 4 {
		return 0
	}
	if p.lengths>>(len(l.text)&63)&1 != 0 && p.captions[l.text] != nil {
		return 1
	}
	if k := p.credit(l).kind; k != creditEnd && k != creditOpen {
		return 0
	}
	c := p.captionLineAt(i)
	if f := p.captions[c.text]; c.credit.Text != "" && f != nil && f.Caption.Credit.Text == c.credit.Text {
		return c.lines
	}
	return 0
}

func (p *parsing) takeCaptionAgain(i, n int) {
	for j := i; j < i+n; j++ {
		p.merge(j, RuleCaptionRepeated)
	}
}

// claimAutoAlt claims the alternative text that content systems make up, the
// title and "ảnh 1".
func (p *parsing) claimAutoAlt(i int) int {
	if _, ok := p.autoAlt(&p.lines[i]); ok {
		return 1
	}
	return 0
}

// takeAutoAlt drops an automatic alternative text; a caption that is glued to
// it makes a figure.
func (p *parsing) takeAutoAlt(i, _ int) {
	l := &p.lines[i]
	from, _ := p.autoAlt(l)
	if from == len(l.text) {
		p.drop(i, RuleAutoAlt)
		return
	}
	f := &Figure{Caption: Caption{Text: p.cut(l, from, len(l.text))}}
	if c := p.x.readCredit(l.text[from:]); c.kind == creditEnd {
		f.Caption.Text = p.cut(l, from, from+c.before)
		f.Caption.Credit, _ = ParseCredit(l.text[from+c.at:])
	}
	p.noteLine(l, RuleAutoAlt, true)
	p.become(i, f)
}

// autoAlt recognizes an automatic alternative text, and returns where what is
// glued to its end begins.
func (p *parsing) autoAlt(l *line) (from int, ok bool) {
	title := p.a.Title
	if title == "" || !l.isText() || len(l.text) <= len(title) || len(l.text) > 4*maxCaption+len(title) || !l.has(signDigit) {
		return 0, false
	}
	s, ok := cutPrefixForm(l.text, title)
	if !ok {
		return 0, false
	}
	s = strings.TrimLeft(s, " -–:.")
	for _, word := range [...]string{"ảnh", "hình"} {
		lower, _ := utf8.DecodeRuneInString(word)
		r, size := utf8.DecodeRuneInString(s)
		if unicode.ToLower(r) != lower || !strings.HasPrefix(s[size:], word[utf8.RuneLen(lower):]) {
			continue
		}
		n := strings.TrimLeft(s[size+len(word)-utf8.RuneLen(lower):], " ")
		rest := strings.TrimLeft(n, "0123456789")
		if len(rest) == len(n) || len(n)-len(rest) > 3 {
			continue
		}
		return len(l.text) - len(strings.TrimLeft(rest, " .:-–")), true
	}
	return 0, false
}

// cutPrefixForm is strings.CutPrefix but for the tone style.
func cutPrefixForm(s, prefix string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, prefix); ok {
		return rest, true
	}
	if len(s) <= len(prefix) || s[0]|0x20 != prefix[0]|0x20 || !utf8.RuneStart(s[len(prefix)]) {
		return "", false
	}
	return s[len(prefix):], sameLine(s[:len(prefix)], prefix)
}
