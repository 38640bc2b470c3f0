package article_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/toasoan/toasoan/article"
)

// sameJSON compares as the wire format does: nil and empty are one.
var sameJSON = cmp.Options{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b time.Time) bool {
		_, x := a.Zone()
		_, y := b.Zone()
		return a.Equal(b) && x == y
	}),
}

const everything = `{"version":1,"id":"1","url":"https://bao.example/1","lang":"vi","title":"Cầu mới",` +
	`"lead":["Sáng 15-3, ",{"type":"emph","text":"cầu","x":1e2},{"type":"break"},{"type":"break","y":2.50},{"type":"new","z":"\u003c"}],` +
	`"byline":[{"name":"Minh Anh","role":"ảnh","q":null}],"published":"2026-11-23T14:30:00.5+07:00","tags":["cầu","đường"],` +
	`"body":[{"type":"figure","image":{"url":"a.jpg","alt":"Cầu","width":640,"sources":[{"url":"b.jpg","width":320}]},` +
	`"caption":{"text":"Cầu","credit":{"text":"Ảnh: Minh Anh/TTXVN","people":["Minh Anh"],"source":"TTXVN"}}},` +
	`{"type":"table","rows":[[{"text":"a","header":true},{}],[]]},{"type":"list","ordered":true,"items":[[{"type":"paragraph","text":"một"}],[]]},` +
	`{"type":"gallery","figures":[{"type":"figure","image":{"url":"c.jpg"}}]},{"type":"divider","e":[1,{"b":2,"a":-0.0}]},{"type":"poll","a" : [1e2]}],` +
	`"related":[{"type":"links","kind":"latest","label":"Mới nhất","links":[{"title":"Tin","url":"/t"}]}],"a/b~c":1e2,"zz":{"k":2.50}}`

func TestJSONRoundTrip(t *testing.T) {
	var a article.Article
	if err := json.Unmarshal([]byte(everything), &a); err != nil {
		t.Fatal(err)
	}
	out, err := a.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(everything, string(out)); d != "" {
		t.Errorf("encoding changed (-want +got):\n%s", d)
	}
	var b article.Article
	if err := b.UnmarshalJSON(out); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, b, sameJSON); d != "" {
		t.Errorf("decoding changed (-want +got):\n%s", d)
	}
	if d := cmp.Diff(&a, a.Clone(), sameJSON); d != "" {
		t.Errorf("Clone differs (-want +got):\n%s", d)
	}
	for _, v := range []any{a, &a} {
		// encoding/json compacts what a method returns, inside unknown blocks too.
		if got, err := json.Marshal(v); err != nil || string(got) != strings.Replace(string(out), `"a" : [`, `"a":[`, 1) {
			t.Errorf("json.Marshal(%T) = %s, %v", v, got, err)
		}
	}
}

// TestOrganization tests that what is false is left out, and that the member
// follows the role.
func TestOrganization(t *testing.T) {
	a := article.Article{Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Báo Bà Rịa - Vũng Tàu", Role: "tổng hợp", Organization: true}}}
	const want = `{"version":1,"byline":[{"name":"Minh Anh"},{"name":"Báo Bà Rịa - Vũng Tàu","role":"tổng hợp","organization":true}]}`
	got, err := a.AppendJSON(nil)
	if err != nil || string(got) != want {
		t.Errorf("AppendJSON = %s, %v, want %s", got, err, want)
	}
	var b article.Article
	in := strings.Replace(want, `"Minh Anh"`, `"Minh Anh","organization":false`, 1)
	if err := b.UnmarshalJSON([]byte(in)); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, b, sameJSON); d != "" {
		t.Errorf("%s (-want +got):\n%s", in, d)
	}
}

func TestJSONTruncated(t *testing.T) {
	for i := range len(everything) {
		var a article.Article
		err := a.UnmarshalJSON([]byte(everything[:i]))
		var e *article.Error
		if !errors.As(err, &e) || !errors.Is(err, article.ErrSyntax) {
			t.Fatalf("truncated at %d: %v, want ErrSyntax", i, err)
		}
	}
}

