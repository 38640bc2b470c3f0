package article

import "strings"

// What becomes of a line is said once, by one of these.

// carry says that the article carries the text of the line i.
func (p *parsing) carry(i int) { p.settle(i) }

// keep is carry with a note: the text was cut, or went into a field.
func (p *parsing) keep(i int, r Rule) {
	p.noteLine(&p.lines[i], r, false)
	p.settle(i)
}

// merge says that another line carries the text of the line i, or the rest of
// it.
func (p *parsing) merge(i int, r Rule) { p.keep(i, r) }

// drop says that the article does not hold the line i, or not all of it.
func (p *parsing) drop(i int, r Rule) {
	p.noteLine(&p.lines[i], r, true)
	p.settle(i)
}

// become says that the line i is the block b.
func (p *parsing) become(i int, b Block) {
	p.lines[i].block = b
	p.claimed = true
	p.stay(i)
}

// stay says that the block of the line i stays where it is.
func (p *parsing) stay(i int) {
	p.last = i
	switch b := p.lines[i].block.(type) {
	case *Figure:
		p.pictured = true
		p.keepCaption(b)
	case *LinkBlock, *Divider:
	default:
		p.head = false
	}
}

// settle takes a line out of the table.
func (p *parsing) settle(i int) {
	p.lines[i].gone = true
	p.claimed = true
}

// noteLine notes what became of a line.
func (p *parsing) noteLine(l *line, r Rule, dropped bool) {
	p.notes = append(p.notes, Note{Line: l.number, Rule: r, Text: l.raw, Dropped: dropped})
}

// try gives the lines from i on to the first rule of a part that claims them,
// and returns how many it took.
func (p *parsing) try(part []rule, i int) int {
	if p.lines[i].gone {
		return 0
	}
	for r := range part {
		if n := part[r].claim(p, i); n > 0 {
			part[r].take(p, i, n)
			return n
		}
	}
	return 0
}

// claimant returns the rule of a part that would claim the line i, nil if none
// would.
func (p *parsing) claimant(part []rule, i int) *rule {
	for r := range part {
		if part[r].claim(p, i) > 0 {
			return &part[r]
		}
	}
	return nil
}

// readText reads the lines of the text from i on, and returns how many it
// took: those of one rule, or one paragraph.
func (p *parsing) readText(i int) int {
	if p.lines[i].gone {
		return 1
	}
	if p.head {
		if n := p.try(p.ruled.below, i); n > 0 {
			return n
		}
	}
	if l := &p.lines[i]; !l.isText() || !l.longer(maxCaption) || len(l.text) == len(p.lead) {
		if n := p.try(p.ruled.text, i); n > 0 {
			return n
		}
	}
	p.last, p.head = i, false
	return 1
}

// inText reports whether the line i is one of the text, or a block in it.
func (p *parsing) inText(i int) bool {
	return i >= p.below && i < p.end && !p.lines[i].gone
}

// isText reports whether the line i is a line of the text that no rule has
// claimed.
func (p *parsing) isText(i int) bool { return p.inText(i) && p.lines[i].isText() }

// isFigure reports whether the line i is a figure.
func (p *parsing) isFigure(i int) bool {
	if i < 0 || i >= len(p.lines) {
		return false
	}
	f, ok := p.lines[i].block.(*Figure)
	return ok && f != nil
}

// next returns the next line of the text below i that is still there, -1 if
// there is none.
func (p *parsing) next(i int) int {
	for i++; i < p.end; i++ {
		if !p.lines[i].gone {
			return i
		}
	}
	return -1
}

// compact takes the lines that are gone out of the table. What is left has
// nothing but blank lines between, and a line that became a block is no text
// any more.
func (p *parsing) compact() {
	n := 0
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.gone:
			continue
		case l.block != nil:
			p.lines[n] = line{number: l.number, raw: l.raw, block: l.block, gap: true}
		default:
			l.gap, l.joined = true, false
			if n != i {
				p.lines[n] = *l
			}
		}
		n++
	}
	clear(p.lines[n:])
	p.lines = p.lines[:n]
	p.spaced = true
}

// body makes the body of what is left of the table.
func (p *parsing) body() {
	p.a.Body = nil
	if len(p.lines) > 0 {
		p.a.Body = make(Blocks, len(p.lines))
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.block != nil {
			p.a.Body[i] = l.block
		} else {
			p.a.Body[i] = p.paragraph(l)
		}
	}
}

// A slab holds what is not yet given away of the paragraphs and inlines that
// are made together: a page has hundreds of them.
type slab struct {
	paragraphs []Paragraph
	inlines    []Inline
}

// slabSize is how many are made at once, for a table of so many lines.
func slabSize(lines int) int { return min(max(lines, 4), 256) }

// newParagraph returns a paragraph.
func (p *parsing) newParagraph(text Inlines) *Paragraph {
	if len(p.made.paragraphs) == 0 {
		p.made.paragraphs = make([]Paragraph, slabSize(len(p.lines)))
	}
	made := &p.made.paragraphs[0]
	p.made.paragraphs = p.made.paragraphs[1:]
	made.Text = text
	return made
}

// inlines returns s as running text, nil if it is empty.
func (p *parsing) inlines(s string) Inlines {
	if s == "" {
		return nil
	}
	if len(p.made.inlines) == 0 {
		p.made.inlines = make([]Inline, slabSize(len(p.lines)))
	}
	made := p.made.inlines[:1:1]
	p.made.inlines = p.made.inlines[1:]
	made[0] = Text(s)
	return made
}

// A fieldSet is a set of fields of an article.
type fieldSet uint8

const (
	fieldSection fieldSet = 1 << iota
	fieldByline
	fieldDateline
	fieldSource
	fieldTags
)

func (s fieldSet) has(f fieldSet) bool { return s&f != 0 }

// setFields returns which fields are set.
func setFields(a *Article) (s fieldSet) {
	for i, set := range [...]bool{a.Section != "", len(a.Byline) > 0, a.Dateline != "", a.Source != "", len(a.Tags) > 0} {
		if set {
			s |= 1 << i
		}
	}
	return s
}

// addSource adds a source to those that the article has from its lines, and
// reports whether the article has it now. What came with a draft stays alone.
func (p *parsing) addSource(source string) bool {
	switch {
	case source == "" || p.hasSource(source):
		return true
	case p.given.has(fieldSource):
		return false
	case p.a.Source == "":
		p.a.Source = source
	default:
		p.more = append(p.more, source)
	}
	p.sources[source] = true
	return true
}

// hasSource reports whether the article has a source already.
func (p *parsing) hasSource(source string) bool {
	if p.sources == nil {
		p.sources = make(map[string]bool)
		p.sources[p.a.Source] = true
		for s := range strings.SplitSeq(p.a.Source, ", ") {
			p.sources[s] = true
		}
	}
	return p.sources[source]
}

// joinSources puts the sources into their field.
func (p *parsing) joinSources() {
	if len(p.more) > 0 {
		p.a.Source += ", " + strings.Join(p.more, ", ")
		p.more = nil
	}
}
