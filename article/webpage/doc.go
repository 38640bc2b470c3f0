// Package webpage reads the HTML of a news page into an article: title, lead
// and authors, dates, text, pictures with captions and credits, tables,
// quotations, boxes, videos and links to other stories; and nothing of the
// frame around them. It is made for Vietnamese papers and reads any page.
//
// It is a module of its own, because it needs golang.org/x/net/html:
//
//	go get github.com/toasoan/toasoan/article/webpage
//
// # What it does
//
// A page becomes a draft, and [article.Parser.Refine] makes the article of it:
// what markup says is decided here, what the words of a line say, there.
//
//   - Encoding: a byte order mark, then valid UTF-8, then the encoding that is
//     declared, then the Vietnamese one that the words are legal in. What a
//     page says of its encoding is wrong often enough.
//   - Site: the first [Site] whose Body is on the page says what its elements
//     are. The package knows the systems of most Vietnamese papers. Without a
//     site the general rules below read the page.
//   - Title: the h1, or what is named a title, checked against what the page
//     states (Open Graph, JSON-LD, its title element); these alone only where
//     nothing is printed, for papers rewrite them for networks.
//   - Body: the element in which the most text looks like prose, links and
//     short lines counted against.
//   - Lead: what is named so, what is set off between the title and the text,
//     or the first text that equals the description of the page. The tag of
//     its paper goes to Source.
//   - Authors: what is named so beside the title or below the text; the end of
//     the text; at last a person of the metadata. The paper is no author.
//   - Dates: as printed, in UTC+7 where no zone is stated; the metadata add
//     the seconds where they agree on the minute, and fill what is missing.
//   - Pictures: figure, tables of the time before it, paragraphs in italics
//     below an image; addresses of lazily loaded images; credits apart.
//   - Links to other stories: lists of links, by their density, their names or
//     a label that package article knows, where they stand and below the text;
//     most-read and newest lists of the whole site are frame.
//   - Frame: menus, comments, buttons, forms, advertisements, notices, by the
//     words of their names and their elements; never an element that holds the
//     title or half of the prose.
//
// # Notes
//
// The region of an article begins at its title or its body, whichever comes
// first, and ends behind its body and what belongs to it. Its text blocks are
// the runs of text that no block and no br interrupts, counted from 1. Every
// one is in the article, or has a note with its number that says why not: a
// rule of package article, or one of "frame", "hidden" (the page does not show
// it), "head" (it became a field: a date, a section) and "notice" (of cookies,
// of subscriptions).
//
// # What is promised
//
// A page may be hostile. Its size is bounded before it is read, and the time
// is linear in it. No address is fetched. Addresses that are kept are http,
// https, mailto or relative; a link of another kind keeps its text. What may
// be written into a page is for package render to say. Articles pass
// [article.Article.Validate], but for a missing title.
package webpage
