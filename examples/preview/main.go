// Preview serves a page for an editor: paste the plain text of a news page and
// see the article as readers get it, and beside it its JSON and HTML, what the
// parser dropped or moved, or what should be looked at again. It shows how
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
	"net"
	"net/http"
	"time"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

func main() { cli.Main("preview", run) }

var help = cli.Help{
	Name:     "preview",
	About:    "serves a page that shows what becomes of a pasted text.",
	Synopsis: []string{"[-addr HOST:PORT]"},
	Text: `
It prints the address of the page, which is in Vietnamese, and serves it until it
is interrupted. Nothing that is pasted leaves this machine or is kept.

A text may have 1 MB. Each format of the result may have 2 MB, or it is left out
and the page says so.
`,
	Examples: []string{
		"preview",
		"preview -addr localhost:0",
	},
	Status: "0 after Ctrl-C; 1 if the address cannot be had; 2 if flags or arguments are\nwrong.",
}

// shutdownTime is how long the requests that are under way may take once the
// program is to end.
const shutdownTime = 3 * time.Second

// run serves until ctx is done.
func run(ctx context.Context, std cli.Std, args []string) error {
	flags := flag.NewFlagSet("preview", flag.ContinueOnError)
	addr := flags.String("addr", "localhost:8080", "listen on this `host:port`; port 0 means any free one")
	if err := help.Parse(flags, std, args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return cli.Misused("unknown argument %q", flags.Arg(0))
	}
	host, _, err := net.SplitHostPort(*addr)
	if err != nil {
		return cli.Misused("-addr: %v", err)
	}
	if host == "" {
		return cli.Misused("-addr %q names no host; try localhost%[1]s", *addr)
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
	fmt.Fprintf(std.Out, "http://%s/\n", net.JoinHostPort(host, port))

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
