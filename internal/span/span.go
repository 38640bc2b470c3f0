// Package span finds how far a text may be copied as it is. It reads valid
// UTF-8 at two bytes a step, whatever the text, and leaves what needs a closer
// look to its caller.
package span

import (
	"slices"
	"unicode/utf8"
)

// States of a scanner. Each stands for the bit offset of its row in an entry
// of the table, so that a step is one shift.
const (
	stStart = 6 * iota
	stTail1 // one continuation byte to come
	stTail2 // two
	stC2    // after C2: U+0080 to U+00BF are decided one by one
	stE0    // after E0: a short form is invalid
	stED    // after ED: surrogates are invalid
	stE2    // after E2: the next byte decides
	stE280  // after E2 80: so are U+2000 to U+203F
	stE281  // after E2 81: and U+2040 to U+207F
	stBad   // absorbing
)

// A Scanner is a shift-based automaton: bits s to s+5 of steps[b] are the
// state that follows the state s on the byte b. It is safe for concurrent use.
type Scanner struct {
	steps [256]uint64

	// Two steps at once, which halves the chain of shifts that a scan waits
	// for: rows[pairs[b|c<<8]] is the row of byte b and then c. Text in one
	// language has few pairs, so that a small part of the table is in use.
	pairs [1 << 16]uint8
	rows  [256]uint64
}

// New returns a scanner that stops at invalid UTF-8, at the runes for which
// stop reports true, and at every rune that begins with a byte of closer or
// lies above U+FFFF. Of other runes, only ASCII, U+0080 to U+00BF and U+2000
// to U+207F are asked for.
func New(stop func(r rune) bool, closer string) *Scanner {
	s := new(Scanner)
	for b := range s.steps {
		s.steps[b] = row(byte(b), stop, closer)
	}
	s.join()
	return s
}

// row returns the transitions on byte b.
func row(b byte, stop func(r rune) bool, closer string) (e uint64) {
	in := func(lo, hi byte) bool { return lo <= b && b <= hi }
	to := func(from uint64, ok bool, to uint64) {
		if !ok {
			to = stBad
		}
		e |= to << from
	}
	lead := uint64(stBad)
	switch {
	case slices.Contains([]byte(closer), b):
	case b < utf8.RuneSelf && !stop(rune(b)):
		lead = stStart
	case b == 0xC2:
		lead = stC2
	case in(0xC3, 0xDF):
		lead = stTail1
	case b == 0xE0:
		lead = stE0
	case b == 0xE2:
		lead = stE2
	case b == 0xED:
		lead = stED
	case in(0xE1, 0xEF):
		lead = stTail2
	}
	tail := in(0x80, 0xBF)
	low := rune(b & 0x3F)
	to(stStart, true, lead)
	to(stTail1, tail, stStart)
	to(stTail2, tail, stTail1)
	to(stC2, tail && !stop(0x80+low), stStart)
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
	to(stE280, tail && !stop(0x2000+low), stStart)
	to(stE281, tail && !stop(0x2040+low), stStart)
	to(stBad, true, stBad)
	return e
}

// join fills the table of pairs. Bytes of the same row are one class; the row
// of a pair depends on the classes alone.
func (s *Scanner) join() {
	var class [256]uint8
	var firsts, rows []uint64
	number := func(known *[]uint64, row uint64) uint8 {
		i := slices.Index(*known, row)
		if i < 0 {
			i = len(*known)
			*known = append(*known, row)
		}
		return uint8(i)
	}
	for b, row := range s.steps {
		class[b] = number(&firsts, row)
	}
	lines := make([][256]uint8, len(firsts)) // of pairs, by the class of c
	for c, second := range firsts {
		of := make([]uint8, len(firsts)) // by the class of b
		for b, first := range firsts {
			var row uint64
			for from := uint64(0); from <= stBad; from += 6 {
				row |= second >> (first >> from & 63) & 63 << from
			}
			of[b] = number(&rows, row)
		}
		for b := range class {
			lines[c][b] = of[class[b]]
		}
	}
	for c := range class {
		copy(s.pairs[c<<8:], lines[class[c]][:])
	}
	copy(s.rows[:], rows)
}

// Passes reports whether a rune that begins with b may be one at which the
// scanner does not stop.
func (s *Scanner) Passes(b byte) bool { return s.steps[b]&63 != stBad }

// pair returns the row of two bytes.
func (s *Scanner) pair(b, c byte) uint64 {
	return s.rows[s.pairs[uint16(b)|uint16(c)<<8]]
}

// Span returns the length of the longest prefix of text that holds whole runes
// at which the scanner does not stop. It looks at no more than 16 bytes after
// that.
func (s *Scanner) Span(text string) int {
	i, state := 0, uint64(stStart)
	for len(text)-i >= 16 {
		b := text[i : i+16]
		x := s.pair(b[0], b[1]) >> (state & 63)
		x = s.pair(b[2], b[3]) >> (x & 63)
		x = s.pair(b[4], b[5]) >> (x & 63)
		x = s.pair(b[6], b[7]) >> (x & 63)
		x = s.pair(b[8], b[9]) >> (x & 63)
		x = s.pair(b[10], b[11]) >> (x & 63)
		x = s.pair(b[12], b[13]) >> (x & 63)
		x = s.pair(b[14], b[15]) >> (x & 63)
		if x&63 == stBad {
			break
		}
		state = x
		i += 16
	}
	for ; i < len(text); i++ {
		next := s.steps[text[i]] >> (state & 63)
		if next&63 == stBad {
			break
		}
		state = next
	}
	if state&63 != stStart { // inside a rune
		for i--; !utf8.RuneStart(text[i]); {
			i--
		}
	}
	return i
}
