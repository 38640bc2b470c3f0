package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// windows1252 is what 0x80 to 0x9F are in Windows-1252; the five bytes that it
// leaves open are the controls of Latin-1. Origin: the WHATWG index.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// westernRune returns what b is in Windows-1252.
func westernRune(b byte) rune {
	if b >= 0x80 && b < 0xA0 {
		return windows1252[b-0x80]
	}
	return rune(b)
}

// isWestern reports whether a word, read as Windows-1252, might be one of French,
// German or another language of Western Europe: its letters are letters there, in
// regular case, and no two vowels with marks follow one another, but for a pair of
// the same and for pairs such as that of théâtre.
func isWestern(word []byte) bool {
	var last, quote rune
	var buf [utf8.UTFMax * maxWordLen]byte
	s := buf[:0]
	for _, b := range word {
		r := westernRune(b)
		if isPunct(r) || strings.ContainsRune("°ºª´¿¡§€©®£", r) {
			if strings.ContainsRune("“”‘„‚«»‹›•", r) && last != 0 {
				quote = r
			}
			last = 0
			s = append(s, ' ')
			continue
		}
		if quote != 0 {
			return false // a quotation mark within a word
		}
		if r < ' ' || b >= utf8.RuneSelf && !unicode.IsLetter(r) || r == 'ƒ' || r == 'µ' {
			return false
		}
		if isMarked(r) && isMarked(last) && r != last && unicode.ToLower(last) != 'é' {
			return false
		}
		last = r
		s = utf8.AppendRune(s, r)
	}
	return regularWords(string(s))
}

// isMarked reports whether r is a vowel with a mark. German, Nordic and Iberian
// consonants and æ, ø, œ are none.
func isMarked(r rune) bool {
	if r < 0xC0 {
		return false
	}
	switch unicode.ToLower(r) {
	case 'ß', 'ç', 'ð', 'ñ', 'þ', 'š', 'ž', 'œ', 'æ', 'ø':
		return false
	}
	return true
}

// regularWords reports whether the parts of s between spaces are in regular case.
func regularWords(s string) bool {
	start := 0
	for i := range len(s) + 1 {
		if i == len(s) || s[i] == ' ' {
			if !regularCase(s[start:i]) {
				return false
			}
			start = i + 1
		}
	}
	return true
}
