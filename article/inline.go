package article

// An Inline is a piece of running text: one of [Text], [*Emph], [*Strong],
// [*Link], [*Span], [Break] or [*Unknown].
//
// The set is closed: no type outside this package can be an Inline. A later
// version may add kinds, so a type switch needs a default case.
type Inline interface{ inline() }

// Inlines is running text. A nil entry is skipped by every reader.
type Inlines []Inline

func (Text) inline()     {}
func (*Emph) inline()    {}
func (*Strong) inline()  {}
func (*Link) inline()    {}
func (*Span) inline()    {}
func (Break) inline()    {}
func (*Unknown) inline() {}

// Text is plain text without markup.
type Text string

// An Emph is text with emphasis.
type Emph struct {
	Text  Inlines
	Extra Extra
}

// A Strong is text of strong importance.
type Strong struct {
	Text  Inlines
	Extra Extra
}

// A Link is text that links to a URL.
type Link struct {
	URL   string
	Text  Inlines
	Extra Extra
}

// A Span is text in another language or with a role of its own.
type Span struct {
	Lang  string // BCP 47; "" means the language around it
	Role  string // what the text is, such as "person" or "place"; free text
	Text  Inlines
	Extra Extra
}

// A Break is a line break inside a paragraph.
type Break struct{}
