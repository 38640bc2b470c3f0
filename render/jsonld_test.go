package render_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

func jsonLD(t testing.TB, a *article.Article, opts *render.JSONLDOptions) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSONLD(&b, a, opts); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.ContainsAny(s, "<>&\u2028\u2029\u202e") || strings.Count(s, "\n") != 1 || !strings.HasSuffix(s, "\n") {
		t.Errorf("%q", s)
	}
	var m map[string]any
	if err := json.Unmarshal(b.Bytes(), &m); err != nil {
		t.Fatalf("%v: %s", err, b.Bytes())
	}
	return m
}

func TestJSONLD(t *testing.T) {
	a := &article.Article{
		URL: "https://bao.example/thoi-su/cau.html", Lang: "vi-VN", Section: "Thời sự", Title: "Cầu </script><!-- mới", Lead: text("Sapo."),
		Byline: []article.Author{{Name: "ThS.BS. Lê Phương"}, {Name: "Ban Thời sự Trung ương"}}, Dateline: "Cần Thơ", Source: "TTXVN",
		Published: time.Date(2023, 3, 10, 1, 5, 0, 0, time.UTC), Modified: published, Tags: []string{"cầu", " ", "Cần Thơ"},
		Body: article.Blocks{
			&article.Gallery{Figures: []*article.Figure{
				{Image: article.Image{URL: "/a.jpg", Width: 10}, Caption: article.Caption{Text: text("c"), Credit: article.Credit{People: []string{"Minh Anh"}, Source: "TTXVN"}}},
				{Image: article.Image{URL: "javascript:x"}}}},
			&article.Figure{Image: article.Image{URL: "https://cdn.example/b.jpg", Height: -2}, Caption: article.Caption{Credit: article.Credit{Text: "Ảnh: AFP"}}},
			&article.Correction{Published: published, Text: text("Đúng là 12,64%.")},
			&article.Correction{Title: "không có nội dung"},
		},
	}
	want := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Cầu </script><!-- mới", "description": "Sapo.",
		"url": "https://bao.example/thoi-su/cau.html", "mainEntityOfPage": "https://bao.example/thoi-su/cau.html",
		"image": []any{
			map[string]any{"@type": "ImageObject", "url": "https://bao.example/a.jpg", "width": 10.0, "caption": "c", "creditText": "Minh Anh/TTXVN"},
			map[string]any{"@type": "ImageObject", "url": "https://cdn.example/b.jpg", "creditText": "Ảnh: AFP"},
		},
		"datePublished": "2023-03-10T01:05:00Z", "dateModified": "2023-03-10T08:05:00+07:00",
		"author": []any{map[string]any{"@type": "Person", "name": "Lê Phương"}, map[string]any{"@type": "Organization", "name": "Ban Thời sự Trung ương"}},
		"publisher": map[string]any{"@type": "NewsMediaOrganization", "name": "Báo", "url": "https://bao.example/",
			"logo": map[string]any{"@type": "ImageObject", "url": "https://bao.example/logo.png"}},
		"sourceOrganization": map[string]any{"@type": "Organization", "name": "TTXVN"},
		"articleSection":     "Thời sự", "dateline": "Cần Thơ", "keywords": []any{"cầu", "Cần Thơ"}, "inLanguage": "vi-VN",
		"correction": []any{map[string]any{"@type": "CorrectionComment", "text": "Đúng là 12,64%.", "datePublished": "2023-03-10T08:05:00+07:00"}},
	}
	got := jsonLD(t, a, &render.JSONLDOptions{PublisherName: "Báo", PublisherURL: "https://bao.example/", LogoURL: "https://bao.example/logo.png"})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestJSONLDOfNothing(t *testing.T) {
	want := map[string]any{"@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "vi"}
	for _, a := range []*article.Article{nil, {}, {URL: "javascript:x", Title: "\u202e", Byline: []article.Author{{Name: "PV"}}}} {
		if diff := cmp.Diff(want, jsonLD(t, a, &render.JSONLDOptions{PublisherURL: "https://x.example/"})); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

func TestHostileJSONLD(t *testing.T) {
	for _, s := range attacks(t) {
		a := &article.Article{URL: s, Lang: s, Section: s, Title: s, Lead: text(s), Byline: []article.Author{{Name: s}}, Dateline: s, Source: s, Tags: []string{s},
			Body: article.Blocks{&article.Figure{Image: article.Image{URL: s}, Caption: article.Caption{Text: text(s), Credit: article.Credit{Text: s}}}, &article.Correction{Text: text(s)}}}
		m := jsonLD(t, a, &render.JSONLDOptions{PublisherName: s, PublisherURL: s, LogoURL: s})
		if want := render.CleanText(s); strings.TrimSpace(want) != "" && m["headline"] != want {
			t.Errorf("headline of %q is %q", s, m["headline"])
		}
	}
}

func TestAuthorNames(t *testing.T) {
	for name, want := range map[string]string{
		"Minh Anh":                  "Minh Anh",
		"THANH THY":                 "THANH THY",
		"PV":                        "",
		"P.V":                       "",
		"Nhóm PV":                   "",
		"PV Minh Anh":               "Minh Anh",
		"Tin, ảnh: Minh Anh":        "Minh Anh",
		"Bài và ảnh: Lê Phương":     "Lê Phương",
		"Thực hiện: A Lưới":         "A Lưới",
		"Phóng viên: Minh Anh":      "Minh Anh",
		"Đồng chí Phạm Văn Hiểu":    "Phạm Văn Hiểu",
		"PGS.TS. Nguyễn Văn A":      "Nguyễn Văn A",
		"BS.CK2 Trần B":             "Trần B",
		"Bá Kiên":                   "Bá Kiên",
		"Tsuyoshi":                  "Tsuyoshi",
		"Anh Thư (tổng hợp)":        "Anh Thư",
		"Lê Phương (theo Reuters)":  "Lê Phương",
		"Đắc Nhân - Ngọc Thành":     "Đắc Nhân, Ngọc Thành",
		"A. Tuấn, B. Hùng & Cẩm Tú": "A. Tuấn, B. Hùng, Cẩm Tú",
		"Văn Giáp/Bnews/vnanet.vn":  "Văn Giáp",
		"TTXVN":                     "TTXVN*",
		"VietnamPlus.vn":            "VietnamPlus.vn*",
		"Vietnam+":                  "Vietnam+*",
		"Báo Cần Thơ":               "Báo Cần Thơ*",
		"Ban Mai":                   "Ban Mai",
		"H.A":                       "H.A",
		"Góc nhìn: Minh":            "Góc nhìn: Minh",
		"\u202eMinh":                "Minh",
		"":                          "",
	} {
		if got := strings.Join(render.WriterNames(name), ", "); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
