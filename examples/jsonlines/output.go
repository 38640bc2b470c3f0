package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/toasoan/toasoan/article"
)

// An output is the file of JSON Lines. It is only ever appended to, so that a
// run that is killed leaves whole lines and at most one broken one at the end.
type output struct {
	*os.File
	last string // id of the last whole line, "" if there is none
}

// openOutput opens the file, cuts off a broken line at its end, and finds out
// which article came last.
func openOutput(name string) (*output, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	o := &output{File: f}
	if err := o.recover(); err != nil {
		f.Close()
		return nil, err
	}
	return o, nil
}

func (o *output) recover() error {
	size, err := o.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	end, err := o.lineBreakBefore(size)
	if err != nil {
		return err
	}
	if err := o.Truncate(end); err != nil {
		return err
	}
	if _, err := o.Seek(end, io.SeekStart); err != nil || end == 0 {
		return err
	}
	start, err := o.lineBreakBefore(end - 1)
	if err != nil {
		return err
	}
	line := make([]byte, end-start)
	if _, err := o.ReadAt(line, start); err != nil {
		return err
	}
	var a article.Article
	if err := a.UnmarshalJSON(line); err != nil {
		return fmt.Errorf("%s does not end in an article: %w", o.Name(), err)
	}
	o.last = a.ID
	return nil
}

// lineBreakBefore returns the offset after the last line break before end, 0
// if there is none.
func (o *output) lineBreakBefore(end int64) (int64, error) {
	buf := make([]byte, 1<<16)
	for end > 0 {
		b := buf[:min(int64(len(buf)), end)]
		if _, err := o.ReadAt(b, end-int64(len(b))); err != nil {
			return 0, err
		}
		if i := bytes.LastIndexByte(b, '\n'); i >= 0 {
			return end - int64(len(b)-i-1), nil
		}
		end -= int64(len(b))
	}
	return 0, nil
}

// rest returns the names after the one that came last.
func (o *output) rest(names []string) ([]string, error) {
	if o.last == "" {
		return names, nil
	}
	i := slices.Index(names, o.last)
	if i < 0 {
		return nil, fmt.Errorf("%s ends with the article %q, which is not in the directory", o.Name(), o.last)
	}
	return names[i+1:], nil
}

// write appends a line in one call, so that lines do not mix.
func (o *output) write(line []byte) error {
	_, err := o.Write(line)
	return err
}
