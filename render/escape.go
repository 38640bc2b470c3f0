package render

import (
	"slices"
	"unicode/utf8"
	"unsafe"
)

// States of the scanner. Each stands for the bit offset of its row in an
// entry of the table, so that a step is one shift.
const (
	stStart = 6 * iota
	stTail1 // one continuation byte to come
	stTail2 // two
	stC2    // after C2: U+0080 to U+009F are refused
	stE0    // after E0: a short form is invalid
	stED    // after ED: surrogates are invalid
	stE2    // after E2: the next byte decides
	stE280  // after E2 80: U+200E, U+200F, U+202A to U+202E are refused
	stE281  // after E2 81: U+2066 to U+2069 are refused
	stBad   // absorbing
)

// steps is a shift-based automaton: bits s to s+5 of steps[b] are the state
// that follows state s on byte b. It accepts valid UTF-8 in which nothing has
// to be escaped or cleaned, and refuses in addition the lead bytes D8, EF and
// F0 to F4, which are rare in news and need a closer look.
var steps = func() (t [256]uint64) {
	for b := range t {
		t[b] = row(byte(b))
	}
	return t
}()

// Two steps at once: pairs[b|c<<8] is the row of rows for byte b and then c.
// It halves the chain of shifts, which is what the scan waits for. Text in one
// language has few pairs, so that a small part of the table is in use.
var pairs, rows = func() (pairs [1 << 16]uint8, rows [256]uint64) {
	var class [256]uint8 // of bytes with the same row of steps
	var firsts []uint64
	for b, r := range steps {
		c := slices.Index(firsts, r)
		if c < 0 {
			c = len(firsts)
			firsts = append(firsts, r)
		}
		class[b] = uint8(c)
	}
	var found []uint64
	lines := make([][256]uint8, len(firsts))
	for c, second := range firsts {
		of := make([]uint8, len(firsts)) // the pair's index by the class of b
		for i, first := range firsts {
			var r uint64
			for from := uint64(0); from <= stBad; from += 6 {
				r |= second >> (first >> from & 63) & 63 << from
			}
			of[i] = uint8(slices.Index(found, r))
			if of[i] == 0xFF {
				of[i] = uint8(len(found))
				found = append(found, r)
			}
		}
		for b := range class {
			lines[c][b] = of[class[b]]
		}
	}
	for c := range class {
		copy(pairs[c<<8:], lines[class[c]][:])
	}
	copy(rows[:], found)
	return pairs, rows
}()

// twoSteps returns the row of two bytes.
func twoSteps(b, c byte) uint64 {
	return rows[pairs[uint16(b)|uint16(c)<<8]]
}

// row returns the transitions on byte b.
func row(b byte) (e uint64) {
	in := func(lo, hi byte) bool { return lo <= b && b <= hi }
	to := func(from uint64, ok bool, to uint64) {
		if !ok {
			to = stBad
		}
		e |= to << from
	}
	lead := uint64(stBad)
	switch {
	case b == '\t' || b == '\n' || in(' ', '~') && entity(b) == "":
		lead = stStart
	case b == 0xC2:
		lead = stC2
	case in(0xC3, 0xDF) && b != 0xD8:
		lead = stTail1
	case b == 0xE0:
		lead = stE0
	case b == 0xE2:
		lead = stE2
	case b == 0xED:
		lead = stED
	case in(0xE1, 0xEE):
		lead = stTail2
	}
	to(stStart, true, lead)
	tail := in(0x80, 0xBF)
	to(stTail1, tail, stStart)
	to(stTail2, tail, stTail1)
	to(stC2, in(0xA0, 0xBF), stStart)
	to(stE0, in(0xA0, 0xBF), stTail1)
	to(stED, in(0x80, 0x9F), stTail1)
	switch b {
	case 0x80:
		to(stE2, true, stE280)
	case 0x81:
		to(stE2, true, stE281)
	default:
		to(stE2, tail, stTail1)
	}
	to(stE280, tail && b != 0x8E && b != 0x8F && !in(0xAA, 0xAE), stStart)
	to(stE281, tail && !in(0xA6, 0xA9), stStart)
	to(stBad, true, stBad)
	return e
}

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
		n := clean(s)
		dst = append(dst, s[:n]...)
		for s = s[n:]; len(s) > 0; {
			var size int
			dst, size = appendRune(dst, s, true)
			s = s[size:]
			// One slow rune is seldom alone in other scripts: the scan starts
			// again where it can go on for a while.
			if len(s) == 0 || s[0] < utf8.RuneSelf || steps[s[0]]&63 != stBad {
				break
			}
		}
	}
	return dst
}

// clean returns the length of the longest prefix of s that the automaton
// accepts.
func clean(s string) int {
	i, state := 0, uint64(stStart)
	for len(s)-i >= 16 {
		b := s[i : i+16]
		x := twoSteps(b[0], b[1]) >> (state & 63)
		x = twoSteps(b[2], b[3]) >> (x & 63)
		x = twoSteps(b[4], b[5]) >> (x & 63)
		x = twoSteps(b[6], b[7]) >> (x & 63)
		x = twoSteps(b[8], b[9]) >> (x & 63)
		x = twoSteps(b[10], b[11]) >> (x & 63)
		x = twoSteps(b[12], b[13]) >> (x & 63)
		x = twoSteps(b[14], b[15]) >> (x & 63)
		if x&63 == stBad {
			break
		}
		state = x
		i += 16
	}
	if len(s)-i < 16 {
		x := state
		for _, b := range []byte(s[i:]) {
			x = steps[b] >> (x & 63)
		}
		if x&63 == stStart {
			return len(s)
		}
	}
	// The prefix ends where a rune ends: in the last 16 bytes, or up to three
	// bytes before them if the automaton is inside a rune there.
	end := i
	for state&63 != stStart && end > 0 {
		end--
		if utf8.RuneStart(s[end]) {
			break
		}
	}
	for ; i < len(s); i++ {
		state = steps[s[i]] >> (state & 63)
		switch state & 63 {
		case stStart:
			end = i + 1
		case stBad:
			return end
		}
	}
	return end
}

// cleanText returns s cleaned as the package comment says, but not escaped.
func cleanText(s string) string {
	n := clean(s)
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
// returns how many bytes of s it took. It is right for every rune and decides
// for clean.
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

// view returns the bytes of b as a string without a copy. The string must not
// be used after b changes.
func view(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b))
}
