package article

import "strings"

// signs is a set of kinds of characters. A line without them cannot be what
// they are the mark of, which spares most lines most questions.
type signs uint16

const (
	signDigit signs = 1 << iota
	signColon       // : or a lead byte of the fullwidth one
	signParen       // ( or [
	signSlash
	signPath // > | / or a lead byte of › or »
	signWide // a lead byte of U+2000 to U+2FFF: dashes, quotation marks, bullets

	signNoCredit signs = 1 << 8 // asked already: no credit; not set by squeeze
)

// What a byte is to squeeze, above the signs.
const (
	byteSpace  = 1 << (8 + iota) // one space
	byteCloser                   // it is or may begin white space: squeeze looks closer
	byteNext                     // if byteLead stands before it, that is U+1680
	byteLead                     // it begins U+1680 if a byteNext follows; else a Vietnamese letter
)

// byteKinds says of each byte what it is.
var byteKinds = func() (t [256]uint16) {
	for b := range t {
		switch {
		case b == ' ':
			t[b] = byteSpace
		case b < ' ', b == 0xC2, b == 0xE2, b == 0xE3:
			t[b] = byteCloser
		case b == 0xE1:
			t[b] = byteLead
		case b == 0x9A:
			t[b] = byteNext
		case '0' <= b && b <= '9':
			t[b] = uint16(signDigit)
		case b == ':', b == 0xEF:
			t[b] = uint16(signColon)
		case b == '(', b == '[':
			t[b] = uint16(signParen)
		case b == '/':
			t[b] = uint16(signSlash | signPath)
		case b == '>', b == '|':
			t[b] = uint16(signPath)
		}
		switch b {
		case 0xE2:
			t[b] |= uint16(signWide | signPath)
		case 0xC2:
			t[b] |= uint16(signPath)
		}
	}
	return t
}()

// byteCounts counts continuation bytes in its lower half and spaces in its
// upper one, so that one sum counts both.
var byteCounts = func() (t [256]uint64) {
	for b := range t {
		if 0x80 <= b && b < 0xC0 {
			t[b] = 1
		}
	}
	t[' '] = 1 << 32
	return t
}()

// A measure is what squeeze finds out about a text on its way.
type measure struct {
	runes, spaces int
	signs         signs
}

// squeeze returns s, which is valid, with one space for each run of white
// space and none at its ends, and its measure. Nearly every line is so
// already.
func squeeze(s string) (string, measure) {
	m, doubtful := measureOf(s)
	if doubtful && hasSpaces(s) {
		s = strings.Join(strings.Fields(s), " ")
		m, _ = measureOf(s)
	}
	if strings.HasSuffix(s, " ") {
		return s[:len(s)-1], measure{m.runes - 1, m.spaces - 1, m.signs}
	}
	return s, m
}

// measureOf measures s without a branch on the text, and reports whether it
// may hold white space that squeeze changes, other than one space at its end.
func measureOf(s string) (m measure, doubtful bool) {
	before, seen, count := uint16(byteSpace), uint16(0), uint64(0)
	for i := 0; i < len(s); i++ {
		k := byteKinds[s[i]]
		// A space after a space, and U+1680: byteLead is the bit above byteNext.
		seen |= k | (k&before&byteSpace)<<1 | (before>>1&k&byteNext)>>1
		count += byteCounts[s[i]]
		before = k
	}
	return measure{len(s) - int(count&(1<<32-1)), int(count >> 32), signs(seen & 0xFF)}, seen&byteCloser != 0
}

// hasSpaces reports whether s has white space at its beginning, in a run, or
// other than the space.
func hasSpaces(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c > ' ' && c < 0xC2, c > 0xC2 && c < 0xE1, c > 0xE3:
		case c == ' ' && before != ' ':
		case c == 0xC2 && i+1 < len(s) && s[i+1] != 0xA0 && s[i+1] != 0x85:
		case c == 0xE1 && i+1 < len(s) && s[i+1] != 0x9A:
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && 0x8B <= s[i+2] && s[i+2] < 0xA8:
		case c == 0xE2 && i+1 < len(s) && s[i+1] > 0x81:
		default:
			return true
		}
		before = c
	}
	return false
}
