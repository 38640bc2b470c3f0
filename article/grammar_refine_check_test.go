package article_test

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// TestDraftChecks hands the checks of drafts what a broken Refine would give.
func TestDraftChecks(t *testing.T) {
	const lead = "Theo kế hoạch, nước ngọt về tới ruộng trong tháng này."
	link := func(s string) article.Inline { return &article.Link{URL: "/nuoc", Text: text(s)} }
	decided := func(n string) article.Extra { return article.Extra{tag: []byte(n)} }
	photo := func(caption ...article.Inline) *article.Figure {
		return &article.Figure{Image: article.Image{URL: "a.jpg"}, Caption: article.Caption{Text: caption}, Extra: decided("1")}
	}
	heading := &article.Heading{Level: 2, Text: text("Hướng đi mới"), Extra: decided("2")}
	tagged := &article.Paragraph{Text: article.Inlines{article.Text("(TTXVN) - Theo kế hoạch, "), link("nước ngọt về"), article.Text(" tới ruộng trong tháng này.")}}
	cut := article.Inlines{article.Text("Theo kế hoạch, "), link("nước ngọt về"), article.Text(" tới ruộng trong tháng này.")}
	label := para("Tin liên quan")
	d := &draft{&article.Article{Title: "Mở vụ lúa mới", Body: article.Blocks{tagged, photo(), heading}}, nil}
	good := func() *article.Article {
		return &article.Article{Title: "Mở vụ lúa mới", Source: "TTXVN", Lead: cut, Body: article.Blocks{photo(article.Text("Bà con ra đồng.")), heading}}
	}
	tests := []struct {
		name   string
		change func(a *article.Article)
		want   string // the law that is broken
	}{
		{"kept", func(a *article.Article) {}, ""},
		{"the title", func(a *article.Article) { a.Title = "Mở vụ" }, "a set field stays: Title"},
		{"a link", func(a *article.Article) { a.Lead = text(lead) }, "markup stays: *article.Link in the lead"},
		{"a block", func(a *article.Article) { a.Body = a.Body[:1] }, "decided blocks stay"},
		{"the order", func(a *article.Article) { a.Body[0], a.Body[1] = a.Body[1], a.Body[0] }, "a decided block stays: *article.Figure"},
		{"an image", func(a *article.Article) { a.Body[0].(*article.Figure).Image.Alt = "ruộng" }, "a decided block stays: *article.Figure"},
		{"a heading", func(a *article.Article) {
			a.Body[1] = &article.Heading{Level: 3, Text: heading.Text, Extra: heading.Extra}
		}, "a decided block stays: *article.Heading"},
	}
	check := func(name string, d *draft, a *article.Article, want string) {
		t.Helper()
		broken := append(append(append(d.checkFields(a), d.checkDecided(a)...), d.checkMarkup(a, nil)...), d.checkTail(a)...)
		if want == "" && len(broken) > 0 || want != "" && (len(broken) == 0 || !strings.HasPrefix(broken[0].law, want)) {
			t.Errorf("%s: the checks say %+v, want %q", name, broken, want)
		}
	}
	for _, tt := range tests {
		a := good()
		tt.change(a)
		check(tt.name, d, a, tt.want)
	}
	above := &draft{&article.Article{Body: article.Blocks{label, heading}}, nil}
	check("a tail above a block", above, &article.Article{Body: article.Blocks{heading}, Related: []*article.LinkBlock{{Label: "Tin liên quan"}}}, "no tail begins above a decided block")

	// The page has one paragraph; the article has it twice, and then not at all.
	alone := &draft{&article.Article{Title: "Mở vụ lúa mới", Body: article.Blocks{para(lead), heading}}, nil}
	for _, body := range []article.Blocks{{para(lead), heading, para(lead)}, {heading}} {
		if broken := alone.account(new(article.Parser), &article.Article{Title: "Mở vụ lúa mới", Body: body}, nil); len(broken) != 1 {
			t.Errorf("the accounting of %d blocks says %q, want one violation", len(body), broken)
		}
	}
	if broken := alone.account(new(article.Parser), alone.Article, nil); broken != nil {
		t.Errorf("the accounting of a draft that stays says %q", broken)
	}
}
