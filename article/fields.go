package article

import "time"

// An object is a part of an article that is an object in JSON. Its method
// fields is the one place that knows its members: the codec, the validation
// and the walks all pass through it, each with a visitor of its own, so that
// none can forget a member.
type object interface {
	fields(v visitor)  // calls v for each member, in the order of the wire format
	unknown() *Extra   // its Extra
	duplicate() object // a shallow copy
}

// A visitor is called for each member of an object. Only visitors that are
// made to change the article write through the pointers.
type visitor interface {
	version()
	str(name string, p *string, c class)
	strs(name string, p *[]string)
	num(name string, p *int)
	flag(name string, p *bool)
	time(name string, p *time.Time)
	inlines(name string, p *Inlines)
	blocks(name string, p *Blocks)
	items(name string, p *[]Blocks)
	rows(name string, p *[][]Cell)
	image(name string, p **Image)
	object(name string, o object)
	list(name string, l objects)
}

// A class says what a string is.
type class uint8

const (
	shown    class = iota // text that a reader sees
	code                  // an identifier or a key word
	link                  // a URL that a reader follows
	resource              // a URL that a page loads, or its own
)

// objects is a list of objects of one type.
type objects interface {
	len() int
	at(i int) object // nil for a nil pointer
	grow() object    // appends an empty one
	detach()         // replaces the list by a shallow copy
	kind() string    // the "type" of each, "" if they have none
}

type pointerTo[T any] interface {
	*T
	object
}

type values[T any, P pointerTo[T]] struct{ p *[]T }

func (l values[T, P]) len() int        { return len(*l.p) }
func (l values[T, P]) at(i int) object { return P(&(*l.p)[i]) }
func (l values[T, P]) detach()         { *l.p = append([]T(nil), *l.p...) }
func (l values[T, P]) kind() string    { return "" }
func (l values[T, P]) grow() object {
	var zero T
	if *l.p == nil {
		*l.p = make([]T, 0, 4)
	}
	*l.p = append(*l.p, zero)
	return l.at(len(*l.p) - 1)
}

type figures struct{ p *[]*Figure }

func (l figures) len() int     { return len(*l.p) }
func (l figures) detach()      { *l.p = append([]*Figure(nil), *l.p...); detachAll(*l.p) }
func (l figures) kind() string { return "figure" }
func (l figures) at(i int) object {
	if f := (*l.p)[i]; f != nil {
		return f
	}
	return nil
}
func (l figures) grow() object {
	f := new(Figure)
	*l.p = append(*l.p, f)
	return f
}

type linkBlocks struct{ p *[]*LinkBlock }

func (l linkBlocks) len() int     { return len(*l.p) }
func (l linkBlocks) detach()      { *l.p = append([]*LinkBlock(nil), *l.p...); detachAll(*l.p) }
func (l linkBlocks) kind() string { return "links" }
func (l linkBlocks) at(i int) object {
	if b := (*l.p)[i]; b != nil {
		return b
	}
	return nil
}
func (l linkBlocks) grow() object {
	b := new(LinkBlock)
	*l.p = append(*l.p, b)
	return b
}

func detachAll[T any](ps []*T) {
	for i, p := range ps {
		if p != nil {
			c := *p
			ps[i] = &c
		}
	}
}

func (a *Article) fields(v visitor) {
	v.version()
	v.str("id", &a.ID, code)
	v.str("url", &a.URL, resource)
	v.str("slug", &a.Slug, code)
	v.str("lang", &a.Lang, code)
	v.str("section", &a.Section, shown)
	v.str("kicker", &a.Kicker, shown)
	v.str("title", &a.Title, shown)
	v.inlines("lead", &a.Lead)
	v.list("byline", values[Author, *Author]{&a.Byline})
	v.str("dateline", &a.Dateline, shown)
	v.str("source", &a.Source, shown)
	v.time("published", &a.Published)
	v.time("modified", &a.Modified)
	v.strs("tags", &a.Tags)
	v.blocks("body", &a.Body)
	v.list("related", linkBlocks{&a.Related})
}

func (a *Author) fields(v visitor) {
	v.str("name", &a.Name, shown)
	v.str("role", &a.Role, shown)
	v.flag("organization", &a.Organization)
}

func (b *Paragraph) fields(v visitor) { v.inlines("text", &b.Text) }

func (b *Heading) fields(v visitor) {
	v.num("level", &b.Level)
	v.inlines("text", &b.Text)
}

func (b *Figure) fields(v visitor) {
	v.object("image", &b.Image)
	v.object("caption", &b.Caption)
}

func (b *Gallery) fields(v visitor) {
	v.list("figures", figures{&b.Figures})
	v.object("caption", &b.Caption)
}

func (b *Quote) fields(v visitor) {
	v.blocks("body", &b.Body)
	v.inlines("cite", &b.Cite)
	v.str("url", &b.URL, link)
}

func (b *List) fields(v visitor) {
	v.flag("ordered", &b.Ordered)
	v.items("items", &b.Items)
}

func (b *Table) fields(v visitor) {
	v.inlines("caption", &b.Caption)
	v.rows("rows", &b.Rows)
}

func (c *Cell) fields(v visitor) {
	v.inlines("text", &c.Text)
	v.flag("header", &c.Header)
}

func (b *Box) fields(v visitor) {
	v.str("title", &b.Title, shown)
	v.blocks("body", &b.Body)
}

