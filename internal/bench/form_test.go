package bench

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
	"github.com/toasoan/toasoan/vn/charset"
)

// A formPeer normalizes text; style is the tone style that is asked for.
type formPeer struct {
	name   string
	string func(s string, style vn.ToneStyle) string
}

var formPeers = []formPeer{
	{"vn.Form.String", func(s string, style vn.ToneStyle) string { return vn.Form{Tone: style}.String(s) }},
	{"norm.NFC.String", func(s string, _ vn.ToneStyle) string { return norm.NFC.String(s) }},
}

// check normalizes the input of v in the style that its kind asks for.
func (p formPeer) check(v vector) string {
	return p.string(v.in, map[string]vn.ToneStyle{"old-style": vn.OldStyle, "new-style": vn.NewStyle}[v.kind])
}

func TestForm(t *testing.T) { right(t, vectors(t, "form"), formPeers[0].check) }

// run measures f on one text.
func run(b *testing.B, name, s string, f func(string)) {
	b.Run(name, func(b *testing.B) { each(b, []string{s}, length, f) })
}

// BenchmarkNormal: text that is normal already.
func BenchmarkNormal(b *testing.B) {
	s, checks := text(1<<20), vectors(b, "form")
	run(b, "vn.Form.IsNormal", s, func(s string) { vn.Form{}.IsNormal(s) })
	for _, p := range formPeers {
		b.Run(p.name, func(b *testing.B) {
			each(b, []string{s}, length, func(s string) { p.string(s, vn.KeepStyle) })
			reportRight(b, checks, p.check)
		})
	}
	run(b, "norm.NFC.IsNormalString", s, func(s string) { norm.NFC.IsNormalString(s) })
	run(b, "utf8.ValidString", s, func(s string) { utf8.ValidString(s) })
	run(b, "memcpy", s, memcpy(len(s)))
}

// BenchmarkNormalHard: legal syllables drawn at random, of which none is frequent.
func BenchmarkNormalHard(b *testing.B) {
	s := syllables(1 << 20)
	old := vn.Form{Tone: vn.OldStyle}
	run(b, "vn.Form.IsNormal", s, func(s string) { vn.Form{}.IsNormal(s) })
	run(b, "vn.Form.IsNormal,old_style", s, func(s string) { old.IsNormal(s) })
	run(b, "norm.NFC.IsNormalString", s, func(s string) { norm.NFC.IsNormalString(s) })
	run(b, "utf8.ValidString", s, func(s string) { utf8.ValidString(s) })
}

// BenchmarkNFD: decomposed text.
func BenchmarkNFD(b *testing.B) {
	s := norm.NFD.String(text(1 << 20))
	dst := make([]byte, 0, 2*len(s))
	run(b, "vn.Form.Append", s, func(s string) { vn.Form{}.Append(dst, s) })
	run(b, "vn.Form.String", s, func(s string) { vn.Form{}.String(s) })
	run(b, "norm.NFC.AppendString", s, func(s string) { norm.NFC.AppendString(dst, s) })
	run(b, "norm.NFC.String", s, func(s string) { norm.NFC.String(s) })
}

// The peers that read Windows-1258. charmap leaves the tone marks apart, so NFC
// has to follow.
var windows1258 = []struct {
	name   string
	decode func(s string) string
}{
	{"charset.Windows1258", func(s string) string {
		s, _ = charset.Windows1258.NewDecoder().String(s)
		return s
	}},
	{"charmap.Windows1258", func(s string) string {
		s, _ = charmap.Windows1258.NewDecoder().String(s)
		return s
	}},
	{"charmap.Windows1258+NFC", func(s string) string {
		s, _ = charmap.Windows1258.NewDecoder().String(s)
		return norm.NFC.String(s)
	}},
}

func TestWindows1258(t *testing.T) {
	right(t, vectors(t, "windows1258"), func(v vector) string { return windows1258[0].decode(v.in) })
	s := text(1 << 16)
	if got := windows1258[0].decode(inWindows1258(t, s)); got != s {
		t.Error("the text changes on its way through Windows-1258")
	}
}

func inWindows1258(t testing.TB, s string) string {
	s, err := charset.Windows1258.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func BenchmarkWindows1258(b *testing.B) {
	s, checks := inWindows1258(b, text(1<<20)), vectors(b, "windows1258")
	for _, p := range windows1258 {
		b.Run(p.name, func(b *testing.B) {
			each(b, []string{s}, length, func(s string) { p.decode(s) })
			reportRight(b, checks, func(v vector) string { return p.decode(v.in) })
		})
	}
}
