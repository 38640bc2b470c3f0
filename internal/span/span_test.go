package span_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/span"
)

const closer = "\xD8\xEF"

// stop refuses one rune in each range that scanners ask for, and one that they
// do not.
func stop(r rune) bool {
	return r == '&' || r == 0x85 || r == 0xBF || r == 0x2028 || r == 0x203F || r == 0x2040 || r == 0x2066 || r == 'ế'
}

var scanner = span.New(stop, closer)

// want is Span by a loop over the runes.
func want(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		asked := r < 0xC0 || 0x2000 <= r && r < 0x2080
		if r == utf8.RuneError && size == 1 || r > 0xFFFF || asked && stop(r) || strings.IndexByte(closer, s[i]) >= 0 {
			return i
		}
		i += size
	}
	return len(s)
}

func check(t *testing.T, s string) {
	t.Helper()
	if got := scanner.Span(s); got != want(s) {
		t.Errorf("Span(%q) = %d, want %d", s, got, want(s))
	}
}

// TestSpan takes every byte, alone and in a rune, at every offset from the
// blocks in which a scanner looks at a text, and cuts the text behind it.
func TestSpan(t *testing.T) {
	for offset := range 35 {
		pad := strings.Repeat("ă", offset/2) + strings.Repeat("a", offset%2)
		for b := range 256 {
			for _, s := range []string{string([]byte{byte(b)}), string([]byte{0xE1, byte(b)}), string([]byte{0xE1, 0xBA, byte(b)}),
				string([]byte{0xC2, byte(b)}), string([]byte{0xE2, byte(b), 0x80}), string([]byte{0xE2, 0x80, byte(b)}),
				string([]byte{0xE2, 0x81, byte(b)}), string([]byte{0xE0, byte(b), 0x80}), string([]byte{0xED, byte(b), 0x80}),
				string([]byte{0xF0, byte(b), 0x80, 0x80})} {
				check(t, pad+s)
				check(t, pad+s+"tiếng Việt có dấu")
			}
		}
	}
}

func FuzzSpan(f *testing.F) {
	f.Add("Tiếng Việt & \xff \u2028 “…”")
	f.Fuzz(check)
}

func BenchmarkSpan(b *testing.B) {
	var text strings.Builder
	for i := range 40000 {
		text.WriteString([]string{"lúa ", "ở ấp ", "đường ", "còn ", "một người ", "“cao” "}[i*i%7919%6])
	}
	s := text.String()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if scanner.Span(s) != len(s) {
			b.Fatal("stopped")
		}
	}
}
