package bench

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	machiel "github.com/Machiel/slugify"
	avelino "github.com/avelino/slugify"
	gosimple "github.com/gosimple/slug"
	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// stripMarks is the chain that the documentation of x/text and most answers on the
// web give, with the line for đ that some of them have.
func stripMarks(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	s, _, _ = transform.String(t, s)
	return strings.NewReplacer("đ", "d", "Đ", "D").Replace(s)
}

// foldText makes the key of a text for search in the same way.
func foldText(s string) string { return strings.ToLower(stripMarks(s)) }

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// tail makes a slug of ASCII, as programs do after a transliteration.
func tail(s string) string {
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(s), "-"), "-")
}

var slugPeers = []struct {
	name string
	slug func(string) string
}{
	{"vn.Slug", vn.Slug},
	{"gosimple/slug", gosimple.Make},
	{"go-unidecode+regexp", func(s string) string { return tail(unidecode.Unidecode(s)) }},
	{"Machiel/slugify", machiel.Slugify},
	{"avelino/slugify", avelino.Slugify},
	{"x/text+regexp", func(s string) string { return tail(stripMarks(s)) }},
}

func TestSlug(t *testing.T) {
	list := vectors(t, "slug")
	right(t, list, func(v vector) string { return vn.Slug(v.in) })
	for _, s := range titles() { // the peers of which we know that they can
		if got, want := vn.Slug(s), tail(stripMarks(s)); got != want {
			t.Fatalf("Slug(%q) = %q, x/text gives %q", s, got, want)
		}
	}
}

func BenchmarkSlug(b *testing.B) {
	list, checks := titles(), vectors(b, "slug")
	b.Run("vn.Slugger.Append", func(b *testing.B) {
		dst := make([]byte, 0, 1024)
		each(b, list, length, func(s string) { dst = vn.Slugger{}.Append(dst[:0], s) })
		reportRight(b, checks, func(v vector) string { return string(vn.Slugger{}.Append(nil, v.in)) })
	})
	for _, p := range slugPeers {
		b.Run(p.name, func(b *testing.B) {
			each(b, list, length, func(s string) { p.slug(s) })
			reportRight(b, checks, func(v vector) string { return p.slug(v.in) })
		})
	}
	b.Run("for_range", func(b *testing.B) { each(b, list, length, countRunes) })
}

var sink int

// countRunes is an empty loop over the text, the least that a program does that
// decodes it rune by rune.
func countRunes(s string) {
	for _, r := range s {
		sink += int(r >> 20)
	}
}

// memcpy returns a function that copies its argument.
func memcpy(n int) func(string) {
	dst := make([]byte, n)
	return func(s string) { copy(dst, s) }
}

// BenchmarkFold: the keys of titles.
func BenchmarkFold(b *testing.B) {
	list := titles()
	b.Run("vn.Fold", func(b *testing.B) { each(b, list, length, func(s string) { vn.Fold(s) }) })
	b.Run("x/text", func(b *testing.B) { each(b, list, length, func(s string) { foldText(s) }) })
}

// BenchmarkFoldClean: a text that is a key already.
func BenchmarkFoldClean(b *testing.B) {
	list := []string{vn.Fold(text(1 << 20))}
	b.Run("vn.Fold", func(b *testing.B) { each(b, list, length, func(s string) { vn.Fold(s) }) })
	b.Run("utf8.ValidString", func(b *testing.B) { each(b, list, length, func(s string) { utf8.ValidString(s) }) })
}

// BenchmarkFoldText: a long text.
func BenchmarkFoldText(b *testing.B) {
	list := []string{text(1 << 20)}
	dst := make([]byte, 0, 2<<20)
	b.Run("vn.AppendFold", func(b *testing.B) { each(b, list, length, func(s string) { dst = vn.AppendFold(dst[:0], s) }) })
	b.Run("x/text", func(b *testing.B) { each(b, list, length, func(s string) { foldText(s) }) })
	b.Run("for_range", func(b *testing.B) { each(b, list, length, countRunes) })
	b.Run("memcpy", func(b *testing.B) { each(b, list, length, memcpy(2<<20)) })
}
