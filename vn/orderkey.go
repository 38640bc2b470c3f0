package vn

import "unicode/utf8"

// An orderKeyer makes the key of a text of composed letters and plain punctuation in
// one pass.
type orderKeyer struct {
	dst   []byte
	cases [2 * maxToken]byte
	n     int // of cases
}

// orderQuickKey appends the key of s, unless s has anything but composed letters in
// their places, ASCII and dashes and quotation marks.
func orderQuickKey(dst []byte, s string, o Order) (key []byte, ok bool) {
	k := orderKeyer{dst: dst}
	rest := s
	if o == OrderName {
		i, ok := orderLastWord(s)
		if !ok || k.word(s[i:]) == 0 {
			return dst, false
		}
		rest = s[:i]
	}
	if !k.words(rest) {
		return dst, false
	}
	for k.n > 0 && k.cases[k.n-1] == orderLower {
		k.n--
	}
	key = append(append(k.dst, 0), k.cases[:k.n]...)
	return orderAppendText(append(key, 0), s), true
}

// words appends the words of s, and reports whether it can.
func (k *orderKeyer) words(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < 0x80 && orderSeparator(s[i:]) == 1 {
			i++
			continue
		}
		n := k.word(s[i:])
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// word appends the word that s begins with and returns its length, or 0 if the word
// must be read in another way.
func (k *orderKeyer) word(s string) int {
	var chars [maxLetters]char
	var tones [maxToken / 2]byte
	n, last, i := 0, 0, 0 // last is behind the last letter with a tone
	token := 0            // the letters before the token
	dst, cases := k.dst, k.cases[k.n:]
	for i < len(s) {
		c, size := char(0), 1
		if b := s[i]; b|0x20-'a' < 26 {
			c = asciiChar(b)
		} else if c, size = decodeChar(s[i:]); size == 0 {
			if b < utf8.RuneSelf && orderSeparator(s[i:]) == 1 {
				break
			}
			if dst, size = orderAppendSign(dst, s[i:]); size == 0 {
				return 0
			}
			if last > token && orderMisplaced(&chars, n-token) {
				return 0
			}
			token = n
			i += size
			continue
		}
		if n == len(tones) || n == len(cases) {
			return 0
		}
		if n-token < maxLetters {
			chars[n-token] = c
		}
		t := c.tone()
		tones[n] = orderNgang + byte(t)
		cases[n] = orderLower + byte(c&1)
		dst = append(dst, orderLetter+orderOf(c))
		n++
		i += size
		if t != ToneNgang {
			last = n
		}
	}
	if last > token && orderMisplaced(&chars, n-token) {
		return 0
	}
	k.n += n
	k.dst = append(append(append(dst, orderEnd), tones[:last]...), orderEnd)
	return i
}

// orderMisplaced reports whether the old style moves the tone of a token of n
// letters.
func orderMisplaced(chars *[maxLetters]char, n int) bool {
	if n < 2 || n > maxLetters {
		return false
	}
	// The tone belongs to the last letter with a shape, if there is one.
	vowels, marks, shaped := 0, 0, char(0)
	for _, c := range chars[:n] {
		if isVowel(c.code()) {
			vowels++
			if c.shape() != shapeNone {
				shaped = c
			}
			if c.tone() != ToneNgang {
				marks++
			}
		}
	}
	if vowels < 2 || marks == 1 && shaped.tone() != ToneNgang {
		return false
	}
	_, _, reason := tonePlace(chars[:n], OldStyle)
	return reason != 0
}

// orderAppendSign appends a digit or another ASCII character, a dash or a quotation
// mark, and returns its length, 0 for anything else.
func orderAppendSign(dst []byte, s string) (_ []byte, n int) {
	switch c := s[0]; {
	case c-'0' < 10:
		return append(dst, orderDigit+c-'0'), 1
	case c < utf8.RuneSelf:
		return append(dst, orderSign, c), 1
	case orderQuotes(s):
		return append(dst, orderSign, c, s[1], s[2]), 3
	}
	return dst, 0
}
