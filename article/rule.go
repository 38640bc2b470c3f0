package article

// A Rule says why the parser did with a line what it did. Rules are spelt with
// hyphens and keep their spelling; a later version may add some.
type Rule string

// The rules of a page's head.
const (
	RuleTitleRepeated Rule = "title-repeated" // the title once more
	RuleBreadcrumb    Rule = "breadcrumb"     // a path of sections, of which the last is Section
	RuleSection       Rule = "section"        // a section beside the one that is set
	RuleDate          Rule = "date"           // a date behind a label, or beside those that are set
	RuleMeta          Rule = "meta"           // the page's data: "312 lượt xem"
	RuleSourceTag     Rule = "source-tag"     // the lead opens with the tag of its paper: "(Dân trí) -"
	RuleDateline      Rule = "dateline"       // the lead opens with a place and a day
	RuleLeadRepeated  Rule = "lead-repeated"  // the lead once more
	RuleLeadVariant   Rule = "lead-variant"   // nearly the lead, right above it
)

// The rules of pictures and films.
const (
	RuleCaptionRepeated Rule = "caption-repeated" // a caption once more
	RuleCaptionVariant  Rule = "caption-variant"  // nearly the caption: the stale alternative text
	RuleCredit          Rule = "credit"           // a credit alone, of a picture without a caption
	RuleCreditJoined    Rule = "credit-joined"    // the rest of a credit, or the credit of the caption above
	RuleAutoAlt         Rule = "auto-alt"         // the title and "ảnh 1", as content systems make it up
	RuleEmbed           Rule = "embed"            // "Video:" and a title or an address
)

// The rules of the text and its ending.
const (
	RuleInlineLink Rule = "inline-link" // "Xem thêm: …", ">> …"
	RuleList       Rule = "list"        // an entry of a list, without its bullet
	RuleByline     Rule = "byline"      // authors behind a label, with a role or an agency, or once more
	RuleSource     Rule = "source"      // "Theo TTXVN", or a source once more
	RuleTags       Rule = "tags"        // key words
)

// The rules of what surrounds an article: labels, buttons and what belongs to
// them.
const (
	RuleAd          Rule = "ad"
	RuleComments    Rule = "comments"
	RuleCommentForm Rule = "comment-form"
	RuleCount       Rule = "count" // of comments, of the stories of a list
	RuleFollow      Rule = "follow"
	RuleFooterLegal Rule = "footer-legal"
	RuleNav         Rule = "nav"
	RuleShare       Rule = "share"
	RuleTool        Rule = "tool"
	RuleWidget      Rule = "widget"
)

// The rules of texts that are not as they should be.
const (
	RuleInvisible   Rule = "invisible"    // nothing that a reader sees
	RuleInvalidUTF8 Rule = "invalid-utf8" // bytes that are no UTF-8 became U+FFFD
	RuleEncoding    Rule = "encoding"     // reads as mojibake, UTF-16 or a legacy encoding
	RuleHTML        Rule = "html-source"  // reads as the source of an HTML page
	RuleLimit       Rule = "limit"        // beyond [MaxBlocks], [MaxElements] or [MaxBytes]
)
