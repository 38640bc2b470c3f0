package article

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/toasoan/toasoan/internal/jsonenc"
)

// An encoder is the visitor that writes JSON. After the first error it does
// nothing.
type encoder struct {
	b       []byte
	start   int // of the article in b
	first   bool
	depth   int // of blocks and inlines
	count   int // of blocks
	objects int // and unknown members
	err     *Error
	probe   decoder // finds out whether a name is a member's

	article Article // the one to write, if there is only a copy of it
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

func newEncoder(dst []byte) *encoder {
	e := encoders.Get().(*encoder)
	*e = encoder{b: dst, start: len(dst)}
	return e
}

func (e *encoder) free() {
	*e = encoder{}
	encoders.Put(e)
}

// result returns what was written after dst, or dst and the error.
func (e *encoder) result(dst []byte) ([]byte, error) {
	e.checkSize(0)
	if e.err != nil {
		return dst, e.err
	}
	return e.b, nil
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = &Error{Err: err}
	}
}

// takenBack is more than the encoder writes of an empty object or list before
// it takes it back.
const takenBack = 64

// checkSize fails if there are more bytes than the limit and room.
func (e *encoder) checkSize(room int) {
	if len(e.b)-e.start > MaxBytes+room {
		e.fail(fmt.Errorf("%w: more than %d bytes", ErrTooLarge, MaxBytes))
	}
}

// another counts an object or an unknown member.
func (e *encoder) another() {
	if e.objects++; e.objects > MaxObjects {
		e.fail(errObjects)
	}
}

// name begins a member. The caller ends it with done.
func (e *encoder) name(name string) {
	if !e.first {
		e.b = append(e.b, ',')
	}
	e.first = false
	e.b = append(e.b, '"')
	e.b = append(e.b, name...)
	e.b = append(e.b, '"', ':')
}

// done ends a member, which is part of the path of an error in it.
func (e *encoder) done(name string) {
	e.first = false
	if e.err != nil {
		e.err.within(name)
	}
}

// members writes o as an object, with its type first if kind is not "".
func (e *encoder) members(o object, kind string) {
	e.another()
	if e.checkSize(takenBack); e.err != nil {
		return
	}
	e.b = append(e.b, '{')
	e.first = true
	if kind != "" {
		e.name("type")
		e.quote(kind)
	}
	o.fields(e)
	if x := *o.unknown(); len(x) > 0 {
		e.extra(o, x, kind)
	}
	e.b = append(e.b, '}')
	e.first = false
}

// extra writes the unknown members of o in sorted order.
func (e *encoder) extra(o object, x Extra, kind string) {
	var buf [16]string
	keys := buf[:0]
	for k := range x {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if e.err != nil {
			return
		}
		e.extraMember(o, k, string(x[k]), kind)
		e.done(k)
	}
}

func (e *encoder) extraMember(o object, k, raw, kind string) {
	e.probe = decoder{place: place{name: k}, probe: true}
	if o.fields(&e.probe); e.probe.hit || kind != "" && k == "type" {
		e.fail(fmt.Errorf("%w: %q in Extra is a member of its own", ErrDuplicate, k))
		return
	}
	l := lexer{s: raw}
	l.skip()
	l.end()
	if l.err != nil {
		e.err = l.err
		return
	}
	if e.another(); !e.first {
		e.b = append(e.b, ',')
	}
	e.first = false
	e.quote(k)
	e.b = appendRaw(append(e.b, ':'), raw, true)
}

func (e *encoder) quote(s string) {
	var valid bool
	if e.b, valid = jsonenc.AppendString(e.b, s); !valid {
		e.fail(fmt.Errorf("%w: %q", ErrUTF8, shorten(s)))
	}
}

// versionMember is the first member of an article, with the comma after it.
const versionMember = `"version":1,`

func (e *encoder) version() {
	e.b = append(e.b, versionMember[:len(versionMember)-len(",")]...)
	e.first = false
}

func (e *encoder) str(name string, p *string, _ class) {
	if *p == "" || e.err != nil {
		return
	}
	e.name(name)
	e.quote(*p)
	e.done(name)
}

