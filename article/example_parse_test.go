package article_test

import (
	"fmt"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

func ExampleParse() {
	a, notes := article.Parse(`Cầu Rạch Dừa thông xe sớm hai tháng
Người dân đi bộ qua cầu Rạch Dừa sáng 9/10. Ảnh:
Hoài Thương

Sáng 9/10, huyện Châu Phong đưa cầu Rạch Dừa vào sử dụng, nối hai xã bên bờ kinh Mười Hai với quốc lộ.

Hạ Miên

Xem nhiều nhất

Chợ hoa bến sông mở sớm`)

	fmt.Println(a.Title)
	for b := range a.Body.All() {
		switch b := b.(type) {
		case *article.Figure:
			fmt.Printf("figure: %s [%s]\n", b.Caption.Text.PlainText(), b.Caption.Credit.People[0])
		case *article.Paragraph:
			fmt.Println("paragraph:", b.Text.PlainText())
		}
	}
	fmt.Println("by", a.Byline[0].Name)
	fmt.Printf("%s: %s\n", a.Related[0].Label, a.Related[0].Links[0].Title)
	for _, n := range notes {
		fmt.Printf("line %d: %s: %s\n", n.Line, n.Rule, n.Text)
	}
	// Output:
	// Cầu Rạch Dừa thông xe sớm hai tháng
	// figure: Người dân đi bộ qua cầu Rạch Dừa sáng 9/10. [Hoài Thương]
	// paragraph: Sáng 9/10, huyện Châu Phong đưa cầu Rạch Dừa vào sử dụng, nối hai xã bên bờ kinh Mười Hai với quốc lộ.
	// by Hạ Miên
	// Xem nhiều nhất: Chợ hoa bến sông mở sớm
	// line 3: credit-joined: Hoài Thương
}

// A Parser puts the texts in one style of tone marks and knows the labels of
// its sites.
func ExampleParser_Parse() {
	p := article.Parser{
		Form:   vn.Form{Tone: vn.OldStyle},
		Labels: map[string]article.LinkKind{"Tin bạn đọc gửi": article.LinkOther},
	}
	a, _ := p.Parse("Thuỷ điện Suối Choang xả lũ\n\nNgười dân hạ du đã được báo trước sáu giờ.\n\nTIN BẠN ĐỌC GỬI\n\nLoa xã hỏng cả tuần")
	fmt.Println(a.Title)
	fmt.Println(a.Related[0].Kind, a.Related[0].Links[0].Title)
	// Output:
	// Thủy điện Suối Choang xả lũ
	// other Loa xã hỏng cả tuần
}

func ExampleParseCredit() {
	c, ok := article.ParseCredit("(Ảnh: Minh Anh, Lê Vy/TTXVN)")
	fmt.Println(ok, c.People, c.Source)
	// Output:
	// true [Minh Anh Lê Vy] TTXVN
}
