package article_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// TestFirstIsLead makes pages whose first line of text is a paragraph: with
// FirstIsLead it is the lead, if text follows.
func TestFirstIsLead(t *testing.T) {
	leads := 0
	for seed := range uint64(*grammarPages) {
		page := newPage(newChooser(seed))
		page.plainHead()
		parser := &article.Parser{FirstIsLead: true}
		a, _ := parser.Parse(page.text())
		broken := page.checkLaws(parser)
		first, ok := firstText(page, newView(page, a))
		if ok {
			leads++
			if got := a.Lead.PlainText(); wordKey(got) != wordKey(first) {
				broken = append(broken, violation{"the first line of text is the lead", fmt.Sprintf("lead %q, want %q", got, first)})
			}
		}
		for _, v := range broken {
			t.Fatalf("seed %d: %s: %s\n%s", seed, v.law, v.text, quoteLines(page))
		}
	}
	if leads < *grammarPages/10 {
		t.Errorf("only %d pages of %d have a lead", leads, *grammarPages)
	}
}

// plainHead leaves nothing between the title and the first paragraph but dates
// and bylines.
func (p *newsPage) plainHead() {
	text := false
	p.separated = true
	p.lines = slices.DeleteFunc(p.lines, func(l pageLine) bool {
		text = text || l.part == "body" && l.kind == "paragraph"
		return l.part == "below" && !slices.Contains([]string{"date", "meta", "byline"}, l.kind) || l.part == "body" && !text
	})
}

// firstText returns the paragraph that is the first line of text of a page, if
// there is no doubt about it and text follows.
func firstText(p *newsPage, v *view) (string, bool) {
	first := -1
	for i, l := range p.lines {
		switch {
		case l.kind == "paragraph" && first < 0:
			first = i
		case l.part == "below" && !slices.Contains([]string{"date", "meta", "byline"}, l.kind), l.part == "body" && first < 0:
			return "", false
		}
	}
	if first < 0 || !v.titled || !p.plain() || !p.separated || v.kinds("paragraph") < 2 || v.count[wordKey(p.lines[first].text)] > 1 {
		return "", false
	}
	return p.lines[first].text, true
}
