package article_test

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// A view is a page beside the article that was made of it.
type view struct {
	*newsPage
	a      *article.Article
	ledg   *ledger
	count  map[string]int // lines by their words
	titled bool           // it is a page in its order, and its title was found
	at     int            // the line that is looked at
}

func newView(p *newsPage, a *article.Article) *view {
	v := &view{newsPage: p, a: a, ledg: new(ledger), count: make(map[string]int)}
	v.ledg.article(a)
	for _, l := range p.lines {
		v.count[wordKey(l.text)]++
		v.titled = v.titled || l.part == "title" && p.composed && !p.duplicates && wordKey(a.Title) == wordKey(l.text)
	}
	return v
}

func wordKey(s string) string { return key(wordsIn(clean(vn.Form{}, s))) }

// is reports whether the text is, as a whole, one of the things.
func (v *view) is(text string, whats ...string) bool {
	return slices.ContainsFunc(v.ledg.whole[wordKey(text)], func(p *piece) bool { return slices.Contains(whats, p.what) })
}

// line returns the line that stands n lines below, an empty one beyond the
// ends.
func (v *view) line(n int) pageLine {
	if i := v.at + n; i >= 0 && i < len(v.lines) {
		return v.lines[i]
	}
	return pageLine{}
}

// kinds returns how many lines are of one of the kinds.
func (v *view) kinds(names ...string) (n int) {
	for _, l := range v.lines {
		if slices.Contains(names, l.kind) {
			n++
		}
	}
	return n
}

// above reports whether a line of the kind stands above.
func (v *view) above(kind string) bool {
	return slices.ContainsFunc(v.lines[:v.at], func(l pageLine) bool { return l.kind == kind })
}

// below reports whether nothing but lines of the kinds stands between the title
// and the line.
func (v *view) below(kinds ...string) bool {
	return !slices.ContainsFunc(v.lines[:v.at], func(l pageLine) bool { return l.part == "below" && !slices.Contains(kinds, l.kind) })
}

// has reports whether the words of a field hold those of the text.
func has(field, text string) bool {
	return strings.Contains(" "+wordKey(field), " "+wordKey(text))
}

func (v *view) isAuthor(name string) bool {
	return slices.ContainsFunc(v.a.Byline, func(x article.Author) bool { return wordKey(x.Name) == wordKey(name) })
}

// signed is how many lines name an author.
func (v *view) signed() int {
	return v.kinds("byline", "agency byline", "name", "desk", "head name", "credit name")
}

// A grammarRule says what must become of a line, or must not: no rule of the
// parser takes what another must have.
type grammarRule struct {
	name     string
	kinds    []string
	composed bool // it holds on pages in their order whose title was found
	holds    func(v *view, l pageLine) bool
}

