package article_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/racetest"
	"github.com/toasoan/toasoan/vn"
)

var (
	grammarPages = flag.Int("grammar.pages", racetest.Cases(2000), "how many pages TestGrammar makes")
	grammarSeed  = flag.Uint64("grammar.seed", 0, "the seed of the first page of TestGrammar")
)

// A violation is a law that a page shows to be broken.
type violation struct {
	law  string // the same for all violations of one kind
	text string // what is wrong with this page
}

// grammarParser returns the parser of a page: the options take turns.
func grammarParser(n int) *article.Parser {
	return []*article.Parser{
		{},
		{},
		{Form: vn.Form{Tone: vn.OldStyle}},
		{Form: vn.Form{Tone: vn.NewStyle}, Labels: map[string]article.LinkKind{"Tin hay trong ngày": "hay", "Tin liên quan": article.LinkTopic}},
	}[n%4]
}

// numbered is what differs between two violations of one kind.
var numbered = regexp.MustCompile(`"(\\.|[^"])*"|\d+`)

// kindIn returns the kind of the line whose number the text begins with.
func (p *newsPage) kindIn(s string) string {
	n := 0
	if _, err := fmt.Sscanf(s, "line %d ", &n); err != nil {
		return ""
	}
	for i := range p.lines {
		head := *p
		head.lines = p.lines[:i+1]
		if len(inputLines(head.text())) >= n {
			return p.lines[i].kind + ": "
		}
	}
	return ""
}

// check returns what the article of a page breaks: the laws, and the rules of
// the grammar.
func (p *newsPage) check(parser *article.Parser) []violation {
	a, _ := parser.Parse(p.text())
	return slices.Concat(p.checkLaws(parser), p.checkEncoding(parser), checkRules(p, a))
}

// checkLaws returns the laws that the article of a page breaks, whatever its
// lines are.
func (p *newsPage) checkLaws(parser *article.Parser) (broken []violation) {
	text := p.text()
	a, notes := parser.Parse(text)
	for _, s := range account(parser, inputLines(text), a, notes) {
		broken = append(broken, violation{"accounting: " + p.kindIn(s) + numbered.ReplaceAllString(s, "…"), s})
	}
	broken = append(broken, checkDocument(a)...)
	if again, sameNotes := parser.Parse(text); !reflect.DeepEqual(a, again) || !slices.Equal(notes, sameNotes) {
		broken = append(broken, violation{"the same text gives the same article", ""})
	}
	return append(broken, checkTexts(parser, text, a)...)
}

// checkEncoding asks for one note that says that a text of some length is not in
// the encoding that it should be in, or is HTML: one whose rule the notes of
// the page as it should be do not have.
func (p *newsPage) checkEncoding(parser *article.Parser) []violation {
	paragraphs := 0
	for _, l := range p.lines {
		if l.kind == "paragraph" {
			paragraphs++
		}
	}
	if !p.encoded() || paragraphs < 3 {
		return nil
	}
	plain := *p
	plain.transform = ""
	times := make(map[string]int)
	_, notes := parser.Parse(p.text())
	for _, n := range notes {
		times[string(n.Rule)]++
	}
	_, notes = parser.Parse(plain.text())
	for _, n := range notes {
		delete(times, string(n.Rule))
	}
	for _, n := range times {
		if n == 1 {
			return nil
		}
	}
	return []violation{{"a wrong encoding has one note: " + p.transform, fmt.Sprint(times)}}
}

// checkDocument holds what the parser gives to be valid but for a missing
// title, and to survive a trip through JSON.
func checkDocument(a *article.Article) (broken []violation) {
	var list article.ErrorList
	if errors.As(a.Validate(), &list) {
		for _, err := range list {
			if !errors.Is(err, article.ErrNoTitle) {
				broken = append(broken, violation{"Validate: " + numbered.ReplaceAllString(err.Err.Error(), "…"), err.Error()})
			}
		}
	}
	out, err := a.AppendJSON(nil)
	if err != nil {
		return append(broken, violation{"AppendJSON", err.Error()})
	}
	var back article.Article
	if err := back.UnmarshalJSON(out); err != nil {
		return append(broken, violation{"UnmarshalJSON", err.Error()})
	}
	if again, err := back.AppendJSON(nil); err != nil || !bytes.Equal(out, again) {
		broken = append(broken, violation{"decoding and encoding lose nothing", fmt.Sprintf("%s\n%s", out, again)})
	}
	return broken
}

// reduce returns the page with as few lines as still break the law.
func (p *newsPage) reduce(breaks func(*newsPage) bool) *newsPage {
	try := func(change func(*newsPage)) {
		smaller := *p
		smaller.lines = slices.Clone(p.lines)
		change(&smaller)
		if len(smaller.lines) > 0 && breaks(&smaller) {
			p = &smaller
		}
	}
	for size := len(p.lines) / 2; size > 0; size /= 2 {
		for i := 0; i+size <= len(p.lines); {
			before := p
			try(func(q *newsPage) { q.lines = slices.Delete(q.lines, i, i+size) })
			if p == before {
				i++
			}
		}
	}
	try(func(q *newsPage) { q.transform = "" })
	try(func(q *newsPage) { q.end = "\n" })
	try(func(q *newsPage) { q.separated = true })
	return p
}

// TestGrammar parses pages that the grammar makes of typical lines, in the
// order of a page and in any. Of each law that is broken it shows one page,
// reduced to the lines that matter, and says how many pages break it. With
// -grammar.pages it makes more of them; -grammar.seed and one page show what
// the page of a seed breaks.
func TestGrammar(t *testing.T) {
	n := *grammarPages
	if testing.Short() {
		n = min(n, 200)
	}
	seen := make(map[string]int)
	first := make(map[string]uint64)
	var laws []string
	for i := range n {
		seed := *grammarSeed + uint64(i)
		for _, broken := range newPage(newChooser(seed)).check(grammarParser(int(seed))) {
			if seen[broken.law]++; seen[broken.law] == 1 {
				first[broken.law] = seed
				laws = append(laws, broken.law)
			}
		}
	}
	for _, law := range laws {
		seed := first[law]
		parser := grammarParser(int(seed))
		find := func(p *newsPage) (found violation, ok bool) {
			all := p.check(parser)
			i := slices.IndexFunc(all, func(v violation) bool { return v.law == law })
			if i < 0 {
				return violation{}, false
			}
			return all[i], true
		}
		small := newPage(newChooser(seed)).reduce(func(p *newsPage) bool { _, ok := find(p); return ok })
		found, _ := find(small)
		a, notes := parser.Parse(small.text())
		out, _ := a.AppendJSON(nil)
		t.Errorf("%s: %d times in %d pages\nseed %d: %s\n%s\n%s\n%+v", law, seen[law], n, seed, found.text, quoteLines(small), out, notes)
	}
}

// quoteLines returns the page with what the grammar knows of each line.
func quoteLines(p *newsPage) string {
	var b bytes.Buffer
	for _, s := range inputLines(p.text()) {
		fmt.Fprintf(&b, "\t%q\n", s)
	}
	for _, l := range p.lines {
		fmt.Fprintf(&b, "\t%s/%s", l.part, l.kind)
	}
	return b.String()
}
