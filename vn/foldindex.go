package vn

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FoldIndex returns where the first match of substr in s begins and ends, as byte
// offsets in s: s[start:end] folds to Fold(substr). It returns -1, -1 if there is no
// match.
//
// A match begins and ends between letters, with all marks of the last letter; it may
// begin or end inside of a word. An empty substr matches at 0, 0. The time is linear
// in the length of s and of substr.
func FoldIndex(s, substr string) (start, end int) {
	if substr == "" {
		return 0, 0
	}
	needle := Fold(substr)
	text := unsafeString(AppendFold(nil, s))
	at := strings.Index(text, needle)
	if at < 0 {
		return -1, -1
	}
	from, to := foldCursor{s: s}, foldCursor{s: s}
	for at := range foldMatches(text[at:], needle, at) {
		_, start, okStart := from.seek(at, true)
		first, end, okEnd := to.seek(at+len(needle), false)
		if !okStart || !okEnd {
			continue
		}
		if foldMatch(&from, &to, text, start, end, at, needle) {
			return start, end
		}
		if first < end && first >= start && foldMatch(&from, &to, text, start, first, at, needle) {
			// The invisible characters behind it belong to the word after it.
			return start, first
		}
	}
	return -1, -1
}

// foldMatch reports whether s[start:end] folds to needle, as it does where it stands.
func foldMatch(from, to *foldCursor, text string, start, end, at int, needle string) bool {
	return foldWhole(from, to, text, start, end, at) && Fold(from.s[start:end]) == needle
}

// foldWhole reports whether the words that the match s[start:end] cuts fold without
// the rest as they do with it. A word over the limit of a token always does.
func foldWhole(from, to *foldCursor, text string, start, end, at int) bool {
	s := from.s
	if first := min(from.end, end); !from.plain && start > from.start {
		if n := from.dst + from.width - at; first == from.end && n <= maxToken &&
			Fold(s[start:first]) != text[at:at+n] {
			return false
		}
	}
	if to.start > from.start && !to.plain && end < to.end {
		folded := Fold(s[to.start:min(end, to.start+64*maxToken)])
		return strings.HasPrefix(text[to.dst:], folded)
	}
	return true
}

// foldMatches yields where needle is in text, matches that overlap too, with offset
// added. It is the search of Knuth, Morris and Pratt.
func foldMatches(text, needle string, offset int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		if strings.HasPrefix(text, needle) && !yield(offset) {
			return
		}
		border := make([]int, len(needle)+1) // of the first k bytes
		border[0] = -1
		for k, j := 0, -1; k < len(needle); {
			for j >= 0 && needle[k] != needle[j] {
				j = border[j]
			}
			k, j = k+1, j+1
			border[k] = j
		}
		for i, j := 1, 0; i < len(text); i++ {
			for j >= 0 && (j == len(needle) || text[i] != needle[j]) {
				j = border[j]
			}
			if j++; j == len(needle) && !yield(offset+i+1-j) {
				return
			}
		}
	}
}

// A foldCursor goes through a text piece by piece and letter by letter, and knows
// what part of the folded text each is. Pieces are words, with the character before
// them: what a piece folds to depends on nothing else.
type foldCursor struct {
	s          string
	start, end int  // the piece
	dst, width int  // where it is in the folded text, and how long
	plain      bool // it has no look-alike and no invisible character
	mode       foldMode
	buf        []byte

	i, at int // the letter reached: in the source, in the folded text
}

// A foldMode is what a piece does to its look-alikes and invisible characters.
type foldMode uint8

const (
	foldModeLatin  foldMode = iota // look-alikes are Latin, invisible characters vanish
	foldModeHidden                 // invisible characters vanish
	foldModeKeep                   // both stay
	foldModeOpaque                 // none of these: the letters are not told apart
)

// seek moves to the border between letters at which the folded text is at, which
// must not lie before the last one sought, and returns it. Of several it returns the
// first, and the last if they are to begin a match, else the last before other
// letters. It reports whether there is a border.
func (c *foldCursor) seek(at int, begin bool) (first, i int, ok bool) {
	first, i, ok = c.i, c.i, c.at == at
	for c.at <= at && (c.i < len(c.s)) {
		if c.i == c.end {
			if c.at == at && !begin {
				break
			}
			c.nextPiece()
		}
		n, width := c.letter()
		if c.at+width > at {
			break
		}
		c.i += n
		c.at += width
		if c.at == at {
			if !ok {
				first = c.i
			}
			i, ok = c.i, true
		}
	}
	if begin && ok && c.i == c.end && c.i < len(c.s) {
		c.nextPiece()
	}
	return first, i, ok
}

// nextPiece moves to the next piece.
func (c *foldCursor) nextPiece() {
	c.start, c.dst = c.end, c.dst+c.width
	c.end, c.plain = foldPieceEnd(c.s, c.start)
	c.buf = AppendFold(c.buf[:0], c.s[c.start:c.end])
	c.width = len(c.buf)
	for c.mode = foldModeLatin; c.mode < foldModeOpaque; c.mode++ {
		c.i, c.at = c.start, c.dst
		for c.i < c.end {
			n, width := c.letter()
			c.i += n
			c.at += width
		}
		if c.at == c.dst+c.width {
			break
		}
	}
	c.i, c.at = c.start, c.dst
}

// foldPieceEnd returns the end of the piece at i.
func foldPieceEnd(s string, i int) (end int, plain bool) {
	plain = true
	for end = i; end < len(s); {
		r, n := utf8.DecodeRuneInString(s[end:])
		if r < utf8.RuneSelf {
			if uint32(r|0x20-'a') >= 26 && end > i {
				break
			}
			end += n
			continue
		}
		kind, _ := foldLookup(r)
		if kind == foldForeign || kind == foldMark && isInvisible(r) {
			plain = false
		} else if end > i && kind != foldLatin && kind != foldForeign && kind != foldMark && (r == utf8.RuneError && n == 1 ||
			classOf(r, s[end:]) == classOther && norm.NFC.PropertiesString(s[end:]).BoundaryBefore()) {
			break
		}
		end += n
	}
	return end, plain
}

// letter returns the length of the letter at i, with its marks, in the source and in
// the folded text.
func (c *foldCursor) letter() (n, width int) {
	if c.mode == foldModeOpaque {
		return c.end - c.i, c.dst + c.width - c.at
	}
	r, n := utf8.DecodeRuneInString(c.s[c.i:c.end])
	kind, text := foldLookup(r)
	base := c.i + n
	for c.i+n < c.end && c.s[c.i+n] >= 0xCC {
		mark, size := utf8.DecodeRuneInString(c.s[c.i+n:])
		if isInvisible(mark) || !unicode.Is(unicode.M, mark) {
			break
		}
		n += size
	}
	switch {
	case r < utf8.RuneSelf && (n == 1 || uint32(r|0x20-'a') < 26):
		return n, 1
	case kind == foldLatin:
		return n, len(text)
	case kind == foldMark && isInvisible(r) && c.mode != foldModeKeep && base == c.i+n:
		return n, 0
	case kind == foldForeign && c.mode == foldModeLatin:
		return n, 1
	case isLatin(r):
		return n, utf8.RuneLen(unicode.ToLower(r))
	case r == utf8.RuneError && base == c.i+1:
		return n, n
	}
	lower := utf8.AppendRune(nil, unicode.ToLower(r))
	return n, len(toNFC(string(append(lower, c.s[base:c.i+n]...))))
}
