package vn_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/toasoan/toasoan/vn"
)

func ExampleFold() {
	fmt.Println(vn.Fold("Đắk Lắk: HÒA BÌNH, Hoà Bình"))
	fmt.Println(vn.Fold("Müller và Зеленский"))
	// Output:
	// dak lak: hoa binh, hoa binh
	// muller va зеленский
}

// A search that finds each spelling of a name and marks it in the source.
func ExampleFoldIndex() {
	for _, line := range []string{
		"Thuỷ điện Hoà Bình xả lũ",
		"UBND TỈNH HÒA BÌNH",
		"tinh hoa binh, khong dau",
		"Thủy điện Sơn La",
	} {
		start, end := vn.FoldIndex(line, "Hòa Bình")
		if start < 0 {
			fmt.Println(line)
			continue
		}
		fmt.Printf("%s[%s]%s\n", line[:start], line[start:end], line[end:])
	}
	// Output:
	// Thuỷ điện [Hoà Bình] xả lũ
	// UBND TỈNH [HÒA BÌNH]
	// tinh [hoa binh], khong dau
	// Thủy điện Sơn La
}

func ExampleStripMarks() {
	fmt.Println(vn.StripMarks("Đặng Thùy Trâm gặp señor Núñez"))
	fmt.Println(vn.StripTones("Tiếng Việt"))
	// Output:
	// Dang Thuy Tram gap señor Nuñez
	// Tiêng Viêt
}

// An address carries the slug for readers and the number for the server. When the
// title was changed, an old address redirects to the new one.
func ExampleSlug() {
	title := "GDP quý II tăng 6,93%"
	want := "/" + vn.Slug(title) + "-a4764068.html"

	path := "/gdp-quy-2-tang-manh-a4764068.html"
	if id := path[strings.LastIndex(path, "-a"):]; path != want {
		fmt.Println("article", strings.TrimSuffix(id[2:], ".html"), "moved to", want)
	}
	// Output:
	// article 4764068 moved to /gdp-quy-ii-tang-6-93-a4764068.html
}

func ExampleSlugger_Unique() {
	used := map[string]bool{"ban-tin-sang": true, "ban-tin-sang-2": true}
	g := vn.Slugger{MaxLen: 100}
	fmt.Println(g.Unique("Bản tin sáng", func(slug string) bool { return used[slug] }))
	// Output:
	// ban-tin-sang-3
}

func ExampleCompare() {
	words := []string{"ba hoa", "bà con", "ba cá", "bà ba", "ba ba", "Ba"}
	slices.SortFunc(words, vn.Compare)
	fmt.Println(strings.Join(words, ", "))
	// Output:
	// Ba, ba ba, ba cá, ba hoa, bà ba, bà con
}

// A staff list is sorted by given names.
func ExampleOrder() {
	staff := []string{"Trần Văn Đức", "Nguyễn Thị Ánh", "Lê Bình", "Đỗ Đức", "Nguyễn Ân"}
	slices.SortFunc(staff, vn.OrderName.Compare)
	fmt.Println(strings.Join(staff, "\n"))
	// Output:
	// Nguyễn Thị Ánh
	// Nguyễn Ân
	// Lê Bình
	// Đỗ Đức
	// Trần Văn Đức
}

func ExampleParseTime() {
	for _, s := range []string{
		"Thứ tư, 22/10/2025, 19:25 (GMT+7)",
		"17:42 Ngày 04/06/2018",
		"Chủ Nhật, ngày 24 tháng 11 năm 2024",
		"10/22/2025",
	} {
		t, err := vn.ParseTime(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(t.Format(time.RFC3339))
	}
	// Output:
	// 2025-10-22T19:25:00+07:00
	// 2018-06-04T17:42:00+07:00
	// 2024-11-24T00:00:00+07:00
	// vn: time "10/22/2025": month 22: the month stands first, the day must
}

func ExampleFormatTime() {
	t := time.Date(2026, time.November, 23, 7, 30, 0, 0, time.UTC)
	fmt.Println(vn.FormatTime(t))
	// Output:
	// Thứ hai, 23/11/2026, 14:30 (GMT+7)
}
