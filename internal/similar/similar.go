// Package similar decides when two lines of a page say the same: a caption
// and the alternative text of its image, or two versions of one caption. The
// thresholds are measured on real pages.
package similar

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

const (
	minTokens = 5   // shorter lines are alike by chance
	maxTokens = 100 // bounds the work, which grows with the product
	minRatio  = 0.85
	minLength = 0.6 // of the shorter line to the longer, in runes
)

// Same reports whether a and b have the same tokens once folded, so that
// case, marks and white space do not count.
func Same(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(vn.Fold(a)), strings.Fields(vn.Fold(b))
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// Near reports whether a and b are two versions of one line: each has 5 to
// 100 tokens, the shorter has at least 0.6 times the runes of the longer, and
// the ratio 2·LCS/(n+m) over their folded tokens is at least 0.85.
func Near(a, b string) bool {
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if float64(min(la, lb)) < minLength*float64(max(la, lb)) {
		return false
	}
	x, y := strings.Fields(vn.Fold(a)), strings.Fields(vn.Fold(b))
	if min(len(x), len(y)) < minTokens || max(len(x), len(y)) > maxTokens {
		return false
	}
	return 2*float64(common(x, y)) >= minRatio*float64(len(x)+len(y))
}

// common returns the length of the longest common subsequence of x and y,
// neither longer than maxTokens.
func common(x, y []string) int {
	var row [maxTokens + 1]int
	for _, t := range x {
		diagonal := 0
		for j, u := range y {
			above := row[j+1]
			if t == u {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(y)]
}
