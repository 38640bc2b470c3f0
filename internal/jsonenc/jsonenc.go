// Package jsonenc writes JSON strings that may stand inside a script element
// of an HTML page, and finds what stands for itself in a JSON string.
package jsonenc

import (
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/span"
)

const hex = "0123456789abcdef"

// safe finds what AppendString copies.
var safe = span.New(func(r rune) bool {
	return needsEscape(r) || r == '<' || r == '>' || r == '&' || r == '\u2028' || r == '\u2029'
}, "")

// needsEscape reports whether r cannot stand for itself in a JSON string.
func needsEscape(r rune) bool { return r < ' ' || r == '"' || r == '\\' }

// Plain returns the length of the longest prefix of s that stands for itself
// inside a JSON string: valid UTF-8 without quotes, backslashes and controls.
func Plain(s string) int {
	for n := 0; ; {
		n += safe.Span(s[n:])
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || r == utf8.RuneError && size == 1 || needsEscape(r) {
			return n
		}
		n += size
	}
}

// AppendString appends s to dst as a JSON string in double quotes. It escapes
// as [encoding/json] does: < > & and U+2028, U+2029 are written as \u
// escapes. Invalid UTF-8 is written as U+FFFD, and valid tells whether there
// was none.
func AppendString(dst []byte, s string) (_ []byte, valid bool) {
	valid = true
	dst = append(dst, '"')
	for {
		n := safe.Span(s)
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
		default: // a rune above U+FFFF
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
