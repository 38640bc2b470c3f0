package article_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/article"
)

// before and after are lines that cannot stand in the tail of a page: they are
// longer than any link.
var (
	before = strings.Repeat("Bà con trong ấp góp công đắp lại con đường dẫn ra bến đò sau mùa nước. ", 3)
	after  = strings.Repeat("Ngày khánh thành, học trò hai bên bờ kênh đạp xe qua lại đến tối mịt. ", 3)
)

// outline writes the blocks of a body as lines: what kind, and its text.
func outline(bs article.Blocks) string {
	var b strings.Builder
	for _, x := range bs {
		switch x := x.(type) {
		case *article.Paragraph:
			fmt.Fprintln(&b, "p:", short(x.Text.PlainText()))
		case *article.Heading:
			fmt.Fprintln(&b, "h:", x.Text.PlainText())
		case *article.Figure:
			fmt.Fprintln(&b, "fig:", x.Caption.Text.PlainText(), "|", x.Caption.Credit.Text)
		case *article.LinkBlock:
			fmt.Fprintln(&b, "links:", x.Kind, x.Label)
			for _, l := range x.Links {
				fmt.Fprintln(&b, "  ", l.Title)
			}
		case *article.Box:
			fmt.Fprintln(&b, "box:", x.Title)
			b.WriteString(outline(x.Body))
		case *article.Correction:
			fmt.Fprintln(&b, "correction:", x.Title, "|", strings.ReplaceAll(x.Text.PlainText(), "\n", "/"))
		case *article.List:
			fmt.Fprintln(&b, "list:", x.Ordered, len(x.Items))
		default:
			fmt.Fprintf(&b, "%T\n", x)
		}
	}
	return b.String()
}

func short(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}

// TestParseInside takes what stands between the paragraphs of a text.
func TestParseInside(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"links", "Tin liên quan\nĐắp đê ngăn mặn ở Vị Thủy\nCầu dây thay bến đò cũ", "links: related Tin liên quan\n   Đắp đê ngăn mặn ở Vị Thủy\n   Cầu dây thay bến đò cũ\n"},
		{"button", "Chia sẻ bài viết", ""},
		{"correction", "Cải chính\nSố tiền đúng là 12 triệu đồng.\nThành thật xin lỗi bạn đọc.\nChia sẻ bài viết", "correction: Cải chính | Số tiền đúng là 12 triệu đồng./Thành thật xin lỗi bạn đọc.\n"},
		{"box", "Thông tin thêm:\nCon đường dài hai cây số.\nMặt đường rộng ba mét.", "box: Thông tin thêm\np: Con đường dài hai cây số.\np: Mặt đường rộng ba mét.\n"},
		{"empty box", "Thông tin thêm:\nTin liên quan", "p: Thông tin thêm:\np: Tin liên quan\n"},
		{"empty correction", "Cải chính\nTin liên quan", "p: Cải chính\np: Tin liên quan\n"},
		{"dashes", "- Mua cát ở bãi sông\n- Thuê hai chiếc ghe\n- Góp gạo nấu cơm", "list: false 3\n"},
		{"numbers", "1. Mua cát ở bãi sông\n2. Thuê hai chiếc ghe", "list: true 2\n"},
		{"dialogue", "- Chú đi đâu đó?\n- Tôi ra bến đò.", "p: - Chú đi đâu đó?\np: - Tôi ra bến đò.\n"},
		{"credit alone", "Ảnh: Hữu Phước", "fig:  | Ảnh: Hữu Phước\n"},
	}
	for _, tt := range tests {
		a, _ := article.Parse("Con đường mới ra bến đò\n\n" + before + "\n\n" + after + "\n\n" + tt.lines + "\n\n" + before + "Ai cũng mừng.\n")
		want := fmt.Sprintf("p: %s\np: %s\n%sp: %[1]s\n", short(before), short(after), tt.want)
		if diff := cmp.Diff(want, outline(a.Body)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestParseTwoSources checks that the agency of a byline stands beside one that
// the text names elsewhere.
func TestParseTwoSources(t *testing.T) {
	for end, want := range map[string]string{
		"Khánh Chi (Zing)\n\nTheo Reuters":    "Zing, Reuters",
		"Khánh Chi (Reuters)\n\nTheo Reuters": "Reuters",
		"Khánh Chi (Zing)":                    "Zing",
	} {
		a, _ := article.Parse("Con đường mới ra bến đò\n\n" + before + "\n\n" + after + "\n\n" + end + "\n")
		if a.Source != want || len(a.Byline) != 1 || a.Byline[0].Name != "Khánh Chi" {
			t.Errorf("%q: source %q, want %q, by %v", end, a.Source, want, a.Byline)
		}
	}
}

// TestParseLabelCount checks that the count of a label has a note.
func TestParseLabelCount(t *testing.T) {
	a, notes := article.Parse("Con đường mới ra bến đò\n\n" + before + "\n\n" + after + "\n\nTin liên quan (2):\n\nCầu mới thông xe\n\nBến đò cũ\n")
	want := []*article.LinkBlock{{Kind: article.LinkRelated, Label: "Tin liên quan", Links: []article.RelatedLink{{Title: "Cầu mới thông xe"}, {Title: "Bến đò cũ"}}}}
	if diff := cmp.Diff(want, a.Related); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]article.Note{{Line: 7, Rule: "count", Text: "Tin liên quan (2):", Dropped: true}}, notes); diff != "" {
		t.Errorf("notes -want +got:\n%s", diff)
	}
}

