package article_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// text returns running text of one plain text.
func text(s string) article.Inlines { return article.Inlines{article.Text(s)} }

// para returns a paragraph of one plain text.
func para(s string) *article.Paragraph { return &article.Paragraph{Text: text(s)} }

func photo(url, alt, caption string) *article.Figure {
	return &article.Figure{Image: article.Image{URL: url, Alt: alt}, Caption: article.Caption{Text: text(caption)}}
}

func TestWarnings(t *testing.T) {
	tests := []struct {
		name string
		a    article.Article
		want []string // "" for none
		err  error
	}{
		{"clean", article.Article{Title: "Thông xe cầu mới", URL: "https://bao.example/1", Body: article.Blocks{
			para("Sáng nay, cầu thông xe."), photo("a.jpg", "Cây cầu nhìn từ trên cao", "Người dân qua cầu")}}, nil, nil},
		{"caption twice", article.Article{Body: article.Blocks{photo("a.jpg", "", "Cầu mới lúc bình minh"), &article.Gallery{
			Figures: []*article.Figure{photo("b.jpg", "", "Cầu  mới lúc bình minh")}}}},
			[]string{`/body/1/figures/0/caption: caption occurs twice: "Cầu  mới lúc bình minh"`}, article.ErrSameCaption},
		{"alt is caption", article.Article{Body: article.Blocks{photo("a.jpg", "CẦU MỚI", "Cầu mới")}},
			[]string{`/body/0/image/alt: alternative text says nothing new: "CẦU MỚI"`}, article.ErrSameAlt},
		{"alt is title", article.Article{Title: "Thông xe cầu mới", Body: article.Blocks{photo("a.jpg", "Thông xe cầu mới", "Cây cầu")}},
			[]string{`/body/0/image/alt: alternative text says nothing new: "Thông xe cầu mới"`}, article.ErrSameAlt},
		{"alt is nearly caption", article.Article{Body: article.Blocks{
			photo("a.jpg", "Người dân ấp Mỹ Thạnh qua cây cầu mới", "Người dân ấp Mỹ Thạnh đi qua cây cầu mới")}},
			[]string{`/body/0/image/alt: alternative text says nothing new: "Người dân ấp Mỹ Thạnh qua cây cầu mới"`}, article.ErrSameAlt},
		{"alt is nearly title", article.Article{Title: "Người dân ấp Mỹ Thạnh đi qua cây cầu mới", Body: article.Blocks{
			photo("a.jpg", "Người dân ấp Mỹ Thạnh qua cây cầu mới", "")}},
			[]string{`/body/0/image/alt: alternative text says nothing new: "Người dân ấp Mỹ Thạnh qua cây cầu mới"`}, article.ErrSameAlt},
		{"one syllable in both styles", article.Article{Title: "Xã Hòa Bình", Body: article.Blocks{para("Sức khoẻ và hoà bình, sức khỏe.")}},
			[]string{`/body/0/text: mixed tone styles: "Hòa" and "hoà"`}, article.ErrMixedTone},
		{"the same syllable comes later", article.Article{Body: article.Blocks{para("Sức khoẻ ở Thủy Nguyên."), para("Sang sảng dựng dựng."), para("Nước thuỷ triều.")}},
			[]string{`/body/1/text: doubled word: "dựng dựng" in "sảng dựng dựng"`, `/body/2/text: mixed tone styles: "Thủy" and "thuỷ"`}, nil},
		{"two syllables", article.Article{Tags: []string{"hòa bình"}, Body: article.Blocks{para("Sức khoẻ.")}},
			[]string{`/body/0/text: mixed tone styles: "hòa" and "khoẻ"`}, article.ErrMixedTone},
		{"doubled word", article.Article{Body: article.Blocks{para("Dự án xây dựng dựng xong.")}},
			[]string{`/body/0/text: doubled word: "dựng dựng" in "xây dựng dựng"`}, article.ErrDoubledWord},
		{"doubled across markup", article.Article{Lead: article.Inlines{article.Text("Giá lúa "), &article.Emph{Text: text("của")}, article.Text(" của dân")}},
			[]string{`/lead: doubled word: "của của" in "lúa của của"`}, article.ErrDoubledWord},
		{"not composed", article.Article{Title: "Ca\u0302\u0300u mới"},
			[]string{"/title: not in normal form: \"Ca\u0302\u0300u\", want \"Cầu\""}, article.ErrNotNormal},
		{"bidi", article.Article{Byline: []article.Author{{Name: "Minh \u202eAnh"}}},
			[]string{"/byline/0/name: bidirectional control: U+202E", `/byline/0/name: not in normal form: "\u202eAnh", want "Anh"`}, article.ErrBidi},
		{"URLs", article.Article{URL: "javascript:alert(1)", Body: article.Blocks{
			&article.Paragraph{Text: article.Inlines{&article.Link{URL: "data:text/html,x", Text: text("đây")}}},
			&article.Embed{URL: "//evil.example"}}},
			[]string{`/url: refused URL: "javascript:alert(1)"`, `/body/0/text/0/url: refused URL: "data:text/html,x"`, `/body/1/url: refused URL: "//evil.example"`}, article.ErrUnsafeURL},
		{"no links", article.Article{Related: []*article.LinkBlock{{Label: "Tin khác"}}},
			[]string{`/related/0: block without links: "Tin khác"`}, article.ErrNoLinks},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			warnings := tt.a.Warnings()
			var got []string
			for _, e := range warnings {
				got = append(got, strings.TrimPrefix(e.Error(), "article: "))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("Warnings() (-want +got):\n%s", d)
			}
			if tt.err != nil && !errors.Is(warnings, tt.err) {
				t.Errorf("Warnings() is not %v", tt.err)
			}
		})
	}
}

