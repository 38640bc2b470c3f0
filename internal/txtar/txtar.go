// Package txtar reads and writes the files that hold one test case in several
// named sections, in the format of the Go project's tool of that name: a
// comment, then for each section a line "-- name --" and its text.
package txtar

import (
	"bytes"
	"strings"
)

// An Archive is a comment and a series of sections.
type Archive struct {
	Comment  []byte
	Sections []Section
}

// A Section is a named text. Its data ends in a line break unless it is empty.
type Section struct {
	Name string
	Data []byte
}

// Parse reads an archive. It cannot fail: what holds no marker is comment.
func Parse(data []byte) *Archive {
	a := new(Archive)
	a.Comment, data = cut(data)
	for len(data) > 0 {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		s := Section{Name: marker(line)}
		s.Data, data = cut(rest)
		a.Sections = append(a.Sections, s)
	}
	return a
}

// cut returns the part of data before the first line that is a marker, and
// the rest.
func cut(data []byte) (before, after []byte) {
	for i := 0; i < len(data); {
		line, _, found := bytes.Cut(data[i:], []byte("\n"))
		if marker(line) != "" {
			return data[:i], data[i:]
		}
		i += len(line)
		if found {
			i++
		}
	}
	return data, nil
}

// marker returns the name in a line "-- name --", "" if it is none.
func marker(line []byte) string {
	s, ok := strings.CutPrefix(string(line), "-- ")
	if !ok {
		return ""
	}
	s, ok = strings.CutSuffix(s, " --")
	if !ok {
		return ""
	}
	return strings.TrimSpace(s)
}

// Get returns the data of the first section of that name, nil if there is
// none.
func (a *Archive) Get(name string) []byte {
	for _, s := range a.Sections {
		if s.Name == name {
			return s.Data
		}
	}
	return nil
}

// Set replaces the data of the section of that name, or adds the section at
// the end. A missing final line break is added.
func (a *Archive) Set(name string, data []byte) {
	if len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
		data = append(data[:len(data):len(data)], '\n')
	}
	for i := range a.Sections {
		if a.Sections[i].Name == name {
			a.Sections[i].Data = data
			return
		}
	}
	a.Sections = append(a.Sections, Section{name, data})
}

// Format writes the archive. Parse reads it back as it was.
func (a *Archive) Format() []byte {
	b := append([]byte(nil), a.Comment...)
	for _, s := range a.Sections {
		b = append(b, "-- "+s.Name+" --\n"...)
		b = append(b, s.Data...)
	}
	return b
}
