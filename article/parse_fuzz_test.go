package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/txtar"
	"github.com/toasoan/toasoan/vn"
)

// FuzzParse checks that no text makes Parse panic or lose a line, in any form.
func FuzzParse(f *testing.F) {
	for name, input := range fixtures(f) {
		f.Add(input, uint8(len(name)))
	}
	for _, s := range []string{
		"Tin\nTin\nTin\n\nẢnh: A\nẢnh:\nB", "1/2/2026\n1/2/2026\n1/2/2026", "A\n\nMới nhất\nB (1/2/2026)\n(5)\nMới nhất | Cũ nhất",
		"T\n\n- a\n- b\n- c\n1. x\n2. y\n\nBox\nz\n\nĐính chính\nq", "\ufeff\n\xff\n\u200b\nT ảnh 1C\nTừ khóa: a, b",
	} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, tone uint8) {
		p := &Parser{Form: vn.Form{Tone: vn.ToneStyle(tone % 3)}, Labels: map[string]LinkKind{"Tin hay": "hay"}}
		checkLaw(t, p, s)
		a, _ := p.Parse(s)
		if !utf8.ValidString(a.Title) {
			t.Errorf("title %q is not valid UTF-8", a.Title)
		}
	})
}

// fixtures returns the inputs in testdata/articles by name.
func fixtures(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	inputs := make(map[string]string)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if input := txtar.Parse(data).Get("input"); input != nil {
			inputs[strings.TrimSuffix(filepath.Base(file), ".txt")] = string(input)
		}
	}
	return inputs
}

func TestLaw(t *testing.T) {
	for name, input := range fixtures(t) {
		t.Run(name, func(t *testing.T) { checkLaw(t, new(Parser), input) })
	}
}
