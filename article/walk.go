package article

import (
	"encoding/json"
	"iter"
	"strings"
	"time"
)

// A budget bounds a walk through an article, so that it ends, and soon, even
// if the article holds itself. What a walk passes is paid for with the least
// that it takes in JSON; no article within the limits uses up [MaxBytes]. The
// first thing that lies deeper than [MaxDepth] ends the walk: whatever follows
// would be as deep again, once for each way around a loop.
type budget struct {
	depth int // of blocks and inlines
	left  int // bytes
}

// minObject is the length of the shortest block, {"type":"box"}.
const minObject = 14

func newBudget() *budget { return &budget{left: MaxBytes} }

// spend pays for n bytes and reports whether anything was left to pay with.
func (b *budget) spend(n int) bool {
	if b.left <= 0 {
		return false
	}
	b.left -= n
	return true
}

// enter goes into a block or an inline, if the walk goes on. The caller comes
// back with leave.
func (b *budget) enter() bool {
	if b.depth == MaxDepth {
		b.left = 0
	}
	if !b.spend(minObject) {
		return false
	}
	b.depth++
	return true
}

func (b *budget) leave() { b.depth-- }

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
	if w.left--; w.left < 0 {
		return false
	}
	if depth > MaxDepth {
		return true
	}
	if !w.yield(b) {
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
// the article in place; what two places share is mapped twice. In an article
// beyond the limits, such as one that holds itself, it ends at the place where
// they are crossed.
func (a *Article) MapText(f func(string) string) {
	a.fields(&mapper{newBudget(), f})
}

// A mapper is the visitor of MapText.
type mapper struct {
	*budget
	f func(string) string
}

func (m *mapper) version()                  {}
func (m *mapper) num(string, *int)          {}
func (m *mapper) flag(string, *bool)        {}
func (m *mapper) time(string, *time.Time)   {}
func (m *mapper) object(_ string, o object) { o.fields(m) }

func (m *mapper) str(_ string, p *string, c class) {
	if m.spend(len(*p)) && c == shown && *p != "" {
		*p = m.f(*p)
	}
}

func (m *mapper) strs(_ string, p *[]string) {
	for i, s := range *p {
		if !m.spend(len(s) + 1) {
			return
		}
		(*p)[i] = m.f(s)
	}
}

func (m *mapper) inside(o object) {
	if m.enter() {
		o.fields(m)
		m.leave()
	}
}

func (m *mapper) inlines(_ string, p *Inlines) {
	for i, in := range *p {
		if !m.spend(1) {
			return
		}
		if t, ok := in.(Text); ok {
			if m.spend(len(t)) && t != "" {
				(*p)[i] = Text(m.f(string(t)))
			}
		} else if _, o := inlineKind(in); o != nil {
			m.inside(o)
		}
	}
}

func (m *mapper) blocks(_ string, p *Blocks) {
	for _, b := range *p {
		if !m.spend(1) {
			return
		}
		if _, o := blockKind(b); o != nil {
			m.inside(o)
		}
	}
}

func (m *mapper) items(_ string, p *[]Blocks) {
	for i := range *p {
		if !m.spend(1) {
			return
		}
		m.blocks("", &(*p)[i])
	}
}

func (m *mapper) rows(_ string, p *[][]Cell) {
	for _, row := range *p {
		for j := range row {
			if !m.spend(len("{}")) {
				return
			}
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
		if !m.spend(len("{}")) {
			return
		}
		if o := l.at(i); o != nil && l.kind() != "" {
			m.inside(o)
		} else if o != nil {
			o.fields(m)
		}
	}
}

// Clone returns a copy of the article that shares nothing with it, not even
// the bytes of its strings: a decoded article keeps its input alive, a clone
// does not. The clone of an article beyond the limits, such as one that holds
// itself, ends at the place where they are crossed. Clone of nil is nil.
func (a *Article) Clone() *Article {
	if a == nil {
		return nil
	}
	c := *a
	(&cloner{newBudget()}).members(&c)
	return &c
}

// A cloner is the visitor that turns a shallow copy of an object into a deep
// one.
type cloner struct{ *budget }

func (c *cloner) members(o object) {
	o.fields(c)
	x := o.unknown()
	if *x == nil {
		return
	}
	deep := make(Extra, len(*x))
	for k, raw := range *x {
		if !c.spend(len(k) + len(raw)) {
			break
		}
		deep[strings.Clone(k)] = append(json.RawMessage(nil), raw...)
	}
	*x = deep
}

func (c *cloner) version()                  {}
func (c *cloner) num(string, *int)          {}
func (c *cloner) flag(string, *bool)        {}
func (c *cloner) time(string, *time.Time)   {}
func (c *cloner) object(_ string, o object) { c.members(o) }

func (c *cloner) str(_ string, p *string, _ class) { *p = c.string(*p) }

// string returns a copy of s, "" where the walk ends.
func (c *cloner) string(s string) string {
	if !c.spend(len(s)) {
		return ""
	}
	return strings.Clone(s)
}

func (c *cloner) strs(_ string, p *[]string) {
	*p = copied(c, *p)
	for i, s := range *p {
		(*p)[i] = c.string(s)
	}
}

// copied returns a copy of list, nil where the walk ends.
func copied[T any](c *cloner, list []T) []T {
	if !c.spend(len(list)) {
		return nil
	}
	return append([]T(nil), list...)
}

// inside returns a deep copy of o, nil where the walk ends.
func (c *cloner) inside(o object) object {
	if !c.enter() {
		return nil
	}
	d := o.duplicate()
	c.members(d)
	c.leave()
	return d
}

func (c *cloner) unknown(u *Unknown) *Unknown {
	return &Unknown{c.string(u.Type), copied(c, u.Raw)}
}

func (c *cloner) inlines(_ string, p *Inlines) {
	*p = copied(c, *p)
	for i, in := range *p {
		if t, ok := in.(Text); ok {
			(*p)[i] = Text(c.string(string(t)))
		} else if u := asUnknown(in); u != nil {
			(*p)[i] = c.unknown(u)
		} else if _, o := inlineKind(in); o != nil {
			(*p)[i], _ = c.inside(o).(Inline)
		}
	}
}

func (c *cloner) blocks(_ string, p *Blocks) {
	*p = copied(c, *p)
	for i, b := range *p {
		if u := asUnknown(b); u != nil {
			(*p)[i] = c.unknown(u)
		} else if _, o := blockKind(b); o != nil {
			(*p)[i], _ = c.inside(o).(Block)
		}
	}
}

func (c *cloner) items(_ string, p *[]Blocks) {
	*p = copied(c, *p)
	for i := range *p {
		c.blocks("", &(*p)[i])
	}
}

func (c *cloner) rows(_ string, p *[][]Cell) {
	*p = copied(c, *p)
	for i := range *p {
		(*p)[i] = copied(c, (*p)[i])
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
