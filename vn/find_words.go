package vn

import (
	"unicode"
	"unicode/utf8"
)

// findWords tells where words end. It remembers the last runs of marks and invisible
// characters that it went over, so that none is gone over twice.
type findWords struct {
	back, ahead findRun
}

// A findRun is a part of a text between two characters that are no marks and not
// invisible, and whether the one that was looked for is of a word.
type findRun struct {
	start, end int
	word, ok   bool
}

func (r *findRun) has(i int) bool { return r.ok && r.start <= i && i <= r.end }

// whole reports whether neither end of s[start:end] is inside of a word.
func (w *findWords) whole(s string, start, end int) bool {
	return !(w.before(s, start) && w.after(s, start)) && !(w.before(s, end) && w.after(s, end))
}

// before reports whether the character before i is of a word.
func (w *findWords) before(s string, i int) bool {
	for k := i; !w.back.has(i); {
		r, n := utf8.DecodeLastRuneInString(s[:k])
		switch {
		case w.back.has(k):
			w.back.end = i
		case n > 0 && findJoins(r):
			k -= n
		default:
			w.back = findRun{k, i, findIsWord(r), true}
		}
	}
	return w.back.word
}

// after reports whether the character at i or behind the marks there is of a word.
func (w *findWords) after(s string, i int) bool {
	for k := i; !w.ahead.has(i); {
		r, n := utf8.DecodeRuneInString(s[k:])
		switch {
		case w.ahead.has(k):
			w.ahead.start = i
		case n > 0 && findJoins(r):
			k += n
		default:
			w.ahead = findRun{i, k, findIsWord(r), true}
		}
	}
	return w.ahead.word
}

// findJoins reports whether r is a mark or invisible, and so a part of the word that it
// stands in or at.
func findJoins(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.Is(unicode.M, r) || isInvisible(r))
}

// findIsWord reports whether r is a letter or a digit. The apostrophe U+02BC is none.
func findIsWord(r rune) bool {
	if r < utf8.RuneSelf {
		return uint32(r|0x20-'a') < 26 || uint32(r-'0') < 10
	}
	return r != 'ʼ' && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
