// Preview shows in a browser what the library makes of the text of a page:
//
//	go run ./examples/preview [-addr HOST:PORT]
//
// It prints the address of a local page and serves it until it is interrupted.
// Paste the text of a news page there and see side by side the article, its
// JSON or HTML, the notes of the parser and what an editor should look at
// again; switch the style of the tone marks and what becomes of alternative
// texts; copy or download the results. The page loads nothing from anywhere
// else, and nothing that is pasted is kept.
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
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "preview:", err)
		stop()
		os.Exit(1)
	}
}

// run serves until ctx is done. It writes the address of the page to out.
func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("preview", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	addr := flags.String("addr", "localhost:8080", "serve the page at this `address`; port 0 takes a free one")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(out)
			flags.Usage()
		}
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: paste the text into the page", flags.Arg(0))
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	host, _, _ := net.SplitHostPort(*addr) // Listen has read it
	server := newServer(host)
	fmt.Fprintf(out, "http://%s/\n", shown(host, listener.Addr()))
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return server.Shutdown(end)
}

// shown returns the address to open: the host as it was given, with the port
// that was taken.
func shown(host string, addr net.Addr) string {
	if host == "" || host == "0.0.0.0" || host == "::" {
		host = "localhost"
	}
	_, port, _ := net.SplitHostPort(addr.String())
	return net.JoinHostPort(strings.ToLower(host), port)
}

// newServer returns a server of the page, with bounds on the size and the time
// of what it reads and writes. Host is the name or address it listens on.
func newServer(host string) *http.Server {
	return &http.Server{
		Handler:           newHandler(host),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
}
