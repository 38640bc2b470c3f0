package article_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/txtar"
	"github.com/toasoan/toasoan/vn"
)

// fixture returns the input of a fixture.
func fixture(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../testdata/articles/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(txtar.Parse(data).Get("input"))
}

// TestParseForms checks that a page gives one article, whatever its line ends,
// its normal form and the blanks around its lines, and that the notes are on
// the same lines.
func TestParseForms(t *testing.T) {
	for _, name := range []string{"page", "tail-mixed", "credit-two-lines", "header-full", "interview"} {
		text := fixture(t, name)
		want, notes := article.Parse(text)
		padded := func(line string) string { return strings.ReplaceAll(line, "\n", "\u00a0 \n\t ") }
		forms := map[string]string{
			"CRLF":           strings.ReplaceAll(text, "\n", "\r\n"),
			"CR":             strings.ReplaceAll(text, "\n", "\r"),
			"NFD":            norm.NFD.String(text),
			"BOM":            "\ufeff" + text,
			"padded":         "  " + padded(text),
			"no final break": strings.TrimRight(text, "\n"),
			"joiners":        strings.ReplaceAll(text, "ng", "n\u034fg"),
			"eth":            strings.ReplaceAll(text, "Đ", "Ð"),
		}
		for form, s := range forms {
			got, gotNotes := article.Parse(s)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s: another article (-want +got):\n%s", name, form, diff)
			}
			if len(gotNotes) != len(notes) {
				t.Errorf("%s, %s: %d notes, want %d", name, form, len(gotNotes), len(notes))
			}
		}
		blank, _ := article.Parse("\n \n\t\n" + text + "\n\n")
		if diff := cmp.Diff(want, blank); diff != "" {
			t.Errorf("%s between blank lines: another article (-want +got):\n%s", name, diff)
		}
	}
}

// TestParseTail checks that lines under the labels of a tail are its links.
func TestParseTail(t *testing.T) {
	text := fixture(t, "page")
	text = strings.Replace(text, "Mới nhất\n", "Mới nhất (12)\n\nChợ hoa mở sớm (21/11/2026)\n\nCầu mới thông xe\n\n(5)\n", 1)
	a, notes := article.Parse(text)
	want := []*article.LinkBlock{
		{Kind: article.LinkOther, Label: "Các tin khác"},
		{Kind: article.LinkLatest, Label: "Mới nhất", Links: []article.RelatedLink{
			{Title: "Chợ hoa mở sớm", Published: time.Date(2026, 11, 21, 0, 0, 0, 0, time.FixedZone("", 7*3600))},
			{Title: "Cầu mới thông xe"},
		}},
		{Kind: article.LinkPopular, Label: "Xem nhiều nhất"},
	}
	if diff := cmp.Diff(want, a.Related); diff != "" {
		t.Errorf("Related (-want +got):\n%s", diff)
	}
	var dropped []string
	for _, n := range notes {
		if n.Dropped {
			dropped = append(dropped, n.Text)
		}
	}
	if diff := cmp.Diff([]string{"Phản hồi", "Mới nhất (12)", "(5)"}, dropped); diff != "" {
		t.Errorf("dropped (-want +got):\n%s", diff)
	}
}

func TestParserOptions(t *testing.T) {
	const text = "Thuỷ điện xả lũ\n\n3/5/2026 14:30\n\nNhà máy thuỷ điện Suối Choang xả lũ từ sáng, người dân hạ du đã được báo trước.\n\nTin Nóng Trong Ngày:\n\nCầu mới thông xe\n"
	tokyo := time.FixedZone("JST", 9*3600)
	p := article.Parser{
		Form:     vn.Form{Tone: vn.OldStyle},
		Location: tokyo,
		Labels:   map[string]article.LinkKind{"tin nóng trong ngày": "hot"},
	}
	a, _ := p.Parse(text)
	if a.Title != "Thủy điện xả lũ" || !strings.Contains(a.PlainText(), "Nhà máy thủy điện") {
		t.Errorf("not in the old style: %q", a.PlainText())
	}
	if want := time.Date(2026, 5, 3, 14, 30, 0, 0, tokyo); !a.Published.Equal(want) {
		t.Errorf("Published = %v, want %v", a.Published, want)
	}
	want := []*article.LinkBlock{{Kind: "hot", Label: "Tin Nóng Trong Ngày", Links: []article.RelatedLink{{Title: "Cầu mới thông xe"}}}}
	if diff := cmp.Diff(want, a.Related); diff != "" {
		t.Errorf("Related (-want +got):\n%s", diff)
	}
	if a, _ := article.Parse(text); len(a.Related) != 0 {
		t.Errorf("the zero Parser knows the label: %v", a.Related)
	}
}

