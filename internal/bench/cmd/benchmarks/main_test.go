package main

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the wanted page")

var cannedSections = []section{{"Slug", "Slugs", "Titles.", "vn.Slug"}}

var cannedGoals = []goal{
	faster("Slug vn.Slug", "Slug gosimple/slug", "`vn.Slug` faster than gosimple/slug", 25),
	faster("Slug vn.Slug", "Slug for range", "`vn.Slug` faster than an empty `for range` loop", 1.4),
	within("Slug vn.Slug", "Slug for range", "`vn.Slug` within so many loops", 0.9),
	allocations("Slug vn.Slug", "`vn.Slug`", 0),
	megabytes("Slug vn.Slug", "`vn.Slug`", 499),
	larger("vn", "A program with package vn larger than an empty one", 0.4),
}

func canned(t *testing.T) *results {
	data, err := os.ReadFile("testdata/output.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPage(t *testing.T) {
	got, err := page(canned(t), cannedSections, cannedGoals)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/page.md", got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/page.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("other page (-want +got):\n%s", diff)
	}
}

// TestMissing checks that a page is not written without a number.
func TestMissing(t *testing.T) {
	for _, g := range []goal{
		faster("Slug vn.Slug", "Slug other/slug", "", 1),
		within("Fold vn.Fold", "Slug for range", "", 1),
		allocations("Size vn", "", 0),
		megabytes("Size vn", "", 0),
		larger("render", "", 1),
	} {
		if text, err := page(canned(t), cannedSections, []goal{g}); err == nil {
			t.Errorf("a page without a result:\n%s", text)
		}
	}
	if _, err := page(canned(t), []section{{"Fold", "", "", "vn.Fold"}}, nil); err == nil {
		t.Error("a section without a result")
	}
}

func TestCharts(t *testing.T) {
	files, err := charted(canned(t), cannedSections, cannedGoals)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]string{
		"slug.svg":  {"vn.Slug", "200.0\u00a0ns", "gosimple/slug", "6.000\u00a0µs  (30.0×)", "for range", "252.0\u00a0ns  (1.20×)"},
		"goals.svg": {"vn.Slug faster than gosimple/slug", "30.0×  (goal 25×)", "1.20×  (goal 1.4×)"},
	} {
		texts := xmlTexts(t, files[name])
		for _, s := range want {
			if !slices.Contains(texts, s) {
				t.Errorf("%s does not say %q: %q", name, s, texts)
			}
		}
	}
	if len(files) != 2 {
		t.Errorf("%d charts, want 2", len(files))
	}
}

// xmlTexts returns the texts of an XML document.
func xmlTexts(t *testing.T, data []byte) (texts []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		x, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := x.(xml.CharData); ok && strings.TrimSpace(string(text)) != "" {
			texts = append(texts, string(text))
		}
	}
}

// TestRun runs each benchmark once, and checks that the page finds all results
// that it needs and leaves no benchmark out.
func TestRun(t *testing.T) {
	t.Chdir("../..")
	output, err := run(1, "1x", io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	r, err := parse(bytes.NewReader(output))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := page(r, sections, goals); err != nil {
		t.Error(err)
	}
	if _, err := charted(r, sections, goals); err != nil {
		t.Error(err)
	}
	for _, row := range r.rows {
		if row.group != "Size" && !slices.ContainsFunc(sections, func(s section) bool { return s.group == row.group }) {
			t.Errorf("no section has %s", row.group)
		}
	}
	for _, key := range []string{"date", "os", "cores", "toolchain", "modules", "goarch"} {
		if r.config[key] == "" {
			t.Errorf("nothing known of the %s", key)
		}
	}
}
