package htmltest

import (
	"bytes"
	"encoding/base64"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	toasoan "github.com/toasoan/toasoan/render"
)

var screenshots = flag.String("screenshots", "", "write screenshots of a page to this directory")

// TestScreenshots takes pictures of a page, for people to look at:
//
//	go test -run Screenshots -screenshots screenshots
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no -screenshots directory")
	}
	var page bytes.Buffer
	if err := toasoan.Page(&page, bridge(), &toasoan.PageOptions{SiteName: "Báo Ví Dụ"}); err != nil {
		t.Fatal(err)
	}
	b := start(t)
	b.open(page.String(), map[string]string{"cau.svg": picture})
	for _, shot := range []struct {
		name          string
		width, height int
		scale         float64
		scheme        string
	}{
		{"desktop-light.png", 1100, 1340, 1, "light"},
		{"desktop-dark.png", 1100, 1340, 1, "dark"},
		{"phone-light.png", 390, 844, 2, "light"},
		{"phone-dark.png", 390, 844, 2, "dark"},
	} {
		b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": shot.width, "height": shot.height, "deviceScaleFactor": shot.scale, "mobile": shot.width < 600}, nil)
		b.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": shot.scheme}}}, nil)
		var result struct{ Data string }
		b.call("Page.captureScreenshot", map[string]any{"format": "png"}, &result)
		data, err := base64.StdEncoding.DecodeString(result.Data)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*screenshots, shot.name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// picture is a drawing of a bridge.
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="#9fc0d3"/>` +
	`<circle cx="1040" cy="150" r="60" fill="#f3e3b3"/><rect y="480" width="1280" height="240" fill="#47707f"/><path d="M0 468h1280v16H0z" fill="#3d4348"/>` +
	`<path d="M320 120v480M960 120v480" stroke="#4d555b" stroke-width="26"/>` +
	`<path d="M320 130 20 470M320 180 110 470M320 230 200 470M320 130 620 470M320 180 530 470M320 230 440 470M960 130 660 470M960 180 750 470M960 230 840 470M960 130l300 340M960 180l210 290M960 230l120 240" stroke="#596269" stroke-width="5"/></svg>`

func text(s string) article.Inlines { return article.Inlines{article.Text(s)} }

// bridge returns an article with the parts that most articles have.
func bridge() *article.Article {
	para := func(s string) *article.Paragraph { return &article.Paragraph{Text: text(s)} }
	at := time.Date(2026, 11, 23, 14, 30, 0, 0, time.FixedZone("", 7*3600))
	return &article.Article{
		Section: "Thời sự", Kicker: "Đồng bằng sông Cửu Long", Title: "Cây cầu mới rút ngắn một giờ đường về miền Tây",
		Lead:   text("Sau ba năm thi công, cây cầu dây văng nối hai bờ sông đã thông xe kỹ thuật, sớm hơn kế hoạch bốn tháng."),
		Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "ảnh"}}, Published: at, Source: "Báo Ví Dụ",
		Tags: []string{"cầu dây văng", "giao thông", "miền Tây"},
		Body: article.Blocks{
			&article.Figure{Image: article.Image{URL: "cau.svg", Width: 1280, Height: 720},
				Caption: article.Caption{Text: text("Hai trụ tháp cao 120 mét nhìn từ bờ bắc."), Credit: article.Credit{Text: "Ảnh: Lê Phương"}}},
			para("Từ sáng sớm, hàng trăm người dân đã đứng dọc hai đầu cầu chờ đoàn xe đầu tiên. Với nhiều người, đây là lần đầu tiên họ qua sông mà không phải đợi phà."),
			para("Cầu dài 2,4 km, rộng 24 mét với bốn làn xe, được thiết kế cho tốc độ 80 km/giờ. Theo ban quản lý dự án, 92% vật liệu do doanh nghiệp trong nước cung cấp."),
			&article.Heading{Level: 2, Text: text("Chợ nổi đổi nhịp")},
			para("Ở khu chợ ven sông, các tiểu thương đang tính lại giờ lấy hàng. Xe tải từ vựa trái cây nay chỉ mất hai mươi phút thay vì gần một giờ rưỡi như trước."),
			&article.Quote{Body: article.Blocks{para("Con tôi đi học bên kia sông, từ nay khỏi dậy từ bốn giờ sáng nữa.")}, Cite: text("Bà Tư, người bán hàng ở chợ")},
			&article.Box{Title: "Con số", Body: article.Blocks{&article.List{Items: []article.Blocks{{para("2,4 km chiều dài, bốn làn xe")}, {para("120 mét chiều cao trụ tháp")}, {para("36 tháng thi công")}}}}},
			para("Tuyến đường dẫn phía nam còn hai nút giao sẽ hoàn thành trong quý I năm sau."),
		},
		Related: []*article.LinkBlock{{Kind: article.LinkOther, Label: "Các tin khác", Links: []article.RelatedLink{
			{Title: "Thêm hai tuyến xe buýt qua cầu mới", URL: "/xe-buyt", Published: at},
			{Title: "Bến phà cũ sẽ thành công viên ven sông", URL: "/ben-pha"}}}},
	}
}
