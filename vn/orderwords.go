package vn

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// The bytes of a key. A word is its letters, orderEnd, its tones, orderEnd.
const (
	orderEnd    = 1
	orderSign   = 2    // and the UTF-8 of what is no letter
	orderDigit  = 0x10 // and up: 0 to 9
	orderLetter = 0x20 // and up: a to z
	orderScript = 0x50 // and the UTF-8 of a letter of another script
	orderByte   = 0x51 // and a byte that is not UTF-8

	orderNgang = 2 // and up: the tones, in the order of the constants
	orderMore  = 8 // a further letter of ae in æ
	orderOther = 9 // a Latin letter with marks that are not Vietnamese
	orderMark  = 10

	orderLower = 1
	orderUpper = 2
)

// orderLetters is the place in the alphabet by the base and the shape of a char.
var orderLetters = [128]uint8{
	0 << 2: 0, 0<<2 | shapeBreve: 1, 0<<2 | shapeCircumflex: 2,
	('b' - 'a') << 2: 3, ('c' - 'a') << 2: 4,
	('d' - 'a') << 2: 5, ('d'-'a')<<2 | shapeHorn: 6,
	('e' - 'a') << 2: 7, ('e'-'a')<<2 | shapeCircumflex: 8,
	('f' - 'a') << 2: 9, ('g' - 'a') << 2: 10, ('h' - 'a') << 2: 11, ('i' - 'a') << 2: 12,
	('j' - 'a') << 2: 13, ('k' - 'a') << 2: 14, ('l' - 'a') << 2: 15, ('m' - 'a') << 2: 16,
	('n' - 'a') << 2: 17,
	('o' - 'a') << 2: 18, ('o'-'a')<<2 | shapeCircumflex: 19, ('o'-'a')<<2 | shapeHorn: 20,
	('p' - 'a') << 2: 21, ('q' - 'a') << 2: 22, ('r' - 'a') << 2: 23, ('s' - 'a') << 2: 24, ('t' - 'a') << 2: 25,
	('u' - 'a') << 2: 26, ('u'-'a')<<2 | shapeHorn: 27,
	('v' - 'a') << 2: 28, ('w' - 'a') << 2: 29, ('x' - 'a') << 2: 30, ('y' - 'a') << 2: 31, ('z' - 'a') << 2: 32,
}

func orderOf(c char) uint8 { return orderLetters[c>>4&127] }

// orderWords goes through the words of a text, in the way of an order.
type orderWords struct {
	s     string
	order Order
	word  string

	i, end int // the words not yet seen are in s[i:end]
	begun  bool
}

// next moves to the next word and reports whether there is one.
func (w *orderWords) next() bool {
	if !w.begun {
		w.begun, w.end = true, len(w.s)
		if w.order == OrderName {
			return w.lastWord()
		}
	}
	for w.i < w.end {
		n := orderSeparator(w.s[w.i:])
		if n == 0 {
			start := w.i
			w.i = orderWordEnd(w.s, w.i)
			w.word = w.s[start:w.i]
			return true
		}
		w.i += n
	}
	return false
}

// lastWord moves to the last word.
func (w *orderWords) lastWord() bool {
	end := w.end
	for end > 0 {
		_, n := utf8.DecodeLastRuneInString(w.s[:end])
		if orderSeparator(w.s[end-n:]) == 0 {
			break
		}
		end -= n
	}
	i := end
	for i > 0 {
		_, n := utf8.DecodeLastRuneInString(w.s[:i])
		if orderSeparator(w.s[i-n:]) != 0 {
			break
		}
		i -= n
	}
	w.word, w.end = w.s[i:end], i
	return i < end
}

// orderWordEnd returns the end of the word at i.
func orderWordEnd(s string, i int) int {
	for i < len(s) && orderSeparator(s[i:]) == 0 {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return i
}

// orderSeparator returns the length of the space or hyphen that s begins with, or 0.
func orderSeparator(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c == ' ' || c == '-' || c-'\t' < 5 {
			return 1
		}
		return 0
	} else if c >= 0xC3 && c <= 0xE0 || c > 0xE3 {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); orderIsSpace(r) || r == 0x2010 || r == 0x2011 {
		return n
	}
	return 0
}

