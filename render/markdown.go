package render

import (
	"io"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// MarkdownOptions are the options of [Markdown]. The zero value is the default.
type MarkdownOptions struct {
	// NoFrontMatter leaves the front matter out. What would stand there is
	// written into the text as [HTML] has it: section and kicker above the
	// title, byline and dates below the lead, source and tags at the end.
	NoFrontMatter bool

	// TitleLevel is the level of the heading that holds the title. 0 means
	// none if there is front matter, which has the title, and else 1; -1 means
	// none. A heading of the body has the level TitleLevel+Level-1, at most 6,
	// and without a title the level that it has below one of level 1.
	TitleLevel int

	// Tone shows all text in one style of tone marks, as in [HTMLOptions].
	Tone vn.ToneStyle

	// URL rewrites the addresses of links and images, as in [HTMLOptions].
	URL func(u string) string

	// Base is the absolute URL that relative references are resolved against,
	// as in [HTMLOptions].
	Base string
}

// Markdown writes a as CommonMark with the tables and the strikethrough of
// GitHub, below front matter in YAML that Hugo reads. A nil article is an empty
// one. Markdown calls w.Write once and returns its error.
//
// The front matter has, as far as the article has it: title, date (of the
// publication) and lastmod with their offsets, slug, description (the lead as
// plain text, or else the beginning of the body), author (a list of the names
// of those who wrote), tags, categories (the section), and in members of their
// own kicker, byline (who did what, if more is known than the names), dateline
// and source. Every text in it is quoted.
//
// Below it come the lead, the body and the related links:
//
//   - a figure is its image with the caption and the credit, emphasized, on the
//     next line; captions of galleries and tables, who a quotation is by, and
//     the provider of an embed are emphasized likewise
//   - a quotation is a block quote, and so is a box, whose title is a heading
//   - a table is a table, whose cells hold no line breaks
//   - a block of links is a heading with a list of links, and an embed a link
//   - a correction is a heading, its date, the statement struck through, and
//     the text
//
// What [HTML] leaves out is left out here too. Words of our own, such as a
// label for links that have none, are left out where the article is not
// Vietnamese, and dates are written for machines there.
//
// A text comes back from any reader of Markdown as it is in the article, but
// for white space where lines and blocks end: each character that CommonMark,
// its usual extensions or Hugo's shortcodes could read as markup is escaped.
// The output has no raw HTML, and only URLs that pass the policy.
//
// Source: https://spec.commonmark.org/0.31.2/, https://github.github.com/gfm/
// and https://gohugo.io/content-management/front-matter/
func Markdown(w io.Writer, a *article.Article, opts *MarkdownOptions) error {
	if a == nil {
		a = new(article.Article)
	}
	if opts == nil {
		opts = new(MarkdownOptions)
	}
	return write(w, sizeHTML(a), func(dst []byte) []byte { return appendMarkdown(dst, a, opts) })
}

func appendMarkdown(dst []byte, a *article.Article, opts *MarkdownOptions) []byte {
	m := markdown{dst: dst, tone: opts.Tone, vietnamese: isVietnamese(language(a.Lang)), fresh: true}
	m.urls.rewrite = opts.URL
	m.urls.setBase(opts.Base)
	m.titleLevel = opts.TitleLevel
	if m.titleLevel == 0 && opts.NoFrontMatter {
		m.titleLevel = 1
	}
	if !opts.NoFrontMatter {
		m.frontMatter(a)
	}
	start := len(m.dst)
	m.article(a, opts.NoFrontMatter)
	if len(m.dst) > start {
		m.dst = append(m.dst, '\n')
	}
	giveBack(m.urls.scratch)
	return m.dst
}

// A markdown writes one article as Markdown.
type markdown struct {
	dst        []byte
	tone       vn.ToneStyle
	urls       addresses
	titleLevel int // of the title, none if it is less than 1
	vietnamese bool

	prefix []byte // what begins each line of the blocks around
	fresh  bool   // nothing stands in the block around yet, so that no blank line is due
	marker byte   // of the list directly before, 0 if there is none

	depth  int // of blocks
	blocks int // inside other blocks
	run
}

// article writes the text below the front matter. If whole, it has what the
// front matter would have.
func (m *markdown) article(a *article.Article, whole bool) {
	if whole {
		m.aside(func() { m.str(a.Section) })
		m.aside(func() { m.str(a.Kicker) })
	}
	if m.titleLevel > 0 {
		m.heading(1, func() { m.str(a.Title) })
	}
	m.paragraph(a.Lead)
	if whole {
		m.aside(func() { m.byline(a) })
	}
	m.each(a.Body)
	if whole {
		m.aside(func() { m.source(a.Source) })
		m.tags(a.Tags)
	}
	for _, b := range a.Related {
		m.block(b)
	}
}

// byline writes the authors with their roles, the dateline and the dates.
func (m *markdown) byline(a *article.Article) {
	start := len(m.dst)
	part := func(sep string) {
		if len(m.dst) > start {
			m.str(sep)
		}
	}
	for i := range a.Byline {
		if s := printed(&a.Byline[i]); s != "" {
			part(", ")
			m.str(s)
		}
	}
	if shows(a.Dateline) {
		part(" · ")
		m.str(a.Dateline)
	}
	if s := m.time(a.Published); s != "" {
		part(" · ")
		m.str(s)
	}
	if s := m.time(a.Modified); s != "" && !a.Modified.Equal(a.Published) {
		part(" · ")
		m.own("Cập nhật: ")
		m.str(s)
	}
}

func (m *markdown) source(s string) {
	if shows(s) {
		m.own("Nguồn: ")
		m.str(s)
	}
}

func (m *markdown) tags(tags []string) {
	m.items(len(tags), false, true, func(i int) bool { return m.text(func() { m.str(tags[i]) }) })
}

// printed returns an author as papers print one, "" without a name.
func printed(a *article.Author) string {
	switch {
	case !shows(a.Name):
		return ""
	case !shows(a.Role):
		return a.Name
	}
	return a.Name + " (" + a.Role + ")"
}

// own writes words of ours, which are Vietnamese, where the text is.
func (m *markdown) own(words string) {
	if m.vietnamese {
		m.str(words)
	}
}

// time returns a time for readers, and for machines where the text is not
// Vietnamese; "" for the zero time.
func (m *markdown) time(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	machine := machineTime(&t)
	switch {
	case m.vietnamese:
		return vn.FormatTime(t)
	case machine:
		return t.Format(time.RFC3339)
	}
	return ""
}

// frontMatter writes the front matter.
func (m *markdown) frontMatter(a *article.Article) {
	y := yaml{dst: append(m.dst, "---\n"...), tone: m.tone}
	y.text("title", a.Title)
	y.time("date", a.Published)
	y.time("lastmod", a.Modified)
	y.text("slug", a.Slug)
	y.text("description", description(a))
	var names, byline []string
	more := false // than the names of those who wrote
	for x := range writers(a.Byline) {
		names = append(names, x.Name)
	}
	for i := range a.Byline {
		if s := printed(&a.Byline[i]); s != "" {
			byline = append(byline, s)
			more = more || shows(a.Byline[i].Role)
		}
	}
	y.list("author", names)
	y.list("tags", a.Tags)
	y.list("categories", []string{a.Section})
	y.text("kicker", a.Kicker)
	if more {
		y.list("byline", byline)
	}
	y.text("dateline", a.Dateline)
	y.text("source", a.Source)
	m.dst = append(y.dst, "---\n\n"...)
}
