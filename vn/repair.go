package vn

import "unicode/utf8"

// repair decides what becomes of the letters of a whole token, by the rules of the
// normal form: look-alikes first, then invisible characters, then the tone mark.
// Afterwards own is every letter's final text, unless it returns keep: then the
// token stays as NFC leaves it.
func (t *token) repair(s string, style ToneStyle) (moved Reason, keep bool) {
	if t.flags&unitTwoTones != 0 || t.flags&unitLatin == 0 {
		return 0, true
	}
	if t.flags&unitForeign != 0 && (t.isAbbreviation() || t.isSkeleton()) {
		t.replaceForeign(s)
	}
	if t.flags&unitLookalike != 0 {
		// Of the letters as they are now: ÐЁN is an abbreviation once Ё is Ë.
		t.replaceLookalikes(t.flags&unitEth != 0 && t.isAbbreviation())
	}
	return t.placeTone(style), false
}

// isSkeleton reports whether the token, all marks removed, is a legal syllable.
func (t *token) isSkeleton() bool {
	if t.n > maxLetters {
		return false
	}
	var buf [maxLetters]byte
	for i := range t.n {
		buf[i] = t.units[i].skeleton
	}
	return legalSkeleton(buf[:t.n])
}

// replaceForeign reads the Cyrillic and Greek letters as the Latin ones they are
// mistaken for, which may make them look-alikes of Vietnamese ones.
func (t *token) replaceForeign(s string) {
	for i := range t.units[:t.n] {
		u := &t.units[i]
		if u.flags&unitForeign != 0 {
			u.decode(s, true)
			u.replaced = true
			t.flags |= u.flags
		}
	}
}

// replaceLookalikes replaces the Latin look-alikes if that makes a legal syllable,
// one in k included; or eth if all other letters are capital consonants (HĐND); or,
// in another abbreviation, eth where a Vietnamese one may have Đ (ĐHYD).
func (t *token) replaceLookalikes(short bool) {
	which, everywhere := unitLookalike, t.isSyllable()
	if !everywhere {
		which, everywhere = unitEth, t.isInitials()
	}
	for i := range t.units[:t.n] {
		u := &t.units[i]
		if u.flags&which != 0 && (everywhere || short && t.takesDD(i)) {
			u.own = u.to
			u.replaced = true
		}
	}
}

// An abbreviation has from two to maxAbbreviation letters.
const maxAbbreviation = 8

// isAbbreviation reports whether the letters of the token are capitals: Latin ones,
// at least one of which is no look-alike, or eth, or letters of another script
// without a mark (TP.HСМ).
func (t *token) isAbbreviation() bool {
	if t.n < 2 || t.n > maxAbbreviation {
		return false
	}
	plain := false
	for i := range t.units[:t.n] {
		u := &t.units[i]
		switch {
		case u.flags&unitForeign != 0:
			r, n := utf8.DecodeRuneInString(u.own.text)
			latin, _, ok := lookalike(r)
			if !ok || n < len(u.own.text) || latin >= 'a' {
				return false
			}
		case u.flags&unitEth != 0:
			if u.to.c&1 == 0 {
				return false
			}
		case u.flags&unitLatin == 0 || u.flags&unitLookalike != 0 || !u.own.isCapital():
			return false
		default:
			plain = true
		}
	}
	return plain
}

// takesDD reports whether Đ may stand at letter i of an abbreviation: at its start or
// behind a consonant, but not where Icelandic writes eth: AUÐUR, HAFÐI, GERÐI, SAGÐI.
func (t *token) takesDD(i int) bool {
	if i == 0 {
		return true
	}
	before := t.units[i-1].to
	if !before.isChar() {
		return false
	}
	code := before.c.code()
	return !isVowel(code) && code != 'f' && code != 'g' && code != 'r'
}

