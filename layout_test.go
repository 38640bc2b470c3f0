package toasoan_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// maxLines bounds the files that people read: one thing a file.
const maxLines = 600

// TestFileLength holds the files that are not generated to maxLines, those of
// the nested modules too.
func TestFileLength(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		generated := bytes.HasPrefix(data, []byte("// Code generated ")) || bytes.Contains(data, []byte("\n// Code generated "))
		if n := bytes.Count(data, []byte("\n")); n > maxLines && !generated {
			t.Errorf("%s has %d lines, more than %d", path, n, maxLines)
		}
		return nil
	})
	if err != nil || files < 100 {
		t.Fatalf("%d files read: %v", files, err)
	}
}
