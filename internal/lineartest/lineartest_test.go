package lineartest_test

import (
	"testing"
	"time"

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
	sleep := func(millis func(n int) int) func(int) func() {
		return func(n int) func() {
			return func() { time.Sleep(time.Duration(millis(n)) * time.Millisecond) }
		}
	}
	var linear, quadratic recorder
	lineartest.Check(&linear, "linear", 2, sleep(func(n int) int { return 4 * n }))
	lineartest.Check(&quadratic, "quadratic", 2, sleep(func(n int) int { return n * n }))
	if linear.failed || !quadratic.failed {
		t.Errorf("linear work fails: %t; quadratic work fails: %t", linear.failed, quadratic.failed)
	}
}
