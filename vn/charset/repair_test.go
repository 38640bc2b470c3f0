package charset_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/internal/racetest"
	"github.com/toasoan/toasoan/vn"
	"github.com/toasoan/toasoan/vn/charset"
)

// vectorWords returns the normal words of the vectors of package vn.
func vectorWords(t testing.TB) (words []string) {
	t.Helper()
	data, err := os.ReadFile("../testdata/form.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(line, "\t")
		if kind := f[0]; kind != "tone-old" && kind != "tone-new" && kind != "syllable" && kind != "nfc-repair" || len(f) < 4 {
			continue
		}
		word := f[2]
		if f[0] == "syllable" {
			word = f[1]
		}
		if _, ok := vn.ParseSyllable(word); ok && vn.Normalize(word) == word {
			words = append(words, word)
		}
	}
	if len(words) < 300 {
		t.Fatalf("%d words", len(words))
	}
	return words
}

// sentence returns an invented sentence of some words.
func sentence(r *rand.Rand, words []string) string {
	var b strings.Builder
	for i := range 4 + r.IntN(16) {
		word := words[r.IntN(len(words))]
		switch {
		case i == 0 || r.IntN(9) == 0:
			first := []rune(word)[:1]
			word = strings.ToUpper(string(first)) + strings.TrimPrefix(word, string(first))
		case r.IntN(25) == 0:
			word = strings.ToUpper(word)
		}
		if i > 0 {
			b.WriteString([]string{" ", " ", " ", " ", " ", " ", ", ", " – ", ": ", " “", "” ", " 2026 ", " (", ") "}[r.IntN(14)])
		}
		b.WriteString(word)
	}
	return b.String() + []string{".", "…", "?", ""}[r.IntN(4)]
}

// misread1258 returns how a text in UTF-8 reads in Windows-1258, the bytes that it
// leaves undefined as C1 controls.
func misread1258(t testing.TB, s string) string {
	t.Helper()
	var b strings.Builder
	for i := range len(s) {
		c, err := charmap.Windows1258.NewDecoder().String(s[i : i+1])
		if err != nil {
			t.Fatal(err)
		}
		if c == "\uFFFD" {
			c = string(rune(s[i]))
		}
		b.WriteString(c)
	}
	return b.String()
}

// TestRepairWindows1258 reads invented sentences as Windows-1258, composed and
// decomposed, once and twice, and with the marks of the code page composed.
func TestRepairWindows1258(t *testing.T) {
	words := vectorWords(t)
	words = append(words, strings.Fields("Việt Nam Cần Thơ của là người không được TP.HCM GDP World Cup 5 10% km")...)
	r := rand.New(rand.NewPCG(12, 58))
	kinds := []struct {
		name    string
		misread func(s string) string
	}{
		{"once", func(s string) string { return misread1258(t, s) }},
		{"composed", func(s string) string { return norm.NFC.String(misread1258(t, s)) }},
		{"NFD", func(s string) string { return misread1258(t, norm.NFD.String(s)) }},
		{"NFD, composed", func(s string) string { return norm.NFC.String(misread1258(t, norm.NFD.String(s))) }},
		{"twice, composed", func(s string) string { return norm.NFC.String(misread1258(t, norm.NFC.String(misread1258(t, s)))) }},
	}
	for _, kind := range kinds {
		n := racetest.Cases(1000)
		right := 0
		for range n {
			want := sentence(r, words)
			got, ok := charset.Repair(kind.misread(want))
			switch {
			case got == want && ok:
				right++
			case ok:
				t.Errorf("%s: Repair(%q misread) = %q", kind.name, want, got)
			}
		}
		if t.Logf("%s: %d of %d restored", kind.name, right, n); 100*right < 97*n {
			t.Errorf("%s: %d of %d restored", kind.name, right, n)
		}
	}
}

// cleanWords are words of languages that text is not to be changed in.
const cleanWords = `the of and naïve café résumé über façade jalapeño piñata smörgåsbord it’s “quoted” £5 €7 50°
	à où là ça été élève déjà français cœur garçon là-bas l’été forêt noël crêpe «guillemets» hôtel théâtre aïeul
	für über schön größer straße mädchen höhe „zitat“ müßte ähnlich ölpreis grüße fußball äpfel
	příliš žluťoučký kůň úpěl ďábelské ódy česká řeka škola město běžet výška čtvrtek sníh živý sítě`

// TestRepairClean leaves lines of clean text alone: Vietnamese, composed and not, and
// other languages.
func TestRepairClean(t *testing.T) {
	n := racetest.Cases(100_000)
	if testing.Short() {
		n = 10_000
	}
	words := vectorWords(t)
	lists := [][]string{words, strings.Fields(cleanWords), append(strings.Fields(cleanWords), words...)}
	r := rand.New(rand.NewPCG(4, 8))
	for range n {
		line := sentence(r, lists[r.IntN(3)])
		switch r.IntN(8) {
		case 0:
			line = norm.NFD.String(line)
		case 1:
			line = strings.ToUpper(line)
		case 2:
			line = strings.FieldsFunc(line, unicode.IsSpace)[0]
		}
		if got, ok := charset.Repair(line); ok || got != line {
			t.Errorf("Repair(%q) = %q, %v", line, got, ok)
		}
	}
}

// TestDetectCut cuts a text in UTF-8 after every byte, and before.
func TestDetectCut(t *testing.T) {
	for _, text := range []string{"Tiếng Việt", norm.NFD.String("Tiếng Việt"), "日本語 Đà Nẵng", "👍🏽 ờ"} {
		for i := range len(text) + 1 {
			for k := i; k <= len(text); k++ {
				part := text[i:k]
				// What is whole is what Go reads as letters.
				whole := strings.ContainsFunc(strings.ToValidUTF8(part, ""), func(r rune) bool {
					return r > unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsMark(r))
				})
				_, name := charset.Detect([]byte(part))
				if known := name == "utf-8"; known != (whole || part == strings.ToValidUTF8(part, "")) {
					t.Errorf("Detect(%q) = %q", part, name)
				}
			}
		}
	}
	for _, s := range []string{"Ti\xe1\xba", "\xbfng", "\xbf\xbf\xbf\xbfế", "ế\xe1\xba\xbfn\xff", "ế\xe1\xbax", "“Ti\xe1\xba", "\xe1\xba"} {
		if _, name := charset.Detect([]byte(s)); name == "utf-8" {
			t.Errorf("Detect(%q) = %q", s, name)
		}
	}
}
