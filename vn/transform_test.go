package vn_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// TestTransformerEveryChunk cuts the seeds at every size.
func TestTransformerEveryChunk(t *testing.T) {
	for _, s := range formSeeds {
		for chunk := 1; chunk <= min(len(s), 80)+1; chunk++ {
			checkTransformer(t, vn.Form{}, s, chunk, 64)
		}
	}
}

func TestTransformerReader(t *testing.T) {
	s := norm.NFD.String(formText(20000)) + strings.Repeat("a\u0301\u0301", 3000) + strings.Repeat("\u0323", 9000)
	want := vn.Normalize(s)
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(s), "bytes": iotest.OneByteReader(strings.NewReader(s)), "halves": iotest.HalfReader(strings.NewReader(s)),
	} {
		got, err := io.ReadAll(transform.NewReader(r, vn.Form{}.NewTransformer()))
		if err != nil || string(got) != want {
			t.Errorf("%s: %d bytes, %v, want %d", name, len(got), err, len(want))
		}
	}
	var b strings.Builder
	w := transform.NewWriter(&b, vn.Form{}.NewTransformer())
	for i := 0; i < len(s); i += 77 {
		if _, err := io.WriteString(w, s[i:min(i+77, len(s))]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil || b.String() != want {
		t.Errorf("writer: %d bytes, %v, want %d", b.Len(), err, len(want))
	}
}
