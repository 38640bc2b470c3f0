package vn_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// findTexts are texts in which the needles of the benchmarks are not.
func findTexts() map[string]string {
	text := formText(1 << 17)
	return map[string]string{
		"NFC": text, "NFD": norm.NFD.String(text),
		"look-alikes": strings.ReplaceAll(strings.ReplaceAll(text, "o", "\u043E"), " ", " \u200B"),
	}
}

func BenchmarkFoldIndex(b *testing.B) {
	for name, text := range findTexts() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if start, _ := vn.FoldIndex(text, "kinh phiên"); start >= 0 {
					b.Fatal(start)
				}
			}
		})
	}
}
