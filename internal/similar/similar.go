// Package similar decides when two lines of a page say the same: a caption
// and the alternative text of its image, or two versions of one caption. The
// thresholds are measured on real pages. Lines of ordinary length are compared
// without allocating.
package similar

import (
	"bytes"
	"math/bits"
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
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if float64(min(la, lb)) < minLength*float64(max(la, lb)) {
		return false
	}
	var x, y tokens
	if !x.read(a) || !y.read(b) || !enough(min(x.n, y.n), &x, &y) {
		return false
	}
	return enough(common(&x, &y), &x, &y)
}

// enough reports whether a common subsequence of n tokens makes x and y near.
func enough(n int, x, y *tokens) bool {
	return 2*float64(n) >= minRatio*float64(x.n+y.n)
}

// tokens are the folded tokens of a line, as hashes.
type tokens struct {
	hash [maxTokens]uint64
	n    int
}

// read reads a line and reports whether it has as many tokens as [Near] asks
// for.
func (t *tokens) read(s string) bool {
	var buf [lineLen]byte
	line := vn.AppendFold(buf[:0], s)
	for {
		var token []byte
		token, line = next(line)
		if len(token) == 0 {
			return t.n >= minTokens
		}
		if t.n == maxTokens {
			return false
		}
		h := uint64(14695981039346656037) // FNV-1a
		for _, c := range token {
			h = (h ^ uint64(c)) * 1099511628211
		}
		t.hash[t.n] = h
		t.n++
	}
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
	if c := b[0]; c < utf8.RuneSelf {
		if c == ' ' || '\t' <= c && c <= '\r' {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRune(b); r != utf8.RuneError && unicode.IsSpace(r) {
		return n
	}
	return 0
}

// common returns the length of the longest common subsequence of x and y. A
// row of the table is a bit vector of two words, in which a zero marks each
// step up (Hyyrö 2004).
func common(x, y *tokens) int {
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
