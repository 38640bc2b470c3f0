package article_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/racetest"
)

// A heavy document has groups of units, each of which is large in memory for
// its length.
type heavy struct {
	open, unit, close string
	objects           int // of one unit, unknown members included
	most              int // units of a group, at the most; 0 is MaxElements
}

// heavies are what takes the most memory a byte, by kind of unit.
var heavies = map[string]heavy{
	"people":          {`{"type":"figure","caption":{"credit":{"people":[`, `""`, `]}}}`, 0, 0},
	"escaped people":  {`{"type":"figure","caption":{"credit":{"people":[`, `"\n"`, `]}}}`, 0, 0},
	"texts":           {`{"type":"paragraph","text":[`, `"a"`, `]}`, 0, 0},
	"escaped texts":   {`{"type":"paragraph","text":[`, `"\n"`, `]}`, 0, 0},
	"33 x 16 texts":   {`{"type":"paragraph","text":[`, `"a"`, `]}`, 0, 33 * 16},
	"breaks":          {`{"type":"paragraph","text":[`, `{"type":"break"}`, `]}`, 0, 0},
	"unknown inlines": {`{"type":"paragraph","text":[`, `{"type":""}`, `]}`, 0, 0},
	"emphasis":        {`{"type":"paragraph","text":[`, `{"type":"emph"}`, `]}`, 1, 0},
	"emphasis, more":  {`{"type":"paragraph","text":[`, `{"type":"emph","":0}`, `]}`, 2, 0},
	"rows":            {`{"type":"table","rows":[`, `[]`, `]}`, 0, 0},
	"items":           {`{"type":"list","items":[`, `[]`, `]}`, 0, 0},
	"cells":           {`{"type":"table","rows":[[`, `{}`, `]]}`, 1, 0},
	"rows of a cell":  {`{"type":"table","rows":[`, `[{}]`, `]}`, 1, 0},
	"links":           {`{"type":"links","links":[`, `{}`, `]}`, 1, 0},
	"links, more":     {`{"type":"links","links":[`, `{"":0}`, `]}`, 2, 0},
	"images, more":    {`{"type":"links","links":[`, `{"image":{"":0},"":0}`, `]}`, 4, 0},
	"sources, more":   {`{"type":"links","links":[`, `{"image":{"sources":[{"":0}],"":0},"":0}`, `]}`, 6, 0},
	"one link, more":  {``, `{"type":"links","links":[{"":0}],"":0}`, ``, 4, 0},
	"figures, more": {`{"type":"gallery","figures":[`, `{"type":"figure","image":{"":0},"caption":{"":0,"credit":{"":0}},"":0}`,
		`]}`, 8, article.MaxBlocks / 2},
}

// document returns a document of n bytes, or fewer if the limits ask for it:
// the units of h, and in the room that is left those of rest.
func (h heavy) document(n int, rest heavy) string {
	var b strings.Builder
	b.WriteString(`{"version":1,"body":[{"type":"divider"}`)
	objects := 100
	for _, h := range []heavy{h, rest} {
		if h.most == 0 {
			h.most = article.MaxElements - 1
		}
		for {
			room := n - b.Len() - len(h.open) - len(h.close) - len(",]}")
			units := min(h.most, room/len(h.unit+","))
			if h.objects > 0 {
				units = min(units, (article.MaxObjects-objects)/h.objects)
			}
			if h.open == "" { // a unit is a block
				units = min(units, article.MaxBlocks-1000)
			}
			if units < 1 {
				break
			}
			b.WriteString("," + h.open + strings.TrimSuffix(strings.Repeat(h.unit+",", units), ",") + h.close)
			if objects += units*h.objects + 10; h.open == "" {
				break
			}
		}
	}
	return b.String() + "]}"
}

// TestHeld decodes documents that are as long as can be. What is held
// afterwards is at most 16 times MaxBytes.
func TestHeld(t *testing.T) {
	n := article.MaxBytes
	if racetest.Enabled || testing.Short() {
		n /= 4
	}
	for name, h := range heavies {
		doc := []byte(h.document(n, heavies["texts"]))
		var a article.Article
		var err error
		held := live(func() { err = a.UnmarshalJSON(doc) })
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%-16s %8d bytes, holds %5.2f times", name, len(doc), float64(held)/float64(len(doc)))
		if held > 16*article.MaxBytes {
			t.Errorf("%s: an article of %d bytes holds %d MB", name, len(doc), held>>20)
		}
		runtime.KeepAlive(&a)
		runtime.KeepAlive(doc)
	}
}

