package charset

import (
	"sync"

	"golang.org/x/text/transform"
)

// vniPairs holds the letters of two bytes.
type vniPairs struct {
	row     [256]uint8 // by the first byte; 0 if it begins no pair
	letters [][64]utf8Char
}

// at returns the letter of two bytes, or 0.
func (p *vniPairs) at(row, second byte) utf8Char {
	if second < 0xC0 {
		return 0
	}
	return p.letters[row][second&0x3F]
}

var newVNIPairs = sync.OnceValue(func() *vniPairs {
	p := &vniPairs{letters: make([][64]utf8Char, 1)}
	add := func(r rune, code uint16) {
		if code <= 0xFF {
			return
		}
		first := code >> 8
		if p.row[first] == 0 {
			p.row[first] = uint8(len(p.letters))
			p.letters = append(p.letters, [64]utf8Char{})
		}
		p.letters[p.row[first]][code&0x3F] = makeChar(r)
	}
	for r, code := range vniTable.latin {
		add(rune(r), code)
	}
	for r, code := range vniTable.viet {
		add(vietStart+rune(r), code)
	}
	return p
})

// A vniDecoder reads VNI: a letter and the mark after it, where there is such a
// pair, else a byte alone.
type vniDecoder struct {
	transform.NopResetter
	pairs *vniPairs
}

func (d vniDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		b, n := src[nSrc], 1
		c := vniTable.decode[b]
		if row := d.pairs.row[b]; row != 0 {
			if nSrc+1 == len(src) && !atEOF {
				return nDst, nSrc, transform.ErrShortSrc
			}
			if nSrc+1 < len(src) {
				if pair := d.pairs.at(row, src[nSrc+1]); pair != 0 {
					c, n = pair, 2
				}
			}
		}
		if nDst+4 <= len(dst) {
			o := dst[nDst : nDst+4 : nDst+4]
			o[0], o[1], o[2], o[3] = byte(c), byte(c>>8), byte(c>>16), 0
		} else if c.size() <= len(dst)-nDst {
			c.put(dst[nDst:])
		} else {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += c.size()
		nSrc += n
	}
	return nDst, nSrc, nil
}
