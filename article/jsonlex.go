package article

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/jsonenc"
)

// A lexer reads JSON values from a string. After the first error it stands
// still: err is set, and every method returns a zero value.
type lexer struct {
	s   string
	pos int
	err *Error

	text  strings.Builder // of the strings with escapes; each is a part of it
	names []string        // of the members of the objects around the position
}

func (l *lexer) fail(err error) {
	if l.err == nil {
		l.err = &Error{Err: err}
	}
}

// within puts name before the path of the error, if there is one.
func (l *lexer) within(name string) {
	if l.err != nil {
		l.err.within(name)
	}
}

func (l *lexer) withinIndex(i int) {
	if l.err != nil {
		l.err.withinIndex(i)
	}
}

// syntax fails at the current position.
func (l *lexer) syntax() {
	if !utf8.FullRuneInString(l.s[min(l.pos, len(l.s)):]) {
		l.fail(fmt.Errorf("%w: ends too early", ErrSyntax))
		return
	}
	r, _ := utf8.DecodeRuneInString(l.s[l.pos:])
	l.fail(fmt.Errorf("%w: %q at byte %d", ErrSyntax, r, l.pos))
}

// peek skips white space and returns the next byte, 0 at the end or after an
// error.
func (l *lexer) peek() byte {
	if l.err != nil {
		return 0
	}
	for l.pos < len(l.s) {
		c := l.s[l.pos]
		if c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c
		}
		l.pos++
	}
	return 0
}

// expect reads the byte c, or fails: with [ErrType] if another value begins
// here and c begins one.
func (l *lexer) expect(c byte) bool {
	got := l.peek()
	if l.err != nil {
		return false
	}
	if got == c && l.pos < len(l.s) {
		l.pos++
		return true
	}
	want := map[byte]string{'{': "an object", '[': "a list", '"': "a string"}[c]
	if want == "" {
		l.syntax()
		return false
	}
	l.wrongType(want)
	return false
}

// wrongType fails because the next value is not what is wanted.
func (l *lexer) wrongType(want string) {
	start := l.pos
	if l.skip(); l.err != nil {
		return
	}
	l.fail(fmt.Errorf("%w: %s, want %s", ErrType, describe(l.s[start]), want))
}

func describe(c byte) string {
	switch c {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	}
	return "a number"
}

// more reads what stands between the elements of a list or an object that
// ends with end, first telling that none was read yet. It reports whether
// another one follows.
func (l *lexer) more(end byte, first bool) bool {
	c := l.peek()
	if l.err != nil {
		return false
	}
	if c == end {
		l.pos++
		return false
	}
	if first {
		return true
	}
	if c != ',' {
		l.syntax()
		return false
	}
	l.pos++
	return true
}

// key reads a member's name and the colon after it.
func (l *lexer) key() string {
	if l.peek() != '"' {
		l.syntax()
		return ""
	}
	k := l.str()
	if l.expect(':'); l.err != nil {
		return ""
	}
	return k
}

