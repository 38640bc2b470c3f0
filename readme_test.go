package toasoan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
