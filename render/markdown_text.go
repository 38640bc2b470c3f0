package render

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// A face is a style of running text, or a set of styles.
type face uint8

const (
	struck face = 1 << iota
	strong
	emph
)

// faces are the styles, the outermost first.
var faces = [...]face{struck, strong, emph}

// delimiters are what begins and ends a style. They differ, so that two of them
// side by side never read as a longer one.
var delimiters = map[face]string{struck: "~~", strong: "**", emph: "_"}

// A run is the state of running text that is being written. The styles that
// are wanted and those that are open in the output are kept apart, and brought
// together only where something is written that can be seen: so delimiters
// never stand beside white space, where CommonMark does not read them as such,
// and what has the same style side by side is one.
type run struct {
	start int  // of the text in dst
	line  int  // where a line of the document begins, -1 if none does here
	end   int  // after the last character of the text that is not white space
	cell  bool // in a cell of a table, where bars split
	one   bool // in what is one line

	want   face
	open   [len(faces)]face // outermost first
	opened int
	floor  int // styles below it are open outside the link at hand

	saw    bool // something that shows
	breaks int  // hard line breaks that are due before the next character
	soft   bool // a soft one is
	link   bool // inside a link, which may not hold another
	inner  int  // depth of inlines
	spans  int  // inlines written inside others
}

// text writes running text by f and reports whether it shows something; else
// nothing is written.
func (m *markdown) text(f func()) bool { return m.write(f, run{line: len(m.dst)}) }

// lineText is text inside a construct of one line, after its marker.
func (m *markdown) lineText(f func()) bool { return m.write(f, run{line: -1, one: true}) }

// write writes running text by f, which begins as r says.
func (m *markdown) write(f func(), r run) bool {
	r.start, r.end = len(m.dst), len(m.dst)
	r.spans = m.spans
	m.run = r
	f()
	m.want = 0
	m.closeStyles(0, false)
	m.dst = m.dst[:m.end]
	if !m.saw {
		m.dst = m.dst[:m.start]
	}
	return m.saw
}

// inlines writes running text.
func (m *markdown) inlines(in article.Inlines) {
	if m.inner > 0 {
		if m.inner > article.MaxDepth || m.spans > maxSpans {
			return
		}
		m.spans += len(in)
	}
	m.inner++
	for _, x := range in {
		switch x := x.(type) {
		case article.Text:
			m.str(string(x))
		case article.Break:
			m.lineBreak()
		case *article.Emph:
			if x != nil {
				m.styled(emph, func() { m.inlines(x.Text) })
			}
		case *article.Strong:
			if x != nil {
				m.styled(strong, func() { m.inlines(x.Text) })
			}
		case *article.Link:
			if x != nil {
				m.inlineLink(x)
			}
		case *article.Span:
			if x != nil {
				m.inlines(x.Text)
			}
		}
	}
	m.inner--
}

// styled writes by f in a style.
func (m *markdown) styled(s face, f func()) {
	before := m.want
	m.want |= s
	f()
	m.want = before
}

// lineBreak asks for a hard line break, where there can be one.
func (m *markdown) lineBreak() {
	if m.one {
		m.space(' ')
	} else {
		m.breaks++
	}
}

// inlineLink writes a link, or its text alone if there is nothing to click.
func (m *markdown) inlineLink(x *article.Link) {
	left := article.MaxBytes
	if m.link || !shows(appendPlain(nil, x.Text, article.MaxDepth-m.inner, &left)) {
		m.inlines(x.Text)
		return
	}
	m.linked(x.URL, func() { m.inlines(x.Text) })
}

// linked writes a link around what f writes, or that alone if the address is
// refused or a link is around already. f writes something.
func (m *markdown) linked(u string, f func()) {
	if m.link {
		f()
		return
	}
	if u = m.urls.url(u, weburl.Link); u == "" {
		f()
		return
	}
	m.visible('[')
	if n := len(m.dst); n > m.start && m.dst[n-1] == '!' {
		m.dst = append(m.dst[:n-1], `\!`...) // or it would be an image
	}
	m.dst = append(m.dst, '[')
	m.end = len(m.dst)
	u = strings.Clone(u) // f may use the buffer that it stands in
	want, floor := m.want, m.floor
	m.link, m.floor = true, m.opened
	f()
	m.want = want
	m.closeStyles(m.floor, false)
	m.link, m.floor = false, floor
	m.dst = append(m.dst, ']')
	m.destination(u)
}

