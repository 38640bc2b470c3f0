package article_test

import (
	"errors"
	"io"
	"testing"

	"github.com/toasoan/toasoan/article"
)

func TestErrorText(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{&article.Error{}, "article: unknown error"},
		{&article.Error{Line: 7, Err: io.ErrUnexpectedEOF}, "article: line 7: unexpected EOF"},
		{&article.Error{Path: "/body/3", Err: article.ErrLevel}, "article: /body/3: heading level not from 2 to 6"},
		{&article.Error{Path: "/x-\n", Err: article.ErrType}, `article: "/x-\n": wrong type`},
		{article.ErrorList{}, "article: no errors"},
		{article.ErrorList{{Path: "/title", Err: article.ErrNoTitle}}, "article: /title: no title"},
		{article.ErrorList{{Err: article.ErrNoTitle}, {}, {}}, "article: no title (and 2 more)"},
	}
	for _, tt := range tests {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("%#v: %q, want %q", tt.err, got, tt.want)
		}
	}
	if err := error(article.ErrorList{{Err: io.EOF}, {Err: article.ErrURL}}); !errors.Is(err, article.ErrURL) || errors.Is(err, article.ErrTime) {
		t.Errorf("errors.Is does not see into %v", err)
	}
}
