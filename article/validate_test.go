package article_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
)

func TestValidate(t *testing.T) {
	day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	body := func(bs ...article.Block) article.Article { return article.Article{Title: "Tít", Body: bs} }
	tests := []struct {
		name string
		a    article.Article
		path string
		want error
	}{
		{"zero", article.Article{}, "/title", article.ErrNoTitle},
		{"dates", article.Article{Title: "Tít", Published: day, Modified: day.Add(-time.Second)}, "/modified", article.ErrDateOrder},
		{"year", article.Article{Title: "Tít", Published: day.AddDate(8000, 0, 0)}, "/published", article.ErrTime},
		{"url", article.Article{Title: "Tít", URL: "https://bao.example/%zz"}, "/url", article.ErrURL},
		{"UTF-8", article.Article{Title: "Tít", Section: "\xff"}, "/section", article.ErrUTF8},
		{"extra", article.Article{Title: "Tít", Extra: article.Extra{"a/b": json.RawMessage("nope")}}, "/a~1b", article.ErrSyntax},
		{"collision", article.Article{Title: "Tít", Extra: article.Extra{"lead": json.RawMessage(`"a"`)}}, "/lead", article.ErrDuplicate},
		{"paragraph", body(&article.Paragraph{}), "/body/0/text", article.ErrEmpty},
		{"paragraph of empty texts", body(&article.Paragraph{Text: article.Inlines{article.Text(""), nil}}), "/body/0/text", article.ErrEmpty},
		{"nil is not counted", body(nil, (*article.Box)(nil), &article.Paragraph{}), "/body/0/text", article.ErrEmpty},
		{"level 1", body(&article.Heading{Level: 1, Text: text("Một")}), "/body/0/level", article.ErrLevel},
		{"level 7", body(&article.Heading{Level: 7, Text: text("Bảy")}), "/body/0/level", article.ErrLevel},
		{"heading", body(&article.Heading{Level: 2}), "/body/0/text", article.ErrEmpty},
		{"figure", body(&article.Figure{}), "/body/0", article.ErrEmpty},
		{"width", body(&article.Figure{Image: article.Image{URL: "a.jpg", Width: -1}}), "/body/0/image/width", article.ErrNegative},
		{"height", body(&article.Embed{URL: "/v", Image: &article.Image{URL: "a.jpg", Height: -1}}), "/body/0/image/height", article.ErrNegative},
		{"rendition", body(&article.Figure{Image: article.Image{Sources: []article.Rendition{{URL: "a.jpg", Width: -5}}}}), "/body/0/image/sources/0/width", article.ErrNegative},
		{"image URL", body(&article.Figure{Image: article.Image{URL: "%"}}), "/body/0/image/url", article.ErrURL},
		{"gallery", body(&article.Gallery{}), "/body/0/figures", article.ErrEmpty},
		{"figure in gallery", body(&article.Gallery{Figures: []*article.Figure{nil, {}}}), "/body/0/figures/0", article.ErrEmpty},
		{"quote", body(&article.Quote{}), "/body/0/body", article.ErrEmpty},
		{"list", body(&article.List{}), "/body/0/items", article.ErrEmpty},
		{"item", body(&article.List{Items: []article.Blocks{{para("một")}, nil}}), "/body/0/items/1", article.ErrEmpty},
		{"in an item", body(&article.List{Items: []article.Blocks{{para("một"), &article.Paragraph{}}}}), "/body/0/items/0/1/text", article.ErrEmpty},
		{"table", body(&article.Table{}), "/body/0/rows", article.ErrEmpty},
		{"box", body(&article.Box{Title: "Thông tin thêm"}), "/body/0/body", article.ErrEmpty},
		{"correction", body(&article.Correction{Title: "Cải chính"}), "/body/0/text", article.ErrEmpty},
		{"link title", body(&article.LinkBlock{Links: []article.RelatedLink{{URL: "/a"}}}), "/body/0/links/0/title", article.ErrEmpty},
		{"related", article.Article{Title: "Tít", Related: []*article.LinkBlock{nil, {Links: []article.RelatedLink{{Title: "a", URL: ":"}}}}}, "/related/0/links/0/url", article.ErrURL},
		{"link in text", body(&article.Paragraph{Text: article.Inlines{article.Text("a"), &article.Link{URL: "a b%", Text: text("b")}}}), "/body/0/text/1/url", article.ErrURL},
		{"unknown", body(&article.Unknown{Type: "poll", Raw: json.RawMessage(`{"type":"vote"}`)}), "/body/0", article.ErrType},
		{"tags", article.Article{Title: "Tít", Tags: make([]string, article.MaxElements+1)}, "/tags", article.ErrTooLarge},
		{"blocks", body(make(dividers, article.MaxBlocks+1).blocks()...), "/body", article.ErrTooLarge},
		{"bytes", article.Article{Title: strings.Repeat("dài ", article.MaxBytes/4)}, "", article.ErrTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.a.Validate()
			var list article.ErrorList
			if !errors.As(err, &list) || len(list) != 1 {
				t.Fatalf("Validate() = %v, want one error", err)
			}
			if list[0].Path != tt.path || !errors.Is(err, tt.want) {
				t.Errorf("Validate() = %v, want %s: %v", err, tt.path, tt.want)
			}
		})
	}
}

type dividers []article.Divider

func (ds dividers) blocks() article.Blocks {
	bs := make(article.Blocks, len(ds))
	for i := range ds {
		bs[i] = &ds[i]
	}
	return bs
}

// TestValidateOrder has several errors in one article: they come in its
// order, and errors.Is finds each.
func TestValidateOrder(t *testing.T) {
	a := article.Article{URL: "%", Body: article.Blocks{&article.Heading{Level: 9}, &article.Quote{}}}
	err := a.Validate()
	var list article.ErrorList
	if !errors.As(err, &list) {
		t.Fatalf("Validate() = %v", err)
	}
	var paths []string
	for _, e := range list {
		paths = append(paths, e.Path)
	}
	if d := cmp.Diff([]string{"/title", "/url", "/body/0/level", "/body/0/text", "/body/1/body"}, paths); d != "" {
		t.Errorf("paths (-want +got):\n%s", d)
	}
	for _, cause := range []error{article.ErrNoTitle, article.ErrURL, article.ErrLevel, article.ErrEmpty} {
		if !errors.Is(err, cause) {
			t.Errorf("%v is not found in %v", cause, err)
		}
	}
	if text := err.Error(); strings.Contains(text, "\n") || !strings.Contains(text, "and 4 more") {
		t.Errorf("Error() = %q, want one line that counts the others", text)
	}
}
