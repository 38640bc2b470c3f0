//go:build linux || freebsd || openbsd

package lineartest

import (
	"syscall"
	"time"
)

// cpuTime returns the CPU time that the calling thread has taken.
func cpuTime() (d time.Duration, ok bool) {
	const thread = 1 // RUSAGE_THREAD, which package syscall does not name
	var r syscall.Rusage
	if syscall.Getrusage(thread, &r) != nil {
		return 0, false
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()), true
}
