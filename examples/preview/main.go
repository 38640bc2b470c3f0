// Preview serves a page for an editor: paste the plain text of a news page and
// see side by side the article as readers get it, its JSON and HTML, what the
// parser dropped or moved, and what should be looked at again. It shows how
// the library sits behind a web form: which options to offer, how to name the
// notes in Vietnamese, and which headers keep such a page safe.
//
//	go run ./examples/preview [-addr HOST:PORT]
//
// It prints its address and serves until it is interrupted. Nothing that is
// pasted leaves the machine or is kept.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "preview:", err)
		os.Exit(1)
	}
}

// shutdownTime is how long the requests that are under way may take once the
// program is to end.
const shutdownTime = 3 * time.Second

// run serves until ctx is done.
func run(ctx context.Context, args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("preview", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // main prints the error, in one line
	addr := flags.String("addr", "localhost:8080", "listen on this `host:port`; port 0 means any free one")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(stdout, "usage: preview [-addr HOST:PORT]")
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return nil
	} else if err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unknown argument %q", flags.Arg(0))
	}
	host, _, err := net.SplitHostPort(*addr)
	if err != nil {
		return fmt.Errorf("-addr: %w", err)
	}
	if host == "" {
		return fmt.Errorf("-addr %q names no host; try localhost%[1]s", *addr)
	}

	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return err
	}
	server := newServer(host)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	fmt.Fprintf(stdout, "http://%s/\n", net.JoinHostPort(host, port))

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), shutdownTime)
	defer cancel()
	if err := server.Shutdown(end); errors.Is(err, context.DeadlineExceeded) {
		return server.Close()
	} else if err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
