package article

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/toasoan/toasoan/internal/txtar"
)

func TestZZ(t *testing.T) {
	files, _ := filepath.Glob("../testdata/articles/*.txt")
	var pool []string
	check := func(name string, lines []string) bool {
		d := new(Article)
		var kept []string
		for _, s := range lines {
			if strings.TrimSpace(s) == "" {
				continue
			}
			kept = append(kept, s)
			d.Body = append(d.Body, &Paragraph{Text: Inlines{Text(s)}})
		}
		page := strings.Join(kept, "\n\n")
		want, _ := Parse(page)
		new(Parser).Refine(d)
		w, err := want.AppendJSON(nil)
		if err != nil {
			t.Error(name, err)
		}
		g, _ := d.AppendJSON(nil)
		if string(w) != string(g) {
			t.Errorf("%s: Parse and Refine differ:\n%s\n%s", name, w, g)
			return false
		}
		// again
		b := new(Article)
		if err := b.UnmarshalJSON(g); err != nil {
			t.Fatal(err)
		}
		notes := new(Parser).Refine(b)
		h, _ := b.AppendJSON(nil)
		if string(h) != string(g) {
			t.Errorf("%s: again (-first +again):\n%s\n%v\n%s", name, cmp.Diff(d, b, cmpopts.EquateEmpty()), notes, page)
			return false
		}
		if err := want.Validate(); err != nil && want.Title != "" {
			t.Errorf("%s: %v\n%s", name, err, page)
			return false
		}
		return true
	}
	for _, f := range files {
		data, _ := os.ReadFile(f)
		in := string(txtar.Parse(data).Get("input"))
		lines := splitLines(in)
		check(f, lines)
		pool = append(pool, lines...)
	}
	fails := 0
	for i := range 30000 {
		r := rand.New(rand.NewPCG(uint64(i), 1))
		n := 1 + r.IntN(14)
		var lines []string
		for range n {
			k := r.IntN(len(pool))
			lines = append(lines, pool[k])
			if r.IntN(6) == 0 {
				lines = append(lines, pool[k])
			}
		}
		if !check("random", lines) {
			// reduce
			if fails++; fails > 6 {
				return
			}
		}
	}
}
