package vn

import (
	"cmp"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// unsafeString returns b as a string, which is not used after b changes.
func unsafeString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// orderQuick compares two texts by the first words that differ, if these are made of
// composed letters and plain signs and differ in more than the place of a tone.
func orderQuick(a, b string) (c int, ok bool) {
	i, n := 0, min(len(a), len(b))
	for i < n && a[i] == b[i] {
		i++
	}
	if i == len(a) && i == len(b) {
		return 0, true
	}
	for i > 0 && a[i-1] != ' ' && a[i-1] != '-' {
		i--
	}
	a, b = a[i:], b[i:]
	if orderEnds(a) || orderEnds(b) {
		return 0, false
	}
	toneA, toneB := ToneNgang, ToneNgang
	for {
		ra, ta, na := orderUnit(a)
		rb, tb, nb := orderUnit(b)
		endA, endB := na == 0 && orderEnds(a), nb == 0 && orderEnds(b)
		switch {
		case na == 0 && !endA || nb == 0 && !endB:
			return 0, false
		case endA && endB:
			// Which of two tones decides if both words have one depends on where
			// they belong.
			if toneA == toneB || toneA != ToneNgang && toneB != ToneNgang {
				return 0, false
			}
			if toneA == ToneNgang {
				return -1, true
			}
			return 1, true
		case endA:
			return -1, orderPlain(b[nb:])
		case endB:
			return 1, orderPlain(a[na:])
		}
		a, b = a[na:], b[nb:]
		if ra != rb {
			return cmp.Compare(ra, rb), orderPlain(a) && orderPlain(b)
		}
		toneA, toneB = max(toneA, ta), max(toneB, tb)
	}
}

// orderUnit returns the rank of the letter or the plain sign that s begins with, the
// tone of a letter, and its length, 0 at the end of a word and for anything else.
// Ranks are in the order of the bytes of keys.
func orderUnit(s string) (rank uint32, t Tone, n int) {
	if c, n := decodeChar(s); n > 0 {
		return (orderLetter + uint32(orderOf(c))) << 24, c.tone(), n
	}
	if orderEnds(s) {
		return 0, ToneNgang, 0
	}
	switch c := s[0]; {
	case c-'0' < 10:
		return (orderDigit + uint32(c-'0')) << 24, ToneNgang, 1
	case c < utf8.RuneSelf && orderSeparator(s) == 0:
		return orderSign<<24 | uint32(c)<<16, ToneNgang, 1
	case orderQuotes(s):
		return orderSign<<24 | uint32(c)<<16 | uint32(s[1])<<8 | uint32(s[2]), ToneNgang, 3
	}
	return 0, ToneNgang, 0
}

// orderQuotes reports whether s begins with a dash, a quotation mark or another sign
// from U+2012 to U+2027.
func orderQuotes(s string) bool {
	return len(s) > 2 && s[0] == 0xE2 && s[1] == 0x80 && s[2]-0x92 < 0x16
}

// orderQuickName is orderQuick for OrderName: by the last words, and if these are the
// same by the others.
func orderQuickName(a, b string) (c int, ok bool) {
	i, okA := orderLastWord(a)
	j, okB := orderLastWord(b)
	switch {
	case !okA || !okB:
		return 0, false
	case a[i:] != b[j:]:
		return orderQuick(a[i:], b[j:])
	}
	c, ok = orderQuick(a[:max(i-1, 0)], b[:max(j-1, 0)])
	return c, ok && (c != 0 || i == j)
}

// orderLastWord returns where the last word of s begins, if it is made of composed
// letters and stands behind a space or alone.
func orderLastWord(s string) (i int, ok bool) {
	i = strings.LastIndexByte(s, ' ') + 1
	for k := i; k < len(s); {
		_, n := decodeChar(s[k:])
		if n == 0 {
			return 0, false
		}
		k += n
	}
	return i, i < len(s)
}

// orderEnds reports whether a word ends here, as far as it is plain to see.
func orderEnds(s string) bool { return s == "" || s[0] == ' ' || s[0] == '-' }

// orderPlain reports whether what comes next is no part of the letter before.
func orderPlain(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf {
		return true
	}
	_, n := decodeChar(s)
	return n > 0
}

// orderCompareText compares the normal forms of two texts. It takes them piece by
// piece, so that nothing grows with the text.
func orderCompareText(a, b string) int {
	f := Form{Tone: OldStyle}
	var bufA, bufB [3 * maxToken]byte
	var pa, pb []byte // what is left of the pieces
	for {
		for len(pa) == 0 && a != "" {
			n := orderPiece(a)
			pa, a = f.Append(bufA[:0], a[:n]), a[n:]
		}
		for len(pb) == 0 && b != "" {
			n := orderPiece(b)
			pb, b = f.Append(bufB[:0], b[:n]), b[n:]
		}
		n := min(len(pa), len(pb))
		if n == 0 {
			return cmp.Compare(len(pa), len(pb))
		}
		for i := range n {
			if c := cmp.Compare(orderTextByte(pa[i]), orderTextByte(pb[i])); c != 0 {
				return c
			}
		}
		pa, pb = pa[n:], pb[n:]
	}
}

// orderTextByte returns the place of a byte where texts are compared byte by byte:
// its own, but that the hyphen, which dictionaries have before the space, changes
// places with the last control character.
func orderTextByte(c byte) byte {
	switch c {
	case '-':
		return orderHyphen
	case orderHyphen:
		return '-'
	}
	return c
}

// orderHyphen is the last control character, before the space.
const orderHyphen = 0x1F

// orderAppendText appends s as texts are compared byte by byte.
func orderAppendText(dst []byte, s string) []byte {
	n := len(dst)
	dst = append(dst, s...)
	if strings.IndexByte(s, '-') < 0 && strings.IndexByte(s, orderHyphen) < 0 {
		return dst
	}
	for i, c := range dst[n:] {
		dst[n+i] = orderTextByte(c)
	}
	return dst
}

// orderPiece returns the length of the word or of the separator that s begins with.
func orderPiece(s string) int {
	if n := orderSeparator(s); n > 0 {
		return n
	}
	return orderWordEnd(s, 0)
}
