package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/lineartest"
)

// parseShapes are the lines of texts that are all of one thing: what each rule
// looks for, without end. The number makes each line another.
var parseShapes = map[string]string{
	"paragraphs":    "Tổ hợp tác số %d của ấp Bến Đình đã gieo sạ xong vụ lúa mới, bà con yên tâm xuống giống đúng lịch.",
	"short lines":   "Dòng ngắn %d",
	"labels":        "Mới nhất (%d)",
	"tabs":          "Mới nhất (%d) | Quan tâm nhất",
	"sections":      "Thời sự %d > Chính trị > Quốc hội",
	"captions":      "Bà con thăm thửa ruộng số %d ở ấp. Ảnh: Lê Doanh",
	"open credits":  "Bà con thăm thửa ruộng số %d. Ảnh:",
	"credits":       "Ảnh: Lê Doanh %d",
	"twins":         "Toàn cảnh buổi lễ khánh thành cầu mới số %d bắc qua sông.",
	"one line":      "Một câu rất dài, không xuống dòng, số %d. \t",
	"invalid":       "\xff%d",
	"colons":        "Ảnh: %d: Ảnh: ",
	"dates":         "1/2/2026 %d",
	"clocks":        "1/2/2%03d",
	"bullets":       "- mục %d",
	"numbers":       "%d. mục",
	"invisible":     "\u200b%d",
	"parentheses":   "(((%d",
	"names":         "Lê Doanh %s",
	"agencies":      "Lê Doanh/Hãng %s",
	"sources":       "Theo Báo %s",
	"bylines":       "Tin, ảnh: Lê %s, Hà An/Báo %[1]s",
	"joint bylines": "Bài: Lê %s - ảnh: Hà An, clip: Lý Vy",
	"links":         ">> Tin khác %d",
	"inline links":  "Xem thêm: Tin khác %d",
	"combined":      "a\u0301\u0302%d",
	"bars":          "a %d | ",
	"title's alt":   "Tin ảnh %d",
	"boxes":         "Thông tin thêm (%d)\nmột",
	"corrections":   "Đính chính (%d)\nmột",
	"tags":          "Từ khóa: a%d, b%[1]d",
	"related dates": "Tin %d (1/2/2026)",
	"videos":        "Video: Cầu mới số %d",
	"counts":        "%d lượt xem",
	"updates":       "Cập nhật: 1/2/2026, %d:00",
	"footers":       "Địa chỉ: %d Lê Lợi",
	"telephones":    "Điện thoại: 0292 %d",
}

// parseLine returns the line i of a shape. A shape of names has letters in
// place of the number.
func parseLine(shape string, i int) string {
	if strings.Contains(shape, "%s") {
		return fmt.Sprintf(shape, letters(i))
	}
	return fmt.Sprintf(shape, i)
}

// letters returns a syllable of its own for each number: "Xabca".
func letters(i int) string {
	name := []byte("X")
	for ; i > 0; i /= 20 {
		name = append(name, 'a'+byte(i%20))
	}
	return string(append(name, 'a'))
}

// TestParseLinear checks that the time grows with the text, on texts that are
// all of one thing, half of it in the body and half in the tail.
func TestParseLinear(t *testing.T) {
	for name, shape := range parseShapes {
		t.Run(name, func(t *testing.T) {
			lineartest.Check(t, name, 4000, func(n int) func() {
				var b strings.Builder
				b.WriteString("Tin")
				for i := range n {
					if i == n/2 {
						b.WriteString("\n\nTin liên quan")
					}
					b.WriteString("\n\n"[i*2/n:])
					b.WriteString(parseLine(shape, i))
				}
				return func() { article.Parse(b.String()) }
			})
		})
	}
}

// TestParseLines holds the lines of a shape to differ.
func TestParseLines(t *testing.T) {
	for name, shape := range parseShapes {
		seen := make(map[string]bool)
		for i := range 1000 {
			if line := parseLine(shape, i); seen[line] {
				t.Fatalf("%s: %q comes twice", name, line)
			} else {
				seen[line] = true
			}
		}
	}
}
