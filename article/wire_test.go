package article_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// TestWireFrozen reads the documents of testdata/wire/v1. They may be added
// to and never edited: every later release must read them without loss.
func TestWireFrozen(t *testing.T) {
	files, _ := filepath.Glob("../testdata/wire/v1/*.json")
	if len(files) == 0 {
		t.Fatal("no frozen documents")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var a article.Article
		if err := a.UnmarshalJSON(data); err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if out, err := a.AppendJSON(nil); err != nil || !bytes.Equal(out, bytes.TrimSpace(data)) {
			t.Errorf("%s: written as %s, %v", file, out, err)
		}
	}
}
