package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// newsWords are words of the news, in about its mix of letters, the most common ones
// first.
var newsWords = strings.Fields(`và của có là được cho trong các với một người những không này khi đã
	để từ năm về tại đến ra vào cũng nhiều trên phải sau đó hai còn như nhà lại làm bị theo chỉ thể
	đang việc mới nước đầu hội nhưng hơn trước biết tỉnh ngày tháng đồng triệu tỷ giá đội trận điểm
	giải quận huyện xã phường đường xe án tù thuốc đại khoảng quá quý quả giả già lúa gạo bão lũ mưa
	nắng sông cầu chợ bến kênh đê vụ mùa tàu thuyền cảng ruộng vườn cá tôm dừa xoài bưởi khỏe hòa
	thủy toàn hoạt động quốc gia nhân dân chính phủ kinh tế văn hóa giáo dục sức khỏe doanh nghiệp
	ngân hàng lãi suất thuế máy tai nạn công an điều tra tòa bệnh viện bác sĩ học sinh sinh viên
	nông nghiệp xuất khẩu biến đổi khí hậu nhiệt độ khuyến cáo chuyển đổi nguyên liệu giải phóng mặt
	bằng thông xe khánh thành nghiên cứu thử nghiệm tuyển dụng nghỉ phép thưởng tết đặc sản ẩm thực
	Việt Nam Hà Nội Cần Thơ Đà Nẵng Huế Sài Gòn Nguyễn Trần Lê Phạm Hoàng Đặng Võ Bùi Đỗ
	Quảng Ngãi Đồng Tháp Thuận An World Cup FIFA UBND HĐND TP.HCM V.League`)

// A writer draws words with a fixed seed.
type writer struct{ *rand.Rand }

func newWriter(seed uint64) writer { return writer{rand.New(rand.NewPCG(seed, 11))} }

