package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn/charset"
)

// quickstart runs the program with its standard streams as strings.
func quickstart(in string, args ...string) (out, errs string, err error) {
	var o, e strings.Builder
	err = run(context.Background(), cli.Std{In: strings.NewReader(in), Out: &o, Err: &e}, args)
	return o.String(), e.String(), err
}

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
		out, errs, err := quickstart("", tt.args...)
		if err != nil {
			t.Errorf("quickstart %q: %v", tt.args, err)
		}
		if !strings.HasPrefix(out, tt.prefix) || !strings.Contains(out, tt.want) {
			t.Errorf("quickstart %q does not begin with %q or lacks %q:\n%s", tt.args, tt.prefix, tt.want, out)
		}
		if !strings.Contains(errs, "Phản hồi") {
			t.Errorf("quickstart %q: no note on the line it drops:\n%s", tt.args, errs)
		}
	}
}

// TestTone holds that the program puts the article in one style, and says so before
// anything else.
func TestTone(t *testing.T) {
	const text = "Chợ nổi trên rạch Mương Dừa\n\nHoà khí với nhau thì chợ mới bền, ông Tư nói vậy và ai cũng hòa theo."
	tests := []struct {
		tone, text, says string
	}{
		{"", "Hòa khí", "all in the old style, 1 word changed, the first from Hoà to Hòa"},
		{"old", "Hòa khí", "all in the old style, 1 word changed, the first from Hoà to Hòa"},
		{"new", "cũng hoà theo", "all in the new style, 1 word changed, the first from hòa to hoà"},
		{"keep", "Hoà khí", "each word keeps its style"},
	}
	for _, tt := range tests {
		args := []string{"-html", "-"}
		if tt.tone != "" {
			args = append([]string{"-tone", tt.tone}, args...)
		}
		out, errs, err := quickstart(text, args...)
		want := "read: standard input, 3 lines in utf-8\nmade: an article, \"Chợ nổi trên rạch Mương Dừa\", of 1 paragraph\ntone: " + tt.says + "\n"
		if err != nil || !strings.Contains(out, tt.text) || errs != want {
			t.Errorf("-tone %s: %v, %s%s, want %q and %s", tt.tone, err, out, errs, tt.text, want)
		}
	}
}

func TestDecodes(t *testing.T) {
	old, err := charset.TCVN3.NewEncoder().String("Chợ nổi họp lại\n\nBà con mừng, ghe xuồng về đông hơn mọi năm.\n")
	if err != nil {
		t.Fatal(err)
	}
	out, errs, err := quickstart(old, "-html", "-")
	if err != nil || !strings.Contains(out, "<h1>Chợ nổi họp lại</h1>") || !strings.Contains(errs, "3 lines in tcvn3\n") {
		t.Errorf("%v, %s%s", err, out, errs)
	}
	out, errs, err = quickstart("Cho*. no^?i ho.p la.i\n", "-html", "-from", "viqr", "-")
	if err != nil || !strings.Contains(out, "<h1>Chợ nổi họp lại</h1>") || !strings.Contains(errs, "1 line in viqr\n") {
		t.Errorf("-from viqr: %v, %s%s", err, out, errs)
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
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for _, tt := range []struct {
		status int
		args   []string
	}{
		{1, []string{filepath.Join(dir, "none.txt")}}, {1, []string{file("latin.txt", "Tin\nstra\xDFe")}}, {1, []string{file("empty.txt", "\n")}},
		{1, []string{file("picture.txt", "GIF\x00")}}, {1, []string{dir}}, {2, []string{"a", "b"}}, {2, []string{"-xml"}}, {2, []string{"-tone", "mới"}},
	} {
		out, errs, err := quickstart("", tt.args...)
		if cli.Status(err) != tt.status || strings.Contains(err.Error(), "\n") || out+errs != "" || tt.status == 1 && !strings.HasPrefix(err.Error(), tt.args[0]+": ") {
			t.Errorf("quickstart %q = %v, output %q; want an error of one line and the status %d", tt.args, err, out+errs, tt.status)
		}
	}
	if out, _, err := quickstart("", "-h"); !errors.Is(err, flag.ErrHelp) || !strings.Contains(out, "-tone") {
		t.Errorf("-h: %v, %s", err, out)
	}
}
