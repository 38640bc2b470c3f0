package vn

import "unicode/utf8"

// A Tone is one of the six tones of Vietnamese. The constants are in the order of
// the dictionaries.
type Tone uint8

// The tones. ToneNgang, the zero value, has no mark.
const (
	ToneNgang Tone = iota // level: ma
	ToneHuyen             // grave accent, U+0300: mà
	ToneHoi               // hook above, U+0309: mả
	ToneNga               // tilde, U+0303: mã
	ToneSac               // acute accent, U+0301: má
	ToneNang              // dot below, U+0323: mạ
)

// String returns the Vietnamese name of the tone, such as "huyền".
func (t Tone) String() string {
	names := [...]string{"ngang", "huyền", "hỏi", "ngã", "sắc", "nặng"}
	if int(t) < len(names) {
		return names[t]
	}
	return "Tone(" + itoa(uint8(t)) + ")"
}

// A Syllable is one Vietnamese syllable, taken apart. The zero value is the empty
// syllable, which is not a legal one.
//
// Two onsets share letters with the rime. The u of qu belongs to the onset: quốc
// is qu and ôc, quý is qu and y. The i of gi belongs to the onset, and a rime that
// begins with i is absorbed by it: giá is gi and a, gì is gi and i, gìn is gi and
// in, giếng is gi and iêng. One word needs the difference: gịa (as in giặt gịa) is
// gi and ia, giạ is gi and a.
type Syllable struct {
	Onset string // initial consonants, in lower case; "" if there are none
	Rime  string // the rest, in lower case, NFC, without its tone mark
	Tone  Tone
}

// ParseSyllable takes a syllable apart and reports whether it is a legal one: its
// onset, rime and tone exist and may stand together. It reads whatever [Form] can
// read, in any case: decomposed letters, a tone mark on the wrong letter,
// look-alikes, invisible characters. The parts are lower case, so the case of s is
// lost. If s is not a legal syllable, the result is the zero Syllable and false.
//
// Legal is more than attested: the 28 onsets and 174 rimes of the dictionaries are
// combined freely within the laws of spelling (k, gh and ngh stand before e, ê and
// i; c, g and ng elsewhere; q is always qu; the codas c, ch, p and t take sắc or
// nặng only), and a few words that break a law are legal too: quọ, giề. Spellings
// of the minority languages, such as Đắk, are not legal.
func ParseSyllable(s string) (Syllable, bool) {
	var chars [maxLetters]char
	if w, ok := parseWord(s, chars[:0]); ok {
		return w.syllable(), true
	}
	// A syllable has at most 21 bytes, and a little more if it is not composed.
	if n := (Form{}).String(s[:min(len(s), 4*maxToken)]); n != s {
		if w, ok := parseWord(n, chars[:0]); ok && len(s) <= 4*maxToken {
			return w.syllable(), true
		}
	}
	return Syllable{}, false
}

// parseWord reads s as one legal syllable, as it stands.
func parseWord(s string, chars []char) (w word, ok bool) {
	for i := 0; i < len(s); {
		c, n := decodeChar(s[i:])
		if n == 0 || len(chars) == maxLetters {
			return word{}, false
		}
		chars = append(chars, c)
		i += n
	}
	return readWord(chars)
}

// Append appends the syllable to dst, its tone mark where style wants it;
// [KeepStyle] is [OldStyle] here, for a Syllable does not know its style. If y is
// not a legal spelling, Append appends Onset and Rime and leaves the tone out.
func (y Syllable) Append(dst []byte, style ToneStyle) []byte {
	rime := y.Rime
	if y.Onset == "gi" && len(rime) > 0 && rime[0] == 'i' {
		rime = rime[1:]
	}
	var buf [maxLetters]char
	chars := buf[:0]
	for _, part := range [2]string{y.Onset, rime} {
		for len(part) > 0 {
			c, n := decodeChar(part)
			if n == 0 || len(chars) == maxLetters {
				return append(append(dst, y.Onset...), rime...)
			}
			chars = append(chars, c)
			part = part[n:]
		}
	}
	w, ok := readSpelling(chars)
	if !ok || y.Tone > ToneNang {
		return append(append(dst, y.Onset...), rime...)
	}
	at := w.place(style)
	if y.isGia() {
		at = 1
	}
	for i, c := range chars {
		if i == at {
			c = c.withTone(y.Tone)
		}
		dst = appendChar(dst, c)
	}
	return dst
}

// String returns the syllable in the old style, in lower case.
func (y Syllable) String() string {
	var buf [24]byte
	return string(y.Append(buf[:0], OldStyle))
}

// isGia reports whether y is gịa, the only syllable in which gi keeps the tone
// mark before a.
func (y Syllable) isGia() bool {
	return y.Onset == "gi" && y.Rime == "ia" && y.Tone == ToneNang
}

