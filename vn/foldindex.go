package vn

import "strings"

// FoldIndex returns where the first match of substr in s begins and ends, as byte
// offsets in s: s[start:end] folds to Fold(substr). It returns -1, -1 if there is no
// match. [Finder] finds all of them.
//
// A match begins and ends between letters, with all marks of the last letter; it may
// begin or end inside of a word. An empty substr matches at 0, 0. The time is linear
// in the length of s and of substr.
func FoldIndex(s, substr string) (start, end int) {
	if start, end, ok := foldIndexShort(s, substr); ok {
		return start, end
	}
	var needles findNeedles
	if needles.add(substr, false); needles.most == 0 {
		return 0, 0
	}
	needles.link()
	start, end = -1, -1
	needles.scan(Finder{}, s, func(m Match) bool {
		start, end = m.Start, m.End
		return false
	})
	return start, end
}

// foldIndexShort is FoldIndex for a short needle in a short text, a title perhaps,
// that is plain: then the search needs no preparation, which takes longer. Nothing
// here is needed for the result; ok tells whether there is one.
func foldIndexShort(s, substr string) (start, end int, ok bool) {
	const mostText, mostNeedle = 512, 48
	var textBuf [mostText]byte
	var needleBuf [mostNeedle]byte
	if len(s) > mostText || len(substr) > mostNeedle {
		return 0, 0, false
	}
	i, n := foldLetters(needleBuf[:len(substr)], substr)
	if i < len(substr) || n == 0 {
		return 0, 0, false
	}
	needle := unsafeString(needleBuf[:n])
	if i, n = foldLetters(textBuf[:len(s)], s); i < len(s) {
		return 0, 0, false
	}
	at := strings.Index(unsafeString(textBuf[:n]), needle)
	if at < 0 {
		return -1, -1, true
	}
	i = 0
	for k := 0; k < at+len(needle); {
		if k == at {
			start = i
		}
		c, size := findPlain(s[i:])
		if i += size; c >= 0x80 {
			k += size // it is copied
			continue
		}
		for k++; foldIsMark(s, i); {
			i += 2
		}
	}
	return start, i, true
}
