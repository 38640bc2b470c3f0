package main

import (
	"context"
	"encoding/json"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// A summary is the report on a run. Maps are by kind: the cause of an error or
// a warning, the rule of a note, the reason of a dead letter. All but the dead
// letters and the duplicates count the articles that are written.
type summary struct {
	Articles   int64            `json:"articles"`
	Duplicates int64            `json:"duplicates"`
	Syllables  int64            `json:"syllables"`
	Errors     map[string]int64 `json:"errors"`
	Warnings   map[string]int64 `json:"warnings"`
	Notes      map[string]int64 `json:"notes"`
	Dead       map[string]int64 `json:"dead"`
}

// Names of counts; those that end in a slash are followed by a kind.
const (
	countParsed    = "parsed"
	countArticles  = "articles"
	countSyllables = "syllables"
	countErrors    = "errors/"
	countWarnings  = "warnings/"
	countNotes     = "notes/"
	countDead      = "dead/"
)

// report counts and writes the report.
func report(s beam.Scope, c config, parsed, kept, dead beam.PCollection) {
	counts := beam.CombinePerKey(s, add, beam.Flatten(s,
		beam.ParDo(s, &firstCountFn{}, beam.Impulse(s)),
		beam.ParDo(s, &countParsedFn{}, parsed),
		beam.ParDo(s, &countKeptFn{}, kept),
		beam.ParDo(s, &countDeadFn{}, dead)))
	all := beam.GroupByKey(s, beam.ParDo(s, unkeyed, counts))
	beam.ParDo0(s, &reportFn{Path: c.output + "-report.json"}, all)
}

func add(a, b int64) int64 { return a + b }

// A firstCountFn makes a report of nothing one with zeros.
type firstCountFn struct{}

func (fn *firstCountFn) ProcessElement(_ []byte, emit func(string, int64)) { emit(countArticles, 0) }

type countParsedFn struct{}

func (fn *countParsedFn) ProcessElement(_ string, _ entry, emit func(string, int64)) {
	emit(countParsed, 1)
}

type countKeptFn struct{}

func (fn *countKeptFn) ProcessElement(_ string, e entry, emit func(string, int64)) {
	emit(countArticles, 1)
	emit(countSyllables, e.Syllables)
	for _, name := range e.Errors {
		emit(countErrors+name, 1)
	}
	for _, name := range e.Warnings {
		emit(countWarnings+name, 1)
	}
	for _, name := range e.Notes {
		emit(countNotes+name, 1)
	}
}

type countDeadFn struct{}

func (fn *countDeadFn) ProcessElement(d dead, emit func(string, int64)) { emit(countDead+d.Reason, 1) }

// A count is how often something came.
type count struct {
	Name string
	N    int64
}

// unkeyed puts all counts under one key.
func unkeyed(name string, n int64) (int64, count) { return 0, count{name, n} }

// A reportFn writes the report. Tried again, it writes it again.
type reportFn struct{ Path string }

func (fn *reportFn) ProcessElement(ctx context.Context, _ int64, counts func(*count) bool) error {
	sum := summary{Errors: map[string]int64{}, Warnings: map[string]int64{}, Notes: map[string]int64{}, Dead: map[string]int64{}}
	parsed := int64(0)
	for c := (count{}); counts(&c); {
		switch c.Name {
		case countParsed:
			parsed = c.N
		case countArticles:
			sum.Articles = c.N
		case countSyllables:
			sum.Syllables = c.N
		}
		for prefix, m := range map[string]map[string]int64{countErrors: sum.Errors, countWarnings: sum.Warnings, countNotes: sum.Notes, countDead: sum.Dead} {
			if kind, ok := strings.CutPrefix(c.Name, prefix); ok {
				m[kind] = c.N
			}
		}
	}
	sum.Duplicates = parsed - sum.Articles
	data, err := json.MarshalIndent(sum, "", "  ")
	if err != nil {
		return err
	}
	return create(ctx, fn.Path, func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}
