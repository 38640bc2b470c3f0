package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/toasoan/toasoan/examples/internal/cli"
)

// A listing is what a folder holds.
type listing struct {
	names    []string // of the text files, with slashes, in the order of the folder
	links    []string // to folders
	problems []string // what could not be looked at, and why

	output fs.FileInfo // what is no page
}

// list lists the folder dir, without the file output, which may be nil. Only if dir
// itself cannot be read there is an error.
func list(dir string, output fs.FileInfo) (*listing, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, cli.Named(dir, err)
	}
	l := &listing{output: output}
	l.add(dir, "", entries)
	return l, nil
}

// add adds the entries of the folder that is called name below dir.
func (l *listing) add(dir, name string, entries []fs.DirEntry) {
	for _, e := range entries {
		name := path.Join(name, e.Name())
		file := filepath.Join(dir, filepath.FromSlash(name))
		if e.IsDir() {
			below, err := os.ReadDir(file)
			if err != nil {
				l.problem(name, err)
			}
			l.add(dir, name, below)
			continue
		}
		if path.Ext(name) != ".txt" && e.Type()&fs.ModeSymlink == 0 {
			continue
		}
		info, err := os.Stat(file) // of what a link leads to
		switch {
		case err != nil:
			if path.Ext(name) == ".txt" {
				l.problem(name, err)
			}
		case info.IsDir():
			l.links = append(l.links, name)
		case path.Ext(name) == ".txt" && info.Mode().IsRegular() && !os.SameFile(info, l.output):
			l.names = append(l.names, name)
		}
	}
}

func (l *listing) problem(name string, err error) {
	l.problems = append(l.problems, fmt.Sprintf("%s: %v", name, cli.Cause(err)))
}
