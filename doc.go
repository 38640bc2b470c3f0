// Package toasoan is the map of a module for Vietnamese news text (tòa soạn
// means newsroom). It holds no code; the packages are:
//
//   - [github.com/toasoan/toasoan/vn]: Vietnamese text. Normal forms and tone
//     styles, folding for search, slugs, dictionary and name order, dates.
//   - [github.com/toasoan/toasoan/vn/charset]: the legacy Vietnamese encodings,
//     their detection, and the repair of mojibake.
//   - [github.com/toasoan/toasoan/article]: the document model of an article,
//     its captions and its blocks of related links; a parser of plain text
//     pages, the JSON wire format and its checks.
//   - github.com/toasoan/toasoan/article/webpage, a module of its own: the HTML
//     of a news page into an article.
//   - [github.com/toasoan/toasoan/render]: an article as an HTML fragment, a
//     whole page, JSON, JSON-LD and Markdown; articles as an RSS feed and as a
//     sitemap for Google News.
//
// The data moves along one street: the text of a page goes into
// [github.com/toasoan/toasoan/article.Parse], which gives an
// [github.com/toasoan/toasoan/article.Article] and the notes that account for
// every line; its HTML goes into webpage.Parse, which gives the same. The
// article goes into [github.com/toasoan/toasoan/render.HTML] or
// [github.com/toasoan/toasoan/render.JSON]. Package vn works underneath and
// can be used alone.
//
// # Compatibility
//
// The module is at v0: names may still change, and CHANGELOG.md says so when
// they do. From v1.0.0 on, a program that uses the exported API will keep
// compiling and keep its meaning within v1.
//
// We may add functions, types, struct fields, kinds of blocks and inlines,
// options and JSON members. Therefore name the fields in composite literals,
// give a type switch a default case, and do not compare structs that have
// unexported fields.
//
// These are not promised: the text of errors and notes, the exact bytes of
// HTML, sort keys across versions, what becomes of invalid UTF-8, and anything
// under internal.
//
// These are promised beyond the API: a slug never changes, since slugs are
// URLs, so the same input gives the same result of the zero
// [github.com/toasoan/toasoan/vn.Slugger] for ever; and JSON that any v1
// release wrote is read without loss by every later v1 release.
//
// The two newest releases of Go are supported. A deprecated name says
// "Deprecated:" and what to use instead, and stays until v2. A security fix
// may break any of this.
package toasoan
