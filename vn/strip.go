package vn

import (
	"unicode"
	"unicode/utf8"
)

// StripMarks returns s without the marks of Vietnamese letters, in their own case,
// for display where only ASCII is possible: "Đặng Thùy Trâm" is "Dang Thuy Tram".
// It reads every normal form, like [Form]. Letters of other languages stay as they
// are (ñ, ö, ç), and so does everything else.
//
// StripMarks(s) is StripMarks(Normalize(s)). It returns s itself if nothing changes.
func StripMarks(s string) string {
	return stripLetters(s, func(c char) char { return c &^ 62 })
}

// StripTones is like [StripMarks], but takes only the tone marks away and leaves
// the letters: "tiếng Việt" is "tiêng Viêt", and đ stays.
func StripTones(s string) string {
	return stripLetters(s, func(c char) char { return c.withTone(ToneNgang) })
}

// stripLetters returns the normal form of s with strip applied to its Vietnamese
// letters. A letter with a mark that no Vietnamese letter has is none.
func stripLetters(s string, strip func(char) char) string {
	s = Normalize(s)
	var dst []byte // nil while nothing changes
	for i := 0; i < len(s); {
		c, size := decodeChar(s[i:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(s[i:])
		} else if to := strip(c); to != c && !stripBeginsMark(s[i+size:]) {
			if dst == nil {
				dst = append(make([]byte, 0, len(s)), s[:i]...)
			}
			dst = appendChar(dst, to)
			i += size
			continue
		}
		if dst != nil {
			dst = append(dst, s[i:i+size]...)
		}
		i += size
	}
	if dst == nil {
		return s
	}
	return string(dst)
}

// stripBeginsMark reports whether s begins with a combining mark.
func stripBeginsMark(s string) bool {
	if s == "" || s[0] < 0xCC {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.M, r)
}
