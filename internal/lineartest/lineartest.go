// Package lineartest guards against work that grows faster than its input.
//
// What it measures is the CPU time of one thread, so that it says the same on
// a machine that is busy with something else. A package that only passes
// because its inputs are too small proves nothing; [Check] therefore holds
// every use to a proof: the same work with a loop over all pairs of its lines
// beside it would have been refused.
package lineartest

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/internal/racetest"
)

const (
	// factor is how much larger the second input is than the first. Linear
	// work takes 16 times as long for it, quadratic work 256 times.
	factor = 16

	// limit is the growth that is still linear. A table that no longer fits
	// into the cache and n·log n stay well below.
	limit = 48

	// tries is how often work is measured before it is refused. A neighbour on
	// the same core can slow one measurement down, never all of them threefold.
	tries = 5

	// doublings is how often an input that proves nothing is doubled.
	doublings = 3

	// raceCut is how much smaller inputs are under the race detector.
	raceCut = 8

	// least is the CPU time that a measurement takes at least; the small input
	// is run as often as that needs.
	least = 10 * time.Millisecond

	// memory is how much the work may fill before the garbage collector runs
	// after all: quadratic work may allocate as it goes.
	memory = 1 << 30
)

// Check fails t if the work grows faster than its input. prepare makes an
// input of n units (lines, entries, characters) that cost the work about the
// same each, and returns what is to be measured; Check calls it for n and for
// 16·n. The units of an input should differ, since a loop over what was seen
// before ends at once where everything is the same; [Lines] sees to that.
//
// Check also fails t if n is so small that a quadratic loop would pass: one
// that compares each unit with every earlier one. Since a busy machine may make
// the work look heavier than the loop, n is doubled a few times first. The race
// detector slows the work and not the loop: under it, inputs are smaller and
// nothing is proved; the same use is proved without it. The work must be done on the goroutine that calls it. The garbage
// collector is off while it runs, until the work has filled a gigabyte. Where
// the system does not tell the CPU time of a thread or process, Check skips t.
func Check(t testing.TB, name string, n int, prepare func(n int) (run func())) {
	t.Helper()
	if _, ok := cpuTime(); !ok {
		t.Skipf("%s does not tell how much CPU time was taken", runtime.GOOS)
	}
	if racetest.Enabled {
		n = max(n/raceCut, 1)
	}
	for last := n << doublings; ; n *= 2 {
		m := measure(n, prepare)
		switch {
		case m.refused():
			t.Errorf("%s: %v for %d, %v for %d: %.0f times as long for %d times as much", name, m.small, n, m.large, factor*n, m.growth(), factor)
		case racetest.Enabled, m.withTwin(n, comparison()).refused():
		case n < last:
			continue
		default:
			t.Errorf("%s: an input of %d proves nothing: with a comparison of all pairs beside it (%v and %v so far) the work would pass", name, n, m.small, m.large)
		}
		return
	}
}

// Lines is [Check] of work on a text of n lines, made by line from their
// numbers. It fails t if two of the first lines are the same.
func Lines(t testing.TB, name string, n int, line func(i int) string, run func(text string)) {
	t.Helper()
	seen := make(map[string]int)
	for i := range min(n, 1000) {
		s := line(i)
		if first, ok := seen[s]; ok {
			t.Errorf("%s: the lines %d and %d are the same: %q", name, first, i, s)
			return
		}
		seen[s] = i
	}
	Check(t, name, n, func(n int) func() {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
			b.WriteByte('\n')
		}
		return func() { run(b.String()) }
	})
}

// A measurement is the CPU time of some work on an input and on a larger one.
type measurement struct{ small, large time.Duration }

// growth returns how many times as long the work takes on the larger input.
func (m measurement) growth() float64 {
	return float64(m.large) / float64(max(1, m.small))
}

func (m measurement) refused() bool { return m.growth() > limit }

// withTwin returns what the measurement would be if the work also compared
// each of n units with every earlier one. The count of the comparisons is
// exact, so that they need not be made.
func (m measurement) withTwin(n int, step float64) measurement {
	pairs := func(n int) time.Duration { return time.Duration(float64(n) * float64(n) / 2 * step) }
	return measurement{m.small + pairs(n), m.large + pairs(factor*n)}
}

// measure returns the first measurement that is not refused, or the last.
func measure(n int, prepare func(n int) (run func())) (m measurement) {
	small, large := prepare(n), prepare(factor*n)
	for range tries {
		m = measurement{took(small, least), took(large, 0)}
		if !m.refused() || m.growth() > 2*limit { // beyond what any noise explains
			break
		}
	}
	return m
}

// took returns the CPU time that one call of run takes, of as many calls as
// take at least so long.
func took(run func(), atLeast time.Duration) time.Duration {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memory))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	begun, _ := cpuTime()
	for calls := time.Duration(1); ; calls++ {
		run()
		if now, _ := cpuTime(); now-begun >= atLeast {
			return (now - begun) / calls
		}
	}
}

// comparison returns the nanoseconds that it takes to compare a short text with
// one of a list, the least that a quadratic loop over lines does in a step.
func comparison() float64 {
	const n = 1000
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("%06d", i)
	}
	step := took(func() {
		for i, s := range texts {
			for _, earlier := range texts[:i] {
				if s == earlier {
					panic("lineartest: two numbers are the same")
				}
			}
		}
	}, least)
	return float64(step) / (n * n / 2)
}
