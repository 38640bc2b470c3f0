// Package lineartest guards against work that grows faster than its input.
package lineartest

import (
	"testing"
	"time"
)

// Check fails t if what prepare returns for an input eight times as large
// takes more than 24 times as long as for the size n. Quadratic work takes 64
// times as long. The machine may be busy, so that one good try of several is
// enough, and so is an end within some milliseconds.
func Check(t testing.TB, name string, n int, prepare func(n int) (run func())) {
	t.Helper()
	const (
		tries = 5
		short = 5 * time.Millisecond
	)
	small, large := prepare(n), prepare(8*n)
	var a, b time.Duration
	for range tries {
		if a, b = took(small), took(large); b < 24*max(a, short) {
			return
		}
	}
	t.Errorf("%s: %v for an input of %d, %v for one of eight times that size", name, a, n, b)
}

func took(f func()) time.Duration {
	begun := time.Now()
	f()
	return time.Since(begun)
}
