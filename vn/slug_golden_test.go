package vn_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

var slugUpdate = flag.Bool("update-slugs", false, "append new titles to testdata/slugs.txt; a slug that is there never changes")

// slugTitles returns the titles of the golden file, from words that the tests of
// this package choose. Their number may grow; the order must not change.
func slugTitles() []string {
	r := rand.New(rand.NewPCG(1945, 1975))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	words := strings.Fields(`Hà Nội Huế Đà Nẵng Cần Thơ thành phố Hồ Chí Minh tỉnh Đắk Lắk Gia Lai Nghệ An Quảng Ngãi
		Thủ tướng bộ trưởng người dân nông dân học sinh công nhân giáo viên bác sĩ cầu thủ đội tuyển bóng đá nữ
		khởi công khánh thành thông xe nghiệm thu kiểm tra xử lý đề xuất quyết định phê duyệt hoà giải hòa nhạc
		đường cao tốc cầu vượt bệnh viện trường học chợ nổi sân bay cảng biển khu công nghiệp nhà ở xã hội
		giá vàng giá xăng lãi suất chứng khoán xuất khẩu gạo cà phê hồ tiêu sầu riêng thủy sản thuỷ lợi
		mưa lớn ngập lụt bão số sạt lở hạn mặn nắng nóng rét đậm gió mùa triều cường động đất
		tăng giảm vượt đạt mất thêm gần hơn dưới trên giữa trước sau trong ngoài khoẻ khỏe quý quốc gì giếng`)
	names := strings.Split("Nguyễn Thị Ánh|Y Moan Ênuôl|Lê Đức Thọ|M'gar|Ea H’leo|Müller|Šeško|Mbappé|Gyökeres|Łukasz|O'Neill|Søren|İlkay|Đặng Thùy Trâm|Krông Nô", "|")
	figures := strings.Split("12,64%|3.846 đồng|30/4|1.7.2025|80m²|120 ㎡|½|10²|4×100 m|39°C|50.000₫|$5|€7|2–1|24/7|5G|U23|COVID‑19|CO₂|Ⅷ|①|ＡＢ１２|𝟏𝟐|🅰|35 ㎞/h|#1|@tin|R&D|A & B", "|")
	marks := []string{" ", " ", " ", " ", ": ", ", ", " – ", "—", "... ", " - ", "/", "; ", "?! ", " “", "” ", " (", ") ", " | ", "\u00a0", "\u200b ", " 👍🏽 ", "…"}
	titles := []string{"", "!!!", "日本語", "Владимир Путин", "tоán lớp 1", "aПb", "Vi\u00adệt N\u200bam", "𝐂𝐚̂̀𝐧 𝐓𝐡𝐨̛", "straße ﬁn Łódź ĳ Ǆ", "C\xffần Thơ"}
	for len(titles) < 2400 {
		var b strings.Builder
		for i := range 3 + r.IntN(12) {
			if i > 0 {
				b.WriteString(pick(marks))
			}
			switch r.IntN(9) {
			case 0:
				b.WriteString(pick(names))
			case 1:
				b.WriteString(pick(figures))
			default:
				b.WriteString(pick(words))
			}
		}
		title := b.String()
		switch r.IntN(8) {
		case 0:
			title = norm.NFD.String(title)
		case 1:
			title = strings.ToUpper(title)
		}
		titles = append(titles, title)
	}
	return append(titles, "Nắng nóng 40ºC, nº 5", "Ngƣời dân TRƢỜNG SƠN", "UBND TP.HСМ, ÐHYD và СССР", "Hỏi & đáp, hỏi &amp; đáp",
		"quạu quọ, quýnh quýu, giãi giề, hòàn tíếng")
}

// A slug never changes: what the golden file has, this version and every later one
// gives.
func TestSlugGolden(t *testing.T) {
	const name = "testdata/slugs.txt"
	data, err := os.ReadFile(name)
	if err != nil && !*slugUpdate {
		t.Fatal(err)
	}
	golden := strings.SplitAfter(string(data), "\n")
	golden = golden[:len(golden)-1]
	var added []string
	for i, title := range slugTitles() {
		line := fmt.Sprintf("%s\t%+q\n", vn.Slug(title), title)
		if i >= len(golden) {
			added = append(added, line)
		} else if golden[i] != line {
			t.Errorf("line %d: %s", i+1, cmp.Diff(golden[i], line))
		}
	}
	switch {
	case len(added) == 0:
	case !*slugUpdate:
		t.Errorf("%s lacks %d titles; run with -update-slugs", name, len(added))
	case !t.Failed():
		if err := os.WriteFile(name, []byte(string(data)+strings.Join(added, "")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if len(golden)+len(added) < 2000 {
		t.Errorf("%s has %d titles only", name, len(golden))
	}
}
