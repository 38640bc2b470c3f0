// Package render writes articles as HTML, as JSON, as Markdown, and as feeds.
//
//   - [HTML] and [AppendHTML] write a fragment: an article element, followed by
//     one nav element for each block of links to other stories.
//   - [Page] writes a whole document around it, with the metadata that search
//     engines and social networks read, and a small style sheet.
//   - [JSON] writes the wire format of package article.
//   - [JSONLD] writes one schema.org NewsArticle.
//   - [Markdown] writes CommonMark below front matter in YAML, as static sites
//     want it.
//   - [RSS] writes a feed of articles, [NewsSitemap] a sitemap for Google News.
//
// A nil options pointer means the defaults, and a nil article is an empty
// one. All functions may be called from several goroutines at once, as long as
// nobody changes the article.
//
// # Safety
//
// The article is data and may be hostile. Every tag and every attribute name
// in the output is a constant of this package or of the caller's source code.
// Texts are escaped for where they stand, and cleaned on the way, since a
// browser would change them or hide things with them:
//
//   - each byte of invalid UTF-8, and each noncharacter, becomes U+FFFD;
//   - CR and CR LF become LF;
//   - the other control characters (U+0000 to U+001F without tab and LF,
//     U+007F to U+009F) and the bidirectional formatting characters (U+061C,
//     U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069) are left out.
//
// URLs are checked against an allow list: http and https with a host that
// every reader takes for the same one, without a user's name; mailto in links
// only; and relative references. What may not stand for itself in a URL, such
// as "|", "[" or a lone "%", is percent-encoded. A refused link keeps its text,
// a refused image leaves its caption. The options and the [HTMLOptions] hooks
// cannot lift this.
//
// # Markup
//
// Style sheets and tests may rely on these elements and classes; nothing else
// about the bytes is promised.
//
//	article > header        p.section p.kicker h1 p.lead p.byline
//	p.byline                span.author span.role span.dateline time
//	Paragraph, Heading      p; h2 to h6 with an id
//	Figure, Gallery         figure > img, figcaption, small.credit; figure.gallery > figure
//	Quote                   blockquote, in a figure.quote with a figcaption if it has a source
//	List, Divider           ul or ol > li; hr
//	Table                   div.table > table > caption, thead, tbody; th with a scope
//	Box                     aside.box > h2
//	Correction              section.correction > h2, time, p.statement > s, p
//	Embed                   figure.embed > a > img, span; figcaption
//	LinkBlock               nav.links > h2, ul > li > a > img, span; time
//	article > footer        p.source > span; ul.tags > li
//
// A nav also has the kind of its links as a class, such as "latest". What is
// empty is left out with all that belongs to it, and so are texts that show
// nothing, such as a heading of no-break spaces. Words that are not the
// article's, such as "Nguồn:" or the name of a weekday, are Vietnamese, and in
// an article of another language they say so: span[lang=vi]. Links have
// neither a target nor a rel attribute. The first image is loaded at once, the
// others when they come near. An [article.Span] becomes a span element only if
// its language differs from that around it; its role is not shown.
//
// Output is the same from run to run and linear in the size of the article.
// What is more than [article.MaxDepth] deep renders nothing, nor do blocks inside
// blocks after [article.MaxBlocks] of them, so that even an article that holds
// itself comes to an end.
package render