// orderAppendWord appends the letters and the tones of a normal word.
func orderAppendWord(dst []byte, word string) []byte {
	var buf [64]byte
	tones := buf[:0]
	for i := 0; i < len(word); {
		c, n := decodeChar(word[i:])
		if n == 0 {
			dst, tones, n = orderAppendOther(dst, tones, word[i:])
			i += n
			continue
		}
		dst = append(dst, orderLetter+orderOf(c))
		tones = append(tones, orderNgang+byte(c.tone()))
		i += n
	}
	for len(tones) > 0 && tones[len(tones)-1] == orderNgang {
		tones = tones[:len(tones)-1]
	}
	dst = append(append(dst, orderEnd), tones...)
	return append(dst, orderEnd)
}

// orderAppendOther appends the rune that s begins with, which is no char.
func orderAppendOther(dst, tones []byte, s string) (_, _ []byte, n int) {
	r, n := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf {
		if r-'0' < 10 && r >= '0' {
			return append(dst, orderDigit+byte(r-'0')), tones, n
		}
		return append(dst, orderSign, byte(r)), tones, n
	}
	if r == utf8.RuneError && n == 1 {
		return append(dst, orderByte, s[0]), tones, n
	}
	kind, text := foldLookup(r)
	switch {
	case kind == foldLatin:
		for i := range len(text) {
			dst = append(dst, orderLetter+orderOf(asciiChar(text[i])))
			tones = append(tones, orderMore)
		}
		tones[len(tones)-len(text)] = orderOther
	case unicode.Is(unicode.M, r):
		tones = utf8.AppendRune(append(tones, orderMark), r)
	case unicode.IsLetter(r):
		dst = utf8.AppendRune(append(dst, orderScript), unicode.ToLower(r))
	default:
		dst = append(append(dst, orderSign), s[:n]...)
	}
	return dst, tones, n
}

// orderAppendCase appends the case of each letter of a word.
func orderAppendCase(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c, n := decodeChar(word[i:])
		if n > 0 {
			dst = append(dst, orderLower+byte(c&1))
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		switch {
		case !unicode.IsLetter(r):
		case r != unicode.ToLower(r):
			dst = append(dst, orderUpper)
		default:
			dst = append(dst, orderLower)
		}
		i += n
	}
	return dst
}

// An orderPass is one of the things that words are compared by.
type orderPass uint8

const (
	orderByWord orderPass = iota // orderAppendWord
	orderByCase                  // orderAppendCase
)

// compareWords compares the words of a and b.
func (o Order) compareWords(a, b string, pass orderPass) int {
	wa, wb := orderWords{s: a, order: o}, orderWords{s: b, order: o}
	for {
		switch moreA, moreB := wa.next(), wb.next(); {
		case !moreA && !moreB:
			return 0
		case !moreA:
			return -1
		case !moreB:
			return 1
		case wa.word == wb.word:
			continue
		}
		if c := pass.compare(wa.word, wb.word); c != 0 {
			return c
		}
	}
}

// compare compares two words.
func (p orderPass) compare(a, b string) int {
	f := Form{Tone: OldStyle}
	var textA, textB [3 * maxToken]byte
	var keyA, keyB [5 * maxToken]byte
	normA, normB := unsafeString(f.Append(textA[:0], a)), unsafeString(f.Append(textB[:0], b))
	if p == orderByCase {
		return bytes.Compare(orderAppendCase(keyA[:0], normA), orderAppendCase(keyB[:0], normB))
	}
	return bytes.Compare(orderAppendWord(keyA[:0], normA), orderAppendWord(keyB[:0], normB))
}

// orderIsSpace reports whether r is white space.
func orderIsSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}