func TestParseCredit(t *testing.T) {
	tests := []struct {
		in     string
		people []string
		source string
	}{
		{"Ảnh: Minh Anh/TTXVN", []string{"Minh Anh"}, "TTXVN"},
		{"(Ảnh: Tuấn Anh-TTXVN)", []string{"Tuấn Anh"}, "TTXVN"},
		{"Ảnh: Hữu Lộc - TTXVN", []string{"Hữu Lộc"}, "TTXVN"},
		{"Ảnh: Xuân Hoa - Đức Hùng", []string{"Xuân Hoa", "Đức Hùng"}, ""},
		{"ẢNH: QUANG ĐỊNH", []string{"QUANG ĐỊNH"}, ""},
		{"Ảnh: NVCC", nil, "NVCC"},
		{"Ảnh VGP/Nhật Bắc", []string{"Nhật Bắc"}, "VGP"},
		{"(Ảnh TN)", nil, "TN"},
		{"(Nguồn ảnh: Reuters)", nil, "Reuters"},
		{"Nguồn: baochinhphu.vn", nil, "baochinhphu.vn"},
		{"Ảnh minh hoạ: Getty Images", nil, "Getty Images"},
		{"Đồ hoạ: Hà An, Lê Vy", []string{"Hà An", "Lê Vy"}, ""},
		{"Video: Hoàng Phương và Lộc Chung", []string{"Hoàng Phương", "Lộc Chung"}, ""},
		{"Ảnh: Bà Rịa – Vũng Tàu", nil, "Bà Rịa – Vũng Tàu"},
		{"Ảnh: Gia đình cung cấp.", nil, "Gia đình cung cấp"},
	}
	for _, tt := range tests {
		got, ok := article.ParseCredit("  " + tt.in + "\n")
		want := article.Credit{Text: tt.in, People: tt.people, Source: tt.source}
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("ParseCredit(%q): %t (-want +got):\n%s", tt.in, ok, diff)
		}
	}
	for _, in := range []string{"", "Ảnh", "Ảnh:", "Ảnh đẹp quá", "Bức ảnh: Minh Anh", "Minh Anh", "Tin: Minh Anh", "Ảnh:" + strings.Repeat(" dài", 60)} {
		if got, ok := article.ParseCredit(in); ok || got.Text != "" {
			t.Errorf("ParseCredit(%q) = %+v, %t; want none", in, got, ok)
		}
	}
}

// TestParseNames checks that the names of people keep their own tone style,
// and all else follows the parser's.
func TestParseNames(t *testing.T) {
	const text = "Thuỷ điện xả lũ\n\nTin, ảnh: Trần Thị Thuỷ\n\nNhà máy thuỷ điện Suối Choang xả lũ từ sáng sớm, người dân hạ du đã được báo trước sáu giờ.\n\n" +
		"Thuỷ điện Suối Choang sáng 3/5. Ảnh: Lê Hoà/TTXVN\n\nBến đò chiều muộn. Ảnh:\n\nVõ Khoẻ\n\n" +
		"Mực nước hồ Choang hạ thêm hai mét, đủ chỗ đón đợt mưa tới, theo tính toán của nhà máy thuỷ điện và của huyện.\n"
	p := article.Parser{Form: vn.Form{Tone: vn.OldStyle}}
	a, _ := p.Parse(text)
	if a.Title != "Thủy điện xả lũ" || len(a.Byline) != 1 || a.Byline[0].Name != "Trần Thị Thuỷ" {
		t.Errorf("title %q by %v, want the title alone in the old style", a.Title, a.Byline)
	}
	var got []string
	for b := range a.Body.All() {
		if f, ok := b.(*article.Figure); ok {
			got = append(got, f.Caption.Text.PlainText(), f.Caption.Credit.Text)
		}
	}
	want := []string{"Thủy điện Suối Choang sáng 3/5.", "Ảnh: Lê Hoà/TTXVN", "Bến đò chiều muộn.", "Ảnh: Võ Khoẻ"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("captions (-want +got):\n%s", diff)
	}
}
