package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/internal/cli"
)

// An output is where the lines go. If it is a file it is only ever appended to, so
// that a run that is killed leaves whole lines and at most one broken one at the
// end.
type output struct {
	io.Writer
	close func() error
	done  map[string]bool // ids of the lines that are there
}

// outputInfo returns what there is of the output before it is opened, or nil.
func (j *job) outputInfo(std cli.Std) fs.FileInfo {
	if j.out != "-" {
		info, _ := os.Stat(j.out)
		return info
	}
	if f, ok := std.Out.(*os.File); ok {
		info, _ := f.Stat()
		return info
	}
	return nil
}

// open opens the output. A file that is there already stays as it is until it is
// known to be of an earlier run, which only its state and its lines together can
// tell.
func (j *job) open(std cli.Std) (*output, error) {
	if j.out == "-" {
		return &output{Writer: std.Out}, nil
	}
	info, err := os.Stat(j.out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, cli.Named(j.out, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder, and should be a file", j.out)
	case !info.Mode().IsRegular(): // a pipe, /dev/null
		f, err := os.OpenFile(j.out, os.O_WRONLY, 0)
		if err != nil {
			return nil, cli.Named(j.out, err)
		}
		return &output{Writer: f, close: f.Close}, nil
	}
	now, err := j.state()
	if err != nil {
		return nil, err
	}
	before, err := readState(j.out)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(j.out, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, cli.Named(j.out, err)
	}
	o := &output{Writer: f, close: f.Close}
	if err := j.resume(f, o, now, before); err != nil {
		f.Close()
		return nil, err
	}
	return o, nil
}

// resume makes the file ready for the next line.
func (j *job) resume(f *os.File, o *output, now, before *state) error {
	if err := lock(f); err != nil {
		return fmt.Errorf("%s is being written by another jsonlines", j.out)
	}
	keep, err := o.check(f, before)
	if err != nil {
		return err
	}
	if keep > 0 && !j.restart {
		if err := now.differs(before); err != nil {
			return fmt.Errorf("%s %w; -restart begins it anew", j.out, err)
		}
	} else {
		o.done, keep = nil, 0
	}
	// Lines of one state never stand beside another: the lines of the run before go
	// before its state does, and the state comes before the first line of this one.
	if err := f.Truncate(keep); err != nil {
		return cli.Named(j.out, err)
	}
	if _, err := f.Seek(keep, io.SeekStart); err != nil {
		return cli.Named(j.out, err)
	}
	return cli.Named(stateFile(j.out), now.write(j.out))
}

// check finds out whether the file is an output, and what its state, if there is
// one, says of it. It reads the ids of the lines, and returns where a broken line at
// the end begins, or the size.
func (o *output) check(f *os.File, before *state) (size int64, err error) {
	name := f.Name()
	o.done = make(map[string]bool)
	lines := bufio.NewReaderSize(f, 1<<20)
	for n := 1; ; n++ {
		line, err := readLine(lines)
		if err == io.EOF && line.size == 0 {
			return size, nil
		}
		if err != nil && err != io.EOF {
			return 0, cli.Named(name, err)
		}
		if before == nil {
			return 0, fmt.Errorf("%s was not written by jsonlines, for there is no %s: it stays as it is", name, stateFile(name))
		}
		begun := line.start[:min(len(line.start), len(lineStart))]
		if !bytes.HasPrefix(lineStart, begun) || line.whole && len(begun) < len(lineStart) {
			return 0, fmt.Errorf("%s:%d: not a line of jsonlines: the file stays as it is", name, n)
		}
		if !line.whole {
			return size, nil
		}
		id, err := line.id()
		if err != nil {
			return 0, fmt.Errorf("%s:%d: not a line of jsonlines: the file stays as it is: %w", name, n, err)
		}
		o.done[id] = true
		size += line.size
	}
}

// lineStart is how every line begins: AppendJSON writes the id first.
var lineStart = []byte(`{"version":1,"id":"`)

// A lineRead is what is kept of a line that was read.
type lineRead struct {
	start []byte // enough for the longest id
	size  int64
	whole bool // it ends in a line break
}

// maxStart is more than the id of a line can take: file names have 255 bytes, paths
// 4,096, and JSON writes a byte as six at most.
const maxStart = 32 << 10

// readLine reads a line of any length without holding it.
func readLine(r *bufio.Reader) (l lineRead, err error) {
	for {
		part, err := r.ReadSlice('\n')
		l.size += int64(len(part))
		l.start = append(l.start, part[:min(len(part), maxStart-len(l.start))]...)
		if err == bufio.ErrBufferFull {
			continue
		}
		l.whole = err == nil
		return l, err
	}
}

// id returns the id of a whole line.
func (l lineRead) id() (string, error) {
	// The id ends at the first quote that no backslash stands before.
	end := len(lineStart)
	for end < len(l.start) && l.start[end] != '"' {
		if l.start[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(l.start) {
		return "", errors.New("its id has no end")
	}
	var a article.Article
	err := a.UnmarshalJSON(append(slices.Clone(l.start[:end+1]), '}'))
	return a.ID, err
}

// rest returns the names that have no line yet.
func (o *output) rest(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return o.done[name] })
}

// write appends a line in one call, so that lines do not mix.
func (o *output) write(line []byte) error {
	_, err := o.Write(line)
	return err
}

// Close closes the file, if there is one. It may be called twice.
func (o *output) Close() error {
	if o.close == nil {
		return nil
	}
	err := o.close()
	o.close = nil
	return err
}
