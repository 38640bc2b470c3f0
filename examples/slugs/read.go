package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A record is a line of the input and the path that it gets.
type record struct {
	line  int
	title string
	old   oldURL
	path  string
	moved bool // the old path needs a redirect
	first int  // index of the first record with this old path
}

// columns are the names of the columns.
type columns struct{ title, address string }

// A problem is what is wrong in a line.
type problem struct {
	line int
	what string
}

// read reads the table. It goes on after a problem, so that all of them are found.
func read(data []byte, names columns) (records []record, problems []problem) {
	header, rows := table(data)
	title, address := slices.Index(header, names.title), slices.Index(header, names.address)
	switch {
	case len(header) == 0:
		return nil, []problem{{1, "no columns: the first line names them"}}
	case title < 0:
		return nil, []problem{{1, fmt.Sprintf("no column is called %q: the first line names the columns, and has %.60q", names.title, header)}}
	case address < 0 && len(header) > 1:
		return nil, []problem{{1, fmt.Sprintf("no column is called %q among %.60q", names.address, header)}}
	}
	for line, row := range rows {
		refused := func(format string, args ...any) {
			problems = append(problems, problem{line, fmt.Sprintf(format, args...)})
		}
		if row.err != nil {
			refused("%v", row.err)
			continue
		}
		if len(row.fields) != len(header) && (len(row.fields) != 1 || title != 0) {
			refused("%s, and the first line has %d", plural(len(row.fields), "column"), len(header))
			continue
		}
		rec := record{line: line, title: strings.TrimSpace(row.fields[title])}
		if err := checkTitle(rec.title); err != nil {
			refused("the title %.60q %v", rec.title, err)
			continue
		}
		if address >= 0 && address < len(row.fields) {
			s := strings.TrimSpace(row.fields[address])
			var err error
			if rec.old, err = parseOldURL(s); err != nil {
				refused("the address %.80q %v", s, err)
				continue
			}
		}
		records = append(records, rec)
	}
	return records, problems
}

// A row is a line of the table, or what is wrong with it.
type row struct {
	fields []string
	err    error
}

// table takes a text with tabs or commas apart: the names of its columns, and the
// rows with the numbers of their lines. Empty lines are left out.
func table(data []byte) (header []string, rows func(yield func(int, row) bool)) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	all := commaRows
	if bytes.ContainsRune(first, '\t') || !bytes.ContainsRune(first, ',') {
		all = tabRows
	}
	for _, r := range all(data) {
		if r.err == nil {
			for _, name := range r.fields {
				header = append(header, strings.TrimSpace(name))
			}
		}
		break
	}
	return header, func(yield func(int, row) bool) {
		begun := false
		for line, r := range all(data) {
			if begun && !yield(line, r) {
				return
			}
			begun = true
		}
	}
}

// tabRows yields the lines of a text with tabs. Quotes mean nothing in it.
func tabRows(data []byte) func(yield func(int, row) bool) {
	return func(yield func(int, row) bool) {
		n := 0
		for line := range bytes.Lines(data) {
			n++
			s := strings.TrimRight(string(line), "\r\n")
			if s == "" {
				continue
			}
			r := row{fields: strings.Split(s, "\t")}
			if !utf8.ValidString(s) {
				r.err = errNotUTF8
			}
			if !yield(n, r) {
				return
			}
		}
	}
}

// commaRows yields the records of a text in CSV (RFC 4180).
func commaRows(data []byte) func(yield func(int, row) bool) {
	return func(yield func(int, row) bool) {
		r := csv.NewReader(bytes.NewReader(data))
		r.FieldsPerRecord = -1
		for {
			fields, err := r.Read()
			if err == io.EOF {
				return
			}
			if e, ok := errors.AsType[*csv.ParseError](err); ok {
				// What follows is not to be told apart from the broken field.
				yield(e.StartLine, row{err: fmt.Errorf("is not CSV: %w", e.Err)})
				return
			}
			line, _ := r.FieldPos(0)
			if !utf8.ValidString(strings.Join(fields, "")) {
				err = errNotUTF8
			}
			if !yield(line, row{fields, err}) {
				return
			}
		}
	}
}

var errNotUTF8 = errors.New("is not UTF-8; examples/recode makes it so")

// maxTitle is more characters than a title has, and fewer than the text of a page.
const maxTitle = 500

// checkTitle says why s cannot be a title.
func checkTitle(s string) error {
	switch {
	case s == "":
		return errors.New("is empty")
	case isAddress(s):
		return errors.New("is an address; are the columns swapped?")
	case utf8.RuneCountInString(s) > maxTitle:
		return fmt.Errorf("has more than %d characters", maxTitle)
	case strings.IndexFunc(s, unicode.IsControl) >= 0:
		return errors.New("has a control character")
	}
	return nil
}
