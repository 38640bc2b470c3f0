package webpage

import "github.com/toasoan/toasoan/article"

// A rule is why a text block has a note: one of package article, or one of
// these.
type rule = article.Rule

const (
	ruleFrame  rule = "frame"  // it is in the region, but none of the article's blocks
	ruleHidden rule = "hidden" // the page does not show it
	ruleHead   rule = "head"   // it became a field: a date, a section
	ruleNotice rule = "notice" // of cookies, of subscriptions
)
