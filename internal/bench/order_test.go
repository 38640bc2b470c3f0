package bench

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/toasoan/toasoan/vn"
)

// orderSyllables returns legal syllables of many onsets, rimes and tones in
// lower, title and upper case.
func orderSyllables() (words []string) {
	onsets := strings.Fields("b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x")
	rimes := strings.Fields("a ă â e ê i o ô ơ u ư y an ăn ân en ên in on ôn ơn un ưn iên ươn uôn ao âu êu oa oe uy uê oan oai ươi uya anh ach ông")
	for _, onset := range append(onsets, "") {
		for _, rime := range rimes {
			for tone := vn.ToneNgang; tone <= vn.ToneNang; tone++ {
				y := vn.Syllable{Onset: onset, Rime: rime, Tone: tone}
				s := y.String()
				if _, ok := vn.ParseSyllable(s); !ok {
					continue
				}
				_, first := utf8.DecodeRuneInString(s)
				words = append(words, s, strings.ToUpper(s[:first])+s[first:], strings.ToUpper(s))
			}
		}
	}
	return words
}

// TestOrderAgreesWithCollate compares the order of single syllables with that
// of the Unicode Collation Algorithm with the Vietnamese tailoring.
func TestOrderAgreesWithCollate(t *testing.T) {
	c := collate.New(language.Vietnamese)
	words := orderSyllables()
	if len(words) < 5000 {
		t.Fatalf("only %d words", len(words))
	}
	state := uint32(1)
	next := func() string { // a fixed sequence of words
		state = state*1664525 + 1013904223
		return words[int(state>>8)%len(words)]
	}
	for range 300_000 {
		a, b := next(), next()
		if got, want := vn.Compare(a, b), c.CompareString(a, b); got != want {
			t.Fatalf("Compare(%q, %q) = %d, collate says %d", a, b, got, want)
		}
	}
	for i, a := range words[:len(words)-1] { // neighbours differ in little
		b := words[i+1]
		if got, want := vn.Compare(a, b), c.CompareString(a, b); got != want {
			t.Fatalf("Compare(%q, %q) = %d, collate says %d", a, b, got, want)
		}
	}
}

// orderTitles returns titles of random syllables in random case.
func orderTitles() []string {
	words := orderSyllables()
	titles := make([]string, 4096)
	state := uint32(7)
	for i := range titles {
		var b strings.Builder
		for range 10 {
			state = state*1664525 + 1013904223
			b.WriteString(words[int(state>>8)%len(words)] + " ")
		}
		titles[i] = strings.TrimSpace(b.String())
	}
	return titles
}

// TestKeysAgreeWithCompare checks on such titles that keys order as Compare
// does.
func TestKeysAgreeWithCompare(t *testing.T) {
	titles := orderTitles()
	for i, a := range titles[1:] {
		b := titles[i]
		ka, kb := vn.OrderDictionary.AppendKey(nil, a), vn.OrderDictionary.AppendKey(nil, b)
		if got, want := bytes.Compare(ka, kb), vn.Compare(a, b); got != want {
			t.Fatalf("keys of %q and %q: %d, Compare says %d", a, b, got, want)
		}
	}
}

// before returns a check that compare puts the first text of a vector before
// the second.
func before(compare func(a, b string) int) func(v vector) string {
	return func(v vector) string {
		if compare(v.in, v.want) < 0 && compare(v.want, v.in) > 0 {
			return v.want
		}
		return ""
	}
}

func TestOrder(t *testing.T) { right(t, vectors(t, "order"), before(vn.Compare)) }

// BenchmarkKey: sort keys of titles.
func BenchmarkKey(b *testing.B) {
	list := titles()
	b.Run("vn.Order.AppendKey", func(b *testing.B) {
		dst := make([]byte, 0, 1024)
		each(b, list, length, func(s string) { dst = vn.OrderDictionary.AppendKey(dst[:0], s) })
	})
	b.Run("collate.KeyFromString", func(b *testing.B) {
		c := collate.New(language.Vietnamese)
		var buf collate.Buffer
		each(b, list, length, func(s string) { c.KeyFromString(&buf, s); buf.Reset() })
	})
}

// BenchmarkCompare: titles, each with the one before.
func BenchmarkCompare(b *testing.B) {
	list, checks := titles(), vectors(b, "order")
	c := collate.New(language.Vietnamese)
	for _, p := range []struct {
		name    string
		compare func(a, b string) int
	}{{"vn.Compare", vn.Compare}, {"collate.CompareString", c.CompareString}} {
		b.Run(p.name, func(b *testing.B) {
			last := ""
			each(b, list, length, func(s string) { p.compare(last, s); last = s })
			reportRight(b, checks, before(p.compare))
		})
	}
}
