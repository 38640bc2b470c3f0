package article

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn"
)

// A Parser makes an article of the plain text of a page, as a scraper or a
// copy-and-paste leaves it. The zero Parser works. A Parser may be used from
// several goroutines at once, as long as none changes it.
//
// # Rules
//
// Lines end in LF, CRLF or CR. White space around a line goes, runs of it
// inside become one space, and the text is put in the normal form of
// [Parser.Form]; apart from that a text is never changed. Blank lines separate,
// but do not decide: scraped pages join a title and its caption, or all of
// their paragraphs, by single line breaks. The figures in brackets say how
// often something was seen in 150,703 articles of three papers.
//
//   - Title: the first line, unless that is the section (25 characters at most,
//     before the title or a date), a breadcrumb, the page's furniture or a
//     date. The title once more is dropped.
//   - Dates: a line that is a display date ([vn.ParseTimeIn]) gives Published;
//     in the end of the page, or after "Cập nhật", Modified.
//   - Lead: the first paragraph, if it opens with a source tag ("(Chinhphu.vn)
//     -", "TTO -") or a dateline, or is repeated among the next three (4 of 8
//     sites repeat it), or stands between the title and a date, a byline or
//     the lead figure. Otherwise nothing tells it from the text.
//   - Captions (88.7 % of articles have one): neighbours that are the same
//     line; neighbours that are nearly so (a token ratio of 0.85: 0.37 %), of
//     which the first is the stale alternative text and the second the edited
//     caption; a line of at most 120 characters joined to the title where
//     blank lines separate the rest; a line that ends in a photo credit. A
//     caption that comes again later (36.3 %, mostly as the first line of the
//     body) is merged. Two lines in the midst of short ones are verse or a list
//     of results and stay.
//   - Credits (37.8 % of captions): "Ảnh: Minh Anh/TTXVN" in all its forms,
//     see [ParseCredit]. Where the label ends one line and the name is the
//     next (92 % of one site's pages), they are joined.
//   - Automatic alternative texts, the title and "ảnh 1", are dropped.
//   - Crossheads: a short line without a full stop between longer ones.
//   - Links inside the text ("Xem thêm: …", ">> …": 4 %) and labelled lists of
//     stories are [LinkBlock]s where they stand; runs of lines with bullets or
//     numbers are [List]s. A question or answer of an interview is a paragraph.
//   - Byline: the last line of the text if it is a name or begins with "Tin,
//     ảnh:", "Thực hiện:" and the like (42.5 %); with it the agency: "Theo
//     TTXVN", "(TTXVN/Vietnam+)", "Nguồn: …".
//   - Tail: from the first line that is, as a whole, a label such as "Tin liên
//     quan", with no line of over 200 characters after it. Labels of links
//     open a [LinkBlock] in [Article.Related], and the lines below are its
//     links; comments, buttons, advertisements and the like are dropped. Words
//     that may as well be text count only where another label follows: whole
//     lines that equal a label were wrong twice in 100,000 lines.
//   - Everything else is a paragraph, in its order.
//
// No line is lost: what is not in the article has a [Note] that says so.
type Parser struct {
	// Form is the normal form of the texts. The zero Form keeps the style of
	// the tone marks.
	Form vn.Form

	// Location is the time zone of dates without an offset. If it is nil,
	// that is UTC+7, the time of Vietnam.
	Location *time.Location

	// Labels are labels of link blocks beyond those that the package knows,
	// by their printed text. Case, tone style and marks around do not count.
	Labels map[string]LinkKind
}

// A Note says what became of a line that is not simply a text of the article:
// it was dropped, or moved, merged or joined with another.
type Note struct {
	Line    int    // from 1
	Rule    string // which rule of [Parser], one or two words: "caption-repeated"
	Text    string // the whole line, as in the input
	Dropped bool   // the line is not in the article, or not all of it
}

// Parse is [Parser.Parse] of the zero Parser.
func Parse(text string) (*Article, []Note) { return new(Parser).Parse(text) }

// Parse makes an article of the text of a page, by the rules of [Parser], and
// returns it with notes in the order of the lines. It never fails: an empty
// text gives an empty article, and invalid UTF-8 becomes U+FFFD with a note.
// Its time is linear in the length of the text.
func (p *Parser) Parse(text string) (*Article, []Note) {
	q := &parsing{Parser: p, a: new(Article), figures: make(map[string]*Figure)}
	for printed, kind := range p.Labels {
		if q.own == nil {
			q.own = make(map[string]LinkKind)
		}
		q.own[labelKey(printed)] = kind
	}
	q.split(text)
	q.run()
	slices.SortStableFunc(q.notes, func(a, b Note) int { return cmp.Compare(a.Line, b.Line) })
	return q.a, q.notes
}

// A parsing is the state of one call of Parse.
type parsing struct {
	*Parser
	a       *Article
	lines   []line // those that are not blank
	notes   []Note
	own     map[string]LinkKind // the caller's labels, by their keys
	figures map[string]*Figure  // by the key of the caption
	spaced  bool                // blank lines separate the text
	signed  []signature         // below the text, from the bottom up
	named   bool                // one of them names the authors
}

// A line is a line that is not blank.
type line struct {
	number int    // from 1
	raw    string // as in the input
	text   string // in normal form, white space squeezed
	runes  int    // of text
	gap    bool   // a blank line stands before it
	folded string // see key
}

// Lengths of lines in characters. A line that is longer than any rule looks
// at is a paragraph at once.
const (
	maxSection = 25
	maxJoined  = 120 // of a caption joined to the title
	longLine   = 200 // no line of the tail is longer
	maxCaption = 300
)

// longer reports whether the text has more than n characters.
func (l *line) longer(n int) bool { return l.runes > n }

