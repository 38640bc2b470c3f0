package vn

import "unicode/utf8"

// Most text is folded byte by byte, without decoding: foldNext tells from the two
// bytes before in which row a byte is to be looked up, and the row tells what it
// becomes. No load waits for another iteration and no branch depends on the text,
// but for the runes that the tables leave to others. Lead bytes become nothing.

// The flags of an entry of foldRows and slugRows, above the byte that it becomes.
// Those of slugRows hold for one state; one bit higher stands what holds for the
// other, in which a hyphen was written last.
const (
	rowEmit   = 1 << 8  // the byte is written
	rowHyphen = 1 << 10 // the state after it is the one with a hyphen
	rowSlow   = 1 << 12 // the rune is not for the tables
)

// foldQuick folds the start of s into dst, which is as long as s, and returns how
// many bytes it read and wrote. It stops at a rune that the tables have not.
func foldQuick(dst []byte, s string) (i, n int) {
	row, lead := uint8(0), uint8(0)
	dst = dst[:len(s)]
	for i < len(s) {
		c := s[i]
		e := foldRows[int(row&15)<<8|int(c)]
		if e&rowSlow != 0 {
			break
		}
		row = foldNext[int(lead&3)<<8|int(c)]
		lead = foldLead[c]
		dst[n] = byte(e)
		n += int(e >> 8 & 1)
		i++
	}
	if row == 0 {
		return i, n
	}
	// The rune is not whole, or is slow: take back what was copied of it.
	last := i
	for i--; !utf8.RuneStart(s[i]); i-- {
	}
	if s[i] == 0xC2 || s[i] == 0xE2 {
		n -= last - i
	}
	return i, n
}

// foldLetters is foldQuick that reads the marks of letters, too. In a loop with them
// everything else took half as long again.
func foldLetters(dst []byte, s string) (i, n int) {
	for {
		k, m := foldQuick(dst[n:], s[i:])
		i, n = i+k, n+m
		if n == 0 || dst[n-1]-'a' >= 26 || !foldIsMark(s, i) {
			return i, n
		}
		for i += 2; foldIsMark(s, i); i += 2 {
		}
	}
}

// foldIsMark reports whether the rune at i is one of the marks U+0300 to U+033F.
func foldIsMark(s string, i int) bool {
	return i+1 < len(s) && s[i] == 0xCC && s[i+1]-0x80 < 0x40
}

// slugQuick makes the slug of the start of s in dst[n:], which is as long as s. last
// is 1 if dst ends in a hyphen or nothing was written, else 0.
func slugQuick(dst []byte, n int, s string, last int) (i, end, lastEnd int) {
	row, lead := uint(0), uint(0)
	hyphen := uint(last)
	for i < len(s) {
		c := uint(s[i])
		e := uint(slugRows[row&(15<<8)|c])
		if e&rowSlow != 0 {
			break
		}
		row = uint(foldNext[lead&(3<<8)|c]) << 8
		lead = uint(foldLead[c]) << 8
		dst[n] = byte(e)
		e >>= hyphen & 1
		n += int(e / rowEmit & 1)
		hyphen = e / rowHyphen & 1
		i++
	}
	if row != 0 {
		for i--; !utf8.RuneStart(s[i]); i-- {
		}
	}
	return i, n, int(hyphen)
}
