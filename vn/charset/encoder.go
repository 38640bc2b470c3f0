package charset

import (
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many marks on one letter are looked at together. Package norm
// stops at 30, those of the letter itself included.
const maxMarks = 28

// A repertoireError says that an encoding has no code for a character. Its method
// is what [encoding.ReplaceUnsupported] and [encoding.HTMLEscapeUnsupported] look
// for.
type repertoireError struct{ name string }

func (e *repertoireError) Error() string {
	return "charset: " + e.name + " cannot encode the character"
}

// Replacement returns the byte that stands for the character: SUB, as in the
// encodings of x/text.
func (e *repertoireError) Replacement() byte { return '\x1A' }

// A coder writes characters in an encoding.
type coder interface {
	// appendRune appends the code of a character of NFC text; it changes no state.
	appendRune(dst []byte, r rune) ([]byte, bool)
	// wrote tells the coder what has gone out; nil that something it does not
	// know may have.
	wrote(b []byte)
}

// An encoder brings text to NFC, letter by letter, and writes it with a coder.
type encoder struct {
	coder
	err *repertoireError
}

func (e *encoder) Reset() { e.wrote(nil) }

// Transform implements [transform.Transformer]. When it reports a character, the
// source is consumed up to it.
func (e *encoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	var buf [2 * (maxMarks + 1)]byte
	for nSrc < len(src) {
		end, err := letterEnd(src, nSrc, atEOF)
		if err != nil {
			return nDst, nSrc, e.report(err)
		}
		if v, ok := e.coder.(*viqrCoder); ok {
			if err := v.peek(src[nSrc:end], src[end:], atEOF); err != nil {
				return nDst, nSrc, err
			}
		}
		out, n := e.appendLetter(buf[:0], src[nSrc:end])
		if len(out) > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], out)
		nSrc += n
		if n > 0 {
			e.wrote(out)
		}
		if nSrc < end {
			return nDst, nSrc, e.report(errUnencodable)
		}
	}
	return nDst, nSrc, nil
}

// errUnencodable stands for the encoder's own repertoireError.
var errUnencodable = &repertoireError{}

// report replaces errUnencodable by the encoder's own error.
func (e *encoder) report(err error) error {
	if err == errUnencodable {
		e.wrote(nil)
		return e.err
	}
	return err
}

// appendLetter appends the codes of a letter and its marks. If not all of it can
// be encoded, it takes as much from the front as can and returns its size.
func (e *encoder) appendLetter(dst, letter []byte) ([]byte, int) {
	if r, size := utf8.DecodeRune(letter); size == len(letter) {
		if out, ok := e.appendRune(dst, r); ok {
			return out, size
		}
	}
	for n := len(letter); n > 0; n-- {
		if n < len(letter) && !utf8.RuneStart(letter[n]) {
			continue
		}
		if out, ok := e.appendNFC(dst, letter[:n]); ok {
			return out, n
		}
	}
	return dst, 0
}

// appendNFC appends the codes of a letter and its marks, or reports false.
func (e *encoder) appendNFC(dst, letter []byte) (_ []byte, ok bool) {
	var buf [4 * (maxMarks + 2)]byte
	for nfc := norm.NFC.Append(buf[:0], letter...); len(nfc) > 0; {
		r, size := utf8.DecodeRune(nfc)
		if dst, ok = e.appendRune(dst, r); !ok {
			return nil, false
		}
		nfc = nfc[size:]
	}
	return dst, true
}

// letterEnd returns the end of the letter at i and of the marks on it. Its error
// is [transform.ErrShortSrc], or errUnencodable for invalid UTF-8.
func letterEnd(src []byte, i int, atEOF bool) (int, error) {
	if _, size := utf8.DecodeRune(src[i:]); size > 1 {
		i += size
	} else if src[i] < utf8.RuneSelf {
		// Controls and spaces are let through at once, for who waits for a line.
		if i++; src[i-1] <= ' ' {
			return i, nil
		}
	} else if !atEOF && !utf8.FullRune(src[i:]) {
		return 0, transform.ErrShortSrc
	} else {
		return 0, errUnencodable
	}
	for range maxMarks {
		switch {
		case i == len(src):
			if !atEOF {
				return 0, transform.ErrShortSrc
			}
			return i, nil
		case src[i] < 0xCC: // below U+0300, where the marks begin
			return i, nil
		case !atEOF && !utf8.FullRune(src[i:]):
			return 0, transform.ErrShortSrc
		}
		p := norm.NFC.Properties(src[i:])
		if p.Size() == 0 || p.CCC() == 0 {
			return i, nil
		}
		i += p.Size()
	}
	return i, nil
}

// A tableCoder writes the codes of a table.
type tableCoder struct{ *table }

func (tableCoder) wrote([]byte) {}

func (c tableCoder) appendRune(dst []byte, r rune) ([]byte, bool) {
	code, ok := c.code(r)
	if !ok {
		return dst, false
	}
	return appendCode(dst, code), true
}
