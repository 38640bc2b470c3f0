package article

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A decoder is the visitor that reads JSON: it reads the value of the member
// at hand into the field of that name.
type decoder struct {
	lexer
	place
	probe bool // only find out whether a field has the name

	depth   int         // of blocks and inlines
	count   int         // of blocks
	objects int         // and unknown members
	grown   int         // by how many bytes the JSON is longer when it is written
	types   map[int]int // where the type of an object stands that is not its first member
	looked  int         // the end of what types covers

	slabs
	piles
}

// slabs are pieces of memory that are handed out bit by bit, so that many
// values cost one allocation. All of them belong to one article.
type slabs struct {
	paragraphs []Paragraph
	figures    []Figure
	cells      []Inline
}

// piles are where the elements of the lists around the position wait until
// their number is known.
type piles struct {
	inlines []Inline
	blocks  []Block
	strs    []string
	items   []Blocks
	rows    [][]Cell
}

// take returns n zero values of a slab.
func take[T any](slab *[]T, n, more int) []T {
	if len(*slab) < n {
		*slab = make([]T, max(n, more))
	}
	taken := (*slab)[:n:n]
	*slab = (*slab)[n:]
	return taken
}

var decoders = sync.Pool{New: func() any { return new(decoder) }}

func newDecoder() *decoder { return decoders.Get().(*decoder) }

// free gives d back, without anything that belongs to the article.
func (d *decoder) free() {
	const most = 1 << 10 // elements that are worth keeping room for
	p := piles{
		emptied(d.piles.inlines, most), emptied(d.piles.blocks, most), emptied(d.piles.strs, most),
		emptied(d.piles.items, most), emptied(d.piles.rows, most),
	}
	*d = decoder{lexer: lexer{names: emptied(d.names, most)}, piles: p}
	decoders.Put(d)
}

// emptied returns a pile without elements and without what they point to.
func emptied[T any](pile []T, most int) []T {
	if cap(pile) > most {
		return nil
	}
	clear(pile[:cap(pile)])
	return pile[:0]
}

// run reads the whole of data with read.
func (d *decoder) run(data []byte, read func()) error {
	if len(data) > MaxBytes {
		return tooManyBytes(len(data))
	}
	d.s = string(data)
	read()
	d.end()
	if d.err != nil {
		return d.err
	}
	if n := d.written(); n > MaxBytes {
		return tooManyBytes(n)
	}
	return nil
}

func tooManyBytes(n int) *Error {
	return &Error{Err: fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, n, MaxBytes)}
}

// written returns at least as many bytes as what was read takes when it is
// written, if that can be more than [MaxBytes].
func (d *decoder) written() int {
	n := len(d.s) + d.grown
	if len(d.s) < MaxBytes/8 { // nothing grows that much
		return n
	}
	for _, c := range [...]string{"<", ">", "&", "\u2028", "\u2029"} {
		n += strings.Count(d.s, c) * (len(`\u2028`) - len(c))
	}
	return n
}

// article reads an article, to which the version is added if it has none.
func (d *decoder) article(a *Article) {
	d.grown = len(versionMember)
	d.members(a, "")
}

// another counts an object or an unknown member.
func (d *decoder) another() {
	if d.objects++; d.objects > MaxObjects {
		d.fail(errObjects)
	}
}

var errObjects = fmt.Errorf("%w: more than %d objects and unknown members", ErrTooLarge, MaxObjects)

// A place is where the decoder stands in an object.
type place struct {
	name  string // of the member at hand
	hit   bool   // its value has been read
	ended bool   // there are no more
	moved bool   // it is not the one that the pass over the fields began with
	seen  names
}

// members reads the members of o, an object of the type kind; with kind "" it
// has no type. Members in the order of the wire format are read in one pass
// over the fields of o, each other one costs at most two more.
func (d *decoder) members(o object, kind string) {
	if !d.expect('{') {
		return
	}
	d.another()
	outer := d.place
	d.place = place{seen: d.lexer.object()}
	for d.advance(true); !d.ended; d.advance(false) {
		d.pass(o)
		for d.moved && !d.hit && !d.ended && d.err == nil {
			d.pass(o) // it may be a field that the last pass had left behind
		}
		if !d.hit && !d.ended && d.err == nil {
			d.member(o, kind)
		}
		if d.err != nil && !d.ended {
			d.within(d.name)
			break
		}
	}
	d.forget(d.seen)
	d.place = outer
	d.hit = true
}

func (d *decoder) pass(o object) {
	d.moved = false
	o.fields(d)
}

