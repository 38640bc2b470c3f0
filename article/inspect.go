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
	budget budget
	nested bool // inside a run of inlines
	found  ErrorList

	text func(s string)          // each shown string, a run of inlines as one
	url  func(u string, c class) // each URL
	each func(o object)          // each object, before its members
}

// add notes err at the place. It is paid for as well: a block that stands in
// an article a million times may be wrong each time.
func (v *inspector) add(err error) {
	v.budget.spend(len(v.path) + 64)
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

// newInspector returns an inspector that can pay for all it looks at: each
// caption, each run of inlines as one, and each part of it.
func newInspector() inspector { return inspector{budget: budget{left: 3 * MaxBytes}} }

// inside goes into a block or an inline unless the limits forbid it.
func (v *inspector) inside(o object) {
	if v.budget.enter() {
		v.members(o)
		v.budget.leave()
	}
}

func (v *inspector) version()                {}
func (v *inspector) num(string, *int)        {}
func (v *inspector) flag(string, *bool)      {}
func (v *inspector) time(string, *time.Time) {}

func (v *inspector) str(name string, p *string, c class) {
	if !v.budget.spend(len(*p)) || *p == "" || c == code {
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
		if !v.budget.spend(len(s) + 1) {
			break
		}
		at := v.index(i)
		v.text(s)
		v.leave(at)
	}
	v.leave(mark)
}

func (v *inspector) inlines(name string, p *Inlines) {
	mark := v.enter(name)
	if !v.nested {
		v.text(p.plainText(&v.budget))
	}
	i := 0
	for _, in := range *p {
		if !v.budget.spend(1) {
			break
		}
		if emptyInline(in) {
			continue
		}
		at := v.index(i)
		i++
		if _, o := inlineKind(in); o != nil {
			was := v.nested
			v.nested = true // its text is part of the run around it
			v.inside(o)
			v.nested = was
		}
		v.leave(at)
	}
	v.leave(mark)
}

func (v *inspector) blockList(bs Blocks) {
	i := 0
	for _, b := range bs {
		if !v.budget.spend(1) {
			break
		}
		_, o := blockKind(b)
		if o == nil && asUnknown(b) == nil {
			continue
		}
		at := v.index(i)
		i++
		if o != nil {
			v.inside(o)
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
		if !v.budget.spend(1) {
			break
		}
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
			if !v.budget.spend(len("{}")) {
				break
			}
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
		if !v.budget.spend(1) {
			break
		}
		o := l.at(i)
		if o == nil {
			continue
		}
		at := v.index(n)
		n++
		if l.kind() != "" {
			v.inside(o)
		} else {
			v.members(o)
		}
		v.leave(at)
	}
	v.leave(mark)
}
