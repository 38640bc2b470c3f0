package charset

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// combining is a table that has the five tone marks as characters of their own,
// to be written after their letter.
type combining struct {
	*table
	marks [5]byte // the bytes of U+0300, U+0309, U+0303, U+0301, U+0323
	class [256]byteClass
	pairs [256][5]utf8Char // letter and mark composed; 0 if they stay two
}

// A byteClass is what a byte of such an encoding does.
type byteClass uint8

const (
	classAlone  byteClass = iota // no mark changes it
	classLetter                  // a mark may compose with it
	classMark
)

var toneMarks = [5]rune{0x0300, 0x0309, 0x0303, 0x0301, 0x0323}

func newCombining(t *table, marks [5]byte) *combining {
	c := &combining{table: t, marks: marks}
	for b := range c.class {
		// Every letter that composes with a mark is among these; a few that do not
		// are, too, which costs them nothing but the look ahead.
		if b >= utf8.RuneSelf || t.decode[b].size() > 1 || 'a' <= b|0x20 && b|0x20 <= 'z' {
			c.class[b] = classLetter
		}
	}
	for i, b := range marks {
		c.class[b] = classMark
		for base := range c.pairs {
			s := norm.NFC.String(string([]rune{t.decode[base].rune(), toneMarks[i]}))
			if r, size := utf8.DecodeRuneInString(s); size == len(s) && c.class[base] == classLetter {
				c.pairs[base][i] = makeChar(r)
			}
		}
	}
	return c
}

// pair returns a letter and a mark composed, or 0.
func (c *combining) pair(s []byte) utf8Char {
	if len(s) != 2 {
		return 0
	}
	return c.pairs[s[0]][bytes.IndexByte(c.marks[:], s[1])]
}

// A combiningDecoder reads an encoding with combining marks. The result is what
// [norm.NFC] makes of the characters.
type combiningDecoder struct {
	transform.NopResetter
	*combining
	raw, nfc [4 * (maxMarks + 2)]byte // scratch
}

func (d *combiningDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		n, short := d.plain(dst[nDst:], src[nSrc:], atEOF)
		nDst += n.dst
		nSrc += n.src
		if nSrc == len(src) {
			break
		}
		if short != nil {
			return nDst, nSrc, short
		}
		end := nSrc + 1
		for end < len(src) && end-nSrc < maxMarks && d.class[src[end]] == classMark {
			end++
		}
		if end == len(src) && !atEOF {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if c := d.pair(src[nSrc:end]); c != 0 && c.size() <= len(dst)-nDst {
			nDst += c.put(dst[nDst:])
			nSrc = end
			continue
		}
		out := d.appendNFC(src[nSrc:end])
		if end < len(src) && d.class[src[end]] == classMark {
			out = append(out, joiner...)
		}
		if len(out) > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], out)
		nSrc = end
	}
	return nDst, nSrc, nil
}

// joiner is U+034F, the combining grapheme joiner, which package norm puts into
// runs of marks that are too long to be sorted.
const joiner = "\u034F"

// sizes is how much of both sides is done.
type sizes struct{ dst, src int }

// plain decodes what no mark follows. It stops before a letter with a mark and
// before a mark, without an error.
func (d *combiningDecoder) plain(dst, src []byte, atEOF bool) (n sizes, err error) {
	for ; n.src < len(src); n.src++ {
		b := src[n.src]
		if class := d.class[b]; class == classMark {
			return n, nil
		} else if class == classLetter {
			if n.src+1 == len(src) {
				if !atEOF {
					return n, transform.ErrShortSrc
				}
			} else if d.class[src[n.src+1]] == classMark {
				return n, nil
			}
		}
		c := d.decode[b]
		if n.dst+4 <= len(dst) {
			o := dst[n.dst : n.dst+4 : n.dst+4]
			o[0], o[1], o[2], o[3] = byte(c), byte(c>>8), byte(c>>16), 0
			n.dst += c.size()
			continue
		}
		if c.size() > len(dst)-n.dst {
			return n, transform.ErrShortDst
		}
		n.dst += c.put(dst[n.dst:])
	}
	return n, nil
}

// appendNFC returns a letter and its marks composed, in d.nfc.
func (d *combiningDecoder) appendNFC(src []byte) []byte {
	n := 0
	for _, b := range src {
		n += d.decode[b].put(d.raw[n:])
	}
	return norm.NFC.Append(d.nfc[:0], d.raw[:n]...)
}

// A combiningCoder writes such an encoding: a letter by its own byte, else by
// that of the letter without the tone mark, and the mark.
type combiningCoder struct{ *combining }

func (combiningCoder) wrote([]byte) {}

func (c combiningCoder) appendRune(dst []byte, r rune) ([]byte, bool) {
	if code, ok := c.code(r); ok {
		return appendCode(dst, code), true
	}
	var buf [utf8.UTFMax]byte
	d := norm.NFC.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition()
	// The mark to write is not always the last one: ậ is a U+0323 U+0302.
	for i, m := range d {
		at := slices.IndexFunc(toneMarks[:], func(t rune) bool { return strings.HasPrefix(string(d[i:]), string(t)) })
		if m < utf8.RuneSelf || at < 0 {
			continue
		}
		mark := string(toneMarks[at])
		base := norm.NFC.String(string(d[:i]) + string(d[i+len(mark):]))
		b, size := utf8.DecodeRuneInString(base)
		if size != len(base) || norm.NFC.String(base+mark) != string(r) {
			continue
		}
		if out, ok := c.appendRune(dst, b); ok {
			return append(out, c.marks[at]), true
		}
	}
	return dst, false
}
