package render

import "github.com/toasoan/toasoan/article"

// sizeHTML estimates the size of the HTML of a from above for ordinary news,
// so that its buffer is made once.
func sizeHTML(a *article.Article) int {
	if a == nil {
		return 64
	}
	var s sizer
	s.inlines(a.Lead, 0)
	s.text(a.Section, a.Kicker, a.Title, a.Dateline, a.Source)
	for i := range a.Byline {
		s.text(a.Byline[i].Name, a.Byline[i].Role)
	}
	s.text(a.Tags...)
	s.blocks(a.Body, 0)
	for _, b := range a.Related {
		if b != nil {
			s.links(b)
		}
	}
	return 512 + s.n + s.n/8
}

// A sizer adds up the bytes of texts and, roughly, of the markup around them.
type sizer struct{ n, seen int }

// more reports whether to go on: an article that holds itself has no end.
func (s *sizer) more(depth int) bool {
	s.seen++
	return depth < article.MaxDepth && s.seen < article.MaxBlocks
}

func (s *sizer) text(texts ...string) {
	for _, t := range texts {
		if t != "" {
			s.n += len(t) + 32
		}
	}
}

func (s *sizer) inlines(in article.Inlines, depth int) {
	if !s.more(depth) {
		return
	}
	s.n += 16
	for _, x := range in {
		switch x := x.(type) {
		case article.Text:
			s.n += len(x)
		case *article.Link:
			if x != nil {
				s.n += len(x.URL)
				s.inlines(x.Text, depth+1)
			}
		default:
			s.inlines(content(x), depth+1)
		}
	}
}

func (s *sizer) blocks(bs article.Blocks, depth int) {
	for _, b := range bs {
		if isNil(b) || !s.more(depth) {
			continue
		}
		s.n += 48
		switch b := b.(type) {
		case *article.Paragraph:
			s.inlines(b.Text, 0)
		case *article.Heading:
			s.inlines(b.Text, 0)
			s.inlines(b.Text, 0) // the id
		case *article.Figure:
			s.figure(b)
		case *article.Gallery:
			for _, f := range b.Figures {
				if f != nil {
					s.figure(f)
				}
			}
			s.caption(&b.Caption)
		case *article.Quote:
			s.n += 80 + len(b.URL)
			s.blocks(b.Body, depth+1)
			s.inlines(b.Cite, 0)
		case *article.List:
			for _, item := range b.Items {
				s.n += 16
				s.blocks(item, depth+1)
			}
		case *article.Table:
			s.table(b)
		case *article.Box:
			s.n += 96 + len(b.Title)
			s.blocks(b.Body, depth+1)
		case *article.LinkBlock:
			s.links(b)
		case *article.Embed:
			s.n += 128
			s.text(b.Provider, b.URL, b.Title)
			s.image(b.Image)
		case *article.Correction:
			s.n += 256 + len(b.Title)
			s.inlines(b.Statement, 0)
			s.inlines(b.Text, 0)
		}
	}
}

func (s *sizer) figure(b *article.Figure) {
	s.n += 48
	s.image(&b.Image)
	s.caption(&b.Caption)
}

func (s *sizer) caption(c *article.Caption) {
	s.inlines(c.Text, 0)
	s.n += 32
	s.text(c.Credit.Text, c.Credit.Source)
	s.text(c.Credit.People...)
}

func (s *sizer) image(m *article.Image) {
	if m == nil {
		return
	}
	s.n += 128 + len(m.URL) + len(m.Alt)
	for i := range m.Sources[:min(len(m.Sources), maxRenditions)] {
		s.n += 64 + len(m.Sources[i].URL)
	}
}

func (s *sizer) table(b *article.Table) {
	s.n += 96
	s.inlines(b.Caption, 0)
	for _, row := range b.Rows {
		s.n += 16
		for i := range row {
			s.n += 16
			s.inlines(row[i].Text, 0)
		}
	}
}

func (s *sizer) links(b *article.LinkBlock) {
	s.n += 160 + len(b.Label)
	for i := range b.Links {
		l := &b.Links[i]
		s.n += 128 + len(l.Title) + len(l.URL)
		s.image(l.Image)
	}
}
