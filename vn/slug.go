package vn

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// A Slugger makes slugs: the last part of an article's address, such as
// "gdp-quy-ii-tang-6-93". The zero value sets no limit and is ready for use. A
// Slugger is a plain value; its methods may be called concurrently.
type Slugger struct {
	// MaxLen is the most bytes that a slug may have; 0 or less means no limit. A
	// longer one is cut between two words, or inside of the first word if that
	// alone is longer.
	MaxLen int
}

// Slug returns the slug of s with no limit of length. It is short for
// Slugger{}.Slug(s).
func Slug(s string) string { return Slugger{}.Slug(s) }

// Slug returns the slug of s: "" or ASCII letters in lower case and digits, in
// words between single hyphens, as [IsSlug] has it.
//
// Letters are folded as by [Fold], and so are mathematical letters, ligatures,
// letters and digits in circles, Roman numerals, fractions and units (㎡ is m2).
// Everything else separates words, with these exceptions: an apostrophe between
// letters is dropped (Cư M'gar is cu-mgar), ₫ after a digit is d, × between digits
// is x, combining marks and invisible characters vanish. & is no exception: Tom &
// Jerry is tom-jerry. º separates after a digit, where it is a degree sign, and is o
// elsewhere. Digits with anything between them stay apart: 12,64 is 12-64, and 10²
// is 10-2, but m² is m2. Letters of other scripts separate words too; those that
// [Form] takes for Latin ones are Latin. Text without any letter or digit gives "".
//
// Slug reads text, not markup: character references, as the titles of RSS feeds have
// them, are to be resolved first ([html.UnescapeString]), or &amp; becomes amp.
//
// A slug never changes: later versions of this package give the same slug for the
// same text. All normal forms of a text have one slug, that of Normalize(s), and
// the slug of a slug is itself.
func (g Slugger) Slug(s string) string {
	var buf [256]byte
	if g.MaxLen <= 0 && len(s) <= len(buf) {
		if read, n, last := slugQuick(buf[:], 0, s, 1); read == len(s) {
			return string(buf[:max(n-last, 0)])
		}
	}
	return unsafeString(g.Append(make([]byte, 0, len(s)+len(s)/16+8), s))
}

// Append appends the slug of s to dst and returns the extended slice. It does not
// allocate if dst has room: a byte more than s has, and more only for text full of
// signs such as ½ or ㎯.
func (g Slugger) Append(dst []byte, s string) []byte {
	w := slugWriter{dst: dst, start: len(dst), s: s}
	for i := 0; i < len(s) && !g.full(&w); {
		if i = w.quick(i, g.MaxLen); i < len(s) {
			i = w.step(i)
		}
	}
	return g.cut(w.dst, w.start)
}

// full reports whether w has more than will be kept.
func (g Slugger) full(w *slugWriter) bool {
	return g.MaxLen > 0 && len(w.dst)-w.start > g.MaxLen
}

// cut cuts the slug at dst[start:].
func (g Slugger) cut(dst []byte, start int) []byte {
	if g.MaxLen <= 0 {
		return dst
	}
	return dst[:start+slugCut(dst[start:], g.MaxLen)]
}

// slugCut returns the length of the words of a slug that fit into max bytes, or max
// if not even the first does.
func slugCut[S string | []byte](slug S, max int) int {
	if len(slug) <= max {
		return len(slug)
	}
	for i := max; i > 0; i-- {
		if slug[i] == '-' {
			return i
		}
	}
	return max
}

// slugTries is the number of slugs that Unique asks for.
const slugTries = 1_000_000

// Unique returns the first of the slugs of s, with -2, -3 and so on added, that is
// not taken. Room for the suffix is cut from the end of the slug as MaxLen wants
// it, between words if possible.
//
// If s has no slug, Unique returns "" without asking. It returns "" also if
// nothing is free: after a million tries, or if MaxLen has no room for a letter and
// a suffix, as with MaxLen under 3. A nil taken means that nothing is taken.
//
// Between the answer of taken and the use of the slug another writer may take it:
// a database still needs its unique index.
func (g Slugger) Unique(s string, taken func(slug string) bool) string {
	base := g.Slug(s)
	if base == "" || taken == nil || !taken(base) {
		return base
	}
	for n := 2; n <= slugTries; n++ {
		suffix := "-" + strconv.Itoa(n)
		room := len(base)
		if g.MaxLen > 0 {
			room = g.MaxLen - len(suffix)
		}
		if room < 1 {
			return ""
		}
		if slug := base[:slugCut(base, room)] + suffix; !taken(slug) {
			return slug
		}
	}
	return ""
}

