package article_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/txtar"
)

// FuzzParse holds the accounting law on any text, in any form; and what Parse
// makes of it can be written.
func FuzzParse(f *testing.F) {
	for name, input := range fixtures(f) {
		f.Add(input, uint8(len(name)))
	}
	for seed := range uint64(40) {
		f.Add(newPage(newChooser(seed)).text(), uint8(seed))
	}
	for _, s := range []string{
		"Tin\nTin\nTin\n\nẢnh: A\nẢnh:\nB", "1/2/2026\n1/2/2026\n1/2/2026", "A\n\nMới nhất\nB (1/2/2026)\n(5)\nMới nhất | Cũ nhất",
		"T\n\n- a\n- b\n- c\n1. x\n2. y\n\nBox\nz\n\nĐính chính\nq", "\ufeff\n\xff\n\u200b\nT ảnh 1C\nTừ khóa: a, b",
	} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, options uint8) {
		parser := grammarParser(int(options))
		a := checkAccount(t, parser, s)
		for _, v := range checkDocument(a) {
			t.Errorf("%s: %s", v.law, v.text)
		}
	})
}

// checkAccount checks the accounting law on a text, and returns its article.
func checkAccount(t *testing.T, p *article.Parser, text string) *article.Article {
	t.Helper()
	a, notes := p.Parse(text)
	for _, broken := range account(p, inputLines(text), a, notes) {
		t.Error(broken)
	}
	return a
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

// TestAccountFixtures holds the accounting law on the pages of the fixtures.
func TestAccountFixtures(t *testing.T) {
	for name, input := range fixtures(t) {
		t.Run(name, func(t *testing.T) { checkAccount(t, new(article.Parser), input) })
	}
}
