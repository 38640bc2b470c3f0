package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/lineartest"
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

// TestParseLinear checks that the time grows with the text, on texts that are
// all of one thing.
func TestParseLinear(t *testing.T) {
	shapes := map[string]string{
		"short lines":   "Dòng ngắn\n",
		"labels":        "Mới nhất\n",
		"tabs":          "Mới nhất | Quan tâm nhất\n",
		"captions":      "Bà con thăm ruộng lúa ở ấp. Ảnh: Lê Doanh\n\n",
		"open credits":  "Bà con thăm ruộng. Ảnh:\n",
		"twins":         "Toàn cảnh buổi lễ khánh thành cầu mới bắc qua sông.\n\n",
		"carriage":      "một hai\r",
		"one line":      "Một câu rất dài, không xuống dòng. ",
		"invalid":       "\xff",
		"colons":        "Ảnh: ",
		"dates":         "1/2/2026\n",
		"bullets":       "- một\n",
		"numbers":       "1. một\n",
		"invisible":     "\u200b\n",
		"parentheses":   "(",
		"names":         "Lê Doanh\n",
		"links":         ">> Tin khác\n",
		"combined":      "a\u0301\u0302",
		"bars":          "a | ",
		"title's alt":   "Tin ảnh 1\n",
		"boxes":         "Thông tin thêm\nmột\n",
		"corrections":   "Đính chính\nmột\n",
		"tags":          "Từ khóa: a, b\n",
		"related dates": "Tin (1/2/2026)\n",
	}
	for name, s := range shapes {
		lineartest.Check(t, name, 1<<15, func(n int) func() {
			text := "Tin\n\n" + strings.Repeat(s, n/len(s)) + "\nTin liên quan\n" + strings.Repeat(s, n/len(s))
			return func() { article.Parse(text) }
		})
	}
}
