package webpage_test

import (
	"net/url"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
)

// TestConcurrent uses one parser from several goroutines: each page gives what
// it gives alone.
func TestConcurrent(t *testing.T) {
	p := &webpage.Parser{Sites: []webpage.Site{{Host: "khong.example", Body: "khong"}}}
	var group sync.WaitGroup
	readPages(t, func(name string, page []byte, want *article.Article) {
		base, err := url.Parse(want.URL)
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			group.Go(func() {
				got, _, err := p.Parse(page, base)
				if err != nil {
					t.Errorf("%s: %v", name, err)
				} else if diff := cmp.Diff(want.Title, got.Title); diff != "" || len(want.Body) != len(got.Body) {
					t.Errorf("%s: %d blocks, want %d; title -want +got\n%s", name, len(got.Body), len(want.Body), diff)
				}
			})
		}
	})
	group.Wait()
}
