// Package jsonenc writes JSON strings that may stand inside a script element
// of an HTML page, and finds what stands for itself in a JSON string.
package jsonenc

import "unicode/utf8"

const hex = "0123456789abcdef"

// AppendString appends s to dst as a JSON string in double quotes. It escapes
// as [encoding/json] does: < > & and U+2028, U+2029 are written as \u
// escapes. Invalid UTF-8 is written as U+FFFD, and valid tells whether there
// was none.
func AppendString(dst []byte, s string) (_ []byte, valid bool) {
	valid = true
	dst = append(dst, '"')
	for {
		n := safe.span(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return append(dst, '"'), valid
		}
		s = s[n:]
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			dst, valid = append(dst, `\ufffd`...), false
		case r < utf8.RuneSelf, r == '\u2028', r == '\u2029':
			dst = appendEscape(dst, r)
		default: // a neighbour of the separators
			dst = append(dst, s[:size]...)
		}
		s = s[size:]
	}
}

// appendEscape appends the escape of a rune below U+10000.
func appendEscape(dst []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(dst, '\\', byte(r))
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