// Limits of what is looked at as one word. A syllable has at most maxLetters
// letters; a token of more than maxToken bytes, or with more than maxMarks marks
// on one letter, is no word of any language.
const (
	maxLetters = 7
	maxToken   = 64
	maxMarks   = 8
)

// Letters of a syllable are numbered: the vowel letters a ă â e ê i o ô ơ u ư y
// from 1, đ, and the other consonants by their ASCII letter. 0 is anything else.
const (
	codeA  = 1
	codeEE = 5
	codeI  = 6
	codeU  = 10
	codeDD = 13
)

// isVowel reports whether a letter code is a vowel letter.
func isVowel(code uint8) bool { return code-1 < 12 }

// The codas by number, as in the bit sets of [nucleus]; 0 is none.
const (
	codaNone = iota
	codaC
	codaCH
	codaM
	codaN
	codaNG
	codaNH
	codaP
	codaT
	codaK // of Đắk and Lắk: never legal by itself
)

// stopCodas take only sắc and nặng.
const stopCodas = 1<<codaC | 1<<codaCH | 1<<codaP | 1<<codaT | 1<<codaK

// An onset is an initial and what may follow it.
type onset struct {
	name     string
	first    uint16 // a bit for each vowel letter that a rime may begin with
	attested uint8  // the style rimes (bits of nucleus.style) attested after it
	own      uint8  // which of nucleus.codas are its own; 0 if it has none
}

// A nucleus is the vowel letters of a rime, offglides included.
type nucleus struct {
	key, skeleton uint16    // its letters, four bits each, first lowest; the same without shapes
	codas         [5]uint16 // the codas it takes after any onset, and after one only, by onset.own
	open, closed  uint8     // the letter with the tone mark: open (old style), before a coda
	style         uint8     // 1, 2, 4: open oa, oe, uy, where the styles differ
}

// A word is a parsed spelling. Its letters are numbered from the onset's first.
type word struct {
	onset, nucleus, coda uint8
	at                   uint8 // the first letter of the nucleus
	tone                 Tone
	toneAt, toneEnd      int8 // the first and the last letter that carry the tone mark; -1 if none does
	gia                  bool // gịa
}

// readWord reads chars as a legal syllable, its tone mark on any letter, or the same
// mark on several.
func readWord(chars []char) (word, bool) {
	w, ok := readSpelling(chars)
	if !ok {
		return w, false
	}
	w.toneAt, w.toneEnd = -1, -1
	for i, c := range chars {
		if t := c.tone(); t != ToneNgang {
			if w.toneAt < 0 {
				w.tone, w.toneAt = t, int8(i)
			}
			if t != w.tone {
				return w, false
			}
			w.toneEnd = int8(i)
		}
	}
	if stopCodas>>w.coda&1 != 0 && w.tone < ToneSac {
		return w, false
	}
	w.gia = w.onset == onsetGi && len(chars) == 3 && w.toneEnd == 1 &&
		w.tone == ToneNang && chars[2].code() == codeA
	return w, true
}

// readSpelling reads chars as the spelling of a syllable, whatever its tone.
func readSpelling(chars []char) (w word, ok bool) {
	if len(chars) > maxLetters {
		return w, false
	}
	var codes [maxLetters + 1]uint8 // the last is 0: the end
	for i, c := range chars {
		if codes[i] = c.code(); codes[i] == 0 {
			return w, false
		}
	}
	w.onset, w.at, ok = splitOnset(&codes)
	if !ok {
		return w, false
	}
	i := int(w.at)
	key, shift := uint(0), 0
	for ; isVowel(codes[i]); i++ {
		if shift == 12 {
			return w, false
		}
		key |= uint(codes[i]) << shift
		shift += 4
	}
	if key >= uint(len(nucleusOf)) || nucleusOf[key] == 0 {
		return w, false
	}
	w.nucleus = nucleusOf[key]
	w.coda, ok = codaOf(codes[i:])
	return w, ok && w.legal(codes[w.at])
}

// legal reports whether the parts of w may stand together; first is the first
// letter of the nucleus.
func (w *word) legal(first uint8) bool {
	n, o := &nuclei[w.nucleus], &onsets[w.onset]
	codas := uint16(0)
	if o.first>>first&1 != 0 {
		codas = n.codas[0]
	}
	if o.own != 0 {
		codas |= n.codas[o.own] // quọ and giề: these go by no law
	}
	return codas>>w.coda&1 != 0
}

