package vn

import "unicode/utf8"

// The scan of clean text is what makes text that is already normal cheap. Clean
// are the bytes of ASCII, of Latin-1, of Latin Extended-A, of the Vietnamese
// letters and of the usual punctuation: nothing in them can change but the place
// of a tone mark, and the scan finds the few syllables that could be wrong.

// A finding is what the scan finds.
type finding uint8

const (
	foundNothing finding = iota
	foundDirty           // a rune that is not clean, or no UTF-8
	foundSuspect         // a byte of a syllable whose tone mark may have to move
)

const blockSize = 16

// suspectBlocks gathers the blocks that have a suspect byte.
type suspectBlocks struct {
	at [16]int // where they begin
	n  int
}

// scanBlocks scans up to 16 whole blocks from i on, the start of a rune. It returns
// the start of the rune that the next scan begins with, and whether there may be
// more whole blocks of clean text.
//
// Suspects are gathered, not looked into: to leave the loop for each costs more than
// the scan.
//
// The automaton is one shift a byte, in a chain; the patterns are looked up beside
// it, without one: two bytes of a pattern are put together, then two pairs. The
// loop over the block is unrolled, which makes it 1.6 times as fast.
func scanBlocks(s string, i int, found *suspectBlocks) (next int, more bool) {
	x := uint64(0)
	found.n = 0
	for range len(found.at) {
		if len(s)-i < blockSize+3 {
			return runeBefore(s, i, x), false
		}
		b, state := s[i:i+blockSize+3], x
		hit := uint64(0)
		c0, c1, c2 := b[0], b[1], b[2]
		w0, w1, w2 := suspectRows[c0], suspectRows[c1], suspectRows[c2]
		p0, p1, p2 := w0&(w1>>16), w1&(w2>>16), uint64(0)
		x = cleanRows[c0] >> (x & 63)
		c0 = b[3]
		w0 = suspectRows[c0]
		p2 = w2 & (w0 >> 16)
		hit |= p0 & (p2 >> 32)
		x = cleanRows[c1] >> (x & 63)
		c1 = b[4]
		w1 = suspectRows[c1]
		p0 = w0 & (w1 >> 16)
		hit |= p1 & (p0 >> 32)
		x = cleanRows[c2] >> (x & 63)
		c2 = b[5]
		w2 = suspectRows[c2]
		p1 = w1 & (w2 >> 16)
		hit |= p2 & (p1 >> 32)
		x = cleanRows[c0] >> (x & 63)
		c0 = b[6]
		w0 = suspectRows[c0]
		p2 = w2 & (w0 >> 16)
		hit |= p0 & (p2 >> 32)
		x = cleanRows[c1] >> (x & 63)
		c1 = b[7]
		w1 = suspectRows[c1]
		p0 = w0 & (w1 >> 16)
		hit |= p1 & (p0 >> 32)
		x = cleanRows[c2] >> (x & 63)
		c2 = b[8]
		w2 = suspectRows[c2]
		p1 = w1 & (w2 >> 16)
		hit |= p2 & (p1 >> 32)
		x = cleanRows[c0] >> (x & 63)
		c0 = b[9]
		w0 = suspectRows[c0]
		p2 = w2 & (w0 >> 16)
		hit |= p0 & (p2 >> 32)
		x = cleanRows[c1] >> (x & 63)
		c1 = b[10]
		w1 = suspectRows[c1]
		p0 = w0 & (w1 >> 16)
		hit |= p1 & (p0 >> 32)
		x = cleanRows[c2] >> (x & 63)
		c2 = b[11]
		w2 = suspectRows[c2]
		p1 = w1 & (w2 >> 16)
		hit |= p2 & (p1 >> 32)
		x = cleanRows[c0] >> (x & 63)
		c0 = b[12]
		w0 = suspectRows[c0]
		p2 = w2 & (w0 >> 16)
		hit |= p0 & (p2 >> 32)
		x = cleanRows[c1] >> (x & 63)
		c1 = b[13]
		w1 = suspectRows[c1]
		p0 = w0 & (w1 >> 16)
		hit |= p1 & (p0 >> 32)
		x = cleanRows[c2] >> (x & 63)
		c2 = b[14]
		w2 = suspectRows[c2]
		p1 = w1 & (w2 >> 16)
		hit |= p2 & (p1 >> 32)
		x = cleanRows[c0] >> (x & 63)
		c0 = b[15]
		w0 = suspectRows[c0]
		p2 = w2 & (w0 >> 16)
		hit |= p0 & (p2 >> 32)
		x = cleanRows[c1] >> (x & 63)
		c1 = b[16]
		w1 = suspectRows[c1]
		p0 = w0 & (w1 >> 16)
		hit |= p1 & (p0 >> 32)
		x = cleanRows[c2] >> (x & 63)
		c2 = b[17]
		w2 = suspectRows[c2]
		p1 = w1 & (w2 >> 16)
		hit |= p2 & (p1 >> 32)
		x = cleanRows[c0] >> (x & 63)
		c0 = b[18]
		w0 = suspectRows[c0]
		p2 = w2 & (w0 >> 16)
		hit |= p0 & (p2 >> 32)
		if x&63 == cleanDirty {
			return runeBefore(s, i, state), false
		}
		found.at[found.n&15] = i
		found.n += int((hit&0xFFFF + 0xFFFF) >> 16)
		i += blockSize
	}
	return runeBefore(s, i, x), true
}

