package article_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

func ExampleArticle_AppendJSON() {
	a := &article.Article{
		Title:     "Thông xe cầu Mỹ Thạnh",
		Byline:    []article.Author{{Name: "Minh Anh"}},
		Published: time.Date(2026, 11, 23, 14, 30, 0, 0, time.FixedZone("", 7*3600)),
		Body: article.Blocks{
			&article.Paragraph{Text: article.Inlines{article.Text("Sáng nay, cầu thông xe.")}},
			&article.Figure{
				Image:   article.Image{URL: "/anh/cau.jpg"},
				Caption: article.Caption{Text: article.Inlines{article.Text("Người dân qua cầu")}},
			},
		},
	}
	line, err := a.AppendJSON(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(string(line), `,"`, ",\n\"")) // one line, broken here to be read
	// Output:
	// {"version":1,
	// "title":"Thông xe cầu Mỹ Thạnh",
	// "byline":[{"name":"Minh Anh"}],
	// "published":"2026-11-23T14:30:00+07:00",
	// "body":[{"type":"paragraph",
	// "text":"Sáng nay, cầu thông xe."},{"type":"figure",
	// "image":{"url":"/anh/cau.jpg"},
	// "caption":{"text":"Người dân qua cầu"}}]}
}

func ExampleArticle_UnmarshalJSON() {
	var a article.Article
	err := json.Unmarshal([]byte(`{
		"title": "Giá lúa hè thu tăng",
		"body": [{"type": "paragraph", "text": "Thương lái đặt cọc sớm."}],
		"x-rating": 4.50
	}`), &a)
	fmt.Println(a.Title, err)
	fmt.Println(a.Body[0].(*article.Paragraph).Text.PlainText())
	fmt.Printf("%s\n", a.Extra["x-rating"])

	err = json.Unmarshal([]byte(`{"body": [{"type": "heading", "level": "hai"}]}`), &a)
	var e *article.Error
	if errors.As(err, &e) {
		fmt.Println(e.Path, errors.Is(e, article.ErrType))
	}
	// Output:
	// Giá lúa hè thu tăng <nil>
	// Thương lái đặt cọc sớm.
	// 4.50
	// /body/0/level true
}

func ExampleReadLines() {
	file := strings.NewReader(`{"title":"Nước mặn vào sâu nội đồng"}
{"title":"Thiếu dấu ngoặc"
{"title":"Bà con đắp đập giữ ngọt"}
`)
	for a, err := range article.ReadLines(file) {
		var e *article.Error
		if errors.As(err, &e) {
			fmt.Println("dòng", e.Line, "hỏng")
			continue
		}
		fmt.Println(a.Title)
	}
	// Output:
	// Nước mặn vào sâu nội đồng
	// dòng 2 hỏng
	// Bà con đắp đập giữ ngọt
}

func ExampleArticle_Validate() {
	a := &article.Article{
		URL:  "https://bao.example/thoi-su/1.html",
		Body: article.Blocks{&article.Heading{Level: 1, Text: article.Inlines{article.Text("Mùa nước nổi")}}},
	}
	var list article.ErrorList
	if errors.As(a.Validate(), &list) {
		for _, e := range list {
			fmt.Println(e)
		}
	}
	// Output:
	// article: /title: no title
	// article: /body/0/level: heading level not from 2 to 6: 1
}

func ExampleArticle_Warnings() {
	a := &article.Article{
		Title: "Xã Thuận Hòa xây cầu",
		Body: article.Blocks{
			&article.Paragraph{Text: article.Inlines{article.Text("Bà con Thuận Hoà luôn luôn mong có cầu mới.")}},
			&article.Paragraph{Text: article.Inlines{article.Text("Xã đang xây dựng dựng cầu qua kênh.")}},
		},
	}
	for _, w := range a.Warnings() {
		fmt.Println(w)
	}
	// Output:
	// article: /body/0/text: mixed tone styles: "Hòa" and "Hoà"
	// article: /body/1/text: doubled word: "dựng dựng" in "xây dựng dựng"
}

