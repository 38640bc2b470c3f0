//go:build darwin || netbsd || dragonfly

package lineartest

import (
	"syscall"
	"time"
)

// cpuTime returns the CPU time that the process has taken: these systems do
// not count it by thread.
func cpuTime() (d time.Duration, ok bool) {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0, false
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), true
}
