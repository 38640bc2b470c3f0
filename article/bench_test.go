package article_test

import (
	"encoding/json"
	"testing"

	"github.com/toasoan/toasoan/article"
)

func benchDocument(b testing.TB) (*article.Article, []byte) {
	a := &article.Article{ID: "1", URL: "https://bao.example/1", Title: "Thông xe cầu mới qua sông"}
	a.Body = article.Blocks{&article.Figure{Image: article.Image{URL: "a.jpg"}, Caption: article.Caption{Text: article.Inlines{article.Text("Cây cầu mới")}}}}
	for range 20 {
		a.Body = append(a.Body, &article.Paragraph{Text: article.Inlines{article.Text("Sáng 23-11, cây cầu nối hai bờ sông được thông xe sau ba năm xây dựng, rút ngắn quãng đường của người dân hơn mười cây số.")}})
	}
	data, err := a.AppendJSON(nil)
	if err != nil {
		b.Fatal(err)
	}
	return a, data
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

// BenchmarkUnmarshalStd is encoding/json into flat structs.
func BenchmarkUnmarshalStd(b *testing.B) {
	_, data := benchDocument(b)
	type flat struct {
		ID, URL, Title string
		Body           []struct {
			Type, Text string
			Image      struct{ URL string }
			Caption    struct{ Text string }
		}
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var v flat
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
