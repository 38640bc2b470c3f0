package charset

import "golang.org/x/text/transform"

// A byteDecoder reads an encoding in which every character is one byte.
type byteDecoder struct {
	transform.NopResetter
	*table
}

func (d byteDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	// Four bytes are written where three are meant while there is room for it: one
	// store in place of a loop.
	for ; nSrc < len(src) && nDst+4 <= len(dst); nSrc++ {
		c := d.decode[src[nSrc]]
		o := dst[nDst : nDst+4 : nDst+4]
		o[0], o[1], o[2], o[3] = byte(c), byte(c>>8), byte(c>>16), 0
		nDst += c.size()
	}
	for ; nSrc < len(src); nSrc++ {
		c := d.decode[src[nSrc]]
		if c.size() > len(dst)-nDst {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += c.put(dst[nDst:])
	}
	return nDst, nSrc, nil
}
