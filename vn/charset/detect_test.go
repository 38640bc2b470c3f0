package charset_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/internal/racetest"
	"github.com/toasoan/toasoan/vn"
	"github.com/toasoan/toasoan/vn/charset"
)

// syllables returns the legal syllables of the tables of package vn.
func syllables(t testing.TB) (all []string) {
	column := func(name string) (lines [][]string) {
		data, err := os.ReadFile("../testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if f := strings.Split(line, "\t"); len(f) > 1 && f[0][0] != '#' {
				lines = append(lines, f)
			}
		}
		return lines
	}
	for _, rime := range column("rimes.txt") {
		for coda := range strings.FieldsSeq(rime[1]) {
			for _, onset := range column("onsets.txt") {
				for tone := vn.ToneNgang; tone <= vn.ToneNang; tone++ {
					y := vn.Syllable{
						Onset: strings.Trim(onset[0], "0"),
						Rime:  rime[0] + strings.Trim(coda, "-"),
						Tone:  tone,
					}
					s := y.String()
					if z, ok := vn.ParseSyllable(s); ok && z == y {
						all = append(all, s)
					}
				}
			}
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) < 10000 {
		t.Fatalf("%d syllables", len(all))
	}
	return all
}

// TestDetectRates detects random syllables and prints the share of each answer.
func TestDetectRates(t *testing.T) {
	all := syllables(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	trials := racetest.Cases(400)
	if testing.Short() {
		trials = 100
	}
	for i, e := range slices.Concat(charset.All(), charset.All()) {
		upper := i >= len(charset.All())
		if e == charset.VIQR || upper && e == charset.TCVN3 {
			continue
		}
		var row strings.Builder
		for n := 1; n <= 32; n *= 2 {
			right, wrong, asked := 0, 0, 0
			for range trials {
				words := make([]string, n)
				for i := range words {
					words[i] = all[rnd.IntN(len(all))]
					if upper {
						words[i] = strings.ToUpper(words[i])
					}
				}
				text := strings.Join(words, " ")
				b, err := e.NewEncoder().Bytes([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				got, name := charset.Detect(b)
				if name == "utf-8" && utf8.Valid(b) {
					continue // no syllable has a mark
				}
				asked++
				switch {
				case got == nil:
				case decode(t, got, string(b)) == text:
					right++
				default:
					wrong++
					if n >= 4 {
						t.Errorf("%v: Detect of %q is %s", e, text, name)
					}
				}
			}
			fmt.Fprintf(&row, " %d: %.1f%% right, %d wrong;", n, 100*float64(right)/float64(asked), wrong)
			if n >= 16 && float64(right) < 0.99*float64(asked) {
				t.Errorf("%v, capitals %v: %d of %d right with %d syllables", e, upper, right, asked, n)
			}
		}
		t.Logf("%v, capitals %v:%s", e, upper, row.String())
	}
}

func TestDetect(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "utf-8"},
		{"Vietnam", "utf-8"},
		{"Tiếng Việt", "utf-8"},
		{"tie^'ng Vie^.t", "utf-8"},
		{"\xFF\xFE", ""},
		{"TiÕng ViÖt rÊt ®Ñp vµ giµu ©m s¾c", "tcvn3"},
		{"“Hµ NéI” lµ thñ ®« cña n\u00ADíc ViÖt Nam – mïa thu …", "tcvn3"},
		{"Hoäi nghò ñaõ thoâng qua nghò quyeát môùi", "vni"},
		{"Vieät Nam", ""},
	}
	for _, tt := range tests {
		in := tt.in
		if tt.want != "utf-8" {
			b, err := charmap.Windows1252.NewEncoder().String(in)
			if err == nil {
				in = b
			}
		}
		e, name := charset.Detect([]byte(in))
		if name != tt.want || (e == nil) != (name == "" || name == "utf-8") {
			t.Errorf("Detect(%q) = %v, %q; want %q", tt.in, e, name, tt.want)
		}
	}
}

// TestDetectForeign detects text that is not Vietnamese, whole and word by word.
func TestDetectForeign(t *testing.T) {
	n := 0
	for _, f := range rows(t, "foreign.tsv") {
		b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(f[1]))
		if err != nil {
			t.Fatalf("%s: %v", f[1], err)
		}
		n++
		if e, name := charset.Detect(b); e != nil {
			t.Errorf("%s: Detect(%q) = %s", f[0], f[1], name)
		}
		if got, ok := charset.Repair(f[1]); ok {
			t.Errorf("%s: Repair(%q) = %q", f[0], f[1], got)
		}
		words := strings.FieldsFunc(f[1], func(r rune) bool { return !unicode.IsLetter(r) })
		for _, w := range words {
			b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(w))
			if err != nil {
				t.Fatal(err)
			}
			if e, name := charset.Detect(b); e != nil {
				t.Errorf("%s: Detect(%q) = %s", f[0], w, name)
			}
		}
	}
	if n < 60 {
		t.Errorf("%d texts", n)
	}
}

