package toasoan_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite api/v0.txt and the outputs in testdata")

// TestAPI compares the exported API with api/v0.txt, so that every change of
// it shows in a diff.
func TestAPI(t *testing.T) {
	var got bytes.Buffer
	for _, dir := range []string{"article", "article/webpage", "render", "vn", "vn/charset"} {
		for _, line := range apiOf(t, dir) {
			fmt.Fprintf(&got, "pkg %s, %s\n", dir, line)
		}
	}
	const file = "api/v0.txt"
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the API is not that of %s; go test . -update rewrites it (-want +got):\n%s", file, diff)
	}
}

// TestDocumented reports exported names and fields without a doc comment.
func TestDocumented(t *testing.T) {
	for _, dir := range []string{"article", "article/webpage", "render", "vn", "vn/charset"} {
		for _, f := range sources(t, dir) {
			for _, d := range f.Decls {
				for _, name := range undocumented(d) {
					t.Errorf("%s: %s has no comment", dir, name)
				}
			}
		}
	}
}

// apiOf returns a line for each exported name of the package in dir, sorted.
func apiOf(t *testing.T, dir string) []string {
	var lines []string
	for _, f := range sources(t, dir) {
		ast.FileExports(f)
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				d.Doc, d.Body = nil, nil
				if d.Recv != nil {
					d.Recv.List[0].Names = nil
				}
				lines = append(lines, source(t, d))
			case *ast.GenDecl:
				lines = append(lines, apiOfDecl(t, d)...)
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// apiOfDecl returns the lines of a declaration of types, constants or
// variables: one for each name, and one for each field of a struct.
func apiOfDecl(t *testing.T, d *ast.GenDecl) []string {
	var lines []string
	kind := ""
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			lines = append(lines, apiOfType(t, s)...)
		case *ast.ValueSpec:
			if s.Type != nil {
				kind = " " + source(t, s.Type)
			} else if len(s.Values) > 0 {
				kind = ""
			}
			for i, name := range s.Names {
				line := d.Tok.String() + " " + name.Name + kind
				if d.Tok == token.CONST && i < len(s.Values) {
					line += " = " + source(t, s.Values[i])
				}
				if name.IsExported() {
					lines = append(lines, line)
				}
			}
		}
	}
	return lines
}

func apiOfType(t *testing.T, s *ast.TypeSpec) []string {
	eq := " "
	if s.Assign.IsValid() {
		eq = " = "
	}
	st, ok := s.Type.(*ast.StructType)
	if !ok {
		return []string{"type " + s.Name.Name + eq + source(t, s.Type)}
	}
	lines := []string{"type " + s.Name.Name + eq + "struct"}
	for _, f := range st.Fields.List {
		for _, name := range f.Names {
			lines = append(lines, "type "+s.Name.Name+" struct, "+name.Name+" "+source(t, f.Type))
		}
	}
	return lines
}

// undocumented returns the exported names in d that no comment explains: the
// declaration's own, its group's or one at the end of the line.
func undocumented(d ast.Decl) []string {
	var names []string
	check := func(name string, comments ...*ast.CommentGroup) {
		if ast.IsExported(name) && !slices.ContainsFunc(comments, func(c *ast.CommentGroup) bool { return c != nil }) {
			names = append(names, name)
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil || ast.IsExported(receiver(d)) {
			check(d.Name.Name, d.Doc)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				check(s.Name.Name, s.Doc, d.Doc)
				if st, ok := s.Type.(*ast.StructType); ok && s.Name.IsExported() && len(st.Fields.List) > 4 {
					for _, f := range st.Fields.List {
						for _, name := range f.Names {
							if name.Name != "Extra" && ast.IsExported(name.Name) {
								names = append(names, fieldWithout(s.Name.Name, name.Name, f, s.Doc, d.Doc)...)
							}
						}
					}
				}
			case *ast.ValueSpec:
				for _, name := range s.Names {
					check(name.Name, s.Doc, s.Comment, d.Doc)
				}
			}
		}
	}
	return names
}

// fieldWithout returns the field's name unless it has a comment or the
// comment of its type speaks of it.
func fieldWithout(typ, name string, f *ast.Field, docs ...*ast.CommentGroup) []string {
	if f.Doc != nil || f.Comment != nil {
		return nil
	}
	for _, d := range docs {
		if d != nil && strings.Contains(strings.ToLower(d.Text()), strings.ToLower(name)) {
			return nil
		}
	}
	return []string{typ + "." + name}
}

func receiver(d *ast.FuncDecl) string {
	e := d.Recv.List[0].Type
	if p, ok := e.(*ast.StarExpr); ok {
		e = p.X
	}
	if id, ok := e.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// sources parses the files of the package in dir that are built and are no
// tests.
func sources(t *testing.T, dir string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	fset := token.NewFileSet()
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name.Name != "main" { // a generator
			files = append(files, f)
		}
	}
	return files
}

// source returns node as Go source on one line.
func source(t *testing.T, node ast.Node) string {
	t.Helper()
	var b bytes.Buffer
	if err := format.Node(&b, token.NewFileSet(), node); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
