// Corpus parses and normalizes crawled Vietnamese text as an Apache Beam
// pipeline, for corpora that outgrow one machine:
//
//	cd examples/corpus && go run . -texts 'pages/*.txt' -lines 'crawl/*.jsonl' -output out/corpus
//
// It reads text files, one page each, and JSON Lines of {"url":…,"text":…};
// makes an article of each text, in one style of tone marks; drops articles
// whose title and text are the same once folded; and writes JSON Lines in the
// wire format of package article to PREFIX-00000-of-00008.jsonl and so on,
// what could not be read with its reason to PREFIX-dead-00000-of-00008.jsonl,
// and the counts to PREFIX-report.json.
//
// Without -runner the pipeline runs in this process. README.md tells how to
// run it elsewhere.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second one ends the program at once
	err := run(ctx, os.Args[1:], os.Stdout)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "corpus:", err)
	}
	os.Exit(cli.Status(err))
}

var help = cli.Help{
	Name:     "corpus",
	About:    "parses crawled text as an Apache Beam pipeline.",
	Synopsis: []string{"[-texts PATTERN] [-lines PATTERN] [-output PREFIX] [flags] [flags of Beam]"},
	Text: `
It reads text files, one page each, and JSON Lines of {"url":…,"text":…}, drops
articles that are the same once folded, and writes

  PREFIX-00000-of-00008.jsonl …        the articles, in the wire format
  PREFIX-dead-00000-of-00008.jsonl …   what could not be read, with the reason
  PREFIX-report.json                   the counts

Names may be of any file system that Beam knows. Without -runner it runs in this
process; README.md has the flags for Flink and Dataflow.
`,
	Examples: []string{
		"corpus -texts 'pages/*.txt' -lines 'crawl/*.jsonl' -output out/corpus -tone old",
		"corpus -texts 'gs://BUCKET/pages/*.txt' -output gs://BUCKET/out/corpus \\\n      -runner dataflow -project PROJECT -region asia-southeast1",
	},
}

// A config is what the flags ask for.
type config struct {
	texts, lines string // patterns of file names; "" for none
	output       string // what the names of the outputs begin with
	tone         vn.ToneStyle
	shards       int
}

// run reads the flags, those of Beam and its runners too, and runs the
// pipeline. The flags of Beam are those of the process, and so are ours.
func run(ctx context.Context, args []string, stdout io.Writer) error {
	var c config
	own := flag.NewFlagSet("corpus", flag.ContinueOnError)
	own.StringVar(&c.texts, "texts", "", "read the text files of this `pattern`, one page each")
	own.StringVar(&c.lines, "lines", "", `read the JSON Lines of this `+"`pattern`"+`, with a "text" and perhaps a "url" in each`)
	own.StringVar(&c.output, "output", "corpus", "begin the names of the outputs with this `prefix`")
	own.IntVar(&c.shards, "shards", 8, "write this `number` of files")
	own.TextVar(&c.tone, "tone", vn.KeepStyle, "put the texts in one `style` of tone marks: keep, old or new")
	beams := flag.NewFlagSet("beam", flag.ContinueOnError)
	flags := flag.CommandLine
	flags.VisitAll(func(f *flag.Flag) { beams.Var(f.Value, f.Name, f.Usage) })
	own.VisitAll(func(f *flag.Flag) { flags.Var(f.Value, f.Name, f.Usage) })
	flags.Init("corpus", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // main prints the error, in one line
	flags.Usage = func() {}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		help.Print(stdout, own)
		fmt.Fprint(stdout, "\nFlags of Beam and its runners:\n")
		beams.SetOutput(stdout)
		beams.PrintDefaults()
		return err
	} else if err != nil {
		return cli.Misused("%v", err)
	}
	beam.Init() // a worker of a distributed runner does not return from here
	switch {
	case flags.NArg() > 0:
		return cli.Misused("unexpected argument %q: quote the patterns", flags.Arg(0))
	case c.texts == "" && c.lines == "":
		return cli.Misused("nothing to read: want -texts or -lines")
	case c.shards < 1 || c.shards > maxShards:
		return cli.Misused("-shards %d is not from 1 to %d", c.shards, maxShards)
	}
	for _, pattern := range []string{c.texts, c.lines} {
		if err := matches(ctx, pattern); err != nil {
			return err
		}
	}
	beamlog.LogLevel = "warn"
	p, s := beam.NewPipelineWithRoot()
	build(s, c)
	if err := beamx.Run(ctx, p); ctx.Err() != nil {
		return cli.Interrupted(ctx)
	} else if err != nil {
		return fmt.Errorf("the pipeline failed: %s", cause(err))
	}
	return nil
}

// matches fails if no file is of the pattern, unless that is empty.
func matches(ctx context.Context, pattern string) error {
	if pattern == "" {
		return nil
	}
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return err
	}
	defer fs.Close()
	files, err := fs.List(ctx, pattern)
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no file matches %s", pattern)
	}
	return err
}

// cause returns the last line of an error of Beam: before it stands the plan
// of the stage, which Beam has logged.
func cause(err error) string {
	s := strings.TrimSpace(err.Error())
	return s[strings.LastIndexByte(s, '\n')+1:]
}
