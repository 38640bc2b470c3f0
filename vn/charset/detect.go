package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"

	"github.com/toasoan/toasoan/vn"
)

// The limits of detection.
const (
	maxWords   = 1000 // how many words are looked at
	maxWordLen = 32   // bytes of one; a longer one is no syllable
)

// Detect returns the encoding of b and its name, as [Lookup] knows it. For valid
// UTF-8, of which ASCII is a part, it returns nil and "utf-8"; VIQR, which is
// ASCII, is therefore never detected. So it does for UTF-8 that was cut inside of its
// first or last letter, as the first kilobyte of a file may be, if beside the cut it
// has a whole letter of several bytes. When it does not know, it returns nil and "".
//
// Detect decodes the words that are not ASCII, at most 1000 of them, with each of
// the other encodings, and counts those that are legal Vietnamese syllables, as
// [vn.ParseSyllable] knows them, in regular case. The best encoding must read at
// least 0.6 of them and lead over the second by a part of the words that the two
// read differently; some of the words must be ones that no language of Western
// Europe writes. Encodings that read all the words alike are one: TCVN3, then, is
// named rather than TCVN5712, and Windows1258 or VISCII rather than VPS.
func Detect(b []byte) (e encoding.Encoding, name string) {
	if utf8.Valid(b) || isCutUTF8(b) {
		return nil, "utf-8"
	}
	if c := detect(b, 0.6); c != nil {
		return c, c.name
	}
	return nil, ""
}

// isCutUTF8 reports whether b is valid UTF-8 but for parts of a letter at its start
// and its end, and has a whole letter of several bytes.
func isCutUTF8(b []byte) bool {
	for n := 1; n < utf8.UTFMax && len(b) > 0 && !utf8.RuneStart(b[0]); n++ {
		b = b[1:]
	}
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if last := b[len(b)-n:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				b = b[:len(b)-n]
			}
			break
		}
	}
	return utf8.Valid(b) && bytes.ContainsFunc(b, func(r rune) bool {
		return r >= utf8.RuneSelf && unicode.In(r, unicode.L, unicode.M)
	})
}

// detect returns the encoding in which at least share of the words are legal and
// that leads clearly over the others, or nil.
func detect(b []byte, share float64) *charset {
	s := newSample(b)
	var readings []*reading
	var best *reading
	for _, c := range charsets {
		if c == viqr {
			continue
		}
		r := s.read(c)
		if best == nil || r.illegal < best.illegal || r.illegal == best.illegal && r.long > best.long {
			best = r
		}
		readings = append(readings, r)
	}
	words := best.legal + best.illegal
	if float64(best.legal) < share*float64(words) || best.strong == 0 || 24*best.strong < words {
		return nil
	}
	for _, r := range readings {
		if !best.leads(r) {
			return nil
		}
	}
	return best.charset
}

// A sample is the words of a text that are not ASCII, each followed by a line feed.
type sample struct {
	text  []byte
	words []sampleWord
}

type sampleWord struct {
	size    int  // in bytes
	western bool // a language of Western Europe might write it
}

// newSample takes the words from b: what stands between ASCII characters that are
// not letters.
func newSample(b []byte) *sample {
	s := new(sample)
	for i := 0; i < len(b) && len(s.words) < maxWords; {
		start, ascii := i, true
		for ; i < len(b) && inWord(b[i]); i++ {
			ascii = ascii && ' ' <= b[i] && b[i] < utf8.RuneSelf
		}
		if !ascii {
			word := b[start:min(i, start+maxWordLen)]
			s.text = append(append(s.text, word...), '\n')
			s.words = append(s.words, sampleWord{len(word), isWestern(word)})
		}
		i++
	}
	return s
}

// inWord reports whether b may be part of a word in one of the encodings. Some
// have capitals at the control characters.
func inWord(b byte) bool {
	switch {
	case b >= utf8.RuneSelf, 'a' <= b|0x20 && b|0x20 <= 'z':
		return true
	case b == 0, b == '\t', b == '\n', b == '\r', b == '\f', b == '\v':
		return false
	}
	return b < ' '
}

