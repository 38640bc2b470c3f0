package webpage_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article/webpage"
)

// TestReadme reads the page that the README of the root shows, and compares
// the article with the one that it shows.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "```html\n")
	page, rest, ok2 := strings.Cut(rest, "```\n")
	_, rest, ok3 := strings.Cut(rest, "```json\n")
	shown, _, ok4 := strings.Cut(rest, "```\n")
	if !ok || !ok2 || !ok3 || !ok4 {
		t.Fatal("README.md shows no page and its article")
	}
	base, err := url.Parse("https://baolang.example/van-hoa/hoi-lang.html")
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := webpage.Parse([]byte(page), base)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := json.Indent(&want, []byte(strings.TrimSpace(shown)), "", " "); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), indented(t, a)); diff != "" {
		t.Errorf("-README.md +got\n%s", diff)
	}
}
