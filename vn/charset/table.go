package charset

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

//go:generate go run gen.go

// Letters that a table indexes directly: Latin up to ư, and the Vietnamese block.
const (
	latinEnd  = 0x01B1
	vietStart = 0x1EA0
	vietEnd   = 0x1EFA
)

// A utf8Char is a character in UTF-8: its bytes from the lowest up, and their
// number on top.
type utf8Char uint32

func (c utf8Char) size() int { return int(c >> 24) }

// put writes c to dst, which has room for it, and returns its size.
func (c utf8Char) put(dst []byte) int {
	n := c.size()
	for i := range dst[:n] {
		dst[i] = byte(c >> (8 * i))
	}
	return n
}

// makeChar returns a rune of the Basic Multilingual Plane as a utf8Char.
func makeChar(r rune) utf8Char {
	s := string(r)
	c := utf8Char(len(s)) << 24
	for i := range len(s) {
		c |= utf8Char(s[i]) << (8 * i)
	}
	return c
}

// rune returns c as a rune.
func (c utf8Char) rune() rune {
	var b [3]byte
	r, _ := utf8.DecodeRune(b[:c.put(b[:])])
	return r
}

// replacement is U+FFFD, what an unassigned byte decodes to.
const replacement utf8Char = 3<<24 | 0xBD<<16 | 0xBF<<8 | 0xEF

// A table maps the bytes of an encoding to characters and back. A code is one
// byte, or two with the first one higher; zero, but for U+0000, is none.
type table struct {
	decode [256]utf8Char
	latin  [latinEnd]uint16
	viet   [vietEnd - vietStart]uint16
	other  []runeCode
}

type runeCode struct {
	r    rune
	code uint16
}

// code returns the code of r.
func (t *table) code(r rune) (code uint16, ok bool) {
	switch {
	case r < latinEnd:
		code = t.latin[r]
		return code, code != 0 || r == 0
	case r >= vietStart && r < vietEnd:
		code = t.viet[r-vietStart]
		return code, code != 0
	}
	i, ok := slices.BinarySearchFunc(t.other, r, func(e runeCode, r rune) int { return cmp.Compare(e.r, r) })
	if !ok {
		return 0, false
	}
	return t.other[i].code, true
}

// appendCode appends the bytes of a code.
func appendCode(dst []byte, code uint16) []byte {
	if code > 0xFF {
		dst = append(dst, byte(code>>8))
	}
	return append(dst, byte(code))
}
