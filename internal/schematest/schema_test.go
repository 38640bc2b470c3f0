package schematest

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/everyblock"
)

// compile returns the validator of the schema, which asserts formats.
func compile(t testing.TB) (*jsonschema.Schema, object) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(article.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	const name = "article.json"
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s, doc.(object)
}

// accept reads and validates a document.
func accept(data []byte) error {
	var a article.Article
	if err := a.UnmarshalJSON(data); err != nil {
		return err
	}
	return a.Validate()
}

// beyond are the causes that the description of the schema leaves to the
// package.
var beyond = []error{article.ErrDuplicate, article.ErrUTF8, article.ErrTooLarge, article.ErrDateOrder, article.ErrURL}

// isBeyond reports whether err has no other causes.
func isBeyond(err error) bool {
	list, ok := err.(article.ErrorList)
	if !ok {
		return slices.ContainsFunc(beyond, func(cause error) bool { return errors.Is(err, cause) })
	}
	for _, e := range list {
		if !isBeyond(e) {
			return false
		}
	}
	return true
}

type verdict int

const (
	valid verdict = iota
	invalid
	lax // valid by the schema alone, as its description says
)

// compare fails unless the schema and the package agree on a document.
func compare(t *testing.T, s *jsonschema.Schema, data []byte) verdict {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	switch bySchema, byCode := s.Validate(v), accept(data); {
	case bySchema == nil && byCode == nil:
		return valid
	case bySchema == nil && isBeyond(byCode):
		return lax
	case bySchema == nil:
		t.Errorf("the schema allows what the package refuses: %v\n%s", byCode, data)
	case byCode == nil:
		t.Errorf("the package allows what the schema refuses: %v\n%s", bySchema, data)
	}
	return invalid
}

// bases returns documents to begin with: one with every kind and member, which
// is valid, and those that every release must read.
func bases(t testing.TB) (docs [][]byte) {
	every, err := everyblock.Article().AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	docs = append(docs, every)
	files, err := filepath.Glob("../../testdata/wire/v1/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no frozen documents: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, data)
	}
	return docs
}

func TestFixtures(t *testing.T) {
	s, _ := compile(t)
	for i, doc := range bases(t) {
		if got := compare(t, s, doc); i == 0 && got != valid {
			t.Errorf("not valid: %v: %s", accept(doc), doc)
		}
	}
}

// TestAgree compares random documents and mutants of them, and mutants of a
// document with every kind and member.
func TestAgree(t *testing.T) {
	s, schema := compile(t)
	docs := bases(t)
	n := 30_000
	if testing.Short() {
		n = 3_000
	}
	var count [lax + 1]int
	for seed := range uint64(n) {
		g := &generator{Rand: rand.New(rand.NewPCG(seed, 0x3d1b)), schema: schema}
		var doc object
		if seed%3 > 0 {
			doc = g.object(schema)
		} else if v, err := jsonschema.UnmarshalJSON(bytes.NewReader(pick(g, docs))); err != nil {
			t.Fatal(err)
		} else {
			doc = v.(object)
		}
		for range g.IntN(4) {
			g.mutate(doc)
		}
		data, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		count[compare(t, s, data)]++
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("%d documents: %d valid, %d invalid, %d beyond the schema", n, count[valid], count[invalid], count[lax])
	if min(count[valid], count[invalid]) < n/5 || count[lax] < n/1000 {
		t.Errorf("too few of a sort: %v", count)
	}
}

// longExponent finds numbers that the validator would write out.
var longExponent = regexp.MustCompile(`[eE][+-]?[0-9]{4}`)

// FuzzAgree compares any documents.
func FuzzAgree(f *testing.F) {
	for _, doc := range bases(f) {
		f.Add(doc)
	}
	f.Add([]byte(`{"title":"a","title":"b"}`))
	f.Add([]byte(`{"title":"\ud800"}`))
	f.Add([]byte(`{"title":"a","published":"2026-11-23T14:30:00Z","modified":"2025-01-01T00:00:00Z"}`))
	f.Add([]byte(`null`))
	s, _ := compile(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if json.Valid(data) && !longExponent.Match(data) {
			compare(t, s, data)
		}
	})
}
