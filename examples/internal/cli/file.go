package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// Files makes files that are complete or not there. What a program that was killed
// has left in a folder goes when another one makes a file there. A program has one
// Files; the zero value works.
type Files struct {
	made    int
	cleaned map[string]bool // folders
}

// A File is a file that takes its name when it is complete. Until then it stands in
// the same folder under a name that no other program chooses.
type File struct {
	*os.File
	name string
}

// Create begins the file of that name, with that mode.
func (fs *Files) Create(name string, mode os.FileMode) (*File, error) {
	dir := filepath.Dir(name)
	if !fs.cleaned[dir] {
		if err := cleanUp(dir); err != nil {
			return nil, err
		}
		if fs.cleaned == nil {
			fs.cleaned = make(map[string]bool)
		}
		fs.cleaned[dir] = true
	}
	fs.made++
	tmp := fmt.Sprintf("%s%d-%d%s", tmpPrefix, os.Getpid(), fs.made, tmpSuffix)
	f, err := os.OpenFile(filepath.Join(dir, tmp), os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	return &File{f, name}, nil
}

// Commit gives the file its name, in place of another file if there is one.
func (f *File) Commit() error {
	err := f.Sync()
	if err == nil {
		err = f.Close()
	}
	if err == nil {
		err = os.Rename(f.Name(), f.name)
	}
	return err
}

// Abort removes the file unless it has its name.
func (f *File) Abort() {
	f.Close()
	os.Remove(f.Name())
}

// WriteFile writes the file of that name as a whole, in place of another one.
func (fs *Files) WriteFile(name string, data []byte) error {
	f, err := fs.Create(name, 0o666)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}

const tmpPrefix, tmpSuffix = ".toasoan-", ".tmp"

// cleanUp removes the files of Create from dir whose process has ended. Those of
// this process are of an earlier one with the same number, as it is in containers:
// nothing of its own is there yet.
func cleanUp(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		number, ok := strings.CutPrefix(e.Name(), tmpPrefix)
		if !ok || !strings.HasSuffix(number, tmpSuffix) {
			continue
		}
		number, _, _ = strings.Cut(number, "-")
		if pid, err := strconv.Atoi(number); err == nil && (pid == os.Getpid() || !alive(pid)) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
	return nil
}

// alive reports whether a process may be there: where nothing tells, it may.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false // Windows looks
	}
	defer p.Release()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
