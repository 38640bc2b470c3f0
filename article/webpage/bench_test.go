package webpage_test

import (
	"bytes"
	"net/url"
	"os"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
	"golang.org/x/net/html"
)

// benchPages returns the pages that are measured: those of testdata, or the
// files that WEBPAGES names, between colons.
func benchPages(b *testing.B) (pages [][]byte, bases []*url.URL, size int64) {
	if list := os.Getenv("WEBPAGES"); list != "" {
		for name := range bytes.SplitSeq([]byte(list), []byte(":")) {
			page, err := os.ReadFile(string(name))
			if err != nil {
				b.Fatal(err)
			}
			pages, bases, size = append(pages, page), append(bases, nil), size+int64(len(page))
		}
		return pages, bases, size
	}
	readPages(b, func(_ string, page []byte, want *article.Article) {
		base, err := url.Parse(want.URL)
		if err != nil {
			b.Fatal(err)
		}
		pages, bases, size = append(pages, page), append(bases, base), size+int64(len(page))
	})
	return pages, bases, size
}

// BenchmarkParse reads pages into articles; BenchmarkTree, to compare, only
// parses their HTML.
func BenchmarkParse(b *testing.B) {
	pages, bases, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i, page := range pages {
			if _, _, err := webpage.Parse(page, bases[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkTree(b *testing.B) {
	pages, _, size := benchPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, page := range pages {
			if _, err := html.Parse(bytes.NewReader(page)); err != nil {
				b.Fatal(err)
			}
		}
	}
}
