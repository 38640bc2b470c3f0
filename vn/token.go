package vn

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A class is what a rune is to a token.
type class uint8

const (
	classOther     class = iota // bounds a token
	classLetter                 // Latin, or a look-alike
	classInvisible              //
	classMark                   // a combining mark
)

// classOf returns the class of r, with which s begins.
func classOf(r rune, s string) class {
	if r < utf8.RuneSelf {
		if uint32(r|0x20-'a') < 26 {
			return classLetter
		}
		return classOther
	}
	if r >= 0x410 && r <= 0x44F && r != 'Й' && r != 'й' { // most of Cyrillic, to save the look-ups
		if _, _, ok := lookalike(r); ok {
			return classLetter
		}
		return classOther
	}
	if isInvisible(r) {
		return classInvisible
	}
	if isLatin(r) {
		return classLetter
	}
	if unicode.Is(unicode.M, r) {
		return classMark
	}
	if d := norm.NFD.PropertiesString(s).Decomposition(); d != nil {
		r, _ = utf8.DecodeRune(d)
		if isLatin(r) {
			return classLetter
		}
	}
	if _, _, ok := lookalike(r); ok {
		return classLetter
	}
	return classOther
}

// isLatin reports whether r is a letter of the Latin script, fullwidth or not.
func isLatin(r rune) bool {
	if r < utf8.RuneSelf {
		return uint32(r|0x20-'a') < 26
	}
	return unicode.Is(unicode.Latin, r) && unicode.IsLetter(r)
}

// A unit is one letter of a token: a base, its marks, and the invisible characters
// among and after them (and before them, at the start of the token).
type unit struct {
	start, end int    // in the text
	own        letter // as it is: composed, marks ordered
	to         letter // what it is mistaken for; own if it is no look-alike
	skeleton   byte   // its lower-case ASCII letter; 0 if it has none
	flags      unitFlags
	replaced   bool // a look-alike that was replaced
	moved      bool // lost or got the tone mark
}

type unitFlags uint8

const (
	unitInvisible unitFlags = 1 << iota // has invisible characters
	unitKeep                            // invisible characters and no letter: stays
	unitLatin                           // its base is a Latin letter
	unitLookalike                       // a Latin look-alike, which to replaces
	unitForeign                         // a Cyrillic or Greek look-alike
	unitEth                             // Ð or ð, which Đ or đ replaces
	unitTwoTones                        // has two different tones
	unitOrdered                         // the order or the kind of its marks was repaired
)

// A letter is the text of a unit: a char, or other text if text is not "".
type letter struct {
	c    char
	text string
}

func (l letter) append(dst []byte) []byte {
	if l.text != "" {
		return append(dst, l.text...)
	}
	return appendChar(dst, l.c)
}

func (l letter) len() int {
	if l.text != "" {
		return len(l.text)
	}
	return l.c.len()
}

// isCapital reports whether the letter is a capital.
func (l letter) isCapital() bool {
	if l.isChar() {
		return l.c&1 != 0
	}
	r, _ := utf8.DecodeRuneInString(l.text)
	return foldIsCapital(r)
}

// isChar reports whether the letter is a char, which a syllable is made of.
func (l letter) isChar() bool { return l.text == "" }

// A token is a run of letters. The zero value is ready for use.
type token struct {
	units [maxToken]unit
	n     int
	end   int       // of the token in the text
	flags unitFlags // of all units
}

type status uint8

const (
	tokenWhole status = iota
	tokenOver         // over the limits: no word
	tokenShort        // more of the text must be known
)

// read reads the token that begins at i.
//
// The limits are measured so that normalizing does not change the measure: a letter
// by its repaired form, one with invisible characters by its NFC.
func (t *token) read(s string, i int, atEOF bool) status {
	t.n, t.flags = 0, 0
	size := 0
	leading := false // only invisible characters so far
	flush := func() bool {
		if t.n == 0 {
			return true
		}
		u := &t.units[t.n-1]
		if leading {
			u.flags |= unitKeep
		}
		n, ok := u.decode(s, false)
		size += n
		t.flags |= u.flags
		return ok && size <= maxToken
	}
	for {
		c, end, long, ok := nextUnit(s, i, atEOF)
		switch {
		case !ok:
			return tokenShort
		case c == classOther || leading && c != classLetter && (c == classMark || end-i > runeLen(s, i)):
			// Marks on no letter, but on invisible characters, bound the token too:
			// x/text makes such when it inserts a joiner.
			t.end = i
			if !flush() {
				return tokenOver
			}
			return tokenWhole
		case long:
			return tokenOver
		case c == classInvisible && t.n > 0:
			u := &t.units[t.n-1]
			u.end = end
			u.flags |= unitInvisible
			if end-u.start > 4*maxToken {
				return tokenOver
			}
		case leading && c == classLetter:
			// The first letter takes the invisible characters before it.
			t.units[0].end = end
			leading = false
		default:
			if !flush() || t.n == len(t.units) {
				return tokenOver
			}
			t.units[t.n] = unit{start: i, end: end}
			t.n++
			leading = false
			if c == classInvisible {
				leading = true
				t.units[0].flags = unitInvisible
			}
		}
		if closed := endsInStarter(s[i:end]); closed {
			t.end = end
			if !flush() {
				return tokenOver
			}
			return tokenWhole
		}
		i = end
	}
}

