package charset

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// The marks of VIQR, and what they are in Unicode, at the same places; 0 is none.
// An asterisk is read as a plus sign.
const (
	viqrShapes = "\x00^(+"
	viqrTones  = "\x00`?~'."
)

var (
	viqrShapeMarks = [...]rune{0, 0x0302, 0x0306, 0x031B}
	viqrToneMarks  = [...]rune{0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323}
)

// viqrLetters holds the vowels by their letter, shape and tone; 0 is none.
type viqrLetters [utf8.RuneSelf][len(viqrShapes)][len(viqrTones)]utf8Char

var newVIQRLetters = sync.OnceValue(func() *viqrLetters {
	var t viqrLetters
	for _, base := range "aeiouyAEIOUY" {
		for i, shape := range viqrShapeMarks {
			for j, tone := range viqrToneMarks {
				s := norm.NFC.String(strings.ReplaceAll(string([]rune{base, shape, tone}), "\x00", ""))
				r, size := utf8.DecodeRuneInString(s)
				if _, ok := visciiTable.code(r); ok && size == len(s) {
					t[base][i][j] = makeChar(r)
				}
			}
		}
	}
	return &t
})

// shapeIndex and toneIndex return the place of a mark, or -1.
func shapeIndex(b byte) int {
	if b == '*' {
		b = '+'
	}
	return strings.IndexByte(viqrShapes, b)
}

func toneIndex(b byte) int { return strings.IndexByte(viqrTones, b) }

// absorbs reports whether a decoder that has read a letter as far as have takes
// b as a part of it.
func (t *viqrLetters) absorbs(have []byte, b byte) bool {
	if len(have) == 0 || have[0] >= utf8.RuneSelf || b == 0 {
		return false
	}
	switch first := have[0]; first {
	case 'd', 'D':
		return len(have) == 1 && (b == 'd' || b == 'D' && first == 'D')
	default:
		shape := 0
		if len(have) > 1 {
			if shape = shapeIndex(have[1]); shape < 0 || len(have) > 2 {
				return false
			}
		} else if s := shapeIndex(b); s > 0 {
			return t[first][s][0] != 0
		}
		tone := toneIndex(b)
		return tone > 0 && t[first][shape][tone] != 0
	}
}

// A viqrDecoder reads VIQR.
type viqrDecoder struct {
	transform.NopResetter
	letters *viqrLetters
}

func (d viqrDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		n := 1
		for nSrc+n < len(src) && d.letters.absorbs(src[nSrc:nSrc+n], src[nSrc+n]) {
			n++
		}
		if nSrc+n == len(src) && !atEOF && d.open(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		c := d.char(src[nSrc : nSrc+n])
		if src[nSrc] == '\\' && nSrc+1 < len(src) && '!' <= src[nSrc+1] && src[nSrc+1] <= '~' {
			c, n = makeChar(rune(src[nSrc+1])), 2
		}
		if c.size() > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += c.put(dst[nDst:])
		nSrc += n
	}
	return nDst, nSrc, nil
}

// open reports whether what follows may change how s, all that is left, is read.
func (d viqrDecoder) open(s []byte) bool {
	const next = "d'`?~.^(+"
	if s[0] == '\\' {
		return true
	}
	for i := range len(next) {
		if d.letters.absorbs(s, next[i]) {
			return true
		}
	}
	return false
}

// char returns the character of s, a letter with all its marks or one byte.
func (d viqrDecoder) char(s []byte) utf8Char {
	switch {
	case s[0] >= utf8.RuneSelf:
		return replacement
	case len(s) == 1:
		return makeChar(rune(s[0]))
	case s[0] == 'd':
		return makeChar('đ')
	case s[0] == 'D':
		return makeChar('Đ')
	}
	shape, tone := 0, 0
	for _, b := range s[1:] {
		if i := shapeIndex(b); i > 0 {
			shape = i
		} else {
			tone = toneIndex(b)
		}
	}
	return d.letters[s[0]][shape][tone]
}

// A viqrCoder writes VIQR. It keeps the last letter, so that what follows is
// escaped where a decoder would take it for a part of that letter.
type viqrCoder struct {
	letters *viqrLetters
	last    [4]byte
	size    int
	escape  bool // the d that comes next stands before đ, which is written dd
}

// peek looks at what follows the letter that comes next.
func (c *viqrCoder) peek(letter, rest []byte, atEOF bool) error {
	c.escape = false
	if letter[0]|0x20 != 'd' || len(rest) == 0 || rest[0] != "đ"[0] {
		return nil
	}
	if len(rest) == 1 && !atEOF {
		return transform.ErrShortSrc
	}
	r, _ := utf8.DecodeRune(rest)
	c.escape = r == 'đ' || r == 'Đ'
	return nil
}

func (c *viqrCoder) wrote(b []byte) { c.size = copy(c.last[:], b) }

func (c *viqrCoder) appendRune(dst []byte, r rune) ([]byte, bool) {
	switch {
	case r == '\\':
		return append(dst, `\\`...), true
	case r < utf8.RuneSelf:
		if c.escape || c.letters.absorbs(c.last[:c.size], byte(r)) {
			dst = append(dst, '\\')
		}
		return append(dst, byte(r)), true
	case r == 'đ' || r == 'Đ':
		d := byte(r&1) << 5 // U+0110 and U+0111
		return append(dst, 'D'|d, 'D'|d), true
	}
	if _, ok := visciiTable.code(r); !ok {
		return dst, false
	}
	return c.appendVowel(dst, r), true
}

// appendVowel appends a vowel, its shape before its tone.
func (c *viqrCoder) appendVowel(dst []byte, r rune) []byte {
	var shape, tone byte
	for _, m := range norm.NFD.String(string(r)) {
		if m < utf8.RuneSelf {
			dst = append(dst, byte(m))
		}
		for i, s := range viqrShapeMarks {
			if s == m {
				shape = viqrShapes[i]
			}
		}
		for i, t := range viqrToneMarks {
			if t == m {
				tone = viqrTones[i]
			}
		}
	}
	for _, b := range [2]byte{shape, tone} {
		if b != 0 {
			dst = append(dst, b)
		}
	}
	return dst
}
