package article_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/internal/racetest"
)

// TestGenerated holds the codec to its promise on random articles: nothing is
// lost, and what is written once is written the same ever after.
func TestGenerated(t *testing.T) {
	n := 2000
	if testing.Short() {
		n = 200
	}
	for seed := range uint64(n) {
		a := newGenerator(seed).article()
		out, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !json.Valid(out) || bytes.ContainsAny(out, "<>&\u2028\u2029\n\r") {
			t.Fatalf("seed %d: not fit for a line or a script element: %s", seed, out)
		}
		var back article.Article
		if err := back.UnmarshalJSON(out); err != nil {
			t.Fatalf("seed %d: %v in %s", seed, err, out)
		}
		again, err := back.AppendJSON(nil)
		if err != nil || !bytes.Equal(out, again) {
			t.Fatalf("seed %d: %v, written twice:\n%s\n%s", seed, err, out, again)
		}
		if seed%8 == 0 { // cmp is slow
			if d := cmp.Diff(a, &back, sameJSON); d != "" {
				t.Fatalf("seed %d: lost (-want +got):\n%s", seed, d)
			}
			if d := cmp.Diff(a, a.Clone(), sameJSON); d != "" {
				t.Fatalf("seed %d: Clone (-want +got):\n%s", seed, d)
			}
		}
		_, _ = a.Validate(), a.Warnings()
	}
}

// TestMarshalAlike encodes generated articles in every way that encoding/json
// has: the document is always the same.
func TestMarshalAlike(t *testing.T) {
	type page struct {
		Value   article.Article
		Pointer *article.Article
		List    []article.Article
		Any     any
	}
	for seed := range uint64(200) {
		a := newGenerator(seed).article()
		out, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		want := compact(t, out) // as encoding/json does with unknown blocks
		marshal := func(v any) string {
			b, err := json.Marshal(v)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			return string(b)
		}
		if got := marshal(*a); got != want {
			t.Fatalf("seed %d: by value:\n%s, want\n%s", seed, got, want)
		}
		if got := marshal(a); got != want {
			t.Fatalf("seed %d: by pointer:\n%s, want\n%s", seed, got, want)
		}
		got := marshal(page{*a, a, []article.Article{*a}, *a})
		if nested := `{"Value":` + want + `,"Pointer":` + want + `,"List":[` + want + `],"Any":` + want + `}`; got != nested {
			t.Fatalf("seed %d: nested:\n%s, want\n%s", seed, got, nested)
		}
		if body := marshal(a.Body); len(a.Body) > 0 && !strings.Contains(want, `"body":`+body) {
			t.Fatalf("seed %d: body %s is not in %s", seed, body, want)
		}
		if lead := marshal(a.Lead); len(a.Lead) > 0 && !strings.Contains(want, `"lead":`+lead) {
			t.Fatalf("seed %d: lead %s is not in %s", seed, lead, want)
		}
		var parts struct {
			Lead article.Inlines
			Body article.Blocks
		}
		if err := json.Unmarshal(out, &parts); err != nil {
			t.Fatal(err)
		}
		if marshal(parts.Body) != marshal(a.Body) || marshal(parts.Lead) != marshal(a.Lead) {
			t.Fatalf("seed %d: Blocks and Inlines lost something of %s", seed, out)
		}
	}
}

