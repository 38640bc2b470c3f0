package vn

import (
	"unsafe"

	"golang.org/x/text/transform"
)

// NewFoldTransformer returns a transformer that folds, for example for
// [transform.NewReader]. It writes the same bytes as [AppendFold] however the text
// is cut. It keeps a state: it must not be used concurrently, and a new text begins
// after Reset.
func NewFoldTransformer() transform.SpanningTransformer {
	return new(foldTransformer)
}

// A foldTransformer is a folder between two buffers.
type foldTransformer struct {
	f       folder
	buf     []byte // the output of a step
	pending []byte // the part of buf that is not written yet
}

// Reset implements [transform.Transformer].
func (t *foldTransformer) Reset() {
	t.f.reset()
	t.pending = nil
}

// Transform implements [transform.Transformer].
func (t *foldTransformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	s := unsafe.String(unsafe.SliceData(src), len(src)) // not kept
	for {
		n := copy(dst[nDst:], t.pending)
		nDst += n
		if t.pending = t.pending[n:]; len(t.pending) > 0 {
			return nDst, nSrc, transform.ErrShortDst
		}
		if nSrc == len(s) {
			if !atEOF || t.f.n == 0 {
				return nDst, nSrc, nil
			}
			t.buf = t.f.flush(t.buf[:0])
			t.pending = t.buf
			continue
		}
		var more bool
		t.buf, nSrc, more = t.f.step(t.buf[:0], s, nSrc, atEOF)
		if more {
			return nDst, nSrc, transform.ErrShortSrc
		}
		t.pending = t.buf
	}
}

// Span implements [transform.SpanningTransformer].
func (t *foldTransformer) Span(src []byte, atEOF bool) (n int, err error) {
	if len(t.pending) > 0 || t.f.n > 0 {
		return 0, transform.ErrEndOfSpan
	}
	s := unsafe.String(unsafe.SliceData(src), len(src)) // not kept
	f := t.f
	same, more := 0, false // s[:same] is the output so far
	for i := 0; i < len(s); {
		if t.buf, i, more = f.step(t.buf[:0], s, i, atEOF); more {
			return n, transform.ErrShortSrc
		}
		if i-same < len(t.buf) || s[same:same+len(t.buf)] != string(t.buf) {
			return n, transform.ErrEndOfSpan
		}
		same += len(t.buf)
		switch {
		case s[same:i] != string(f.buf[:f.n]):
			// What waits in f is not what stands here, or something vanished.
			return n, transform.ErrEndOfSpan
		case f.n == 0:
			n, t.f = i, f
		case f.state&foldInOver == 0 && !f.m.over:
			// It can be read again.
			n = same
			t.f.reset()
		}
	}
	if n == len(s) || !atEOF {
		if n < len(s) {
			return n, transform.ErrShortSrc
		}
		return n, nil
	}
	if t.buf = f.flush(t.buf[:0]); s[same:] != string(t.buf) {
		return n, transform.ErrEndOfSpan
	}
	t.f.reset()
	return len(s), nil
}

// reset makes f ready for another text.
func (f *folder) reset() {
	f.m.over = false
	f.n, f.last, f.state, f.has = 0, 0, 0, 0
}