// asIs tells the ASCII bytes that stand for themselves in a string.
var asIs = func() (t [256]bool) {
	for c := range utf8.RuneSelf {
		t[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return t
}()

// str reads a string. The result is a part of the input where it can be.
func (l *lexer) str() string {
	if l.pos >= len(l.s) || l.s[l.pos] != '"' || l.err != nil {
		if !l.expect('"') {
			return ""
		}
		l.pos--
	}
	start, s := l.pos+1, l.s
	i := start
	// Names and key words are short and ASCII; a call costs more than they do.
	for end := min(len(s), start+16); i < end && asIs[s[i]]; {
		i++
	}
	if i < len(s) && s[i] != '"' {
		i += jsonenc.Plain(s[i:])
	}
	l.pos = i
	switch {
	case i >= len(s):
		l.syntax()
		return ""
	case s[i] == '"':
		l.pos++
		return s[start:i]
	case s[i] == '\\':
		return l.escaped(start)
	}
	l.badString()
	return ""
}

// badString fails at a byte that no string may have.
func (l *lexer) badString() {
	rest := l.s[l.pos:]
	if rest == "" || rest[0] < utf8.RuneSelf || !utf8.FullRuneInString(rest) {
		l.syntax()
		return
	}
	l.fail(fmt.Errorf("%w: %q at byte %d", ErrUTF8, rest[:1], l.pos))
}

// escaped reads the rest of a string that began at start, from its first
// backslash on.
func (l *lexer) escaped(start int) string {
	from := l.text.Len()
	l.text.WriteString(l.s[start:l.pos])
	for l.pos < len(l.s) {
		switch l.s[l.pos] {
		case '"':
			l.pos++
			return l.text.String()[from:]
		case '\\':
			r := l.escape()
			if l.err != nil {
				return ""
			}
			l.text.WriteRune(r)
		default:
			n := jsonenc.Plain(l.s[l.pos:])
			if n == 0 {
				l.badString()
				return ""
			}
			l.text.WriteString(l.s[l.pos : l.pos+n])
			l.pos += n
		}
	}
	l.syntax()
	return ""
}

// escape reads one escape sequence, or two that make a surrogate pair.
func (l *lexer) escape() rune {
	l.pos++
	if l.pos >= len(l.s) {
		l.syntax()
		return 0
	}
	c := l.s[l.pos]
	if c == 'u' {
		return l.unicode()
	}
	i := strings.IndexByte(`"\/bfnrt`, c)
	if i < 0 {
		l.syntax()
		return 0
	}
	l.pos++
	return rune("\"\\/\b\f\n\r\t"[i])
}

// unicode reads an escape from its u on.
func (l *lexer) unicode() rune {
	from := l.pos - 1
	r := l.hex()
	if !utf16.IsSurrogate(r) || l.err != nil {
		return r
	}
	if strings.HasPrefix(l.s[l.pos:], `\u`) {
		l.pos++
		if pair := utf16.DecodeRune(r, l.hex()); pair != utf8.RuneError || l.err != nil {
			return pair
		}
	}
	l.fail(fmt.Errorf("%w: lone surrogate %s", ErrUTF8, l.s[from:from+6]))
	return 0
}

// hex reads a u and four hexadecimal digits.
func (l *lexer) hex() rune {
	r, n := rune(0), 0
	for l.pos++; l.pos < len(l.s); {
		c := l.s[l.pos]
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			l.syntax()
			return 0
		}
		l.pos++
		if n++; n == 4 {
			return r
		}
	}
	l.syntax()
	return 0
}

// number reads a number and returns its text.
func (l *lexer) number() string {
	start := l.pos
	if l.take('-'); !l.take('0') && !l.digits() {
		return l.noNumber()
	}
	if l.take('.') && !l.digits() {
		return l.noNumber()
	}
	if l.take('e') || l.take('E') {
		if !l.take('+') {
			l.take('-')
		}
		if !l.digits() {
			return l.noNumber()
		}
	}
	return l.s[start:l.pos]
}

func (l *lexer) noNumber() string {
	l.syntax()
	return ""
}

func (l *lexer) take(c byte) bool {
	if l.pos < len(l.s) && l.s[l.pos] == c {
		l.pos++
		return true
	}
	return false
}

func (l *lexer) digits() bool {
	start := l.pos
	for l.pos < len(l.s) && '0' <= l.s[l.pos] && l.s[l.pos] <= '9' {
		l.pos++
	}
	return l.pos > start
}

// integer reads a number that must be an integer of 32 bits.
func (l *lexer) integer() int {
	if c := l.peek(); c != '-' && (c < '0' || c > '9') {
		l.wrongType("a number")
		return 0
	}
	text := l.number()
	if l.err != nil {
		return 0
	}
	n, ok := exact(text)
	if !ok {
		l.fail(fmt.Errorf("%w: %s, want an integer of 32 bits", ErrType, shorten(text)))
	}
	return n
}

// exact returns the value of a JSON number if it is an integer of 32 bits,
// however it is written: 640, 640.0, 64e1 and 6400e-1 are the same.
func exact(text string) (int, bool) {
	if n, err := strconv.ParseInt(text, 10, 32); err == nil {
		return int(n), true
	}
	mantissa, exponent := text, 0
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa = text[:i]
		// What overflows is saturated: far too large or far too small.
		exponent, _ = strconv.Atoi(text[i+1:])
	}
	sign := ""
	if strings.HasPrefix(mantissa, "-") {
		sign, mantissa = "-", mantissa[1:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimRight(whole+fraction, "0")
	if digits == "" {
		return 0, true
	}
	// The value is 0.digits times ten to the power of point.
	point := len(whole) + min(max(exponent, -2*MaxBytes), 2*MaxBytes)
	digits, point = strings.TrimLeft(digits, "0"), point-leadingZeros(digits)
	if point < len(digits) || point > 10 {
		return 0, false
	}
	n, err := strconv.ParseInt(sign+digits+strings.Repeat("0", point-len(digits)), 10, 32)
	return int(n), err == nil
}

func leadingZeros(s string) int { return len(s) - len(strings.TrimLeft(s, "0")) }

// boolean reads true or false.
func (l *lexer) boolean() bool {
	switch l.peek() {
	case 't':
		l.literal("true")
		return l.err == nil
	case 'f':
		l.literal("false")
		return false
	}
	l.wrongType("a boolean")
	return false
}

func (l *lexer) literal(word string) {
	if !strings.HasPrefix(l.s[l.pos:], word) {
		l.syntax()
		return
	}
	l.pos += len(word)
}

// end fails if anything but white space is left.
func (l *lexer) end() {
	if l.peek(); l.err == nil && l.pos < len(l.s) {
		l.syntax()
	}
}

// skip reads any value and checks it in every respect.
func (l *lexer) skip() { l.value(0) }

func (l *lexer) value(depth int) {
	c := l.peek()
	if l.err != nil {
		return
	}
	if (c == '{' || c == '[') && depth >= MaxDepth {
		l.fail(fmt.Errorf("%w: nested deeper than %d", ErrTooLarge, MaxDepth))
		return
	}
	switch c {
	case '{':
		l.anyObject(depth + 1)
	case '[':
		l.anyList(depth + 1)
	case '"':
		l.str()
	case 't':
		l.literal("true")
	case 'f':
		l.literal("false")
	case 'n':
		l.literal("null")
	default:
		l.number()
	}
}

func (l *lexer) anyObject(depth int) {
	seen := l.object()
	defer l.forget(seen)
	l.pos++
	for first := true; l.more('}', first); first = false {
		k := l.key()
		if l.err != nil {
			return
		}
		if l.once(&seen, k); l.err == nil {
			l.value(depth)
		}
		if l.err != nil {
			l.within(k)
			return
		}
	}
}

func (l *lexer) anyList(depth int) {
	l.pos++
	for i := 0; l.more(']', i == 0); i++ {
		if l.value(depth); l.err != nil {
			l.withinIndex(i)
			return
		}
	}
}

// names is the set of the members of one object so far: those of the lexer's
// list from base on, as long as they are few.
type names struct {
	base int
	many map[string]bool
}

// object begins the set of an object; forget ends it.
func (l *lexer) object() names { return names{base: len(l.names)} }

func (l *lexer) forget(seen names) { l.names = l.names[:seen.base] }

// once adds k to seen, and fails if it is there.
func (l *lexer) once(seen *names, k string) {
	if seen.many != nil {
		if seen.many[k] {
			l.fail(ErrDuplicate)
		}
		seen.many[k] = true
		return
	}
	list := l.names[seen.base:]
	if slices.Contains(list, k) {
		l.fail(ErrDuplicate)
		return
	}
	if l.names = append(l.names, k); len(list) < 32 {
		return
	}
	seen.many = make(map[string]bool)
	for _, s := range l.names[seen.base:] {
		seen.many[s] = true
	}
}

// shorten cuts s for use in an error text.
func shorten(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