// image writes an image, and reports whether it did: its address may be
// refused.
func (m *markdown) image(x *article.Image) bool {
	if x == nil {
		return false
	}
	u := m.urls.url(x.URL, weburl.Resource)
	if u == "" {
		return false
	}
	m.visible('!')
	m.dst = append(m.dst, "!["...)
	for _, r := range cleanText(inTone(x.Alt, m.tone)) {
		if r == '\n' || r == '\t' {
			r = ' '
		}
		m.sign(r)
	}
	m.dst = append(m.dst, ']')
	m.destination(u)
	return true
}

// destination writes the address of a link or an image. Only parentheses, and
// an ampersand that begins a character reference, mean something there.
func (m *markdown) destination(u string) {
	m.dst = append(m.dst, '(')
	for i := 0; i < len(u); i++ {
		switch c := u[i]; {
		case c == '(' || c == ')':
			m.dst = append(m.dst, '\\', c)
		case c == '&' && isReference(u[i+1:]):
			m.dst = append(m.dst, "&amp;"...)
		default:
			m.dst = append(m.dst, c)
		}
	}
	m.dst = append(m.dst, ')')
	m.end = len(m.dst)
	m.saw = true
}

// isReference reports whether s, after an ampersand, may go on as a character
// reference. None is longer than 40 bytes.
func isReference(s string) bool {
	for i := 0; i < min(len(s), 40); i++ {
		switch c := s[i]; {
		case c == ';':
			return i > 0
		case c == '#' && i == 0, 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9':
		default:
			return false
		}
	}
	return false
}

// str writes a text.
func (m *markdown) str(s string) {
	for _, r := range cleanText(inTone(s, m.tone)) {
		switch {
		case r == '\n' && !m.one:
			m.soft = true
		case unicode.IsSpace(r):
			m.space(r)
		default:
			if m.visible(r) {
				m.entity(r)
			} else {
				m.sign(r)
			}
			m.end = len(m.dst)
			m.saw = m.saw || r < utf8.RuneSelf || !invisible(r)
		}
	}
}

// space writes white space, which goes again if nothing follows on the line.
func (m *markdown) space(r rune) {
	if r == '\n' || r == '\t' {
		r = ' '
	}
	if r == ' ' && (len(m.dst) == m.start || len(m.dst) == m.line) {
		return // or it would be an indent
	}
	m.dst = utf8.AppendRune(m.dst, r)
}

// visible prepares the output for a character that is not white space: it ends
// styles, breaks the line, and begins styles, as is due. It reports whether
// next must be written as an entity, lest a delimiter before it is no
// delimiter.
func (m *markdown) visible(next rune) (asEntity bool) {
	if m.breaks == 0 && !m.soft && m.have() == m.want {
		return false
	}
	if m.end == m.start { // a block does not begin with a line break
		m.breaks, m.soft = 0, false
	}
	keep := m.floor
	for keep < m.opened && m.want&m.open[keep] != 0 {
		keep++
	}
	space := len(m.dst) > m.end || m.breaks > 0 || m.soft
	asEntity = m.closeStyles(keep, !space && !punctuation(next))
	if m.breaks > 0 || m.soft {
		m.dst = m.dst[:m.end]
		if s, ok := bytes.CutSuffix(m.dst, []byte(`\\`)); ok { // goldmark miscounts three backslashes
			m.dst = s
			m.entity('\\')
		}
		for range m.breaks - 1 {
			m.dst = append(m.dst, '\\')
			m.newline()
		}
		if m.breaks > 0 {
			m.dst = append(m.dst, '\\')
		}
		m.newline()
		m.breaks, m.soft = 0, false
	}
	for _, s := range faces {
		if m.want&s != 0 && m.have()&s == 0 {
			m.openStyle(s)
			asEntity = false // for the delimiter stands between
		}
	}
	return asEntity
}

// have returns the styles that are open.
func (m *markdown) have() (s face) {
	for _, x := range m.open[:m.opened] {
		s |= x
	}
	return s
}