func (b *LinkBlock) fields(v visitor) {
	v.str("kind", (*string)(&b.Kind), code)
	v.str("label", &b.Label, shown)
	v.list("links", values[RelatedLink, *RelatedLink]{&b.Links})
}

func (l *RelatedLink) fields(v visitor) {
	v.str("title", &l.Title, shown)
	v.str("url", &l.URL, link)
	v.time("published", &l.Published)
	v.image("image", &l.Image)
}

func (b *Embed) fields(v visitor) {
	v.str("provider", &b.Provider, shown)
	v.str("url", &b.URL, link)
	v.str("title", &b.Title, shown)
	v.image("image", &b.Image)
}

func (b *Correction) fields(v visitor) {
	v.str("title", &b.Title, shown)
	v.time("published", &b.Published)
	v.inlines("statement", &b.Statement)
	v.inlines("text", &b.Text)
}

func (*Divider) fields(visitor) {}

func (c *Caption) fields(v visitor) {
	v.inlines("text", &c.Text)
	v.object("credit", &c.Credit)
}

func (c *Credit) fields(v visitor) {
	v.str("text", &c.Text, shown)
	v.strs("people", &c.People)
	v.str("source", &c.Source, shown)
}

func (m *Image) fields(v visitor) {
	v.str("url", &m.URL, resource)
	v.str("alt", &m.Alt, shown)
	v.num("width", &m.Width)
	v.num("height", &m.Height)
	v.list("sources", values[Rendition, *Rendition]{&m.Sources})
}

func (r *Rendition) fields(v visitor) {
	v.str("url", &r.URL, resource)
	v.num("width", &r.Width)
}

func (t *Emph) fields(v visitor)   { v.inlines("text", &t.Text) }
func (t *Strong) fields(v visitor) { v.inlines("text", &t.Text) }

func (t *Link) fields(v visitor) {
	v.str("url", &t.URL, link)
	v.inlines("text", &t.Text)
}

func (t *Span) fields(v visitor) {
	v.str("lang", &t.Lang, code)
	v.str("role", &t.Role, code)
	v.inlines("text", &t.Text)
}

func (o *Article) unknown() *Extra     { return &o.Extra }
func (o *Author) unknown() *Extra      { return &o.Extra }
func (o *Paragraph) unknown() *Extra   { return &o.Extra }
func (o *Heading) unknown() *Extra     { return &o.Extra }
func (o *Figure) unknown() *Extra      { return &o.Extra }
func (o *Gallery) unknown() *Extra     { return &o.Extra }
func (o *Quote) unknown() *Extra       { return &o.Extra }
func (o *List) unknown() *Extra        { return &o.Extra }
func (o *Table) unknown() *Extra       { return &o.Extra }
func (o *Cell) unknown() *Extra        { return &o.Extra }
func (o *Box) unknown() *Extra         { return &o.Extra }
func (o *LinkBlock) unknown() *Extra   { return &o.Extra }
func (o *RelatedLink) unknown() *Extra { return &o.Extra }
func (o *Embed) unknown() *Extra       { return &o.Extra }
func (o *Correction) unknown() *Extra  { return &o.Extra }
func (o *Divider) unknown() *Extra     { return &o.Extra }
func (o *Caption) unknown() *Extra     { return &o.Extra }
func (o *Credit) unknown() *Extra      { return &o.Extra }
func (o *Image) unknown() *Extra       { return &o.Extra }
func (o *Rendition) unknown() *Extra   { return &o.Extra }
func (o *Emph) unknown() *Extra        { return &o.Extra }
func (o *Strong) unknown() *Extra      { return &o.Extra }
func (o *Link) unknown() *Extra        { return &o.Extra }
func (o *Span) unknown() *Extra        { return &o.Extra }

func (o *Article) duplicate() object     { c := *o; return &c }
func (o *Author) duplicate() object      { c := *o; return &c }
func (o *Paragraph) duplicate() object   { c := *o; return &c }
func (o *Heading) duplicate() object     { c := *o; return &c }
func (o *Figure) duplicate() object      { c := *o; return &c }
func (o *Gallery) duplicate() object     { c := *o; return &c }
func (o *Quote) duplicate() object       { c := *o; return &c }
func (o *List) duplicate() object        { c := *o; return &c }
func (o *Table) duplicate() object       { c := *o; return &c }
func (o *Cell) duplicate() object        { c := *o; return &c }
func (o *Box) duplicate() object         { c := *o; return &c }
func (o *LinkBlock) duplicate() object   { c := *o; return &c }
func (o *RelatedLink) duplicate() object { c := *o; return &c }
func (o *Embed) duplicate() object       { c := *o; return &c }
func (o *Correction) duplicate() object  { c := *o; return &c }
func (o *Divider) duplicate() object     { c := *o; return &c }
func (o *Caption) duplicate() object     { c := *o; return &c }
func (o *Credit) duplicate() object      { c := *o; return &c }
func (o *Image) duplicate() object       { c := *o; return &c }
func (o *Rendition) duplicate() object   { c := *o; return &c }
func (o *Emph) duplicate() object        { c := *o; return &c }
func (o *Strong) duplicate() object      { c := *o; return &c }
func (o *Link) duplicate() object        { c := *o; return &c }
func (o *Span) duplicate() object        { c := *o; return &c }
