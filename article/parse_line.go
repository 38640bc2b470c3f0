package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/span"
)

// A line is an entry of the table that the rules read: a line of the page that
// is not blank, a paragraph of a draft, or a block that is already decided.
// What is found out about its text is kept with it, see [facts].
type line struct {
	number int        // in the page or the draft, from 1
	raw    string     // as it came; the plain text of a paragraph
	text   string     // in normal form, white space squeezed; "" for a block
	runs   Inlines    // the paragraph's markup, whose plain text is text; nil if there is none
	block  Block      // what the line is: a decided block, or what a rule made of it
	draft  *Paragraph // the draft's own paragraph
	found  *facts
	runes  int   // of text
	spaces int   // in text
	signs  signs // in text
	gap    bool  // a blank line stands before it
	joined bool  // a single line break joins it to the title, in a text of blank lines
	gone   bool  // a rule took it, and its place in the body is empty
}

// Lengths of lines in characters. A line that is longer than any rule looks
// at is a paragraph at once.
const (
	maxSection = 25
	maxJoined  = 120 // of a caption joined to the title
	longLine   = 200 // no line of the tail is longer
	maxCaption = 300
)

// longer reports whether the text has more than n characters.
func (l *line) longer(n int) bool { return l.runes > n }

// isText reports whether the line is text that no rule has decided.
func (l *line) isText() bool { return l.block == nil }

// has reports whether the text may hold one of the signs.
func (l *line) has(s signs) bool { return l.signs&s != 0 }

// split cuts a page into the lines of the table.
func (p *parsing) split(page string) {
	sample := page[:min(len(page), 1<<16)] // of lines like the rest
	p.lines = make([]line, 0, 8+strings.Count(sample, "\n")*(len(page)/max(1, len(sample))))
	gap, gaps := false, 0
	for number, c := 1, newLineCutter(page); c.next(); number++ {
		l := line{number: number, raw: c.line, gap: gap}
		s := l.raw
		if !p.valid && !utf8.ValidString(s) {
			s = replaceInvalid(s)
			p.noteLine(&l, RuleInvalidUTF8, false)
		}
		p.setText(&l, p.Form.String(s))
		if l.text == "" {
			gap = true
			if strings.TrimSpace(l.raw) != "" {
				p.noteLine(&l, RuleInvisible, true)
			}
			continue
		}
		if !p.afford(&l) {
			p.noteLine(&l, RuleLimit, true)
			continue
		}
		if gap && len(p.lines) > 0 {
			gaps++
		}
		p.lines = append(p.lines, l)
		gap = false
	}
	p.spaced = 2*gaps >= len(p.lines)-1
}

// setText gives the line its text: s, which is valid, without the white space
// and the byte order mark that a reader does not see. It is "" if s shows
// nothing.
func (p *parsing) setText(l *line, s string) {
	s, n := squeeze(s)
	if len(s) <= 256 && (s == "" || s[0] >= utf8.RuneSelf || s[0] < ' ') && strings.IndexFunc(s, isShown) < 0 {
		l.text = ""
		return
	}
	if rest, ok := strings.CutPrefix(s, "\uFEFF"); ok {
		s, n = squeeze(rest)
	}
	l.text, l.runes, l.spaces, l.signs = s, n.runes, n.spaces, n.signs
}

// plainUTF8 passes valid UTF-8 up to U+FFFF.
var plainUTF8 = sync.OnceValue(func() *span.Scanner {
	return span.New(func(rune) bool { return false }, "")
})

// isUTF8 is [utf8.ValidString], in half the time on text whose letters are of
// one to three bytes in turn.
func isUTF8(s string) bool {
	for scan := plainUTF8(); s != ""; {
		if s = s[scan.Span(s):]; s == "" {
			break
		}
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			return false
		}
		s = s[n:]
	}
	return true
}

// A lineCutter cuts a text into lines that end in LF, CRLF or CR. It looks for
// each of the two bytes once, however many lines the other one ends.
type lineCutter struct {
	line   string // without its end
	text   string
	start  int // of the next line
	lf, cr int // the next ones from start on
}

func newLineCutter(text string) *lineCutter {
	return &lineCutter{text: text, lf: -1, cr: -1}
}

// next goes to the next line and reports whether there is one.
func (c *lineCutter) next() bool {
	if c.start >= len(c.text) {
		return false
	}
	lf, cr := c.find(&c.lf, '\n'), c.find(&c.cr, '\r')
	end := min(lf, cr)
	c.line = c.text[c.start:end]
	c.start = end + 1
	if lf == cr+1 {
		c.start++
	}
	return true
}

// find returns where b comes next; at is where it was found last.
func (c *lineCutter) find(at *int, b byte) int {
	if *at < c.start {
		*at = len(c.text)
		if i := strings.IndexByte(c.text[c.start:], b); i >= 0 {
			*at = c.start + i
		}
	}
	return *at
}

// replaceInvalid returns s with U+FFFD for each byte that is not part of valid
// UTF-8.
func replaceInvalid(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

// isShown reports whether a reader can see r.
func isShown(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.Is(unicode.Cc, r) && !unicode.Is(unicode.Cf, r) &&
		r != '\u034F' && r != '\u17B4' && r != '\u17B5'
}
