package lineartest_test

import (
	"testing"

	"github.com/toasoan/toasoan/internal/lineartest"
)

// A recorder is a test that remembers whether it failed.
type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Helper()               {}
func (r *recorder) Errorf(string, ...any) { r.failed = true }

func TestCheck(t *testing.T) {
	sink := 0
	loop := func(rounds func(n int) int) func(int) func() {
		return func(n int) func() {
			return func() {
				for range rounds(n) {
					sink += n
				}
			}
		}
	}
	var linear, quadratic recorder
	lineartest.Check(&linear, "linear", 1<<16, loop(func(n int) int { return 50 * n }))
	lineartest.Check(&quadratic, "quadratic", 1<<11, loop(func(n int) int { return n * n }))
	if linear.failed || !quadratic.failed {
		t.Errorf("linear work fails: %t; quadratic work fails: %t", linear.failed, quadratic.failed)
	}
}
