package toasoan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"github.com/toasoan/toasoan/vn"
	"github.com/toasoan/toasoan/vn/charset"
)

// TestReadme checks that the tour in README.md is the program of the package
// example, and that it prints what README.md says.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```go\n")
	tour, rest, ok := strings.Cut(rest, "```\n")
	if !ok {
		t.Fatal("README.md has no Go program")
	}
	example, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	want, wanted, _ := strings.Cut(body(t, string(example)), "// Output:\n")
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(body(t, tour))); diff != "" {
		t.Errorf("the tour is not the example (-example +README.md):\n%s", diff)
	}

	_, rest, _ = strings.Cut(rest, "```\n")
	prints, _, _ := strings.Cut(rest, "```\n")
	wanted = strings.ReplaceAll(strings.ReplaceAll(wanted, "\t// ", ""), "\t//", "")
	if diff := cmp.Diff(strings.TrimSpace(wanted), strings.TrimSpace(prints)); diff != "" {
		t.Errorf("the output is not the example's (-example +README.md):\n%s", diff)
	}
}

// body returns the text of the first function in a Go file.
func body(t *testing.T, src string) string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		if d, ok := d.(*ast.FuncDecl); ok {
			return src[d.Body.Lbrace : d.Body.Rbrace-1]
		}
	}
	t.Fatal("no function")
	return ""
}

// TestReadmeTable runs what README.md says becomes of a text.
func TestReadmeTable(t *testing.T) {
	old := vn.Form{Tone: vn.OldStyle}
	does := map[string]func(s string) string{
		"tone marks in their place":              vn.Normalize,
		"marks in any order of typing":           vn.Normalize,
		"look-alikes of đ and of Latin letters":  vn.Normalize,
		"one style of tone marks, and Noé stays": old.String,
		"slugs that never change":                vn.Slug,
		"search without marks, in any form":      vn.Fold,
		"text read in the wrong encoding":        func(s string) string { s, _ = charset.Repair(s); return s },
		"names by the given name": func(s string) string {
			return strings.Join(slices.SortedFunc(slices.Values(strings.Split(s, "; ")), vn.OrderName.Compare), "; ")
		},
		"dates, the day first": func(s string) string {
			at, err := vn.ParseTime(s)
			if err != nil {
				t.Error(err)
			}
			return vn.FormatTime(at)
		},
		"old encodings, detected": func(s string) string {
			b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s)) // as it shows in a program that knows no other
			if err != nil {
				t.Fatal(err)
			}
			e, _ := charset.Detect(b)
			if e == nil {
				t.Fatal("not detected")
			}
			b, err = e.NewDecoder().Bytes(b)
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		},
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "| | before | after |\n|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := 0
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(row, "| \n"), " | ")
		what, before, after := cells[0], strings.Trim(cells[1], "`"), strings.Trim(cells[2], "`")
		if f := does[what]; f == nil || f(before) != after || before == after {
			t.Errorf("%s: %s does not become %s", what, before, after)
		}
		rows++
	}
	if rows != len(does) {
		t.Errorf("%d rows, want %d", rows, len(does))
	}
}
