package render

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// HTMLOptions are the options of [HTML], [AppendHTML] and, as a part of
// [PageOptions], of [Page]. The zero value is the default. The functions must
// be safe for concurrent use if the options are.
type HTMLOptions struct {
	// TitleLevel is the level of the heading that holds the title. 0 means 1;
	// -1 leaves the header out, and the body is rendered as for 1. A heading
	// of the body has the level TitleLevel+Level-1, at most 6.
	TitleLevel int

	// Tone shows all text in one style of tone marks. The article stays as it
	// is. The zero value changes nothing.
	Tone vn.ToneStyle

	// Alt says what becomes of the alternative texts of images.
	Alt AltPolicy

	// HeadingID returns the id of a heading of the body, "" for none. White
	// space in it becomes hyphens, and an id that is taken gets a number. If
	// HeadingID is nil, the id is IDPrefix, "h-" and the slug of the text;
	// the "h-" keeps the words of an article from naming global variables of
	// the page's scripts.
	HeadingID func(h *article.Heading) string

	// URL rewrites the addresses of links and images, for example into those
	// of a proxy. It gets only URLs that pass the policy, and its result is
	// checked again; "" drops the link or the image. If URL is nil, addresses
	// stay as they are.
	URL func(u string) string

	// Base is the absolute URL that relative references are resolved against:
	// those of links and images before and after URL rewrites them, and the
	// address of the article itself in [Page] and [RSS]. If it is "", or no
	// absolute http or https URL, references stay as they are.
	Base string

	// Time returns the text shown for a time, as plain text. If Time is nil,
	// it is [vn.FormatTime].
	Time func(t time.Time) string

	// IDPrefix begins the ids that are made here, so that several articles can
	// stand on one page. White space in it becomes hyphens.
	IDPrefix string

	// Block, if not nil, is called for every block, blocks inside blocks,
	// links after the body and unknown ones included, before it is rendered.
	// It returns true if it wrote the block, or wants nothing written; what it
	// wrote is discarded if it returns false. [HTMLWriter.Depth] tells the body
	// from what is inside its blocks.
	Block func(w *HTMLWriter, b article.Block) bool
}

// An AltPolicy says what becomes of the alternative texts of images.
type AltPolicy uint8

const (
	// AltAuto writes alt="" where the text adds nothing: it is the caption or
	// the title once more, or nearly so, or was made up by a program, such as
	// a file name or the title with a number. The figure is then named by its
	// caption. Any other text is kept, also one that begins with the title and
	// goes on.
	AltAuto AltPolicy = iota

	// AltKeep writes every alternative text as it is.
	AltKeep

	// AltOmit leaves the attribute out where the text of a caption names the
	// figure, as the HTML standard allows for an image whose content is not
	// known. Other images are treated as by AltAuto.
	AltOmit
)

// altPolicyNames are the names of the policies, by value. They must not change.
var altPolicyNames = []string{"auto", "keep", "omit"}

// String returns "auto", "keep" or "omit".
func (p AltPolicy) String() string {
	if int(p) < len(altPolicyNames) {
		return altPolicyNames[p]
	}
	return fmt.Sprintf("AltPolicy(%d)", uint8(p))
}

// MarshalText implements [encoding.TextMarshaler]: the text is that of String.
// A value that is none of the constants is an error.
func (p AltPolicy) MarshalText() ([]byte, error) {
	if int(p) < len(altPolicyNames) {
		return []byte(altPolicyNames[p]), nil
	}
	return nil, fmt.Errorf("render: %v has no name", p)
}

// UnmarshalText implements [encoding.TextUnmarshaler]: it takes what
// MarshalText gives and nothing else, so that [flag.TextVar] and JSON read a
// policy. On an error p stays as it is.
func (p *AltPolicy) UnmarshalText(text []byte) error {
	i := slices.Index(altPolicyNames, string(text))
	if i < 0 {
		return fmt.Errorf("render: unknown policy of alternative texts %.40q, want one of %s", text, strings.Join(altPolicyNames, ", "))
	}
	*p = AltPolicy(i)
	return nil
}

// PageOptions are the options of [Page]. The zero value is the default.
type PageOptions struct {
	HTML     HTMLOptions   // of the article
	JSONLD   JSONLDOptions // of the structured data
	SiteName string        // name of the site for social networks
	Nonce    string        // of the Content Security Policy, for the style and script elements; left out unless it is Base64
	NoStyle  bool          // leave the style sheet out
}

// JSONLDOptions are the options of [JSONLD]. They name the publisher, which
// the article does not know. The zero value is the default.
type JSONLDOptions struct {
	PublisherName string // "Báo Cần Thơ"
	PublisherURL  string // home page, an absolute URL
	LogoURL       string // logo image, an absolute URL
}

// JSONOptions are the options of [JSON]. The zero value is the default.
type JSONOptions struct {
	// Indent is what each level of nesting is indented by, of spaces and tabs
	// only. "" writes the document in one line.
	Indent string
}