// advance goes to the next member. After an error there are no more, unless
// the error is that the name stands twice.
func (d *decoder) advance(first bool) {
	d.ended = d.ended || !d.more('}', first)
	if d.ended {
		return
	}
	d.name, d.hit, d.moved = d.lexer.key(), false, true
	if d.ended = d.err != nil; !d.ended {
		d.once(&d.seen, d.name)
	}
}

// member reads a member that is no field of o.
func (d *decoder) member(o object, kind string) {
	d.hit = true
	if kind != "" && d.name == "type" {
		if got := d.lexer.str(); d.err == nil && got != kind {
			d.fail(fmt.Errorf("%w: %q, want %q", ErrType, shorten(got), kind))
		}
		return
	}
	raw := d.raw(true)
	if d.another(); d.err != nil {
		return
	}
	x := o.unknown()
	if *x == nil {
		*x = make(Extra)
	}
	(*x)[d.name] = raw
}

// raw reads any value, to be kept as it is.
func (d *decoder) raw(compact bool) json.RawMessage {
	d.peek()
	start := d.pos
	if d.skip(); d.err != nil {
		return nil
	}
	s := d.s[start:d.pos]
	return appendRaw(make([]byte, 0, len(s)), s, compact)
}

// is reports whether the value of the field name is to be read now. Once one
// has been read it goes on to the next member, so that the fields after see
// that one.
func (d *decoder) is(name string) bool {
	if d.hit {
		if d.probe || d.ended || d.err != nil {
			return false
		}
		d.advance(false)
	}
	if name != d.name || d.ended || d.err != nil {
		return false
	}
	d.hit = true
	return !d.probe
}

func (d *decoder) version() {
	if !d.is("version") {
		return
	}
	d.grown -= len(versionMember)
	if n := d.integer(); d.err == nil && n != 1 {
		d.fail(fmt.Errorf("%w: %d", ErrVersion, n))
	}
}

func (d *decoder) str(name string, p *string, _ class) {
	if d.is(name) {
		*p = d.lexer.str()
	}
}

func (d *decoder) num(name string, p *int) {
	if d.is(name) {
		from := d.pos
		*p = d.integer()
		var digits [len("-2147483648")]byte // 1e9 is written with all of them
		d.grown += max(0, len(strconv.AppendInt(digits[:0], int64(*p), 10))-(d.pos-from))
	}
}

func (d *decoder) flag(name string, p *bool) {
	if d.is(name) {
		*p = d.boolean()
	}
}

func (d *decoder) time(name string, p *time.Time) {
	if !d.is(name) {
		return
	}
	s := d.lexer.str()
	if d.err != nil {
		return
	}
	t, err := parseTime(s)
	if err != nil {
		d.fail(err)
		return
	}
	*p = t
}

// elements reads a list, with read for each element.
func (d *decoder) elements(read func()) {
	if !d.expect('[') {
		return
	}
	for i := 0; d.more(']', i == 0); i++ {
		if i == MaxElements {
			d.fail(fmt.Errorf("%w: more than %d elements", ErrTooLarge, MaxElements))
			return
		}
		if read(); d.err != nil {
			d.withinIndex(i)
			return
		}
	}
}

func (d *decoder) strs(name string, p *[]string) {
	if !d.is(name) {
		return
	}
	base := len(d.piles.strs)
	d.elements(func() { d.piles.strs = append(d.piles.strs, d.lexer.str()) })
	*p = append([]string(nil), d.piles.strs[base:]...)
	d.piles.strs = d.piles.strs[:base]
}

func (d *decoder) inlines(name string, p *Inlines) {
	if d.is(name) {
		d.inlineRun(p)
	}
}

func (d *decoder) blocks(name string, p *Blocks) {
	if d.is(name) {
		d.blockList(p)
	}
}

func (d *decoder) items(name string, p *[]Blocks) {
	if !d.is(name) {
		return
	}
	base := len(d.piles.items)
	d.elements(func() {
		var item Blocks
		d.blockList(&item)
		d.piles.items = append(d.piles.items, item)
	})
	*p = append([]Blocks(nil), d.piles.items[base:]...)
	d.piles.items = d.piles.items[:base]
}

func (d *decoder) rows(name string, p *[][]Cell) {
	if !d.is(name) {
		return
	}
	base := len(d.piles.rows)
	d.elements(func() {
		var row []Cell
		d.elements(func() {
			row = append(row, Cell{})
			d.members(&row[len(row)-1], "")
		})
		d.piles.rows = append(d.piles.rows, row)
	})
	*p = append([][]Cell(nil), d.piles.rows[base:]...)
	d.piles.rows = d.piles.rows[:base]
}

