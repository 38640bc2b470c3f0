package article_test

import (
	"errors"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// TestValidateNil holds Validate to what the JSON of an article says: nil
// entries are not written, so they do not fill a block.
func TestValidateNil(t *testing.T) {
	none := article.Blocks{nil, (*article.Paragraph)(nil), (*article.Unknown)(nil)}
	tests := []struct {
		block article.Block
		path  string
	}{
		{&article.Box{Body: none}, "/body/0/body"},
		{&article.Quote{Body: none}, "/body/0/body"},
		{&article.List{Items: []article.Blocks{none}}, "/body/0/items/0"},
		{&article.Gallery{Figures: []*article.Figure{nil}}, "/body/0/figures"},
		{&article.Paragraph{Text: article.Inlines{nil, (*article.Emph)(nil), article.Text("")}}, "/body/0/text"},
	}
	for _, tt := range tests {
		a := &article.Article{Title: "Tít", Body: article.Blocks{nil, tt.block}}
		out, err := a.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		var back article.Article
		if err := back.UnmarshalJSON(out); err != nil {
			t.Fatal(err)
		}
		for _, x := range []*article.Article{a, &back} {
			var l article.ErrorList
			if err := x.Validate(); !errors.As(err, &l) || len(l) != 1 || l[0].Path != tt.path || !errors.Is(err, article.ErrEmpty) {
				t.Errorf("%T: Validate() = %v, want ErrEmpty at %s", tt.block, err, tt.path)
			}
		}
	}
}
