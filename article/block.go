package article

import (
	"encoding/json"
	"time"
)

// A Block is a part of an article's body: one of [*Paragraph], [*Heading],
// [*Figure], [*Gallery], [*Quote], [*List], [*Table], [*Box], [*LinkBlock],
// [*Embed], [*Correction], [*Divider] or [*Unknown].
//
// The set is closed: no type outside this package can be a Block. A later
// version may add kinds, so a type switch needs a default case.
type Block interface{ block() }

// Blocks is a sequence of blocks. A nil entry is skipped by every reader.
type Blocks []Block

func (*Paragraph) block()  {}
func (*Heading) block()    {}
func (*Figure) block()     {}
func (*Gallery) block()    {}
func (*Quote) block()      {}
func (*List) block()       {}
func (*Table) block()      {}
func (*Box) block()        {}
func (*LinkBlock) block()  {}
func (*Embed) block()      {}
func (*Correction) block() {}
func (*Divider) block()    {}
func (*Unknown) block()    {}

// A Paragraph is a paragraph of text. Its text is not empty.
type Paragraph struct {
	Text  Inlines
	Extra Extra
}

// A Heading is a heading inside the body. Its text is not empty.
type Heading struct {
	Level int // 2 to 6; 2 is a crosshead (tít xen)
	Text  Inlines
	Extra Extra
}

// A Figure is an image with its caption. It has an image or a caption; text
// that was copied from a page often has the caption alone.
type Figure struct {
	Image   Image
	Caption Caption
	Extra   Extra
}

// A Gallery is a series of figures shown together (chùm ảnh), with a caption
// for all of them. It has at least one figure.
type Gallery struct {
	Figures []*Figure
	Caption Caption
	Extra   Extra
}

// A Quote is a quotation set apart from the text. Its body is not empty.
type Quote struct {
	Body  Blocks
	Cite  Inlines // who said it, or the work it is taken from
	URL   string  // address of the source
	Extra Extra
}

// A List is a bulleted or numbered list. It has at least one item, and each
// item holds at least one block.
type List struct {
	Ordered bool
	Items   []Blocks
	Extra   Extra
}

// A Table is a table of rows of cells. It has at least one row. Rows may
// differ in length.
type Table struct {
	Caption Inlines
	Rows    [][]Cell
	Extra   Extra
}

// A Cell is a cell of a [Table].
type Cell struct {
	Text   Inlines
	Header bool // the cell is the heading of its row or column
	Extra  Extra
}

// A Box is a side text inside the body (thông tin thêm). Its body is not
// empty.
type Box struct {
	Title string
	Body  Blocks
	Extra Extra
}

// A LinkBlock is a list of links to other stories with a label, such as "Các
// tin khác" or "Xem nhiều nhất". Links may be empty: text that was copied
// from a page often keeps the label alone.
type LinkBlock struct {
	Kind  LinkKind
	Label string // as printed
	Links []RelatedLink
	Extra Extra
}

// A RelatedLink is a link to another story. Its title is not empty.
type RelatedLink struct {
	Title     string
	URL       string    // a URI reference; "" if it was lost
	Published time.Time // zero if not known
	Image     *Image    // preview; nil if there is none
	Extra     Extra
}

// A LinkKind says what the links of a [LinkBlock] have in common. The zero
// value means that it is not known. A kind that this version does not know is
// kept as it is.
type LinkKind string

const (
	LinkRelated     LinkKind = "related"      // picked by an editor for this story (tin liên quan)
	LinkSameSection LinkKind = "same-section" // of the same section (cùng chuyên mục)
	LinkOther       LinkKind = "other"        // other stories (các tin khác)
	LinkLatest      LinkKind = "latest"       // newest first (mới nhất)
	LinkPopular     LinkKind = "popular"      // most read (xem nhiều nhất)
	LinkRecommended LinkKind = "recommended"  // for this reader (có thể bạn quan tâm)
	LinkTopic       LinkKind = "topic"        // of one topic or course of events (dòng sự kiện)
	LinkNewer       LinkKind = "newer"        // published after this one (tin mới hơn)
	LinkOlder       LinkKind = "older"        // published before this one (tin cũ hơn)
)

// An Embed is content of another site, such as a video. It is rendered as a
// link to its URL, never as active content.
type Embed struct {
	Provider string // "YouTube"
	URL      string // of the content's page; an http or https URL or a reference
	Title    string // of the content; the text of the link
	Image    *Image // preview; nil if there is none
	Extra    Extra
}

// A Correction is a correction or apology (cải chính, xin lỗi) as the Press
// Law asks for: its title, when it was published, the statement that was
// wrong, and the text that puts it right. Source: Luật Báo chí 2016, art. 42.
type Correction struct {
	Title     string
	Published time.Time
	Statement Inlines // what was said wrongly
	Text      Inlines // what is right; not empty
	Extra     Extra
}

// A Divider is a break between parts of the text, such as a line of
// asterisks.
type Divider struct {
	Extra Extra
}

// An Unknown is a block or an inline of a kind that this version does not
// know. It is kept byte for byte, but for line breaks, which become spaces,
// and the characters that a script element does not allow, which are escaped.
// It renders nothing.
type Unknown struct {
	Type string          // the "type" member of Raw
	Raw  json.RawMessage // the whole JSON object
}

// A Caption is the text under a figure and the credit of the picture.
type Caption struct {
	Text   Inlines
	Credit Credit
	Extra  Extra
}

// A Credit says who made a picture. Text is the credit as printed; the other
// fields are what could be read from it, see [ParseCredit].
type Credit struct {
	Text   string   // "Ảnh: Minh Anh/TTXVN"
	People []string // "Minh Anh"
	Source string   // agency, paper or site: "TTXVN"
	Extra  Extra
}

// An Image is a picture. The zero Image means that there is none; an image
// without URL but with Alt is one whose address was lost.
type Image struct {
	URL     string
	Alt     string      // alternative text (chú thích thay thế)
	Width   int         // in pixels; 0 if not known
	Height  int         // in pixels; 0 if not known
	Sources []Rendition // the same picture in other widths
	Extra   Extra
}

// A Rendition is the same picture in another width, for the srcset attribute.
type Rendition struct {
	URL   string
	Width int // in pixels; a rendition of unknown width, 0, is not rendered
	Extra Extra
}
