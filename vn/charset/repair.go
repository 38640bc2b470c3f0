package charset

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The limits of Repair.
const (
	repairShare  = 0.8 // of the words that are not ASCII
	repairRounds = 3   // how often a text may have been misread
)

// Repair undoes mojibake: text in one of the encodings of this package, or in
// UTF-8, that was read as Latin-1 or Windows-1252, and text in UTF-8 that was read
// as [Windows1258]; also more than once, and also if the marks that Windows-1258 has
// as characters of their own were composed since. Bytes that a code page leaves
// undefined may have been read as the control characters of Latin-1.
//
// It returns the text as it was meant, in NFC, and true. It does so only when at
// least 0.8 of the words of the result that are not ASCII are legal syllables and,
// for the legacy encodings, when [Detect] would decide so: a single word is seldom
// enough. In all other cases it returns s and false; so it does for Vietnamese text
// that is right and for text in other languages.
func Repair(s string) (string, bool) {
	if text, ok := repair(s, repairRounds); ok {
		return text, true
	}
	return s, false
}

// repair is Repair for a text that was misread at most so many times.
func repair(s string, rounds int) (string, bool) {
	if b, ok := westernBytes(s); ok {
		if utf8.Valid(b) {
			if text, ok := repairUTF8(b, rounds); ok {
				return text, true
			}
		} else if !readsWell(s) {
			if c := detect(b, repairShare); c != nil {
				text, err := c.NewDecoder().Bytes(b)
				return string(text), err == nil
			}
		}
	}
	if b, ok := vietnameseBytes(s); ok && utf8.Valid(b) && !readsWell(s) {
		return repairUTF8(b, rounds)
	}
	return "", false
}

// repairUTF8 returns the UTF-8 that was misread if it is what was meant, or was
// misread before.
func repairUTF8(b []byte, rounds int) (string, bool) {
	s := string(b)
	if readsWell(s) {
		return norm.NFC.String(s), true
	}
	if rounds == 1 {
		return "", false
	}
	return repair(s, rounds-1)
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

// A reading1258 is what a rune may have been in Windows-1258: one byte, or the bytes
// of a letter and of the mark that was composed with it. 0 stands for none.
type reading1258 struct {
	single, letter, mark byte
}

// readings1258 are the readings of the runes that are not ASCII.
var readings1258 = sync.OnceValue(func() map[rune]reading1258 {
	m := map[rune]reading1258{}
	c := newCombining(&windows1258Table, marks1258)
	for b, pairs := range c.pairs {
		for i, pair := range pairs {
			if pair != 0 {
				m[pair.rune()] = reading1258{letter: byte(b), mark: c.marks[i]}
			}
		}
	}
	for b := utf8.RuneSelf; b < 256; b++ {
		r := windows1258Table.decode[b].rune()
		if r == utf8.RuneError {
			r = rune(b)
		}
		m[r] = reading1258{byte(b), m[r].letter, m[r].mark}
	}
	return m
})

// vietnameseBytes returns the bytes that read as s in Windows-1258, those of two
// possible ones that may be UTF-8. It reports false if there are none, or if s is
// ASCII.
func vietnameseBytes(s string) (b []byte, ok bool) {
	readings := readings1258()
	for i, r := range s {
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
			continue
		}
		c, has := readings[r]
		if !has {
			return nil, false
		}
		ok = true
		if c.mark != 0 && !c.isSingle(s[i+utf8.RuneLen(r):], readings) {
			b = append(b, c.letter, c.mark)
		} else {
			b = append(b, c.single)
		}
	}
	return b, ok
}

// isSingle reports whether the rune before next was one byte, the first of a letter
// in UTF-8, rather than a letter and a mark. In decomposed text the mark is the first
// byte of a tone mark, 0xCC.
func (c reading1258) isSingle(next string, readings map[rune]reading1258) bool {
	n := 0 // how many bytes follow that continue a letter
	for _, r := range next {
		if b := readings[r].single; b>>6 != 2 || n == utf8.UTFMax {
			break
		}
		n++
	}
	return n == utf8Len(c.single)-1 && !(c.mark == 0xCC && n == 1)
}

// utf8Len returns the length of the UTF-8 that begins with b, or 0 if none does.
func utf8Len(b byte) int {
	switch {
	case b < 0xC2 || b > 0xF4:
		return 0
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
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
