package render

import (
	_ "embed"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// style is the style sheet of [Page]. It asks for nothing from elsewhere.
//
//go:embed page.css
var style string

// excerptLen is the length of a description that is taken from the body, in
// characters. Search engines show about so many.
const excerptLen = 160

// Page writes a as a whole HTML document: the fragment of [HTML] in a main
// element, with a title, a description from the lead or else from the body,
// the canonical address if [article.Article.URL] is an absolute URL, Open
// Graph and Twitter metadata, the object of [JSONLD], and an inline style
// sheet for screens of any size, light and dark, and for print. The document
// loads nothing but the images of the article. Page calls w.Write once and
// returns its error.
func Page(w io.Writer, a *article.Article, opts *PageOptions) error {
	if a == nil {
		a = new(article.Article)
	}
	if opts == nil {
		opts = new(PageOptions)
	}
	size := 2*sizeHTML(a) + len(style)
	return write(w, size, func(dst []byte) []byte { return appendPage(dst, a, opts) })
}

func appendPage(dst []byte, a *article.Article, opts *PageOptions) []byte {
	p := printer{dst: dst, title: a.Title, lang: language(a.Lang)}
	p.use(&opts.HTML)
	p.raw("<!doctype html>\n<html lang=\"")
	p.dst = appendText(p.dst, p.lang)
	p.raw("\" prefix=\"og: https://ogp.me/ns# article: https://ogp.me/ns/article#\">\n")
	p.head(a, opts)
	p.raw("<body>\n<main>\n")
	p.article(a)
	p.raw("</main>\n</body>\n</html>\n")
	p.release()
	return p.dst
}

func (p *printer) head(a *article.Article, opts *PageOptions) {
	p.raw("<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n")
	about := description(a)
	p.pageTitle(a.Title, opts.SiteName, about)
	p.meta(`<meta name="description" content="`, about)
	page := p.urls.page(a.URL)
	p.address(`<link rel="canonical" href="`, page)
	images := pictures(a, page, &p.urls)
	p.openGraph(a, page, images, opts.SiteName, about)
	nonce := opts.Nonce
	if !isNonce(nonce) {
		nonce = ""
	}
	if !opts.NoStyle {
		p.nonced("<style", nonce)
		p.dst = append(p.dst, style...)
		p.raw("</style>\n")
	}
	p.nonced(`<script type="application/ld+json"`, nonce)
	p.dst = appendJSONLD(p.dst, a, page, images, &opts.JSONLD)
	p.raw("</script>\n</head>\n")
}

// pageTitle writes the title element, which a document must have, with the
// first of the texts that is not blank.
func (p *printer) pageTitle(texts ...string) {
	for _, s := range texts {
		if p.textElement("<title>", s, "</title>\n") {
			return
		}
	}
	if isVietnamese(p.lang) {
		p.raw("<title>Không có tiêu đề</title>\n")
	} else {
		p.raw("<title lang=\"vi\">Không có tiêu đề</title>\n")
	}
}

// openGraph writes the metadata that social networks read (ogp.me).
func (p *printer) openGraph(a *article.Article, page string, images []picture, site, about string) {
	p.meta(`<meta property="og:type" content="`, "article")
	p.meta(`<meta property="og:title" content="`, a.Title)
	p.meta(`<meta property="og:description" content="`, about)
	p.address(`<meta property="og:url" content="`, page)
	p.meta(`<meta property="og:site_name" content="`, site)
	p.meta(`<meta property="og:locale" content="`, locale(p.lang))
	card := "summary"
	// The first image whose address is absolute, as social networks ask for.
	if i := slices.IndexFunc(images, func(m picture) bool { return weburl.Absolute(m.url) }); i >= 0 {
		card = "summary_large_image"
		p.cardImage(&images[i])
	}
	p.instant(`<meta property="article:published_time" content="`, a.Published)
	p.instant(`<meta property="article:modified_time" content="`, a.Modified)
	for w := range writers(a.Byline) {
		p.meta(`<meta property="article:author" content="`, w.Name)
	}
	p.meta(`<meta property="article:section" content="`, a.Section)
	for _, t := range a.Tags {
		p.meta(`<meta property="article:tag" content="`, t)
	}
	p.meta(`<meta name="twitter:card" content="`, card)
}

func (p *printer) cardImage(m *picture) {
	p.address(`<meta property="og:image" content="`, m.url)
	if m.width > 0 && m.height > 0 {
		p.meta(`<meta property="og:image:width" content="`, strconv.Itoa(m.width))
		p.meta(`<meta property="og:image:height" content="`, strconv.Itoa(m.height))
	}
	about := p.alt(m.alt, m.caption)
	if about == "" {
		about = m.caption
	}
	p.meta(`<meta property="og:image:alt" content="`, about)
}

// meta writes a meta element, nothing if its content is blank.
func (p *printer) meta(open constant, s string) {
	p.textElement(open, s, "\">\n")
}

// address writes an element that holds a URL, nothing if there is none.
func (p *printer) address(open constant, u string) {
	if u != "" {
		p.raw(open)
		p.dst = appendText(p.dst, u)
		p.raw("\">\n")
	}
}

// instant writes a meta element that holds a time.
func (p *printer) instant(open constant, t time.Time) {
	if !t.IsZero() && machineTime(&t) {
		p.raw(open)
		p.dst = t.AppendFormat(p.dst, time.RFC3339)
		p.raw("\">\n")
	}
}

// nonced writes a start tag with its nonce, if there is one.
func (p *printer) nonced(open constant, nonce string) {
	p.raw(open)
	if nonce != "" {
		p.raw(` nonce="`)
		p.dst = appendText(p.dst, nonce)
		p.raw(`"`)
	}
	p.raw(">")
}

// isNonce reports whether s is a base64-value of Content Security Policy 3.
func isNonce(s string) bool {
	body := strings.TrimRight(s, "=")
	if body == "" || len(s)-len(body) > 2 {
		return false
	}
	for i := 0; i < len(body); i++ {
		c := body[i]
		if !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("+/-_", c) >= 0) {
			return false
		}
	}
	return true
}

// description returns the lead of a, or else the beginning of its body.
// Captions are no part of either.
func description(a *article.Article) string {
	if s := strings.TrimSpace(a.Lead.PlainText()); s != "" {
		return s
	}
	return a.Excerpt(excerptLen)
}

// locale returns the locale of Open Graph for a language tag, "" if it names
// no territory and is not Vietnamese.
func locale(lang string) string {
	if strings.EqualFold(lang, "vi") {
		return "vi_VN"
	}
	language, territory, ok := strings.Cut(lang, "-")
	if !ok || len(language) != 2 || len(territory) != 2 {
		return ""
	}
	return strings.ToLower(language) + "_" + strings.ToUpper(territory)
}
