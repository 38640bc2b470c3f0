package vn

import (
	"encoding/binary"
	"math/bits"
)

// appendDense normalizes tokens one after the other for as long as they change, and
// then a little: text that is decomposed is so all over, and the scan of clean text
// would stop at every word.
func (m *machine) appendDense(dst []byte, s string, i int) ([]byte, int) {
	var p plainToken
	for same := 0; i < len(s) && same < 4; {
		n, start := len(dst), i
		switch b := s[i]; {
		case m.over:
			dst, i, _ = m.step(dst, s, i, true, nil)
			continue
		case b < 0x80 && asciiChars[b] == notLetter && beginsStarter(s[i+1:]):
			dst = append(dst, b)
			i++
			continue
		}
		if dst, i = m.appendDecomposed(dst, s, i, &p); i > start {
			if same++; len(dst)-n != i-start {
				same = 0
			}
			continue
		}
		if p.read(s, i) {
			p.placeTone(m.style)
			dst, i = p.append(dst), p.end
		} else {
			dst, i, _ = m.step(dst, s, i, true, nil)
		}
		if string(dst[n:]) == s[start:i] {
			same++
		} else {
			same = 0
		}
	}
	return dst, i
}

// appendDecomposed normalizes ASCII and its letters with up to two marks, đ, dashes
// and quotation marks, from i on, where a token begins. It stops before the first token that has anything
// else, and near the end. It does not look at the bytes of a word one by one: it
// copies eight and goes to the mark among them.
func (m *machine) appendDecomposed(dst []byte, s string, start int, p *plainToken) ([]byte, int) {
	i, low := start, len(dst)
	if cap(dst)-low < len(s)-start+8 {
		return dst, i // the result is never longer than s
	}
	n := low
	b := dst[:cap(dst)]
	for len(s)-i >= 16 && n+8 <= len(b) {
		u := load64(s, i)
		binary.LittleEndian.PutUint64(b[n:], u)
		k := bits.TrailingZeros64(u&0x8080808080808080) >> 3
		i, n = i+k, n+k
		if k == 8 {
			continue
		}
		if s[i] == 0xC4 && s[i+1]|1 == 0x91 { // đ
			b[n], b[n+1] = 0xC4, s[i+1]
			i, n = i+2, n+2
			continue
		}
		if s[i] == 0xE2 && s[i+1] == 0x80 && s[i+2]-0x90 < 0x18 && s[i+3] < 0x80 { // a dash, a quotation mark
			b[n], b[n+1], b[n+2] = 0xE2, 0x80, s[i+2]
			i, n = i+3, n+3
			start, low = i, n // no token reaches over it
			continue
		}
		if s[i]|1 != 0xCD || n == low || b[n-1] >= 0x80 {
			break
		}
		c, size := markedChar(b[n-1], s[i:])
		if size == 0 {
			break
		}
		if c.tone() != ToneNgang && mayMove(c, b[low:n-1], s[i+size:]) {
			from, to := tokenBack(s, start, i), tokenBackBytes(b, low, n)
			if !p.read(s, from) {
				break
			}
			p.placeTone(m.style)
			n = len(p.append(b[:to]))
			i = p.end
			continue
		}
		v := composed[c&2047]
		binary.LittleEndian.PutUint32(b[n-1:], v)
		n += int(v>>24) - 1
		i += size
	}
	from, to := tokenBack(s, start, i), tokenBackBytes(b, low, n)
	if from == i && i > start && s[i] >= 0x80 {
		from, to = from-1, to-1 // what follows may be a mark of this character
	}
	return dst[:to], from
}

// load64 returns the eight bytes of s from i on.
func load64(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// markedChar returns the char of an ASCII letter and the one or two marks that s
// begins with, and their size, or 0 if there is no such char.
func markedChar(base byte, s string) (c char, size int) {
	c, ok := asciiChars[base&127], true
	if c == notLetter || s[1]>>6 != 2 {
		return 0, 0
	}
	if c, ok = c.withMark(markOf[s[0]&1<<6|s[1]&63]); !ok {
		return 0, 0
	}
	if len(s) < 5 || s[2] < 0x80 {
		return c, 2
	}
	if s[2]|1 != 0xCD || s[3]>>6 != 2 || s[4] >= 0x80 {
		return 0, 0
	}
	if c, ok = c.withMark(markOf[s[2]&1<<6|s[3]&63]); !ok {
		return 0, 0
	}
	return c, 4
}

// mayMove reports whether the tone mark of c, which stands between before (composed)
// and after (decomposed), may be in a wrong place. It is settled for a stream.
func mayMove(c char, before []byte, after string) bool {
	next := len(after) > 1 && isASCIIVowel(after[0])
	if c.shape() != shapeNone {
		return next && after[1] >= 0x80
	}
	if n := len(before); n > 0 {
		last := before[n-1]
		isDD := n > 1 && before[n-2] == 0xC4 && last|1 == 0x91
		if isASCIIVowel(last) || last >= 0x80 && !isDD {
			return true
		}
	}
	return next && c.code() != codeA
}

// vowelBits has a bit for each of aeiouy, from a on.
const vowelBits = 1<<0 | 1<<4 | 1<<8 | 1<<14 | 1<<20 | 1<<24

// isASCIIVowel reports whether b is one of aeiouy, in either case.
func isASCIIVowel(b byte) bool {
	return b >= 'A' && vowelBits>>(b|0x20-'a')&1 != 0
}

// tokenBack returns where the token begins that ends before i: behind the last ASCII
// character that is no letter, or at low.
func tokenBack(s string, low, i int) int {
	for i > low && (s[i-1] >= 0x80 || asciiChars[s[i-1]] != notLetter) {
		i--
	}
	return i
}

// tokenBackBytes is tokenBack for the output.
func tokenBackBytes(b []byte, low, n int) int {
	for n > low && (b[n-1] >= 0x80 || asciiChars[b[n-1]] != notLetter) {
		n--
	}
	return n
}
