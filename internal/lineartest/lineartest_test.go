package lineartest_test

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/internal/racetest"
)

// A recorder is a test that remembers what it failed with.
type recorder struct {
	testing.TB
	message string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.message = fmt.Sprintf(format, args...)
}

// words returns n different words.
func words(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = "lúa" + strconv.Itoa(i)
	}
	return list
}

// work is what the tests let Check judge, on n words.
var work = map[string]func(n int) func(){
	"linear": func(n int) func() {
		list := words(n)
		return func() {
			seen := make(map[string]bool, n)
			for _, s := range list {
				seen[s] = true
			}
		}
	},
	"n log n": func(n int) func() {
		list := words(n)
		return func() { slices.Sort(slices.Clone(list)) }
	},
	"quadratic": func(n int) func() {
		list := words(n)
		return func() {
			var seen []string
			for _, s := range list {
				if !slices.Contains(seen, s) {
					seen = append(seen, s)
				}
			}
		}
	},
	// The quadratic part is less than a nanosecond a step.
	"linear, then quadratic": func(n int) func() {
		list := words(n)
		return func() {
			var seen []int
			for i, s := range list {
				for range 2 {
					s = strings.ToUpper(s)
				}
				if !slices.Contains(seen, i) {
					seen = append(seen, i)
				}
			}
		}
	},
}

func TestCheck(t *testing.T) { check(t) }

func check(t *testing.T) {
	t.Helper()
	for name, want := range map[string]string{
		"linear": "", "n log n": "", "quadratic": "times as long", "linear, then quadratic": "times as long",
	} {
		r := &recorder{TB: t}
		n := 800
		if racetest.Enabled { // which cuts it
			n *= 8
		}
		lineartest.Check(r, name, n, work[name])
		if want == "" && r.message != "" || !strings.Contains(r.message, want) {
			t.Errorf("Check of %s fails with %q, want %q", name, r.message, want)
		}
	}
}

// TestCheckSmall gives Check an input so small, for work so heavy, that
// quadratic work passes even after the doublings: it is refused, as it proves
// nothing.
func TestCheckSmall(t *testing.T) {
	if racetest.Enabled {
		t.Skip("nothing is proved under the race detector")
	}
	heavy := func(n int) func() {
		return func() {
			for range n * 20_000 {
				sink++
			}
		}
	}
	r := &recorder{TB: t}
	lineartest.Check(r, "heavy", 2, heavy)
	if !strings.Contains(r.message, "proves nothing") {
		t.Errorf("Check of heavy work on an input of 2 fails with %q", r.message)
	}
}

var sink int

func TestLines(t *testing.T) {
	var same recorder
	lineartest.Lines(&same, "same", 100, func(i int) string { return "lúa" }, func(string) {})
	if !strings.Contains(same.message, "the lines 0 and 1 are the same") {
		t.Errorf("Lines of one line fails with %q", same.message)
	}
	lineartest.Lines(t, "fields", 2000, strconv.Itoa, func(text string) { strings.Fields(text) })
}

// busy is set in the processes that keep the machine busy.
const busy = "LINEARTEST_BUSY"

// TestBusy holds Check to the same answers beside twenty busy processes.
func TestBusy(t *testing.T) {
	if os.Getenv(busy) != "" {
		for begun := time.Now(); time.Since(begun) < time.Minute; {
			// until the parent ends it, but not for ever
		}
		return
	}
	if testing.Short() {
		t.Skip("keeps the machine busy for seconds")
	}
	self, err := os.Executable()
	if err != nil {
		t.Skip("no processes here: ", err)
	}
	for range 20 {
		cmd := exec.Command(self, "-test.run=^TestBusy$")
		cmd.Env = append(os.Environ(), busy+"=1")
		if err := cmd.Start(); err != nil {
			t.Skip("no processes here: ", err)
		}
		t.Cleanup(func() {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		})
	}
	check(t)
}
