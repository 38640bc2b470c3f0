package webpage

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html/atom"
)

// article reads the page: it makes a draft of the region, and lets package
// article refine it.
func (r *reader) article() (*article.Article, []article.Note, error) {
	r.draft = &article.Article{URL: r.address()}
	r.head()
	if r.isElsewhere() {
		return nil, nil, ErrNoArticle
	}
	lead := r.lead()
	r.gap()
	r.flow(r.body)
	r.signature()
	r.end = r.below()
	start := r.start()
	r.crossheads()
	a := r.draft
	a.Body = r.out
	if len(a.Body) == 0 {
		return nil, nil, ErrNoArticle
	}
	text := r.parser.Text
	if lead != nil {
		a.Body = append(article.Blocks{lead}, a.Body...)
		r.at = append([]int32{r.leadAt}, r.at...)
		text.FirstIsLead = true
	}
	at := r.at
	first := firstText(a.Body)
	notes := text.Refine(a)
	r.keepLead(lead)
	if lead == nil {
		r.keepText(first, notes)
	}
	r.questions()
	r.films()
	r.statedAuthors()
	r.statedTags()
	r.language()
	for i := range notes {
		if k := notes[i].Line - 1; 0 <= k && k < len(at) {
			notes[i].Line = r.number(at[k], start)
		}
	}
	a.Related = append(a.Related, r.related...)
	return a, r.account(notes, start, r.end), nil
}

// isElsewhere reports whether the prose of the page has nothing to do with its
// title: a list of stories whose longest text is an offer to subscribe.
func (r *reader) isElsewhere() bool {
	return r.facts.website && !r.known && r.draft.Published.IsZero() && r.title >= 0 && r.title < r.body &&
		r.firstBlock(r.body)-r.firstBlock(r.title) > maxGap
}

// number returns the number of the text block at a node or after it, counted
// from the first of the region.
func (r *reader) number(i int32, start int) int { return max(1, r.firstBlock(i)-start+1) }

// start returns the first text block of the region.
func (r *reader) start() int {
	first := r.body
	if r.title >= 0 && r.title < first {
		first = r.title
	}
	return r.firstBlock(first)
}

// account adds a note for each text block of the region that is not in the
// article.
func (r *reader) account(notes []article.Note, start, end int) []article.Note {
	for k := start; k < end; k++ {
		b := &r.blocks[k]
		if r.isTaken(b) {
			continue
		}
		why := b.rule
		if why == "" {
			why = r.nodes[b.first].frame
		}
		if why == "" {
			why = ruleFrame
		}
		notes = append(notes, article.Note{
			Line: k - start + 1, Rule: why, Text: r.blockText(k), Dropped: why != ruleHead && why != article.RuleTags,
		})
	}
	slices.SortStableFunc(notes, func(a, b article.Note) int { return cmp.Compare(a.Line, b.Line) })
	return notes
}

// isTaken reports whether the article has all of a text block.
func (r *reader) isTaken(b *textBlock) bool {
	for i := b.first; i <= b.last; i++ {
		if n := &r.nodes[i]; n.kind == text && n.run >= 0 && !n.taken {
			return false
		}
	}
	return true
}

// form returns a text in the normal form of the parser. A tree that a program
// made may hold what is no UTF-8.
func (r *reader) form(s string) string {
	return r.parser.Text.Form.String(strings.ToValidUTF8(s, "\uFFFD"))
}

// lead finds the standfirst, and takes it out of the text: an element that is
// named so, what stands between the title and the text, or what the page gives
// as its description. It is the first paragraph of the draft.
func (r *reader) lead() *article.Paragraph {
	i := r.findLead()
	if i < 0 {
		return nil
	}
	var p *article.Paragraph
	for _, b := range r.inside(func() { r.span(i, r.nodes[i].end) }) {
		switch b := b.(type) {
		case *article.Paragraph:
			if p == nil {
				p = b
				continue
			}
			p.Text = append(append(p.Text, article.Break{}), b.Text...)
		case *article.Heading:
			if p == nil {
				p = &article.Paragraph{Text: b.Text}
				continue
			}
			p.Text = append(append(p.Text, article.Break{}), b.Text...)
		default:
			r.emit(i, b)
		}
	}
	r.set(i)
	r.leadAt = i
	if p != nil {
		p.Text = bare(p.Text)
	}
	return p
}

