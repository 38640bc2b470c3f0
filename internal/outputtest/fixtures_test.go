package outputtest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/txtar"
)

// fixtures calls f for the article of each file of testdata/articles.
func fixtures(t *testing.T, f func(t *testing.T, a *article.Article)) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d fixtures: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a := new(article.Article)
		if err := a.UnmarshalJSON(txtar.Parse(data).Get("json")); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { f(t, a) })
	}
}

// attacks returns the hostile strings of package render.
func attacks(t testing.TB) (ss []string) {
	t.Helper()
	data, err := os.ReadFile("../../render/testdata/attacks.txt")
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
	if len(ss) < 300 {
		t.Fatalf("only %d hostile strings", len(ss))
	}
	return ss
}
