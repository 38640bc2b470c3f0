package article_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
)

// TestSchemaMembers fails when the members of a Go type and those of its
// definition differ.
func TestSchemaMembers(t *testing.T) {
	type def struct{ Properties map[string]any }
	var s struct {
		def
		Defs map[string]def `json:"$defs"`
	}
	if err := json.Unmarshal(article.Schema(), &s); err != nil {
		t.Fatal(err)
	}
	var root struct{ Properties map[string]any }
	if err := json.Unmarshal(article.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	types := []any{article.Author{}, article.Cell{}, article.Caption{}, article.Credit{}, article.Image{},
		article.Rendition{}, article.RelatedLink{}, article.Paragraph{}, article.Heading{}, article.Figure{},
		article.Gallery{}, article.Quote{}, article.List{}, article.Table{}, article.Box{}, article.LinkBlock{},
		article.Embed{}, article.Correction{}, article.Divider{}, article.Emph{}, article.Strong{}, article.Link{},
		article.Span{}, article.Break{}}
	for _, v := range types {
		typ := reflect.TypeOf(v)
		name := strings.ToLower(typ.Name())
		if name == "linkblock" {
			name = "links"
		}
		compareMembers(t, typ, s.Defs[name].Properties)
	}
	compareMembers(t, reflect.TypeFor[article.Article](), root.Properties)
}

func compareMembers(t *testing.T, typ reflect.Type, properties map[string]any) {
	t.Helper()
	var want, got []string
	for field := range typ.Fields() {
		if n := field.Name; n != "Extra" {
			want = append(want, strings.ToLower(n))
		}
	}
	for p := range properties {
		if p != "type" && p != "version" {
			got = append(got, p)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if properties == nil {
		t.Errorf("%v has no definition", typ)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("members of %v (-type +schema):\n%s", typ, d)
	}
}