var grammarRules = []grammarRule{
	{"there is a title", []string{"title"}, false, func(v *view, l pageLine) bool { return v.a.Title != "" }},
	{"the title is the title", []string{"title"}, false, func(v *view, l pageLine) bool {
		return !v.composed || v.duplicates || wordKey(v.a.Title) == wordKey(l.text)
	}},
	{"a short title above a sentence or the text is the title", []string{"short title"}, false, func(v *view, l pageLine) bool {
		next := slices.Contains([]string{"paragraph", "sentence", "lead"}, v.line(1).kind)
		return !next || !v.composed || v.duplicates || wordKey(v.a.Title) == wordKey(l.text)
	}},
	{"never a title", []string{"date", "odd date", "meta", "label", "link label", "byline", "agency byline", "credit"}, false, func(v *view, l pageLine) bool {
		unlabelled := strings.HasSuffix(l.kind, "byline") && !strings.Contains(l.text, ": ")
		return unlabelled || wordKey(v.a.Title) != wordKey(l.text)
	}},
	{"a known section is the section", []string{"section", "breadcrumb"}, true, func(v *view, l pageLine) bool {
		return l.part != "head" || v.kinds("section", "breadcrumb", "crumb") > 1 || has(v.a.Section, l.values[0])
	}},
	{"the only date is the date", []string{"date"}, true, func(v *view, l pageLine) bool {
		d, err := vn.ParseTime(l.text)
		other := v.kinds("date", "odd date", "meta", "link date") > 1 || v.kinds("lead", "tagged lead", "joined sentence") > 1 || l.part == "ending"
		return other || !v.below("count", "byline", "head name", "lead", "tagged lead", "joined sentence") || err != nil || d.Equal(v.a.Published)
	}},

	{"text is text", []string{"paragraph"}, false, func(v *view, l pageLine) bool {
		return !v.above("title") || v.is(l.text, "a paragraph", "the lead", "a correction")
	}},
	{"a sentence is nothing of the head or tail", []string{"sentence", "saying", "lead", "variant", "repeated", "boxed", "turn"}, true, func(v *view, l pageLine) bool {
		return !v.is(l.text, "the title", "a heading", "the author", "the section", "the tag", sourcePiece, "the title of a link")
	}},
	{"a quotation is no caption", []string{"saying"}, false, func(v *view, l pageLine) bool {
		near := v.line(-1).kind == "saying" || v.line(1).kind == "saying"
		return near || !v.is(l.text, "the caption", "the alternative text")
	}},
	{"a turn of an interview is text", []string{"turn"}, true, func(v *view, l pageLine) bool { return v.is(l.text, "a paragraph", "the lead", "a correction") }},
	{"no crosshead", []string{"phone", "table head", "phrase", "odd date", "date", "meta", "count"}, false, func(v *view, l pageLine) bool {
		return !v.is(l.text, "a heading")
	}},
	{"a crosshead is a heading or text", []string{"crosshead"}, true, func(v *view, l pageLine) bool {
		return v.line(-1).kind != "paragraph" || v.line(1).kind != "paragraph" || v.is(l.text, "a heading", "a paragraph")
	}},
	{"a refrain is not merged", []string{"verse", "result"}, true, func(v *view, l pageLine) bool {
		k := wordKey(l.text) // a verse above a credit may be a caption
		return v.adjacent(k) || v.kinds("credit", "bare media") > 0 || len(v.ledg.whole[k]) >= v.count[k]
	}},

	{"a tag at the lead's place is the source", []string{"tagged lead"}, true, func(v *view, l pageLine) bool {
		above := v.below("date", "meta", "count", "byline") || v.separated && v.below("date", "meta", "count", "byline", "joined caption")
		return !v.texted() || !above || has(v.a.Source, l.values[0]) && wordKey(v.a.Lead.PlainText()) == wordKey(l.values[1])
	}},
	{"a place is no source", []string{"place lead"}, false, func(v *view, l pageLine) bool { return !has(v.a.Source, "TP.HCM") }},
	{"a sentence joined to the title is the lead", []string{"joined sentence"}, true, func(v *view, l pageLine) bool {
		other := v.kinds("tagged lead", "dateline lead", "place lead", "lead", "variant", "repeated") > 0
		other = other || !slices.Contains([]string{"paragraph", "sentence"}, v.line(1).kind) // a credit makes it a caption
		return !v.separated || len(v.lines) < 6 || !v.texted() || other || wordKey(v.a.Lead.PlainText()) == wordKey(l.text)
	}},
	{"a caption joined to the title is a caption", []string{"joined caption"}, true, func(v *view, l pageLine) bool {
		return !v.separated || len(v.lines) < 6 || !v.texted() || v.caption(l.values[0])
	}},
	{"of two near-equal lines the second is the lead", []string{"variant"}, true, func(v *view, l pageLine) bool {
		first := v.line(-1).part == "title" && v.line(1).kind == "variant" && v.line(2).kind == "paragraph"
		return !first || !v.separated || len(v.lines) < 6 || wordKey(v.a.Lead.PlainText()) == wordKey(v.line(1).text)
	}},
	{"a credit on two lines is one", []string{"credit name"}, true, func(v *view, l pageLine) bool {
		return v.line(-1).kind != "open credit" || slices.ContainsFunc(v.ledg.pieces, func(p *piece) bool {
			return p.what == "the credit" && strings.HasSuffix(key(p.words), " "+wordKey(l.text))
		})
	}},

	{"Theo is a source", []string{"source"}, true, func(v *view, l pageLine) bool {
		doubtful := v.signed() > 1 && !strings.HasPrefix(l.text, "Theo ")
		return doubtful || !v.closes() || has(v.a.Source, l.values[0])
	}},
	{"an agency alone is a source", []string{"agency"}, true, func(v *view, l pageLine) bool { return !v.closes() || has(v.a.Source, l.values[0]) }},
	{"an agency is no author", []string{"source", "agency", "tail source"}, false, func(v *view, l pageLine) bool {
		return !slices.ContainsFunc(l.values, v.isAuthor) && !v.isAuthor(l.text)
	}},
	{"the agency of a byline is a source", []string{"agency byline"}, true, func(v *view, l pageLine) bool {
		return v.signed() > 1 || !v.closes() || v.isAuthor(l.values[0]) && !v.isAuthor(l.values[1]) && has(v.a.Source, l.values[1])
	}},
	{"a byline names the authors", []string{"byline", "desk"}, true, func(v *view, l pageLine) bool {
		return v.signed() > 1 || !v.closes() || !slices.ContainsFunc(l.values, func(name string) bool { return !v.isAuthor(name) })
	}},
	{"a name below the text is the author", []string{"name"}, true, func(v *view, l pageLine) bool {
		return v.signed() > 1 || !v.closes() || v.isAuthor(l.values[0])
	}},
	{"a line of tags is the tags", []string{"tags"}, true, func(v *view, l pageLine) bool {
		return v.signed() > 1 || !v.closes() || !slices.ContainsFunc(l.values, func(s string) bool { return !slices.Contains(v.a.Tags, s) })
	}},

	{"a link in the text is a link", []string{"inline link"}, true, func(v *view, l pageLine) bool {
		return v.above("box label") || v.is(l.values[0], "the title of a link")
	}},
	{"a video is an embed", []string{"video"}, true, func(v *view, l pageLine) bool {
		return v.above("box label") || v.is(l.values[0], "the title of an embed", "the address of an embed")
	}},
	{"a line below links is a link", []string{"link"}, true, func(v *view, l pageLine) bool {
		return !v.linked() || v.is(l.values[0], "the title of a link") || v.is(l.text, "the title of a link")
	}},
	{"a footer is no link", []string{"footer"}, true, func(v *view, l pageLine) bool {
		opens := strings.Contains(l.text, ": ") && !strings.HasPrefix(l.text, "Email") || strings.HasPrefix(l.text, "©") || strings.HasPrefix(l.text, "®") || strings.HasPrefix(l.text, "Giấy phép số")
		return !opens || !v.is(l.text, "the title of a link")
	}},
}