// isSyllable reports whether the token is a legal syllable once its look-alikes
// are replaced, or would be with coda c instead of k.
func (t *token) isSyllable() bool {
	var buf [maxLetters]char
	if t.n > maxLetters {
		return false
	}
	for i := range t.n {
		l := t.units[i].to
		if !l.isChar() {
			return false
		}
		buf[i] = l.c
	}
	chars := buf[:t.n]
	if _, ok := readWord(chars); ok {
		return true
	}
	return isUpland(chars)
}

// isUpland reports whether chars are a syllable as names of the Central Highlands
// have it, in coda k: Đắk, Lắk, Đăk.
func isUpland(chars []char) bool {
	n := len(chars)
	if n < 2 || chars[n-1].code() != 'k' {
		return false
	}
	chars[n-1] = asciiChar('c')
	w, ok := readSpelling(chars)
	chars[n-1] = asciiChar('k')
	if !ok || w.coda != codaC {
		return false
	}
	tones := 0
	for _, c := range chars {
		if t := c.tone(); t != ToneNgang {
			if t < ToneSac {
				return false
			}
			tones++
		}
	}
	return tones <= 1
}

// isInitials reports whether the letters of the token other than eth are capital
// consonants, and there is one, if only a capital eth.
func (t *token) isInitials() bool {
	capitals := 0
	for i := range t.units[:t.n] {
		u := &t.units[i]
		if u.flags&unitEth == 0 {
			c := u.own.c
			if !u.own.isChar() || c&1 == 0 || isVowel(c.code()) {
				return false
			}
		}
		capitals += int(u.to.c & 1)
	}
	return capitals > 0
}

// placeTone moves the tone mark of a legal syllable to where style wants it, and
// returns the reason if it did.
func (t *token) placeTone(style ToneStyle) Reason {
	var buf [maxLetters]char
	if t.n > maxLetters {
		return 0
	}
	for i := range t.n {
		l := t.units[i].own
		if !l.isChar() {
			return 0
		}
		buf[i] = l.c
	}
	tone, to, reason := tonePlace(buf[:t.n], style)
	if reason == 0 {
		return 0
	}
	for i, c := range buf[:t.n] {
		u := &t.units[i]
		if u.own.c = toned(c, tone, i == to); u.own.c != c {
			u.moved = true
		}
	}
	return reason
}

// toned returns c with the tone of its syllable if it is the letter to carry it, and
// without one if not.
func toned(c char, tone Tone, carries bool) char {
	if !carries {
		tone = ToneNgang
	}
	return c.withTone(tone)
}

// tonePlace returns the tone of chars, the letter that must carry its mark alone in
// style, and why it must change; reason is 0 if the mark stands well, if chars are no
// legal syllable, or if they are two words that were glued together.
func tonePlace(chars []char, style ToneStyle) (tone Tone, to int, reason Reason) {
	w, ok := readWord(chars)
	if !ok || w.toneAt < 0 {
		return 0, 0, 0
	}
	from, to := int(w.toneAt), w.place(style)
	switch {
	case w.toneEnd != w.toneAt:
		// The same mark twice: hòàn. Nóé has no style that could be asked for.
		if !w.attested() && w.styled() {
			to = w.place(OldStyle)
		}
		reason = ReasonMisplacedTone
	case from == to:
		return 0, 0, 0
	case !w.styled() || from != w.place(OldStyle) && from != w.place(NewStyle):
		reason = ReasonMisplacedTone
	case style == KeepStyle || !w.attested():
		return 0, 0, 0
	default:
		reason = ReasonToneStyle
	}
	if isGlued(chars, min(from, to), max(int(w.toneEnd), to)) {
		return 0, 0, 0
	}
	return w.tone, to, reason
}

// isGlued reports whether a word of its own ends between the letters lo and hi: a
// capital stands behind a small letter there, and all before it is a syllable. In
// ThuÝ two words were glued together; QúY is one.
func isGlued(chars []char, lo, hi int) bool {
	for i := lo + 1; i <= hi; i++ {
		if chars[i]&1 != 0 && chars[i-1]&1 == 0 {
			if _, ok := readSpelling(chars[:i]); ok {
				return true
			}
		}
	}
	return false
}
