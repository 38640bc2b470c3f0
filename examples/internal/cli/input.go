package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"github.com/toasoan/toasoan/vn/charset"
)

// ReadFile returns the content of the file of that name, or of standard input for
// "-". Errors begin with the name as it was given.
func (std Std) ReadFile(ctx context.Context, name string) ([]byte, error) {
	if name != "-" {
		data, err := os.ReadFile(name)
		return data, Named(name, err)
	}
	if f, ok := std.In.(*os.File); ok && isTerminal(f) {
		fmt.Fprintln(std.Err, "reading standard input; Ctrl-D ends it")
	}
	type read struct {
		data []byte
		err  error
	}
	done := make(chan read, 1) // the goroutine ends with the process if nobody types
	go func() {
		data, err := io.ReadAll(std.In)
		done <- read{data, err}
	}()
	select {
	case r := <-done:
		return r.data, Named("standard input", r.err)
	case <-ctx.Done():
		return nil, Interrupted(ctx)
	}
}

// Named puts a name as the user gave it before the [Cause] of an error, nil before
// nil.
func Named(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, Cause(err))
}

// Cause takes the name of the file and the system call off an error of package os.
func Cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}

// InputName returns what messages call the input of that name.
func InputName(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// isTerminal reports whether somebody may sit before f.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// An Encoding says what a text is in that is not UTF-8.
type Encoding struct {
	Name     string            // "" if it is to be detected; "utf-8" if nothing else is possible
	encoding encoding.Encoding // nil for these
}

// Flag adds the flag -from for e.
func (e *Encoding) Flag(flags *flag.FlagSet) {
	flags.Func("from", "the `encoding` of what is not UTF-8: tcvn3, vni, viscii, vps, windows-1258,\ntcvn5712, viqr or an alias of theirs; utf-8 if there is none (default: detected)", func(s string) error {
		if strings.EqualFold(s, "utf-8") {
			*e = Encoding{Name: "utf-8"}
			return nil
		}
		found, name := charset.Lookup(s)
		if found == nil {
			return errors.New("unknown encoding")
		}
		*e = Encoding{name, found}
		return nil
	})
}

// Decode returns data as UTF-8 and the name of the encoding that it was in. What is
// UTF-8 stays as it is, since to decode a text twice destroys it; but VIQR is ASCII.
// A byte that the encoding does not assign is an error, which names the line.
func (e Encoding) Decode(data []byte) (text []byte, from string, err error) {
	if e.Name == "utf-8" || utf8.Valid(data) && e.Name != "viqr" {
		return data, "utf-8", nil
	}
	enc, from := e.encoding, e.Name
	if enc == nil && hasUTF16Mark(data) {
		enc, from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16"
	}
	if enc == nil {
		if enc, from = charset.Detect(data); enc == nil {
			return nil, "", fmt.Errorf("line %d is not UTF-8, and the encoding is unknown; give it with -from", InvalidLine(data))
		}
	}
	text, err = enc.NewDecoder().Bytes(data)
	if err != nil {
		return nil, "", err
	}
	if i := bytes.IndexRune(text, utf8.RuneError); i >= 0 {
		return nil, "", fmt.Errorf("line %d is not %s: a byte there has no meaning in it", 1+bytes.Count(text[:i], []byte("\n")), from)
	}
	return text, from, nil
}

// hasUTF16Mark reports whether data begins with the byte order mark of UTF-16.
func hasUTF16Mark(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF"))
}

// InvalidLine returns the number of the first line that is not UTF-8, 0 if all are.
func InvalidLine(data []byte) int {
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if !utf8.Valid(line) {
			return n
		}
	}
	return 0
}

// NoText says why data is not the text of anything: it is empty, or has a NUL, which
// no text in any encoding has but UTF-16. It returns "" for a text. Other control
// characters are letters in VISCII and VPS.
func NoText(data []byte) string {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF")))) == 0 {
		return "empty"
	}
	if i := bytes.IndexByte(data, 0); i >= 0 && !hasUTF16Mark(data) {
		return fmt.Sprintf("no text: line %d has a NUL", 1+bytes.Count(data[:i], []byte("\n")))
	}
	return ""
}