func TestJSONErrors(t *testing.T) {
	tests := []struct {
		in, path string
		want     error
	}{
		{`[]`, "", article.ErrType},
		{`{"title":null}`, "/title", article.ErrType},
		{`{"title":1}`, "/title", article.ErrType},
		{`{"title":"a","title":"b"}`, "/title", article.ErrDuplicate},
		{`{"x":{"a":[0,{"b/~":1,"b/~":2}]}}`, "/x/a/1/b~1~0", article.ErrDuplicate},
		{`{"body":[null]}`, "/body/0", article.ErrType},
		{`{"body":[{}]}`, "/body/0", article.ErrType},
		{`{"body":[{"type":"paragraph"},{"text":{},"type":"figure","caption":{"text":3}}]}`, "/body/1/caption/text", article.ErrType},
		{`{"body":[{"type":"x","a":1,"a":2}]}`, "/body/0/a", article.ErrDuplicate},
		{`{"body":[{"type":"x","type":"x"}]}`, "/body/0/type", article.ErrDuplicate},
		{`{"version":2}`, "/version", article.ErrVersion},
		{`{"version":"1"}`, "/version", article.ErrType},
		{`{"title":"\ud800"}`, "/title", article.ErrUTF8},
		{`{"title":"\ud800\u0041"}`, "/title", article.ErrUTF8},
		{"{\"title\":\"\xff\"}", "/title", article.ErrUTF8},
		{"{\"x\":[\"\xff\"]}", "/x/0", article.ErrUTF8},
		{"{\"title\":\"a\nb\"}", "/title", article.ErrSyntax},
		{`{"title":"a"} x`, "", article.ErrSyntax},
		{`{"title":"a",}`, "", article.ErrSyntax},
		{`{"published":"hôm qua"}`, "/published", article.ErrTime},
		{`{"body":[{"type":"heading","level":2.5}]}`, "/body/0/level", article.ErrType},
		{`{"related":[{"type":"paragraph"}]}`, "/related/0", article.ErrType},
		{strings.Repeat("[", 1<<20), "", article.ErrType},
		{`{"x":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}`, "/x" + strings.Repeat("/0", 64), article.ErrTooLarge},
		{`{"body":` + strings.Repeat(`[{"type":"box","body":`, 65) + `[]` + strings.Repeat(`}]`, 65) + `}`, "/body/0" + strings.Repeat("/body/0", 64), article.ErrTooLarge},
		{`{"body":` + strings.Repeat(`[{"body":`, 100_000), "/body/0" + strings.Repeat("/body/0", 32), article.ErrTooLarge},
	}
	for _, tt := range tests {
		var a article.Article
		err := a.UnmarshalJSON([]byte(tt.in))
		var e *article.Error
		if !errors.As(err, &e) {
			t.Errorf("%.80s: %v, want an *Error", tt.in, err)
			continue
		}
		if tt.in[0] == '[' && len(tt.in) > 2 { // broken before its type is known
			continue
		}
		if e.Path != tt.path || !errors.Is(err, tt.want) {
			t.Errorf("%.80s: %.200v, want %.200s: %v", tt.in, err, tt.path, tt.want)
		}
	}
}

