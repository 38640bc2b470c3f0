package render

import (
	"strconv"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// figure writes an image with its caption, or one of them alone.
func (p *printer) figure(b *article.Figure) {
	mark := len(p.dst)
	p.raw("<figure>\n")
	start := len(p.dst)
	if p.image(&b.Image, p.plain(b.Caption.Text), true) {
		p.raw("\n")
	}
	p.caption(&b.Caption)
	p.close(mark, start, "</figure>\n")
}

// gallery writes a figure of figures.
func (p *printer) gallery(b *article.Gallery) {
	mark := len(p.dst)
	p.raw("<figure class=\"gallery\">\n")
	start := len(p.dst)
	for _, f := range b.Figures {
		p.block(f)
	}
	p.caption(&b.Caption)
	p.close(mark, start, "</figure>\n")
}

// caption writes a caption and its credit.
func (p *printer) caption(c *article.Caption) {
	mark := len(p.dst)
	p.raw("<figcaption>")
	start := len(p.dst)
	p.inlines(c.Text)
	sep := p.separate(start, " ")
	p.keep(sep, p.credit(&c.Credit))
	p.close(mark, start, "</figcaption>\n")
}

// credit writes a credit as printed, or composes it of its parts as papers
// print it, and reports whether there was one.
func (p *printer) credit(c *article.Credit) bool {
	if c.Text != "" {
		return p.textElement(`<small class="credit">`, c.Text, "</small>")
	}
	mark := len(p.dst)
	p.raw(`<small class="credit">Ảnh: `)
	start := len(p.dst)
	for _, name := range c.People {
		p.separate(start, ", ")
		p.text(name)
	}
	if c.Source != "" {
		p.separate(start, "/")
		p.text(c.Source)
	}
	return p.close(mark, start, "</small>")
}

// image writes an img element and reports whether it did: its address may be
// refused. The caption stands beside the image, in a figcaption if figure.
func (p *printer) image(m *article.Image, caption string, figure bool) bool {
	u := p.url(m.URL, weburl.Resource)
	if u == "" {
		return false
	}
	alt, hasAlt := p.alt(m.Alt, caption, figure)
	p.raw(`<img src="`)
	p.dst = appendText(p.dst, u)
	p.raw(`"`)
	p.srcset(m.Sources)
	if hasAlt {
		p.raw(` alt="`)
		p.text(alt)
		p.raw(`"`)
	}
	p.number(` width="`, m.Width)
	p.number(` height="`, m.Height)
	if p.images {
		p.raw(` loading="lazy" decoding="async">`)
	} else {
		p.raw(` fetchpriority="high" decoding="async">`)
	}
	p.images = true
	return true
}

// number writes an attribute with a size in pixels, nothing if it is not
// known.
func (p *printer) number(name constant, n int) {
	if n > 0 {
		p.raw(name)
		p.dst = strconv.AppendInt(p.dst, int64(n), 10)
		p.raw(`"`)
	}
}

// maxRenditions bounds the candidates of one srcset, so that finding those of
// equal width takes linear time. No image has so many.
const maxRenditions = 64

// srcset writes the renditions that a browser can use, one of each width.
func (p *printer) srcset(rs []article.Rendition) {
	rs = rs[:min(len(rs), maxRenditions)]
	mark := len(p.dst)
	p.raw(` srcset="`)
	start := len(p.dst)
	for i := range rs {
		u := p.url(rs[i].URL, candidate)
		if u == "" || rs[i].Width <= 0 || hasWidth(rs[:i], rs[i].Width) {
			continue
		}
		p.separate(start, ", ")
		p.dst = appendText(p.dst, u)
		p.raw(" ")
		p.dst = strconv.AppendInt(p.dst, int64(rs[i].Width), 10)
		p.raw("w")
	}
	p.close(mark, start, `" sizes="(max-width: 40rem) 100vw, 40rem"`)
}

// candidate reports whether u may stand in a srcset attribute, where a comma
// at its edge would be read as the end of the candidate.
func candidate(u string) bool {
	return weburl.Resource(u) && u[0] != ',' && u[len(u)-1] != ','
}

func hasWidth(rs []article.Rendition, width int) bool {
	for i := range rs {
		if rs[i].Width == width && candidate(rs[i].URL) {
			return true
		}
	}
	return false
}

// embed writes content of another site as a card with a link to it, never as
// active content.
func (p *printer) embed(b *article.Embed) {
	mark := len(p.dst)
	p.raw("<figure class=\"embed\">\n")
	start := len(p.dst)
	linked := p.openLink(b.URL)
	inside := len(p.dst)
	if b.Image != nil {
		p.image(b.Image, b.Title, false)
	}
	titled := p.textElement("<span>", b.Title, "</span>")
	if !titled && linked {
		p.textElement("<span>", b.URL, "</span>")
	}
	ok := len(p.dst) > inside
	if linked {
		p.closeLink()
	}
	if p.keep(start, ok) {
		p.raw("\n")
	}
	p.textElement("<figcaption>", b.Provider, "</figcaption>\n")
	p.close(mark, start, "</figure>\n")
}
