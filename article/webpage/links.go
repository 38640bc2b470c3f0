package webpage

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// leastStory is the length of the shortest title of another story, in visible
// characters; a shorter link is one of a menu.
const leastStory = 15

// isLinks reports whether an element is a list of links to other stories, or
// one such link: nearly all of its text is in links, or its name says so.
func (r *reader) isLinks(i int32) bool {
	n := &r.nodes[i]
	if n.links < leastStory || i == r.body {
		return false
	}
	switch {
	case n.DataAtom == atom.A:
	case n.site&isRelated != 0:
		return true // with a summary, perhaps
	case n.words&isRelated != 0:
		return n.links*3 >= n.chars
	}
	if n.links*10 < n.chars*7 {
		return false
	}
	switch {
	case n.DataAtom == atom.A && n.blocky, n.DataAtom == atom.Ul, n.DataAtom == atom.Ol, n.DataAtom == atom.Table:
		return n.links*10 >= n.chars*8
	case n.blocky:
		return true
	}
	// A paragraph: all of it is a link, or a link behind a label.
	text := r.textOf(i, n.end)
	label, marked := r.labelBefore(i)
	if marked || label != "" {
		return true
	}
	return n.links*100 >= n.chars*95 && !(endsSentence(text) && n.chars > longText)
}

// labelBefore returns what stands before the first link of a line, if that is
// a label of links: "Xem thêm:", ">>". It reports whether it has such a mark.
func (r *reader) labelBefore(i int32) (label string, marked bool) {
	for j := i; j < r.nodes[i].end; j++ {
		if r.nodes[j].DataAtom != atom.A {
			continue
		}
		s := strings.TrimSpace(r.textOf(i, j))
		marked = strings.Contains(s, ">>") || strings.Contains(s, "»")
		s = strings.Trim(s, " >»•*-–|")
		if s != "" && utf8.RuneCountInString(s) <= 30 && (strings.HasSuffix(s, ":") || r.kindOf(s) != "") {
			return s, true
		}
		return "", marked && s == ""
	}
	return "", false
}

// links reads a list of links. It reports false, and reads nothing, if they
// are not links to stories.
func (r *reader) links(i int32) bool {
	n := &r.nodes[i]
	list, first := r.gather(i, n.end)
	if len(list) == 0 {
		if n.links*10 >= n.chars*9 && n.blocky {
			r.drop(i, article.RuleNav)
			return true
		}
		return false
	}
	b := &article.LinkBlock{Links: list}
	if s := strings.TrimSpace(r.textOf(i, first)); s != "" && utf8.RuneCountInString(s) <= maxSection {
		b.Label = r.form(strings.TrimSpace(strings.TrimRight(strings.Trim(s, " >»•*|"), ": ")))
		r.took(i, first)
	}
	b.Kind = r.kindOf(b.Label)
	if !n.blocky || b.Kind == "" && (b.Label == "" || n.is(isRelated)) { // one line is the pick of an editor
		b.Kind = article.LinkRelated
	}
	if k := len(r.out) - 1; k >= 0 {
		// One link to a paragraph is still one list.
		if last, ok := r.out[k].(*article.LinkBlock); ok && b.Label == "" && len(last.Links) < article.MaxElements/2 {
			last.Links = append(last.Links, list...)
			return true
		}
		if b.Label == "" {
			r.labelAbove(b)
		}
	}
	r.emit(i, b)
	return true
}

// labelAbove takes a heading or a line above a list of links for its label, if
// it is one.
func (r *reader) labelAbove(b *article.LinkBlock) {
	k := len(r.out) - 1
	var label string
	switch above := r.out[k].(type) {
	case *article.Heading:
		label = above.Text.PlainText()
	case *article.Paragraph:
		label = above.Text.PlainText()
	}
	if kind := r.kindOf(label); kind != "" {
		b.Label, b.Kind = strings.TrimRight(label, ": "), kind
		r.out, r.at = r.out[:k], r.at[:k]
	}
}

