package render_test

import (
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// sentences are what the texts of sample are made of.
var sentences = []string{
	"Sáng 10-3, tại thành phố Cần Thơ, đoàn công tác làm việc với lãnh đạo thành phố về phát triển vùng.",
	"Kinh tế tăng trưởng khá; riêng năm 2022 đạt 12,64%, cao nhất trong nhiều năm trở lại đây…",
	"“Phải đi trước một bước về hạ tầng”, đồng chí nhấn mạnh & đề nghị các sở, ngành phối hợp.",
	"Tuyến cao tốc dài 110 km nối các tỉnh đồng bằng sông Cửu Long, dự kiến thông xe vào năm 2026.",
	"Người dân hai bên bờ sông chờ đợi cây cầu mới đã hơn hai mươi năm, theo lời một cán bộ xã.",
	"Nhiều doanh nghiệp cho biết chi phí vận chuyển <giảm> rõ rệt từ khi đường mới đi vào hoạt động.",
	"Thành phố đặt mục tiêu hoàn thành giải phóng mặt bằng trong quý II, chậm nhất là tháng 7.",
}

// prose returns n sentences, beginning with the i-th.
func prose(i, n int) string {
	var s []string
	for j := range n {
		s = append(s, sentences[(i*5+j*3)%len(sentences)])
	}
	return strings.Join(s, " ")
}

// sample returns an article as long and as varied as most are.
func sample() *article.Article {
	figure := func(url, alt, caption string) *article.Figure {
		return &article.Figure{
			Image: article.Image{URL: url, Alt: alt, Width: 1280, Height: 720,
				Sources: []article.Rendition{{URL: url + "?w=640", Width: 640}, {URL: url + "?w=1280", Width: 1280}}},
			Caption: article.Caption{Text: text(caption), Credit: article.Credit{Text: "Ảnh: Minh Anh/TTXVN", People: []string{"Minh Anh"}, Source: "TTXVN"}},
		}
	}
	links := func(kind article.LinkKind, label string) *article.LinkBlock {
		b := &article.LinkBlock{Kind: kind, Label: label}
		for i := range 5 {
			b.Links = append(b.Links, article.RelatedLink{Title: sentences[i], URL: "https://bao.example/tin/" + string(rune('a'+i)) + ".html"})
		}
		return b
	}
	a := &article.Article{
		URL: "https://bao.example/thoi-su/cau-moi.html", Section: "Thời sự", Kicker: "Đồng bằng sông Cửu Long",
		Title: "Cần Thơ đẩy nhanh tiến độ các công trình giao thông trọng điểm", Lead: text(sentences[0]),
		Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "ảnh"}}, Source: "TTXVN",
		Published: published, Modified: published.Add(95 * time.Minute), Tags: []string{"Cần Thơ", "giao thông", "cao tốc"},
		Related: []*article.LinkBlock{links(article.LinkOther, "Các tin khác"), links(article.LinkLatest, "Mới nhất")},
	}
	a.Body = append(a.Body, figure("/anh/1.jpg", "Quang cảnh buổi làm việc", "Quang cảnh buổi làm việc."))
	for i := range 10 {
		a.Body = append(a.Body, para(prose(i, 4)))
	}
	a.Body = append(a.Body[:5], append(article.Blocks{heading(2, "Hạ tầng đi trước một bước"),
		figure("/anh/2.jpg", "Đại biểu phát biểu kết luận tại buổi làm việc", "Đại biểu phát biểu ý kiến kết luận tại buổi làm việc với thành phố.")}, a.Body[5:]...)...)
	a.Body = append(a.Body, &article.Paragraph{Text: article.Inlines{article.Text("Xem "),
		&article.Link{URL: "https://bao.example/x?a=1&b=2", Text: text("toàn văn nghị quyết")}, article.Text(" và "), &article.Strong{Text: text("phụ lục")}, article.Text(".")}})
	return a
}
