package bench

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A vector is a line of a table in testdata: an input and the only right
// result.
type vector struct{ kind, in, want string }

// vectors reads the table testdata/name.tsv. Inputs and results are written as in
// a Go string literal.
func vectors(t testing.TB, name string) (list []vector) {
	data, err := os.ReadFile("testdata/" + name + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			t.Fatalf("%s.tsv:%d: %d fields, want 3", name, i+1, len(fields))
		}
		for k := range fields {
			if fields[k], err = strconv.Unquote(`"` + fields[k] + `"`); err != nil {
				t.Fatalf("%s.tsv:%d: %v", name, i+1, err)
			}
		}
		list = append(list, vector{fields[0], fields[1], fields[2]})
	}
	return list
}

// right checks that f gives the wanted result for all vectors.
func right(t *testing.T, list []vector, f func(v vector) string) {
	t.Helper()
	if len(list) < 20 {
		t.Errorf("only %d vectors", len(list))
	}
	seen := map[vector]bool{}
	for _, v := range list {
		if got := f(v); got != v.want {
			t.Errorf("%s: %q: got %q, want %q", v.kind, v.in, got, v.want)
		}
		if seen[v] {
			t.Errorf("%s: %q stands twice", v.kind, v.in)
		}
		seen[v] = true
	}
}

// reportRight adds to the result of b how many vectors of each kind f has right:
// the metrics right-kind and of-kind.
func reportRight(b *testing.B, list []vector, f func(v vector) string) {
	rights, of := map[string]int{}, map[string]int{}
	for _, v := range list {
		of[v.kind]++
		if f(v) == v.want {
			rights[v.kind]++
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(of)) {
		b.ReportMetric(float64(rights[kind]), "right-"+kind)
		b.ReportMetric(float64(of[kind]), "of-"+kind)
	}
}
