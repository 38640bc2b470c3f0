package article

import (
	"fmt"
	"strconv"
	"time"
)

// An inspector is the visitor behind [Article.Validate] and
// [Article.Warnings]: it goes through an article, knows where it is, and
// hands each thing to the function that wants it.
type inspector struct {
	path   []byte // JSON Pointer of the place
	depth  int    // of blocks and inlines
	count  int    // of blocks
	nodes  int
	nested bool // inside a run of inlines
	found  ErrorList

	text func(s string)          // each shown string, a run of inlines as one
	url  func(u string, c class) // each URL
	each func(o object)          // each object, before its members
}

// add notes err at the place.
func (v *inspector) add(err error) {
	v.found = append(v.found, &Error{Path: string(v.path), Err: err})
}

func (v *inspector) addf(cause error, format string, args ...any) {
	v.add(fmt.Errorf("%w: "+format, append([]any{cause}, args...)...))
}

// enter goes to the member name; the caller goes back with leave.
func (v *inspector) enter(name string) (mark int) {
	mark = len(v.path)
	v.path = append(append(v.path, '/'), name...)
	return mark
}

func (v *inspector) index(i int) (mark int) {
	mark = len(v.path)
	v.path = strconv.AppendInt(append(v.path, '/'), int64(i), 10)
	return mark
}

func (v *inspector) leave(mark int) { v.path = v.path[:mark] }

func (v *inspector) members(o object) {
	v.each(o)
	o.fields(v)
}

// inside goes into a block or an inline unless the limits forbid it.
func (v *inspector) inside(o object, block bool) {
	if block {
		v.count++
	}
	if v.depth == MaxDepth || v.nodes == maxNodes || v.count > MaxBlocks {
		return
	}
	v.nodes++
	v.depth++
	v.members(o)
	v.depth--
}

func (v *inspector) version()                {}
func (v *inspector) num(string, *int)        {}
func (v *inspector) flag(string, *bool)      {}
func (v *inspector) time(string, *time.Time) {}

func (v *inspector) str(name string, p *string, c class) {
	if *p == "" || c == code {
		return
	}
	mark := v.enter(name)
	if c == shown {
		v.text(*p)
	} else {
		v.url(*p, c)
	}
	v.leave(mark)
}

func (v *inspector) strs(name string, p *[]string) {
	mark := v.enter(name)
	for i, s := range *p {
		at := v.index(i)
		v.text(s)
		v.leave(at)
	}
	v.leave(mark)
}

func (v *inspector) inlines(name string, p *Inlines) {
	mark := v.enter(name)
	if !v.nested {
		v.text(p.PlainText())
	}
	i := 0
	for _, in := range *p {
		if emptyInline(in) {
			continue
		}
		at := v.index(i)
		i++
		if _, o := inlineKind(in); o != nil {
			was := v.nested
			v.nested = true // its text is part of the run around it
			v.inside(o, false)
			v.nested = was
		}
		v.leave(at)
	}
	v.leave(mark)
}

func (v *inspector) blockList(bs Blocks) {
	i := 0
	for _, b := range bs {
		_, o := blockKind(b)
		if o == nil && asUnknown(b) == nil {
			continue
		}
		at := v.index(i)
		i++
		if o != nil {
			v.inside(o, true)
		}
		v.leave(at)
	}
}

func (v *inspector) blocks(name string, p *Blocks) {
	mark := v.enter(name)
	v.blockList(*p)
	v.leave(mark)
}

func (v *inspector) items(name string, p *[]Blocks) {
	mark := v.enter(name)
	for i, item := range *p {
		at := v.index(i)
		v.blockList(item)
		v.leave(at)
	}
	v.leave(mark)
}

func (v *inspector) rows(name string, p *[][]Cell) {
	mark := v.enter(name)
	for i, row := range *p {
		at := v.index(i)
		for j := range row {
			cell := v.index(j)
			v.members(&row[j])
			v.leave(cell)
		}
		v.leave(at)
	}
	v.leave(mark)
}

func (v *inspector) image(name string, p **Image) {
	if *p != nil {
		v.object(name, *p)
	}
}

func (v *inspector) object(name string, o object) {
	mark := v.enter(name)
	v.members(o)
	v.leave(mark)
}

func (v *inspector) list(name string, l objects) {
	mark := v.enter(name)
	n := 0
	for i := range l.len() {
		o := l.at(i)
		if o == nil {
			continue
		}
		at := v.index(n)
		n++
		if l.kind() != "" {
			v.inside(o, true)
		} else {
			v.members(o)
		}
		v.leave(at)
	}
	v.leave(mark)
}
