package article

import (
	"encoding/json"
	"time"
)

// Limits of an article and of its JSON, the same both ways. Whatever is beyond
// them is [ErrTooLarge]. They keep a hostile document from exhausting the
// stack or the memory: an article that was decoded holds at most 16 times
// MaxBytes. No real article comes near them. What walks over an article, such
// as [Article.PlainText] or [Article.Counts], ends there too.
const (
	// MaxDepth is how deep blocks and inlines may lie inside each other, and
	// how deep lists and objects may inside the value of an unknown member or
	// an unknown block, which counts from its own beginning.
	MaxDepth = 64

	// MaxBlocks is the number of blocks in one article, nested ones included.
	MaxBlocks = 100_000

	// MaxElements is the length of one list: links, items, rows, tags, ...
	MaxElements = 100_000

	// MaxObjects is the number of objects of known kinds (blocks, inlines,
	// links, cells, captions, ...) and unknown members in one article.
	MaxObjects = 400_000

	// MaxBytes is the length of the JSON of one article. The characters < > &
	// and U+2028, U+2029 count as the escapes that they are written as, of six
	// bytes each, so that what was read can be written.
	MaxBytes = 16 << 20
)

// An Article is one news article: its head, its body, and the blocks of links
// that follow it.
//
// Every field is optional to the type; [Article.Validate] says which ones an
// article must have. The zero Article is empty and ready to use. Texts are
// plain text in any normal form and hold no markup. Times keep their offset;
// the zero time means that the date is not known, never now.
//
// The methods that only read may be called from several goroutines at once,
// as long as none changes the article.
type Article struct {
	ID   string // identifier in the system the article comes from, free text
	URL  string // canonical address, a URI reference
	Slug string // last part of a readable URL; see [github.com/toasoan/toasoan/vn.Slug]
	Lang string // BCP 47 language tag; "" means "vi"

	Section string  // section of the paper (chuyên mục): "Thời sự"
	Kicker  string  // line above the title (trên tít)
	Title   string  // headline (tít)
	Lead    Inlines // standfirst (sapo)

	Byline   []Author // who wrote it (tác giả, bút danh), in printed order
	Dateline string   // place and date that open the text: "Cần Thơ, ngày 23-11"
	Source   string   // whose report it is (nguồn): "TTXVN"

	Published time.Time // first publication
	Modified  time.Time // last change

	Tags []string // keywords (từ khóa), in printed order

	Body    Blocks       // text and figures
	Related []*LinkBlock // after the body: other stories, latest, most read

	Extra Extra // members of the JSON object that the schema does not define
}

// An Author is one of the people, desks or agencies in a byline.
type Author struct {
	Name         string // one name, without title or role: "Minh Anh"; readers never split it
	Role         string // what the author did, as printed: "ảnh", "tổng hợp"; "" wrote the text
	Organization bool   // a desk, an agency or a paper, not a person: "Ban Thời sự"
	Extra        Extra
}

// Extra holds the members of a JSON object that the schema does not define,
// by name. A decoded document keeps them here and an encoded one writes them
// after the known members, in sorted order, so that nothing is lost. The
// values must be valid JSON. A nil Extra is an empty one.
type Extra map[string]json.RawMessage