// gather returns the links of the nodes from i to end that are links to
// stories, each address once, and the node of the first link.
func (r *reader) gather(i, end int32) (list []article.RelatedLink, first int32) {
	first = end
	byURL := make(map[string]int)
	var titles []span // of list
	for ; i < end; i++ {
		n := &r.nodes[i]
		if n.frame != "" && n.frame != article.RuleNav {
			i = n.end - 1
			continue
		}
		if n.DataAtom != atom.A {
			continue
		}
		u := r.link(attr(n.Node, "href"))
		if u == "" || strings.HasPrefix(u, "mailto:") {
			continue
		}
		link, at := article.RelatedLink{URL: u}, r.titleIn(i)
		link.Title = r.form(strings.TrimSpace(strings.TrimLeft(r.textOf(at.first, at.end), ">»•*- ")))
		if link.Title == "" && n.media {
			link.Title = r.form(oneLine(attr(n.Node, "title")))
		}
		for j := i; j < n.end && link.Image == nil; j++ {
			if m := &r.nodes[j]; m.kind == media && m.media && isImage(m) {
				if image := r.image(j); image.URL != "" {
					link.Image = &image
				}
			}
		}
		if n.chars > 0 {
			first = min(first, i)
		}
		i = n.end - 1
		k, ok := byURL[u]
		if !ok {
			byURL[u] = len(list)
			list, titles = append(list, link), append(titles, at)
			continue
		}
		have := &list[k]
		if utf8.RuneCountInString(have.Title) < leastStory && len(link.Title) > len(have.Title) {
			have.Title, titles[k] = link.Title, at
		}
		if have.Image == nil {
			have.Image = link.Image
		}
	}
	stories := list[:0]
	for k, link := range list {
		if visible(link.Title) >= leastStory && len(stories) < maxStories {
			stories = append(stories, link)
			r.took(titles[k].first, titles[k].end)
		}
	}
	return stories, first
}

// maxStories bounds the links of one list.
const maxStories = 1000

// A span is nodes from the first to before the end.
type span struct{ first, end int32 }

// titleIn returns where the title is that a link around a whole teaser shows:
// its heading, else all of its text.
func (r *reader) titleIn(i int32) span {
	n := &r.nodes[i]
	for j := i; n.blocky && j < n.end; j++ {
		switch m := &r.nodes[j]; m.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			if m.chars >= leastStory {
				return span{j, m.end}
			}
		}
	}
	return span{i, n.end}
}

// took says that the article has the text of the nodes from i to end.
func (r *reader) took(i, end int32) {
	for ; i < end; i++ {
		if n := &r.nodes[i]; n.kind == text && n.run >= 0 && n.frame == "" {
			n.taken = true
		}
	}
}

// maxLabel is the length of the longest label of links that is asked for, in
// bytes.
const maxLabel = 80

// kindOf returns what kind of links stands under a label, "" if the text is no
// label of links. Package article knows the labels: under one it puts it into
// the list below.
func (r *reader) kindOf(label string) article.LinkKind {
	label = strings.TrimSpace(label)
	if label == "" || len(label) > maxLabel {
		return ""
	}
	if kind, ok := r.kinds[label]; ok {
		return kind
	}
	b := &article.LinkBlock{Links: []article.RelatedLink{{Title: "-", URL: "-"}}}
	draft := &article.Article{Title: "-", Body: article.Blocks{&article.Paragraph{Text: article.Inlines{article.Text(label)}}, b}}
	r.parser.Text.Refine(draft)
	if r.kinds == nil {
		r.kinds = make(map[string]article.LinkKind)
	}
	r.kinds[label] = b.Kind
	return b.Kind
}

// tags reads a list of keywords. It reports false if it is none.
func (r *reader) tags(i int32) bool {
	n := &r.nodes[i]
	if n.links*2 < n.chars || n.links == 0 {
		return false
	}
	r.drop(i, article.RuleTags)
	for j := i; j < n.end; j++ {
		if a := &r.nodes[j]; a.DataAtom == atom.A && a.chars > 1 {
			tag := strings.TrimSpace(strings.TrimLeft(r.textOf(j, a.end), "#"))
			if tag = strings.TrimRight(tag, ",; "); utf8.RuneCountInString(tag) <= maxTag && len(r.draft.Tags) < maxTags {
				add(&r.draft.Tags, r.form(tag))
				r.took(j, a.end)
			}
			j = a.end - 1
		}
	}
	return true
}

// Bounds of keywords.
const (
	maxTag  = 60
	maxTags = 50
)
