package vn_test

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/transform"

	"github.com/toasoan/toasoan/vn"
)

func ExampleFold() {
	fmt.Println(vn.Fold("Đắk Lắk: HÒA BÌNH, Hoà Bình"))
	fmt.Println(vn.Fold("Müller và Зеленский"))
	// Output:
	// dak lak: hoa binh, hoa binh
	// muller va зеленский
}

// Keys for a search index, made in one buffer.
func ExampleAppendFold() {
	index := make(map[string][]int)
	var key []byte
	for id, place := range []string{"Hoà Bình", "Cần Thơ", "HÒA BÌNH"} {
		key = vn.AppendFold(key[:0], place)
		index[string(key)] = append(index[string(key)], id)
	}
	fmt.Println(index["hoa binh"], index["can tho"])
	// Output: [0 2] [1]
}

func ExampleNewFoldTransformer() {
	r := transform.NewReader(strings.NewReader("Đồng bằng sông Cửu Long\n"), vn.NewFoldTransformer())
	io.Copy(os.Stdout, r)
	// Output: dong bang song cuu long
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
	// Output: Dang Thuy Tram gap señor Nuñez
}

// Words that differ in nothing but the tone, for a dictionary of rhymes.
func ExampleStripTones() {
	for _, word := range []string{"ma", "mà", "mạ", "mơ"} {
		fmt.Println(word, vn.StripTones(word))
	}
	// Output:
	// ma ma
	// mà ma
	// mạ ma
	// mơ mơ
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

// An address has room for 32 bytes; the slug ends with a whole word.
func ExampleSlugger_Slug() {
	g := vn.Slugger{MaxLen: 32}
	fmt.Println(g.Slug("Cần Thơ đẩy nhanh tiến độ các công trình giao thông"))
	// Output: can-tho-day-nhanh-tien-do-cac
}

func ExampleSlugger_Append() {
	path := []byte("/thoi-su/")
	path = vn.Slugger{}.Append(path, "Mưa lớn, nhiều tuyến đường ngập sâu")
	fmt.Println(string(path))
	// Output: /thoi-su/mua-lon-nhieu-tuyen-duong-ngap-sau
}

// A handler refuses addresses that no article can have.
func ExampleIsSlug() {
	for _, s := range []string{"gia-lua-tang", "Gia-Lua-Tang", "gia--lua", "giá-lúa", ""} {
		fmt.Printf("%q %t\n", s, vn.IsSlug(s))
	}
	// Output:
	// "gia-lua-tang" true
	// "Gia-Lua-Tang" false
	// "gia--lua" false
	// "giá-lúa" false
	// "" false
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

// Keys that a database sorts by their bytes.
func ExampleOrder_AppendKey() {
	names := []string{"Trần Thị Ánh", "Nguyễn Văn An", "Lê Thị Ân", "Đỗ Văn An"}
	keys := make(map[string]string)
	for _, name := range names {
		keys[name] = string(vn.OrderName.AppendKey(nil, name))
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(keys[a], keys[b]) })
	fmt.Println(strings.Join(names, ", "))
	// Output: Đỗ Văn An, Nguyễn Văn An, Trần Thị Ánh, Lê Thị Ân
}

// A paper for readers abroad prints the time of its own city.
func ExampleParseTimeIn() {
	paris := time.FixedZone("CET", 3600)
	t, err := vn.ParseTimeIn("Thứ hai, 23/11/2026, 08:30", paris)
	fmt.Println(t, err)
	fmt.Println(vn.FormatTime(t))
	// Output:
	// 2026-11-23 08:30:00 +0100 CET <nil>
	// Thứ hai, 23/11/2026, 14:30 (GMT+7)
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