func (e *encoder) num(name string, p *int) {
	if *p == 0 || e.err != nil {
		return
	}
	if int64(*p) > math.MaxInt32 || int64(*p) < math.MinInt32 {
		e.fail(fmt.Errorf("%w: %d", ErrTooLarge, *p))
	}
	e.name(name)
	e.b = strconv.AppendInt(e.b, int64(*p), 10)
	e.done(name)
}

func (e *encoder) flag(name string, p *bool) {
	if *p && e.err == nil {
		e.name(name)
		e.b = append(e.b, "true"...)
	}
}

func (e *encoder) time(name string, p *time.Time) {
	if p.IsZero() || e.err != nil {
		return
	}
	_, offset := p.Zone()
	if y := p.Year(); y < 0 || y > 9999 {
		e.fail(fmt.Errorf("%w: year %d", ErrTime, y))
	} else if offset%60 != 0 || offset <= -24*3600 || offset >= 24*3600 {
		e.fail(fmt.Errorf("%w: offset of %d seconds", ErrTime, offset))
	}
	e.name(name)
	e.b = append(e.b, '"')
	e.b = p.AppendFormat(e.b, time.RFC3339Nano)
	e.b = append(e.b, '"')
	e.done(name)
}

// open begins a list of n elements.
func (e *encoder) open(n int) {
	if n > MaxElements {
		e.fail(fmt.Errorf("%w: more than %d elements", ErrTooLarge, MaxElements))
	}
	e.b = append(e.b, '[')
}

// next begins element i of a list, unless there was an error.
func (e *encoder) next(i int) bool {
	if i > 0 {
		e.b = append(e.b, ',')
	}
	return e.err == nil
}

// close ends element i of a list, which is part of the path of an error in it.
func (e *encoder) close(i int) {
	if e.err != nil {
		e.err.withinIndex(i)
	}
}

// writeElements writes a list, with write for each element.
func writeElements[T any](e *encoder, list []T, write func(e *encoder, x *T)) {
	e.open(len(list))
	for i := range list {
		if !e.next(i) {
			break
		}
		write(e, &list[i])
		e.close(i)
	}
	e.b = append(e.b, ']')
}

// writeList writes a member that is a list, nothing if it is empty.
func writeList[T any](e *encoder, name string, list []T, write func(e *encoder, x *T)) {
	if len(list) == 0 || e.err != nil {
		return
	}
	e.name(name)
	writeElements(e, list, write)
	e.done(name)
}

func (e *encoder) strs(name string, p *[]string) {
	writeList(e, name, *p, func(e *encoder, s *string) { e.quote(*s) })
}

func (e *encoder) items(name string, p *[]Blocks) {
	writeList(e, name, *p, func(e *encoder, item *Blocks) { e.blockList(*item) })
}

func (e *encoder) rows(name string, p *[][]Cell) {
	writeList(e, name, *p, func(e *encoder, row *[]Cell) {
		writeElements(e, *row, func(e *encoder, c *Cell) { e.members(c, "") })
	})
}

// enter goes one level down, to a block or an inline.
func (e *encoder) enter(block bool) bool {
	if block {
		e.count++
	}
	if e.depth == MaxDepth {
		e.fail(fmt.Errorf("%w: nested deeper than %d", ErrTooLarge, MaxDepth))
	} else if e.count > MaxBlocks {
		e.fail(fmt.Errorf("%w: more than %d blocks", ErrTooLarge, MaxBlocks))
	}
	if e.err != nil {
		return false
	}
	e.depth++
	return true
}

func (e *encoder) inlines(name string, p *Inlines) {
	if e.err != nil {
		return
	}
	if n, _ := countInlines(*p); n > 0 {
		e.name(name)
		e.inlineRun(*p)
		e.done(name)
	}
}

// countInlines returns the number of inlines that are not empty, and whether
// the last of them is a text.
func countInlines(in Inlines) (n int, text bool) {
	for _, x := range in {
		if !emptyInline(x) {
			n++
			_, text = x.(Text)
		}
	}
	return n, text
}

