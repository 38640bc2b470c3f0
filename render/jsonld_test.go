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
		Byline: []article.Author{{Name: "Lê Phương"}, {Name: "Ban Thời sự Trung ương", Organization: true}}, Dateline: "Cần Thơ", Source: "TTXVN",
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
	for _, a := range []*article.Article{nil, {}, {URL: "javascript:x", Title: "\u202e", Byline: []article.Author{{Role: "bài"}, {Name: "Lê Phương", Role: "ảnh"}}}} {
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

// TestAuthors tests that names come through whole, in the order of the byline,
// in JSON-LD and in the metadata of a page.
func TestAuthors(t *testing.T) {
	person := func(name string) map[string]any { return map[string]any{"@type": "Person", "name": name} }
	group := func(name string) map[string]any { return map[string]any{"@type": "Organization", "name": name} }
	tests := []struct {
		author article.Author
		want   map[string]any // nil if metadata leave it out
	}{
		{article.Author{Name: "Minh Anh"}, person("Minh Anh")},
		{article.Author{Name: "Bà Huyện Thanh Quan"}, person("Bà Huyện Thanh Quan")},
		{article.Author{Name: "Theo van Gogh"}, person("Theo van Gogh")},
		{article.Author{Name: "Trung Thị Hoa"}, person("Trung Thị Hoa")},
		{article.Author{Name: "PGS.TS. Nguyễn Văn A (tổng hợp)"}, person("PGS.TS. Nguyễn Văn A (tổng hợp)")},
		{article.Author{Name: "TTXVN"}, person("TTXVN")},
		{article.Author{Name: "Procter & Gamble", Organization: true}, group("Procter & Gamble")},
		{article.Author{Name: "AT&T", Organization: true}, group("AT&T")},
		{article.Author{Name: "Báo Bà Rịa - Vũng Tàu", Organization: true}, group("Báo Bà Rịa - Vũng Tàu")},
		{article.Author{Name: "Văn Giáp/Bnews", Role: "Tin, ảnh"}, person("Văn Giáp/Bnews")},
		{article.Author{Name: "Lê Phương", Role: "ảnh"}, nil},
		{article.Author{Name: "Nhóm ảnh", Role: "Ảnh", Organization: true}, nil},
		{article.Author{Name: " \u202e"}, nil},
		{article.Author{Role: "bài"}, nil},
	}
	a := new(article.Article)
	var want []any
	var tags []string
	for _, tt := range tests {
		a.Byline = append(a.Byline, tt.author)
		if tt.want != nil {
			want = append(want, tt.want)
			tags = append(tags, `<meta property="article:author" content="`+strings.ReplaceAll(tt.author.Name, "&", "&amp;")+`">`)
		}
	}
	if diff := cmp.Diff(want, jsonLD(t, a, nil)["author"]); diff != "" {
		t.Errorf("JSON-LD: -want +got\n%s", diff)
	}
	var page strings.Builder
	if err := render.Page(&page, a, nil); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(page.String()) {
		if strings.Contains(line, "article:author") {
			got = append(got, strings.TrimSuffix(line, "\n"))
		}
	}
	if diff := cmp.Diff(tags, got); diff != "" {
		t.Errorf("page: -want +got\n%s", diff)
	}
}

func TestPictureAlone(t *testing.T) {
	for _, role := range []string{"ảnh", "Ảnh:", "a\u0309nh", "Photo", "photo by", "đồ họa", "Đồ hoạ", "video", "Clip, ảnh", "ảnh và video", "Infographic",
		"minh họa", "thiết kế", "quay phim", "dựng phim", "phóng viên ảnh", "ảnh tư liệu", "Trình bày - Đồ họa"} {
		if !render.PictureAlone(role) {
			t.Errorf("PictureAlone(%q) = false, want true", role)
		}
	}
	for _, role := range []string{"", ":", "tin", "bài", "Tin, ảnh", "bài và ảnh", "thực hiện", "tổng hợp", "phóng viên", "PV", "và", "tư liệu", "viết & chụp ảnh", "biên dịch", "vai trò lạ", "ảnh\xff lời"} {
		if render.PictureAlone(role) {
			t.Errorf("PictureAlone(%q) = true, want false", role)
		}
	}
}
