package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

func TestRun(t *testing.T) {
	tests := []struct {
		args         []string
		prefix, want string
	}{
		{nil, "HTML\n\n<article", "\nJSON\n\n{\n  \"version\": 1,\n"},
		{[]string{"-html"}, "<article", ">Quang cảnh phiên chợ sáng 14/11.</figcaption>"},
		{[]string{"-json"}, "{\n  \"version\": 1,", `"title": "Hợp tác xã Cồn Sậy`},
		{[]string{"-page"}, "<!doctype html>", `property="og:title"`},
	}
	for _, tt := range tests {
		var out, notes strings.Builder
		if err := run(tt.args, &out, &notes); err != nil {
			t.Errorf("run(%q): %v", tt.args, err)
		}
		if !strings.HasPrefix(out.String(), tt.prefix) || !strings.Contains(out.String(), tt.want) {
			t.Errorf("run(%q) does not begin with %q or lacks %q:\n%s", tt.args, tt.prefix, tt.want, out.String())
		}
		if !strings.Contains(notes.String(), "Phản hồi") {
			t.Errorf("run(%q): no note on the line it drops:\n%s", tt.args, notes.String())
		}
	}
}

// TestSample holds what the sample shows a newcomer.
func TestSample(t *testing.T) {
	a, _ := article.Parse(sample)
	var kinds []string
	for b := range a.Body.All() {
		switch b := b.(type) {
		case *article.Paragraph:
			kinds = append(kinds, "paragraph")
		case *article.Heading:
			kinds = append(kinds, "heading")
		case *article.Figure:
			kinds = append(kinds, "figure")
			if b.Caption.Text.PlainText() == "" {
				t.Error("a figure has no caption")
			}
		}
	}
	const want = "figure paragraph figure heading paragraph paragraph"
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("body = %s, want %s", got, want)
	}
	if len(a.Byline) != 1 || a.Byline[0].Name != "Hạ Miên" {
		t.Errorf("byline = %v", a.Byline)
	}
	if len(a.Related) != 3 || len(a.Related[0].Links) != 2 {
		t.Errorf("related = %v, want three blocks, two links in the first", a.Related)
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
}

func TestRunErrors(t *testing.T) {
	dir := t.TempDir()
	latin := filepath.Join(dir, "latin.txt")
	if err := os.WriteFile(latin, []byte("Ti\xeang Vi\xeat"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{filepath.Join(dir, "none.txt")}, {latin}, {dir}, {"a", "b"}, {"-xml"}} {
		var out strings.Builder
		err := run(args, &out, &strings.Builder{})
		if err == nil || strings.Contains(err.Error(), "\n") || out.Len() > 0 {
			t.Errorf("run(%q) = %v, output %q; want an error of one line and no output", args, err, out.String())
		}
	}
}
