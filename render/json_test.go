package render_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

func TestJSON(t *testing.T) {
	a := sample()
	want, err := a.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, indent := range []string{"", "  ", "\t"} {
		var b bytes.Buffer
		if err := render.JSON(&b, a, &render.JSONOptions{Indent: indent}); err != nil {
			t.Fatal(err)
		}
		if n := b.Len(); n == 0 || b.Bytes()[n-1] != '\n' || strings.HasSuffix(b.String(), "\n\n") {
			t.Errorf("indent %q: no final line break", indent)
		}
		var got bytes.Buffer
		if err := json.Compact(&got, b.Bytes()); err != nil || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("indent %q: %v\n%s", indent, err, b.Bytes())
		}
		if lines := strings.Count(b.String(), "\n"); (lines > 1) != (indent != "") {
			t.Errorf("indent %q: %d lines", indent, lines)
		}
	}
}

func TestJSONFails(t *testing.T) {
	var b bytes.Buffer
	if err := render.JSON(&b, &article.Article{Title: "\xff"}, nil); err == nil {
		t.Error("an article with invalid UTF-8 is written")
	}
	if err := render.JSON(&b, sample(), &render.JSONOptions{Indent: "--"}); err == nil {
		t.Error("an indent that is not white space is taken")
	}
	if b.Len() > 0 {
		t.Errorf("%q is written before the error", b.String())
	}
	if err := render.JSON(&b, nil, nil); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("nil: %v, %q", err, b.String())
	}
}
