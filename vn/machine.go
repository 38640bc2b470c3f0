package vn

import (
	"math/bits"
	"unicode/utf8"
)

// A machine normalizes a text from left to right, token by token. All entry points
// are loops over its clean and step; atEOF tells them whether the text ends where
// the string does.
type machine struct {
	style ToneStyle
	over  bool // inside of a token over the limits

	// placed remembers suspect tokens of up to eight bytes that proved well placed.
	// A text has few of them, time and again; this made clean text twice as fast.
	placed [32]uint64
}

// clean returns the end of the text from i on that is known to be normal: where the
// next step begins. It returns len(s) only if atEOF.
func (m *machine) clean(s string, i int, atEOF bool) int {
	if m.over {
		return i
	}
	var blocks suspectBlocks
	lo := i
	pos, ok := m.checkStart(s, i, atEOF)
	if !ok {
		return pos
	}
	for {
		next, more := scanBlocks(s, pos, &blocks)
		for _, b := range blocks.at[:blocks.n] {
			for hits := suspectsOf(s[b:]); hits != 0; hits &= hits - 1 {
				p := b + bits.TrailingZeros32(hits)
				if p < pos {
					continue // the token is known
				}
				if pos, ok = m.checkSuspect(s, lo, p, atEOF); !ok {
					return pos
				}
			}
		}
		if pos = max(pos, next); more {
			continue
		}
		p, found := scanTail(s, pos)
		switch {
		case found == foundSuspect:
			if pos, ok = m.checkSuspect(s, lo, p, atEOF); !ok {
				return pos
			}
		case found == foundDirty:
			q := foreignRun(s, p)
			if q == p {
				return m.stepBack(s, lo, p)
			}
			lo = q
			if pos, ok = m.checkStart(s, q, atEOF); !ok {
				return pos
			}
		case p < len(s):
			pos = p
		case atEOF:
			return p
		default:
			return m.stepBack(s, lo, p)
		}
	}
}

// checkStart looks into the token at i if it begins with i or u, which the patterns
// of suspects know by the byte before.
func (m *machine) checkStart(s string, i int, atEOF bool) (pos int, ok bool) {
	if i < len(s) && (s[i]|0x20 == 'i' || s[i]|0x20 == 'u') {
		return m.checkSuspect(s, i, i, atEOF)
	}
	return i, true
}

// checkSuspect looks into the token around the suspect byte at p. If it is well
// placed, it returns where the scan may go on, the start of a rune; otherwise, where
// the token begins.
func (m *machine) checkSuspect(s string, lo, p int, atEOF bool) (pos int, ok bool) {
	t := tokenStart(s, lo, p+1) // the byte at p may be the one before the token
	if p-t <= maxToken {
		if pos, ok = m.wellPlaced(s, t, atEOF); !ok {
			return t, false
		}
	}
	// Where the rune ends that p is in; what follows it may be invalid.
	start := p
	for start > lo && !utf8.RuneStart(s[start]) {
		start--
	}
	_, n := utf8.DecodeRuneInString(s[start:])
	pos = max(pos, p+1, start+n)
	return pos, true
}

// stepBack returns where the step must begin that has to do with the rune at p, all
// before it being clean: at its token, or at the rune that it may be a mark of.
func (m *machine) stepBack(s string, lo, p int) int {
	t := tokenStart(s, lo, p)
	if t < p && p-t <= maxToken || p == lo {
		return t
	}
	m.over = t < p
	if m.over || !utf8.FullRuneInString(s[p:]) || !bounds(s[p:]) {
		for p--; p > lo && !utf8.RuneStart(s[p]); p-- {
		}
	}
	return p
}

// wellPlaced reports whether the token at t, which has a suspect tone mark, is no
// syllable or has the mark in its place, and how far that is known.
func (m *machine) wellPlaced(s string, t int, atEOF bool) (end int, ok bool) {
	key, n := shortToken(s, t)
	slot := &m.placed[key*0x9E3779B97F4A7C15>>59]
	if *slot == key && n > 0 {
		return t + n, true
	}
	end, ok = m.parsePlace(s, t, atEOF)
	if ok && end == t+n {
		*slot = key
	}
	return end, ok
}

// shortToken returns the bytes of the token at t and their number, if an ASCII
// character ends it within eight.
func shortToken(s string, t int) (key uint64, n int) {
	if len(s)-t < 9 {
		return 0, 0
	}
	b := s[t : t+9]
	for n = 0; n < len(b); n++ {
		if b[n] < utf8.RuneSelf && b[n]|0x20-'a' >= 26 {
			return key, n
		}
		key |= uint64(b[n]) << (8 * n & 63)
	}
	return 0, 0
}

