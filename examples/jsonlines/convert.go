package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/internal/cli"
)

// A result is what became of one file.
type result struct {
	name    string
	line    []byte // JSON and a line break
	report  []string
	skipped string // why there is no page in it
	err     error
}

// read makes a line of the file of that name.
func (j *job) read(name string) result {
	data, err := os.ReadFile(filepath.Join(j.dir, filepath.FromSlash(name)))
	if err != nil {
		return result{name: name, err: cli.Cause(err)}
	}
	return j.convert(name, data)
}

// convert makes a line of the text of a page.
func (j *job) convert(id string, data []byte) result {
	r := result{name: id}
	text, from, err := j.from.Decode(data)
	if r.skipped = cli.NoText(data); r.skipped != "" {
		return r // first, for what is no text has no encoding either
	} else if err != nil {
		r.err = err
		return r
	}
	if from != "utf-8" {
		r.report = append(r.report, fmt.Sprintf("%s: decoded from %s", id, from))
	}
	a, notes := j.parser.Parse(string(text))
	a.ID = id
	for _, n := range notes {
		if n.Rule == article.RuleLimit { // the article ends there, the page does not
			r.err = fmt.Errorf("line %d is beyond the limits of an article", n.Line)
			return r
		}
	}
	if r.line, r.err = a.AppendJSON(nil); r.err != nil {
		return r
	}
	r.line = append(r.line, '\n')
	if j.notes {
		for _, n := range notes {
			r.report = append(r.report, fmt.Sprintf("%s:%d: note: %s: %s", id, n.Line, n.Rule, n.Text))
		}
	}
	if j.validate {
		if err := a.Validate(); err != nil {
			var list article.ErrorList
			errors.As(err, &list)
			r.report = append(r.report, lines(id, "invalid", list)...)
		}
	}
	if j.warnings {
		r.report = append(r.report, lines(id, "warning", a.Warnings())...)
	}
	return r
}

// lines returns a line of the report for each error.
func lines(name, kind string, list article.ErrorList) (report []string) {
	for _, e := range list {
		report = append(report, fmt.Sprintf("%s: %s: %s: %v", name, kind, e.Path, e.Err))
	}
	return report
}
