// Jsonlines turns a folder of scraped pages, one text file each, into JSON Lines:
// an article a line, made on all cores. Killed at any moment and started again, it
// goes on where it was: no line is lost and none comes twice.
//
//	go run ./examples/jsonlines [-o FILE] [-tone keep|old|new] [-from ENCODING] [-strict] DIR
//
// With -h it says the rest.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"runtime"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn"
)

func main() { cli.Main("jsonlines", run) }

var help = cli.Help{
	Name:     "jsonlines",
	About:    "turns a folder of scraped pages into JSON Lines, an article a line.",
	Synopsis: []string{"[flags] DIR", "[flags] -       (one page, from standard input to standard output)"},
	Text: `
It reads every .txt file below DIR, a page each, in the order of their names;
the id of an article is the name of its file. Links to files are followed, links
to folders are named and left out.

Run again with the same output, it goes on: files that came or failed since are
tried, and their lines come at the end. A file that changed after its line was
written is not read again; -restart begins anew. FILE.state, beside the output,
says which run it belongs to: an output of other flags, another folder or another
version of the program is refused, and a file that jsonlines has not written is
never touched, not even by -restart.

What is not UTF-8 is decoded. Files that cannot be read, decoded or written as
an article are named and left out, and the exit status is 1. So are files that
are empty or no text, but the exit status is 1 only with -strict.
`,
	Examples: []string{
		"jsonlines -o articles.jsonl -tone old pages",
		"jsonlines -o - pages | gzip >articles.jsonl.gz",
		"curl -s https://bao.example/bai.txt | jsonlines -",
		"jsonlines -restart -from tcvn3 -o 1999.jsonl archive/1999",
	},
}

// A job is what the flags ask for.
type job struct {
	dir, out string
	parser   article.Parser
	from     cli.Encoding
	restart  bool
	strict   bool

	validate, warnings, notes bool
}

func run(ctx context.Context, std cli.Std, args []string) error {
	var j job
	flags := flag.NewFlagSet("jsonlines", flag.ContinueOnError)
	flags.StringVar(&j.out, "o", "articles.jsonl", "write to this `file`, or go on with it; - is standard output")
	flags.TextVar(&j.parser.Form.Tone, "tone", vn.KeepStyle, "put the texts in one `style` of tone marks: keep, old or new")
	j.from.Flag(flags)
	flags.BoolVar(&j.restart, "restart", false, "begin the output anew")
	flags.BoolVar(&j.strict, "strict", false, "count files that are empty or no text as missing")
	flags.BoolVar(&j.validate, "validate", false, "report what makes an article invalid")
	flags.BoolVar(&j.warnings, "warnings", false, "report what is doubtful in an article")
	flags.BoolVar(&j.notes, "notes", false, "report what the parser dropped, moved or joined")
	if err := help.Parse(flags, std, args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return cli.Misused("want one folder, there are %d arguments", flags.NArg())
	}
	if j.dir = flags.Arg(0); j.dir == "-" {
		outGiven := false
		flags.Visit(func(f *flag.Flag) { outGiven = outGiven || f.Name == "o" })
		if outGiven && j.out != "-" {
			return cli.Misused("standard input goes to standard output, not to %s", j.out)
		}
		return j.page(ctx, std)
	}
	return j.folder(ctx, std)
}

// page converts standard input.
func (j *job) page(ctx context.Context, std cli.Std) error {
	data, err := std.ReadFile(ctx, "-")
	if err != nil {
		return err
	}
	r := j.convert("", data)
	r.name = cli.InputName("-")
	for _, line := range r.report {
		fmt.Fprintln(std.Err, line)
	}
	switch {
	case r.err != nil:
		return fmt.Errorf("%s: %w", r.name, r.err)
	case r.skipped != "":
		fmt.Fprintf(std.Err, "%s: left out: %s\n", r.name, r.skipped)
		if j.strict {
			return errors.New("there is no page")
		}
		return nil
	}
	_, err = std.Out.Write(r.line)
	return err
}

// folder writes the articles that the output does not hold yet.
func (j *job) folder(ctx context.Context, std cli.Std) error {
	pages, err := list(j.dir, j.outputInfo(std))
	if err != nil {
		return err
	}
	out, err := j.open(std)
	if err != nil {
		return err
	}
	defer out.Close()
	todo := out.rest(pages.names)

	missing, skipped := len(pages.problems), 0
	for _, problem := range pages.problems {
		fmt.Fprintln(std.Err, problem)
	}
	for _, link := range pages.links {
		fmt.Fprintf(std.Err, "%s: a link to a folder, left out\n", link)
	}
	progress := cli.NewProgress(std.Err, "files", len(pages.names)-len(todo), len(pages.names))
	for r := range inOrder(todo, runtime.GOMAXPROCS(0), j.read) {
		if ctx.Err() != nil {
			break
		}
		for _, line := range r.report {
			progress.Printf("%s", line)
		}
		switch {
		case r.err != nil:
			progress.Printf("%s: %v", r.name, r.err)
			missing++
		case r.skipped != "":
			progress.Printf("%s: left out: %s", r.name, r.skipped)
			skipped++
		default:
			if err := out.write(r.line); err != nil {
				return err
			}
		}
		progress.Step()
	}
	progress.End()
	if err := out.Close(); err != nil {
		return err
	}
	if j.strict {
		missing += skipped
	}
	if err := cli.Interrupted(ctx); err != nil {
		return fmt.Errorf("%w; run it again to go on", err)
	}
	if missing > 0 {
		return fmt.Errorf("%d of %d files and folders are missing in the output", missing, len(pages.names)+len(pages.problems))
	}
	return nil
}
