package render_test

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

func page(t testing.TB, a *article.Article, opts *render.PageOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Page(&b, a, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// metas returns the metadata of a page by name, the values of one name joined
// by a bar.
func metas(s string) map[string]string {
	m := make(map[string]string)
	for _, x := range regexp.MustCompile(`<meta (?:name|property)="([^"]*)" content="([^"]*)">`).FindAllStringSubmatch(s, -1) {
		if m[x[1]] != "" {
			m[x[1]] += "|"
		}
		m[x[1]] += x[2]
	}
	return m
}

func TestPageHead(t *testing.T) {
	a := &article.Article{
		URL: "https://bao.example/thoi-su/cau.html", Section: "Thời sự", Title: `Cầu "mới"`, Lead: text("Sapo của bài."),
		Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "tin, ảnh"}, {Name: "Hà An", Role: "ảnh"}}, Tags: []string{"cầu", "Cần Thơ"},
		Published: published, Modified: published,
		Body: article.Blocks{
			&article.Figure{Image: article.Image{URL: "data:image/png,x"}, Caption: article.Caption{Text: text("Chú thích không phải mô tả.")}},
			&article.Figure{Image: article.Image{URL: "../a.jpg", Alt: "Cầu", Width: 1200, Height: 800}, Caption: article.Caption{Text: text("Ảnh cầu.")}},
		},
	}
	got := page(t, a, &render.PageOptions{SiteName: "Báo Ví Dụ"})
	for _, want := range []string{
		"<!doctype html>\n<html lang=\"vi\"", "<meta charset=\"utf-8\">", "<title>Cầu &#34;mới&#34;</title>",
		`<link rel="canonical" href="https://bao.example/thoi-su/cau.html">`, "<main>\n<article lang=\"vi\">",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	m := metas(got)
	for name, want := range map[string]string{
		"description": "Sapo của bài.", "og:title": "Cầu &#34;mới&#34;", "og:type": "article", "og:locale": "vi_VN", "og:site_name": "Báo Ví Dụ",
		"og:url": "https://bao.example/thoi-su/cau.html", "og:description": "Sapo của bài.",
		"og:image": "https://bao.example/a.jpg", "og:image:width": "1200", "og:image:height": "800", "og:image:alt": "Cầu",
		"article:published_time": "2023-03-10T08:05:00+07:00", "article:modified_time": "2023-03-10T08:05:00+07:00",
		"article:author": "Minh Anh|Lê Phương", "article:section": "Thời sự", "article:tag": "cầu|Cần Thơ", "twitter:card": "summary_large_image",
	} {
		if m[name] != want {
			t.Errorf("%s is %q, want %q", name, m[name], want)
		}
	}
}

func TestPageWithout(t *testing.T) {
	a := &article.Article{URL: "/relative", Lang: "en-GB", Title: "t", Body: article.Blocks{
		&article.Figure{Image: article.Image{URL: "/a.jpg"}, Caption: article.Caption{Text: text("Chú thích.")}}}}
	m := metas(page(t, a, nil))
	for _, name := range []string{"description", "og:url", "og:image", "og:description", "og:site_name", "article:published_time", "article:author"} {
		if v, ok := m[name]; ok {
			t.Errorf("%s is %q", name, v)
		}
	}
	if m["og:locale"] != "en_GB" || m["twitter:card"] != "summary" {
		t.Errorf("locale %q, card %q", m["og:locale"], m["twitter:card"])
	}
	if s := page(t, nil, nil); !strings.HasPrefix(s, "<!doctype html>") || !strings.HasSuffix(s, "</html>\n") {
		t.Errorf("page of nil: %s", s)
	}
}

func TestPageOptions(t *testing.T) {
	a := &article.Article{Title: "Thành uỷ", URL: "https://bao.example/", Body: article.Blocks{&article.Figure{Image: article.Image{URL: "/a.jpg"}}}}
	got := page(t, a, &render.PageOptions{
		HTML:  render.HTMLOptions{TitleLevel: 2, URL: func(u string) string { return "https://cdn.example" + u }},
		Nonce: "bm9uY2U=", JSONLD: render.JSONLDOptions{PublisherName: "Báo"},
	})
	for _, want := range []string{
		`<style nonce="bm9uY2U=">`, `<script type="application/ld+json" nonce="bm9uY2U=">`, `"publisher":{"@type":"NewsMediaOrganization","name":"Báo"}`,
		"<h2>Thành uỷ</h2>", `content="https://cdn.example/a.jpg"`, `"url":"https://cdn.example/a.jpg"`,
		`<link rel="canonical" href="https://bao.example/">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	for _, nonce := range []string{"a b", `"`, "=", "x>", "abc===", "\x00"} {
		if got := page(t, a, &render.PageOptions{Nonce: nonce, NoStyle: true}); strings.Contains(got, "nonce") || strings.Contains(got, "<style") {
			t.Errorf("nonce %q or style in %s", nonce, got)
		}
	}
}

func TestStyleAsksForNothing(t *testing.T) {
	if s := regexp.MustCompile(`(?i)url\(|@import|@font-face|expression|</|<!--`).FindString(render.Style); s != "" {
		t.Errorf("the style sheet holds %q", s)
	}
}

// TestContrast computes the contrast of all pairs of colours that stand on
// each other, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11).
func TestContrast(t *testing.T) {
	light, rest, ok := strings.Cut(render.Style, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark scheme")
	}
	dark, _, _ := strings.Cut(rest, "\n}\n")
	for scheme, css := range map[string]string{"light": light, "dark": dark} {
		colors := make(map[string]float64)
		for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(css, -1) {
			colors[m[1]] = luminance(t, m[2])
		}
		if len(colors) != 8 {
			t.Fatalf("%s has %d colours", scheme, len(colors))
		}
		for _, back := range []string{"paper", "tint", "warn"} {
			for _, fore := range []string{"ink", "soft", "mark"} {
				if c := contrast(colors[fore], colors[back]); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, fore, back, c)
				}
			}
		}
		if c := contrast(colors["warn-line"], colors["paper"]); c < 3 {
			t.Errorf("%s: the frame of corrections has a contrast of %.2f", scheme, c)
		}
	}
}

// luminance is the relative luminance of WCAG of a colour like "9a1b1e".
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(a, b float64) float64 {
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}
