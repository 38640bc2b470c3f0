package article

import (
	"cmp"
	"slices"
	"time"

	"github.com/toasoan/toasoan/vn"
)

// A Parser makes an article of the plain text of a page, as a scraper or a
// copy-and-paste leaves it, or of a draft whose markup has spoken already. The
// zero Parser works. A Parser may be used from several goroutines at once, as
// long as none changes it.
//
// # Rules
//
// Lines end in LF, CRLF or CR. White space around a line goes, runs of it
// inside become one space, and the text is put in the normal form of
// [Parser.Form]; apart from that a text is never changed. Names of people keep
// their own tone style. Blank lines separate, but do not decide: scraped pages
// join a title and its caption, or all of their paragraphs, by single line
// breaks. Figures in brackets say how often something was seen in 150,703
// articles of three papers.
//
//   - Title: the first line that can be nothing else. A date, a label, a credit
//     and a byline behind its label are never titles; a section, a breadcrumb
//     and a caption with its credit are none where another line can be. The
//     title once more is dropped.
//   - Section: a known name above the title, or a line of 25 characters at most
//     right above it if a date or the title once more follows. Of a path the
//     last part counts.
//   - Dates: a line that is a display date ([vn.ParseTimeIn]), beside the title
//     or below the text, with or without a label. The first gives Published,
//     a later one Modified.
//   - Lead: the first paragraph, if it opens with a source tag ("(Chinhphu.vn)
//     -", "TTO -") or a dateline, or is repeated among the next three (4 of 8
//     sites repeat it), or stands between the title and a date, a byline or
//     the lead figure, or is a sentence joined to the title; with
//     [Parser.FirstIsLead], always.
//   - Captions (88.7 % of articles have one): neighbours that are the same
//     line; neighbours that are nearly so (a token ratio of 0.85: 0.37 %), of
//     which the first is the stale alternative text and the second the edited
//     caption; a line of at most 120 characters joined to the title where
//     blank lines separate the rest; a line that ends in a photo credit or
//     stands above one. A caption that comes again later (36.3 %, mostly as the
//     first line of the body) is merged. Results, verse and lists keep their
//     repetitions.
//   - Credits (37.8 % of captions): "Ảnh: Minh Anh/TTXVN" in all its forms,
//     see [ParseCredit]. Where the label ends one line and the name is the
//     next (92 % of one site's pages), they are joined. "Video:" with a title
//     or an address is an [Embed].
//   - Automatic alternative texts, the title and "ảnh 1", are dropped.
//   - Crossheads: a short line without a full stop between longer ones; in
//     doubt it is a paragraph.
//   - Links inside the text ("Xem thêm: …", ">> …": 4 %) and labelled lists of
//     stories are [LinkBlock]s where they stand; runs of lines with bullets or
//     numbers are [List]s. A question or answer of an interview is a paragraph.
//   - The ending: key words, dates, the source, the authors, in any order and
//     with pictures and links between. "Theo TTXVN" is always a source, and so
//     is an agency, a paper or a site alone; a line is a byline if it is a name
//     or begins with "Tin, ảnh:", "Thực hiện:" and the like (42.5 %), see
//     [ParseByline].
//   - Tail: from the first line that is, as a whole, a label such as "Tin liên
//     quan", with no line of over 200 characters after it. Labels of links
//     open a [LinkBlock] in [Article.Related], and the lines below are its
//     links; comments, buttons, advertisements and the like are dropped. Words
//     that may as well be text count only where another label follows: whole
//     lines that equal a label were wrong twice in 100,000 lines.
//   - Everything else is a paragraph, in its order.
//
// No line is lost: each is carried by one text of the article, or merged into
// one that another line carries, or dropped, and what is not simply carried has
// a [Note] that says so.
type Parser struct {
	// Form is the normal form of the texts. The zero Form keeps the style of
	// the tone marks.
	Form vn.Form

	// Location is the time zone of dates without an offset. If it is nil,
	// that is UTC+7, the time of Vietnam.
	Location *time.Location

	// Labels are labels of link blocks beyond those that the package knows,
	// by their printed text. Case, tone style and marks around do not count.
	// Each may be of any kind, "" too, and comes before a label of the package
	// with the same text.
	Labels map[string]LinkKind

	// FirstIsLead says that the site prints a lead above every text: the first
	// line of text that no other rule claims is the lead, if text follows it.
	// Without it, the parser asks for evidence.
	FirstIsLead bool
}

// A Note says what became of a line that is not simply a text of the article:
// it was dropped, or moved, merged or joined with another.
type Note struct {
	Line    int    // from 1: of the page, or the entry of the draft's Body; 0 for a field
	Rule    Rule   // which rule of [Parser]
	Text    string // the whole line, as in the input; the plain text of a paragraph
	Dropped bool   // the line is not in the article, or not all of it
}

// Parse is [Parser.Parse] of the zero Parser.
func Parse(text string) (*Article, []Note) { return new(Parser).Parse(text) }