// A reading is a sample decoded with one encoding.
type reading struct {
	*charset
	words          []string
	legal, illegal int
	long           int  // legal words of two letters or more
	lower          bool // some legal words are not in capitals
	strong         int  // legal words that no other language would write so
}

// A verdict is about one word.
type verdict uint8

const (
	neutral verdict = iota // no letters but those of ASCII
	legal
	illegal
)

func (s *sample) read(c *charset) *reading {
	r := &reading{charset: c, words: make([]string, 0, len(s.words))}
	pairs := map[string]bool{}
	text, _ := c.NewDecoder().String(string(s.text))
	for _, w := range s.words {
		word, rest, _ := strings.Cut(text, "\n")
		text = rest
		r.words = append(r.words, word)
		switch judge(word) {
		case legal:
			r.legal++
			if utf8.RuneCountInString(word) > 1 {
				r.long++
			}
			r.lower = r.lower || strings.ToUpper(word) != word
			if !w.western {
				r.strong++
			} else if utf8.RuneCountInString(word) < w.size {
				pairs[word] = true
			}
		case illegal:
			r.illegal++
		}
	}
	// VNI has letters such as those of Western languages, but after other vowels.
	// Où may be French; three such words are not.
	if c == vni && len(pairs) >= 3 {
		r.strong = r.legal
	}
	return r
}

// differ returns how many words the two read differently.
func (r *reading) differ(o *reading) (n int) {
	for i, w := range r.words {
		if w != o.words[i] {
			n++
		}
	}
	return n
}

// leads reports whether r, the better of the two, is so by a fifth of the words
// that they read differently, if any. What is punctuation in TCVN3 is a capital in
// TCVN5712, and may stand alone in either: between these two, whole words decide,
// and if there are none it is TCVN3, unless the text is in capitals.
func (r *reading) leads(o *reading) bool {
	differ := r.differ(o)
	lead := o.illegal - r.illegal
	if lead == 0 && r.charset == tcvn3 && o.charset == tcvn5712 {
		return r.long >= o.long && (r.lower || r.legal >= o.legal)
	}
	if lead == 0 && r.charset == tcvn5712 && o.charset == tcvn3 {
		return r.long > o.long
	}
	return 5*lead >= differ && (lead > 0 || differ == 0)
}

// judge says whether all parts of a word, between punctuation, are legal.
// Punctuation with a letter on either side makes it illegal, for it is most often
// a letter misread, but for a space that does not break.
func judge(word string) verdict {
	v := neutral
	start, joined := 0, false
	for i, r := range word + "\u00A0" {
		if !isPunct(r) {
			continue
		}
		if part := word[start:i]; part != "" {
			if joined {
				return illegal
			}
			if !isASCII(part) {
				if !isSyllable(part) {
					return illegal
				}
				v = legal
			}
		}
		joined = r != '\u00A0' && (joined || i > start)
		start = i + utf8.RuneLen(r)
	}
	return v
}

// isPunct reports whether r is punctuation that stands in Vietnamese text.
func isPunct(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '„', '‚', '«', '»', '‹', '›', '–', '—', '…', '•', '·', '\u00A0':
		return true
	}
	return false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			return false
		}
	}
	return true
}

// isSyllable reports whether s is a legal syllable in regular case with its tone
// mark in its place.
func isSyllable(s string) bool {
	if !regularCase(s) {
		return false
	}
	y, ok := vn.ParseSyllable(s)
	if !ok {
		return false
	}
	var lower, spelt [2 * maxWordLen]byte
	low := lower[:0]
	for _, r := range s {
		low = utf8.AppendRune(low, unicode.ToLower(r))
	}
	return string(y.Append(spelt[:0], vn.OldStyle)) == string(low) ||
		string(y.Append(spelt[:0], vn.NewStyle)) == string(low)
}

// regularCase reports whether s is in capitals, or has none after its first.
func regularCase(s string) bool {
	upper, lower := 0, 0
	for i, r := range s {
		switch {
		case unicode.IsLower(r):
			lower++
		case unicode.IsUpper(r) && i > 0:
			upper++
		}
		if upper > 0 && lower > 0 {
			return false
		}
	}
	return true
}
