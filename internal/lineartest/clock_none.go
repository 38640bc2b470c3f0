//go:build !(linux || freebsd || openbsd || darwin || netbsd || dragonfly)

package lineartest

import "time"

// cpuTime reports that this system tells no CPU time.
func cpuTime() (d time.Duration, ok bool) { return 0, false }
