package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// summarize says in three lines what was done: what was read, what it is, and
// what became of its tone marks.
func summarize(w io.Writer, in input, a *article.Article, tone vn.ToneStyle) {
	fmt.Fprintf(w, "read: %s, %s in %s\n", in.name, count(strings.Count(strings.TrimRight(in.text, "\n"), "\n")+1, "line", "lines"), in.encoding)
	fmt.Fprintf(w, "made: an article, %q, of %s\n", a.Title, strings.Join(parts(a), ", "))
	fmt.Fprintf(w, "tone: %s\n", toneChanges(in.text, a, tone))
}

// parts counts what an article consists of.
func parts(a *article.Article) []string {
	var paragraphs, headings, figures, others int
	for b := range a.Body.All() {
		switch b.(type) {
		case *article.Paragraph:
			paragraphs++
		case *article.Heading:
			headings++
		case *article.Figure:
			figures++
		default:
			others++
		}
	}
	var list []string
	for _, part := range []struct {
		n         int
		one, many string
	}{
		{paragraphs, "paragraph", "paragraphs"},
		{headings, "crosshead", "crossheads"},
		{figures, "figure", "figures"},
		{others, "other block", "other blocks"},
		{len(a.Related), "block of links", "blocks of links"},
	} {
		if part.n > 0 {
			list = append(list, count(part.n, part.one, part.many))
		}
	}
	if len(list) == 0 {
		return []string{"no text"}
	}
	return list
}

// toneChanges says which words have their tone mark elsewhere than in the text:
// names in bylines and credits, say, keep theirs.
func toneChanges(text string, a *article.Article, tone vn.ToneStyle) string {
	if tone == vn.KeepStyle {
		return "each word keeps its style"
	}
	kept, _ := article.Parse(text)
	before, after := words(kept), words(a)
	n, first := 0, ""
	for i := range min(len(before), len(after)) {
		if before[i] == after[i] {
			continue
		}
		if n++; n == 1 {
			first = fmt.Sprintf(", the first from %s to %s", trim(before[i]), trim(after[i]))
		}
	}
	return fmt.Sprintf("all in the %s style, %s changed%s", tone, count(n, "word", "words"), first)
}

// words returns the words of all texts of an article.
func words(a *article.Article) (words []string) {
	a.Clone().MapText(func(s string) string {
		words = append(words, strings.Fields(s)...)
		return s
	})
	return words
}

// trim takes the punctuation off a word.
func trim(word string) string { return strings.Trim(word, `.,;:?!…“”"'()`) }

// count returns a number and what it counts, in the singular or the plural.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