// Lengths of leads, in visible characters.
const (
	leastLead = 25
	maxLead   = 1500
)

// findLead returns the element of the lead, -1 if there is none.
func (r *reader) findLead() int32 {
	title := max(r.title, -1)
	may := func(i int) bool {
		n := &r.nodes[i]
		return n.kind != text && int32(i) > title && leastLead <= n.chars && n.chars <= maxLead && n.links*2 < n.chars &&
			n.frame == "" && !r.holds(int32(i), r.body) && (title < 0 || !r.holds(int32(i), title))
	}
	first := r.nodes[r.body].end
	for i := range r.nodes[:first] {
		if r.nodes[i].site&isLead != 0 && may(i) {
			return int32(i)
		}
	}
	from, to := r.around()
	if r.title >= 0 {
		from = r.firstBlock(r.nodes[r.title].end)
	}
	for i := range r.nodes[:first] {
		if r.nodes[i].words&isLead != 0 && r.nodes[i].kind != text && may(i) && r.isHead(int32(i), from, to) && !r.isTeaser(int32(i)) {
			return int32(i)
		}
	}
	for k := from; k < min(to, len(r.blocks)); k++ {
		b := &r.blocks[k]
		if b.chars < leastLead || 2*b.links > b.chars || r.nodes[b.first].frame != "" {
			continue
		}
		n := &r.nodes[b.owner]
		if n.chars != b.chars || b.owner == r.body {
			return -1
		}
		outside := !r.holds(r.body, b.first)
		switch agrees := r.describes(b); {
		case agrees == 2 && r.prose(k+1) >= 1, agrees == 1 && (outside || r.isMarked(b)):
			return b.owner
		case outside && (n.DataAtom == atom.H2 || r.isMarked(b)) && b.chars >= longText/2:
			return b.owner
		case r.isMarked(b) && b.chars >= longText && r.prose(k+1) >= 2, r.standsApart(b, k):
			return b.owner
		}
		if b.sentence && b.chars >= longText {
			return -1
		}
	}
	return -1
}

// isTeaser reports whether an element is in an item of a list, as the
// summaries of other stories are.
func (r *reader) isTeaser(i int32) bool {
	return r.in(i, func(n *node) bool { return n.DataAtom == atom.Li || n.words&isRelated != 0 }) >= 0
}

// standsApart reports whether the text block k, the first below the title, is
// not where the next paragraphs are: in an element of their own.
func (r *reader) standsApart(b *textBlock, k int) bool {
	if r.title < 0 || b.chars < longText/2 || r.nodes[b.owner].words&(isPhoto|isCaption) != 0 {
		return false
	}
	around := int32(-1) // the first of the next paragraphs
	for j := k + 1; j < min(len(r.blocks), k+3*belowTitle); j++ {
		next := &r.blocks[j]
		if next.chars < longText || 2*next.links > next.chars || r.nodes[next.owner].frame != "" {
			continue
		}
		parent := r.nodes[next.owner].parent
		if around >= 0 {
			return parent == around && !r.holds(around, b.first)
		}
		around = parent
	}
	return false
}

// describes returns 2 if a text block is the description that the page gives
// of itself, 1 if it begins as that does, else 0.
func (r *reader) describes(b *textBlock) int {
	text := letters(r.textOf(b.first, b.last+1))
	grade := 0
	for _, s := range r.facts.descriptions {
		d := letters(s)
		switch {
		case len(d) < 20 || len(text) < 20:
		case d == text || strings.HasSuffix(text, d) && len(text)-len(d) < 20:
			return 2
		case strings.Contains(text, d[:min(50, len(d))]):
			grade = 1
		}
	}
	return grade
}

// isMarked reports whether a text block is set off: as a heading, or all of it
// in bold or italic letters.
func (r *reader) isMarked(b *textBlock) bool {
	switch r.nodes[b.owner].DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	for i := r.nodes[b.first].parent; i > b.owner; i = r.nodes[i].parent {
		switch r.nodes[i].DataAtom {
		case atom.B, atom.Strong, atom.Em, atom.I:
			return r.nodes[i].chars*10 >= b.chars*9
		}
	}
	return false
}

// prose returns how many of the next text blocks of the body are prose, as far
// as it takes to know.
func (r *reader) prose(k int) (n int) {
	for ; k < r.lastBlock(r.body) && n < 3; k++ {
		if b := &r.blocks[k]; b.chars >= longText && 2*b.links < b.chars {
			n++
		}
	}
	return n
}