// A search index takes the text alone.
func ExampleArticle_PlainText() {
	a := &article.Article{
		Title: "Giá lúa tăng trở lại",
		Body: article.Blocks{
			&article.Paragraph{Text: article.Inlines{article.Text("Thương lái trả "), &article.Strong{Text: article.Inlines{article.Text("8.200 đồng/kg")}}, article.Text(".")}},
			&article.Figure{Caption: article.Caption{Text: article.Inlines{article.Text("Lúa hè thu ở Vị Thủy.")}}},
		},
	}
	fmt.Println(a.PlainText())
	// Output:
	// Giá lúa tăng trở lại
	//
	// Thương lái trả 8.200 đồng/kg.
	//
	// Lúa hè thu ở Vị Thủy.
}

// The place of a fault, for the log of an import.
func ExampleError() {
	var a article.Article
	err := a.UnmarshalJSON([]byte(`{"title":"Giá lúa","body":[{"type":"heading","level":"2","text":"Vụ hè thu"}]}`))
	var e *article.Error
	if errors.As(err, &e) {
		fmt.Println(e.Path, errors.Is(err, article.ErrType))
	}
	// Output: /body/0/level true
}

func ExampleArticle_Excerpt() {
	a := &article.Article{Body: article.Blocks{
		&article.Figure{Caption: article.Caption{Text: article.Inlines{article.Text("Chợ nổi lúc sáng sớm")}}},
		&article.Paragraph{Text: article.Inlines{article.Text("Từ ba giờ sáng, ghe xuồng đã tụ về ngã ba sông.")}},
	}}
	fmt.Println(a.Excerpt(32))
	// Output: Từ ba giờ sáng, ghe xuồng đã tụ…
}

func ExampleArticle_Counts() {
	a := &article.Article{
		Title: "Giá lúa tăng",
		Body:  article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text("Mỗi ký tăng 300 đồng – mức cao nhất từ đầu vụ.")}}},
	}
	c := a.Counts()
	fmt.Println(c.Syllables, "âm tiết,", c.Characters, "ký tự")
	// Output: 14 âm tiết, 58 ký tự
}

func ExampleArticle_MapText() {
	a := &article.Article{
		Title: "Qúy bốn, lúa được mu\u0300a",
		Body:  article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text("Hợp tác xã thu về tòan bộ vốn.")}}},
	}
	a.MapText(vn.Normalize)
	fmt.Println(a.PlainText())
	// Output:
	// Quý bốn, lúa được mùa
	//
	// Hợp tác xã thu về toàn bộ vốn.
}

func ExampleArticle_Clone() {
	a := &article.Article{Title: "Bản gốc", Tags: []string{"cầu", "đường"}}
	c := a.Clone()
	c.Tags[0] = "phà"
	fmt.Println(a.Tags, c.Tags)
	// Output: [cầu đường] [phà đường]
}

func ExampleBlocks_All() {
	body := article.Blocks{
		&article.Paragraph{Text: article.Inlines{article.Text("Đoạn mở đầu.")}},
		&article.Box{Title: "Thông tin thêm", Body: article.Blocks{
			&article.Paragraph{Text: article.Inlines{article.Text("Đoạn trong hộp.")}},
		}},
	}
	for b := range body.All() {
		switch b := b.(type) {
		case *article.Paragraph:
			fmt.Println(b.Text.PlainText())
		case *article.Box:
			fmt.Println("#", b.Title)
		}
	}
	// Output:
	// Đoạn mở đầu.
	// # Thông tin thêm
	// Đoạn trong hộp.
}

func ExampleSchema() {
	var schema struct {
		Dialect string `json:"$schema"`
	}
	if err := json.Unmarshal(article.Schema(), &schema); err != nil {
		fmt.Println(err)
	}
	fmt.Println(schema.Dialect)
	// Output: https://json-schema.org/draft/2020-12/schema
}
