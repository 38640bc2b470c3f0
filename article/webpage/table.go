package webpage

import (
	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// table reads a table. One that only lays the page out is read as what its
// cells hold: it has one column, or tables, pictures or prose inside.
func (r *reader) table(i int32) {
	rows, columns := r.shape(i)
	if rows < 2 || columns < 2 {
		r.cells(i)
		return
	}
	t := new(article.Table)
	for j := i + 1; j < r.nodes[i].end; j++ {
		n := &r.nodes[j]
		switch {
		case n.DataAtom == atom.Caption:
			t.Caption = trimBreaks(r.inlines(r.first(j), n.end))
			j = n.end - 1
		case n.DataAtom == atom.Tr:
			if row := r.row(j); len(row) > 0 {
				t.Rows = append(t.Rows, row)
			}
			j = n.end - 1
		}
	}
	if len(t.Rows) > 0 {
		headed(t.Rows[0])
		r.emit(i, t)
	}
}

// headed makes headings of the cells of a row that are all in bold letters.
func headed(row []article.Cell) {
	for _, cell := range row {
		if len(cell.Text) > 0 && !cell.Header && !isStrong(cell.Text) {
			return
		}
	}
	for i := range row {
		row[i].Header, row[i].Text = true, bare(row[i].Text)
	}
}

// row reads a row of cells.
func (r *reader) row(i int32) (row []article.Cell) {
	shown := false
	for c := r.first(i); c < r.nodes[i].end; c = r.nodes[c].end {
		n := &r.nodes[c]
		if n.DataAtom != atom.Td && n.DataAtom != atom.Th || n.frame != "" {
			continue
		}
		cell := article.Cell{Text: trimBreaks(r.inlines(r.first(c), n.end)), Header: n.DataAtom == atom.Th}
		shown = shown || len(cell.Text) > 0
		row = append(row, cell)
	}
	if !shown {
		return nil
	}
	return row
}

// maxCell is the length of the longest cell of a table that is one, in visible
// characters.
const maxCell = 700

// shape returns the numbers of rows and columns of a table; none for one that
// lays out.
func (r *reader) shape(i int32) (rows, columns int) {
	if attr(r.nodes[i].Node, "role") == "presentation" {
		return 0, 0
	}
	for j := i + 1; j < r.nodes[i].end; j++ {
		n := &r.nodes[j]
		if n.frame != "" {
			continue
		}
		switch n.DataAtom {
		case atom.Table, atom.Iframe, atom.Ul, atom.Ol, atom.Figure, atom.Blockquote, atom.H1, atom.H2:
			return 0, 0
		case atom.Img:
			if n.media {
				return 0, 0
			}
		case atom.Tr:
			rows++
			filled := 0
			for c := r.first(j); c < n.end; c = r.nodes[c].end {
				if cell := &r.nodes[c]; cell.DataAtom == atom.Td || cell.DataAtom == atom.Th {
					if cell.chars > maxCell {
						return 0, 0
					}
					filled++
				}
			}
			columns = max(columns, filled)
		}
	}
	return rows, columns
}

// cells reads a table that lays out: what its cells hold, in order.
func (r *reader) cells(i int32) {
	for c := r.first(i); c < r.nodes[i].end; c = r.nodes[c].end {
		switch n := &r.nodes[c]; n.DataAtom {
		case atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
			if n.kind != text && n.frame == "" {
				r.cells(c)
				continue
			}
			r.span(c, n.end)
		case atom.Td, atom.Th:
			if n.kind != text && n.frame == "" && !n.media && r.figure != nil && r.isCaption(c) {
				r.caption(r.figure, c)
				continue
			}
			r.span(c, n.end)
		default:
			r.span(c, n.end)
		}
	}
}