// live returns by how many bytes f makes the heap larger for good.
func live(f func()) int64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC() // pools lose what they hold
	runtime.ReadMemStats(&before)
	f()
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return int64(after.HeapAlloc) - int64(before.HeapAlloc)
}

// TestObjectLimit crosses [article.MaxObjects], both ways. What may just be
// read is written and read again.
func TestObjectLimit(t *testing.T) {
	const line = article.MaxElements / 2
	read := func(n int) (a article.Article, err error) { // with n objects
		var b strings.Builder
		fmt.Fprintf(&b, `{"body":[{"type":"table","caption":"a","rows":[`)
		for n -= 2; n > 0; n -= line {
			fmt.Fprintf(&b, `[%s],`, strings.TrimSuffix(strings.Repeat(`{},`, min(n, line)), ","))
		}
		err = a.UnmarshalJSON([]byte(b.String() + `[]]}]}`))
		return a, err
	}
	a, err := read(article.MaxObjects)
	if err != nil {
		t.Fatal(err)
	}
	out, err := a.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := new(article.Article).UnmarshalJSON(out); err != nil {
		t.Error(err)
	}
	a.Body[0].(*article.Table).Rows[0][0].Extra = article.Extra{"x": []byte("1")}
	if _, err := a.AppendJSON(nil); !isTooLarge(err, "/body/0/rows/7/49997") {
		t.Errorf("one member more written: %v", err)
	}
	if _, err := read(article.MaxObjects + 1); !isTooLarge(err, "/body/0/rows/7/49998") {
		t.Errorf("one object more read: %v", err)
	}
}

// isTooLarge reports whether err is [article.ErrTooLarge] at path.
func isTooLarge(err error, path string) bool {
	var e *article.Error
	return errors.As(err, &e) && errors.Is(err, article.ErrTooLarge) && e.Path == path
}

// TestReadIsWritten reads documents near [article.MaxBytes] that are longer
// when they are written: what can be read can be written, and the longest of
// each kind still can be read.
func TestReadIsWritten(t *testing.T) {
	for name, tt := range map[string]struct {
		open, unit, close string
		written           int // length of a unit
		grows             int // length of what else is added
	}{
		"less-than":      {`{"version":1,"title":"`, `<`, `"}`, 6, 0},
		"without escape": {`{"version":1,"title":"`, `a`, `"}`, 1, 0},
		"no version":     {`{"title":"`, `a`, `"}`, 1, len(`"version":1,`)},
		"ampersands":     {`{"title":"`, `&`, `"}`, 6, len(`"version":1,`)},
		"separators":     {`{"title":"`, "\u2028", `"}`, 6, len(`"version":1,`)},
		"unknown":        {`{"version":1,"x":["`, ">", `"]}`, 6, 0},
		"unknown block":  {`{"version":1,"body":[{"type":"x","y":"`, "\u2029", `"}]}`, 6, 0},
		"names":          {`{"version":1,"`, ">", `":0}`, 6, 0},
		"integer":        {`{"version":1,"body":[{"type":"figure","image":{"width":1e9,"height":20e1}}],"title":"`, `a`, `"}`, 1, len("1000000000") - len("1e9")},
	} {
		if racetest.Enabled && name != "less-than" {
			continue // 16 MB take it half a minute, and one passes through all of the code
		}
		room := article.MaxBytes - tt.grows - len(tt.open) - len(tt.close)
		for _, more := range []int{0, 1} {
			doc := tt.open + strings.Repeat(tt.unit, room/tt.written+more) + tt.close
			var a article.Article
			err := a.UnmarshalJSON([]byte(doc))
			if more == 1 {
				if !isTooLarge(err, "") {
					t.Errorf("%s: one unit too many: %v", name, err)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if out, err := a.AppendJSON(nil); err != nil {
				t.Errorf("%s: read and not written: %v", name, err)
			} else if len(out) < article.MaxBytes-2*tt.written {
				t.Errorf("%s: written with %d bytes, want almost %d", name, len(out), article.MaxBytes)
			}
		}
	}
}
