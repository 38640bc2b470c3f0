package render

import (
	"slices"
	"strconv"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// A figureTag is the place of a figure that is being written.
type figureTag struct {
	mark, attr, attrEnd, start int
	id, idEnd                  int    // of its caption
	number                     uint32 // likewise
	caption, text              int    // where they begin
}

// openFigure begins a figure that its caption names: browsers differ in
// whether they do so by themselves.
func (p *printer) openFigure(open constant) (f figureTag) {
	f.mark = len(p.dst)
	p.raw(open)
	f.attr = len(p.dst)
	f.id, f.idEnd = p.labelledBy(captionLabel)
	f.number = p.labels[captionLabel]
	f.attrEnd = len(p.dst)
	p.raw(">\n")
	f.start = len(p.dst)
	return f
}

// openCaption begins the caption of a figure.
func (p *printer) openCaption(f *figureTag) {
	f.caption = len(p.dst)
	p.raw(`<figcaption id="`)
	p.dst = append(p.dst, p.dst[f.id:f.idEnd]...)
	p.raw(`">`)
	f.text = len(p.dst)
}

// closeFigure ends a caption and its figure. A blank caption is taken back,
// and then the name that the figure has by it.
func (p *printer) closeFigure(f *figureTag) {
	if !p.close(f.caption, f.text, "</figcaption>\n") {
		p.dst = append(p.dst[:f.attr], p.dst[f.attrEnd:]...)
		f.start -= f.attrEnd - f.attr
		if p.labels[captionLabel] == f.number {
			p.labels[captionLabel]--
		}
	}
	p.close(f.mark, f.start, "</figure>\n")
}

// figure writes an image with its caption, or one of them alone.
func (p *printer) figure(b *article.Figure) {
	f := p.openFigure("<figure")
	omit := p.opts.Alt == AltOmit
	alt, wrote := p.image(&b.Image, p.plain(b.Caption.Text), omit)
	if wrote {
		p.raw("\n")
	}
	if named := p.caption(&f, &b.Caption); omit && wrote && !named {
		// Only now is it known that no caption names the figure.
		end := len(p.dst)
		p.alternative(p.alt(b.Image.Alt, ""))
		n := len(p.dst) - end
		p.move(end, alt)
		f.caption, f.text = f.caption+n, f.text+n
	}
	p.closeFigure(&f)
}

// gallery writes a figure of figures.
func (p *printer) gallery(b *article.Gallery) {
	f := p.openFigure(`<figure class="gallery"`)
	for _, x := range b.Figures {
		p.block(x)
	}
	p.caption(&f, &b.Caption)
	p.closeFigure(&f)
}

// caption writes a caption and its credit, and reports whether the caption has
// a text.
func (p *printer) caption(f *figureTag, c *article.Caption) bool {
	p.openCaption(f)
	named := p.run(c.Text)
	sep := p.separate(f.text, " ")
	p.keep(sep, p.credit(&c.Credit))
	return named
}

// credit writes a credit as printed, or composes it of its parts as papers
// print it, and reports whether there was one.
func (p *printer) credit(c *article.Credit) bool {
	if c.Text != "" {
		return p.textElement(`<small class="credit">`, c.Text, "</small>")
	}
	mark := len(p.dst)
	p.raw(`<small class="credit">`)
	p.own("Ảnh: ")
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

// image writes an img element and reports whether it did, since its address
// may be refused, and where its alternative text stands, which may be left out
// for the moment. The caption stands beside the image.
func (p *printer) image(m *article.Image, caption string, omitAlt bool) (alt int, ok bool) {
	u := p.urls.url(m.URL, weburl.Resource)
	if u == "" {
		return 0, false
	}
	p.raw(`<img src="`)
	p.dst = appendText(p.dst, u)
	p.raw(`"`)
	p.srcset(m.Sources)
	alt = len(p.dst)
	if !omitAlt {
		p.alternative(p.alt(m.Alt, caption))
	}
	p.number(` width="`, m.Width)
	p.number(` height="`, m.Height)
	if p.images {
		p.raw(` loading="lazy" decoding="async">`)
	} else {
		p.raw(` fetchpriority="high" decoding="async">`)
	}
	p.images = true
	return alt, true
}

// alternative writes the attribute with an alternative text.
func (p *printer) alternative(s string) {
	p.raw(` alt="`)
	p.text(s)
	p.raw(`"`)
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
	var buf [maxRenditions]int
	widths := buf[:0] // of those that were written
	for i := range rs {
		width := rs[i].Width
		if width <= 0 || slices.Contains(widths, width) {
			continue
		}
		u := p.urls.url(rs[i].URL, candidate)
		if u == "" {
			continue
		}
		widths = append(widths, width)
		p.separate(start, ", ")
		p.dst = appendText(p.dst, u)
		p.raw(" ")
		p.dst = strconv.AppendInt(p.dst, int64(width), 10)
		p.raw("w")
	}
	p.close(mark, start, `" sizes="(max-width: 40rem) 100vw, 40rem"`)
}

// candidate reports whether u may stand in a srcset attribute, where a comma
// at its edge would be read as the end of the candidate.
func candidate(u string) bool {
	return weburl.Resource(u) && u[0] != ',' && u[len(u)-1] != ','
}

// embed writes content of another site as a card with a link to it, never as
// active content.
func (p *printer) embed(b *article.Embed) {
	f := p.openFigure(`<figure class="embed"`)
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
	if p.keep(f.start, ok) {
		p.raw("\n")
	}
	p.openCaption(&f)
	p.text(b.Provider)
	p.closeFigure(&f)
}
