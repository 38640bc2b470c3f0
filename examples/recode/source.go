package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

// A source is a file that is to be recoded, as it was when it was read.
type source struct {
	name string // as the user gave it
	file string // what it leads to if it is a symbolic link
	info fs.FileInfo
	data []byte
}

func openSource(name string) (*source, error) {
	file, err := filepath.EvalSymlinks(name)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	data, err := os.ReadFile(file)
	return &source{name, file, info, data}, err
}

// write writes text to f, and gives it the mode, owner and time of the source.
func (src *source) write(f *cli.File, text []byte) error {
	if _, err := f.Write(text); err != nil {
		return err
	}
	if err := keepOwner(f.File, src.info); err != nil {
		return err
	}
	// After the owner, a change of which takes these bits away.
	const bits = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	if err := f.Chmod(src.info.Mode() & bits); err != nil {
		return err
	}
	return os.Chtimes(f.Name(), src.info.ModTime(), src.info.ModTime())
}

// unchanged returns an error if somebody has changed or replaced the file since it
// was read.
func (src *source) unchanged() error {
	info, err := os.Stat(src.file)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(src.file)
	if err != nil {
		return err
	}
	if !os.SameFile(info, src.info) || info.Mode() != src.info.Mode() || !bytes.Equal(data, src.data) {
		return errors.New("changed while it was recoded")
	}
	return nil
}

// keepAs gives the old file another name beside its own. A file of that name is an
// error, unless it is that file: a run was killed then.
func (src *source) keepAs(backup string) error {
	err := os.Link(src.file, backup)
	if errors.Is(err, fs.ErrExist) {
		if info, err := os.Stat(backup); err == nil && os.SameFile(info, src.info) {
			return nil
		}
		return fmt.Errorf("the backup %s is there already", backup)
	}
	if err != nil {
		return fmt.Errorf("no backup: %w", cli.Cause(err))
	}
	return nil
}
