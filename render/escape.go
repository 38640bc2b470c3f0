package render

import (
	"unicode/utf8"
	"unsafe"

	"github.com/toasoan/toasoan/internal/span"
	"github.com/toasoan/toasoan/vn"
)

// copied finds what may be written as it is: valid UTF-8 in which nothing has
// to be escaped or cleaned. D8 begins U+061C, EF the noncharacters.
var copied = span.New(func(r rune) bool {
	if r < utf8.RuneSelf {
		return entity(byte(r)) != "" || r < ' ' && r != '\t' && r != '\n' || r == 0x7F
	}
	return r <= 0x9F || bidiControl(r)
}, "\xD8\xEF")

// entity returns the character reference for an ASCII byte that may not stand
// for itself in text or in a quoted attribute, "" for any other byte.
func entity(b byte) string {
	switch b {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	}
	return ""
}

// appendText appends s as text or as the value of a quoted attribute, cleaned
// as the package comment says.
func appendText(dst []byte, s string) []byte {
	for len(s) > 0 {
		n := copied.Span(s)
		dst = append(dst, s[:n]...)
		for s = s[n:]; len(s) > 0; {
			var size int
			dst, size = appendRune(dst, s, true)
			s = s[size:]
			// One slow rune is seldom alone in other scripts: the scan starts
			// again where it can go on for a while.
			if len(s) == 0 || s[0] < utf8.RuneSelf || copied.Passes(s[0]) {
				break
			}
		}
	}
	return dst
}

// cleanText returns s cleaned as the package comment says, but not escaped.
func cleanText(s string) string {
	n := copied.Span(s)
	if n == len(s) {
		return s
	}
	dst := append(make([]byte, 0, len(s)), s[:n]...)
	for n < len(s) {
		var size int
		dst, size = appendRune(dst, s[n:], false)
		n += size
	}
	return string(dst)
}

// appendRune appends the first rune of s, cleaned and, if escape, escaped, and
// returns how many bytes of s it took. It is right for every rune.
func appendRune(dst []byte, s string, escape bool) (_ []byte, size int) {
	b := s[0]
	if b < utf8.RuneSelf {
		switch e := entity(b); {
		case e != "" && escape:
			return append(dst, e...), 1
		case b == '\r':
			if len(s) > 1 && s[1] == '\n' {
				return append(dst, '\n'), 2
			}
			return append(dst, '\n'), 1
		case b < ' ' && b != '\t' && b != '\n' || b == 0x7F:
			return dst, 1
		}
		return append(dst, b), 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError || noncharacter(r):
		return append(dst, "\uFFFD"...), size
	case r <= 0x9F || bidiControl(r):
		return dst, size
	}
	return append(dst, s[:size]...), size
}

// noncharacter reports whether r is one of the 66 code points that are never
// assigned.
func noncharacter(r rune) bool {
	return r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF
}

// bidiControl reports whether r changes the direction of the text around it
// and so can make it read otherwise than it is (CVE-2021-42574).
func bidiControl(r rune) bool {
	return r == 0x061C || r == 0x200E || r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// inTone returns a text in a style of tone marks. The result may be s itself,
// which KeepStyle never changes.
func inTone(s string, style vn.ToneStyle) string {
	if style == vn.KeepStyle {
		return s
	}
	return vn.Form{Tone: style}.String(s)
}

// view returns the bytes of b as a string without a copy. The string must not
// be used after b changes.
func view(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}
