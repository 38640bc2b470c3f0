package charset

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// maxToken is how many letters a token may have whose case is recovered. The
// longest syllable has seven.
const maxToken = 16

// What a byte of TCVN3 is in a token; 0 ends one.
const (
	upperASCII = 1 << iota
	lowerASCII
	upperVN // Ă Â Đ Ê Ô Ơ Ư
	lowerVN // a letter with no capital of its own, or one of ă â đ ê ô ơ ư
)

// tcvn3Letters is what is known of the bytes of TCVN3.
type tcvn3Letters struct {
	class [256]uint8
	upper [256]utf8Char // the capital of a letter of class lowerVN
	base  [256]byte     // the capital without a tone mark, of a letter that has one
}

var newTCVN3Letters = sync.OnceValue(func() *tcvn3Letters {
	var t tcvn3Letters
	for b := range 256 {
		r := tcvn3Table.decode[b].rune()
		switch {
		case 'A' <= b && b <= 'Z':
			t.class[b] = upperASCII
		case 'a' <= b && b <= 'z':
			t.class[b] = lowerASCII
		case b < 0xA1 || r == utf8.RuneError:
		case unicode.IsUpper(r):
			t.class[b] = upperVN
		default:
			t.class[b] = lowerVN
			t.upper[b] = makeChar(unicode.ToUpper(r))
			if base := withoutTone(unicode.ToUpper(r)); base != unicode.ToUpper(r) {
				code, _ := tcvn3Table.code(base)
				t.base[b] = byte(code)
			}
		}
	}
	return &t
})

// withoutTone takes the tone mark off a letter.
func withoutTone(r rune) rune {
	var rest []rune
	for _, m := range norm.NFD.String(string(r)) {
		if m != 0x0300 && m != 0x0309 && m != 0x0303 && m != 0x0301 && m != 0x0323 {
			rest = append(rest, m)
		}
	}
	r, _ = utf8.DecodeRuneInString(norm.NFC.String(string(rest)))
	return r
}

// decodeToken writes a token of at most maxToken letters to dst and returns its
// size. Letters that have no capital of their own are capitals where the token
// shows it: in CéNG, of which all ASCII letters are capitals, and two at least.
// A capital and the letter with a tone mark on it are one letter: Aµ is À.
func (t *tcvn3Letters) decodeToken(dst, token []byte) (n int) {
	upper := t.showsUpper(token)
	for i := 0; i < len(token); i++ {
		b := token[i]
		c := tcvn3Table.decode[b]
		if i+1 < len(token) && t.base[token[i+1]] == b {
			i++
			c = t.upper[token[i]]
		} else if upper && t.class[b] == lowerVN {
			c = t.upper[b]
		}
		n += c.put(dst[n:])
	}
	return n
}

// showsUpper reports whether all ASCII letters are capitals, and more than one.
func (t *tcvn3Letters) showsUpper(token []byte) bool {
	n := 0
	for _, b := range token {
		switch t.class[b] {
		case upperASCII:
			n++
		case lowerASCII:
			return false
		}
	}
	return n > 1
}

// A tcvn3Decoder reads TCVN3, token by token.
type tcvn3Decoder struct {
	*tcvn3Letters
	long bool // in a token of more than maxToken letters
}

func (d *tcvn3Decoder) Reset() { d.long = false }

func (d *tcvn3Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		end, seen := nSrc, uint8(0)
		for end < len(src) && d.class[src[end]] != 0 && (d.long || end-nSrc <= maxToken) {
			seen |= d.class[src[end]]
			end++
		}
		switch {
		case d.long:
		case end == len(src) && end > nSrc && end-nSrc <= maxToken && !atEOF:
			return nDst, nSrc, transform.ErrShortSrc
		case end-nSrc > maxToken:
			d.long = true
		case seen&lowerVN != 0 && seen&(upperASCII|upperVN) != 0:
			var buf [3 * maxToken]byte
			n := d.decodeToken(buf[:], src[nSrc:end])
			if n > len(dst)-nDst {
				return nDst, nSrc, transform.ErrShortDst
			}
			nDst += copy(dst[nDst:], buf[:n])
			nSrc = end
		}
		// What is left has no case to recover; with it goes what ends the token.
		tokenEnd := end
		for end < len(src) && d.class[src[end]] == 0 {
			end++
		}
		n, m, err := byteDecoder{table: &tcvn3Table}.Transform(dst[nDst:], src[nSrc:end], true)
		nDst += n
		nSrc += m
		if nSrc > tokenEnd || nSrc == tokenEnd && end > tokenEnd {
			d.long = false
		}
		if err != nil {
			return nDst, nSrc, err
		}
	}
	return nDst, nSrc, nil
}

