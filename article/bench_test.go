package article_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

// The words of the texts that the benchmarks make. No paragraph is like
// another, so that no predictor learns the document by heart. Syllables whose
// tone mark has to be looked at (Hòa, khoảng) are as frequent as in the texts of
// testdata/articles: one in about 600 bytes.
var (
	benchWho = []string{"Ông Trần Văn Bảy", "Bà con xã Thuận Hòa", "Ban chỉ huy công trường", "Chị Nguyễn Thị Hạnh", "Tổ kiểm tra liên ngành",
		"Nhiều hộ dân ven sông", "Các tiểu thương chợ nổi", "Lãnh đạo thành phố", "Người trồng cây ăn trái", "Hợp tác xã nông nghiệp Phú Lợi"}
	benchDo   = []string{"cho biết", "đề nghị xem lại", "khẳng định", "nhắc lại nhiều lần rằng", "không giấu được niềm vui khi nói về", "thông báo"}
	benchWhat = []string{"vụ lúa hè thu", "tuyến đường nối hai bờ kênh", "“món nợ” của mùa trước", "việc bàn giao mặt bằng", "lịch cấp nước ngọt",
		"đợt xâm nhập mặn sớm", "tủ sách cho học trò nghèo", "bến đò cũ", "chuyến hàng cuối năm"}
	benchWhere = []string{"ở ấp Mỹ Thạnh", "tại cuộc họp sáng nay", "dọc quốc lộ 61C", "trên địa bàn huyện", "trong những ngày nước lên"}
	benchHow   = []string{"tăng thêm %d đồng mỗi ký", "chậm %d ngày so với kế hoạch", "cần chừng %d triệu đồng", "đã có %d hộ tham gia", "bớt %d%% so với cùng kỳ"}
)

// benchSentence returns sentence n of document k.
func benchSentence(k, n int) string {
	h := uint32(k*1_000_003+n)*2654435761 + 12345
	pick := func(words []string) string {
		h = h*1664525 + 1013904223
		return words[h>>16%uint32(len(words))]
	}
	how := pick(benchHow)
	return fmt.Sprintf("%s %s %s %s, %s.", pick(benchWho), pick(benchDo), pick(benchWhat), pick(benchWhere),
		fmt.Sprintf(how, h>>20))
}

// benchArticle returns article k: about eight kilobytes of JSON.
func benchArticle(k int) *article.Article {
	text := func(n, sentences int) article.Inlines {
		var s strings.Builder
		for i := range sentences {
			s.WriteString(" " + benchSentence(k, 16*n+i))
		}
		return article.Inlines{article.Text(s.String()[1:])}
	}
	a := &article.Article{
		ID: fmt.Sprintf("20261123%03d", k), URL: fmt.Sprintf("https://bao.example/thoi-su/%d.html", k), Lang: "vi", Section: "Thời sự",
		Title: benchSentence(k, 1000), Lead: text(100, 1), Source: "Báo Hậu Giang",
		Byline:    []article.Author{{Name: "Minh Anh"}, {Name: "Hữu Phước", Role: "ảnh"}},
		Published: time.Date(2026, 11, 23, 14, 30, k%60, 0, time.FixedZone("", 7*3600)),
		Tags:      []string{"nông nghiệp", "giá lúa", "Đồng bằng sông Cửu Long"},
	}
	for i := range 14 {
		switch {
		case i%9 == 3:
			a.Body = append(a.Body, &article.Figure{
				Image: article.Image{URL: fmt.Sprintf("/anh/%d/%d.jpg", k, i), Alt: benchSentence(k, 500+i), Width: 1200, Height: 800},
				Caption: article.Caption{Text: text(i, 1),
					Credit: article.Credit{Text: "Ảnh: Hữu Phước", People: []string{"Hữu Phước"}}}})
		case i%9 == 6:
			a.Body = append(a.Body, &article.Heading{Level: 2, Text: text(i, 1)})
		}
		a.Body = append(a.Body, &article.Paragraph{Text: text(i, 1+(i+k)%4)})
	}
	links := &article.LinkBlock{Kind: article.LinkLatest, Label: "Mới nhất"}
	for i := range 4 {
		links.Links = append(links.Links, article.RelatedLink{Title: benchSentence(k, 700+i), URL: fmt.Sprintf("/tin/%d.html", k+i)})
	}
	a.Related = []*article.LinkBlock{links}
	return a
}

