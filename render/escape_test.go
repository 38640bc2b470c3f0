package render_test

import (
	"bytes"
	"html"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/render"
)

// attacks returns the hostile strings of testdata/attacks.txt.
func attacks(t testing.TB) (ss []string) {
	t.Helper()
	data, err := os.ReadFile("testdata/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		s, err := strconv.Unquote(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		ss = append(ss, s)
	}
	return ss
}

var escapeTests = []struct{ in, want string }{
	{"", ""},
	{"Thành ủy Cần Thơ: “đổi mới…” – 12,64%", "Thành ủy Cần Thơ: “đổi mới…” – 12,64%"},
	{`<a href="x">'&'</a>`, "&lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt;"},
	{"a\tb\nc", "a\tb\nc"},
	{"a\r\nb\rc\n\rd\r", "a\nb\nc\n\nd\n"},
	{"\x00a\x1b\x7f\u0080b\u009f", "ab"},
	{"a\u00a0b", "a\u00a0b"},
	{"\xff\xfe", "\uFFFD\uFFFD"},
	{"\xe1\xbaB", "\uFFFD\uFFFDB"},
	{"\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"},
	{"\xc0\xbc", "\uFFFD\uFFFD"},
	{"\uFFFD", "\uFFFD"},
	{"\uFFFE\uFFFF\uFDD0\U0001FFFE\U0010FFFF", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
	{"\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", ""},
	{"\u200B\u200D\u2010\u2028\u2029\u202F\u2060\u2065\u206A", "\u200B\u200D\u2010\u2028\u2029\u202F\u2060\u2065\u206A"},
	{"日本 한국 👨‍👩‍👧 مرحبا ﷽ \ufeff", "日本 한국 👨‍👩‍👧 مرحبا ﷽ \ufeff"},
}

func TestEscape(t *testing.T) {
	for _, tt := range escapeTests {
		for _, pad := range []string{"", "0123456789abcdef", "Đường sắt đô thị "} {
			in, want := pad+tt.in+pad, pad+tt.want+pad
			if got := string(render.AppendText(nil, in)); got != want {
				t.Errorf("appendText(%q) = %q, want %q", in, got, want)
			}
			if got := render.CleanText(in); got != html.UnescapeString(want) {
				t.Errorf("cleanText(%q) = %q, want %q", in, got, html.UnescapeString(want))
			}
		}
	}
}

// TestEscapeEveryRune compares the automaton with the slow path on each rune.
func TestEscapeEveryRune(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		compareEscape(t, string(r))
		if r < 0x3000 {
			compareEscape(t, "15 bytes before"+string(r)+"15 bytes behind")
		}
	}
}

// TestEscapeAlignments compares them for each byte value, and each pair with
// what may begin or end a rune, at each offset from the blocks of 16 bytes.
func TestEscapeAlignments(t *testing.T) {
	edges := []string{"", "\x80", "\xbf", "\xc2", "\xc3", "\xd8", "\xe0", "\xe1", "\xe1\xba", "\xe2", "\xe2\x80", "\xe2\x81", "\xed", "\xef", "\xef\xbf", "\xf0\x9f", "<"}
	for b := range 256 {
		for offset := range 34 {
			for _, edge := range edges {
				pad := strings.Repeat("x", offset)
				compareEscape(t, pad+edge+string([]byte{byte(b)})+pad)
				compareEscape(t, pad+string([]byte{byte(b)})+edge+"ệ"+pad)
			}
		}
	}
}

func compareEscape(t testing.TB, s string) {
	t.Helper()
	var fast, slow [128]byte
	got, want := render.AppendText(fast[:0], s), render.AppendTextSlowly(slow[:0], s)
	if !bytes.Equal(got, want) {
		t.Fatalf("appendText(%q) = %q, slowly %q", s, got, want)
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range attacks(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		compareEscape(t, s)
		got := string(render.AppendText(nil, s))
		if !utf8.ValidString(got) || strings.ContainsAny(got, "<>\"'\r\x00\u202e") {
			t.Errorf("appendText(%q) = %q", s, got)
		}
		if c := render.CleanText(s); html.UnescapeString(got) != c || render.CleanText(c) != c {
			t.Errorf("cleanText(%q) = %q, escaped %q", s, c, got)
		}
	})
}
