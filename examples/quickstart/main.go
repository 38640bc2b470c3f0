// Quickstart does the main job of the library in one go: it reads the text of
// a news page, as a scraper or a copy-and-paste leaves it, and prints the
// article as HTML and as JSON, in one style of tone marks. What it did in
// three lines, and then what the parser dropped, moved or joined, goes to
// standard error, so that nothing is lost unseen.
//
//	go run ./examples/quickstart [-tone old|new|keep] [-html | -json | -page] [FILE]
//
// Without FILE it takes an article of its own. With -h it says the rest.
package main

import (
	"context"
	_ "embed"
	"flag"
	"fmt"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

//go:embed article.txt
var sample string

func main() { cli.Main("quickstart", run) }

var help = cli.Help{
	Name:     "quickstart",
	About:    "makes HTML and JSON of the text of a news page.",
	Synopsis: []string{"[-tone STYLE] [-from ENCODING] [-html | -json | -page] [FILE]"},
	Text: `
FILE is the text of a page as a scraper or a copy-and-paste leaves it; - is
standard input, and without FILE it is an article of its own. A file in TCVN3, VNI
or another old encoding is decoded. Standard error gets what was done in three
lines, and then a note on every line that was dropped, moved or joined.
`,
	Examples: []string{
		"quickstart",
		"quickstart -tone new -html bai.txt",
		"quickstart -page bai.txt >bai.html",
		"xclip -o | quickstart -json -",
	},
}

func run(ctx context.Context, std cli.Std, args []string) error {
	var parser article.Parser
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.TextVar(&parser.Form.Tone, "tone", vn.OldStyle, "put the text in one `style` of tone marks: old (hòa), new (hoà), or keep")
	var from cli.Encoding
	from.Flag(flags)
	html := flags.Bool("html", false, "print the HTML fragment alone")
	doc := flags.Bool("json", false, "print the JSON alone")
	page := flags.Bool("page", false, "print a whole HTML document")
	if err := help.Parse(flags, std, args); err != nil {
		return err
	}
	in, err := readInput(ctx, std, flags.Args(), from)
	if err != nil {
		return err
	}

	a, notes := parser.Parse(in.text)

	summarize(std.Err, in, a, parser.Form.Tone)
	for _, n := range notes {
		fmt.Fprintf(std.Err, "line %d: %s: %s\n", n.Line, n.Rule, n.Text)
	}
	asJSON := &render.JSONOptions{Indent: "  "}
	switch {
	case *page:
		return render.Page(std.Out, a, nil)
	case *doc:
		return render.JSON(std.Out, a, asJSON)
	case *html:
		return render.HTML(std.Out, a, nil)
	}
	fmt.Fprint(std.Out, "HTML\n\n")
	if err := render.HTML(std.Out, a, nil); err != nil {
		return err
	}
	fmt.Fprint(std.Out, "\nJSON\n\n")
	return render.JSON(std.Out, a, asJSON)
}

// An input is a text, what to call it, and the encoding it was in.
type input struct{ text, name, encoding string }

// readInput reads the file that args name, or the sample.
func readInput(ctx context.Context, std cli.Std, args []string, e cli.Encoding) (input, error) {
	if len(args) == 0 {
		return input{sample, "the article of quickstart", "utf-8"}, nil
	}
	if len(args) > 1 {
		return input{}, cli.Misused("want one file, there are %d", len(args))
	}
	name := cli.InputName(args[0])
	data, err := std.ReadFile(ctx, args[0])
	if err != nil {
		return input{}, err
	}
	if why := cli.NoText(data); why != "" {
		return input{}, fmt.Errorf("%s: %s", name, why)
	}
	text, from, err := e.Decode(data)
	if err != nil {
		return input{}, fmt.Errorf("%s: %w", name, err)
	}
	return input{string(text), name, from}, nil
}