func benchDocument(b testing.TB) (*article.Article, []byte) {
	a := benchArticle(1)
	data, err := a.AppendJSON(nil)
	if err != nil {
		b.Fatal(err)
	}
	return a, data
}

// A flatArticle has the same members as an Article, in the form that is
// fastest for encoding/json: one struct for all blocks, texts as strings.
type flatArticle struct {
	Version   int         `json:"version"`
	ID        string      `json:"id,omitempty"`
	URL       string      `json:"url,omitempty"`
	Slug      string      `json:"slug,omitempty"`
	Lang      string      `json:"lang,omitempty"`
	Section   string      `json:"section,omitempty"`
	Kicker    string      `json:"kicker,omitempty"`
	Title     string      `json:"title,omitempty"`
	Lead      string      `json:"lead,omitempty"`
	Byline    []flatName  `json:"byline,omitempty"`
	Dateline  string      `json:"dateline,omitempty"`
	Source    string      `json:"source,omitempty"`
	Published time.Time   `json:"published,omitzero"`
	Modified  time.Time   `json:"modified,omitzero"`
	Tags      []string    `json:"tags,omitempty"`
	Body      []flatBlock `json:"body,omitempty"`
	Related   []flatBlock `json:"related,omitempty"`
}

type flatName struct {
	Name string `json:"name,omitempty"`
	Role string `json:"role,omitempty"`
}

type flatBlock struct {
	Type      string       `json:"type"`
	Level     int          `json:"level,omitempty"`
	Kind      string       `json:"kind,omitempty"`
	Label     string       `json:"label,omitempty"`
	Title     string       `json:"title,omitempty"`
	URL       string       `json:"url,omitempty"`
	Text      string       `json:"text,omitempty"`
	Statement string       `json:"statement,omitempty"`
	Cite      string       `json:"cite,omitempty"`
	Image     *flatImage   `json:"image,omitempty"`
	Caption   *flatCaption `json:"caption,omitempty"`
	Body      []flatBlock  `json:"body,omitempty"`
	Figures   []flatBlock  `json:"figures,omitempty"`
	Links     []flatLink   `json:"links,omitempty"`
}

type flatImage struct {
	URL    string `json:"url,omitempty"`
	Alt    string `json:"alt,omitempty"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
}

type flatCaption struct {
	Text   string      `json:"text,omitempty"`
	Credit *flatCredit `json:"credit,omitempty"`
}

type flatCredit struct {
	Text   string   `json:"text,omitempty"`
	People []string `json:"people,omitempty"`
	Source string   `json:"source,omitempty"`
}

type flatLink struct {
	Title string `json:"title,omitempty"`
	URL   string `json:"url,omitempty"`
}

// TestBenchDocument holds the two models to the same document, so that the
// benchmarks compare like with like.
func TestBenchDocument(t *testing.T) {
	_, data := benchDocument(t)
	if n := len(data); n < 7000 || n > 9000 {
		t.Errorf("document of %d bytes, want about 8 KB", n)
	}
	var v flatArticle
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	if out, err := json.Marshal(v); err != nil || string(out) != string(data) {
		t.Errorf("encoding/json writes %s, %v\nwant %s", out, err, data)
	}
}

func BenchmarkUnmarshalJSON(b *testing.B) {
	_, data := benchDocument(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := new(article.Article).UnmarshalJSON(data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkUnmarshalFlat is encoding/json into flat structs.
func BenchmarkUnmarshalFlat(b *testing.B) {
	_, data := benchDocument(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var v flatArticle
		if err := json.Unmarshal(data, &v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendJSON(b *testing.B) {
	a, data := benchDocument(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	buf := make([]byte, 0, 2*len(data))
	for b.Loop() {
		if _, err := a.AppendJSON(buf); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMarshalFlat is encoding/json from flat structs.
func BenchmarkMarshalFlat(b *testing.B) {
	_, data := benchDocument(b)
	var v flatArticle
	if err := json.Unmarshal(data, &v); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(&v); err != nil {
			b.Fatal(err)
		}
	}
}
