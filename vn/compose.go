package vn

import (
	"iter"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// joiner is the character that norm.NFC inserts into a letter with more than 30
// marks.
const joiner = norm.GraphemeJoiner

// A segment is a piece of valid UTF-8 that NFC changes by itself: a character and
// what may combine with it. The segments are those of x/text, which cuts after 30
// marks and puts a joiner there.

// nextSegment returns the end of the segment that begins at i, and whether it ends
// because it has too many marks. If the end cannot be known before more of the text
// is, it returns ok == false.
func nextSegment(s string, i int, atEOF bool) (end int, long, ok bool) {
	end = i + norm.NFC.NextBoundaryInString(s[i:], true)
	if end == len(s) {
		return end, false, atEOF
	}
	if s[end] < utf8.RuneSelf {
		return end, false, true
	}
	if r, n := utf8.DecodeRuneInString(s[end:]); r == utf8.RuneError && n == 1 {
		return end, false, atEOF || utf8.FullRuneInString(s[end:])
	}
	return end, !bounds(s[end:]), true
}

// bounds reports whether what stands before s has no part in the character that s
// begins with. It goes by NFKC, because x/text counts marks by it, and counts the
// vowels and finals of Hangul among them: U+FF9E and U+FFAA are no bounds.
func bounds(s string) bool {
	p := norm.NFKC.PropertiesString(s)
	if !p.BoundaryBefore() {
		return false
	}
	r, _ := utf8.DecodeRune(p.Decomposition())
	return !(0x1161 <= r && r <= 0x1175) && !(0x11A7 <= r && r <= 0x11C2)
}

// appendNFC appends the NFC of a segment or of several. What stands in dst has no
// part in it.
func appendNFC(dst []byte, s string) []byte {
	if norm.NFC.QuickSpanString(s) == len(s) {
		return append(dst, s...)
	}
	// Not norm.NFC.AppendString, which would keep dst from the stack.
	return append(dst, norm.NFC.String(s)...)
}

// toNFC returns the NFC of a letter, s itself if it is in NFC.
func toNFC(s string) string {
	if norm.NFC.QuickSpanString(s) == len(s) {
		return s
	}
	return norm.NFC.String(s)
}

// decomposed yields the runes of the full canonical decomposition of s, without
// ordering the marks.
func decomposed(s string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for i, r := range s {
			d := norm.NFD.PropertiesString(s[i:]).Decomposition()
			if d == nil && !yield(r) {
				return
			}
			for len(d) > 0 {
				r, n := utf8.DecodeRune(d)
				if !yield(r) {
					return
				}
				d = d[n:]
			}
		}
	}
}

// latinText returns the NFC of a letter whose base is a foreign look-alike, with
// the Latin base instead.
func latinText(s string) string {
	var b []byte
	for r := range decomposed(s) {
		if latin, foreign, ok := lookalike(r); len(b) == 0 && ok && foreign {
			r = latin
		}
		b = utf8.AppendRune(b, r)
	}
	return norm.NFC.String(string(b))
}

// appendSegment appends the NFC of a segment, with the joiner that makes it end.
func appendSegment(dst []byte, s string, long bool) []byte {
	dst = appendNFC(dst, s)
	if long {
		dst = append(dst, joiner...)
	}
	return dst
}

// stripInvisible appends s without its invisible characters.
func stripInvisible(dst []byte, s string) []byte {
	for i, r := range s {
		if !isInvisible(r) {
			dst = append(dst, s[i:i+utf8.RuneLen(r)]...)
		}
	}
	return dst
}

// foreignRun returns the end of the text from i on that has no part in any token
// and is in NFC, so far as it is quick to tell. It looks at a bounded piece.
func foreignRun(s string, i int) int {
	const most = 1024
	if !bounds(s[i:]) {
		return i
	}
	end, last := i, i
	for end < len(s) && end-i < most {
		r, n := utf8.DecodeRuneInString(s[end:])
		if r == utf8.RuneError && n == 1 && !utf8.FullRuneInString(s[end:]) {
			break // it may be a mark yet
		}
		if r < utf8.RuneSelf || r == utf8.RuneError && n == 1 || classOf(r, s[end:]) != classOther {
			if bounds(s[end:]) {
				last = end
			}
			break
		}
		if bounds(s[end:]) {
			last = end
		}
		end += n
	}
	return i + norm.NFC.QuickSpanString(s[i:last])
}
