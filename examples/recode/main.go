// Recode brings old Vietnamese text files to UTF-8, in place, in another folder, or
// from standard input to standard output:
//
//	go run ./examples/recode [-from ENCODING] [-n] [-backup SUFFIX | -o DIR] [FILE...]
//
// With -h it says the rest.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

func main() { cli.Main("recode", run) }

var help = cli.Help{
	Name:  "recode",
	About: "brings old Vietnamese text files to UTF-8. It replaces them!",
	Synopsis: []string{
		"[-from ENCODING] [-backup SUFFIX] FILE...       (in place)",
		"[-from ENCODING] -o DIR FILE...                 (into another folder)",
		"[-from ENCODING] <FILE                          (to standard output)",
		"-n [-from ENCODING] [FILE...]                   (only says what it would do)",
	},
	Text: `
Each FILE is replaced by its text in UTF-8, unless -o or -n is given. A file that
is UTF-8 already stays as it is; so does every file on any error, and a file that
somebody changes meanwhile. Mode, owner and time of a file are kept. A symbolic
link stays one, and the file it leads to is replaced; of several hard links only
the one that is given is.

The encoding is detected for each file; what it is taken for, and how many of the
words that are not ASCII are Vietnamese syllables then, is printed once the file
is in its place. VIQR is ASCII and is never detected.
`,
	Examples: []string{
		"recode -n archive/*.txt",
		"recode -backup .tcvn3 -from tcvn3 archive/*.txt",
		"recode -o utf-8 archive/*.txt",
		"recode <bai.txt | less",
	},
}

// A job is what the flags ask for.
type job struct {
	from   cli.Encoding
	dry    bool
	backup string // suffix; "" for none
	dir    string // "" is in place

	files   cli.Files
	written map[string]string // what was made in dir, and of which file
}

func run(ctx context.Context, std cli.Std, args []string) error {
	j := job{written: make(map[string]string)}
	flags := flag.NewFlagSet("recode", flag.ContinueOnError)
	j.from.Flag(flags)
	flags.BoolVar(&j.dry, "n", false, "say what would be done, and do nothing")
	flags.StringVar(&j.backup, "backup", "", "keep the old file under its name and this `suffix`")
	flags.StringVar(&j.dir, "o", "", "leave the files as they are, and write into this `folder`")
	if err := help.Parse(flags, std, args); err != nil {
		return err
	}
	names := flags.Args()
	switch {
	case j.backup != "" && j.dir != "":
		return cli.Misused("-backup is for files that are replaced, and -o replaces none")
	case strings.ContainsAny(j.backup, `/\`):
		return cli.Misused("-backup %q is no suffix", j.backup)
	case len(names) == 0 || len(names) == 1 && names[0] == "-":
		if j.backup != "" || j.dir != "" {
			return cli.Misused("want the names of files: standard input goes to standard output")
		}
		return j.stream(ctx, std)
	}
	if j.dir != "" && !j.dry {
		if err := os.MkdirAll(j.dir, 0o777); err != nil {
			return cli.Named(j.dir, err)
		}
	}
	bad := 0
	for _, name := range names {
		if err := cli.Interrupted(ctx); err != nil {
			return err
		}
		done, err := j.file(name)
		if err != nil {
			bad++
			fmt.Fprintln(std.Err, cli.Named(name, err))
			continue
		}
		if _, err := fmt.Fprintf(std.Out, "%s: %s\n", name, done); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d files stay as they are", bad, len(names))
	}
	return nil
}

// stream recodes one text from standard input to standard output.
func (j *job) stream(ctx context.Context, std cli.Std) error {
	data, err := std.ReadFile(ctx, "-")
	if err != nil {
		return err
	}
	r, err := recode(j.from, data)
	if err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	if j.dry {
		_, err = fmt.Fprintf(std.Out, "standard input: %s\n", r)
	} else {
		_, err = std.Out.Write(r.text)
	}
	return err
}

// file recodes a file, and returns what was done.
func (j *job) file(name string) (done string, err error) {
	src, err := openSource(name)
	if err != nil {
		return "", err
	}
	r, err := recode(j.from, src.data)
	if err != nil || j.dry {
		return r.String(), err
	}
	if j.dir != "" {
		return r.String(), j.copy(src, r.text)
	}
	if !r.changed {
		return r.String(), nil
	}
	return r.String(), j.replace(src, r.text)
}

// copy writes text into the folder of -o.
func (j *job) copy(src *source, text []byte) error {
	to := filepath.Join(j.dir, filepath.Base(src.name))
	if other, ok := j.written[to]; ok {
		return fmt.Errorf("%s is there already, from %s", to, other)
	}
	if there, err := os.ReadFile(to); err == nil && string(there) != string(text) {
		return fmt.Errorf("%s is there already, with another text", to)
	} else if err != nil {
		f, err := j.files.Create(to, 0o600)
		if err != nil {
			return err
		}
		defer f.Abort()
		if err := src.write(f, text); err != nil {
			return err
		}
		if err := f.Commit(); err != nil {
			return err
		}
	}
	j.written[to] = src.name
	return nil
}

// replace puts text in the place of a file.
func (j *job) replace(src *source, text []byte) error {
	f, err := j.files.Create(src.file, 0o600)
	if err != nil {
		return err
	}
	defer f.Abort()
	if err := src.write(f, text); err != nil {
		return err
	}
	if err := src.unchanged(); err != nil {
		return err
	}
	if j.backup != "" {
		if err := src.keepAs(src.file + j.backup); err != nil {
			return err
		}
	}
	return f.Commit()
}
