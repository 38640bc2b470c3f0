package article_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/toasoan/toasoan/article"
)

// setFieldsStay asks that a set field keeps its value even where §8 would add
// to it: a line "Theo AFP" below a set Source goes with a note, as §9 says, and
// does not make it "TTXVN, AFP".
const setFieldsStay = true

// check returns the laws that Refine breaks with the draft.
func (d *draft) check(parser *article.Parser) (broken []violation) {
	a := d.Clone()
	notes := parser.Refine(a)
	for _, s := range d.account(parser, a, notes) {
		broken = append(broken, violation{"accounting: " + d.kindIn(s) + numbered.ReplaceAllString(s, "…"), s})
	}
	broken = append(broken, checkDocument(a)...)
	broken = append(broken, d.checkFields(a)...)
	broken = append(broken, d.checkDecided(a)...)
	broken = append(broken, d.checkMarkup(a, notes)...)
	broken = append(broken, d.checkTail(a)...)

	once, err := a.AppendJSON(nil)
	if err != nil {
		return broken // which checkDocument says
	}
	again := parser.Refine(a)
	if twice, err := a.AppendJSON(nil); err != nil || !bytes.Equal(once, twice) {
		broken = append(broken, violation{"refining again changes nothing", fmt.Sprintf("%v\n%s\n%s\n%+v", err, once, twice, again)})
	}
	return broken
}

// kindIn returns the kind of the line whose number the text begins with.
func (d *draft) kindIn(s string) string {
	n := 0
	if _, err := fmt.Sscanf(s, "line %d ", &n); err != nil || n < 1 || n > len(d.Body) {
		return ""
	}
	return d.lines[d.Body[n-1]].kind + ": "
}

// account checks the accounting law. The lines are the entries of the draft's
// Body, blank where an entry is decided; what is decided and set has its own
// text, and takes no line.
func (d *draft) account(parser *article.Parser, a *article.Article, notes []article.Note) []string {
	given := d.Clone()
	lines := make([]string, len(given.Body))
	for i, b := range given.Body {
		if isLine(b) {
			lines[i] = plainLine(b.(*article.Paragraph))
			given.Body[i] = nil
		}
	}
	owned := func(b article.Block) string { return string(extraOf(b)[tag]) }
	set, l := &ledger{owned: owned}, &ledger{owned: owned, location: parser.Location}
	set.article(given)
	l.article(a)
	for _, p := range set.pieces {
		i := slices.IndexFunc(l.pieces, func(q *piece) bool {
			return !q.used() && q.what == p.what && q.owner == p.owner && key(q.words) == key(p.words) && q.time.Equal(p.time)
		})
		if i >= 0 { // else checkFields or checkDecided says what changed
			l.pieces[i].take(0, len(l.pieces[i].has), true)
		}
	}
	l.dividers -= set.dividers
	var ofLines []article.Note
	for _, n := range notes {
		if n.Text = strings.ReplaceAll(n.Text, "\n", " "); n.Line != 0 { // 0 is a field
			ofLines = append(ofLines, n)
		}
	}
	entries, broken := readLines(parser, lines, ofLines)
	return append(broken, l.balance(entries)...)
}

// checkFields holds the fields that were set to what they were.
func (d *draft) checkFields(a *article.Article) (broken []violation) {
	was, is := d.Clone(), a.Clone()
	was.Body, is.Body = nil, nil
	keep := func(name string, set bool, was, is any) {
		if diff := cmp.Diff(was, is, cmpopts.EquateEmpty()); set && setFieldsStay && diff != "" {
			broken = append(broken, violation{"a set field stays: " + name, diff})
		}
	}
	keep("ID", was.ID != "", was.ID, is.ID)
	keep("URL", was.URL != "", was.URL, is.URL)
	keep("Section", was.Section != "", was.Section, is.Section)
	keep("Title", was.Title != "", was.Title, is.Title)
	keep("Lead", len(was.Lead) > 0, was.Lead, is.Lead)
	keep("Byline", len(was.Byline) > 0, was.Byline, is.Byline)
	keep("Dateline", was.Dateline != "", was.Dateline, is.Dateline)
	keep("Source", was.Source != "", was.Source, is.Source)
	keep("Published", !was.Published.IsZero(), was.Published, is.Published)
	keep("Modified", !was.Modified.IsZero(), was.Modified, is.Modified)
	keep("Tags", len(was.Tags) > 0, was.Tags, is.Tags)
	keep("Related", true, was.Related, is.Related[:min(len(was.Related), len(is.Related))])
	return broken
}

// decided returns the decided blocks, by the tag that each has.
func decided(bs article.Blocks) (list []article.Block) {
	for _, b := range bs {
		if _, ok := extraOf(b)[tag]; ok {
			list = append(list, b)
		}
	}
	return list
}