func compact(t *testing.T, data []byte) string {
	var b bytes.Buffer
	if err := json.Compact(&b, data); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarshalEmpty(t *testing.T) {
	type parts struct {
		Lead article.Inlines
		Body article.Blocks
		A    *article.Article
	}
	got, err := json.Marshal(parts{})
	if want := `{"Lead":"","Body":[],"A":null}`; err != nil || string(got) != want {
		t.Errorf("json.Marshal = %s, %v, want %s", got, err, want)
	}
	v := parts{Lead: text("a"), Body: article.Blocks{para("b")}}
	if err := json.Unmarshal([]byte(`{"Lead":null,"Body":null}`), &v); err != nil || len(v.Lead) != 1 || len(v.Body) != 1 {
		t.Errorf("null changed %v, %v", v, err)
	}
}

func TestAppendJSONAllocs(t *testing.T) {
	if racetest.Enabled {
		t.Skip("the race detector makes pools forget")
	}
	a := benchArticle(3)
	buf := make([]byte, 0, 64<<10)
	n := testing.AllocsPerRun(100, func() {
		if _, err := a.AppendJSON(buf); err != nil {
			t.Fatal(err)
		}
	})
	if n != 0 {
		t.Errorf("AppendJSON with room allocates %v times, want 0", n)
	}
}

func TestMarshalJSONAllocs(t *testing.T) {
	if racetest.Enabled {
		t.Skip("the race detector makes pools forget")
	}
	a := benchArticle(3)
	for name, marshal := range map[string]func() ([]byte, error){
		"Article": a.MarshalJSON, "Blocks": a.Body.MarshalJSON, "Inlines": article.Inlines{article.Text("a"), article.Break{}}.MarshalJSON,
	} {
		n := testing.AllocsPerRun(100, func() {
			if _, err := marshal(); err != nil {
				t.Fatal(err)
			}
		})
		if n != 1 {
			t.Errorf("MarshalJSON of %s allocates %v times, want 1", name, n)
		}
	}
}

// TestLinear decodes hostile documents, and encodes those that are valid.
func TestLinear(t *testing.T) {
	each := func(open string, unit func(i int) string, end string) func(n int) []byte {
		return func(n int) []byte {
			b := []byte(open)
			for i := range n {
				b = append(b, unit(i)...)
			}
			return append(b, end...)
		}
	}
	repeat := func(open, unit, end string) func(n int) []byte {
		return each(open, func(int) string { return unit }, end)
	}
	number := func(format string) func(int) string {
		return func(i int) string { return fmt.Sprintf(format, i) }
	}
	for name, make := range map[string]func(n int) []byte{
		"open lists":               repeat("", "[", ""),
		"open objects":             each("", number(`{"a%d":`), ""),
		"boxes without type first": repeat(`{"body":[`, `{"body":[`, ""),
		"types last":               each(`{"body":[`, number(`{"x":{"y":[%d]},"type":"divider"},`), `{"type":"divider"}]}`),
		"escapes":                  each(`{"title":"`, func(i int) string { return fmt.Sprintf(`\u1e%02x`, i%256) }, `"}`),
		"quotes":                   each(`{"tags":["`, number(`\"a%d`), `"]}`),
		"strings that do not end":  repeat(`{"body":[{"type`, `\"`, ``),
		"tags":                     each(`{"tags":["a"`, number(`,"lúa %d"`), `]}`),
		"the same name":            repeat(`{"x":{`, `"a":1,`, `"a":1}}`),
		"many names":               each(`{"x":1`, number(`,"n%d":2.50`), `}`),
		"digits":                   repeat(`{"x":`, "9", "}"),
		"zeros":                    repeat(`{"body":[{"type":"heading","level":2.`, "0", "}]}"),
		"white space":              repeat(`{"body":[`, " ", "]}"),
		"inlines":                  each(`{"lead":[`, number(`{"text":"a%d","type":"emph"},`), `"a"]}`),
		"paragraphs":               each(`{"body":[`, number(`{"type":"paragraph","text":"Đoạn %d"},`), `{"type":"divider"}]}`),
		"links":                    each(`{"related":[{"links":[`, number(`{"title":"Tin %d"},`), `{"title":"Tin"}]}]}`),
	} {
		lineartest.Check(t, name, 4000, func(n int) func() {
			data := make(n)
			return func() {
				var a article.Article
				if a.UnmarshalJSON(data) == nil {
					_, _ = a.AppendJSON(nil)
				}
			}
		})
	}
}

// selfContaining returns articles that hold themselves, once and twice.
func selfContaining() map[string]*article.Article {
	box := &article.Box{Title: "Hộp"}
	box.Body = article.Blocks{para("Chữ trong hộp."), box}
	twice := &article.Quote{}
	twice.Body = article.Blocks{twice, twice}
	gallery := &article.Gallery{Figures: []*article.Figure{photo("a.jpg", "", "Ảnh")}}
	holder := &article.Box{}
	holder.Body = article.Blocks{gallery, holder, holder}
	emph := &article.Emph{}
	emph.Text = article.Inlines{article.Text("nhấn "), emph, emph}
	list := &article.List{}
	list.Items = []article.Blocks{{list, para("Mục.")}}
	return map[string]*article.Article{
		"box":     {Title: "Tít", Body: article.Blocks{box}},
		"quote":   {Title: "Tít", Body: article.Blocks{twice}},
		"list":    {Title: "Tít", Body: article.Blocks{list}},
		"gallery": {Title: "Tít", Body: article.Blocks{holder}},
		"emph":    {Title: "Tít", Lead: article.Inlines{emph}},
	}
}

func TestSelfContaining(t *testing.T) {
	for name, a := range selfContaining() {
		t.Run(name, func(t *testing.T) {
			if _, err := a.AppendJSON(nil); !errors.Is(err, article.ErrTooLarge) {
				t.Errorf("AppendJSON: %v, want ErrTooLarge", err)
			}
			if err := a.Validate(); !errors.Is(err, article.ErrTooLarge) {
				t.Errorf("Validate() = %.100v, want ErrTooLarge", err)
			}
			n := 0
			for range a.Body.All() {
				n++
			}
			if n > article.MaxBlocks {
				t.Errorf("All gave %d blocks", n)
			}
			_, _, _ = a.PlainText(), a.Counts(), a.Warnings()
			if s := a.Excerpt(50); len([]rune(s)) > 50 {
				t.Errorf("Excerpt(50) = %q", s)
			}
			a.MapText(func(s string) string { return s })
			if a.Clone() == nil {
				t.Error("no clone")
			}
		})
	}
}

// TestMemberOrder decodes generated articles with their members in the order
// of the alphabet: nothing depends on the order.
func TestMemberOrder(t *testing.T) {
	for seed := range uint64(300) {
		out, err := newGenerator(seed).article().AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		want := sorted(t, out)
		var a article.Article
		if err := a.UnmarshalJSON(want); err != nil {
			t.Fatalf("seed %d: %v in %s", seed, err, want)
		}
		again, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := sorted(t, again); !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %s, want %s", seed, got, want)
		}
	}
}

// sorted returns the document with the members of each object in order.
func sorted(t *testing.T, data []byte) []byte {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
