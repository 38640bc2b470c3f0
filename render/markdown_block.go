package render

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
)

// block writes a block and reports whether it wrote something. Depth and
// number are bounded as in HTML.
func (m *markdown) block(b article.Block) bool {
	if isNil(b) || m.depth >= article.MaxDepth || m.blocks >= article.MaxBlocks {
		return false
	}
	if m.depth > 0 {
		m.blocks++
	}
	m.depth++
	ok := m.standard(b)
	m.depth--
	return ok
}

func (m *markdown) standard(b article.Block) bool {
	switch b := b.(type) {
	case *article.Paragraph:
		return m.paragraph(b.Text)
	case *article.Heading:
		return m.heading(min(max(b.Level, 2), 6), func() { m.inlines(b.Text) })
	case *article.Figure:
		return m.figure(b)
	case *article.Gallery:
		return m.gallery(b)
	case *article.Quote:
		return m.quoted(func() bool {
			wrote := m.each(b.Body)
			return m.cite(b) || wrote
		})
	case *article.List:
		return m.list(b)
	case *article.Table:
		return m.table(b)
	case *article.Box:
		return m.quoted(func() bool {
			return m.titled(func() { m.str(b.Title) }, func() bool { return m.each(b.Body) })
		})
	case *article.LinkBlock:
		return m.links(b)
	case *article.Embed:
		return m.embed(b)
	case *article.Correction:
		return m.correction(b)
	case *article.Divider:
		return m.add(func() bool { m.dst = append(m.dst, "***"...); return true })
	}
	return false
}

func (m *markdown) each(bs article.Blocks) (wrote bool) {
	for _, b := range bs {
		wrote = m.block(b) || wrote
	}
	return wrote
}

// add adds a block that f writes to the one around, after a blank line if
// something stands before. If f reports false, what it wrote is taken back.
func (m *markdown) add(f func() bool) bool {
	mark, fresh, marker := len(m.dst), m.fresh, m.marker
	if !fresh {
		m.dst = append(m.dst, '\n')
		m.dst = append(m.dst, bytes.TrimRight(m.prefix, " ")...)
		m.dst = append(append(m.dst, '\n'), m.prefix...)
	}
	m.fresh = false
	if !f() {
		m.dst, m.fresh, m.marker = m.dst[:mark], fresh, marker
		return false
	}
	m.marker = 0
	return true
}

// inside writes blocks by f behind a marker. The lines after the first begin
// with prefix instead.
func (m *markdown) inside(marker, prefix string, f func() bool) bool {
	n, list := len(m.prefix), m.marker
	m.dst = append(m.dst, marker...)
	m.prefix = append(m.prefix, prefix...)
	m.fresh, m.marker = true, 0
	ok := f()
	m.prefix, m.fresh, m.marker = m.prefix[:n], false, list
	return ok
}

// quoted adds a block quote.
func (m *markdown) quoted(f func() bool) bool {
	return m.add(func() bool { return m.inside("> ", "> ", f) })
}

// paragraph adds a paragraph.
func (m *markdown) paragraph(in article.Inlines) bool {
	return m.add(func() bool { return m.text(func() { m.inlines(in) }) })
}

// aside adds a paragraph of what is not the text itself, such as a caption.
func (m *markdown) aside(f func()) bool {
	return m.add(func() bool { return m.text(func() { m.styled(emph, f) }) })
}

// heading adds a heading of a level in an article whose title has the level 1.
func (m *markdown) heading(level int, f func()) bool {
	return m.add(func() bool {
		level = min(max(m.titleLevel, 1)+level-1, 6)
		m.dst = append(m.dst, "###### "[6-level:]...)
		return m.lineText(f)
	})
}

// titled adds a heading and the blocks that f writes, both or none.
func (m *markdown) titled(title func(), f func() bool) bool {
	mark, fresh, marker := len(m.dst), m.fresh, m.marker
	m.heading(2, title)
	if !f() {
		m.dst, m.fresh, m.marker = m.dst[:mark], fresh, marker
		return false
	}
	return true
}

// figure adds an image with its caption on the next line, or one of them alone.
func (m *markdown) figure(b *article.Figure) bool {
	return m.add(func() bool {
		return m.text(func() {
			if m.image(&b.Image) {
				m.lineBreak()
			}
			m.caption(&b.Caption)
		})
	})
}

func (m *markdown) gallery(b *article.Gallery) (wrote bool) {
	for _, f := range b.Figures {
		wrote = m.block(f) || wrote
	}
	return m.add(func() bool { return m.text(func() { m.caption(&b.Caption) }) }) || wrote
}

// caption writes a caption and its credit, as printed or composed as papers
// print it.
func (m *markdown) caption(c *article.Caption) {
	m.styled(emph, func() {
		m.inlines(c.Text)
		credit := creditText(&c.Credit)
		if !shows(credit) {
			return
		}
		m.str(" ")
		if c.Credit.Text == "" {
			m.own("Ảnh: ")
		}
		m.str(credit)
	})
}

// cite adds the source of a quotation, with a link to it.
func (m *markdown) cite(b *article.Quote) bool {
	left := maxPlain
	shown := shows(appendPlain(nil, b.Cite, article.MaxDepth, &left))
	return m.aside(func() {
		switch {
		case shown && !hasLink(b.Cite):
			m.linked(b.URL, func() { m.inlines(b.Cite) })
		default:
			m.inlines(b.Cite)
		}
	})
}