func extraOf(b article.Block) article.Extra {
	if isNil(b) {
		return nil
	}
	switch b := b.(type) {
	case *article.Figure:
		return b.Extra
	case *article.LinkBlock:
		return b.Extra
	case *article.Heading:
		return b.Extra
	case *article.Quote:
		return b.Extra
	case *article.List:
		return b.Extra
	case *article.Table:
		return b.Extra
	case *article.Box:
		return b.Extra
	case *article.Embed:
		return b.Extra
	case *article.Correction:
		return b.Extra
	case *article.Divider:
		return b.Extra
	}
	return nil
}

// checkDecided holds the decided blocks to what they were, and to their order,
// but for what a figure and a block of links may take from the lines around.
func (d *draft) checkDecided(a *article.Article) (broken []violation) {
	was, is := decided(d.Clone().Body), decided(a.Body)
	if len(was) != len(is) {
		return []violation{{"decided blocks stay", fmt.Sprintf("%d of %d", len(is), len(was))}}
	}
	for i := range was {
		took := is[i]
		switch was := was[i].(type) {
		case *article.Figure:
			if is, ok := is[i].(*article.Figure); ok {
				given := *is
				if len(was.Caption.Text) == 0 {
					given.Caption.Text = nil
				}
				if was.Caption.Credit.Text == "" {
					given.Caption.Credit = article.Credit{}
				}
				took = &given
			}
		case *article.LinkBlock:
			if is, ok := is[i].(*article.LinkBlock); ok {
				given := *is
				if len(was.Links) == 0 {
					given.Links = nil
				}
				if was.Label == "" {
					given.Label, given.Kind = "", was.Kind
				}
				took = &given
			}
		}
		if diff := cmp.Diff(article.Blocks{was[i]}, article.Blocks{took}, cmpopts.EquateEmpty()); diff != "" {
			broken = append(broken, violation{fmt.Sprintf("a decided block stays: %T", was[i]), diff})
		}
	}
	return broken
}

// checkTail holds what stands above a decided block of text to be no tail.
func (d *draft) checkTail(a *article.Article) (broken []violation) {
	last := -1
	for i, b := range d.Body {
		switch b.(type) {
		case *article.Paragraph, *article.LinkBlock, *article.Divider, nil:
		default:
			last = i
		}
	}
	below := make(map[string]bool)
	for _, b := range d.Body[last+1:] {
		if isLine(b) {
			below[wordKey(plainLine(b.(*article.Paragraph)))] = true
		}
	}
	for i, b := range d.Body[:last+1] {
		for _, links := range a.Related[min(len(d.Related), len(a.Related)):] {
			if isLine(b) && !below[wordKey(links.Label)] && wordKey(links.Label) == wordKey(plainLine(b.(*article.Paragraph))) {
				broken = append(broken, violation{"no tail begins above a decided block", fmt.Sprintf("entry %d: %q", i+1, links.Label)})
			}
		}
	}
	return broken
}

// reduce returns the draft with as little as still breaks the law.
func (d *draft) reduce(breaks func(*draft) bool) *draft {
	try := func(change func(*article.Article)) bool {
		smaller := *d.Article
		smaller.Body = slices.Clone(d.Body)
		change(&smaller)
		if next := (&draft{&smaller, d.lines}); breaks(next) {
			d = next
			return true
		}
		return false
	}
	for size := len(d.Body) / 2; size > 0; size /= 2 {
		for i := 0; i+size <= len(d.Body); {
			if !try(func(a *article.Article) { a.Body = slices.Delete(a.Body, i, i+size) }) {
				i++
			}
		}
	}
	for i, b := range d.Body {
		if isLine(b) {
			plain := para(plainLine(b.(*article.Paragraph)))
			d.lines[plain] = d.lines[b]
			try(func(a *article.Article) { a.Body[i] = plain })
		}
	}
	for _, clear := range []func(a *article.Article){
		func(a *article.Article) { a.Title = "" }, func(a *article.Article) { a.Section = "" }, func(a *article.Article) { a.Lead = nil },
		func(a *article.Article) { a.Byline = nil }, func(a *article.Article) { a.Source = "" }, func(a *article.Article) { a.Dateline = "" },
		func(a *article.Article) { a.Modified = a.Published }, func(a *article.Article) { a.Tags = nil }, func(a *article.Article) { a.Related = nil },
	} {
		try(clear)
	}
	return d
}

