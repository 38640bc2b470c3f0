package cli

import (
	"fmt"
	"io"
	"os"
	"time"
)

// A Progress tells how many of the things to do are done: on a terminal in a line
// that is written anew, elsewhere in a line a minute.
type Progress struct {
	w        io.Writer
	unit     string
	terminal bool
	shown    bool // the last line on the terminal is the progress

	before, done, total int
	begun, next         time.Time
}

// NewProgress begins with done of total things, which are called unit.
func NewProgress(w io.Writer, unit string, done, total int) *Progress {
	f, ok := w.(*os.File)
	now := time.Now()
	p := &Progress{w: w, unit: unit, terminal: ok && isTerminal(f), before: done, done: done, total: total, begun: now}
	p.next = now.Add(p.interval())
	return p
}

func (p *Progress) interval() time.Duration {
	if p.terminal {
		return 200 * time.Millisecond
	}
	return time.Minute
}

// Step says that one more thing is done.
func (p *Progress) Step() {
	p.done++
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(p.interval())
	if p.terminal {
		fmt.Fprintf(p.w, "\r%s\x1B[K", p)
		p.shown = true
	} else {
		fmt.Fprintln(p.w, p)
	}
}

// String returns how far it is, and the rate since the beginning.
func (p *Progress) String() string {
	rate := float64(p.done-p.before) / max(time.Since(p.begun).Seconds(), 1e-3)
	return fmt.Sprintf("%d of %d %s, %.0f a second", p.done, p.total, p.unit, rate)
}

// Printf writes a line of its own.
func (p *Progress) Printf(format string, args ...any) {
	p.clear()
	fmt.Fprintf(p.w, format+"\n", args...)
}

// End writes the last state.
func (p *Progress) End() {
	p.clear()
	fmt.Fprintln(p.w, p)
}

func (p *Progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1B[K")
		p.shown = false
	}
}
