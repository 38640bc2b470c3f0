package render

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/jsonenc"
	"github.com/toasoan/toasoan/internal/weburl"
)

// JSONLD writes a as one schema.org NewsArticle in JSON-LD, followed by a line
// break. It follows Google's guidelines for articles: times have an offset,
// images have their credits, each author stands apart and by name only. The
// authors are those who wrote: who has a role for the picture alone, such as
// "ảnh", is none. Each is an Organization if [article.Author.Organization]
// says so and else a Person, and each name is written whole, as it is.
// Properties that are not known are left out. The object holds no "<", so that
// it may stand in a script element. JSONLD calls w.Write once and returns its
// error.
//
// Source: https://developers.google.com/search/docs/appearance/structured-data/article
func JSONLD(w io.Writer, a *article.Article, opts *JSONLDOptions) error {
	if a == nil {
		a = new(article.Article)
	}
	if opts == nil {
		opts = new(JSONLDOptions)
	}
	var urls addresses
	page := urls.page(a.URL)
	images := pictures(a, page, &urls)
	return write(w, sizeHTML(a), func(dst []byte) []byte {
		return append(appendJSONLD(dst, a, page, images, opts), '\n')
	})
}

// appendJSONLD appends the object of an article, whose own address is page.
func appendJSONLD(dst []byte, a *article.Article, page string, images []picture, opts *JSONLDOptions) []byte {
	w := ldWriter{dst}
	w.open("", "NewsArticle")
	w.text("headline", a.Title)
	w.text("description", description(a))
	w.text("url", page)
	w.text("mainEntityOfPage", page)
	w.images(images)
	w.instant("datePublished", a.Published)
	w.instant("dateModified", a.Modified)
	w.authors(a.Byline)
	w.publisher(opts)
	if source := strings.TrimSpace(cleanText(a.Source)); source != "" {
		w.open("sourceOrganization", "Organization")
		w.text("name", source)
		w.close()
	}
	w.text("articleSection", a.Section)
	w.text("dateline", a.Dateline)
	w.list("keywords", a.Tags)
	w.text("inLanguage", language(a.Lang))
	w.corrections(a)
	w.close()
	return w.dst
}

// An ldWriter appends a JSON object, with the commas.
type ldWriter struct{ dst []byte }

// next begins a member of an object, or an element of an array if name is "".
func (w *ldWriter) next(name constant) {
	if n := len(w.dst); n > 0 && w.dst[n-1] != '{' && w.dst[n-1] != '[' {
		w.dst = append(w.dst, ',')
	}
	if name != "" {
		w.dst = append(w.dst, '"')
		w.dst = append(w.dst, name...)
		w.dst = append(w.dst, `":`...)
	}
}

// open begins an object of a type of schema.org. The outermost one, of the
// article, has the name "" and says so.
func (w *ldWriter) open(name, class constant) {
	if class == "NewsArticle" {
		w.dst = append(w.dst, `{"@context":"https://schema.org"`...)
	} else {
		w.next(name)
		w.dst = append(w.dst, '{')
	}
	w.next("@type")
	w.dst = append(w.dst, '"')
	w.dst = append(w.dst, class...)
	w.dst = append(w.dst, '"')
}

func (w *ldWriter) close() { w.dst = append(w.dst, '}') }

// text writes a member, nothing if s is blank.
func (w *ldWriter) text(name constant, s string) {
	if s = cleanText(s); strings.TrimSpace(s) != "" {
		w.next(name)
		w.dst, _ = jsonenc.AppendString(w.dst, s)
	}
}

// list writes a member that is an array of texts, nothing if all are blank.
func (w *ldWriter) list(name constant, ss []string) {
	mark := len(w.dst)
	w.next(name)
	w.dst = append(w.dst, '[')
	start := len(w.dst)
	for _, s := range ss {
		w.text("", s)
	}
	w.end(mark, start)
}