// openStyle begins a style. CommonMark reads a delimiter as a beginning
// whatever follows if white space or punctuation stands before it; any other
// character there becomes an entity, which ends in punctuation.
func (m *markdown) openStyle(s face) {
	if len(m.dst) > m.start && len(m.dst) != m.line {
		if r, size := utf8.DecodeLastRune(m.dst); !unicode.IsSpace(r) && !punctuation(r) {
			m.dst = m.dst[:len(m.dst)-size]
			m.entity(r)
		}
	}
	m.dst = append(m.dst, delimiters[s]...)
	m.open[m.opened] = s
	m.opened++
	m.end = len(m.dst)
}

// closeStyles ends the styles that are open above keep. They end where the text
// ended, before white space that follows. If a character follows directly that
// is no punctuation, it reports whether that must become an entity.
func (m *markdown) closeStyles(keep int, plainFollows bool) (asEntity bool) {
	if m.opened <= keep {
		return false
	}
	var buf [16]byte
	tail := append(buf[:0], m.dst[m.end:]...)
	m.dst = m.dst[:m.end]
	for m.opened > keep {
		m.opened--
		s := m.open[m.opened]
		r, _ := utf8.DecodeLastRune(m.dst)
		asEntity = plainFollows && (s == emph || perhapsPunctuation(r))
		m.dst = append(m.dst, delimiters[s]...)
	}
	m.end = len(m.dst)
	m.dst = append(m.dst, tail...)
	return asEntity
}

// punctuation reports whether every version of CommonMark takes r for
// punctuation.
func punctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && r != 0x7F && !('0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z')
	}
	return unicode.IsPunct(r)
}

// perhapsPunctuation reports whether some version does: symbols count since
// 0.31.
func perhapsPunctuation(r rune) bool { return punctuation(r) || unicode.IsSymbol(r) }

// newline begins a line inside the blocks around.
func (m *markdown) newline() {
	m.dst = append(append(m.dst, '\n'), m.prefix...)
	m.line = len(m.dst)
}

// entity writes r as a numeric character reference.
func (m *markdown) entity(r rune) {
	m.dst = append(m.dst, "&#"...)
	m.dst = strconv.AppendInt(m.dst, int64(r), 10)
	m.dst = append(m.dst, ';')
}

// always are the characters that mean something wherever they stand: to
// CommonMark and GitHub (\ ` * _ [ ] < > & ~ | #, @ in an address), to
// extensions of the usual readers (^ { }), and to Hugo, which makes typographic
// signs of straight quotation marks.
const always = "\\`*_[]<>&~|#@^{}\"'"

// sign writes a character that is not white space, or a space, so that it means
// itself.
func (m *markdown) sign(r rune) {
	if r >= utf8.RuneSelf || unicode.IsLetter(r) || unicode.IsDigit(r) {
		m.dst = utf8.AppendRune(m.dst, r)
		return
	}
	c := byte(r)
	switch {
	case c == '|' && m.cell, // since a table splits at escaped ones too, in some readers
		c == '~' && m.want&struck != 0: // and a delimiter beside an escaped one is none
		m.entity(r)
		return
	case strings.IndexByte(always, c) >= 0, m.atStart() && (c == '-' || c == '+' || c == '=' || c == ':'), m.together(c):
		m.dst = append(m.dst, '\\')
	}
	m.dst = append(m.dst, c)
}

// atStart reports whether a line of the document begins here.
func (m *markdown) atStart() bool { return len(m.dst) == m.line }

// together reports whether c means something after what was written: the
// second of two signs that make a dash, an ellipsis or a mark; what ends the
// number of a list item; the slash of "http://", and the full stop of "www.".
func (m *markdown) together(c byte) bool {
	before := m.dst[m.start:]
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	switch c {
	case '-', '+', '=':
		return last == c
	case '/':
		return last == ':'
	case '.':
		return last == c || m.numbers() || len(before) >= 3 && bytes.EqualFold(before[len(before)-3:], []byte("www"))
	case ')':
		return m.numbers()
	}
	return false
}

// maxNumber is more digits than the number of a list item can have.
const maxNumber = 20

// numbers reports whether the line so far is a number.
func (m *markdown) numbers() bool {
	if m.line < 0 {
		return false
	}
	s := m.dst[m.line:]
	return len(s) > 0 && len(s) < maxNumber && len(bytes.Trim(s, "0123456789")) == 0
}