func TestDoubledWord(t *testing.T) {
	tests := []struct {
		in   string
		want bool
	}{
		{"đang xây dựng dựng cầu", true},
		{"giá lúa của của bà con", true},
		{"được bà con con ủng hộ", false}, // "con con" is a word
		{"nhiều các các hộ dân", true},
		{"ông bị bị cáo buộc", true},
		{"anh luôn luôn đúng giờ", false},
		{"mẹ ngày ngày ra đồng", false},
		{"trời xanh xanh ngắt", false},
		{"đi từ từ thôi", false},
		{"nhớ ơn đời đời không quên", false},
		{"nước chảy dần dần và mãi mãi", false},
		{"cả nhà đi đi lại lại suốt đêm", false},
		{"bà con nói nói cười cười", false},
		{"ca sĩ Ly Ly và bé Tin Tin", false},
		{"số 12 12 và 5 5", false},
		{"ban nhạc duran duran và wet wet wet", false},
		{"dựng dựng lên", false}, // nothing before it
		{"xây dựng, dựng lên", false},
		{"xây dựng “dựng” lên", false},
		{"xây dựng\ndựng lên", false}, // two lines of verse
		{"xây Dựng dựng lên", false},
	}
	for _, tt := range tests {
		a := article.Article{Body: article.Blocks{para(tt.in)}}
		if got := errors.Is(a.Warnings(), article.ErrDoubledWord); got != tt.want {
			t.Errorf("Warnings of %q: doubled word is %t, want %t", tt.in, got, tt.want)
		}
	}
}

// TestReduplicated keeps the list sorted, in the old style, and made of
// syllables.
func TestReduplicated(t *testing.T) {
	list := strings.Fields(article.Reduplicated)
	if !slices.IsSorted(list) {
		t.Error("not sorted")
	}
	for i, s := range list {
		if i > 0 && s == list[i-1] {
			t.Errorf("%q stands twice", s)
		}
		if y, ok := vn.ParseSyllable(s); !ok || y.String() != s {
			t.Errorf("%q is written %q as a syllable, %t", s, y.String(), ok)
		}
	}
}