func TestRepair(t *testing.T) {
	kinds := map[string][2][]string{}
	for _, f := range rows(t, "vectors.tsv") {
		if kind, ok := strings.CutPrefix(f[0], "mojibake-"); ok {
			k := kinds[kind]
			kinds[kind] = [2][]string{append(k[0], f[1]), append(k[1], f[2])}
		}
	}
	if len(kinds) != 3 {
		t.Fatalf("%d kinds", len(kinds))
	}
	for kind, k := range kinds {
		for _, sep := range []string{" ", "\n", ", "} {
			in, want := strings.Join(k[0], sep), strings.Join(k[1], sep)
			if got, ok := charset.Repair(in); got != want || !ok {
				t.Errorf("%s: Repair(%q) = %q, %v; want %q", kind, in, got, ok, want)
			}
		}
	}
	const text = "Hà Nội: “thủ đô” của Việt Nam, đường phố đông người"
	latin1 := func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			b.WriteRune(rune(s[i]))
		}
		return b.String()
	}
	windows := func(s string) string {
		s = latin1(s)
		d := charmap.Windows1252.NewDecoder()
		var b strings.Builder
		for _, r := range s {
			c, _ := d.String(string([]byte{byte(r)}))
			if c == "\uFFFD" {
				c = string(r)
			}
			b.WriteString(c)
		}
		return b.String()
	}
	for _, e := range charset.All()[:6] {
		want := text
		b, err := e.NewEncoder().String(text)
		if err != nil {
			if b, err = e.NewEncoder().String(strings.NewReplacer("“", "", "”", "").Replace(text)); err != nil {
				t.Fatal(err)
			}
			want = strings.NewReplacer("“", "", "”", "").Replace(text)
		}
		for _, in := range []string{latin1(b), windows(b), windows(windows(b))} {
			if got, ok := charset.Repair(in); got != want || !ok {
				t.Errorf("%v: Repair(%q) = %q, %v", e, in, got, ok)
			}
		}
	}
	for _, in := range []string{latin1(text), windows(text), windows(windows(text)), latin1(latin1(text)), latin1(norm.NFD.String(text))} {
		if got, ok := charset.Repair(in); got != text || !ok {
			t.Errorf("Repair(%q) = %q, %v", in, got, ok)
		}
	}
	for _, s := range []string{"", "Vietnam", text, "cá và cà", "thì là", "Ã", "cá", "\xFF", "习近平 Ã ", norm.NFD.String(text)} {
		if got, ok := charset.Repair(s); got != s || ok {
			t.Errorf("Repair(%q) = %q, %v", s, got, ok)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct{ label, want string }{
		{"windows-1258", "windows-1258"}, {"CP1258", "windows-1258"}, {" x-cp1258\n", "windows-1258"}, {"Windows_1258", "windows-1258"},
		{"VISCII", "viscii"}, {"csVISCII", "viscii"}, {"VISCII1.1-1", "viscii"},
		{"TCVN3", "tcvn3"}, {"TCVN-3", "tcvn3"}, {"ABC", "tcvn3"}, {".VnTime", "tcvn3"}, {"TCVN5712-3", "tcvn3"},
		{"TCVN5712-1:1993", "tcvn5712"}, {"TCVN-5712", "tcvn5712"}, {"TCVN", "tcvn5712"}, {"x-viet-tcvn5712", "tcvn5712"}, {"ISO-IR-180", "tcvn5712"},
		{"x-viet-vps", "vps"}, {"VNI-Windows", "vni"}, {"csVIQR", "viqr"},
		{"utf-8", ""}, {"", ""}, {"windows-1252", ""}, {"ví", ""}, {strings.Repeat("-", 100) + "vni", ""},
	}
	for _, tt := range tests {
		if e, name := charset.Lookup(tt.label); name != tt.want || (e == nil) != (name == "") {
			t.Errorf("Lookup(%q) = %v, %q; want %q", tt.label, e, name, tt.want)
		}
	}
	for _, e := range charset.All() {
		if got, _ := charset.Lookup(name(e)); got != e {
			t.Errorf("Lookup(%v) = %v", e, got)
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add([]byte("TiÕng ViÖt"), "TiÕng ViÖt")
	f.Add([]byte("ng Vi\u1ec7t N\xe1"), misread1258(f, "Tiếng Việt của người dân"))
	f.Add([]byte("\x87t"), norm.NFC.String(misread1258(f, norm.NFD.String("Tiếng Việt"))))
	f.Fuzz(func(t *testing.T, b []byte, s string) {
		e, name := charset.Detect(b)
		if got, _ := charset.Lookup(name); got != e {
			t.Errorf("Detect(%q) = %v, %q", b, e, name)
		}
		if got, ok := charset.Repair(s); !ok && got != s {
			t.Errorf("Repair(%q) = %q, false", s, got)
		}
	})
}