// adjacent reports whether two lines with the words are neighbours.
func (v *view) adjacent(k string) bool {
	for i := range v.lines[1:] {
		if wordKey(v.lines[i].text) == k && wordKey(v.lines[i+1].text) == k {
			return true
		}
	}
	return false
}

// texted reports whether the page has a paragraph.
func (v *view) texted() bool { return v.kinds("paragraph") > 0 }

// closes reports whether the line stands in an ending that can be told from the
// text: it is below a paragraph, of lines of endings alone, and what follows
// is a label that can be nothing else.
func (v *view) closes() bool {
	ending := []string{"name", "byline", "agency byline", "desk", "source", "agency", "tags", "inline link", "credit", "date", "meta"}
	last := pageLine{}
	for _, l := range v.lines {
		switch {
		case l.part == "tail" && last.part != "tail" && !slices.Contains(linkLabels, l.text):
			return false
		case l.part == "ending" && (!slices.Contains(ending, l.kind) || last.part != "ending" && last.kind != "paragraph"):
			return false
		}
		last = l
	}
	return v.lines[v.at].part == "ending"
}

// linked reports whether the line stands below a label that can be nothing but
// a label of links, with links alone between them.
func (v *view) linked() bool {
	for i := v.at - 1; i >= 0; i-- {
		switch l := v.lines[i]; l.kind {
		case "link", "link date", "count":
		default:
			return l.kind == "link label" && slices.Contains(linkLabels, l.text)
		}
	}
	return false
}

// caption reports whether a figure has the text as its caption, whatever is
// read of the credit behind it.
func (v *view) caption(text string) bool {
	return slices.ContainsFunc(v.ledg.pieces, func(p *piece) bool {
		return (p.what == "the caption" || p.what == "the alternative text") && strings.HasPrefix(key(p.words), wordKey(text))
	})
}

// checkRules returns what is broken of the rules of the grammar.
func checkRules(p *newsPage, a *article.Article) (broken []violation) {
	if !p.plain() {
		return nil
	}
	v := newView(p, a)
	for i, l := range p.lines {
		v.at = i
		if v.count[wordKey(l.text)] > 1 && l.kind != "verse" && l.kind != "result" {
			continue // one of them may be what the other is not
		}
		for _, r := range grammarRules {
			if slices.Contains(r.kinds, l.kind) && (!r.composed || v.titled) && !r.holds(v, l) {
				broken = append(broken, violation{r.name + " (" + l.kind + ")", fmt.Sprintf("%q", l.text)})
			}
		}
	}
	return broken
}

// checkTexts returns the paragraphs that are no line of the page: the text of
// one is never changed, but for its form and its white space.
func checkTexts(p *article.Parser, input string, a *article.Article) (broken []violation) {
	whole := make(map[string]bool)
	for _, raw := range inputLines(input) {
		whole[strings.TrimLeft(clean(p.Form, raw), "\ufeff")] = true
	}
	for _, b := range a.Body {
		if b, ok := b.(*article.Paragraph); ok && !whole[b.Text.PlainText()] {
			broken = append(broken, violation{"a paragraph is a line", fmt.Sprintf("%q", b.Text.PlainText())})
		}
	}
	if !whole[a.Title] && a.Title != "" {
		broken = append(broken, violation{"the title is a line", fmt.Sprintf("%q", a.Title)})
	}
	for _, x := range a.Byline {
		if utf8.RuneCountInString(x.Name) > 100 {
			broken = append(broken, violation{"a name is short", fmt.Sprintf("%q", x.Name)})
		}
	}
	return broken
}