// list adds a list. Its items are written close together if each is a
// paragraph.
func (m *markdown) list(b *article.List) bool {
	tight := true
	for _, item := range b.Items {
		for i, x := range item {
			if _, ok := x.(*article.Paragraph); i > 0 || !ok {
				tight = false
			}
		}
	}
	return m.items(len(b.Items), b.Ordered, tight, func(i int) bool { return m.each(b.Items[i]) })
}

// items adds a list of n items, without those that item writes nothing for.
// Two lists side by side have different markers, or they would be one.
func (m *markdown) items(n int, ordered, tight bool, item func(i int) bool) bool {
	markers := "-+"
	if ordered {
		markers = ".)"
	}
	marker := markers[0]
	if m.marker == marker {
		marker = markers[1]
	}
	ok := m.add(func() bool {
		written := 0
		for i := range n {
			sign := string(marker) + " "
			if ordered {
				sign = strconv.Itoa(written+1) + sign
			}
			mark := len(m.dst)
			m.fresh = true
			one := func() bool { return m.inside(sign, strings.Repeat(" ", len(sign)), func() bool { return item(i) }) }
			switch {
			case written == 0:
			case tight:
				m.newline()
			default:
				m.fresh = false
			}
			if m.add(one) {
				written++
			} else {
				m.dst = m.dst[:mark]
			}
		}
		m.fresh = false
		return written > 0
	})
	if ok {
		m.marker = marker
	}
	return ok
}

// table adds a table, which has a row of headings in Markdown, be it empty.
// Rows may be short.
func (m *markdown) table(b *article.Table) bool {
	columns := 0
	var rows [][]article.Cell
	for _, row := range b.Rows {
		if columns = max(columns, len(row)); len(row) > 0 {
			rows = append(rows, row)
		}
	}
	if columns == 0 {
		return false
	}
	m.aside(func() { m.inlines(b.Caption) })
	return m.add(func() bool {
		var head []article.Cell
		if isHead(rows[0]) {
			head, rows = rows[0], rows[1:]
		}
		m.row(head, false)
		m.dst = append(m.dst, strings.Repeat("|  ", columns-len(head))...)
		m.dst = append(m.dst, '|')
		m.newline()
		m.dst = append(m.dst, strings.Repeat("| --- ", columns)...)
		m.dst = append(m.dst, '|')
		for _, row := range rows {
			m.newline()
			m.row(row, true)
			m.dst = append(m.dst, '|')
		}
		return true
	})
}

// row writes the cells of a row. A heading in a row that is not the first is
// strong.
func (m *markdown) row(cells []article.Cell, body bool) {
	for i := range cells {
		m.dst = append(m.dst, "| "...)
		want := face(0)
		if body && cells[i].Header {
			want = strong
		}
		m.write(func() { m.inlines(cells[i].Text) }, run{line: -1, one: true, cell: true, want: want})
		m.dst = append(m.dst, ' ')
	}
}

// links adds a heading and a list of links, nothing if there are none.
func (m *markdown) links(b *article.LinkBlock) bool {
	return m.titled(func() { m.label(b) }, func() bool {
		return m.items(len(b.Links), false, true, func(i int) bool { return m.relatedLink(&b.Links[i]) })
	})
}

// label writes the label of links.
func (m *markdown) label(b *article.LinkBlock) {
	if shows(b.Label) {
		m.str(b.Label)
	} else {
		m.own(string(kindOf(b).label))
	}
}

func (m *markdown) relatedLink(l *article.RelatedLink) bool {
	return shows(l.Title) && m.text(func() {
		m.linked(l.URL, func() {
			if m.image(l.Image) {
				m.str(" ")
			}
			m.str(l.Title)
		})
		m.str(" ")
		m.str(m.time(l.Published))
	})
}

// embed adds a link to the content of another site.
func (m *markdown) embed(b *article.Embed) bool {
	title := b.Title
	if !shows(title) && m.urls.url(b.URL, weburl.Link) != "" {
		title = b.URL
	}
	return m.add(func() bool {
		return m.text(func() {
			m.linked(b.URL, func() {
				if m.image(b.Image) {
					m.str(" ")
				}
				m.str(title)
			})
			m.lineBreak()
			m.styled(emph, func() { m.str(b.Provider) })
		})
	})
}

// correction adds a correction with the parts that the Press Law asks for.
func (m *markdown) correction(b *article.Correction) bool {
	title := func() {
		if shows(b.Title) {
			m.str(b.Title)
		} else {
			m.own(correctionTitle)
		}
	}
	return m.titled(title, func() bool {
		wrote := m.add(func() bool { return m.text(func() { m.str(m.time(b.Published)) }) })
		wrote = m.add(func() bool { return m.text(func() { m.styled(struck, func() { m.inlines(b.Statement) }) }) }) || wrote
		return m.paragraph(b.Text) || wrote
	})
}

// hasLink reports whether there is a link in running text, and not inside
// other markup there: then the text cannot be one itself.
func hasLink(in article.Inlines) bool {
	return slices.ContainsFunc(in, func(x article.Inline) bool { _, ok := x.(*article.Link); return ok })
}
