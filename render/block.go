package render

import (
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// block writes a block through the hook of the options. Depth and number of
// the blocks inside other blocks are bounded: an article that is not decoded
// may hold itself.
func (p *printer) block(b article.Block) {
	if isNil(b) || p.depth >= article.MaxDepth || p.blocks >= article.MaxBlocks {
		return
	}
	if p.depth > 0 {
		p.blocks++
	}
	if f, ok := b.(*article.Figure); ok && p.collect {
		p.figures = append(p.figures, f)
	}
	p.depth++
	if p.opts.Block == nil || !p.hook(b) {
		p.standard(b)
	}
	p.depth--
}

// isNil reports whether b is nil or holds a nil pointer.
func isNil(b article.Block) bool {
	switch b := b.(type) {
	case *article.Paragraph:
		return b == nil
	case *article.Heading:
		return b == nil
	case *article.Figure:
		return b == nil
	case *article.Gallery:
		return b == nil
	case *article.Quote:
		return b == nil
	case *article.List:
		return b == nil
	case *article.Table:
		return b == nil
	case *article.Box:
		return b == nil
	case *article.LinkBlock:
		return b == nil
	case *article.Embed:
		return b == nil
	case *article.Correction:
		return b == nil
	case *article.Divider:
		return b == nil
	case *article.Unknown:
		return b == nil
	}
	return true
}

// standard writes the default rendering of a block that is not nil.
func (p *printer) standard(b article.Block) {
	switch b := b.(type) {
	case *article.Paragraph:
		p.element("<p>", b.Text, "</p>\n")
	case *article.Heading:
		p.heading(b)
	case *article.Figure:
		p.figure(b)
	case *article.Gallery:
		p.gallery(b)
	case *article.Quote:
		p.quote(b)
	case *article.List:
		p.list(b)
	case *article.Table:
		p.table(b)
	case *article.Box:
		p.box(b)
	case *article.LinkBlock:
		p.links(b)
	case *article.Embed:
		p.embed(b)
	case *article.Correction:
		p.correction(b)
	case *article.Divider:
		p.raw("<hr>\n")
	}
}

func (p *printer) each(bs article.Blocks) {
	for _, b := range bs {
		p.block(b)
	}
}

func (p *printer) heading(b *article.Heading) {
	tags := &headings[p.level(min(max(b.Level, 2), 6))]
	mark := len(p.dst)
	p.raw(tags.begin)
	attr := len(p.dst)
	p.raw(">")
	if !p.end(mark, p.run(b.Text), tags.close) {
		return
	}
	end := len(p.dst)
	p.headingID(b) // last, so that a heading that is left out takes no id
	p.move(end, attr)
}

// quote writes a quotation; a figure joins it with its source, which may not
// stand inside the blockquote.
func (p *printer) quote(b *article.Quote) {
	if !shows(p.plain(b.Cite)) {
		p.blockquote(b)
		return
	}
	f := p.openFigure(`<figure class="quote"`)
	p.blockquote(b)
	p.openCaption(&f)
	p.run(b.Cite)
	p.closeFigure(&f)
}

func (p *printer) blockquote(b *article.Quote) {
	mark := len(p.dst)
	p.raw("<blockquote")
	if u := p.urls.url(b.URL, weburl.Resource); u != "" {
		p.raw(` cite="`)
		p.dst = appendText(p.dst, u)
		p.raw(`"`)
	}
	p.raw(">\n")
	start := len(p.dst)
	p.each(b.Body)
	p.close(mark, start, "</blockquote>\n")
}

func (p *printer) list(b *article.List) {
	open, end := constant("<ul>\n"), constant("</ul>\n")
	if b.Ordered {
		open, end = "<ol>\n", "</ol>\n"
	}
	mark := len(p.dst)
	p.raw(open)
	items := len(p.dst)
	for _, item := range b.Items {
		li := len(p.dst)
		p.raw("<li>")
		start := len(p.dst)
		p.each(item)
		p.close(li, start, "</li>\n")
	}
	p.close(mark, items, end)
}

func (p *printer) table(b *article.Table) {
	mark := len(p.dst)
	p.raw("<div class=\"table\">\n<table>\n")
	p.element("<caption>", b.Caption, "</caption>\n")
	start := len(p.dst)
	head := 0
	for head < len(b.Rows) && isHead(b.Rows[head]) {
		head++
	}
	p.rows("<thead>\n", b.Rows[:head], ` scope="col"`, "</thead>\n")
	p.rows("<tbody>\n", b.Rows[head:], ` scope="row"`, "</tbody>\n")
	p.close(mark, start, "</table>\n</div>\n")
}

// isHead reports whether all cells of a row are headers.
func isHead(row []article.Cell) bool {
	for i := range row {
		if !row[i].Header {
			return false
		}
	}
	return len(row) > 0
}

// rows writes the rows of a part of a table.
func (p *printer) rows(open constant, rows [][]article.Cell, scope, end constant) {
	mark := len(p.dst)
	p.raw(open)
	start := len(p.dst)
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		p.raw("<tr>")
		for i := range row {
			p.cell(&row[i], scope)
		}
		p.raw("</tr>\n")
	}
	p.close(mark, start, end)
}

// cell writes a cell, an empty one too, since it holds its place.
func (p *printer) cell(c *article.Cell, scope constant) {
	if !c.Header {
		p.raw("<td>")
		p.inlines(c.Text)
		p.raw("</td>")
		return
	}
	p.raw("<th")
	p.raw(scope)
	p.raw(">")
	p.inlines(c.Text)
	p.raw("</th>")
}

func (p *printer) box(b *article.Box) {
	mark := len(p.dst)
	p.raw(`<aside class="box"`)
	p.label(boxLabel, b.Title, "", p.level(2))
	start := len(p.dst)
	p.each(b.Body)
	p.close(mark, start, "</aside>\n")
}

// correctionTitle is the title of a correction that has none, as the Press Law
// words it.
const correctionTitle = "Thông tin cải chính, xin lỗi"

// correction writes a correction with the parts that the Press Law asks for.
func (p *printer) correction(b *article.Correction) {
	mark := len(p.dst)
	p.raw(`<section class="correction"`)
	p.label(correctionLabel, b.Title, correctionTitle, p.level(2))
	start := len(p.dst)
	p.raw("<p>")
	if p.keep(start, p.time(b.Published)) {
		p.raw("</p>\n")
	}
	p.element(`<p class="statement"><s>`, b.Statement, "</s></p>\n")
	p.element("<p>", b.Text, "</p>\n")
	p.close(mark, start, "</section>\n")
}
