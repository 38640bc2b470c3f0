package webpage_test

import (
	"fmt"
	"net/url"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
)

// A page's HTML in, an article out: the caption and its credit are apart, the
// list of most-read stories is gone, the related story is a link where it
// stood.
func Example() {
	page := `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<title>Hội làng An Phú mở lại, thủy đình sáng đèn | Báo Làng</title>
<meta property="og:site_name" content="Báo Làng"><meta name="author" content="Báo Làng">
</head><body>
<nav><a href="/">Trang chủ</a> <a href="/van-hoa">Văn hóa</a></nav>
<ul class="breadcrumb"><li><a href="/van-hoa">Văn hóa</a></li></ul>
<h1>Hội làng An Phú mở lại, thủy đình sáng đèn</h1>
<p class="meta"><span class="author">Minh Anh</span> <span class="date">17:42 Ngày 06/02/2025</span></p>
<h2 class="sapo">Sau bốn năm, người An Phú lại rước kiệu quanh đình và thả đèn xuống ao làng.</h2>
<div class="content">
<p>Hơn hai nghìn người về dự hội làng An Phú. Trưởng ban tổ chức Nguyễn Văn Thủy nói hội giữ trọn lệ cũ, cả rối nước ở thủy đình.</p>
<figure><img src="data:image/gif;base64,R0lGOD" data-src="/anh/ruoc-kieu.jpg">
<figcaption>Rước kiệu quanh đình sáng 6/2. Ảnh: Lê Vy/TTXVN</figcaption></figure>
<div class="related"><a href="/van-hoa/cho-hoa.html">Chợ hoa bến sông mở sớm</a></div>
<p>Các phường rối từ Thái Bình và Hải Dương diễn ba tối liền, mỗi tối bốn trò, không bán vé.</p>
</div>
<div class="box-xemnhieu"><h3>Xem nhiều</h3><a href="/1.html">Giá vàng quay đầu giảm sau ba phiên</a></div>
</body></html>`

	base, err := url.Parse("https://baolang.example/van-hoa/hoi-lang.html")
	if err != nil {
		panic(err)
	}
	a, _, err := webpage.Parse([]byte(page), base)
	if err != nil {
		panic(err)
	}
	fmt.Println(a.Section, "|", a.Title)
	fmt.Println(a.Byline[0].Name, "|", a.Published.Format("2006-01-02 15:04"))
	fmt.Println(a.Lead.PlainText())
	for b := range a.Body.All() {
		switch b := b.(type) {
		case *article.Paragraph:
			fmt.Println("-", b.Text.PlainText())
		case *article.Figure:
			fmt.Println("-", b.Image.URL)
			fmt.Println(" ", b.Caption.Text.PlainText(), "|", b.Caption.Credit.People, b.Caption.Credit.Source)
		case *article.LinkBlock:
			fmt.Println("-", b.Links[0].Title, "|", b.Links[0].URL)
		}
	}
	// Output:
	// Văn hóa | Hội làng An Phú mở lại, thủy đình sáng đèn
	// Minh Anh | 2025-02-06 17:42
	// Sau bốn năm, người An Phú lại rước kiệu quanh đình và thả đèn xuống ao làng.
	// - Hơn hai nghìn người về dự hội làng An Phú. Trưởng ban tổ chức Nguyễn Văn Thủy nói hội giữ trọn lệ cũ, cả rối nước ở thủy đình.
	// - https://baolang.example/anh/ruoc-kieu.jpg
	//   Rước kiệu quanh đình sáng 6/2. | [Lê Vy] TTXVN
	// - Chợ hoa bến sông mở sớm | https://baolang.example/van-hoa/cho-hoa.html
	// - Các phường rối từ Thái Bình và Hải Dương diễn ba tối liền, mỗi tối bốn trò, không bán vé.
}

// A site that the general rules misread is described by the names of its
// elements.
func ExampleParser_Parse() {
	page := []byte(`<div class="tin"><b class="td">Mưa lớn, đò ngang nghỉ hai ngày</b>
<div class="nd"><p>Bến An Phú dừng các chuyến đò từ chiều 4/6, khi nước sông lên gần mức báo động hai.</p>
<p class="kem">Mời bạn đọc tải ứng dụng của báo để nhận tin nhanh.</p></div></div>`)

	parser := webpage.Parser{Sites: []webpage.Site{{Host: "baolang.example", Title: "td", Body: "nd", Drop: "kem"}}}
	base := &url.URL{Scheme: "https", Host: "www.baolang.example", Path: "/tin/7"}
	a, notes, err := parser.Parse(page, base)
	if err != nil {
		panic(err)
	}
	fmt.Println(a.PlainText())
	for _, n := range notes {
		fmt.Printf("block %d: %s: %s\n", n.Line, n.Rule, n.Text)
	}
	// Output:
	// Mưa lớn, đò ngang nghỉ hai ngày
	//
	// Bến An Phú dừng các chuyến đò từ chiều 4/6, khi nước sông lên gần mức báo động hai.
	// block 3: frame: Mời bạn đọc tải ứng dụng của báo để nhận tin nhanh.
}

// A list of stories is no article.
func ExampleParse_noArticle() {
	_, _, err := webpage.Parse([]byte(`<ul><li><a href="/1">Chợ hoa bến sông mở sớm</a></ul>`), nil)
	fmt.Println(err)
	// Output: webpage: no article
}
