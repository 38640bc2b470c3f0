package article_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/everyblock"
)

// blockKinds returns the names of the types with a method block, from the
// source.
func blockKinds(t *testing.T) map[string]bool {
	file, err := parser.ParseFile(token.NewFileSet(), "block.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	kinds := make(map[string]bool)
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "block" && f.Recv != nil {
			kinds[f.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name] = true
		}
	}
	return kinds
}

func TestEveryBlock(t *testing.T) {
	kinds := blockKinds(t)
	for _, b := range everyblock.Blocks() {
		name := reflect.TypeOf(b).Elem().Name()
		delete(kinds, name)
		t.Run(name, func(t *testing.T) { checkBlock(t, b) })
	}
	for k := range kinds {
		t.Errorf("no sample of %s", k)
	}
}

func checkBlock(t *testing.T, b article.Block) {
	a := &article.Article{Title: "Tít", Body: article.Blocks{b}}
	if err := a.Validate(); err != nil {
		t.Errorf("Validate() = %v", err)
	}
	out, err := a.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	var back article.Article
	if err := back.UnmarshalJSON(out); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, &back, sameJSON); d != "" {
		t.Errorf("JSON round trip (-want +got):\n%s", d)
	}
	c := a.Clone()
	if d := cmp.Diff(a, c, sameJSON); d != "" {
		t.Errorf("Clone (-want +got):\n%s", d)
	}
	for x := range a.Body.All() {
		if x == nil {
			t.Error("All gave nil")
		}
	}
	c.MapText(strings.ToUpper)
	up, _ := c.AppendJSON(nil)
	if _, unknown := b.(*article.Unknown); !unknown && strings.Contains(strings.ReplaceAll(string(up), "CẦU", ""), "cầu") {
		t.Errorf("MapText left text: %s", up)
	}
	if again, _ := a.AppendJSON(nil); string(again) != string(out) {
		t.Error("MapText of the clone changed the article")
	}
	if strings.Contains(string(out), "cầu") && !strings.Contains(a.PlainText(), "cầu") {
		switch b.(type) {
		case *article.LinkBlock, *article.Unknown:
		default:
			t.Errorf("PlainText() = %q", a.PlainText())
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(everything))
	f.Add([]byte(`{"body":[{"text":"a","type":"paragraph"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var a, b article.Article
		if a.UnmarshalJSON(data) != nil {
			return
		}
		out, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatalf("encoding what was decoded: %v", err)
		}
		if err := b.UnmarshalJSON(out); err != nil {
			t.Fatalf("decoding %s: %v", out, err)
		}
		if d := cmp.Diff(a, b, sameJSON); d != "" {
			t.Fatalf("lost (-want +got):\n%s", d)
		}
		if again, err := b.AppendJSON(nil); err != nil || string(again) != string(out) {
			t.Fatalf("%s, then %s, %v", out, again, err)
		}
		if strings.ContainsAny(string(out), "<>&\u2028\u2029\n\r") {
			t.Fatalf("unescaped: %s", out)
		}
		_, _, _ = a.Validate(), a.Warnings(), a.Excerpt(100)
	})
}
