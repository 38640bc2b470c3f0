package charset

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The limits of Repair.
const (
	repairShare  = 0.8 // of the words that are not ASCII
	repairRounds = 3   // how often a text may have been misread
)

// Repair undoes mojibake: text in one of the encodings of this package, or in
// UTF-8, that was read as Latin-1 or Windows-1252, also more than once. It returns
// the text as it was meant, in NFC, and true. It does so only when at least 0.8 of
// the words of the result that are not ASCII are legal syllables and, for the
// legacy encodings, when [Detect] would decide so: a single word is seldom enough.
// In all other cases it returns s and false; so it does for Vietnamese text that
// is right and for text in other languages.
func Repair(s string) (string, bool) {
	for cur, round := s, 0; round < repairRounds; round++ {
		b, ok := westernBytes(cur)
		if !ok {
			break
		}
		if !utf8.Valid(b) {
			if readsWell(cur) {
				break
			}
			if c := detect(b, repairShare); c != nil {
				text, err := c.NewDecoder().Bytes(b)
				return string(text), err == nil
			}
			break
		}
		cur = string(b)
		if readsWell(cur) {
			return norm.NFC.String(cur), true
		}
	}
	return s, false
}

// westernBytes returns the bytes that read as s in Latin-1 or Windows-1252. It
// reports false if there are none, or if s is ASCII.
func westernBytes(s string) (b []byte, ok bool) {
	for _, r := range s {
		c, has := westernByte(r)
		if !has {
			return nil, false
		}
		ok = ok || c >= utf8.RuneSelf
		b = append(b, c)
	}
	return b, ok
}

// westernByte returns the byte that reads as r.
func westernByte(r rune) (byte, bool) {
	if r <= 0xFF {
		return byte(r), true
	}
	for i, w := range windows1252 {
		if w == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}

// readsWell reports whether s is Vietnamese: most of its words that are not ASCII
// are legal syllables.
func readsWell(s string) bool {
	good, bad := 0, 0
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && inWord(s[i]) {
			i++
		}
		switch judge(norm.NFC.String(s[start:i])) {
		case legal:
			good++
		case illegal:
			bad++
		}
		i++
	}
	return good > 0 && float64(good) >= repairShare*float64(good+bad)
}
