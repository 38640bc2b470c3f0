package outputtest

import (
	"bytes"
	"encoding/xml"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
	"github.com/toasoan/toasoan/render"
)

// urlset is all that Google documents for a news sitemap. What is not in it is
// an error.
type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []struct {
		Loc  string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		News struct {
			Publication struct {
				Name     string `xml:"http://www.google.com/schemas/sitemap-news/0.9 name"`
				Language string `xml:"http://www.google.com/schemas/sitemap-news/0.9 language"`
				Other    []any  `xml:",any"`
			} `xml:"http://www.google.com/schemas/sitemap-news/0.9 publication"`
			Date  time.Time `xml:"http://www.google.com/schemas/sitemap-news/0.9 publication_date"`
			Title string    `xml:"http://www.google.com/schemas/sitemap-news/0.9 title"`
			Other []any     `xml:",any"`
		} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
		Other []any `xml:",any"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
	Other []any `xml:",any"`
}

func readSitemap(t testing.TB, site *render.Sitemap) *urlset {
	t.Helper()
	var b bytes.Buffer
	if err := render.NewsSitemap(&b, site); err != nil {
		t.Fatal(err)
	}
	set := new(urlset)
	if err := xml.Unmarshal(b.Bytes(), set); err != nil {
		t.Fatalf("%v: %s", err, b.String())
	}
	other := set.Other
	for _, u := range set.URLs {
		other = append(append(append(other, u.Other...), u.News.Other...), u.News.Publication.Other...)
	}
	if len(other) > 0 {
		t.Errorf("%d elements that Google does not document: %s", len(other), b.String())
	}
	return set
}

func TestSitemapFixtures(t *testing.T) {
	site := &render.Sitemap{Name: "Báo & <Ví Dụ>", Base: "https://bao.example/"}
	fixtures(t, func(t *testing.T, a *article.Article) {
		if a.URL == "" {
			a.URL = "/" + t.Name()
		}
		site.Articles = append(site.Articles, a)
	})
	set := readSitemap(t, site)
	i := 0
	for _, a := range site.Articles {
		if a.Published.IsZero() {
			continue
		}
		u := set.URLs[i]
		i++
		if !weburl.Absolute(u.Loc) || !u.News.Date.Equal(a.Published.Truncate(time.Second)) || u.News.Title != a.Title ||
			u.News.Publication.Name != site.Name || u.News.Publication.Language != "vi" {
			t.Errorf("%+v for %s", u, a.Title)
		}
	}
	if i == 0 || i != len(set.URLs) {
		t.Errorf("%d articles, want %d", len(set.URLs), i)
	}
}

func TestSitemapAttacks(t *testing.T) {
	for _, s := range attacks(t) {
		good := &article.Article{URL: "https://bao.example/1", Title: s, Published: time.Unix(1e9, 0)}
		bad := &article.Article{URL: s, Title: "x", Published: time.Unix(1e9, 0)}
		set := readSitemap(t, &render.Sitemap{Name: s, Lang: s, Articles: []*article.Article{good, bad}})
		for _, u := range set.URLs {
			if !weburl.Absolute(u.Loc) {
				t.Errorf("%q: loc %q", s, u.Loc)
			}
		}
		if visible(s) != "" && (len(set.URLs) == 0 || spaced(set.URLs[0].News.Title) != spaced(visible(s)) || spaced(set.URLs[0].News.Publication.Name) != spaced(visible(s))) {
			t.Errorf("%q: %+v", s, set.URLs)
		}
	}
}
