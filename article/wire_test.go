package article_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// frozen are the documents of testdata/wire/v1, which every later release
// must read without loss, with their SHA-256. Lines may be added here and
// never changed: a document that was published once cannot be taken back.
var frozen = map[string]string{
	"everything.json":   "45c30ab4d74144e05379b717344ff50e212baeefe7b2bf0f02061ec1ff52ec68",
	"organization.json": "4ee1ac2ee1ccd6425daed0a51327a94aa4a8d64aa9220177fb970af321ee4ff9",
}

func TestWireFrozen(t *testing.T) {
	files, err := filepath.Glob("../testdata/wire/v1/*.json")
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, file := range files {
		name := filepath.Base(file)
		seen[name] = true
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != frozen[name] {
			t.Errorf("%s has the SHA-256 %s, want %q: these files are never edited", file, got, frozen[name])
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
	for name := range frozen {
		if !seen[name] {
			t.Errorf("%s is gone", name)
		}
	}
}
