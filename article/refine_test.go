package article_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
)

// TestRefineCuts checks that what a rule leaves of a paragraph keeps its links
// and what this version does not know.
func TestRefineCuts(t *testing.T) {
	unknown := func() article.Inline { return &article.Unknown{Type: "phim", Raw: []byte(`{"type":"phim"}`)} }
	link := &article.Link{URL: "/htx.html", Text: text("Hợp tác xã")}
	for _, tt := range []struct {
		name     string
		in, want article.Inlines
	}{
		{"behind the text", article.Inlines{article.Text("- vo một lần "), unknown()}, article.Inlines{article.Text("vo một lần "), unknown()}},
		{"inside", article.Inlines{article.Text("- vo "), unknown(), article.Text(" một lần")}, article.Inlines{article.Text("vo "), unknown(), article.Text("một lần")}},
		{"a link", article.Inlines{article.Text("- hỏi "), link}, article.Inlines{article.Text("hỏi "), link}},
	} {
		a := &article.Article{Title: "Gạo rẫy Tà Rụt vào siêu thị", Body: article.Blocks{para("Người mua nên nhớ ba điều sau:"),
			&article.Paragraph{Text: tt.in}, para("- ngâm nửa giờ"), para("- đậy kín"), para(after)}}
		new(article.Parser).Refine(a)
		list, ok := a.Body[1].(*article.List)
		if !ok {
			t.Errorf("%s: no list: %s", tt.name, outline(a.Body))
			continue
		}
		if diff := cmp.Diff(tt.want, list.Items[0][0].(*article.Paragraph).Text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestRefineLinks checks that the titles of links keep their addresses, whatever
// stands around them.
func TestRefineLinks(t *testing.T) {
	link := func(s string) *article.Link { return &article.Link{URL: "/cau.html", Text: text(s)} }
	for _, in := range []article.Inlines{
		{link("Cầu mới thông xe")},
		{article.Text(">> "), link("Cầu mới thông xe")},
		{link(">> Cầu mới thông xe")},
		{link("Cầu mới thông xe"), article.Text(" (20/11/2026)")},
		{article.Text("» "), link("Cầu mới thông xe (20/11/2026)")},
		{&article.Strong{Text: article.Inlines{link("Cầu mới thông xe")}}},
	} {
		a := &article.Article{Title: "Bến đò cũ", Body: article.Blocks{para(before), para("Tin liên quan"), &article.Paragraph{Text: in}}}
		new(article.Parser).Refine(a)
		if len(a.Related) != 1 || len(a.Related[0].Links) != 1 || a.Related[0].Links[0].Title != "Cầu mới thông xe" || a.Related[0].Links[0].URL != "/cau.html" {
			t.Errorf("%v: the links %+v", in, a.Related)
		}
	}
}
