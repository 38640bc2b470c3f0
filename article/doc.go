// Package article is the document model of a Vietnamese news article, with
// its JSON, its checks, and a parser for text that was copied from a page.
//
// # The model
//
// An [Article] is a plain struct: its head (title, lead, byline, dates), its
// [Blocks], and the blocks of links after them. A [Block] is a paragraph, a
// heading, a figure with its caption and so on; running text is [Inlines],
// made of [Text] and of markup around it. Both sets are closed, and a type
// switch reads them:
//
//	for b := range a.Body.All() {
//		switch b := b.(type) {
//		case *article.Paragraph:
//			fmt.Println(b.Text.PlainText())
//		case *article.Figure:
//			fmt.Println(b.Image.URL, b.Caption.Credit.Text)
//		}
//	}
//
// A later version may add kinds, so such a switch leaves the rest alone. The
// model holds text, never HTML; markup is made by package
// [github.com/toasoan/toasoan/render]. The zero value of every type works,
// nil and empty are one, and nil entries of a list are skipped.
//
// [Parse] reads plain text into an article and says in its notes what became
// of each line. [Parser.Refine] applies the same rules to a draft, an article
// whose text came from HTML, a CMS or an export, and of which more is known;
// the module [github.com/toasoan/toasoan/article/webpage] makes such drafts of
// pages. [ParseByline] and [ParseCredit] read one line. [Article.Validate] says what an article lacks,
// [Article.Warnings] what an editor should look at again.
//
// # The wire format
//
// One article is one JSON object, described by [Schema]:
//
//	{"version":1,
//	 "title":"Thông xe cầu mới",
//	 "lead":"Cây cầu rút ngắn đường đi mười cây số.",
//	 "byline":[{"name":"Minh Anh"},{"name":"Ban Thời sự","organization":true}],
//	 "published":"2026-11-23T14:30:00+07:00",
//	 "body":[
//	  {"type":"paragraph","text":["Sáng nay, ",{"type":"strong","text":"cầu Mỹ Thạnh"}," thông xe."]},
//	  {"type":"figure","image":{"url":"cau.jpg"},"caption":{"text":"Cầu mới","credit":{"text":"Ảnh: TTXVN"}}}]}
//
// Member names are the field names in lower case. Blocks and markup carry
// their "type"; running text that is one plain text is a string, else a list.
// Members that are empty or false are left out, times are RFC 3339 with their
// offset. Integers may be read as 640.0 or 64e1, which is the same number in
// JSON Schema, and are written as 640. An article is written on one line and
// without the characters that a script element does not allow, so that it
// serves as a line of JSON Lines, read by [ReadLines], and inside a page.
//
// # What is promised
//
// Decoding and encoding lose nothing. Members that the schema does not define
// are kept in the [Extra] of their object, with their numbers as they were
// written; blocks and markup of types that this version does not know are
// kept as [*Unknown]. What was encoded once is encoded the same, byte for
// byte, after every further trip. A document that a released version wrote is
// read by every later one of the same major version.
//
// The decoder is strict: members that stand twice, wrong types, a null block,
// invalid UTF-8 and lone surrogates are errors, not guesses. So are the times
// of RFC 3339 that a [time.Time] cannot hold, those with a leap second or more
// than nine digits after the point, and t or z in lower case. An [*Error] has
// the place as a JSON Pointer, and [errors.Is] finds its cause. [MaxDepth],
// [MaxBlocks], [MaxElements], [MaxObjects] and [MaxBytes] bound what is read and
// what is written, so that a hostile document, or an article that holds itself,
// ends in [ErrTooLarge] and not in an exhausted machine. What can be read can
// be written. Decoding takes time in proportion to the document.
//
// A decoded article keeps the JSON it came from alive, because its strings
// are parts of it; [Article.Clone] gives one that does not.
package article
