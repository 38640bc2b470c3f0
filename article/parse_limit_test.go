package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// TestParseCanBeWritten checks that whatever Parse makes of a page can be
// written and passes Validate, and that what lies beyond the limits has notes.
func TestParseCanBeWritten(t *testing.T) {
	lines := func(n int, format string) string {
		var b strings.Builder
		b.WriteString("Con đường mới ra bến đò\n\n")
		for i := range n {
			fmt.Fprintf(&b, format+"\n\n", i)
		}
		return b.String()
	}
	const more = article.MaxBlocks + 1
	for name, test := range map[string]struct {
		page  string
		limit bool // lines lie beyond the limits
	}{
		"lines":       {lines(more, "Ấp số %d có nước sạch."), true},
		"lists":       {lines(more, "- Mua cát cho ấp số %d"), true},
		"links":       {"Con đường mới\n\nTin khác\n" + lines(more, "Ấp số %d có nước sạch"), true},
		"captions":    {lines(more/2, "Bà con ấp số %d đắp đường. Ảnh: Lý Thu Ngà/TTXVN"), false},
		"bylines":     {lines(more/20, "Tin: Lê A, Lê B, Lê C, Lê D, Lê E, Lê G, Lê H, Lê I, Lê K, Lê L, Lê M, Lê N, Lê O, Lê P, Lê Q, Lê R, Lê S, Lê T, Lê U, Lê V, Lê X %[1]d"), false},
		"tags":        {lines(more/8, "Từ khóa: %d, a, b, c, d, e, g, h, i, k, l, m, n, o, p, q"), false},
		"one line":    {strings.Repeat("Một câu dài. ", 1<<19), false},
		"escapes":     {lines(2, "%d"+strings.Repeat("<", article.MaxBytes/8)), true},
		"long escape": {strings.Repeat("&", article.MaxBytes/6+1000), true},
		"separators":  {lines(40, "%d"+strings.Repeat("\u2028x", 100_000)), false},
	} {
		a, notes := article.Parse(test.page)
		data, err := a.AppendJSON(nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := new(article.Article).UnmarshalJSON(data); err != nil {
			t.Errorf("%s: %d bytes of JSON: %v", name, len(data), err)
		}
		if err := a.Validate(); err != nil && a.Title != "" {
			t.Errorf("%s: %v", name, err)
		}
		beyond := 0
		for _, n := range notes {
			if n.Rule == article.RuleLimit {
				beyond++
				if !n.Dropped {
					t.Fatalf("%s: the note on line %d does not drop it", name, n.Line)
				}
			}
		}
		if (beyond > 0) != test.limit {
			t.Errorf("%s: %d lines beyond the limits, want some: %t", name, beyond, test.limit)
		}
	}
}
