package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
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

// newsPages returns 2 MB of pages as a scraper leaves them: section, date,
// title, lead, caption twice, paragraphs, byline, source, links.
func newsPages() (pages []string, size int) {
	for k := 0; size < 2<<20; k++ {
		a := benchArticle(k)
		var b strings.Builder
		fmt.Fprintf(&b, "Thời sự\nThứ hai, %d/%d/2026, 14:%02d (GMT+7)\n\n%s\n\n%s\n\n", 1+k%28, 1+k%12, k%60, strings.TrimSuffix(a.Title, "."), a.Lead.PlainText())
		for i, block := range a.Body {
			switch x := block.(type) {
			case *article.Figure:
				s := x.Caption.Text.PlainText()
				fmt.Fprintf(&b, "%s\n\n%s %s\n\n", s, s, x.Caption.Credit.Text)
			case *article.Paragraph: // two paragraphs of the benchmarks are one of a paper
				b.WriteString(x.Text.PlainText())
				if b.WriteString(" "); i%2 == 1 {
					b.WriteString("\n\n")
				}
			}
		}
		b.WriteString("\n\nMinh Anh\n\nTheo TTXVN\n\nMới nhất\n\n")
		for _, l := range a.Related[0].Links {
			b.WriteString(strings.TrimSuffix(l.Title, ".") + "\n\n")
		}
		pages = append(pages, b.String())
		size += b.Len()
	}
	return pages, size
}

// oddPages returns 2 MB of pages of the grammar, of which most lines are
// odd.
func oddPages() (pages []string, size int) {
	for k := uint64(0); size < 2<<20; k++ {
		page := newPage(newChooser(k)).text()
		pages = append(pages, page)
		size += len(page)
	}
	return pages, size
}

// BenchmarkParsePages compares the parser with the normal form of the same
// text, which it contains.
func BenchmarkParsePages(b *testing.B) {
	for name, make := range map[string]func() ([]string, int){"news": newsPages, "grammar": oddPages} {
		pages, size := make()
		for method, read := range map[string]func(page string){
			"Parse": func(page string) { article.Parse(page) },
			"Form":  func(page string) { vn.Normalize(page) },
		} {
			b.Run(name+"/"+method, func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					for _, page := range pages {
						read(page)
					}
				}
			})
		}
	}
}
