package render_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// receivers returns the types of package article that have a method.
func receivers(t *testing.T, method string) []string {
	t.Helper()
	files, err := filepath.Glob("../article/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no source of package article: %v", err)
	}
	var names []string
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != method || f.Type.Params.NumFields() > 0 || f.Type.Results != nil {
				continue
			}
			typ := f.Recv.List[0].Type
			if p, ok := typ.(*ast.StarExpr); ok {
				typ = p.X
			}
			names = append(names, typ.(*ast.Ident).Name)
		}
	}
	slices.Sort(names)
	return names
}

// name returns the name of the type of x without its package.
func name(x any) string {
	s := fmt.Sprintf("%T", x)
	return s[strings.LastIndexByte(s, '.')+1:]
}

// TestEveryBlock tests that the tests know every kind of block, and that a
// hook is called for a block of each and can render it.
func TestEveryBlock(t *testing.T) {
	kinds := make(map[string]article.Block)
	for _, tt := range blockTests {
		if tt.block != nil && !strings.HasPrefix(tt.name, "nil") {
			kinds[name(tt.block)] = tt.block
		}
	}
	if diff := cmp.Diff(receivers(t, "block"), slices.Sorted(maps.Keys(kinds))); diff != "" {
		t.Errorf("kinds of blocks: -in package article +tested\n%s", diff)
	}
	for kind, b := range kinds {
		called := false
		body(t, &render.HTMLOptions{Block: func(w *render.HTMLWriter, x article.Block) bool {
			called = called || x == b
			w.Block(x)
			return true
		}}, b)
		if !called {
			t.Errorf("no hook is called for a %s", kind)
		}
	}
}

// TestEveryInline tests that every kind of inline is rendered, and that its
// text counts in ids.
func TestEveryInline(t *testing.T) {
	kinds := map[string]article.Inline{
		"Text": article.Text("x"), "Emph": &article.Emph{Text: text("x")}, "Strong": &article.Strong{Text: text("x")},
		"Link": &article.Link{URL: "/", Text: text("x")}, "Span": &article.Span{Lang: "en", Text: text("x")},
		"Break": article.Break{}, "Unknown": &article.Unknown{},
	}
	if diff := cmp.Diff(receivers(t, "inline"), slices.Sorted(maps.Keys(kinds))); diff != "" {
		t.Errorf("kinds of inlines: -in package article +tested\n%s", diff)
	}
	for kind, x := range kinds {
		got := body(t, nil, &article.Heading{Level: 2, Text: article.Inlines{article.Text("a"), x, article.Text("b")}})
		switch kind {
		case "Break":
			if got != "<h2 id=\"h-a-b\">a<br>b</h2>\n" {
				t.Errorf("%s: %s", kind, got)
			}
		case "Unknown":
			if got != "<h2 id=\"h-ab\">ab</h2>\n" {
				t.Errorf("%s: %s", kind, got)
			}
		default:
			if !strings.HasPrefix(got, "<h2 id=\"h-axb\">a") || !strings.Contains(got, "x") {
				t.Errorf("%s: %s", kind, got)
			}
		}
	}
}
