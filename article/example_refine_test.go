package article_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A row of a CMS knows the title and the date; the text is one string, from
// which the rules take the rest.
func ExampleParser_Refine() {
	row := struct {
		title   string
		created time.Time
		text    string
	}{
		title:   "Cầu Rạch Dừa thông xe sớm hai tháng",
		created: time.Date(2026, 10, 9, 8, 30, 0, 0, time.UTC),
		text: `(TTXVN) - Sáng 9/10, huyện Châu Phong đưa cầu Rạch Dừa vào sử dụng, nối hai xã bên bờ kinh Mười Hai.
9/10/2026
Học trò xã Tân Mỹ từ nay không phải đi đò tới trường.
Tin, ảnh: Hạ Miên`,
	}

	a := &article.Article{Title: row.title, Published: row.created}
	for line := range strings.SplitSeq(row.text, "\n") {
		a.Body = append(a.Body, &article.Paragraph{Text: article.Inlines{article.Text(line)}})
	}
	notes := new(article.Parser).Refine(a)

	fmt.Println("lead:", a.Lead.PlainText())
	fmt.Println("published:", a.Published.Format(time.DateTime))
	fmt.Printf("by %s, for %s\n", a.Byline[0].Name, a.Source)
	fmt.Println("paragraphs:", len(a.Body))
	for _, n := range notes {
		fmt.Printf("entry %d: %s, dropped: %t\n", n.Line, n.Rule, n.Dropped)
	}
	// Output:
	// lead: Sáng 9/10, huyện Châu Phong đưa cầu Rạch Dừa vào sử dụng, nối hai xã bên bờ kinh Mười Hai.
	// published: 2026-10-09 08:30:00
	// by Hạ Miên, for TTXVN
	// paragraphs: 1
	// entry 1: source-tag, dropped: false
	// entry 2: date, dropped: true
	// entry 4: byline, dropped: false
}

// Where the markup has said what is a figure, the rules find its caption.
func ExampleParser_Refine_figures() {
	paragraph := func(s string) *article.Paragraph {
		return &article.Paragraph{Text: article.Inlines{article.Text(s)}}
	}
	a := &article.Article{
		Title: "Lò rèn Phúc Sen đỏ lửa mùa cuối năm",
		Body: article.Blocks{
			paragraph("Cả xóm Pác Rằng có 46 lò rèn, lò nào cũng nổi lửa từ 4h sáng."),
			&article.Figure{Image: article.Image{URL: "/anh/lo-ren.jpg"}},
			paragraph("Thợ rèn quai búa tạ dưới mái phên. Ảnh: Hoàng Thị Slinh"),
			paragraph("Một con dao phát rẫy phải nung bảy lần, tôi ba lần."),
		},
	}
	new(article.Parser).Refine(a)
	for b := range a.Body.All() {
		switch b := b.(type) {
		case *article.Figure:
			fmt.Printf("%s: %s [%s]\n", b.Image.URL, b.Caption.Text.PlainText(), b.Caption.Credit.People[0])
		case *article.Paragraph:
			fmt.Println(b.Text.PlainText())
		}
	}
	// Output:
	// /anh/lo-ren.jpg: Thợ rèn quai búa tạ dưới mái phên. [Hoàng Thị Slinh]
	// Một con dao phát rẫy phải nung bảy lần, tôi ba lần.
}

func ExampleParseByline() {
	for _, s := range []string{
		"Tin, ảnh: Hà An, Lê Vy/TTXVN",
		"PGS.TS Trần Bình (lược dịch)",
		"Nhóm phóng viên",
		"Theo TTXVN",
	} {
		authors, ok := article.ParseByline(s)
		fmt.Println(ok)
		for _, a := range authors {
			fmt.Printf("  name %q, role %q, organization %t\n", a.Name, a.Role, a.Organization)
		}
	}
	// Output:
	// true
	//   name "Hà An", role "Tin, ảnh", organization false
	//   name "Lê Vy", role "Tin, ảnh", organization false
	//   name "TTXVN", role "", organization true
	// true
	//   name "Trần Bình", role "lược dịch, PGS.TS", organization false
	// true
	//   name "Nhóm phóng viên", role "", organization true
	// false
}
