package vn

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findForm returns the form of a query in which grades are told.
func findForm(query string) string {
	return string(findAppendLower(nil, Form{Tone: OldStyle}.String(query)))
}

// findAppendLower appends s in lower case.
func findAppendLower(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if b-'A' < 26 {
				b |= 0x20
			}
			dst = append(dst, b)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			dst = append(dst, s[i])
		} else {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}

// findGrade returns the grade in which text, which folds to what the query folds to,
// matches it; want is the form of the query. It reads no more of the text than it
// must.
func findGrade(text, want string) Grade {
	grade := GradeExact
	m := Form{Tone: OldStyle}.machine()
	var normBuf, lowBuf [4 * maxToken]byte
	for i := 0; i < len(text); {
		norm, next, _ := m.step(normBuf[:0], text, i, true, nil)
		i = next
		low := unsafeString(findAppendLower(lowBuf[:0], unsafeString(norm)))
		if rest, ok := strings.CutPrefix(want, low); ok && !findBeginsMark(rest) {
			want = rest
			continue
		}
		for grade = min(grade, GradeTyped); low != ""; {
			n, k := findLetterEnd(low), findLetterEnd(want)
			if low[:n] != want[:k] && !findTyped(low[:n], want[:k]) {
				return GradeFolded
			}
			low, want = low[n:], want[k:]
		}
	}
	if want != "" {
		return GradeFolded
	}
	return grade
}

// findLetterEnd returns the end of the letter that s begins with.
func findLetterEnd(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for findBeginsMark(s[n:]) {
		_, size := utf8.DecodeRuneInString(s[n:])
		n += size
	}
	return n
}

// findBeginsMark reports whether s begins with a combining mark that shows.
func findBeginsMark(s string) bool {
	if s == "" || s[0] < 0xCC {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.M, r) && !isInvisible(r)
}

// findTyped reports whether every mark of the letter want is a mark of text, and both
// are the same without them.
func findTyped(text, want string) bool {
	var a, b findMarks
	return a.read(text) && b.read(want) && a.base == b.base && b.in(&a)
}

// findMarks are the base and the marks of a letter. A letter such as đ or ø, which is
// a base and a mark though Unicode does not say so, has itself for a mark.
type findMarks struct {
	base  rune
	marks [16]rune
	n     int
}

// read reads a letter, and reports whether it has no more marks than fit.
func (m *findMarks) read(s string) bool {
	first := true
	for r := range decomposed(s) {
		if first {
			first = false
			m.base = r
			if r < utf8.RuneSelf {
				continue
			}
			kind, text := foldLookup(r)
			if kind != foldLatin || len(text) > 1 {
				continue // ß and æ are themselves
			}
			m.base = rune(text[0])
		}
		if m.n == len(m.marks) {
			return false
		}
		m.marks[m.n] = r
		m.n++
	}
	return true
}

// in reports whether all marks of m are marks of o.
func (m *findMarks) in(o *findMarks) bool {
	for _, r := range m.marks[:m.n] {
		if !slices.Contains(o.marks[:o.n], r) {
			return false
		}
	}
	return true
}