func emptyInline(in Inline) bool {
	switch in := in.(type) {
	case Text:
		return in == ""
	case Break:
		return false
	case *Unknown:
		return in == nil
	}
	_, o := inlineKind(in)
	return o == nil
}

func (e *encoder) inlineRun(in Inlines) {
	n, text := countInlines(in)
	single := n == 0 || n == 1 && text
	if n == 0 {
		e.b = append(e.b, `""`...)
	}
	if !single {
		e.open(n)
	}
	i := 0
	for _, x := range in {
		if emptyInline(x) {
			continue
		}
		if !e.next(i) {
			return
		}
		if e.inline(x); !single {
			e.close(i)
		}
		i++
	}
	if !single {
		e.b = append(e.b, ']')
	}
}

func (e *encoder) inline(in Inline) {
	switch in := in.(type) {
	case Text:
		e.quote(string(in))
		return
	case Break:
		e.b = append(e.b, `{"type":"break"}`...)
		e.checkSize(takenBack)
		return
	}
	if !e.enter(false) {
		return
	}
	if u := asUnknown(in); u != nil {
		e.unknown(u, knownInline)
	} else {
		kind, o := inlineKind(in)
		e.members(o, kind)
	}
	e.depth--
}

func (e *encoder) unknown(u *Unknown, known func(string) bool) {
	raw, err := checkUnknown(u, known)
	if err != nil {
		if x, ok := err.(*Error); ok {
			e.err = x
		} else {
			e.fail(err)
		}
		return
	}
	e.b = append(e.b, raw...)
}

func (e *encoder) blocks(name string, p *Blocks) {
	if len(*p) == 0 || e.err != nil {
		return
	}
	mark, first := len(e.b), e.first
	e.name(name)
	if e.blockList(*p) == 0 && e.err == nil {
		e.b, e.first = e.b[:mark], first
		return
	}
	e.done(name)
}

// blockList writes the blocks that are not nil and returns their number.
func (e *encoder) blockList(bs Blocks) (n int) {
	e.b = append(e.b, '[')
	for _, b := range bs {
		kind, o := blockKind(b)
		u := asUnknown(b)
		if o == nil && u == nil {
			continue
		}
		if n == MaxElements {
			e.fail(fmt.Errorf("%w: more than %d elements", ErrTooLarge, MaxElements))
			break
		}
		if !e.next(n) {
			break
		}
		e.block(kind, o, u)
		e.close(n)
		n++
	}
	e.b = append(e.b, ']')
	return n
}

func (e *encoder) block(kind string, o object, u *Unknown) {
	if !e.enter(true) {
		return
	}
	if u != nil {
		e.unknown(u, knownBlock)
	} else {
		e.members(o, kind)
	}
	e.depth--
}

func (e *encoder) image(name string, p **Image) {
	if *p != nil {
		e.object(name, *p)
	}
}

func (e *encoder) object(name string, o object) {
	if e.err != nil {
		return
	}
	mark, first, objects := len(e.b), e.first, e.objects
	e.name(name)
	open := len(e.b)
	if e.members(o, ""); e.err == nil && len(e.b) == open+len("{}") {
		e.b, e.first, e.objects = e.b[:mark], first, objects
		return
	}
	e.done(name)
}

func (e *encoder) list(name string, l objects) {
	if e.err != nil {
		return
	}
	n := 0
	mark, first, kind := len(e.b), e.first, l.kind()
	e.name(name)
	e.b = append(e.b, '[')
	for i := range l.len() {
		o := l.at(i)
		if o == nil {
			continue
		}
		if n == MaxElements {
			e.fail(fmt.Errorf("%w: more than %d elements", ErrTooLarge, MaxElements))
			break
		}
		if !e.next(n) {
			break
		}
		if kind == "" {
			e.members(o, "")
		} else {
			e.block(kind, o, nil)
		}
		e.close(n)
		n++
	}
	if n == 0 && e.err == nil {
		e.b, e.first = e.b[:mark], first
		return
	}
	e.b = append(e.b, ']')
	e.done(name)
}
