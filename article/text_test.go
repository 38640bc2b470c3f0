package article_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/toasoan/toasoan/article"
)

func TestExcerpt(t *testing.T) {
	a := article.Article{Title: "Cầu mới", Lead: article.Inlines{article.Text("Sáng nay, cầu thông xe.")}}
	for _, tt := range []struct {
		n    int
		want string
	}{{0, ""}, {4, ""}, {5, "Sáng…"}, {9, "Sáng…"}, {10, "Sáng nay…"}, {22, "Sáng nay, cầu thông…"}, {23, "Sáng nay, cầu thông xe."}} {
		if got := a.Excerpt(tt.n); got != tt.want {
			t.Errorf("Excerpt(%d) = %q, want %q", tt.n, got, tt.want)
		}
	}
	if got, want := a.Counts(), (article.Counts{Syllables: 7, Characters: 30}); got != want {
		t.Errorf("Counts() = %v, want %v", got, want)
	}
}

func TestReadLines(t *testing.T) {
	long := `{"title":"` + strings.Repeat("a", article.MaxBytes) + "\"}\n"
	r := io.MultiReader(strings.NewReader("{\"title\":\"a\"}\r\n\n{\n"+long+`{"title":"b"}`), iotest.ErrReader(io.ErrClosedPipe))
	var titles []string
	var lines []int
	for a, err := range article.ReadLines(r) {
		var e *article.Error
		if errors.As(err, &e) {
			lines = append(lines, e.Line)
		} else {
			titles = append(titles, a.Title)
		}
	}
	if len(titles) != 1 || len(lines) != 3 || lines[0] != 3 || lines[1] != 4 || lines[2] != 5 {
		t.Errorf("ReadLines gave %q and errors in lines %v, want 1 title and 3, 4, 5", titles, lines)
	}
}

// TestExcerptMore checks that an excerpt says when something is left out,
// however much white space stands before it.
func TestExcerptMore(t *testing.T) {
	space := article.Text("Cầu mới" + strings.Repeat(" ", 5000))
	for _, tt := range []struct {
		body article.Blocks
		want string
	}{
		{article.Blocks{&article.Paragraph{Text: article.Inlines{space}}}, "Cầu mới"},
		{article.Blocks{&article.Paragraph{Text: article.Inlines{space}}, &article.Figure{Caption: article.Caption{Text: article.Inlines{article.Text("Ảnh")}}}}, "Cầu mới"},
		{article.Blocks{&article.Paragraph{Text: article.Inlines{space}}, &article.Paragraph{Text: article.Inlines{article.Text("thông xe")}}}, "Cầu mới…"},
	} {
		if got := (&article.Article{Body: tt.body}).Excerpt(40); got != tt.want {
			t.Errorf("Excerpt of %d blocks = %q, want %q", len(tt.body), got, tt.want)
		}
	}
}
