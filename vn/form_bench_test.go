package vn_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// formWords are words of the news, the most common ones first.
var formWords = strings.Fields(`và của có là được cho trong các với một người những không này khi đã để từ năm
	ông về tại đến ra vào cũng Việt Nam nhiều trên phải sau đó công hai còn như thành nhà lại làm bị theo
	chỉ thể đang việc mới quốc gia trường nước đầu nhân dân sự hội nhưng hơn trước quyền biết chính phủ tỉnh
	thủ tướng ngày tháng đồng triệu tỷ giá kinh tế xã đội bóng trận điểm giải cầu huấn luyện viên thị
	doanh nghiệp ngân hàng lãi suất thuế quận huyện phường đường xe máy tai nạn công an bắt giữ điều tra tòa
	án xử phạt tù bệnh viện bác sĩ khám chữa thuốc học sinh giáo dục thi điểm chuẩn đại tuyển khỏe toàn hoạt
	động khoảng quá quý quả giá giả già thủy hải sản xuất khẩu nông lúa gạo cà phê biến đổi khí hậu bão lũ
	mưa nắng nhiệt độ Hà Nội Cần Thơ Đà Nẵng Huế Sài Gòn HLV VFF World Cup Messi Nguyễn Trần Lê Phạm Hoàng`)

// formText returns about n bytes of text that does not repeat. As in a language,
// the first words come more often than the last ones, of which many have a tone
// mark that has to be looked at: one in about 500 bytes, as in testdata/articles.
func formText(n int) string {
	r := rand.New(rand.NewPCG(7, 11))
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(formWords[r.IntN(1+r.IntN(len(formWords)))])
		switch r.IntN(12) {
		case 0:
			b.WriteString(", ")
		case 1:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func benchmarkForm(b *testing.B, s string, f func(string) bool) {
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if !f(s) {
			b.Fatal("not normal")
		}
	}
}

func BenchmarkFormNormal(b *testing.B) {
	s := formText(2 << 20)
	old := vn.Form{Tone: vn.OldStyle}
	b.Run("IsNormal", func(b *testing.B) { benchmarkForm(b, s, vn.Form{}.IsNormal) })
	b.Run("IsNormalOld", func(b *testing.B) { benchmarkForm(b, s, old.IsNormal) })
	b.Run("String", func(b *testing.B) { benchmarkForm(b, s, func(s string) bool { return len(vn.Normalize(s)) == len(s) }) })
	b.Run("ValidString", func(b *testing.B) { benchmarkForm(b, s, utf8.ValidString) })
	b.Run("NFC.IsNormalString", func(b *testing.B) { benchmarkForm(b, s, norm.NFC.IsNormalString) })
}

func BenchmarkFormFromNFD(b *testing.B) {
	s := norm.NFD.String(formText(1 << 20))
	dst := make([]byte, 0, 2*len(s))
	b.Run("Append", func(b *testing.B) {
		benchmarkForm(b, s, func(s string) bool { return len(vn.Form{}.Append(dst, s)) < len(s) })
	})
	b.Run("NFC.AppendString", func(b *testing.B) {
		benchmarkForm(b, s, func(s string) bool { return len(norm.NFC.AppendString(dst, s)) < len(s) })
	})
}

func BenchmarkFormTitle(b *testing.B) {
	s := formText(90)
	b.Run("IsNormal", func(b *testing.B) { benchmarkForm(b, s, vn.Form{}.IsNormal) })
	b.Run("NFC.IsNormalString", func(b *testing.B) { benchmarkForm(b, s, norm.NFC.IsNormalString) })
}