// parsePlace is wellPlaced without the memory.
func (m *machine) parsePlace(s string, t int, atEOF bool) (end int, ok bool) {
	var buf [maxLetters]char
	n := 0
	for end = t; end < len(s); {
		c, size := decodeChar(s[end:])
		if size == 0 {
			// Something clean bounds the token; anything else is for step.
			if b := s[end]; b >= utf8.RuneSelf && b != 0xE2 {
				return t, false
			}
			break
		}
		if n == len(buf) {
			return end, true
		}
		buf[n] = c
		n++
		end += size
	}
	if end == len(s) && !atEOF {
		return t, false
	}
	_, _, reason := tonePlace(buf[:n], m.style)
	return end, reason == 0
}

// step normalizes the token, the character or the part of a token at i, and returns
// where the next begins. If it must know more of the text, it returns i and more.
// If e is not nil, it notes the edits.
func (m *machine) step(dst []byte, s string, i int, atEOF bool, e *editor) (out []byte, next int, more bool) {
	if m.over {
		return m.stepOver(dst, s, i, atEOF, e)
	}
	if e == nil {
		var p plainToken
		if p.read(s, i) && (atEOF || p.end < len(s)) {
			p.placeTone(m.style)
			return p.append(dst), p.end, false
		}
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && n == 1 {
		if !atEOF && !utf8.FullRuneInString(s[i:]) {
			return dst, i, true
		}
		end := i + 1
		for end < len(s) && s[end]>>6 == 2 || end+1 < len(s) && s[end] >= 0xF8 {
			end++ // no rune begins so, nor so soon
		}
		return append(dst, s[i:end]...), end, false
	} else if c := classOf(r, s[i:]); c != classLetter && (c != classInvisible || bears(s[i+n:])) {
		return stepSegment(dst, s, i, atEOF, e)
	}
	return m.stepToken(dst, s, i, atEOF, e)
}

// bears reports whether s begins with a mark, of the character before it.
func bears(s string) bool {
	return s != "" && s[0] >= utf8.RuneSelf && !bounds(s)
}

// stepSegment normalizes a segment that has no part in any token.
func stepSegment(dst []byte, s string, i int, atEOF bool, e *editor) (out []byte, next int, more bool) {
	end, long, ok := nextSegment(s, i, atEOF)
	if !ok {
		return dst, i, true
	}
	n := len(dst)
	dst = appendSegment(dst, s[i:end], long)
	e.note(s, i, end, dst[n:], ReasonComposition)
	return dst, end, false
}

// stepToken normalizes a token.
func (m *machine) stepToken(dst []byte, s string, i int, atEOF bool, e *editor) (out []byte, next int, more bool) {
	var t token
	switch t.read(s, i, atEOF) {
	case tokenShort:
		return dst, i, true
	case tokenOver:
		m.over = true
		return m.stepOver(dst, s, i, atEOF, e)
	}
	moved, keep := t.repair(s, m.style)
	for k := range t.units[:t.n] {
		u := &t.units[k]
		n := len(dst)
		if keep || u.flags&unitKeep != 0 {
			dst = appendNFC(dst, s[u.start:u.end])
			e.note(s, u.start, u.end, dst[n:], ReasonComposition)
			continue
		}
		dst = u.own.append(dst)
		e.note(s, u.start, u.end, dst[n:], u.reason(moved))
	}
	return dst, t.end, false
}

// reason returns why the unit changed, if it did.
func (u *unit) reason(moved Reason) Reason {
	switch {
	case u.moved:
		return moved
	case u.flags&unitInvisible != 0:
		return ReasonInvisible
	case u.replaced:
		return ReasonLookalike
	case u.flags&unitOrdered != 0:
		return ReasonMarkOrder
	}
	return ReasonComposition
}

// stepOver normalizes one segment of a token over the limits: letters get their
// marks ordered, but for those that invisible characters follow. All else is left as
// NFC leaves it.
func (m *machine) stepOver(dst []byte, s string, i int, atEOF bool, e *editor) (out []byte, next int, more bool) {
	if e == nil && len(s)-i >= 6 && s[i] < utf8.RuneSelf && s[i+1]|1 == 0xCD {
		// The usual letter; ASCII follows it.
		if c, size := markedChar(s[i], s[i+1:]); size > 0 {
			return appendChar(dst, c), i + 1 + size, false
		}
	}
	c, end, long, ok := nextUnit(s, i, atEOF)
	if !ok {
		return dst, i, true
	}
	if c == classOther {
		m.over = false
		return dst, i, false
	}
	m.over = !endsInStarter(s[i:end])
	n := len(dst)
	u := unit{start: i, end: end}
	if c == classLetter && !long && !beginsInvisible(s[end:]) {
		if _, ok := u.decode(s, false); ok && u.flags&unitTwoTones == 0 {
			dst = u.own.append(dst)
			e.note(s, i, end, dst[n:], u.reason(0))
			return dst, end, false
		}
	}
	dst = appendSegment(dst, s[i:end], long)
	e.note(s, i, end, dst[n:], ReasonComposition)
	return dst, end, false
}

// beginsInvisible reports whether s begins with an invisible character.
func beginsInvisible(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return isInvisible(r)
}