// A tcvn3Encoder writes TCVN3. Of a token it takes what decodes to the same
// token, so that CỘNG can be encoded, and neither Cộ of CộNG nor HÀ.
type tcvn3Encoder struct {
	*tcvn3Letters
	encoder // of what is in no token, and of long ones
	long    bool
}

func (e *tcvn3Encoder) Reset() { e.long = false }

func (e *tcvn3Encoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		t, err := e.token(src[nSrc:], atEOF)
		if err != nil {
			return nDst, nSrc, err
		}
		e.long = t.n > 0 && (e.long || t.n > maxToken)
		var n, m int
		if t.n == 0 || e.long {
			n, m, err = e.one(dst[nDst:], src[nSrc:], atEOF)
		} else if k := e.faithful(&t); k > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		} else {
			n, m = copy(dst[nDst:], t.codes[:k]), t.ends[k]
			if k < t.n {
				err = e.err
			}
		}
		if err == e.err && len(dst)-nDst-n < replacementRoom {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += n
		nSrc += m
		if err != nil {
			e.long = e.long && err != e.err
			return nDst, nSrc, err
		}
	}
	return nDst, nSrc, nil
}

// replacementRoom is what is kept free in the destination for the replacement of
// a character: if there were no room, the encoder would see the character again,
// at the beginning of a token and perhaps fit to be encoded.
const replacementRoom = 16

// one encodes the one letter at the start of src.
func (e *tcvn3Encoder) one(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	end, err := letterEnd(src, 0, atEOF)
	if err != nil {
		return 0, 0, e.report(err)
	}
	return e.encoder.Transform(dst, src[:end], true)
}

// A tcvn3Token is the letters of a token, one more than maxToken if it is long.
type tcvn3Token struct {
	n     int
	codes [maxToken + 1]byte
	runes [maxToken + 1]rune
	ends  [maxToken + 2]int // where each letter ends; ends[0] is 0
}

// token reads the token at the start of src. In a long token, it reads a letter.
func (e *tcvn3Encoder) token(src []byte, atEOF bool) (t tcvn3Token, err error) {
	for t.n <= maxToken && t.ends[0] < len(src) {
		i := t.end()
		if i == len(src) {
			if !atEOF {
				return t, transform.ErrShortSrc
			}
			break
		}
		end, err := letterEnd(src, i, atEOF)
		if err == transform.ErrShortSrc {
			return t, err
		}
		if err != nil {
			break
		}
		r, code := e.letter(src[i:end])
		if code == 0 {
			break
		}
		t.runes[t.n], t.codes[t.n] = r, code
		t.n++
		t.ends[t.n] = end
		if e.long {
			break
		}
	}
	return t, nil
}

func (t *tcvn3Token) end() int { return t.ends[t.n] }

// letter returns the composed letter and its byte, that of its lower case if it
// has none of its own; 0 if it is not the letter of a token.
func (e *tcvn3Encoder) letter(s []byte) (rune, byte) {
	r, size := utf8.DecodeRune(s)
	if size < len(s) {
		var buf [4 * (maxMarks + 2)]byte
		nfc := norm.NFC.Append(buf[:0], s...)
		if r, size = utf8.DecodeRune(nfc); size < len(nfc) {
			return r, 0
		}
	}
	code, ok := tcvn3Table.code(r)
	if !ok {
		code, _ = tcvn3Table.code(unicode.ToLower(r))
	}
	if e.class[code] == 0 {
		return r, 0
	}
	return r, byte(code)
}

// faithful returns how many letters of the token, from the front, decode to what
// they are when a token ends after them.
func (e *tcvn3Encoder) faithful(t *tcvn3Token) int {
	var want, got [3 * maxToken]byte
	for k := t.n; k > 0; k-- {
		n := 0
		for _, r := range t.runes[:k] {
			n += utf8.EncodeRune(want[n:], r)
		}
		if m := e.decodeToken(got[:], t.codes[:k]); string(got[:m]) == string(want[:n]) {
			return k
		}
	}
	return 0
}