// Parse makes an article of the text of a page, by the rules of [Parser], and
// returns it with notes in the order of the lines. It never fails: an empty
// text gives an empty article, and invalid UTF-8 becomes U+FFFD with a note.
// What it returns can be written as JSON and passes [Article.Validate], but
// for a missing title. Its time is linear in the length of the text.
func (p *Parser) Parse(text string) (*Article, []Note) {
	q := newParsing(p, new(Article))
	q.valid = isUTF8(text)
	q.warn(text)
	q.split(text)
	q.run()
	return q.a, q.notes
}

// Refine applies the rules of [Parser] to a draft, in place, and returns notes
// in the order of the draft's Body. A draft is an article whose text came from
// HTML, a CMS or an export, in reading order; what its markup has said already
// is decided and stays as it is:
//
//   - A field that is not zero is treated as one that the rules have set: a
//     line that says the same or something else goes, with a note. If Title is
//     set, Body begins below it.
//   - Lines are the top-level paragraphs of Body, each with a blank line before
//     it; a [Break] reads as a space. Of plain paragraphs, Refine makes what
//     [Parser.Parse] makes of them joined by blank lines. A paragraph that
//     stays keeps its markup, and so does what is left of one that a rule cuts.
//     nil entries go.
//   - Blocks of other kinds stay, in their order. A [Figure] without caption
//     may take the next line as one, a [LinkBlock] without links the lines
//     below, one without label the label above. A line of links alone, under
//     a label, becomes links with their addresses.
//   - [Parser.Form] holds for the lines; fields and blocks keep their bytes.
//
// To refine again changes nothing. A nil or empty article is no error.
func (p *Parser) Refine(a *Article) []Note {
	if a == nil {
		return nil
	}
	q := newParsing(p, a)
	q.draft()
	q.warnDraft()
	q.run()
	return q.notes
}

// A parsing is the state of one call of [Parser.Parse] or [Parser.Refine].
//
// It holds the table of lines, over which the lists of parse_rules.go go in
// passes until no rule claims another line: what one has taken away may be
// all that kept another from its own. A line that none claims is a paragraph.
type parsing struct {
	*Parser
	x      *lexicon
	a      *Article
	lines  []line
	notes  []Note
	slab   []facts // not yet given to lines
	made   slab
	own    map[string]LinkKind // the caller's labels, by their keys
	stamps []stamp             // the dates of the page
	valid  bool                // the page is UTF-8
	spaced bool                // blank lines separate the text
	limits limits
	ruled  *rules

	sources map[string]bool // that the article has
	more    []string        // sources behind the one that is set
	lead    string          // the lead as a line
	given   fieldSet        // the fields that came with the draft

	// of the pass
	below, end, tail int                // the first lines below the title, after the text, of the tail
	last             int                // the line or block of the text above the line at hand, -1 if none
	textAt           int                // the first paragraph below a line that was asked for
	head             bool               // no text stands above the line at hand
	pictured         bool               // but a figure does
	claimed          bool               // a rule has claimed a line
	set              fieldSet           // the fields that are set when it begins
	section          string             // the one that stands last above the title
	captions         map[string]*Figure // the figures above, by what their captions say
	lengths          uint64             // a set of the lengths of these, modulo 64
	ending           []claim            // the lines below the text, from the bottom up
	signed           int                // the line below the text that names an author without a label, -1 if none
	block            *LinkBlock         // of the tail, which the next line may belong to
	class            string             // of the label above that line
	links            int                // the last label of links in the tail
}

// maxPasses bounds the passes. Each has less to do than the one before, and
// the second mostly nothing.
const maxPasses = 8

func newParsing(p *Parser, a *Article) *parsing {
	q := &parsing{Parser: p, x: words(), a: a, ruled: &pageRules}
	if len(p.Labels) > 0 {
		q.own = make(map[string]LinkKind, len(p.Labels))
		for printed, kind := range p.Labels {
			q.own[labelKey(printed)] = kind
		}
	}
	return q
}

// run takes the table through the passes, and makes the body of what is left.
func (p *parsing) run() {
	p.given = setFields(p.a)
	for range maxPasses {
		p.pass()
		p.compact()
		if !p.claimed {
			break
		}
	}
	p.body()
	slices.SortStableFunc(p.notes, func(a, b Note) int { return cmp.Compare(a.Line, b.Line) })
}

// pass takes the lines through the parts of a page. Where the text ends is
// known before it is read, since the rules of the text must not pass it.
func (p *parsing) pass() {
	p.claimed, p.set = false, setFields(p.a)
	p.captions, p.lengths, p.pictured, p.head = nil, 0, false, true
	p.last, p.section = -1, ""
	p.below, p.end, p.textAt = 0, len(p.lines), 0
	p.readHead()
	p.tail = p.findTail(p.belowButtons(p.below))
	p.end = p.tail // of what the rules of the ending may look at
	p.end = p.findEnding(p.below, p.tail)
	p.textAt = p.below
	for i := p.below; i < p.end; {
		i += p.readText(i)
	}
	p.takeEnding()
	p.decideDates()
	p.joinSources()
	p.readTail(p.tail)
	p.joinSources()
}