// TestParseOrder checks that dates and sources count in the order of the page,
// though its end is read before its text.
func TestParseOrder(t *testing.T) {
	head := "Con đường mới ra bến đò\n\n9/7/2026 08:30\n\n(TTXVN) - " + before + "\n\n" + after + "\n\n"
	for end, modified := range map[string]string{
		"Theo Báo Ấp Bắc\n\n9/7/2026 21:15":           "2026-07-09 21:15",
		"Theo Báo Ấp Bắc\n\nCập nhật: 9/7/2026 21:15": "2026-07-09 21:15",
		"Theo Báo Ấp Bắc\n\n8/7/2026 21:15":           "0001-01-01 00:00",
	} {
		a, _ := article.Parse(head + end)
		const layout = "2006-01-02 15:04"
		if got := a.Published.Format(layout); got != "2026-07-09 08:30" || a.Modified.Format(layout) != modified {
			t.Errorf("%q: published %s, modified %s, want %s", end, got, a.Modified.Format(layout), modified)
		}
		if want := "TTXVN, Báo Ấp Bắc"; a.Source != want {
			t.Errorf("%q: source %q, want %q", end, a.Source, want)
		}
	}
}

// TestParseBylinePlaces checks where a name without a label is the author: at
// the end of the text, beside a date, and below the links of "Xem thêm".
func TestParseBylinePlaces(t *testing.T) {
	tests := []struct {
		name, page string
		ok         bool
	}{
		{"above the date", "\n\nLý Thu Ngà\n\n9/7/2026\n\n" + before + "\n\n" + after, true},
		{"below the date", "\n\n9/7/2026\n\nLý Thu Ngà\n\n" + before + "\n\n" + after, true},
		{"below the date, and no text", "\n\n9/7/2026\n\nLý Thu Ngà\n\nMột buổi chiều", false},
		{"one word", "\n\n9/7/2026\n\nNgà\n\n" + before + "\n\n" + after, false},
		{"no date", "\n\nLý Thu Ngà\n\n" + before + "\n\n" + after, false},
		{"at the end", "\n\n" + before + "\n\n" + after + "\n\nLý Thu Ngà", true},
		{"below a label of links", "\n\n" + before + "\n\n" + after + "\n\nXem thêm:\n\nLý Thu Ngà", true},
		{"below links", "\n\n" + before + "\n\n" + after + "\n\nXem thêm:\n\nBến cũ\n\nLý Thu Ngà\n\nBình luận", true},
		{"among links", "\n\n" + before + "\n\n" + after + "\n\nXem thêm:\n\nLý Thu Ngà\n\nBến cũ", false},
		{"below the links of the page", "\n\n" + before + "\n\n" + after + "\n\nTin khác\n\nBến cũ\n\nLý Thu Ngà", false},
		{"below other links", "\n\n" + before + "\n\n" + after + "\n\nTin khác\n\nBến cũ\n\nXem thêm:\n\nLý Thu Ngà", false},
		{"with a role", "\n\n" + before + "\n\n" + after + "\n\nTin khác\n\nLý Thu Ngà (tổng hợp)\n\nBến cũ", true},
	}
	for _, tt := range tests {
		a, _ := article.Parse("Con đường mới ra bến đò" + tt.page)
		if got := len(a.Byline) == 1 && a.Byline[0].Name == "Lý Thu Ngà"; got != tt.ok || !got && len(a.Byline) > 0 {
			t.Errorf("%s: by %v, want Lý Thu Ngà: %t", tt.name, a.Byline, tt.ok)
		}
	}
}

// TestParseHeadButtons checks that the buttons below a title begin no tail, if
// the lines below are as short as those of one.
func TestParseHeadButtons(t *testing.T) {
	a, notes := article.Parse("Con đường mới ra bến đò\n\n9/7/2026\n\nChia sẻ\n\nTheo TTXVN\n\nIn bài\n\nCon đường dài hai cây số, rộng ba mét.\n\nBà con góp công đắp nền.\n\nTin liên quan\n\nBến cũ\n")
	want := "p: Con đường dài hai cây số, rộng…\np: Bà con góp công đắp nền.\n"
	if got := outline(a.Body); got != want || len(notes) != 3 || len(a.Related) != 1 {
		t.Errorf("body %q, want %q; notes %v; related %v", got, want, notes, a.Related)
	}
}