// keepLead makes sure that what was found to be the lead is it.
func (r *reader) keepLead(lead *article.Paragraph) {
	a := r.draft
	if lead == nil || len(a.Lead) > 0 || len(a.Body) == 0 {
		return
	}
	if p, ok := a.Body[0].(*article.Paragraph); ok && p == lead {
		a.Lead, a.Body = p.Text, a.Body[1:]
	}
}

// firstText returns the text of the first block, if that is a paragraph.
func firstText(body article.Blocks) string {
	if p, ok := body[0].(*article.Paragraph); ok {
		return p.Text.PlainText()
	}
	return ""
}

// keepText puts the first paragraph back that package article has taken for
// the lead only because a picture stands below it: in the markup it is a part
// of the text. A tag, a dateline, or a second copy of it is evidence.
func (r *reader) keepText(first string, notes []article.Note) {
	a := r.draft
	if len(a.Lead) == 0 || first == "" {
		return
	}
	for _, n := range notes {
		switch n.Rule {
		case article.RuleSourceTag, article.RuleDateline, article.RuleLeadRepeated, article.RuleLeadVariant:
			return
		}
	}
	if a.Lead.PlainText() == r.form(first) {
		a.Body = append(article.Blocks{&article.Paragraph{Text: a.Lead}}, a.Body...)
		a.Lead = nil
	}
}

// questions makes paragraphs again of the questions of an interview that look
// like crossheads, and takes the bold letters off the crossheads.
func (r *reader) questions() {
	for i, b := range r.draft.Body {
		h, ok := b.(*article.Heading)
		if !ok || !isStrong(h.Text) {
			continue
		}
		if strings.HasSuffix(h.Text.PlainText(), "?") {
			r.draft.Body[i] = &article.Paragraph{Text: h.Text}
		} else {
			h.Text = bare(h.Text)
		}
	}
}

// films gives a player without a title the title that stands below it.
func (r *reader) films() {
	a := r.draft
	for i := 0; i+1 < len(a.Body); i++ {
		player, ok := a.Body[i].(*article.Embed)
		title, ok2 := a.Body[i+1].(*article.Embed)
		if ok && ok2 && player.Title == "" && title.URL == "" {
			player.Title = title.Title
			a.Body = slices.Delete(a.Body, i+1, i+2)
		}
	}
}

// maxGap is how many text blocks may stand between the title and the body for
// them to be looked at.
const maxGap = 40

// gap reads what stands between the title and the body: pictures, and prose.
func (r *reader) gap() {
	if r.title < 0 || r.title >= r.body || r.firstBlock(r.body)-r.firstBlock(r.title) > maxGap {
		return
	}
	for i := r.nodes[r.title].end; i < r.body; {
		n := &r.nodes[i]
		if r.holds(i, r.body) {
			i++
			continue
		}
		if n.kind != text && n.frame == "" && (n.is(isRelated) && r.isLinks(i) ||
			2*n.links <= n.chars && !n.is(isRelated|isTags|isAside) && (n.media || n.score >= longText)) {
			r.block(i)
		}
		i = n.end
	}
}

// crossheads makes headings of the short paragraphs in bold letters that stand
// between longer ones, and paragraphs of the headings at the end, which head
// nothing.
func (r *reader) crossheads() {
	for k := len(r.out) - 1; k >= 0; k-- {
		switch r.out[k].(type) {
		case *article.Divider:
			r.out, r.at = r.out[:k], r.at[:k]
			continue
		}
		break
	}
	for k, b := range r.out {
		p, ok := b.(*article.Paragraph)
		if !ok || k == 0 || k+1 >= len(r.out) || !isStrong(p.Text) {
			continue
		}
		next, ok := r.textBelow(k)
		s := p.Text.PlainText()
		if !ok || isStrong(next.Text) || utf8.RuneCountInString(s) > maxCrosshead || strings.ContainsAny(s[len(s)-1:], ".?!:,;)") ||
			strings.HasSuffix(s, "…") || strings.Contains(s, "\n") || len(next.Text.PlainText()) <= len(s) || len(next.Text.PlainText()) < longText {
			continue
		}
		if _, ok := article.ParseCredit(s); !ok {
			r.out[k] = &article.Heading{Level: 2, Text: bare(p.Text)}
		}
	}
	if k := len(r.out) - 1; k >= 0 {
		if h, ok := r.out[k].(*article.Heading); ok {
			r.out[k] = &article.Paragraph{Text: h.Text}
		}
	}
	if r.draft.Title != "" {
		title := vn.Fold(r.draft.Title)
		for k := 0; k < len(r.out); k++ {
			if h, ok := r.out[k].(*article.Heading); ok && vn.Fold(h.Text.PlainText()) == title {
				r.repeated(r.at[k])
				r.out, r.at = slices.Delete(r.out, k, k+1), slices.Delete(r.at, k, k+1)
				k--
			}
		}
	}
}

