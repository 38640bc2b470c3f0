package vn

import (
	"unsafe"

	"golang.org/x/text/transform"
)

// NewTransformer returns a transformer to the normal form, for example for
// [transform.NewReader]. It writes the same bytes as [Form.Append] however the text
// is cut, and needs to see a little over two kilobytes ahead at most. It keeps a
// state: it must not be used concurrently, and a new text begins after Reset.
func (f Form) NewTransformer() transform.SpanningTransformer {
	return &transformer{m: f.machine()}
}

// A transformer is a machine between two buffers.
type transformer struct {
	m       machine
	buf     []byte // the output of a step
	pending []byte // the part of buf that is not written yet
}

// Reset implements [transform.Transformer].
func (t *transformer) Reset() {
	t.m.over = false
	t.pending = nil
}

// Transform implements [transform.Transformer].
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	s := unsafe.String(unsafe.SliceData(src), len(src)) // not kept
	for {
		n := copy(dst[nDst:], t.pending)
		nDst += n
		if t.pending = t.pending[n:]; len(t.pending) > 0 {
			return nDst, nSrc, transform.ErrShortDst
		}
		if nSrc == len(s) {
			return nDst, nSrc, nil
		}
		if end := t.m.clean(s, nSrc, atEOF); end > nSrc {
			t.buf = t.buf[:0]
			n := copy(dst[nDst:], s[nSrc:end])
			nDst += n
			t.buf = append(t.buf, s[nSrc+n:end]...)
			t.pending, nSrc = t.buf, end
			continue
		}
		var more bool
		t.buf, nSrc, more = t.m.step(t.buf[:0], s, nSrc, atEOF, nil)
		if more {
			return nDst, nSrc, transform.ErrShortSrc
		}
		t.pending = t.buf
	}
}

// Span implements [transform.SpanningTransformer].
func (t *transformer) Span(src []byte, atEOF bool) (n int, err error) {
	if len(t.pending) > 0 {
		return 0, transform.ErrEndOfSpan
	}
	s := unsafe.String(unsafe.SliceData(src), len(src)) // not kept
	for n < len(s) {
		if n = t.m.clean(s, n, atEOF); n == len(s) {
			break
		}
		over := t.m.over
		var next int
		var more bool
		t.buf, next, more = t.m.step(t.buf[:0], s, n, atEOF, nil)
		if more {
			t.m.over = over
			return n, transform.ErrShortSrc
		}
		if string(t.buf) != s[n:next] {
			t.m.over = over
			return n, transform.ErrEndOfSpan
		}
		n = next
	}
	return n, nil
}