// end ends an array that begins at mark, or takes it back if nothing follows
// start.
func (w *ldWriter) end(mark, start int) {
	if len(w.dst) == start {
		w.dst = w.dst[:mark]
		return
	}
	w.dst = append(w.dst, ']')
}

func (w *ldWriter) instant(name constant, t time.Time) {
	if !t.IsZero() && machineTime(&t) {
		w.next(name)
		w.dst = append(w.dst, '"')
		w.dst = t.AppendFormat(w.dst, time.RFC3339)
		w.dst = append(w.dst, '"')
	}
}

func (w *ldWriter) images(ms []picture) {
	mark := len(w.dst)
	w.next("image")
	w.dst = append(w.dst, '[')
	start := len(w.dst)
	for _, m := range ms {
		w.open("", "ImageObject")
		w.text("url", m.url)
		w.number("width", m.width)
		w.number("height", m.height)
		w.text("caption", m.caption)
		w.text("creditText", m.credit)
		w.close()
	}
	w.end(mark, start)
}

func (w *ldWriter) number(name constant, n int) {
	if n > 0 {
		w.next(name)
		w.dst = strconv.AppendInt(w.dst, int64(n), 10)
	}
}

func (w *ldWriter) authors(byline []article.Author) {
	mark := len(w.dst)
	w.next("author")
	w.dst = append(w.dst, '[')
	start := len(w.dst)
	for a := range writers(byline) {
		class := constant("Person")
		if a.Organization {
			class = "Organization"
		}
		w.open("", class)
		w.text("name", a.Name)
		w.close()
	}
	w.end(mark, start)
}

func (w *ldWriter) publisher(opts *JSONLDOptions) {
	if strings.TrimSpace(cleanText(opts.PublisherName)) == "" {
		return
	}
	w.open("publisher", "NewsMediaOrganization")
	w.text("name", opts.PublisherName)
	var urls addresses
	w.text("url", urls.page(opts.PublisherURL))
	if logo := urls.page(opts.LogoURL); logo != "" {
		w.open("logo", "ImageObject")
		w.text("url", logo)
		w.close()
	}
	w.close()
}

func (w *ldWriter) corrections(a *article.Article) {
	mark := len(w.dst)
	w.next("correction")
	w.dst = append(w.dst, '[')
	start := len(w.dst)
	for b := range a.Body.All() {
		c, ok := b.(*article.Correction)
		if !ok || c == nil || strings.TrimSpace(cleanText(c.Text.PlainText())) == "" {
			continue
		}
		w.open("", "CorrectionComment")
		w.text("text", c.Text.PlainText())
		w.instant("datePublished", c.Published)
		w.close()
	}
	w.end(mark, start)
}

// A picture is an image of the article as metadata want it.
type picture struct {
	url, alt, caption, credit string
	width, height             int
}

// maxPictures bounds the images in metadata; readers use the first few.
const maxPictures = 10

// pictures returns the first images of the body's figures, with the addresses
// that urls gives, made absolute if that of the article, page, is not "".
func pictures(a *article.Article, page string, urls *addresses) (ms []picture) {
	base, _ := weburl.ParseBase(page)
	for b := range a.Body.All() {
		f, ok := b.(*article.Figure)
		if !ok || f == nil {
			continue
		}
		u := urls.url(f.Image.URL, weburl.Resource)
		if u == "" {
			continue
		}
		ms = append(ms, picture{
			url: string(base.Append(nil, u)), alt: f.Image.Alt,
			caption: f.Caption.Text.PlainText(), credit: creditText(&f.Caption.Credit),
			width: f.Image.Width, height: f.Image.Height,
		})
		if len(ms) == maxPictures {
			break
		}
	}
	return ms
}

// creditText returns a credit as printed, or composed of its parts.
func creditText(c *article.Credit) string {
	if c.Text != "" || len(c.People) == 0 && c.Source == "" {
		return c.Text
	}
	s := strings.Join(c.People, ", ")
	if s != "" && c.Source != "" {
		s += "/"
	}
	return s + c.Source
}
