package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/perf/benchfmt"
	"golang.org/x/perf/benchmath"
)

// results are what all rounds have measured.
type results struct {
	config map[string]string // the machine and the versions
	rows   []*row            // in the order of the first round
}

// A row is one benchmark: a peer on one kind of input.
type row struct {
	group, name string               // "Slug", "gosimple/slug"
	values      map[string][]float64 // by unit, a value for each round
}

// parse reads the output of benchmarks.
func parse(r io.Reader) (*results, error) {
	res := &results{config: map[string]string{}}
	reader := benchfmt.NewReader(r, "benchmarks")
	for reader.Scan() {
		x, ok := reader.Result().(*benchfmt.Result)
		if !ok {
			if err, ok := reader.Result().(*benchfmt.SyntaxError); ok {
				return nil, err
			}
			continue
		}
		for _, c := range x.Config {
			res.config[c.Key] = string(c.Value)
		}
		base, parts := x.Name.Parts()
		var name strings.Builder
		for _, p := range parts {
			if p[0] == '/' { // or else it is the number of cores
				name.WriteString(string(p))
			}
		}
		row := res.add(string(base), strings.ReplaceAll(strings.TrimPrefix(name.String(), "/"), "_", " "))
		for _, v := range x.Values {
			row.values[v.Unit] = append(row.values[v.Unit], v.Value)
		}
	}
	return res, reader.Err()
}

func (r *results) add(group, name string) *row {
	if row := r.row(group, name); row != nil {
		return row
	}
	row := &row{group, name, map[string][]float64{}}
	r.rows = append(r.rows, row)
	return row
}

// row returns the row of that name, or nil.
func (r *results) row(group, name string) *row {
	i := slices.IndexFunc(r.rows, func(row *row) bool { return row.group == group && row.name == name })
	if i < 0 {
		return nil
	}
	return r.rows[i]
}

// group returns the rows of a benchmark.
func (r *results) group(name string) (rows []*row) {
	for _, row := range r.rows {
		if row.group == name {
			rows = append(rows, row)
		}
	}
	return rows
}

// A measure is the median of what was measured in a unit, with its 95 % confidence
// interval as a percentage.
type measure struct {
	value  float64
	spread string
}

// The units that the reader of results uses.
const (
	seconds = "sec/op"
	speed   = "B/s"
	allocs  = "allocs/op"
	size    = "bytes"
)

// measure returns the median for a unit, and whether there is any.
func (r *row) measure(unit string) (measure, bool) {
	values := r.values[unit]
	if len(values) == 0 {
		return measure{}, false
	}
	sample := benchmath.NewSample(slices.Clone(values), &benchmath.DefaultThresholds)
	s := benchmath.AssumeNothing.Summary(sample, 0.95)
	return measure{s.Center, s.PctRangeString()}, true
}

// median returns the median for a unit that the benchmark of that name, such as
// "Slug vn.Slug", has measured.
func (r *results) median(name, unit string) (float64, error) {
	group, peer, _ := strings.Cut(name, " ")
	if row := r.row(group, peer); row != nil {
		if m, ok := row.measure(unit); ok {
			return m.value, nil
		}
	}
	return 0, fmt.Errorf("no result %s in %s", name, unit)
}

// ratio returns the time of one benchmark divided by that of another: the median of
// the rounds, in each of which both met the same machine.
func (r *results) ratio(over, under string) (float64, error) {
	var ratios []float64
	for i := range r.times(under) {
		if i < len(r.times(over)) {
			ratios = append(ratios, r.times(over)[i]/r.times(under)[i])
		}
	}
	if len(ratios) == 0 {
		return 0, fmt.Errorf("no times of %s and %s", over, under)
	}
	sample := benchmath.NewSample(ratios, &benchmath.DefaultThresholds)
	return benchmath.AssumeNothing.Summary(sample, 0.95).Center, nil
}

// times returns the times of the rounds.
func (r *results) times(name string) []float64 {
	group, peer, _ := strings.Cut(name, " ")
	if row := r.row(group, peer); row != nil {
		return row.values[seconds]
	}
	return nil
}

// right returns how many vectors of a kind the peer has right, and of how many.
// The kind "" stands for all of them.
func (r *row) right(kind string) (right, of float64) {
	for unit, values := range r.values {
		if k, ok := strings.CutPrefix(unit, "of-"); ok && (kind == "" || kind == k) {
			of += values[0]
			right += r.values["right-"+k][0]
		}
	}
	return right, of
}

// kinds returns the kinds of vectors that the peer was given.
func (r *row) kinds() (kinds []string) {
	for unit := range r.values {
		if k, ok := strings.CutPrefix(unit, "of-"); ok {
			kinds = append(kinds, k)
		}
	}
	slices.Sort(kinds)
	return kinds
}