// splitOnset returns the onset of a syllable and the index of the first letter of
// its nucleus, which for gi may be its i.
func splitOnset(codes *[maxLetters + 1]uint8) (id, at uint8, ok bool) {
	c0, c1 := codes[0], codes[1]
	switch {
	case isVowel(c0):
		return 0, 0, true
	case c0 == 'q':
		return onsetQu, 2, c1 == codeU
	case c0 == 'g' && c1 == codeI:
		// ê before anything is of the iê that gi absorbed: giêng, giễu; not giề.
		if c := codes[2]; isVowel(c) && (c != codeEE || codes[3] == 0) {
			return onsetGi, 2, c != codeI
		}
		return onsetGi, 1, true
	case isVowel(c1):
		id, at = onsetOf[c0&127], 1
	case isVowel(codes[2]):
		at = 2
		switch {
		case c1 == 'h':
			id = onsetOfH[c0&127]
		case c0 == 'n' && c1 == 'g':
			id = onsetNg
		case c0 == 't' && c1 == 'r':
			id = onsetTr
		}
	case c0 == 'n' && c1 == 'g' && codes[2] == 'h':
		id, at = onsetNgh, 3
	}
	return id, at, id != 0
}

// codaOf returns the coda that codes, ended by a 0, spell.
func codaOf(codes []uint8) (id uint8, ok bool) {
	if codes[0] == 0 {
		return codaNone, true
	}
	if codes[1] == 0 {
		switch codes[0] {
		case 'c':
			return codaC, true
		case 'm':
			return codaM, true
		case 'n':
			return codaN, true
		case 'p':
			return codaP, true
		case 't':
			return codaT, true
		}
		return 0, false
	}
	if codes[2] != 0 {
		return 0, false
	}
	switch [2]uint8{codes[0], codes[1]} {
	case [2]uint8{'c', 'h'}:
		return codaCH, true
	case [2]uint8{'n', 'g'}:
		return codaNG, true
	case [2]uint8{'n', 'h'}:
		return codaNH, true
	}
	return 0, false
}

// place returns the letter on which style puts the tone mark.
func (w *word) place(style ToneStyle) int {
	n := &nuclei[w.nucleus]
	switch {
	case w.gia:
		return 1
	case w.coda != codaNone:
		return int(w.at + n.closed)
	case n.style != 0 && style == NewStyle:
		return int(w.at) + 1
	}
	return int(w.at + n.open)
}

// styled reports whether the tone styles write w differently.
func (w *word) styled() bool {
	return w.coda == codaNone && nuclei[w.nucleus].style != 0
}

// attested reports whether Vietnamese has words of the onset and the open oa, oe
// or uy of w.
func (w *word) attested() bool {
	return onsets[w.onset].attested&nuclei[w.nucleus].style != 0
}

// syllable returns the parts of w.
func (w *word) syllable() Syllable {
	var rime []byte
	for key := nuclei[w.nucleus].key; key != 0; key >>= 4 {
		rime = utf8.AppendRune(rime, []rune(vowelLetters)[key&15-1])
	}
	y := Syllable{Onset: onsets[w.onset].name, Tone: w.tone}
	if w.gia {
		y.Rime = "ia"
		return y
	}
	y.Rime = string(rime) + codaNames[w.coda]
	return y
}

const vowelLetters = "aăâeêioôơuưy"

var codaNames = [...]string{"", "c", "ch", "m", "n", "ng", "nh", "p", "t", "k"}

// legalSkeleton reports whether letters, in lower-case ASCII with đ as d, are what
// is left of some legal syllable when all its marks are taken away.
func legalSkeleton(letters []byte) bool {
	if len(letters) > maxLetters {
		return false
	}
	var codes [maxLetters + 1]uint8
	for i, c := range letters {
		if c-'a' >= 26 {
			return false
		}
		codes[i] = codeOf[(c-'a')<<2]
	}
	id, at, ok := splitOnset(&codes)
	if !ok {
		return false
	}
	// gie is gi and e, or gi and the iê that it absorbed.
	return fitsSkeleton(&codes, id, at) || id == onsetGi && at == 2 && fitsSkeleton(&codes, id, 1)
}

// fitsSkeleton reports whether any nucleus makes a syllable of the skeleton.
func fitsSkeleton(codes *[maxLetters + 1]uint8, id, at uint8) bool {
	i, key, shift := int(at), uint16(0), 0
	for ; isVowel(codes[i]); i++ {
		if shift == 12 {
			return false
		}
		key |= uint16(codes[i]) << shift
		shift += 4
	}
	coda, ok := codaOf(codes[i:])
	if !ok {
		return false
	}
	for n := 1; n < len(nuclei); n++ {
		w := word{onset: id, nucleus: uint8(n), coda: coda, at: at}
		if nuclei[n].skeleton == key && w.legal(uint8(nuclei[n].key&15)) {
			// gi absorbs i and iê only; gia and giu are read at 2.
			if at != 1 || id != onsetGi || nuclei[n].key>>4&15 == codeEE || key>>4 == 0 {
				return true
			}
		}
	}
	return false
}
