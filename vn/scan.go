package vn

import "unicode/utf8"

// The scan of clean text is what makes text that is already normal cheap. Clean
// are the bytes of ASCII, of Latin-1, of Latin Extended-A, of the Vietnamese
// letters and of the usual punctuation: nothing in them can change but the place
// of a tone mark, and the scan finds the few syllables that could be wrong.

// A finding is why the scan stops.
type finding uint8

const (
	foundNothing finding = iota
	foundDirty           // a rune that is not clean, or no UTF-8
	foundSuspect         // a byte of a syllable whose tone mark may have to move
)

// scan returns the index of the first byte from i on that the scan cannot vouch
// for, and why. It returns len(s) if there is none. i is the start of a rune.
func scan(s string, i int) (p int, found finding) {
	for {
		i = scanBlocks(s, i)
		n := len(s) - i
		if n >= blockSize+3 {
			// The block has something, unless it began inside a rune.
			j, found := scanBytes(s[i:i+blockSize+3], blockSize)
			i += j
			if found != foundNothing {
				return i, found
			}
			continue
		}
		var buf [blockSize + 6]byte
		copy(buf[:], s[i:])
		j, found := scanBytes(string(buf[:]), n)
		if j < n && found == foundNothing {
			found = foundDirty // half a rune at the end
		}
		return i + j, found
	}
}

const blockSize = 16

// scanBlocks scans whole blocks and returns the index of the rune that begins in
// or before the first block with a reason to stop, or before the last bytes.
//
// The automaton is one shift a byte, in a chain; the patterns are looked up beside
// it, without one: two bytes of a pattern are put together, then two pairs. The
// loop over the block is unrolled, which makes it 1.6 times as fast.
func scanBlocks(s string, i int) int {
	x := uint64(0)
	for ; len(s)-i >= blockSize+3; i += blockSize {
		b, state := s[i:i+blockSize+3], x
		found := uint64(0)
		w0, w1, w2 := suspectRows[b[0]], suspectRows[b[1]], suspectRows[b[2]]
		p0, p1 := w0&(w1>>16), w1&(w2>>16)
		var p2 uint64
		x = cleanRows[b[0]] >> (x & 63)
		w0 = suspectRows[b[3]]
		p2 = w2 & (w0 >> 16)
		found |= p0 & (p2 >> 32)
		x = cleanRows[b[1]] >> (x & 63)
		w1 = suspectRows[b[4]]
		p0 = w0 & (w1 >> 16)
		found |= p1 & (p0 >> 32)
		x = cleanRows[b[2]] >> (x & 63)
		w2 = suspectRows[b[5]]
		p1 = w1 & (w2 >> 16)
		found |= p2 & (p1 >> 32)
		x = cleanRows[b[3]] >> (x & 63)
		w0 = suspectRows[b[6]]
		p2 = w2 & (w0 >> 16)
		found |= p0 & (p2 >> 32)
		x = cleanRows[b[4]] >> (x & 63)
		w1 = suspectRows[b[7]]
		p0 = w0 & (w1 >> 16)
		found |= p1 & (p0 >> 32)
		x = cleanRows[b[5]] >> (x & 63)
		w2 = suspectRows[b[8]]
		p1 = w1 & (w2 >> 16)
		found |= p2 & (p1 >> 32)
		x = cleanRows[b[6]] >> (x & 63)
		w0 = suspectRows[b[9]]
		p2 = w2 & (w0 >> 16)
		found |= p0 & (p2 >> 32)
		x = cleanRows[b[7]] >> (x & 63)
		w1 = suspectRows[b[10]]
		p0 = w0 & (w1 >> 16)
		found |= p1 & (p0 >> 32)
		x = cleanRows[b[8]] >> (x & 63)
		w2 = suspectRows[b[11]]
		p1 = w1 & (w2 >> 16)
		found |= p2 & (p1 >> 32)
		x = cleanRows[b[9]] >> (x & 63)
		w0 = suspectRows[b[12]]
		p2 = w2 & (w0 >> 16)
		found |= p0 & (p2 >> 32)
		x = cleanRows[b[10]] >> (x & 63)
		w1 = suspectRows[b[13]]
		p0 = w0 & (w1 >> 16)
		found |= p1 & (p0 >> 32)
		x = cleanRows[b[11]] >> (x & 63)
		w2 = suspectRows[b[14]]
		p1 = w1 & (w2 >> 16)
		found |= p2 & (p1 >> 32)
		x = cleanRows[b[12]] >> (x & 63)
		w0 = suspectRows[b[15]]
		p2 = w2 & (w0 >> 16)
		found |= p0 & (p2 >> 32)
		x = cleanRows[b[13]] >> (x & 63)
		w1 = suspectRows[b[16]]
		p0 = w0 & (w1 >> 16)
		found |= p1 & (p0 >> 32)
		x = cleanRows[b[14]] >> (x & 63)
		w2 = suspectRows[b[17]]
		p1 = w1 & (w2 >> 16)
		found |= p2 & (p1 >> 32)
		x = cleanRows[b[15]] >> (x & 63)
		w0 = suspectRows[b[18]]
		p2 = w2 & (w0 >> 16)
		found |= p0 & (p2 >> 32)
		if x&63 == cleanDirty || found&0xFFFF != 0 {
			x = state
			break
		}
	}
	if x&63 != 0 {
		// The block begins inside a rune.
		for i--; !utf8.RuneStart(s[i]); i-- {
		}
	}
	return i
}

// scanBytes returns the index of the first rune in b[:n] that is not clean, or of
// the first byte of a pattern. If it finds nothing, it returns n, or the start of
// the rune that goes on behind n. b is three bytes longer than n at least.
func scanBytes(b string, n int) (p int, found finding) {
	x := uint64(0)
	for k := 0; k < n; k++ {
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
			for q--; !utf8.RuneStart(s[q]); q-- {
			}
			if !isCleanLetter(s[q:p]) {
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