// textBelow returns the paragraph below the block k; a picture may stand
// between them.
func (r *reader) textBelow(k int) (*article.Paragraph, bool) {
	next := r.out[k+1]
	if _, ok := next.(*article.Figure); ok && k+2 < len(r.out) {
		next = r.out[k+2]
	}
	p, ok := next.(*article.Paragraph)
	return p, ok
}

// signature cuts the last paragraph at its line breaks: a name, a credit and a
// source stand there one below the other.
func (r *reader) signature() {
	k := len(r.out) - 1
	if k < 0 {
		return
	}
	p, ok := r.out[k].(*article.Paragraph)
	if !ok || !hasBreak(p.Text) || utf8.RuneCountInString(p.Text.PlainText()) > 2*maxCrosshead {
		return
	}
	at := r.at[k]
	r.out, r.at = r.out[:k], r.at[:k]
	line := article.Inlines{}
	for _, e := range append(lift(p.Text), article.Break{}) {
		if _, ok := e.(article.Break); !ok {
			line = append(line, e)
		} else if len(line) > 0 {
			r.emit(at, &article.Paragraph{Text: line})
			line = nil
		}
	}
}

// repeated notes that the heading at a node is the title once more.
func (r *reader) repeated(i int32) {
	if k := r.firstBlock(i); k < len(r.blocks) {
		r.blocks[k].rule = article.RuleTitleRepeated
		for j := r.blocks[k].first; j <= r.blocks[k].last; j++ {
			r.nodes[j].taken = false
		}
	}
}

// maxCrosshead is the length of the longest crosshead.
const maxCrosshead = 120

// isStrong reports whether all of a text is in bold letters.
func isStrong(in article.Inlines) bool {
	strong := false
	for _, e := range in {
		switch e := e.(type) {
		case *article.Strong:
			strong = true
		case *article.Emph:
			if !isStrong(e.Text) {
				return false
			}
			strong = true
		case article.Text:
			if visible(string(e)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return strong
}

// isEmph reports whether all of a text is in italics.
func isEmph(in article.Inlines) bool {
	emph := false
	for _, e := range in {
		switch e := e.(type) {
		case *article.Emph:
			emph = true
		case *article.Strong:
			if !isEmph(e.Text) {
				return false
			}
			emph = true
		case article.Break:
		case article.Text:
			if visible(string(e)) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return emph
}

// bare returns a text without the markup that all of it is in.
func bare(in article.Inlines) article.Inlines {
	for len(in) == 1 {
		switch e := in[0].(type) {
		case *article.Strong:
			in = e.Text
			continue
		case *article.Emph:
			in = e.Text
			continue
		}
		break
	}
	return in
}

// statedTags sets the tags that only the metadata name.
func (r *reader) statedTags() {
	if len(r.draft.Tags) == 0 {
		for _, tag := range r.facts.tags {
			if utf8.RuneCountInString(tag) <= maxTag && len(r.draft.Tags) < maxTags {
				r.draft.Tags = append(r.draft.Tags, r.form(tag))
			}
		}
	}
}

// language sets the language of the article, if the page states another than
// Vietnamese and its text has no Vietnamese letters.
func (r *reader) language() {
	lang := r.facts.lang
	if !isForeign(lang) {
		return
	}
	sample := r.draft.Title
	for _, b := range r.draft.Body[:min(8, len(r.draft.Body))] {
		if p, ok := b.(*article.Paragraph); ok {
			sample += p.Text.PlainText()
		}
	}
	marks := 0
	for _, c := range sample {
		if 'ạ' <= c && c <= 'ỹ' || strings.ContainsRune("ăđơưĂĐƠƯ", c) {
			marks++
		}
	}
	if marks*50 < utf8.RuneCountInString(sample) {
		r.draft.Lang = lang
	}
}
