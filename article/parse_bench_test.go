package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// page returns a page of about n bytes that does not repeat.
func page(n int) string {
	var b strings.Builder
	b.WriteString("Hợp tác xã Tân Hoà mở vụ lúa mới\nQuang cảnh ngày xuống giống.\n\n")
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "Tổ hợp tác số %d của ấp Bến Đình gieo sạ %d ha, năng suất dự tính %d,%d tấn/ha. ", i, i*37%911, i%7, i*13%10)
		fmt.Fprintf(&b, "Ông Đặng Văn Khoẻ cho biết nước ngọt đã về tới khoảnh ruộng thứ %d, bà con yên tâm xuống giống đúng lịch.\n\n", i*101%997)
		if i%5 == 4 {
			fmt.Fprintf(&b, "Bà con ấp Bến Đình thăm khoảnh ruộng số %d. Ảnh: Lê Khả Doanh\n\n", i)
		}
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	for _, size := range []int{5_000, 1_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			text := page(size)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				article.Parse(text)
			}
		})
	}
}
