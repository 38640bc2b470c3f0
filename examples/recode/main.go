// Recode brings old Vietnamese text files to UTF-8:
//
//	go run ./examples/recode [-from NAME] [-n] [FILE...]
//
// The encoding is detected for each file, or it is the one of -from: tcvn3, vni,
// viscii, vps, windows-1258, tcvn5712, viqr, or any alias of theirs. A file that is
// UTF-8 already stays as it is. The new text is written beside the file and put in
// its place when it is complete, with the same permissions; on any error the file
// stays as it is. With -n, recode writes nothing but what it would do, and the part
// of the words that would be legal Vietnamese syllables.
//
// Without FILE it recodes standard input to standard output.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"

	"github.com/toasoan/toasoan/vn"
	"github.com/toasoan/toasoan/vn/charset"
)

func main() {
	from := flag.String("from", "", "the `name` of the encoding; detected if empty")
	dry := flag.Bool("n", false, "show what would be done, and do nothing")
	flag.Parse()
	if err := run(*from, *dry, flag.Args(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "recode:", err)
		os.Exit(1)
	}
}

// run recodes the files, or in to out if there are none. An error in one file does
// not keep it from the others; the first is returned.
func run(from string, dry bool, files []string, in io.Reader, out io.Writer) error {
	var e encoding.Encoding
	if from != "" {
		if e, _ = charset.Lookup(from); e == nil {
			return fmt.Errorf("unknown encoding %q", from)
		}
	}
	if len(files) == 0 {
		return stream(e, dry, in, out)
	}
	var first error
	for _, file := range files {
		if err := recodeFile(e, dry, file, out); err != nil {
			if first == nil {
				first = err
				continue
			}
			fmt.Fprintln(os.Stderr, "recode:", err)
		}
	}
	return first
}

// stream recodes one text from in to out.
func stream(e encoding.Encoding, dry bool, in io.Reader, out io.Writer) error {
	src, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	r, err := recode(e, src)
	if err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	if dry {
		_, err = fmt.Fprintf(out, "standard input: %s\n", r)
	} else {
		_, err = out.Write(r.text)
	}
	return err
}

// recodeFile recodes a file in place.
func recodeFile(e encoding.Encoding, dry bool, file string, out io.Writer) error {
	src, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	r, err := recode(e, src)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if _, err := fmt.Fprintf(out, "%s: %s\n", file, r); err != nil {
		return err
	}
	if dry || !r.changed {
		return nil
	}
	return replace(file, r.text)
}

// A result is a text in UTF-8 and how it came about.
type result struct {
	text         []byte
	from         string // the encoding it was in
	changed      bool
	legal, words int // of the words that are not ASCII, those that are syllables
}

// String returns what was done, and how sure it is.
func (r *result) String() string {
	if r.from == "utf-8" {
		return "utf-8 already"
	}
	s := r.from + " to utf-8"
	if r.words > 0 {
		s += fmt.Sprintf(", %d of %d words legal (%d%%)", r.legal, r.words, 100*r.legal/r.words)
	}
	return s
}

var errUnknown = errors.New("the encoding is unknown; give it with -from")

// recode decodes src, with e or with the encoding that it is detected to be in. A
// byte that the encoding does not assign is an error: the original says more.
func recode(e encoding.Encoding, src []byte) (*result, error) {
	var name string
	if e == nil {
		if e, name = charset.Detect(src); name == "" {
			return nil, errUnknown
		} else if e == nil {
			return &result{text: src, from: name}, nil
		}
	} else {
		_, name = charset.Lookup(fmt.Sprint(e))
		// VIQR is ASCII; the others are not, and to decode a text twice destroys it.
		if utf8.Valid(src) && name != "viqr" {
			return &result{text: src, from: "utf-8"}, nil
		}
	}
	text, err := e.NewDecoder().Bytes(src)
	if err != nil {
		return nil, err
	}
	if n := strings.Count(string(text), "\uFFFD"); n > 0 {
		return nil, fmt.Errorf("not %s: %d bytes have no meaning in it", name, n)
	}
	r := &result{text: text, from: name, changed: string(text) != string(src)}
	r.legal, r.words = count(string(text))
	return r, nil
}

// count counts the words that are not ASCII, and the legal syllables among them.
func count(s string) (legal, words int) {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
			continue
		}
		words++
		if _, ok := vn.ParseSyllable(w); ok {
			legal++
		}
	}
	return legal, words
}

// replace writes text beside the file and renames it. A symbolic link stays one:
// the file that it names is replaced.
func replace(file string, text []byte) (err error) {
	if file, err = filepath.EvalSymlinks(file); err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
		}
	}()
	if _, err = tmp.Write(text); err != nil {
		return err
	}
	if err = tmp.Chmod(info.Mode().Perm()); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}
