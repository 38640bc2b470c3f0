package webpage_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
)

// readPages calls test with each page of testdata/pages and the article that
// it should become.
func readPages(t testing.TB, test func(name string, page []byte, want *article.Article)) {
	t.Helper()
	names, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(names) < 24 {
		t.Fatalf("%d pages: %v", len(names), err)
	}
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(strings.TrimSuffix(name, ".html") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		want := new(article.Article)
		if err := json.Unmarshal(data, want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		test(strings.TrimSuffix(filepath.Base(name), ".html"), page, want)
	}
}

// TestPages reads the pages of testdata/pages. What is wanted of them is
// written by hand.
func TestPages(t *testing.T) {
	readPages(t, func(name string, page []byte, want *article.Article) {
		t.Run(name, func(t *testing.T) {
			base, err := url.Parse(want.URL)
			if err != nil {
				t.Fatal(err)
			}
			got, _, err := webpage.Parse(page, base)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(indented(t, want), indented(t, got)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if err := got.Validate(); err != nil {
				t.Error(err)
			}
		})
	})
}

// indented returns the JSON of an article, line by line.
func indented(t testing.TB, a *article.Article) string {
	t.Helper()
	data, err := a.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", " "); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
