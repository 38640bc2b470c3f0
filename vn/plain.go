package vn

import "encoding/binary"

// A plain token has letters of the Vietnamese alphabet and of ASCII only, composed
// or not: nearly every token of Vietnamese text. It is read without x/text.
type plainToken struct {
	chars [plainLetters]char
	n     int
	end   int // of the token in the text
}

// plainLetters letters are within maxToken bytes.
const plainLetters = 20

// markOf is the tone of a mark from U+0300 on, or 8 and its shape; 0 is any other.
var markOf = [128]uint8{
	0x00: uint8(ToneHuyen), 0x01: uint8(ToneSac), 0x03: uint8(ToneNga),
	0x09: uint8(ToneHoi), 0x23: uint8(ToneNang),
	0x40: uint8(ToneHuyen), 0x41: uint8(ToneSac),
	0x02: 8 | shapeCircumflex, 0x06: 8 | shapeBreve, 0x1B: 8 | shapeHorn,
}

// read reads the token at i and reports whether it is plain. It must not be given
// the end of a text that goes on.
func (p *plainToken) read(s string, i int) bool {
	n, marks := 0, 0
	for ; i < len(s); i++ {
		var c char
		switch b := s[i]; {
		case b < 0x80:
			if c = asciiChars[b]; c == notLetter {
				p.n, p.end = n, i
				return n > 0
			}
		case b == 0xE1:
			if len(s)-i < 3 || s[i+1]|1 != 0xBB || s[i+2]>>6 != 2 {
				return false
			}
			k := uint(s[i+1]&1)<<6 + uint(s[i+2]&63) - 0x20
			if k >= uint(len(chars3)) {
				return false
			}
			c = chars3[k]
			i += 2
		case b >= 0xC3 && b <= 0xC6:
			if len(s)-i < 2 || s[i+1]>>6 != 2 {
				return false
			}
			k := uint(b-0xC3)<<6 + uint(s[i+1]&63)
			if k >= uint(len(chars2)) || chars2[k] == 0 {
				return false
			}
			c = chars2[k]
			i++
		case b == 0xCC || b == 0xCD:
			if n == 0 || marks == 5 || len(s)-i < 2 || s[i+1]>>6 != 2 {
				return false
			}
			var ok bool
			if p.chars[n-1], ok = p.chars[n-1].withMark(markOf[b&1<<6|s[i+1]&63]); !ok {
				return false
			}
			marks++
			i++
			continue
		case b == 0xE2 && len(s)-i >= 3 && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0xA7:
			p.n, p.end = n, i
			return n > 0
		default:
			return false
		}
		if n == plainLetters {
			return false
		}
		p.chars[n] = c
		n++
		marks = 0
	}
	p.n, p.end = n, i
	return n > 0
}

// withMark returns c with a mark by markOf, if that is one letter.
func (c char) withMark(m uint8) (char, bool) {
	if m == 0 || !isVowel(c.code()) {
		return c, false
	}
	if m < 8 {
		t := c.tone()
		return c.withTone(Tone(m)), t == ToneNgang || t == Tone(m)
	}
	if c.shape() != shapeNone {
		return c, false
	}
	c = c.withShape(char(m & 3))
	return c, composed[c&2047] != 0
}

// placeTone moves the tone mark to where style wants it.
func (p *plainToken) placeTone(style ToneStyle) {
	if p.n > maxLetters {
		return
	}
	if settled(p.chars[:p.n]) {
		return
	}
	if tone, to, reason := tonePlace(p.chars[:p.n], style); reason != 0 {
		for i, c := range p.chars[:p.n] {
			p.chars[i] = toned(c, tone, i == to)
		}
	}
}

// settled reports whether it is plain from the letters beside the tone mark that it
// need not move in any style, or that there is no mark or are different ones. It
// spares most words the parsing.
func settled(chars []char) bool {
	at := -1
	for i, c := range chars {
		if t := c.tone(); t != ToneNgang {
			if at >= 0 {
				return t != chars[at].tone()
			}
			at = i
		}
	}
	if at < 0 {
		return true
	}
	var next char
	nextVowel := at+1 < len(chars) && isVowel(chars[at+1].code())
	if nextVowel {
		next = chars[at+1]
	}
	c := chars[at]
	if c.shape() != shapeNone {
		return next.shape() == shapeNone // the last shaped vowel has the mark
	}
	if at > 0 && isVowel(chars[at-1].code()) {
		return false
	}
	return !nextVowel || c.code() == codeA
}

// append appends the letters.
func (p *plainToken) append(dst []byte) []byte {
	const most = 3 // bytes of a letter
	n := len(dst)
	if cap(dst)-n < most*plainLetters+4 {
		for _, c := range p.chars[:p.n] {
			dst = appendChar(dst, c)
		}
		return dst
	}
	// Four bytes are written for each letter, and as many kept as it has: no branch.
	b := dst[n : n+most*plainLetters+4]
	k := 0
	for _, c := range p.chars[:p.n] {
		v := composed[c&2047]
		binary.LittleEndian.PutUint32(b[k:], v)
		k += int(v >> 24)
	}
	return dst[:n+k]
}
