package jsonenc_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/jsonenc"
)

// check compares AppendString with package encoding/json and Plain with a
// loop over the runes.
func check(t *testing.T, s string) {
	t.Helper()
	got, valid := jsonenc.AppendString(nil, s)
	want, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	// What is escaped may be escaped in more than one way.
	var a, b string
	if json.Unmarshal(got, &a) != nil || json.Unmarshal(want, &b) != nil || a != b {
		t.Errorf("AppendString(%q) = %s, want %s", s, got, want)
	}
	if bytes.ContainsAny(got, "<>&\u2028\u2029\n") || valid != utf8.ValidString(s) {
		t.Errorf("AppendString(%q) = %s, %t", s, got, valid)
	}
	n := 0
	for i, r := range s {
		if r < ' ' || r == '"' || r == '\\' || r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			break
		}
		n = i + len(string(r))
	}
	if got := jsonenc.Plain(s); got != n {
		t.Errorf("Plain(%q) = %d, want %d", s, got, n)
	}
}

// TestBytes takes every pair of bytes that may begin something, at every
// offset from the blocks in which the scanners look at a text.
func TestBytes(t *testing.T) {
	for offset := range 18 {
		pad := strings.Repeat("ă", offset/2) + strings.Repeat("a", offset%2)
		for b := range 256 {
			check(t, pad+string([]byte{byte(b)})+"bcdefghijklmnopqrstuvwxyz")
			check(t, pad+string([]byte{0xE1, 0xBA, byte(b)})+"tiếng Việt có dấu")
			check(t, pad+string([]byte{0xE2, 0x80, byte(b)})+"tiếng Việt có dấu")
			check(t, pad+string([]byte{0xF0, byte(b), 0x80, 0x80}))
			check(t, pad+string([]byte{0xED, byte(b), 0x80})+pad)
		}
	}
}

func TestAppendString(t *testing.T) {
	tests := []struct {
		in, want string
		valid    bool
	}{
		{"", `""`, true},
		{"Tiếng Việt", `"Tiếng Việt"`, true},
		{"</script>&\u2028\u2029\"\\\b\f\n\r\t\x00\x7f", `"\u003c/script\u003e\u0026\u2028\u2029\"\\\b\f\n\r\t\u0000` + "\x7f\"", true},
		{"a\xffb\xe1\xba", `"a\ufffdb\ufffd\ufffd"`, false},
		{"“trích” – dẫn…", `"“trích” – dẫn…"`, true},
	}
	for _, tt := range tests {
		got, valid := jsonenc.AppendString(nil, tt.in)
		if string(got) != tt.want || valid != tt.valid {
			t.Errorf("AppendString(%q) = %s, %t; want %s, %t", tt.in, got, valid, tt.want, tt.valid)
		}
	}
}

func FuzzAppendString(f *testing.F) {
	f.Add("Tiếng Việt </script> \xff \u2028 “…”")
	f.Fuzz(check)
}

func BenchmarkAppendString(b *testing.B) {
	var text strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&text, "Đoạn thứ %d nói về giá lúa ở ấp %d, “còn cao” theo lời bà con. ", i*7919%1000, i*104729%777)
	}
	s, dst := text.String(), make([]byte, 0, 2*text.Len())
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		dst, _ = jsonenc.AppendString(dst[:0], s)
	}
}
