// Package cli is what the programs in examples share: a help with a synopsis
// and examples, exit statuses, inputs with the numbers of their lines, progress
// that suits a terminal and a log, and files that are complete or not there.
package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// The exit statuses, as [exitStatuses] explains them to users.
const (
	failed      = 1
	misused     = 2
	interrupted = 130 // as shells have it for SIGINT
)

const exitStatuses = `0 if all is done; 1 if something is wrong or missing, which
standard error names; 2 if flags or arguments are wrong, and nothing was done;
130 after Ctrl-C.`

// Std is the standard streams of a program.
type Std struct {
	In       io.Reader
	Out, Err io.Writer
}

// Main runs a program and ends the process. An interrupt, or SIGTERM, ends ctx; run
// should then return [Interrupted] when what it was at is in order. A second one
// ends the process at once.
func Main(name string, run func(ctx context.Context, std Std, args []string) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	err := run(ctx, Std{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:])
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
	}
	os.Exit(Status(err))
}

// Status returns the exit status for what a program's run has returned.
func Status(err error) int {
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errInterrupted):
		return interrupted
	case errors.Is(err, errMisused):
		return misused
	}
	return failed
}

// Interrupted returns an error if ctx is done.
func Interrupted(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return errInterrupted
}

var errInterrupted = errors.New("interrupted")

var errMisused = errors.New("-h shows how it is used")

// Misused returns an error for flags and arguments that are wrong.
func Misused(format string, args ...any) error {
	return fmt.Errorf("%s; %w", fmt.Sprintf(format, args...), errMisused)
}

// A Help is what -h prints beside the flags.
type Help struct {
	Name     string
	About    string   // what the program is, in one line
	Synopsis []string // what may stand after the name, a line each
	Text     string   // paragraphs on inputs and outputs, in lines of at most 79 characters
	Examples []string // command lines
	Status   string   // the exit statuses, if they are not those of most programs
}

// Parse parses the flags of a program. For -h it prints the help to std.Out and
// returns [flag.ErrHelp].
func (h *Help) Parse(flags *flag.FlagSet, std Std, args []string) error {
	flags.SetOutput(io.Discard) // Main prints the error, in one line
	flags.Usage = func() {}
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		h.Print(std.Out, flags)
		return err
	} else if err != nil {
		return Misused("%v", err)
	}
	return nil
}

// Print prints the help with these flags.
func (h *Help) Print(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprintf(w, "%s %s\n\n", h.Name, h.About)
	for i, line := range h.Synopsis {
		intro := "Usage:"
		if i > 0 {
			intro = "      "
		}
		fmt.Fprintln(w, intro, strings.TrimSpace(h.Name+" "+line))
	}
	if h.Text != "" {
		fmt.Fprintf(w, "\n%s\n", strings.TrimSpace(h.Text))
	}
	fmt.Fprint(w, "\nFlags:\n")
	flags.SetOutput(w)
	flags.PrintDefaults()
	fmt.Fprint(w, "\nExamples:\n")
	for _, line := range h.Examples {
		fmt.Fprintln(w, " ", line)
	}
	fmt.Fprintf(w, "\nExit status: %s\n", cmp.Or(h.Status, exitStatuses))
}
