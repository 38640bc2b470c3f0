package article

// A rule is what the parser knows of one kind of line. claim says how many
// lines from i on are the rule's, 0 if none; it looks and changes nothing, so
// that rules may ask what others would claim. take says what becomes of them,
// each once: [parsing.carry], [parsing.keep], [parsing.merge], [parsing.drop]
// or [parsing.become].
type rule struct {
	name  string
	claim func(p *parsing, i int) int
	take  func(p *parsing, i, n int)
}

// rules are the rules of a page, by its parts. In each part the first rule
// that claims a line has it. To add one, write its claim and its take in a
// file rule_*.go, and a row here.
type rules struct{ above, below, text, ending, tail []rule }

var pageRules = rules{
	// Above the title: every line is one of these, since the title is chosen
	// so (see readHead).
	above: []rule{
		{"date", (*parsing).claimDate, (*parsing).takeDate},
		{"meta", (*parsing).claimMeta, (*parsing).takeMeta},
		{"section", (*parsing).claimSection, (*parsing).takeSection},
		{"furniture", (*parsing).claimFurniture, (*parsing).takeFurniture},
		{"credit", (*parsing).claimCredit, (*parsing).takeCredit},
		{"byline", (*parsing).claimLabeledByline, (*parsing).takeByline},
		{"breadcrumb", (*parsing).claimBreadcrumb, (*parsing).takeBreadcrumb},
		{"caption", (*parsing).claimCaption, (*parsing).takeCaption},
	},
	// Below the title, until the text begins; what none of these claims is
	// tried as text.
	below: []rule{
		{"title-repeated", (*parsing).claimTitleAgain, (*parsing).takeTitleAgain},
		{"date", (*parsing).claimDate, (*parsing).takeDate},
		{"meta", (*parsing).claimMeta, (*parsing).takeMeta},
		{"source", (*parsing).claimSource, (*parsing).takeSource},
		{"byline", (*parsing).claimHeadByline, (*parsing).takeByline},
		{"section", (*parsing).claimHeadSection, (*parsing).takeSection},
		{"furniture", (*parsing).claimFurniture, (*parsing).takeFurniture},
		{"dateline", (*parsing).claimDateline, (*parsing).takeDateline},
		{"source-tag", (*parsing).claimSourceTag, (*parsing).takeSourceTag},
		{"lead-variant", (*parsing).claimLeadVariant, (*parsing).takeLeadVariant},
		{"lead", (*parsing).claimLead, (*parsing).takeLead},
	},
	// In the text, from its first line to its last. What none of these claims
	// is a paragraph.
	text: []rule{
		{"decided-figure", (*parsing).claimFigure, (*parsing).takeFigure},
		{"decided-links", (*parsing).claimLinkBlock, (*parsing).takeLinkBlock},
		{"decided", (*parsing).claimDecided, (*parsing).takeDecided},
		{"lead-repeated", (*parsing).claimLeadAgain, (*parsing).takeLeadAgain},
		{"caption-repeated", (*parsing).claimCaptionAgain, (*parsing).takeCaptionAgain},
		{"embed", (*parsing).claimEmbed, (*parsing).takeEmbed},
		{"caption-above", (*parsing).claimCaptionAbove, (*parsing).takeCaptionAbove},
		{"auto-alt", (*parsing).claimAutoAlt, (*parsing).takeAutoAlt},
		{"caption", (*parsing).claimCaption, (*parsing).takeCaption},
		{"credit", (*parsing).claimCredit, (*parsing).takeCredit},
		{"inline-link", (*parsing).claimInlineLinks, (*parsing).takeInlineLinks},
		{"links", (*parsing).claimLinks, (*parsing).takeLinks},
		{"furniture", (*parsing).claimButton, (*parsing).takeFurniture},
		{"correction", (*parsing).claimCorrection, (*parsing).takeCorrection},
		{"box", (*parsing).claimBox, (*parsing).takeBox},
		{"list", (*parsing).claimList, (*parsing).takeList},
		{"crosshead", (*parsing).claimCrosshead, (*parsing).takeCrosshead},
	},
	// Below the text, read from the bottom up, a line at a time.
	ending: []rule{
		{"tags", (*parsing).claimTags, (*parsing).takeTags},
		{"date", (*parsing).claimEndDate, (*parsing).takeDate},
		{"meta", (*parsing).claimMeta, (*parsing).takeMeta},
		{"source", (*parsing).claimSource, (*parsing).takeSource},
		{"byline", (*parsing).claimEndByline, (*parsing).takeByline},
	},
	// The tail, from its first label to the end of the page. What none of
	// these claims belongs to the label above.
	tail: []rule{
		{"decided-links", (*parsing).claimTailBlock, (*parsing).takeTailBlock},
		{"tags", (*parsing).claimTags, (*parsing).takeTags},
		{"source", (*parsing).claimTailSource, (*parsing).takeSource},
		{"footer", (*parsing).claimFooter, (*parsing).takeFooter},
		{"label", (*parsing).claimTailLabel, (*parsing).takeTailLabel},
		{"byline", (*parsing).claimTailByline, (*parsing).takeByline},
		{"date", (*parsing).claimLinkDate, (*parsing).takeLinkDate},
		{"count", (*parsing).claimCount, (*parsing).takeCount},
		{"link", (*parsing).claimTailLink, (*parsing).takeTailLink},
	},
}