// IsSlug reports whether s is like what [Slug] returns, but not empty: words of a-z
// and 0-9 between single hyphens.
func IsSlug(s string) bool {
	hyphen := true // or the start
	for i := range len(s) {
		switch c := s[i]; {
		case c-'a' < 26, c-'0' < 10:
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// A slugWriter writes the slug of s to dst[start:].
type slugWriter struct {
	dst   []byte
	start int
	s     string

	parted bool     // something separates the next letter from the last
	digits foldKind // the kind of the digit that comes last; foldNone after anything else
	letter bool     // the last character is a letter

	tokenEnd int  // of the token read last that has a look-alike of another script
	isLatin  bool // and whether its look-alikes are Latin letters
}

// quick reads the characters from i on that the tables of single bytes have, and
// returns where it stops. It need not read far beyond limit.
func (w *slugWriter) quick(i, limit int) int {
	if w.digits != foldNone && w.digits != foldDigit {
		return i
	}
	s := w.s[i:]
	if limit > 0 && limit < len(s)-utf8.UTFMax {
		s = s[:limit+utf8.UTFMax]
	}
	w.dst = slices.Grow(w.dst, len(s)+1)
	n, last := len(w.dst), 1
	if n > w.start {
		if last = 0; w.parted {
			w.dst, n, last = append(w.dst, '-'), n+1, 1
		}
	}
	read, n, last := slugQuick(w.dst[:cap(w.dst)], n, s, last)
	if last == 1 && n > w.start {
		n--
	}
	if w.dst = w.dst[:n]; read == 0 {
		return i
	}
	i += read
	if last == 1 {
		w.part()
		return i
	}
	w.parted, w.letter, w.digits = false, w.dst[n-1] > '9', foldNone
	if !w.letter {
		w.digits = foldDigit
	}
	return i
}

// step reads the character at i and returns the index of the next.
func (w *slugWriter) step(i int) int {
	c := w.s[i]
	switch {
	case c|0x20-'a' < 26:
		w.write(foldLatin, c|0x20)
		return i + 1
	case c-'0' < 10:
		w.write(foldDigit, c)
		return i + 1
	case c == '\'':
		w.apostrophe(i, i+1)
		return i + 1
	case c < utf8.RuneSelf:
		w.part()
		return i + 1
	}
	r, n := utf8.DecodeRuneInString(w.s[i:])
	w.rune(r, i, i+n)
	return i + n
}

// rune reads a rune that is not ASCII, or a byte that is not UTF-8.
func (w *slugWriter) rune(r rune, i, next int) {
	kind, text := foldLookup(r)
	switch {
	case kind == foldMark:
	case kind == foldForeign && !w.isLatinAt(i),
		r == 'º' && w.digits != foldNone: // 50ºC: the ordinal sign typed for the degree sign
		w.part()
	case kind == foldForeign:
		w.write(foldLatin, text[0])
	case kind != foldNone:
		w.writeText(kind, text)
	case r == '’' || r == 'ʼ':
		w.apostrophe(i, next)
	case r == '₫' && w.digits != foldNone:
		w.write(foldLatin, 'd')
	case r == '×' && w.digits != foldNone && w.digitAt(next):
		w.write(foldLatin, 'x')
	default:
		w.part()
	}
}

// write writes a letter or a digit.
func (w *slugWriter) write(kind foldKind, c byte) {
	isDigit := c <= '9'
	if len(w.dst) > w.start {
		if w.parted || isDigit && w.digits != foldNone && (w.digits != kind || kind == foldSign) {
			w.dst = append(w.dst, '-')
		}
	}
	w.dst = append(w.dst, c)
	w.parted, w.letter, w.digits = false, !isDigit, foldNone
	if isDigit {
		w.digits = kind
	}
}

// writeText writes the text of a letter, a digit or a sign.
func (w *slugWriter) writeText(kind foldKind, text string) {
	for i := range len(text) {
		switch c := text[i]; {
		case c == '-':
			w.part()
		case kind == foldSign && i > 0 && text[i-1] <= '9' && c <= '9' && text[i-1] != '-':
			w.dst = append(w.dst, c)
		default:
			w.write(kind, c)
		}
	}
}

// part separates what follows from what was written.
func (w *slugWriter) part() {
	w.parted, w.letter, w.digits = true, false, foldNone
}

// apostrophe reads the apostrophe at i, which is dropped between letters.
func (w *slugWriter) apostrophe(i, next int) {
	if !w.letter || !w.letterAt(next) {
		w.part()
	}
}

// visible returns the first rune from i on that does not vanish, where it is, and
// its entry; 0 at the end.
func (w *slugWriter) visible(i int) (r rune, at int, kind foldKind) {
	for i < len(w.s) {
		r, n := utf8.DecodeRuneInString(w.s[i:])
		if r < utf8.RuneSelf {
			return r, i, foldNone
		}
		if kind, _ := foldLookup(r); kind != foldMark {
			return r, i, kind
		}
		i += n
	}
	return 0, i, foldNone
}

// letterAt reports whether a letter comes next at i.
func (w *slugWriter) letterAt(i int) bool {
	r, at, kind := w.visible(i)
	switch kind {
	case foldNone:
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	case foldSign:
		_, text := foldLookup(r)
		return text[0] >= 'a'
	case foldForeign:
		return w.isLatinAt(at)
	}
	return kind == foldLatin
}

// digitAt reports whether a digit comes next at i.
func (w *slugWriter) digitAt(i int) bool {
	r, _, kind := w.visible(i)
	return r >= '0' && r <= '9' || kind == foldDigit
}

// isLatinAt reports whether the look-alike at i is a Latin letter: the token that it
// is in has a Latin letter, and is spelt like a syllable or an abbreviation.
func (w *slugWriter) isLatinAt(i int) bool {
	if i < w.tokenEnd {
		return w.isLatin
	}
	var t slugToken
	for i = w.tokenStart(i); i < len(w.s); {
		r, n := utf8.DecodeRuneInString(w.s[i:])
		kind, text := slugLetter(r)
		if kind == foldNone {
			break
		}
		t.add(r, kind, text)
		i += n
	}
	w.tokenEnd, w.isLatin = i, t.isLatin()
	return w.isLatin
}

// tokenStart returns where the token begins that i is in.
func (w *slugWriter) tokenStart(i int) int {
	for i > w.tokenEnd {
		r, n := utf8.DecodeLastRuneInString(w.s[:i])
		if kind, _ := slugLetter(r); kind == foldNone {
			break
		}
		i -= n
	}
	return i
}

// A slugToken is what must be known of a token with look-alikes of other scripts. It
// does not depend on the normal form of the text.
type slugToken struct {
	letters [maxLetters]byte
	n       int  // of letters; more than maxLetters if they are no syllable
	latin   bool // it has a Latin letter

	capitals int
	plain    bool // a capital is no look-alike
	mixed    bool // it has what no abbreviation has: small letters, foreign ones with marks
	foreign  bool // the last letter is of another script
}

// add adds a rune of the token, its kind and text.
func (t *slugToken) add(r rune, kind foldKind, text string) {
	copy(t.letters[min(t.n, maxLetters):], text)
	t.n += len(text)
	switch kind {
	case foldMark:
		t.mixed = t.mixed || t.foreign && !isInvisible(r)
	case foldForeign:
		latin, _, ok := lookalike(r)
		t.mixed = t.mixed || !ok || latin >= 'a'
		t.foreign = true
		t.capitals++
	default:
		t.mixed = t.mixed || !foldIsCapital(r)
		t.latin, t.foreign, t.plain = true, false, t.plain || r != 'Ð'
		t.capitals++
	}
}

// isLatin reports whether the look-alikes of the token are Latin letters.
func (t *slugToken) isLatin() bool {
	isShort := t.plain && !t.mixed && 2 <= t.capitals && t.capitals <= maxAbbreviation
	return t.latin && (isShort || t.n <= maxLetters && legalSkeleton(t.letters[:t.n]))
}

// slugLetter returns the kind and the letters of a rune of a token, or foldNone.
func slugLetter(r rune) (kind foldKind, text string) {
	if r < utf8.RuneSelf {
		if c := byte(r) | 0x20; c-'a' < 26 {
			return foldLatin, slugAlphabet[c-'a' : c-'a'+1]
		}
		return foldNone, ""
	}
	switch kind, text = foldLookup(r); kind {
	case foldLatin, foldForeign, foldMark:
		return kind, text
	}
	return foldNone, ""
}

const slugAlphabet = "abcdefghijklmnopqrstuvwxyz"
