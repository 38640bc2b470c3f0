// Jsonlines turns a directory of scraped pages, one text file each, into JSON
// Lines: an article a line, in the order of the file names, made on all
// cores. The id of an article is the name of its file. Killed at any moment
// and started again, it goes on where it was: no line is lost and none comes
// twice.
//
//	go run ./examples/jsonlines [-o FILE] [-tone keep|old|new] [-validate] [-warnings] [-notes] DIR
//
// Progress and reports go to standard error. A file that cannot be read or
// written as an article is reported and left out; the rest go on, and the
// exit status is 1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "jsonlines:", err)
		os.Exit(1)
	}
}

// A job is what the flags ask for.
type job struct {
	dir, out                  string
	parser                    article.Parser
	validate, warnings, notes bool
}

func run(args []string, stderr io.Writer) error {
	var j job
	flags := flag.NewFlagSet("jsonlines", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // main prints the error, in one line
	flags.StringVar(&j.out, "o", "articles.jsonl", "write to this `file`, or go on with it")
	flags.TextVar(&j.parser.Form.Tone, "tone", vn.KeepStyle, "put the texts in one `style` of tone marks: keep, old or new")
	flags.BoolVar(&j.validate, "validate", false, "report what makes an article invalid")
	flags.BoolVar(&j.warnings, "warnings", false, "report what is doubtful in an article")
	flags.BoolVar(&j.notes, "notes", false, "report what the parser dropped, moved or joined")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(stderr, "usage: jsonlines [flags] DIR")
		flags.SetOutput(stderr)
		flags.PrintDefaults()
		return nil
	} else if err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want one directory")
	}
	j.dir = flags.Arg(0)
	return j.do(stderr)
}

// do writes the articles that the output does not hold yet.
func (j *job) do(stderr io.Writer) error {
	names, err := list(j.dir)
	if err != nil {
		return err
	}
	out, err := openOutput(j.out)
	if err != nil {
		return err
	}
	defer out.Close()
	todo, err := out.rest(names)
	if err != nil {
		return err
	}
	failed := 0
	progress := newProgress(stderr, len(names)-len(todo), len(names))
	for r := range inOrder(todo, runtime.GOMAXPROCS(0), j.convert) {
		for _, line := range r.report {
			fmt.Fprintln(stderr, line)
		}
		if r.err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", r.name, r.err)
			failed++
		} else if err := out.write(r.line); err != nil {
			return err
		}
		progress.step()
	}
	progress.print()
	if err := out.Close(); err != nil {
		return err
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d files are left out", failed, len(names))
	}
	return nil
}

// list returns the names of the text files under dir, with slashes, sorted.
func list(dir string) (names []string, err error) {
	root := os.DirFS(dir)
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && filepath.Ext(name) == ".txt" {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// A result is what became of one file.
type result struct {
	name   string
	line   []byte // JSON and a line break
	report []string
	err    error
}

// convert makes a line of the file of that name.
func (j *job) convert(name string) result {
	r := result{name: name}
	text, err := os.ReadFile(filepath.Join(j.dir, filepath.FromSlash(name)))
	if err != nil {
		r.err = err
		return r
	}
	a, notes := j.parser.Parse(string(text))
	a.ID = name
	if r.line, r.err = a.AppendJSON(nil); r.err != nil {
		return r
	}
	r.line = append(r.line, '\n')
	if j.notes {
		for _, n := range notes {
			r.report = append(r.report, fmt.Sprintf("%s:%d: note: %s: %s", name, n.Line, n.Rule, n.Text))
		}
	}
	if j.validate {
		if err := a.Validate(); err != nil {
			var list article.ErrorList
			errors.As(err, &list)
			r.report = append(r.report, lines(name, "invalid", list)...)
		}
	}
	if j.warnings {
		r.report = append(r.report, lines(name, "warning", a.Warnings())...)
	}
	return r
}

// lines returns a line of the report for each error.
func lines(name, kind string, list article.ErrorList) (report []string) {
	for _, e := range list {
		report = append(report, fmt.Sprintf("%s: %s: %s: %v", name, kind, e.Path, e.Err))
	}
	return report
}

// A progress prints how many of the files are done, once a second.
type progress struct {
	w          io.Writer
	done, all  int
	next       time.Time
	begun      time.Time
	doneBefore int
}

func newProgress(w io.Writer, done, all int) *progress {
	now := time.Now()
	return &progress{w: w, done: done, all: all, begun: now, next: now.Add(time.Second), doneBefore: done}
}

func (p *progress) step() {
	p.done++
	if now := time.Now(); now.After(p.next) {
		p.next = now.Add(time.Second)
		p.print()
	}
}

func (p *progress) print() {
	rate := float64(p.done-p.doneBefore) / max(time.Since(p.begun).Seconds(), 1e-3)
	fmt.Fprintf(p.w, "%d of %d articles, %.0f a second\n", p.done, p.all, rate)
}
