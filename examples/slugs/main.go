// Slugs moves the addresses of an old CMS to new ones: from a table of titles and
// old addresses it makes the new path of each article, and the table of redirects
// as CSV or for nginx.
//
//	go run ./examples/slugs [-max N] [-csv FILE] [-nginx FILE] [FILE]
//
// With -h it says the rest.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"strings"

	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn"
)

func main() { cli.Main("slugs", run) }

var help = cli.Help{
	Name:     "slugs",
	About:    "gives the articles of an old site new addresses, and redirects to them.",
	Synopsis: []string{"[flags] [FILE]"},
	Text: `
The input has a line for each article, with tabs between the columns, or commas
as in CSV. The first line names the columns; their order is free, and others than
the title and the old address are left alone:

  title	address
  Hà Nội mưa lớn, nhiều phố ngập	/thoi-su/ha-noi-mua-lon-4373299.html
  Thư bạn đọc

An address is a path, or begins with http:// or https://, and may be missing. What
cannot be a title or an address is refused with its line and the reason, and then
nothing is written.

It prints the new paths in the order of the input, each once. The id at the end of
an old address stays, since it is what readers' links depend on; an article
without one gets a slug that no other has. An old path goes to no other article.
-csv and -nginx write the old and new paths of the articles whose path has
changed; the file for nginx begins with what to put into nginx.conf.
`,
	Examples: []string{
		"slugs articles.tsv >paths.txt",
		"slugs -max 80 -nginx redirects.map -csv redirects.csv articles.csv >paths.txt",
		"slugs -title tieu_de -address url export.csv",
		"sqlite3 -header -separator '	' cms.db 'select title, address from articles' | slugs",
	},
}

func run(ctx context.Context, std cli.Std, args []string) error {
	var slugger vn.Slugger
	var columns columns
	var csvFile, nginxFile string
	flags := flag.NewFlagSet("slugs", flag.ContinueOnError)
	flags.IntVar(&slugger.MaxLen, "max", 0, "cut slugs at a word to this many `bytes`; 0 means no limit")
	flags.StringVar(&columns.title, "title", "title", "the `name` of the column of titles")
	flags.StringVar(&columns.address, "address", "address", "the `name` of the column of old addresses")
	flags.StringVar(&csvFile, "csv", "", "write the redirects to this `file` as CSV")
	flags.StringVar(&nginxFile, "nginx", "", "write the redirects to this `file` as lines of a map of nginx")
	if err := help.Parse(flags, std, args); err != nil {
		return err
	}
	switch {
	case flags.NArg() > 1:
		return cli.Misused("want one file, there are %d", flags.NArg())
	case slugger.MaxLen < 0:
		return cli.Misused("-max %d is less than 0", slugger.MaxLen)
	case columns.title == columns.address:
		return cli.Misused("-title and -address name the same column")
	}
	input := "-"
	if flags.NArg() == 1 {
		input = flags.Arg(0)
	}
	data, err := std.ReadFile(ctx, input)
	if err != nil {
		return err
	}
	input = cli.InputName(input)
	records, problems := read(data, columns)
	problems = append(problems, assign(records, slugger)...)
	if len(problems) > 0 {
		return refuse(std, input, problems)
	}
	for i, rec := range records {
		if rec.first != i {
			fmt.Fprintf(std.Err, "%s:%d: has the address of line %d, which keeps it: there is no redirect\n", input, rec.line, records[rec.first].line)
		}
	}

	var files cli.Files
	for _, table := range []struct {
		file  string
		write func([]record) []byte
	}{{csvFile, writeCSV}, {nginxFile, writeNginx}} {
		if table.file == "" {
			continue
		}
		if err := files.WriteFile(table.file, table.write(records)); err != nil {
			return cli.Named(table.file, err)
		}
	}
	var paths bytes.Buffer
	for _, rec := range records {
		fmt.Fprintln(&paths, rec.path)
	}
	_, err = std.Out.Write(paths.Bytes())
	return err
}

// maxProblems is how many problems are printed.
const maxProblems = 20

// refuse prints the first problems of the input.
func refuse(std cli.Std, input string, problems []problem) error {
	for _, p := range problems[:min(len(problems), maxProblems)] {
		fmt.Fprintf(std.Err, "%s:%d: %s\n", input, p.line, p.what)
	}
	if more := len(problems) - maxProblems; more > 0 {
		fmt.Fprintf(std.Err, "%s: and %d more\n", input, more)
	}
	return fmt.Errorf("%s is refused for %s; nothing is written", input, plural(len(problems), "problem"))
}

func plural(n int, what string) string {
	return fmt.Sprintf("%d %s%s", n, what, strings.Repeat("s", min(1, max(0, n-1))))
}
