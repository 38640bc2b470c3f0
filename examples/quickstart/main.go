// Quickstart does the main job of the library in one go: it reads the text of
// a news page, as a scraper or a copy-and-paste leaves it, and prints the
// article as HTML and as JSON. What the parser dropped, moved or joined goes
// to standard error, so that nothing is lost unseen.
//
//	go run ./examples/quickstart [-html | -json | -page] [FILE]
//
// Without FILE it takes an article of its own. -html prints the fragment
// alone, -json the JSON alone, -page a whole HTML document.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

//go:embed article.txt
var sample string

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // main prints the error, in one line
	html := flags.Bool("html", false, "print the HTML fragment alone")
	doc := flags.Bool("json", false, "print the JSON alone")
	page := flags.Bool("page", false, "print a whole HTML document")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(stdout, "usage: quickstart [-html | -json | -page] [FILE]")
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return nil
	} else if err != nil {
		return err
	}
	text, err := input(flags.Args())
	if err != nil {
		return err
	}

	a, notes := article.Parse(text)
	for _, n := range notes {
		fmt.Fprintf(stderr, "line %d: %s: %s\n", n.Line, n.Rule, n.Text)
	}
	asJSON := &render.JSONOptions{Indent: "  "}
	switch {
	case *page:
		return render.Page(stdout, a, nil)
	case *doc:
		return render.JSON(stdout, a, asJSON)
	case *html:
		return render.HTML(stdout, a, nil)
	}
	fmt.Fprint(stdout, "HTML\n\n")
	if err := render.HTML(stdout, a, nil); err != nil {
		return err
	}
	fmt.Fprint(stdout, "\nJSON\n\n")
	return render.JSON(stdout, a, asJSON)
}

// input returns the text of the file that args name, or of the sample.
func input(args []string) (string, error) {
	switch len(args) {
	case 0:
		return sample, nil
	case 1:
		data, err := os.ReadFile(args[0])
		if err != nil {
			return "", err
		}
		if !utf8.Valid(data) {
			return "", fmt.Errorf("%s is not UTF-8 text", args[0])
		}
		return string(data), nil
	}
	return "", errors.New("more than one file")
}
