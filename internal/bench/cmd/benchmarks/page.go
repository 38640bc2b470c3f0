package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/perf/benchunit"
)

// page returns BENCHMARKS.md.
func page(r *results, sections []section, goals []goal) ([]byte, error) {
	w := new(bytes.Buffer)
	w.WriteString("# Benchmarks\n\n<!-- Written by go run ./cmd/benchmarks in internal/bench; do not edit. -->\n\n")
	w.WriteString("This library beside what programs use today, on the same inputs and in one run. " +
		"Every number below was measured or counted by the command\n\n" +
		"    cd internal/bench && go run ./cmd/benchmarks\n\n" +
		"Times are medians, with the 95 % confidence interval after ±. A ratio is how many times as long the row takes as " +
		"the row in bold, the median of the rounds. Compare ratios, not times, with other machines. All inputs are drawn with a fixed " +
		"seed, and long texts do not repeat: the processor learns a short text by heart, which flatters everybody.\n\n" +
		"What is right stands in the tables of internal/bench/testdata. They were written by the rules of Vietnamese spelling, of " +
		"Unicode and of what all peers mean by a slug.\n\n")
	machine(w, r)
	if err := goalTable(w, r, goals); err != nil {
		return nil, err
	}
	for _, s := range sections {
		if err := sectionTable(w, r, s); err != nil {
			return nil, err
		}
	}
	return w.Bytes(), nil
}

// machine writes where and with what the numbers were measured.
func machine(w *bytes.Buffer, r *results) {
	rounds := 0
	for _, row := range r.rows {
		rounds = max(rounds, len(row.values[seconds]))
	}
	w.WriteString("| | |\n|---|---|\n")
	for _, line := range [][2]string{
		{"Date", r.config["date"]},
		{"Revision", r.config["revision"]},
		{"Processor", r.config["cpu"] + ", " + r.config["cores"] + " cores"},
		{"System", r.config["os"] + ", " + r.config["goarch"]},
		{"Go", r.config["toolchain"]},
		{"Rounds", fmt.Sprint(rounds)},
		{"Modules", strings.NewReplacer(" ", ", ", "@", "\u00a0").Replace(r.config["modules"])},
	} {
		fmt.Fprintf(w, "| %s | %s |\n", line[0], line[1])
	}
}

// goalTable writes what was to be reached and what was.
func goalTable(w *bytes.Buffer, r *results, goals []goal) error {
	rows, met := new(bytes.Buffer), 0
	for _, g := range goals {
		value, err := g.measure(r)
		if err != nil {
			return err
		}
		sign, verdict := "≤", "**not met**"
		if g.atLeast {
			sign = "≥"
		}
		if g.met(value) {
			verdict = "met"
			met++
		}
		fmt.Fprintf(rows, "| %s | %s %g%s | %s | %s |\n", g.what, sign, g.bound, g.unit, g.format(value), verdict)
	}
	fmt.Fprintf(w, "\n## Goals\n\n%d of %d goals are met.\n\n", met, len(goals))
	w.WriteString(image("goals", "Measured ratios of the goals of speed"))
	w.WriteString("| | goal | measured | |\n|---|---|---|---|\n")
	rows.WriteTo(w)
	return nil
}

// sectionTable writes one benchmark.
func sectionTable(w *bytes.Buffer, r *results, s section) error {
	if len(r.times(s.group+" "+s.ours)) == 0 {
		return fmt.Errorf("no times of %s %s", s.group, s.ours)
	}
	fmt.Fprintf(w, "\n## %s\n\n%s", s.title, s.text)
	rows := r.group(s.group)
	if x := rows[0].values; len(x[speed]) > 0 {
		fmt.Fprintf(w, " One operation is on %s on average.", quantity(x[speed][0]*x[seconds][0], "B"))
	}
	checked := false
	for _, row := range rows {
		checked = checked || len(row.kinds()) > 0
	}
	fmt.Fprintf(w, "\n\n%s| | time | ± | speed | allocations | ratio |", image(s.group, s.title))
	if checked {
		w.WriteString(" right |")
	}
	w.WriteString("\n|---|--:|--:|--:|--:|--:|")
	if checked {
		w.WriteString("--:|")
	}
	w.WriteString("\n")
	for _, row := range rows {
		name := "`" + row.name + "`"
		if row.name == s.ours {
			name = "**" + name + "**"
		}
		time, ok := row.measure(seconds)
		if !ok {
			return fmt.Errorf("no time of %s %s", row.group, row.name)
		}
		ratio, err := r.ratio(s.group+" "+row.name, s.group+" "+s.ours)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |", name, quantity(time.value, "s"), time.spread,
			row.format(speed, "B/s"), row.format(allocs, ""), number(ratio))
		if right, of := row.right(""); of > 0 {
			fmt.Fprintf(w, " %g of %g |", right, of)
		} else if checked {
			w.WriteString(" |")
		}
		w.WriteString("\n")
	}
	if checked {
		kindTable(w, rows)
	}
	return nil
}

// kindTable writes what the peers get right, by the kinds of vectors.
func kindTable(w *bytes.Buffer, all []*row) {
	var rows []*row
	for _, row := range all {
		if len(row.kinds()) > 0 {
			rows = append(rows, row)
		}
	}
	w.WriteString("\nRight results by kind of input:\n\n| |")
	for _, row := range rows {
		fmt.Fprintf(w, " `%s` |", row.name)
	}
	w.WriteString("\n|---|" + strings.Repeat("--:|", len(rows)) + "\n")
	for _, kind := range rows[0].kinds() {
		fmt.Fprintf(w, "| %s |", strings.ReplaceAll(kind, "-", " "))
		for _, row := range rows {
			right, of := row.right(kind)
			fmt.Fprintf(w, " %g of %g |", right, of)
		}
		w.WriteString("\n")
	}
}

// format returns the median for a unit, or nothing if it was not measured.
func (r *row) format(unit, suffix string) string {
	m, ok := r.measure(unit)
	if !ok {
		return ""
	}
	if suffix == "" {
		return whole(m.value)
	}
	return quantity(m.value, suffix)
}

// quantity formats a value with a unit and its prefix: "274.1 ns".
func quantity(value float64, unit string) string {
	s := benchunit.Scale(value, benchunit.Decimal)
	if last, size := utf8.DecodeLastRuneInString(s); unicode.IsLetter(last) {
		return s[:len(s)-size] + "\u00a0" + string(last) + unit
	}
	return s + "\u00a0" + unit
}

func image(name, alt string) string {
	return fmt.Sprintf("![%s](%s/%s)\n\n", alt, charts, file(name))
}
