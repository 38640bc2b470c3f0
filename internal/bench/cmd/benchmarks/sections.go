package main

// A section of the page is about one benchmark.
type section struct {
	group string // the name of the benchmark: "Slug" is BenchmarkSlug
	title string
	text  string // what is measured
	ours  string // the row of this library that the others are compared with
}

var sections = []section{
	{"Slug", "Slugs", "Titles, no two alike. The regexp tail lowers the case and makes one hyphen of every run of other characters. `for range` is an empty loop over the runes.", "vn.Slug"},
	{"Fold", "Search keys of titles", "The same titles. x/text is the usual chain of NFD, removal of Mn and NFC, then lower case, and a replacement of đ, which the chain leaves.", "vn.Fold"},
	{"FoldText", "Search keys of a long text", "News text that does not repeat.", "vn.AppendFold"},
	{"FoldClean", "Search keys of what is a key already", "The same text, folded before.", "vn.Fold"},
	{"Normal", "Normalization of normal text", "News text that does not repeat and is normal already, the usual case. `norm.NFC` only looks at composition; `vn.Form` looks at every syllable. `utf8.ValidString` and the copy show the limits of the machine.", "vn.Form.IsNormal"},
	{"NormalHard", "Normalization of random syllables", "Legal syllables drawn at random, of which none is frequent.", "vn.Form.IsNormal"},
	{"NFD", "Normalization of decomposed text", "The news text in NFD, as some systems and keyboards write it.", "vn.Form.Append"},
	{"Windows1258", "Windows-1258", "The news text as bytes of Windows-1258. charmap leaves the tone marks apart, so that NFC has to follow.", "charset.Windows1258"},
	{"Key", "Sort keys", "The titles.", "vn.Order.AppendKey"},
	{"Compare", "Comparison in dictionary order", "The titles, each with the one before it. Vietnamese dictionaries go syllable by syllable; Unicode collation looks at all letters first and at the tones then.", "vn.Compare"},
	{"HTML", "Articles to HTML", "Articles of real size with figures and links, no two alike, written into a buffer that is used again. The engines write the same markup, which a test checks, from a view in which times, ids and addresses are finished strings; `render` makes these from the article, and checks every address and every character. quicktemplate escapes, and checks nothing.", "render.AppendHTML"},
	{"Decode", "JSON to articles", "Articles of real size, no two alike. The peers decode into one flat struct for all kinds of blocks, which is faster for them than a type for each kind. go-json-experiment/json is what becomes encoding/json/v2.", "article.UnmarshalJSON"},
	{"Encode", "Articles to JSON", "The same articles; all write the same bytes. `AppendJSON` writes into a buffer that is used again, the others into new ones.", "article.AppendJSON"},
	{"Lines", "A file of JSON Lines", "Read, decode, normalize all text, encode, write, on two goroutines. One of forty articles is decomposed.", "toasoan"},
	{"Parse", "Copied text to articles", "The plain text of the articles.", "article.Parse"},
	{"ParseLong", "A long copied text to an article", "The same, as one text.", "article.Parse"},
}
