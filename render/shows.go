package render

import (
	"unicode"
	"unicode/utf8"
)

// shows reports whether a reader sees anything of s, be it escaped or not: a
// character that is neither white space nor invisible. A link, a paragraph or
// a heading without any has nothing to click and no name.
func shows[T string | []byte](s T) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c > ' ' && c != 0x7F {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		if !invisible(r) {
			return true
		}
		i += size
	}
	return false
}

// invisible reports whether r, which is not ASCII, leaves no ink: spaces,
// controls, and what Unicode calls default ignorable. U+2800 is the blank of
// Braille.
func invisible(r rune) bool {
	if r > 0xAD && r < 0x34F || r&^0xFF == 0x1E00 { // letters of Latin, and marks on them
		return false
	}
	return r == 0x2800 || unicode.In(r, unicode.White_Space, unicode.Cc, unicode.Cf,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
