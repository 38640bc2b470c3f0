package article

import (
	"encoding/json"
	"iter"
	"strings"
	"time"
)

// maxNodes bounds the walks: no article whose JSON is within [MaxBytes] has
// more blocks and inlines that are objects, but one that holds itself twice
// has no end.
const maxNodes = MaxBytes / 16

// All returns the blocks in the order of the text, those inside other blocks
// after the one that holds them. Nil entries are skipped. It goes no deeper
// than [MaxDepth] and ends after [MaxBlocks] blocks, so that it ends even if a
// block holds itself.
func (bs Blocks) All() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		w := allWalk{yield: yield, left: MaxBlocks}
		w.list(bs, 1)
	}
}

type allWalk struct {
	yield func(Block) bool
	left  int
}

func (w *allWalk) list(bs Blocks, depth int) bool {
	for _, b := range bs {
		_, o := blockKind(b)
		if o == nil && asUnknown(b) == nil {
			continue
		}
		if !w.block(b, depth) {
			return false
		}
	}
	return true
}

func (w *allWalk) block(b Block, depth int) bool {
	if depth > MaxDepth {
		return true
	}
	if w.left--; w.left < 0 || !w.yield(b) {
		return false
	}
	switch b := b.(type) {
	case *Gallery:
		for _, f := range b.Figures {
			if f != nil && !w.block(f, depth+1) {
				return false
			}
		}
	case *Quote:
		return w.list(b.Body, depth+1)
	case *Box:
		return w.list(b.Body, depth+1)
	case *List:
		for _, item := range b.Items {
			if !w.list(item, depth+1) {
				return false
			}
		}
	}
	return true
}

// MapText replaces every text that a reader sees by f of it: titles, running
// text, captions, credits, alternative texts, names, tags and labels. URL,
// ID, Slug, Lang, Extra and the contents of an [*Unknown] stay. It changes
// the article in place; what two places share is mapped twice.
func (a *Article) MapText(f func(string) string) {
	a.fields(&mapper{f: f})
}

// A mapper is the visitor of MapText.
type mapper struct {
	f     func(string) string
	depth int
	nodes int
}

func (m *mapper) version()                  {}
func (m *mapper) num(string, *int)          {}
func (m *mapper) flag(string, *bool)        {}
func (m *mapper) time(string, *time.Time)   {}
func (m *mapper) object(_ string, o object) { o.fields(m) }

func (m *mapper) str(_ string, p *string, c class) {
	if c == shown && *p != "" {
		*p = m.f(*p)
	}
}

func (m *mapper) strs(_ string, p *[]string) {
	for i := range *p {
		(*p)[i] = m.f((*p)[i])
	}
}

func (m *mapper) inside(o object) {
	if o == nil || m.depth == MaxDepth || m.nodes == maxNodes {
		return
	}
	m.nodes++
	m.depth++
	o.fields(m)
	m.depth--
}

func (m *mapper) inlines(_ string, p *Inlines) {
	for i, in := range *p {
		if t, ok := in.(Text); ok {
			if t != "" {
				(*p)[i] = Text(m.f(string(t)))
			}
		} else if _, o := inlineKind(in); o != nil {
			m.inside(o)
		}
	}
}

func (m *mapper) blocks(_ string, p *Blocks) {
	for _, b := range *p {
		if _, o := blockKind(b); o != nil {
			m.inside(o)
		}
	}
}

func (m *mapper) items(_ string, p *[]Blocks) {
	for i := range *p {
		m.blocks("", &(*p)[i])
	}
}

func (m *mapper) rows(_ string, p *[][]Cell) {
	for _, row := range *p {
		for j := range row {
			row[j].fields(m)
		}
	}
}

func (m *mapper) image(_ string, p **Image) {
	if *p != nil {
		(*p).fields(m)
	}
}

func (m *mapper) list(_ string, l objects) {
	for i := range l.len() {
		if o := l.at(i); o != nil {
			m.inside(o)
		}
	}
}

// Clone returns a copy of the article that shares nothing with it, not even
// the bytes of its strings: a decoded article keeps its input alive, a clone
// does not. What lies deeper than [MaxDepth] is left out, so that the clone of
// an article that holds itself is finite. Clone of nil is nil.
func (a *Article) Clone() *Article {
	if a == nil {
		return nil
	}
	c := *a
	new(cloner).members(&c)
	return &c
}

// A cloner is the visitor that turns a shallow copy of an object into a deep
// one.
type cloner struct {
	depth int
	nodes int
}

func (c *cloner) members(o object) {
	o.fields(c)
	x := o.unknown()
	if *x == nil {
		return
	}
	deep := make(Extra, len(*x))
	for k, raw := range *x {
		deep[strings.Clone(k)] = append(json.RawMessage(nil), raw...)
	}
	*x = deep
}

func (c *cloner) version()                         {}
func (c *cloner) num(string, *int)                 {}
func (c *cloner) flag(string, *bool)               {}
func (c *cloner) time(string, *time.Time)          {}
func (c *cloner) str(_ string, p *string, _ class) { *p = strings.Clone(*p) }
func (c *cloner) object(_ string, o object)        { c.members(o) }

func (c *cloner) strs(_ string, p *[]string) {
	*p = append([]string(nil), *p...)
	for i, s := range *p {
		(*p)[i] = strings.Clone(s)
	}
}

// inside returns a deep copy of o, nil if it lies too deep.
func (c *cloner) inside(o object) object {
	if c.depth == MaxDepth || c.nodes == maxNodes {
		return nil
	}
	c.nodes++
	c.depth++
	d := o.duplicate()
	c.members(d)
	c.depth--
	return d
}

func (c *cloner) unknown(u *Unknown) *Unknown {
	return &Unknown{strings.Clone(u.Type), append(json.RawMessage(nil), u.Raw...)}
}

func (c *cloner) inlines(_ string, p *Inlines) {
	*p = append(Inlines(nil), *p...)
	for i, in := range *p {
		if t, ok := in.(Text); ok {
			(*p)[i] = Text(strings.Clone(string(t)))
		} else if u := asUnknown(in); u != nil {
			(*p)[i] = c.unknown(u)
		} else if _, o := inlineKind(in); o != nil {
			(*p)[i], _ = c.inside(o).(Inline)
		}
	}
}

func (c *cloner) blocks(_ string, p *Blocks) {
	*p = append(Blocks(nil), *p...)
	for i, b := range *p {
		if u := asUnknown(b); u != nil {
			(*p)[i] = c.unknown(u)
		} else if _, o := blockKind(b); o != nil {
			(*p)[i], _ = c.inside(o).(Block)
		}
	}
}

func (c *cloner) items(_ string, p *[]Blocks) {
	*p = append([]Blocks(nil), *p...)
	for i := range *p {
		c.blocks("", &(*p)[i])
	}
}

func (c *cloner) rows(_ string, p *[][]Cell) {
	*p = append([][]Cell(nil), *p...)
	for i := range *p {
		(*p)[i] = append([]Cell(nil), (*p)[i]...)
		for j := range (*p)[i] {
			c.members(&(*p)[i][j])
		}
	}
}

func (c *cloner) image(_ string, p **Image) {
	if *p != nil {
		m := **p
		c.members(&m)
		*p = &m
	}
}

func (c *cloner) list(_ string, l objects) {
	l.detach()
	for i := range l.len() {
		if o := l.at(i); o != nil {
			c.members(o)
		}
	}
}
