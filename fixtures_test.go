package toasoan_test

import (
	"bytes"
	"encoding"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/txtar"
	"github.com/toasoan/toasoan/render"
)

// TestFixtures takes every file of testdata/articles down the whole street:
// the text of a page in; the article as JSON, its HTML and the notes out.
// testdata/articles/README.md says what the sections mean.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			testFixture(t, file)
		})
	}
}

func testFixture(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ar := txtar.Parse(data)
	opts := fixtureOptions(t, ar)
	a, notes := opts.article(t, ar)

	var doc, html bytes.Buffer
	if err := render.JSON(&doc, a, &render.JSONOptions{Indent: "  "}); err != nil {
		t.Fatal(err)
	}
	if err := render.HTML(&html, a, &opts.html); err != nil {
		t.Fatal(err)
	}
	checkRoundTrip(t, a)

	got := txtar.Parse(data)
	got.Set("json", doc.Bytes())
	got.Set("html", markSpaces(html.Bytes()))
	if ar.Get("input.json") == nil {
		got.Set("notes", formatNotes(notes))
	}
	if ar.Get("draft.json") != nil {
		checkRefined(t, &opts.parser, a)
	}
	if *update {
		if err := os.WriteFile(file, got.Format(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(ar.Format()), string(got.Format())); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// checkRoundTrip asserts that the wire format loses nothing of a, and that it
// is written in one way only.
func checkRoundTrip(t *testing.T, a *article.Article) {
	t.Helper()
	first, err := a.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := new(article.Article)
	if err := b.UnmarshalJSON(first); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, b, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("JSON gives another article (-want +got):\n%s", diff)
	}
	second, err := b.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("JSON changes when it is decoded and encoded:\n%s\n%s", first, second)
	}
}

// checkRefined asserts that a, a draft that was refined, is not changed by
// refining it again.
func checkRefined(t *testing.T, p *article.Parser, a *article.Article) {
	t.Helper()
	b := a.Clone()
	p.Refine(b)
	if diff := cmp.Diff(a, b, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("refined again, the article changes (-once +twice):\n%s", diff)
	}
}

// fixture holds what a fixture's section "options" sets.
type fixture struct {
	parser article.Parser
	html   render.HTMLOptions
}

// article returns what the fixture's input says: the text of a page in the
// section "input", a draft to be refined in "draft.json", or an article in
// "input.json".
func (f *fixture) article(t *testing.T, ar *txtar.Archive) (*article.Article, []article.Note) {
	t.Helper()
	if page := ar.Get("input"); page != nil {
		return f.parser.Parse(unmarkSpaces(page))
	}
	doc, isDraft := ar.Get("input.json"), false
	if doc == nil {
		doc, isDraft = ar.Get("draft.json"), true
	}
	a := new(article.Article)
	if err := a.UnmarshalJSON(doc); err != nil {
		t.Fatal(err)
	}
	if !isDraft {
		return a, nil
	}
	return a, f.parser.Refine(a)
}

// fixtureOptions reads the section "options", a "name: value" a line.
func fixtureOptions(t *testing.T, ar *txtar.Archive) *fixture {
	t.Helper()
	f := new(fixture)
	for line := range strings.Lines(string(ar.Get("options"))) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "parser.tone":
			set(t, &f.parser.Form.Tone, value)
		case "parser.firstislead":
			f.parser.FirstIsLead = value == "true"
		case "parser.label": // the text of a label of related stories
			f.parser.Labels = map[string]article.LinkKind{value: article.LinkRelated}
		case "html.tone":
			set(t, &f.html.Tone, value)
		case "html.alt":
			set(t, &f.html.Alt, value)
		case "html.titlelevel":
			f.html.TitleLevel, _ = strconv.Atoi(value)
		case "html.idprefix":
			f.html.IDPrefix = value
		case "html.url": // a prefix for every URL
			f.html.URL = func(u string) string { return value + u }
		case "html.headingid": // a fixed id; "" leaves it out
			f.html.HeadingID = func(*article.Heading) string { return value }
		case "html.time": // a layout of package time
			f.html.Time = func(t time.Time) string { return t.Format(value) }
		case "html.block": // a class for every figure
			f.html.Block = func(w *render.HTMLWriter, b article.Block) bool {
				if _, ok := b.(*article.Figure); !ok {
					return false
				}
				w.Markup(`<div class="anh">`)
				w.Block(b)
				w.Markup("</div>\n")
				return true
			}
		default:
			t.Fatalf("unknown option %q", line)
		}
	}
	return f
}

// set sets an option to the value of that name.
func set(t *testing.T, option encoding.TextUnmarshaler, name string) {
	t.Helper()
	if err := option.UnmarshalText([]byte(name)); err != nil {
		t.Fatal(err)
	}
}

func formatNotes(notes []article.Note) []byte {
	var b bytes.Buffer
	for _, n := range notes {
		dropped := ""
		if n.Dropped {
			dropped = " (dropped)"
		}
		fmt.Fprintf(&b, "%d %s%s: %s\n", n.Line, n.Rule, dropped, n.Text)
	}
	return markSpaces(b.Bytes())
}

// markSpaces adds a $ to each line that ends in white space, so that editors
// and readers see it.
func markSpaces(data []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(data) {
		text := bytes.TrimSuffix(line, []byte("\n"))
		b.Write(text)
		if bytes.HasSuffix(text, []byte(" ")) || bytes.HasSuffix(text, []byte("\t")) || bytes.HasSuffix(text, []byte("$")) {
			b.WriteByte('$')
		}
		b.Write(line[len(text):])
	}
	return b.Bytes()
}

// unmarkSpaces undoes markSpaces.
func unmarkSpaces(data []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		text := strings.TrimSuffix(line, "\n")
		b.WriteString(strings.TrimSuffix(text, "$"))
		b.WriteString(line[len(text):])
	}
	return b.String()
}