func runeLen(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

// nextUnit returns the class of the character at i and the end of its segment.
func nextUnit(s string, i int, atEOF bool) (c class, end int, long, ok bool) {
	if i >= len(s) {
		return classOther, i, false, atEOF
	}
	r, n := rune(s[i]), 1
	if r < utf8.RuneSelf {
		if uint32(r|0x20-'a') >= 26 {
			return classOther, i, false, true
		}
		if i+1 < len(s) && s[i+1] < utf8.RuneSelf {
			return classLetter, i + 1, false, true
		}
	} else if r, n = utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && n == 1 {
		return classOther, i, false, atEOF || utf8.FullRuneInString(s[i:])
	}
	if c = classOf(r, s[i:]); c == classOther {
		return c, i, false, true
	}
	end, long, ok = nextSegment(s, i, atEOF)
	return c, end, long, ok
}

// endsInStarter reports whether a segment of a token has a character that is no
// mark behind its first, such as a Hangul vowel: it ends the token.
func endsInStarter(seg string) bool {
	if len(seg) == 1 {
		return false
	}
	first := true
	for _, r := range seg {
		if !first && r >= utf8.RuneSelf && !unicode.Is(unicode.M, r) {
			return true
		}
		first = false
	}
	return false
}

// decode finds out what letter the unit is, and returns its size and whether it is
// within the limits. A foreign look-alike is read as itself, or as the Latin letter
// if asLatin is set.
func (u *unit) decode(s string, asLatin bool) (size int, ok bool) {
	src := s[u.start:u.end]
	if len(src) == 1 {
		u.own.c = asciiChar(src[0])
		u.to = u.own
		u.skeleton = src[0] | 0x20
		u.flags |= unitLatin
		return 1, true
	}
	plain := src
	if u.flags&(unitInvisible|unitKeep) == unitInvisible {
		plain = string(stripInvisible(nil, src))
	}
	var m marks
	if !m.read(plain, asLatin) {
		return 0, false
	}
	composed := toNFC(plain)
	u.flags |= m.flags
	u.skeleton = m.skeleton
	u.own = letter{text: composed}
	if asLatin {
		u.flags &^= unitForeign
		u.own.text = latinText(plain)
	}
	if m.ok && m.flags&(unitLookalike|unitForeign) == 0 {
		var b [4]byte
		if string(appendChar(b[:0], m.c)) != composed && !asLatin || hasToneSign(src) {
			u.flags |= unitOrdered
		}
		u.own = letter{c: m.c}
	}
	u.to = u.own
	if m.ok {
		u.to = letter{c: m.c}
	}
	if u.flags&unitInvisible != 0 {
		return len(toNFC(src)), true
	}
	return u.own.len(), true
}

// hasToneSign reports whether s has U+0340 or U+0341, the deprecated tone marks.
func hasToneSign(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == 0xCD && s[i+1]|1 == 0x81 {
			return true
		}
	}
	return false
}

// marks is a letter as its base and marks tell it.
type marks struct {
	c        char
	ok       bool // c is the letter
	skeleton byte
	flags    unitFlags
}

// read reads a letter, its marks in any order, and reports whether it has no more
// than maxMarks.
func (m *marks) read(s string, asLatin bool) bool {
	n, vowel := 0, false
	for r := range decomposed(s) {
		if n++; n > 1+maxMarks {
			return false
		}
		if n == 1 {
			m.base(r, asLatin)
			vowel = m.ok && isVowel(m.c.code())
			continue
		}
		tone, shape, flag := m.mark(r)
		switch {
		case tone != ToneNgang && vowel:
			if t := m.c.tone(); t != ToneNgang && t != tone {
				m.flags |= unitTwoTones
			}
			m.c = m.c.withTone(tone)
		case shape != shapeNone && m.c.shape() == shapeNone:
			m.c = m.c.withShape(shape)
			m.flags |= flag
		default:
			m.ok = false
		}
	}
	m.ok = m.ok && m.flags&unitTwoTones == 0 && composed[m.c&2047] != 0
	if !m.ok {
		m.flags &^= unitLookalike | unitEth
	}
	return true
}

// base reads the base of a letter.
func (m *marks) base(r rune, asLatin bool) {
	latin, foreign, alike := lookalike(r)
	if !alike {
		latin = r
	}
	if m.c, m.ok = runeChar(latin); m.ok {
		m.skeleton = m.c.base()
	}
	if !alike || asLatin && foreign {
		if isLatin(latin) {
			m.flags |= unitLatin
		}
		return
	}
	if foreign {
		m.flags |= unitForeign
		return
	}
	m.flags |= unitLatin | unitLookalike
	if r == 'Ð' || r == 'ð' {
		m.flags |= unitEth
	}
}

// mark returns the tone or the shape that a mark gives to the letter, and whether
// the mark is a look-alike of the one meant.
func (m *marks) mark(r rune) (t Tone, shape char, flag unitFlags) {
	b := m.c.base()
	switch r {
	case 0x300:
		t = ToneHuyen
	case 0x309:
		t = ToneHoi
	case 0x303:
		t = ToneNga
	case 0x301:
		t = ToneSac
	case 0x323:
		t = ToneNang
	case 0x302:
		shape = shapeCircumflex
	case 0x306:
		shape = shapeBreve
	case 0x31B:
		shape = shapeHorn
	case 0x315: // a comma typed for the horn
		if b == 'o' || b == 'u' {
			shape = shapeHorn
		}
	case 0x335, 0x336: // a stroke typed for the bar of đ
		if b == 'd' {
			shape = shapeHorn
		}
	case 0x30C:
		if b == 'a' {
			return t, shapeBreve, unitLookalike
		}
	case 0x311:
		if b == 'a' || b == 'e' || b == 'o' {
			return t, shapeCircumflex, unitLookalike
		}
	}
	return t, shape, 0
}