// TestJSONIntegers reads the integers that JSON can write in many ways.
func TestJSONIntegers(t *testing.T) {
	tests := []struct {
		in   string
		want int
		ok   bool
	}{
		{"640", 640, true},
		{"640.0", 640, true},
		{"1e2", 100, true},
		{"1E+2", 100, true},
		{"6400e-1", 640, true},
		{"0.64e3", 640, true},
		{"-2.50e1", -25, true},
		{"0e999999999999999999999", 0, true},
		{"-0.0", 0, true},
		{"2147483647", 2147483647, true},
		{"-2147483648.0", -2147483648, true},
		{"2147483648", 0, false},
		{"2.5", 0, false},
		{"1e-1", 0, false},
		{"1e10", 0, false},
		{"1e999999999999999999999", 0, false},
		{"1e-999999999999999999999", 0, false},
	}
	for _, tt := range tests {
		var a article.Article
		err := a.UnmarshalJSON([]byte(`{"body":[{"type":"heading","level":` + tt.in + `}]}`))
		if !tt.ok {
			if !errors.Is(err, article.ErrType) {
				t.Errorf("%s: %v, want ErrType", tt.in, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.in, err)
		} else if got := a.Body[0].(*article.Heading).Level; got != tt.want {
			t.Errorf("%s: %d, want %d", tt.in, got, tt.want)
		}
	}
}

func TestJSONEncodeErrors(t *testing.T) {
	box := &article.Box{}
	box.Body = article.Blocks{box, box}
	emph := &article.Emph{}
	emph.Text = article.Inlines{emph, emph}
	tests := []struct {
		a    article.Article
		path string
		want error
	}{
		{article.Article{Title: "\xff"}, "/title", article.ErrUTF8},
		{article.Article{Extra: article.Extra{"title": json.RawMessage("1")}}, "/title", article.ErrDuplicate},
		{article.Article{Extra: article.Extra{"version": json.RawMessage("1")}}, "/version", article.ErrDuplicate},
		{article.Article{Extra: article.Extra{"x": json.RawMessage("{")}}, "/x", article.ErrSyntax},
		{article.Article{Extra: article.Extra{"x": nil}}, "/x", article.ErrSyntax},
		{article.Article{Extra: article.Extra{"x": json.RawMessage("1,2")}}, "/x", article.ErrSyntax},
		{article.Article{Published: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}, "/published", article.ErrTime},
		{article.Article{Body: article.Blocks{nil, &article.Unknown{Type: "paragraph", Raw: json.RawMessage(`{"type":"paragraph"}`)}}}, "/body/0", article.ErrType},
		{article.Article{Body: article.Blocks{&article.Unknown{Type: "x", Raw: json.RawMessage(`{"type":"y"}`)}}}, "/body/0", article.ErrType},
		{article.Article{Body: article.Blocks{&article.Divider{Extra: article.Extra{"type": json.RawMessage("1")}}}}, "/body/0/type", article.ErrDuplicate},
		{article.Article{Body: article.Blocks{box}}, "/body/0" + strings.Repeat("/body/0", 64), article.ErrTooLarge},
		{article.Article{Lead: article.Inlines{emph}}, "/lead/0" + strings.Repeat("/text/0", 64), article.ErrTooLarge},
	}
	for _, tt := range tests {
		out, err := tt.a.AppendJSON([]byte("x"))
		var e *article.Error
		if !errors.As(err, &e) || e.Path != tt.path || !errors.Is(err, tt.want) || string(out) != "x" {
			t.Errorf("AppendJSON = %s, %v, want %s: %v", out, err, tt.path, tt.want)
		}
	}
}

// TestNull holds what null does: it changes nothing, and a nil article is one.
func TestNull(t *testing.T) {
	a := article.Article{Title: "Giá lúa"}
	bs := article.Blocks{&article.Divider{}}
	in := article.Inlines{article.Text("Giá lúa")}
	if err := a.UnmarshalJSON([]byte(" null ")); err != nil || a.Title == "" {
		t.Errorf("article: %v, %+v", err, a)
	}
	if err := bs.UnmarshalJSON([]byte("null")); err != nil || len(bs) != 1 {
		t.Errorf("blocks: %v, %v", err, bs)
	}
	if err := in.UnmarshalJSON([]byte("null")); err != nil || len(in) != 1 {
		t.Errorf("inlines: %v, %v", err, in)
	}
	if got, err := (*article.Article)(nil).AppendJSON([]byte("x")); string(got) != "xnull" || err != nil {
		t.Errorf("nil article: %s, %v", got, err)
	}
}

// TestUnknownRaw writes blocks of unknown kinds as they may stand in a script
// element, and refuses those that the decoder would not read back.
func TestUnknownRaw(t *testing.T) {
	block := func(kind, raw string) article.Blocks {
		return article.Blocks{&article.Unknown{Type: kind, Raw: json.RawMessage(raw)}}
	}
	for raw, want := range map[string]string{
		"\n{\"type\" :\r\n\t\"map\",\"name\":\"a\\\"<b> &\u2028c\\\\\"}\n": `[{"type" :  ` + "\t" + `"map","name":"a\"\u003cb\u003e \u0026\u2028c\\"}]`,
		`{"n":[1e2,2.50],"type":"map"}`:                                    `[{"n":[1e2,2.50],"type":"map"}]`,
	} {
		if got, err := block("map", raw).MarshalJSON(); string(got) != want || err != nil {
			t.Errorf("%q: %s, %v; want %s", raw, got, err, want)
		}
	}
	for _, tt := range []struct {
		kind, raw string
		cause     error
	}{
		{"map", ``, article.ErrSyntax},
		{"map", `[]`, article.ErrSyntax},
		{"map", `{"type":"map"`, article.ErrSyntax},
		{"map", `{"type":"map"} 1`, article.ErrSyntax},
		{"map", `{"type":"map","x":1,"x":2}`, article.ErrDuplicate},
		{"map", `{"x":1}`, article.ErrType},
		{"map", `{"type":1}`, article.ErrType},
		{"map", `{"type":"chart"}`, article.ErrType},
		{"divider", `{"type":"divider"}`, article.ErrType},
		{"map", `{"type":"map","x":"\ud800"}`, article.ErrUTF8},
	} {
		if got, err := block(tt.kind, tt.raw).MarshalJSON(); !errors.Is(err, tt.cause) {
			t.Errorf("%s: %s, %v; want %v", tt.raw, got, err, tt.cause)
		}
	}
}

// TestBadValues takes what can be wrong inside of one value.
func TestBadValues(t *testing.T) {
	many := func(last string) string {
		var b strings.Builder
		for i := range 40 {
			fmt.Fprintf(&b, `"x%d":%d,`, i, i)
		}
		return "{" + b.String() + last + "}"
	}
	for _, tt := range []struct {
		doc, path string
		cause     error
	}{
		{"{\"title\":\"a\\n\x01\"}", "/title", article.ErrSyntax},
		{`{"title":"a\qb"}`, "/title", article.ErrSyntax},
		{`{"title":"a\`, "/title", article.ErrSyntax},
		{`{"title":"a\u12g4"}`, "/title", article.ErrSyntax},
		{`{"title":"a\u12`, "/title", article.ErrSyntax},
		{`{"title":"\ud83d\u0041"}`, "/title", article.ErrUTF8},
		{"{\"title\":\"a\\n\xff\"}", "/title", article.ErrUTF8},
		{`{"body":[{"type":"heading","level":99999999999999999999,"text":"a"}]}`, "/body/0/level", article.ErrType},
		{`{"body":[{"type":"heading","level":2.5,"text":"a"}]}`, "/body/0/level", article.ErrType},
		{`{"body":[{"type":"heading","level":-}]}`, "/body/0/level", article.ErrSyntax},
		{`{"body":[{"type":"list","ordered":trux}]}`, "/body/0/ordered", article.ErrSyntax},
		{`{"body":[{"type":"list","ordered":"true"}]}`, "/body/0/ordered", article.ErrType},
		{`{"byline":[{"name":"a","organization":"true"}]}`, "/byline/0/organization", article.ErrType},
		{`{"body":[{"type":"heading","type":"heading"}]}`, "/body/0/type", article.ErrDuplicate},
		{`{"lead":["a",{"type":"emph","text":"b"},{"type":3}]}`, "/lead/2", article.ErrType},
		{many(`"x7":1`), "/x7", article.ErrDuplicate},
		{many(`"x":nul`), "/x", article.ErrSyntax},
		{`{"tags":["a" "b"]}`, "/tags", article.ErrSyntax},
	} {
		err := new(article.Article).UnmarshalJSON([]byte(tt.doc))
		var e *article.Error
		if !errors.As(err, &e) || e.Path != tt.path || !errors.Is(err, tt.cause) {
			t.Errorf("%.80s: %v; want %v at %s", tt.doc, err, tt.cause, tt.path)
		}
	}
	var a article.Article
	if err := a.UnmarshalJSON([]byte(many(`"body":[{"type":"heading","level":2e0,"text":"a"}]`))); err != nil || len(a.Extra) != 40 || a.Body[0].(*article.Heading).Level != 2 {
		t.Errorf("%v: %+v", err, a)
	}
}

// TestListLimits crosses the limits of lists, both ways.
func TestListLimits(t *testing.T) {
	a := article.Article{Tags: make([]string, article.MaxElements+1)}
	if _, err := a.AppendJSON(nil); !errors.Is(err, article.ErrTooLarge) {
		t.Errorf("too many tags written: %v", err)
	}
	doc := `{"tags":[` + strings.Repeat(`"a",`, article.MaxElements) + `"a"]}`
	if err := a.UnmarshalJSON([]byte(doc)); !errors.Is(err, article.ErrTooLarge) {
		t.Errorf("too many tags read: %v", err)
	}
	doc = `{"title":"` + strings.Repeat("a", article.MaxBytes) + `"}`
	if err := a.UnmarshalJSON([]byte(doc)); !errors.Is(err, article.ErrTooLarge) {
		t.Errorf("too long a document read: %v", err)
	}
}
