package vn

import (
	"slices"
	"unicode/utf8"
)

// A char is a letter of the Vietnamese repertoire or of ASCII: its base letter
// from a, in steps of 1<<6; its shape in steps of 1<<4; its tone in steps of 1<<1;
// and 1 for a capital. Not every char exists: [composed] is 0 for those that do
// not.
type char uint16

// notLetter is no char.
const notLetter char = 1 << 15

// The shapes of a letter.
const (
	shapeNone       = iota
	shapeCircumflex // â ê ô
	shapeBreve      // ă
	shapeHorn       // ơ ư, and the bar of đ
)

func (c char) base() byte  { return 'a' + byte(c>>6) }
func (c char) shape() char { return c >> 4 & 3 }
func (c char) tone() Tone  { return Tone(c >> 1 & 7) }
func (c char) code() uint8 { return codeOf[c>>4&127] }

func (c char) withTone(t Tone) char  { return c&^(7<<1) | char(t)<<1 }
func (c char) withShape(s char) char { return c&^(3<<4) | s<<4 }

// decodeChar returns the char that s begins with and the length of its UTF-8, or
// 0 if s begins with anything else.
func decodeChar(s string) (c char, n int) {
	if len(s) == 0 {
		return 0, 0
	}
	if b := s[0]; b < utf8.RuneSelf {
		if b|0x20-'a' >= 26 {
			return 0, 0
		}
		return asciiChar(b), 1
	}
	// Decoding by hand, without utf8, made the keys of titles a third faster.
	if b := s[0]; b == 0xE1 {
		if len(s) > 2 && s[1]|1 == 0xBB && s[2]-0x80 < 0x40 {
			c, n = runeChar3(0x1E80|uint(s[1]&1)<<6|uint(s[2]&0x3F)), 3
		}
	} else if b-0xC3 < 4 && len(s) > 1 && s[1]-0x80 < 0x40 {
		c, n = runeChar2(uint(b&0x1F)<<6|uint(s[1]&0x3F)), 2
	}
	if c == 0 {
		return 0, 0
	}
	return c, n
}

// runeChar2 returns the char of a rune of two bytes, 0 for none.
func runeChar2(r uint) (c char) {
	if r -= 0xC0; r < uint(len(chars2)) {
		c = chars2[r]
	}
	return c
}

// runeChar3 returns the char of a rune of three bytes, 0 for none.
func runeChar3(r uint) (c char) {
	if r -= 0x1EA0; r < uint(len(chars3)) {
		c = chars3[r]
	}
	return c
}

// asciiChar returns the char of an ASCII letter.
func asciiChar(b byte) char {
	return char(b|0x20-'a')<<6 | char(^b>>5&1)
}

// runeChar returns the char of a rune, if it is one.
func runeChar(r rune) (c char, ok bool) {
	switch {
	case r < utf8.RuneSelf:
		if uint32(r|0x20-'a') >= 26 {
			return 0, false
		}
		return asciiChar(byte(r)), true
	case r < 0x800:
		c = runeChar2(uint(r))
	default:
		c = runeChar3(uint(r))
	}
	return c, c != 0
}

// appendChar appends the UTF-8 of c.
func appendChar(dst []byte, c char) []byte {
	v := composed[c&2047]
	switch v >> 24 {
	case 1:
		return append(dst, byte(v))
	case 2:
		return append(dst, byte(v), byte(v>>8))
	}
	return append(dst, byte(v), byte(v>>8), byte(v>>16))
}

// len returns the length of c in UTF-8.
func (c char) len() int { return int(composed[c&2047] >> 24) }

// A lookalikePair is a letter and the Latin letter it is mistaken for.
type lookalikePair struct {
	r, latin rune
	foreign  bool // of another script
}

// lookalike returns the letter that r is mistaken for, such as Đ for Ð (eth) and A
// for the fullwidth Ａ, and whether r is a letter of another script, such as the
// Cyrillic о. It returns ok == false if r is no look-alike.
func lookalike(r rune) (latin rune, foreign, ok bool) {
	if r >= 0xFF21 {
		if l := r - 0xFEE0; r <= 0xFF5A && uint32(l|0x20-'a') < 26 {
			return l, false, true
		}
		return 0, false, false
	}
	if r < lookalikes[0].r || r > lookalikes[len(lookalikes)-1].r {
		return 0, false, false
	}
	i, ok := slices.BinarySearchFunc(lookalikes[:], r, func(p lookalikePair, r rune) int {
		return int(p.r - r)
	})
	if !ok {
		return 0, false, false
	}
	return lookalikes[i].latin, lookalikes[i].foreign, true
}

// isInvisible reports whether r is one of the characters that show nothing and
// that [Form] removes inside and at the edge of a Latin word.
func isInvisible(r rune) bool {
	if r < invisibles[0] {
		return false
	}
	_, ok := slices.BinarySearch(invisibles[:], r)
	return ok
}

// itoa returns n in decimal.
func itoa(n uint8) string {
	var buf [3]byte
	i := len(buf)
	for {
		i--
		buf[i] = '0' + n%10
		if n /= 10; n == 0 {
			return string(buf[i:])
		}
	}
}
