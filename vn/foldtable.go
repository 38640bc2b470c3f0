package vn

import (
	"slices"
	"unicode/utf8"
)

// A foldKind is what the rune of an entry is.
type foldKind uint8

const (
	foldNone    = iota // no entry: a separator to Slug
	foldLatin          // a Latin letter: Fold and Slug
	foldForeign        // a letter of another script that looks Latin, or one with marks
	foldSign           // a sign that stands for letters or for digits of its own
	foldDigit          // a digit like those of ASCII
	foldSuper          // a superscript digit
	foldSub            // a subscript digit
	foldMark           // a combining mark or an invisible character
)

// foldCapital is set in an entry whose rune is a capital of the Latin script.
const foldCapital = 1 << 7

// foldLookup returns the kind and the text of a rune that is not ASCII. The text is
// of a-z, 0-9 and, in a sign, the separator.
func foldLookup(r rune) (foldKind, string) {
	if i, ok := foldFind(r); ok {
		span := foldSpans[i]
		return foldKind(foldRunes[i] &^ foldCapital), foldText[span>>4 : span>>4+span&15]
	}
	_, ok := slices.BinarySearchFunc(foldMarks[:], r, func(m [2]rune, r rune) int {
		if m[1] < r {
			return -1
		}
		return int(m[0]) - min(int(r), int(m[0]))
	})
	if ok {
		return foldMark, ""
	}
	return foldNone, ""
}

// foldFind returns the entry of a rune.
func foldFind(r rune) (i int, ok bool) {
	return slices.BinarySearchFunc(foldRunes[:], r, func(e uint32, r rune) int {
		return int(e>>8) - int(r)
	})
}

// foldIsCapital reports whether r is a capital of the Latin script.
func foldIsCapital(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	i, ok := foldFind(r)
	return ok && foldRunes[i]&foldCapital != 0
}
