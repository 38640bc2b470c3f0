package render

import (
	"io"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A Sitemap is what [NewsSitemap] writes. The zero Sitemap is empty.
type Sitemap struct {
	Name string // of the publication, exactly as Google News has it: "Báo Cần Thơ"
	Lang string // BCP 47 language tag of the publication; "" means "vi"
	Base string // absolute URL that the addresses of articles are resolved against; "" leaves them

	Articles []*article.Article // nil entries are skipped
}

// maxSitemap is how many articles Google reads of one news sitemap.
const maxSitemap = 1000

// NewsSitemap writes a sitemap for Google News: the first 1,000 articles, in
// the order given, that have an absolute URL, a date of publication, and a
// title or a text to take one from. No clock is read; that Google wants those
// of the last two days only is the caller's part. A nil site is an empty one.
// NewsSitemap calls w.Write once and returns its error.
//
// Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
func NewsSitemap(w io.Writer, site *Sitemap) error {
	if site == nil {
		site = new(Sitemap)
	}
	size := 256 + 512*min(len(site.Articles), maxSitemap)
	return write(w, size, func(dst []byte) []byte { return appendSitemap(dst, site) })
}

func appendSitemap(dst []byte, site *Sitemap) []byte {
	p := printer{dst: dst}
	p.urls.setBase(site.Base)
	p.raw(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
`)
	written := 0
	for _, a := range site.Articles {
		if written == maxSitemap {
			break
		}
		if a != nil && p.news(site, a) {
			written++
		}
	}
	p.raw("</urlset>\n")
	p.release()
	return p.dst
}

// news writes an article and reports whether it did.
func (p *printer) news(site *Sitemap, a *article.Article) bool {
	page, published := p.urls.page(a.URL), a.Published
	if page == "" || published.IsZero() || !machineTime(&published) {
		return false
	}
	mark := len(p.dst)
	p.xmlURL("<url>\n<loc>", page, "</loc>\n")
	p.raw("<news:news>\n<news:publication>\n<news:name>")
	p.text(site.Name)
	p.raw("</news:name>\n<news:language>")
	p.dst = append(p.dst, newsLanguage(site.Lang)...)
	p.raw("</news:language>\n</news:publication>\n<news:publication_date>")
	p.dst = published.AppendFormat(p.dst, time.RFC3339)
	p.raw("</news:publication_date>\n")
	ok := p.textElement("<news:title>", a.Title, "</news:title>\n") || p.textElement("<news:title>", description(a), "</news:title>\n")
	return p.end(mark, ok, "</news:news>\n</url>\n")
}

// newsLanguage returns the code that Google News has for a language: that of
// ISO 639, but for the two ways to write Chinese.
func newsLanguage(tag string) string {
	tag = strings.ToLower(language(tag))
	code, rest, _ := strings.Cut(tag, "-")
	switch {
	case code == "zh" && (strings.Contains(rest, "hant") || strings.Contains(rest, "tw") || strings.Contains(rest, "hk")):
		return "zh-tw"
	case code == "zh":
		return "zh-cn"
	case len(code) != 2 && len(code) != 3:
		return "vi"
	}
	return code
}
