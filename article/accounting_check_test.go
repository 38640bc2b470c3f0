package article_test

import (
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

// TestAccount gives the checker articles that keep the law, and articles and
// notes that break it.
func TestAccount(t *testing.T) {
	const page = "Mở vụ lúa mới\n\nBà con xuống giống.\n\nBà con xuống giống.\n\nNước ngọt đã về tới ruộng."
	caption := func(s string) *article.Figure { return &article.Figure{Caption: article.Caption{Text: text(s)}} }
	note := func(line int, text string, dropped bool) article.Note {
		return article.Note{Line: line, Rule: "test", Text: text, Dropped: dropped}
	}
	merged := []article.Note{note(5, "Bà con xuống giống.", false)}
	body := article.Blocks{caption("Bà con xuống giống."), para("Nước ngọt đã về tới ruộng.")}
	title := "Mở vụ lúa mới"
	tests := []struct {
		name  string
		page  string
		a     article.Article
		notes []article.Note
		want  []string // parts of what is said, in order
	}{
		{"kept", page, article.Article{Title: title, Body: body}, merged, nil},
		{"merged without a note", page, article.Article{Title: title, Body: body}, nil,
			[]string{`line 5 "Bà con xuống giống." is lost`}},
		{"carried twice", page, article.Article{Title: title, Body: append(body, para("Nước ngọt đã về tới ruộng."))}, merged,
			[]string{"a paragraph \"nuoc ngot da ve toi ruong \" is carried by no line, or twice"}},
		{"lost", page, article.Article{Title: title, Body: body[:1]}, merged,
			[]string{`line 7 "Nước ngọt đã về tới ruộng." is lost: no text`}},
		{"lost with a note", page, article.Article{Title: title, Body: body[:1]}, append(merged, note(7, "Nước ngọt đã về tới ruộng.", false)),
			[]string{`line 7 "Nước ngọt đã về tới ruộng." is lost: the article does not have it`}},
		{"dropped", page, article.Article{Title: title, Body: body[:1]}, append(merged, note(7, "Nước ngọt đã về tới ruộng.", true)), nil},
		{"dropped and carried", page, article.Article{Title: title, Body: body}, append(merged, note(7, "Nước ngọt đã về tới ruộng.", true)),
			[]string{`line 7 "Nước ngọt đã về tới ruộng." has a note too many`}},
		{"dropped one of two", page, article.Article{Title: title, Body: body}, []article.Note{note(3, "Bà con xuống giống.", true)}, nil},
		{"dropped both", page, article.Article{Title: title, Body: body}, []article.Note{note(3, "Bà con xuống giống.", true), note(5, "Bà con xuống giống.", true)},
			[]string{"line 3 \"Bà con xuống giống.\" has a note too many"}},
		{"dropped twice", page, article.Article{Title: title, Body: body}, []article.Note{note(5, "Bà con xuống giống.", true), note(5, "Bà con xuống giống.", true)},
			[]string{"line 5 \"Bà con xuống giống.\" was dropped twice"}},
		{"invented", page, article.Article{Title: title, Section: "Kinh tế", Body: body}, merged, []string{`the section "kinh te " is carried by no line`}},
		{"words in another order", "Mở vụ lúa mới\n\nBa bốn", article.Article{Title: title, Body: article.Blocks{para("Bốn ba")}}, nil,
			[]string{`line 3 "Ba bốn" is lost`, "a paragraph"}},
		{"words from here and there", "Mở vụ lúa mới\n\nMở lúa", article.Article{Title: title}, nil, []string{`line 3 "Mở lúa" is lost`}},

		{"notes out of order", page, article.Article{Title: title, Body: body}, []article.Note{note(5, "Bà con xuống giống.", false), note(1, title, false)},
			[]string{"comes after one on line 5"}},
		{"note of no line", page, article.Article{Title: title, Body: body}, append(merged, note(8, "", false)), []string{"is of no line"}},
		{"note of a blank line", page, article.Article{Title: title, Body: body}, []article.Note{note(4, "", false), merged[0]}, []string{"is of no line"}},
		{"note with half a line", page, article.Article{Title: title, Body: body}, []article.Note{note(5, "Bà con", false)}, []string{"has not the whole line"}},
		{"note without a rule", page, article.Article{Title: title, Body: body}, []article.Note{{Line: 5, Text: "Bà con xuống giống."}}, []string{"has no rule"}},

		{"fields", "Thời sự\nMở vụ lúa mới\n12/8/2026 10:30\nCần Thơ (TTXVN) - Nước ngọt đã về.\n\nẢnh: Hà An\n\nTin, ảnh: Hà An - Lê Vy/Bnews\n\nTừ khóa: lúa, nước ngọt",
			article.Article{Section: "Thời sự", Title: title, Dateline: "Cần Thơ", Source: "TTXVN, Bnews", Lead: text("Nước ngọt đã về."), Published: august(12, 10, 30),
				Byline: []article.Author{{Name: "Hà An", Role: "Tin, ảnh"}, {Name: "Lê Vy", Role: "Tin, ảnh"}}, Tags: []string{"lúa", "nước ngọt"},
				Body: article.Blocks{&article.Figure{Caption: article.Caption{Credit: article.Credit{Text: "Ảnh: Hà An"}}}}}, nil, nil},
		{"an author less", "Mở vụ lúa mới\n\nTin: Hà An, Lê Vy", article.Article{Title: title, Byline: []article.Author{{Name: "Hà An", Role: "Tin"}}}, nil, []string{"line 3", "the author"}},
		{"a source less", "Mở vụ lúa mới\n\nTheo TTXVN\nNguồn: Bnews", article.Article{Title: title, Source: "Bnews"}, nil, []string{`line 3 "Theo TTXVN"`}},
		{"a source of two lines", "Mở vụ lúa mới\n\nTheo TTXVN\nHà An/TTXVN", article.Article{Title: title, Source: "TTXVN", Byline: []article.Author{{Name: "Hà An"}}}, nil,
			[]string{"is lost"}},
		{"and a note", "Mở vụ lúa mới\n\nTheo TTXVN\nHà An/TTXVN", article.Article{Title: title, Source: "TTXVN", Byline: []article.Author{{Name: "Hà An"}}},
			[]article.Note{note(4, "Hà An/TTXVN", false)}, nil},
		{"a date that is lost", "Mở vụ lúa mới\n\n12/8/2026\n13/8/2026", article.Article{Title: title, Published: august(12, 0, 0)}, nil, []string{`line 4 "13/8/2026" is lost`}},
		{"the same date twice", "Mở vụ lúa mới\n\n12/8/2026\n12/8/2026", article.Article{Title: title, Published: august(12, 0, 0)}, nil, []string{`"12/8/2026" is lost`}},
		{"the same tag twice", "Mở vụ lúa mới\n\nTags: lúa, lúa", article.Article{Title: title, Tags: []string{"lúa"}}, []article.Note{note(3, "Tags: lúa, lúa", false)}, nil},
		{"another date", "Mở vụ lúa mới\n\n12/8/2026", article.Article{Title: title, Published: august(8, 0, 0)}, nil, []string{"line 3", "the date"}},
		{"a label of dates", "Mở vụ lúa mới\n\nCập nhật lúc 10:30, 12/8/2026", article.Article{Title: title, Published: august(12, 10, 30)}, nil, nil},
		{"a credit on two lines", "Mở vụ lúa mới\nBà con ra đồng. Ảnh:\nHà An", article.Article{Title: title, Body: article.Blocks{
			&article.Figure{Caption: article.Caption{Text: text("Bà con ra đồng."), Credit: article.Credit{Text: "Ảnh: Hà An"}}}}}, nil, nil},
		{"a credit on two lines again", "Mở vụ lúa mới\nBà con ra đồng. Ảnh:\nHà An\nBà con ra đồng. Ảnh:", article.Article{Title: title, Body: article.Blocks{
			&article.Figure{Caption: article.Caption{Text: text("Bà con ra đồng."), Credit: article.Credit{Text: "Ảnh: Hà An"}}}}},
			[]article.Note{note(3, "Hà An", false), note(4, "Bà con ra đồng. Ảnh:", false)}, nil},
		{"links", "Mở vụ lúa mới\n\nXem thêm: Nước về\n\nTin liên quan\n>> Cống mới (12/8/2026)\nCầu mới\n12/8/2026", article.Article{Title: title,
			Body: article.Blocks{&article.LinkBlock{Label: "Xem thêm", Links: []article.RelatedLink{{Title: "Nước về"}}}},
			Related: []*article.LinkBlock{{Label: "Tin liên quan", Links: []article.RelatedLink{
				{Title: "Cống mới", Published: august(12, 0, 0)}, {Title: "Cầu mới", Published: august(12, 0, 0)}}}}}, nil, nil},
		{"a date cut out of a link", "Mở vụ lúa mới\n\nTin liên quan\nLịch cúp điện từ 12/8/2026", article.Article{Title: title,
			Related: []*article.LinkBlock{{Label: "Tin liên quan", Links: []article.RelatedLink{{Title: "Lịch cúp điện từ"}}}}}, nil,
			[]string{`line 4 "Lịch cúp điện từ 12/8/2026" is lost`, "the title of a link"}},
		{"a breadcrumb", "Trang chủ > Thời sự\nMở vụ lúa mới", article.Article{Section: "Thời sự", Title: title}, []article.Note{note(1, "Trang chủ > Thời sự", true)}, nil},
		{"a list", "Mở vụ lúa mới\n\n1. giống\n2. phân", article.Article{Title: title, Body: article.Blocks{
			&article.List{Ordered: true, Items: []article.Blocks{{para("giống")}, {para("phân")}}}}}, nil, nil},
		{"invisible", "Mở vụ lúa mới\n\n\u200b", article.Article{Title: title}, nil, []string{"shows nothing"}},
		{"signs", "Mở vụ lúa mới\n\n***\n\n***", article.Article{Title: title, Body: article.Blocks{para("***")}}, nil, []string{`"***" is lost`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := account(new(article.Parser), inputLines(tt.page), &tt.a, tt.notes)
			for i, s := range got {
				if i >= len(tt.want) || !strings.Contains(s, tt.want[i]) {
					t.Errorf("the checker says %q, want %q", got, tt.want)
					return
				}
			}
			if len(got) != len(tt.want) {
				t.Errorf("the checker says %q, want %q", got, tt.want)
			}
		})
	}
}

// august returns a time of August 2026 in Vietnam.
func august(day, hour, minute int) time.Time {
	return time.Date(2026, 8, day, hour, minute, 0, 0, time.FixedZone("", 7*60*60))
}
