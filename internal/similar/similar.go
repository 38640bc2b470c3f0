// Package similar decides when two lines of a page say the same: a caption
// and the alternative text of its image, or two versions of one caption. The
// thresholds are measured on real pages. Lines of ordinary length are compared
// without allocating.
package similar

import (
	"bytes"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

const (
	minTokens = 5   // shorter lines are alike by chance
	maxTokens = 100 // bounds the work, which grows with the product
	minRatio  = 0.85
	minLength = 0.6 // of the shorter line to the longer, in runes
)

// lineLen is the length of a folded line that fits on the stack.
const lineLen = 1024

// Same reports whether a and b have the same tokens once folded, so that
// case, marks and white space do not count.
func Same(a, b string) bool {
	if a == b {
		return true
	}
	var abuf, bbuf [lineLen]byte
	x, y := vn.AppendFold(abuf[:0], a), vn.AppendFold(bbuf[:0], b)
	for {
		var s, t []byte
		s, x = next(x)
		t, y = next(y)
		if !bytes.Equal(s, t) {
			return false
		}
		if len(s) == 0 {
			return true
		}
	}
}

// Near reports whether a and b are two versions of one line: each has 5 to
// 100 tokens, the shorter has at least 0.6 times the runes of the longer, and
// the ratio 2·LCS/(n+m) over their folded tokens is at least 0.85.
func Near(a, b string) bool {
	var x, y Line
	x.Read(a)
	y.Read(b)
	return x.Near(&y)
}

// A Line is a line that is compared with several others. The zero Line is
// empty.
type Line struct {
	text string
	hash [maxTokens]uint64 // of the folded tokens
	n    int               // how many there are, maxTokens+1 if there are more
}

// Read makes l the line s.
func (l *Line) Read(s string) {
	l.text, l.n = s, 0
	var buf [lineLen]byte
	line := vn.AppendFold(buf[:0], s)
	hash, size := uint64(0), 0 // of the token so far
	for i := 0; i < len(line); i++ {
		if n := space(line[i:]); n > 0 {
			l.add(hash, size)
			hash, size = 0, 0
			i += n - 1
			continue
		}
		// The eight letters of any syllable fit into the hash as they are;
		// longer words continue as FNV-1a.
		if size < 8 {
			hash = hash<<8 | uint64(line[i])
		} else {
			hash = (hash ^ uint64(line[i])) * 1099511628211
		}
		size++
	}
	l.add(hash, size)
}

// add adds a token unless its size is 0.
func (l *Line) add(hash uint64, size int) {
	if size == 0 || l.n > maxTokens {
		return
	}
	if l.n < maxTokens {
		l.hash[l.n] = hash
	}
	l.n++
}

// Says reports whether l and m are the same or near.
func (l *Line) Says(m *Line) bool { return l.Same(m) || l.Near(m) }

// Continues reports whether l begins with the tokens of m and goes on. A line
// of more than 100 tokens is not looked at.
func (l *Line) Continues(m *Line) bool {
	return m.n > 0 && m.n < l.n && l.n <= maxTokens && slices.Equal(l.hash[:m.n], m.hash[:m.n])
}

// Same is [Same] of the two lines.
func (l *Line) Same(m *Line) bool {
	switch {
	case l.n != m.n:
		return false
	case l.n > maxTokens:
		return Same(l.text, m.text)
	}
	return slices.Equal(l.hash[:l.n], m.hash[:m.n])
}

// Near is [Near] of the two lines.
func (l *Line) Near(m *Line) bool {
	least := min(l.n, m.n)
	if least < minTokens || max(l.n, m.n) > maxTokens || !l.enough(least, m) || !l.enough(common(l, m), m) {
		return false
	}
	a, b := utf8.RuneCountInString(l.text), utf8.RuneCountInString(m.text)
	return float64(min(a, b)) >= minLength*float64(max(a, b))
}

// enough reports whether a common subsequence of n tokens makes l and m near.
func (l *Line) enough(n int, m *Line) bool {
	return 2*float64(n) >= minRatio*float64(l.n+m.n)
}

// next returns the first token of line, empty at its end, and the rest.
func next(line []byte) (token, rest []byte) {
	start := 0
	for start < len(line) {
		n := space(line[start:])
		if n == 0 {
			break
		}
		start += n
	}
	end := start
	for end < len(line) && space(line[end:]) == 0 {
		end++
	}
	return line[start:end], line[end:]
}

// space returns the length of the white space that begins b, 0 if none does.
func space(b []byte) int {
	if c := b[0]; c > ' ' && c < utf8.RuneSelf {
		return 0
	}
	return wideSpace(b)
}

// wideSpace is space for the bytes that may begin white space.
func wideSpace(b []byte) int {
	if r, n := utf8.DecodeRune(b); r != utf8.RuneError && unicode.IsSpace(r) {
		return n
	}
	return 0
}

// common returns the length of the longest common subsequence of x and y. A
// row of the table is a bit vector of two words, in which a zero marks each
// step up (Hyyrö 2004).
func common(x, y *Line) int {
	lo, hi := ^uint64(0), ^uint64(0)
	for _, t := range y.hash[:y.n] {
		var match [2]uint64
		for i, u := range x.hash[:x.n] {
			if t == u {
				match[i>>6] |= 1 << (i & 63)
			}
		}
		ulo, uhi := lo&match[0], hi&match[1]
		slo, carry := bits.Add64(lo, ulo, 0)
		shi, _ := bits.Add64(hi, uhi, carry)
		lo, hi = slo|lo&^ulo, shi|hi&^uhi
	}
	return bits.OnesCount64(^lo) + bits.OnesCount64(^hi)
}
