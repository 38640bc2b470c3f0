package txtar_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/internal/txtar"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in   string
		want *txtar.Archive
	}{
		{"", &txtar.Archive{}},
		{"lời đầu\n", &txtar.Archive{Comment: []byte("lời đầu\n")}},
		{"-- input --\nmột\n\nhai\n-- json --\n", &txtar.Archive{Sections: []txtar.Section{
			{Name: "input", Data: []byte("một\n\nhai\n")}, {Name: "json"}}}},
		{"-- --\n--x--\n -- a --\n-- b --", &txtar.Archive{
			Comment: []byte("-- --\n--x--\n -- a --\n"), Sections: []txtar.Section{{Name: "b"}}}},
		{"-- a --\r\nb\r\n", &txtar.Archive{Comment: []byte("-- a --\r\nb\r\n")}},
	}
	for _, tt := range tests {
		got := txtar.Parse([]byte(tt.in))
		if diff := cmp.Diff(tt.want, got, cmp.Transformer("string", func(b []byte) string { return string(b) })); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

func TestSet(t *testing.T) {
	a := txtar.Parse([]byte("chú thích\n-- input --\nmột\n"))
	a.Set("input", []byte("hai"))
	a.Set("notes", nil)
	const want = "chú thích\n-- input --\nhai\n-- notes --\n"
	if got := string(a.Format()); got != want {
		t.Errorf("Format() = %q, want %q", got, want)
	}
	if got := string(a.Get("input")); got != "hai\n" {
		t.Errorf("Get(input) = %q", got)
	}
	if got := a.Get("html"); got != nil {
		t.Errorf("Get(html) = %q, want nil", got)
	}
}

// FuzzFormat checks that what is formatted reads back as it was.
func FuzzFormat(f *testing.F) {
	f.Add("lời đầu\n-- input --\nmột\n-- html --\n")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) == 0 || s[len(s)-1] != '\n' {
			s += "\n"
		}
		first := txtar.Parse([]byte(s)).Format()
		second := txtar.Parse(first).Format()
		if diff := cmp.Diff(string(first), string(second)); diff != "" {
			t.Errorf("Format changes (-want +got):\n%s", diff)
		}
	})
}