// TestRefineGrammar refines random drafts. Of each law that is broken it shows
// one draft, reduced to what matters.
func TestRefineGrammar(t *testing.T) {
	n := *grammarPages * 5 / 2
	if testing.Short() {
		n = min(n, 200)
	}
	seen := make(map[string]int)
	for i := range n {
		seed := *grammarSeed + uint64(i)
		parser := leadParser(seed)
		d := newDraft(newChooser(seed))
		for _, broken := range d.check(parser) {
			if seen[broken.law]++; seen[broken.law] > 1 {
				continue
			}
			find := func(d *draft) (violation, bool) {
				all := d.check(parser)
				if i := slices.IndexFunc(all, func(v violation) bool { return v.law == broken.law }); i >= 0 {
					return all[i], true
				}
				return violation{}, false
			}
			small := d.reduce(func(d *draft) bool { _, ok := find(d); return ok })
			found, _ := find(small)
			was, _ := small.AppendJSON(nil)
			refined := small.Clone()
			notes := parser.Refine(refined)
			is, _ := refined.AppendJSON(nil)
			t.Errorf("%s\nseed %d: %s\n%s\n%s\n%+v", broken.law, seed, found.text, was, is, notes)
		}
	}
	for law, times := range seen {
		t.Logf("%s: %d times in %d drafts", law, times, n)
	}
}

// TestRefineParse holds Refine of plain paragraphs to what Parse makes of them
// joined by blank lines.
func TestRefineParse(t *testing.T) {
	n := *grammarPages
	if testing.Short() {
		n = min(n, 200)
	}
	for i := range n {
		seed := *grammarSeed + uint64(i)
		page := newPage(newChooser(seed))
		page.separated, page.end = true, "\n"
		for i := range page.lines {
			page.lines[i].joined = false
		}
		parser := leadParser(seed)
		if refineDiff(parser, page) == "" {
			continue
		}
		small := page.reduce(func(p *newsPage) bool { return refineDiff(parser, p) != "" })
		if diff := refineDiff(parser, small); diff != "" {
			t.Fatalf("seed %d: Refine of paragraphs (+) is not Parse (-):\n%s\n%s", seed, diff, quoteLines(small))
		}
	}
}

// refineDiff returns the difference between Parse of a page and Refine of its
// lines.
func refineDiff(parser *article.Parser, p *newsPage) string {
	a, notes := parser.Parse(p.text())
	refined, blank := new(article.Article), 0
	number := make(map[int]int) // of the entry of Body that is a line of the page
	for i, s := range inputLines(p.text()) {
		if strings.TrimSpace(s) == "" {
			blank++
			continue
		}
		refined.Body = append(refined.Body, para(s))
		number[i+1] = i + 1 - blank
	}
	for i := range notes {
		notes[i].Line = number[notes[i].Line]
	}
	refinedNotes := parser.Refine(refined)
	want, err := a.AppendJSON(nil)
	got, refinedErr := refined.AppendJSON(nil)
	if (err == nil) != (refinedErr == nil) || !bytes.Equal(want, got) {
		return cmp.Diff(string(want), string(got))
	}
	if slices.Equal(notes, refinedNotes) {
		return "" // cmp.Diff takes a hundred times as long
	}
	return cmp.Diff(notes, refinedNotes)
}

// leadParser returns a parser that now and then takes the first line of text as
// the lead.
func leadParser(seed uint64) *article.Parser {
	parser := grammarParser(int(seed))
	parser.FirstIsLead = seed%3 == 0
	return parser
}

// TestRefineSmall refines articles of which little is known.
func TestRefineSmall(t *testing.T) {
	for _, a := range []*article.Article{{}, {Title: "Tít"}, {Body: article.Blocks{nil, (*article.Paragraph)(nil), (*article.Figure)(nil)}}, {Body: article.Blocks{&article.Paragraph{}, para(" "), para("\n")}}} {
		title := a.Title
		if notes := new(article.Parser).Refine(a); len(notes) > 0 || a.Title != title {
			t.Errorf("Refine of nothing gives %+v and notes %+v", a, notes)
		}
	}
}

// FuzzRefine lets the fuzzer steer the grammar of drafts.
func FuzzRefine(f *testing.F) {
	for _, s := range []string{"", "\x00\x01\x02\x03\x04\x05\x06\x07", "tin liên quan, tin mới nhất, tin khác, xem thêm, đọc nhiều", "\xff\xfe\xfd\xfc\xfb\xfa"} {
		f.Add([]byte(s), uint64(len(s)))
	}
	f.Fuzz(func(t *testing.T, data []byte, options uint64) {
		d := newDraft(&bytesChooser{data})
		for _, v := range d.check(leadParser(options)) {
			was, _ := d.AppendJSON(nil)
			t.Errorf("%s: %s\n%s", v.law, v.text, was)
		}
	})
}