func (d *decoder) image(name string, p **Image) {
	if d.is(name) {
		*p = new(Image)
		d.members(*p, "")
	}
}

func (d *decoder) object(name string, o object) {
	if d.is(name) {
		d.members(o, "")
	}
}

func (d *decoder) list(name string, l objects) {
	if !d.is(name) {
		return
	}
	kind := l.kind()
	d.elements(func() {
		if kind == "" {
			d.members(l.grow(), "")
			return
		}
		if got, ok := d.kind(); d.err == nil && d.peek() == '{' && (!ok || got != kind) {
			d.wrongKind(got, ok, kind)
			return
		}
		if d.enter(true) {
			d.members(l.grow(), kind)
			d.depth--
		}
	})
}

// enter goes one level down, to a block or an inline.
func (d *decoder) enter(block bool) bool {
	if block {
		d.count++
	}
	if d.depth == MaxDepth {
		d.fail(fmt.Errorf("%w: nested deeper than %d", ErrTooLarge, MaxDepth))
	} else if d.count > MaxBlocks {
		d.fail(fmt.Errorf("%w: more than %d blocks", ErrTooLarge, MaxBlocks))
	}
	if d.err != nil {
		return false
	}
	d.depth++
	return true
}

func (d *decoder) blockList(p *Blocks) {
	base := len(d.piles.blocks)
	d.elements(func() { d.piles.blocks = append(d.piles.blocks, d.block()) })
	*p = append(Blocks(nil), d.piles.blocks[base:]...)
	d.piles.blocks = d.piles.blocks[:base]
	d.hit = true
}

func (d *decoder) block() Block {
	if d.peek() != '{' {
		d.expect('{')
		return nil
	}
	kind, ok := d.kind()
	if !ok {
		d.wrongKind("", false, "")
		return nil
	}
	if !d.enter(true) {
		return nil
	}
	defer func() { d.depth-- }()
	var b typedBlock
	switch kind {
	case "paragraph":
		b = &take(&d.paragraphs, 1, 16)[0]
	case "figure":
		b = &take(&d.slabs.figures, 1, 2)[0]
	default:
		if b = newBlock(kind); b == nil {
			return &Unknown{kind, d.raw(false)}
		}
	}
	d.members(b, kind)
	return b
}

func (d *decoder) inlineRun(p *Inlines) {
	if d.peek() == '"' {
		if s := d.lexer.str(); s != "" {
			*p = d.keep(Text(s))
		}
		return
	}
	if d.peek() != '[' && d.err == nil {
		d.wrongType("a string or a list")
		return
	}
	base := len(d.piles.inlines)
	d.elements(func() {
		if in := d.inline(); in != nil {
			d.piles.inlines = append(d.piles.inlines, in)
		}
	})
	if d.err == nil && len(d.piles.inlines) > base {
		*p = d.keep(d.piles.inlines[base:]...)
	}
	d.piles.inlines = d.piles.inlines[:base]
	d.hit = true
}

// keep returns a slice of its own with the inlines in it.
func (d *decoder) keep(in ...Inline) Inlines {
	kept := take(&d.cells, len(in), 32)
	copy(kept, in)
	return kept
}

func (d *decoder) inline() Inline {
	switch d.peek() {
	case '"':
		if s := d.lexer.str(); s != "" {
			return Text(s)
		}
		return nil
	case '{':
	default:
		if d.err == nil {
			d.wrongType("a string or an object")
		}
		return nil
	}
	kind, ok := d.kind()
	if !ok {
		d.wrongKind("", false, "")
		return nil
	}
	if !d.enter(false) {
		return nil
	}
	defer func() { d.depth-- }()
	in := newInline(kind)
	if in == nil {
		return d.otherInline(kind)
	}
	d.members(in, kind)
	return in
}

// otherInline reads a [Break], or whatever is no known inline. A break with
// further members is unknown, so that they are not lost.
func (d *decoder) otherInline(kind string) Inline {
	start := d.pos
	raw := d.raw(false)
	if d.err != nil {
		return nil
	}
	if kind == "break" && onlyMember(d.s[start:d.pos]) {
		return Break{}
	}
	return &Unknown{kind, raw}
}

// onlyMember reports whether the valid object s has one member, a string.
func onlyMember(s string) bool {
	l := lexer{s: s, pos: 1}
	l.key()
	l.str()
	return !l.more('}', false)
}
