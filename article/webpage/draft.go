package webpage

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
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
	if len(a.Body) == 0 && len(a.Lead) == 0 {
		return nil, nil, ErrNoArticle // all of it was labels
	}
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
		if !ok || isStrong(next.Text) || utf8.RuneCountInString(s) > maxCrosshead ||
			strings.TrimRight(s, ".?!:,;)…") != s || strings.Contains(s, "\n") ||
			len(next.Text.PlainText()) < max(len(s), longText) {
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
	var sample strings.Builder
	sample.WriteString(r.draft.Title)
	for _, b := range r.draft.Body[:min(8, len(r.draft.Body))] {
		if p, ok := b.(*article.Paragraph); ok {
			sample.WriteString(p.Text.PlainText())
		}
	}
	marks := 0
	for _, c := range sample.String() {
		if 'ạ' <= c && c <= 'ỹ' || strings.ContainsRune("ăđơưĂĐƠƯ", c) {
			marks++
		}
	}
	if marks*50 < utf8.RuneCountInString(sample.String()) {
		r.draft.Lang = lang
	}
}