// words returns n or more bytes of words, the first with a capital. As in a language, the
// first words of the list come more often than the last.
func (w writer) words(n int) string {
	var b strings.Builder
	for b.Len() < n {
		word := newsWords[w.IntN(1+w.IntN(len(newsWords)))]
		switch n := w.IntN(120); { // about what a newspaper has
		case n < 8:
			word += ","
		case n < 11:
			word = fmt.Sprint(w.IntN(2000), " ", word)
		case n == 11:
			word = "“" + word + "”"
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	r, size := utf8.DecodeRuneInString(b.String())
	return string(unicode.ToUpper(r)) + strings.TrimSuffix(b.String()[size:], ",")
}

// prose returns n or more bytes of sentences.
func (w writer) prose(n int) string {
	var b strings.Builder
	for b.Len() < n {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.words(60+w.IntN(120)) + ".")
	}
	return b.String()
}

// text returns n or more bytes of prose that does not repeat, normal in every
// respect but the tone style.
func text(n int) string { return newWriter(1).prose(n) }

// titles returns 8192 titles, no two alike.
func titles() []string {
	w := newWriter(2)
	list := make([]string, 8192)
	for i := range list {
		list[i] = w.words(84)
	}
	return list
}

// syllables returns n bytes or a little more of legal syllables drawn at random, with
// some punctuation: harder on every peer, and on us, than text, for nothing in it is
// frequent.
func syllables(n int) string {
	onsets := strings.Fields("b c ch d đ g h kh l m n ng nh ph r s t th tr v x")
	rimes := strings.Fields("a ac am an ang anh at ai ao au ay ăn ăng ân âu ây o on ong oi ô ông ôi ơ ơn ơi u un ung ui ư ưng ưu ua uôn uôi ưa ương ươi oa oan oang oai uân uy uyên")
	tones := []vn.Tone{vn.ToneNgang, vn.ToneNgang, vn.ToneHuyen, vn.ToneSac, vn.ToneSac, vn.ToneHoi, vn.ToneNga, vn.ToneNang}
	r := rand.New(rand.NewPCG(3, 5))
	b := make([]byte, 0, n+32)
	for len(b) < n {
		y := vn.Syllable{Onset: onsets[r.IntN(len(onsets))], Rime: rimes[r.IntN(len(rimes))], Tone: tones[r.IntN(len(tones))]}
		if strings.HasSuffix(y.Rime, "c") || strings.HasSuffix(y.Rime, "t") {
			y.Tone = vn.ToneSac
		}
		b = y.Append(b, vn.OldStyle)
		if r.IntN(10) == 0 {
			b = append(b, ',')
		}
		b = append(b, ' ')
	}
	return string(b)
}

// news returns n articles of the size of real ones, no two alike. All running
// text is plain, so that flat structs can hold it.
func news(n int) []*article.Article {
	list := make([]*article.Article, n)
	for k := range list {
		list[k] = newWriter(uint64(100 + k)).article(k)
	}
	return list
}

func plain(s string) article.Inlines { return article.Inlines{article.Text(s)} }

func (w writer) article(k int) *article.Article {
	published := time.Date(2026, 11, 1+k%28, 6, 30, 0, 0, time.FixedZone("", 7*60*60))
	figure := func(n int) *article.Figure {
		url := fmt.Sprintf("https://bao.example/anh/%d-%d.jpg", k, n)
		return &article.Figure{
			Image: article.Image{URL: url, Width: 1280, Height: 720,
				Sources: []article.Rendition{{URL: url + "?w=640", Width: 640}, {URL: url + "?w=1280", Width: 1280}}},
			Caption: article.Caption{Text: plain(w.words(90) + "."),
				Credit: article.Credit{Text: "Ảnh: Minh Anh/TTXVN", People: []string{"Minh Anh"}, Source: "TTXVN"}},
		}
	}
	links := func(kind article.LinkKind, label string) *article.LinkBlock {
		b := &article.LinkBlock{Kind: kind, Label: label}
		for i := range 5 {
			b.Links = append(b.Links, article.RelatedLink{Title: w.words(70), URL: fmt.Sprintf("https://bao.example/tin/%d-%d.html", k, i)})
		}
		return b
	}
	a := &article.Article{
		ID: fmt.Sprint(4700000 + k), URL: fmt.Sprintf("https://bao.example/thoi-su/tin-%d.html", k), Section: "Thời sự",
		Kicker: w.words(24), Title: w.words(70), Lead: plain(w.prose(160)),
		Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "ảnh"}}, Source: "TTXVN",
		Published: published, Modified: published.Add(95 * time.Minute), Tags: []string{"Cần Thơ", "giao thông", "cao tốc"},
	}
	for i := range 12 {
		switch i {
		case 1, 7:
			a.Body = append(a.Body, figure(i))
		case 5:
			a.Body = append(a.Body, &article.Heading{Level: 2, Text: plain(w.words(30))})
		}
		a.Body = append(a.Body, &article.Paragraph{Text: plain(w.prose(250 + w.IntN(250)))})
	}
	a.Related = []*article.LinkBlock{links(article.LinkOther, "Các tin khác"), links(article.LinkLatest, "Mới nhất")}
	return a
}

// TestInputs holds the inputs to what BENCHMARKS.md says of them.
func TestInputs(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range titles() {
		seen[s] = true
	}
	if len(seen) != 8192 {
		t.Errorf("%d distinct titles, want 8192", len(seen))
	}
	if s := text(1 << 20); !(vn.Form{}).IsNormal(s) {
		t.Error("the text is not normal")
	}
	if s := syllables(1 << 20); !(vn.Form{Tone: vn.OldStyle}).IsNormal(s) {
		t.Error("the syllables are not normal")
	}
	for _, a := range news(64) {
		data, err := a.AppendJSON(nil)
		if n := len(data); err != nil || n < 5_000 || n > 10_000 {
			t.Fatalf("an article of %d bytes, %v; want 5 to 10 KB", n, err)
		}
	}
}

// each measures f on the inputs of a list in turn.
func each[T any](b *testing.B, list []T, size func(T) int, f func(T)) {
	n := 0
	for _, x := range list {
		n += size(x)
	}
	b.SetBytes(int64(n / len(list)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f(list[i%len(list)])
	}
}

func length(s string) int { return len(s) }