// runeBefore returns i, or the start of the rune that i is inside of by the state.
func runeBefore(s string, i int, state uint64) int {
	if state&63 != 0 {
		for i--; !utf8.RuneStart(s[i]); i-- {
		}
	}
	return i
}

// suspectsOf returns a bit for each suspect byte of the block at the start of b.
func suspectsOf(b string) (hits uint32) {
	b = b[:blockSize+3]
	w1, w2 := suspectRows[b[1]], suspectRows[b[2]]
	p0, p1 := suspectRows[b[0]]&(w1>>16), w1&(w2>>16)
	for k := range blockSize {
		w3 := suspectRows[b[k+3]]
		p2 := w2 & (w3 >> 16)
		hits |= uint32((p0&(p2>>32)&0xFFFF+0xFFFF)>>16) << k
		p0, p1, w2 = p1, p2, w3
	}
	return hits
}

// scanBytes returns the index of the first rune in b[:n] that is not clean, or of
// the first byte of a pattern. If it finds nothing, it returns n, or the start of
// the rune that goes on behind n. b is three bytes longer than n at least.
func scanBytes(b string, n int) (p int, found finding) {
	x := uint64(0)
	for k := range n {
		if x&63 == 0 {
			p = k
		}
		if x = cleanRows[b[k]] >> (x & 63); x&63 == cleanDirty {
			return p, foundDirty
		}
		if suspect(b[k : k+4]) {
			return k, foundSuspect
		}
	}
	if x&63 != 0 {
		return p, foundNothing
	}
	return n, foundNothing
}

// scanTail scans what scanBlocks leaves: the block that is dirty, or the end.
func scanTail(s string, i int) (p int, found finding) {
	if len(s)-i >= blockSize+3 {
		p, found = scanBytes(s[i:i+blockSize+3], blockSize)
		return i + p, found
	}
	var buf [blockSize + 6]byte
	n := copy(buf[:], s[i:])
	p, found = scanBytes(string(buf[:]), n)
	if p < n && found == foundNothing {
		found = foundDirty // half a rune at the end
	}
	return i + p, found
}

// suspect reports whether four bytes are one of the patterns.
func suspect(b string) bool {
	_ = b[3]
	return suspectRows[b[0]]&(suspectRows[b[1]]>>16)&(suspectRows[b[2]]>>32)&(suspectRows[b[3]]>>48)&0xFFFF != 0
}

// tokenStart returns where the token begins that p is in or right after, if only
// clean letters stand before p; lo is where it begins at the earliest. It looks at
// little more than maxToken bytes.
func tokenStart(s string, lo, p int) int {
	for p > lo && p < len(s) && !utf8.RuneStart(s[p]) {
		p--
	}
	for end := p; p > lo && end-p <= maxToken; {
		q := p - 1
		if c := s[q]; c < utf8.RuneSelf {
			if c|0x20-'a' >= 26 {
				break
			}
		} else {
			for q > lo && !utf8.RuneStart(s[q]) {
				q--
			}
			if p-q < 2 || !isCleanLetter(s[q:p]) {
				break
			}
		}
		p = q
	}
	return p
}

// isCleanLetter reports whether a clean rune of two or three bytes is a letter.
func isCleanLetter(b string) bool {
	switch b[0] {
	case 0xC2:
		return b[1] == 0xAA || b[1] == 0xBA // ª º
	case 0xC3:
		return b[1] != 0x97 && b[1] != 0xB7 // × ÷
	}
	return b[0] != 0xE2
}
