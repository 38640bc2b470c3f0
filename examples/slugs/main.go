// Slugs moves the addresses of an old CMS to new ones. It reads a line for
// each article, its title and, after a tab, its old address:
//
//	Hà Nội mưa lớn, nhiều phố ngập	/thoi-su/ha-noi-mua-lon-nhieu-pho-ngap-4373299.html
//
// and writes the new paths in the same order, each of them once. The id at
// the end of an old address stays, since it is what readers' links depend on;
// an article without one gets a slug that no other has. With -redirects it
// writes a table too, old path and new path with a tab between them, for the
// articles whose path has changed.
//
//	go run ./examples/slugs [-max N] [-redirects FILE] [FILE]
//
// Without FILE it reads standard input.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

func main() {
	max := flag.Int("max", 0, "cut slugs at a word to this many `bytes`; 0 means no limit")
	redirects := flag.String("redirects", "", "write the redirect table to this `file`")
	flag.Parse()
	if err := run(*max, *redirects, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "slugs:", err)
		os.Exit(1)
	}
}

// run opens the files and closes them; the redirect table is in place only
// when all of it is written.
func run(max int, redirects string, args []string) (err error) {
	in := os.Stdin
	if len(args) > 1 {
		return fmt.Errorf("more than one file")
	}
	if len(args) == 1 {
		if in, err = os.Open(args[0]); err != nil {
			return err
		}
		defer in.Close()
	}
	var table strings.Builder
	if err := convert(in, os.Stdout, &table, vn.Slugger{MaxLen: max}); err != nil {
		return err
	}
	if redirects == "" {
		return nil
	}
	if err := os.WriteFile(redirects+".tmp", []byte(table.String()), 0o666); err != nil {
		return err
	}
	return os.Rename(redirects+".tmp", redirects)
}

// A record is a line of the input and the path it gets.
type record struct {
	title string
	old   oldURL
	path  string
	moved bool // the old path needs a redirect
}

// convert reads titles and old addresses from r, writes the new paths to w
// and the redirects to table. It writes nothing before all of the input is
// found good.
func convert(r io.Reader, w, table io.Writer, slugger vn.Slugger) error {
	records, err := read(r)
	if err != nil {
		return err
	}
	if err := assign(records, slugger); err != nil {
		return err
	}
	var paths, moved strings.Builder
	for _, rec := range records {
		fmt.Fprintln(&paths, rec.path)
		if rec.moved {
			fmt.Fprintf(&moved, "%s\t%s\n", rec.old.path, rec.path)
		}
	}
	if _, err := io.WriteString(w, paths.String()); err != nil {
		return err
	}
	_, err = io.WriteString(table, moved.String())
	return err
}

// read returns the records of the input.
func read(r io.Reader) (records []record, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		title, address, _ := strings.Cut(lines.Text(), "\t")
		old, err := parseOldURL(strings.TrimSpace(address))
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is no address", len(records)+1, address)
		}
		if !utf8.ValidString(title) {
			return nil, fmt.Errorf("line %d: not UTF-8 text", len(records)+1)
		}
		records = append(records, record{title: title, old: old})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", len(records)+1, err)
	}
	return records, nil
}

// assign gives each record a path of its own. An old path goes to no other
// article: its redirect would never be reached.
func assign(records []record, slugger vn.Slugger) error {
	owner := make(map[string]int) // of a path, by index
	for i, rec := range records {
		if _, ok := owner[rec.old.path]; !ok {
			owner[rec.old.path] = i
		}
	}
	for i := range records {
		rec := &records[i]
		taken := func(slug string) bool {
			o, ok := owner["/"+slug]
			return ok && o != i
		}
		if rec.path = preferred(rec, slugger); taken(rec.path[1:]) {
			rec.path = "/" + slugger.Unique(rec.title, taken)
		}
		if rec.path == "/" {
			return fmt.Errorf("line %d: no slug in the title %q and no id in the address %q", i+1, rec.title, rec.old.path)
		}
		rec.moved = rec.old.path != "" && rec.old.path != rec.path && owner[rec.old.path] == i
		owner[rec.path] = i
	}
	return nil
}

// preferred returns the path that a record would have if it were alone: the
// slug of its title and the id that its old address ends in.
func preferred(rec *record, slugger vn.Slugger) string {
	slug := slugger.Slug(rec.title)
	if slug == "" {
		return "/" + strings.TrimPrefix(rec.old.tail, "-")
	}
	return "/" + slug + rec.old.tail
}
