package article_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// Texts of an article that have markup.
var markedTexts = []string{"a paragraph", "a heading", "the lead", "the caption", "the entry of a list", "a correction", "the title of a link"}

// checkMarkup holds the links and the markup of a line to be in the text that
// the line carries, also if a tag, a dateline or a credit was cut off. A title
// of a link is plain, but has the address if the line was wholly a link.
func (d *draft) checkMarkup(a *article.Article, notes []article.Note) (broken []violation) {
	dropped := make(map[int]bool)
	for _, n := range notes {
		dropped[n.Line] = dropped[n.Line] || n.Dropped
	}
	was, l := new(ledger), new(ledger)
	was.article(d.Article)
	l.article(a)
	kept := make(map[string]bool)
	addMarkup(kept, a.Lead)
	for b := range a.Body.All() {
		for _, in := range textsOf(b) {
			addMarkup(kept, in)
		}
	}
	for _, b := range append(a.Related, linkBlocks(a.Body)...) {
		for _, link := range b.Links {
			kept[linkMark+" "+link.URL] = true
		}
	}
	for i, b := range d.Body {
		if !isLine(b) || dropped[i+1] {
			continue
		}
		p := b.(*article.Paragraph)
		wanted := make(map[string]bool)
		if addMarkup(wanted, p.Text); len(wanted) == 0 {
			continue
		}
		text := l.textOf(wordKey(plainLine(p)))
		if text == nil || was.having(key(text.words)) > 1 {
			continue // it may be another's
		}
		for mark := range wanted {
			kind, words, _ := strings.Cut(mark, " ")
			switch {
			case text.what == "the title of a link" && (kind != linkMark || !isLink(p.Text)):
			case kind == linkMark && isLink(p.Text), strings.Contains(" "+key(text.words), " "+linkWords(p.Text, mark, words)):
				if !kept[mark] {
					broken = append(broken, violation{fmt.Sprintf("markup stays: %s in %s", kind, text.what), plainLine(p)})
				}
			}
		}
	}
	return broken
}

// having returns how many texts have the words.
func (l *ledger) having(words string) (n int) {
	for _, p := range l.pieces {
		if strings.Contains(" "+key(p.words), " "+words) {
			n++
		}
	}
	return n
}

const linkMark = "*article.Link"

// linkWords returns the words of a mark, of a link those of its text.
func linkWords(in article.Inlines, mark, words string) string {
	for _, x := range in {
		if x, ok := x.(*article.Link); ok && linkMark+" "+x.URL == mark {
			return wordKey(x.Text.PlainText())
		}
	}
	return words
}

// textOf returns the text that a line with the words carries, if there is one
// that has them or a part of them, and no other.
func (l *ledger) textOf(words string) (text *piece) {
	const least = 4 // words; fewer may be anywhere
	for _, p := range l.pieces {
		if len(p.words) < least || !strings.Contains(" "+words, " "+key(p.words)) {
			continue
		}
		if text != nil || !slices.Contains(markedTexts, p.what) || p.owner != "" {
			return nil
		}
		text = p
	}
	return text
}

// isLink reports whether the running text is wholly a link.
func isLink(in article.Inlines) bool {
	if len(in) != 1 {
		return false
	}
	_, ok := in[0].(*article.Link)
	return ok
}

// addMarkup records the markup of running text: a link by its address, others
// by their words.
func addMarkup(marks map[string]bool, in article.Inlines) {
	for _, x := range in {
		switch x := x.(type) {
		case *article.Link:
			marks[linkMark+" "+x.URL] = true
			addMarkup(marks, x.Text)
		case *article.Strong:
			marks["*article.Strong "+wordKey(x.Text.PlainText())] = true
			addMarkup(marks, x.Text)
		case *article.Emph:
			marks["*article.Emph "+wordKey(x.Text.PlainText())] = true
			addMarkup(marks, x.Text)
		case *article.Span:
			marks["*article.Span "+wordKey(x.Text.PlainText())] = true
			addMarkup(marks, x.Text)
		}
	}
}

// textsOf returns the running texts of a block.
func textsOf(b article.Block) []article.Inlines {
	switch b := b.(type) {
	case *article.Paragraph:
		return []article.Inlines{b.Text}
	case *article.Heading:
		return []article.Inlines{b.Text}
	case *article.Figure:
		return []article.Inlines{b.Caption.Text}
	case *article.Correction:
		return []article.Inlines{b.Text}
	}
	return nil
}

func linkBlocks(bs article.Blocks) (list []*article.LinkBlock) {
	for b := range bs.All() {
		if b, ok := b.(*article.LinkBlock); ok {
			list = append(list, b)
		}
	}
	return list
}