// key returns the text in lower case and one tone style.
func (l *line) key() string {
	if l.folded == "" {
		l.folded = labelKey(l.text)
	}
	return l.folded
}

// split cuts the text into lines.
func (p *parsing) split(text string) {
	gap, gaps := false, 0
	for number, c := 1, newLineCutter(text); c.next(); number++ {
		l := line{number: number, raw: c.line, gap: gap}
		p.clean(&l)
		if l.text == "" {
			gap = true
			if strings.TrimSpace(l.raw) != "" {
				p.drop(&l, "invisible")
			}
			continue
		}
		if gap && len(p.lines) > 0 {
			gaps++
		}
		p.lines = append(p.lines, l)
		gap = false
	}
	p.spaced = 2*gaps >= len(p.lines)-1
}

// A lineCutter cuts a text into lines that end in LF, CRLF or CR. It looks for
// each of the two bytes once, however many lines the other one ends.
type lineCutter struct {
	line   string // without its end
	text   string
	start  int // of the next line
	lf, cr int // the next ones from start on
}

func newLineCutter(text string) *lineCutter {
	return &lineCutter{text: text, lf: -1, cr: -1}
}

// next goes to the next line and reports whether there is one.
func (c *lineCutter) next() bool {
	if c.start >= len(c.text) {
		return false
	}
	find := func(at *int, b byte) int {
		if *at < c.start {
			*at = len(c.text)
			if i := strings.IndexByte(c.text[c.start:], b); i >= 0 {
				*at = c.start + i
			}
		}
		return *at
	}
	lf, cr := find(&c.lf, '\n'), find(&c.cr, '\r')
	end := min(lf, cr)
	c.line = c.text[c.start:end]
	c.start = end + 1
	if lf == cr+1 {
		c.start++
	}
	return true
}

// clean sets the text of a line: valid, in normal form, with one space for
// each run of white space and none at the ends. It is "" for a line that
// shows nothing.
func (p *parsing) clean(l *line) {
	s := l.raw
	if !utf8.ValidString(s) {
		s = replaceInvalid(s)
		p.note(l, "invalid-utf8")
	}
	s, runes := squeeze(p.Form.String(s))
	if len(s) <= 256 && strings.IndexFunc(s, isShown) < 0 {
		return
	}
	if rest, ok := strings.CutPrefix(s, "\uFEFF"); ok {
		s, runes = rest, runes-1
	}
	l.text, l.runes = s, runes
}

// replaceInvalid returns s with U+FFFD for each byte that is not part of valid
// UTF-8.
func replaceInvalid(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

// isShown reports whether a reader can see r.
func isShown(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.Is(unicode.Cc, r) && !unicode.Is(unicode.Cf, r) &&
		r != '\u034F' && r != '\u17B4' && r != '\u17B5'
}

// What a byte is to squeeze.
const (
	byteSpace  = 1 << iota // one space
	byteCloser             // it is or may begin white space: squeeze looks closer
	byteLead               // it begins U+1680 if a byteNext follows; else a Vietnamese letter
	byteNext
	byteTail // a continuation byte
)

var byteKinds = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b == ' ':
			t[b] = byteSpace
		case b < ' ', b == 0xC2, b == 0xE2, b == 0xE3:
			t[b] = byteCloser
		case b == 0xE1:
			t[b] = byteLead
		case b == 0x9A:
			t[b] = byteNext | byteTail
		case 0x80 <= b && b < 0xC0:
			t[b] = byteTail
		}
	}
	return t
}()

// squeeze returns s, which is valid, with one space for each run of white
// space and none at its ends, and the number of its characters. Nearly every
// line is so already, which the loop finds out without a branch on the text.
func squeeze(s string) (_ string, runes int) {
	before, closer, tails := uint8(byteSpace), uint8(0), 0
	for i := 0; i < len(s); i++ {
		k := byteKinds[s[i]]
		closer |= k&byteCloser | k&before&byteSpace | before&byteLead&(k>>1)
		tails += int(k / byteTail)
		before = k
	}
	switch {
	case closer != 0 && hasSpaces(s):
		s = strings.Join(strings.Fields(s), " ")
		return s, utf8.RuneCountInString(s)
	case before == byteSpace && s != "":
		return s[:len(s)-1], len(s) - 1 - tails
	}
	return s, len(s) - tails
}

// hasSpaces reports whether s has white space at its beginning, in a run, or
// other than the space.
func hasSpaces(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c > ' ' && c < 0xC2, c > 0xC2 && c < 0xE1, c > 0xE3:
		case c == ' ' && before != ' ':
		case c == 0xC2 && i+1 < len(s) && s[i+1] != 0xA0 && s[i+1] != 0x85:
		case c == 0xE1 && i+1 < len(s) && s[i+1] != 0x9A:
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && 0x8B <= s[i+2] && s[i+2] < 0xA8:
		case c == 0xE2 && i+1 < len(s) && s[i+1] > 0x81:
		default:
			return true
		}
		before = c
	}
	return false
}

// note records what became of a line that is in the article.
func (p *parsing) note(l *line, rule string) {
	p.notes = append(p.notes, Note{Line: l.number, Rule: rule, Text: l.raw})
}

// drop records that a line is not in the article.
func (p *parsing) drop(l *line, rule string) {
	p.notes = append(p.notes, Note{Line: l.number, Rule: rule, Text: l.raw, Dropped: true})
}

// run takes the lines through the parts of a page, from top to bottom.
func (p *parsing) run() {
	body := p.header()
	tail := p.findTail(body)
	end := p.ending(body, tail)
	p.body(body, end)
	p.tail(tail)
}

// text returns s as running text, nil if it is empty.
func text(s string) Inlines {
	if s == "" {
		return nil
	}
	return Inlines{Text(s)}
}
