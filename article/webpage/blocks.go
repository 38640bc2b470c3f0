package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// A reader makes blocks of the nodes of a page, and says of each text block
// what became of it.
type reader struct {
	*page
	parser  *Parser
	out     article.Blocks
	at      []int32         // for each block of out, the node that it begins at
	figure  *article.Figure // the last block, if it is a figure that waits for its caption
	depth   int             // of blocks inside blocks
	draft   *article.Article
	related []*article.LinkBlock
	leadAt  int32                       // the node of the lead
	end     int                         // the text block after the region
	kinds   map[string]article.LinkKind // of labels, as far as they were asked for
}

// maxInside bounds blocks inside blocks; the model allows 64.
const maxInside = 24

// emit appends a block that begins at the node i.
func (r *reader) emit(i int32, b article.Block) {
	r.out = append(r.out, b)
	r.at = append(r.at, i)
	r.figure = nil
	if f, ok := b.(*article.Figure); ok && len(f.Caption.Text) == 0 && f.Caption.Credit.Text == "" {
		r.figure = f
	}
}

// inside returns the blocks of what read reads.
func (r *reader) inside(read func()) article.Blocks {
	out, at, figure := r.out, r.at, r.figure
	r.out, r.at, r.figure = nil, nil, nil
	r.depth++
	read()
	r.depth--
	blocks := r.out
	r.out, r.at, r.figure = out, at, figure
	return blocks
}

// flow reads the children of an element.
func (r *reader) flow(i int32) { r.span(r.first(i), r.nodes[i].end) }

// span reads the nodes from i to end, which are whole subtrees: lines of text
// between blocks.
func (r *reader) span(i, end int32) {
	begun := i
	for i < end {
		n := &r.nodes[i]
		if n.kind == text || n.kind != block && n.kind != gone && n.kind != media && !n.media && !n.blocky && n.frame == "" {
			i = n.end
			continue
		}
		r.lines(begun, i)
		r.block(i)
		i = n.end
		begun = i
	}
	r.lines(begun, end)
}

// block reads an element that is no part of a line.
func (r *reader) block(i int32) {
	n := &r.nodes[i]
	switch {
	case n.frame != "":
		r.drop(i, n.frame)
		return
	case n.kind == gone:
		r.drop(i, article.RuleTool)
		return
	case n.kind == media:
		r.media(i)
		return
	case n.chars == 0 && !n.media:
		if n.DataAtom == atom.Hr {
			r.emit(i, &article.Divider{})
		}
		return
	case r.depth >= maxInside:
		r.lines(i, n.end)
		return
	}
	names := n.site | n.words
	switch {
	case names&isTags != 0 && r.tags(i):
	case r.isLinks(i) && r.links(i):
	case names&isGallery != 0 && r.gallery(i):
	case r.isPicture(i) && r.picture(i):
	case r.embed(i):
	case r.isBox(i) && r.box(i):
	case (n.DataAtom == atom.Blockquote || names&isQuote != 0) && r.quote(i):
	default:
		r.plain(i)
	}
}

// plain reads an element for which nothing but its tag speaks.
func (r *reader) plain(i int32) {
	n := &r.nodes[i]
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.heading(i)
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		r.list(i)
	case atom.Table:
		r.table(i)
	default:
		if n.DataAtom == atom.Aside && n.score <= 0 && !n.media {
			r.drop(i, ruleFrame)
			return
		}
		if r.figure != nil && !n.blocky && r.isCaption(i) {
			r.caption(r.figure, i)
			return
		}
		r.flow(i)
	}
}

// drop leaves the text of an element out, for a reason.
func (r *reader) drop(i int32, why rule) {
	for j := i; j < r.nodes[i].end; j++ {
		if run := r.nodes[j].run; run >= 0 && r.nodes[j].kind == text {
			r.blocks[run].rule = why
		}
	}
}

// lines reads the nodes from i to end, which hold no block, as paragraphs.
func (r *reader) lines(i, end int32) {
	for i < end && r.nodes[i].kind == text && r.nodes[i].run < 0 {
		i++
	}
	if i >= end {
		return
	}
	first := r.runIn(i, end)
	if first < 0 {
		return
	}
	if b := &r.blocks[first]; b.chars < shortLine {
		if why := phrases[strings.ToLower(strings.Trim(r.textOf(i, end), " :.-–—*|"))]; why != "" {
			b.rule = why
			return
		}
		if b.chars == b.links && b.chars < leastStory && b.last < end {
			b.rule = article.RuleNav // a button
			return
		}
		if b.links*10 >= b.chars*7 && r.leadsNowhere(i, end) {
			b.rule = article.RuleNav // "Quay lại | In trang này"
			return
		}
	}
	for k, text := range paragraphs(r.inlines(i, end)) {
		if isSigns(text) {
			continue // what separates the parts of a line that is gone
		}
		if r.figure != nil && isEmph(text) && visible(text.PlainText()) <= maxUnnamed {
			r.figure.Caption, r.figure = r.splitCredit(bare(text)), nil
			continue
		}
		at := i
		if run := first + int32(k); run < int32(len(r.blocks)) && r.blocks[run].first < end {
			at = r.blocks[run].first
		}
		r.emit(at, &article.Paragraph{Text: text})
	}
}

// shortLine is the length of the longest line that may be a button, in visible
// characters.
const shortLine = 40

// leadsNowhere reports whether none of the links among the nodes has an
// address: they are buttons.
func (r *reader) leadsNowhere(i, end int32) bool {
	for ; i < end; i++ {
		if n := &r.nodes[i]; n.DataAtom == atom.A && r.link(attr(n.Node, "href")) != "" {
			return false
		}
	}
	return true
}

// runIn returns the first text block of the nodes from i to end, -1 if there
// is none.
func (r *reader) runIn(i, end int32) int32 {
	for ; i < end; i++ {
		if n := &r.nodes[i]; n.kind == text && n.run >= 0 && n.frame == "" {
			return n.run
		}
	}
	return -1
}

// phrases are lines that systems put into a text.
var phrases = map[string]rule{
	"advertisement": article.RuleAd, "advertisements": article.RuleAd, "quảng cáo": article.RuleAd, "qc": article.RuleAd, "ad": article.RuleAd,
	"story continues below advertisement": article.RuleAd, "article continues below": article.RuleAd, "continue reading the main story": article.RuleAd,
	"sponsored": article.RuleAd, "tài trợ": article.RuleAd, "nội dung tài trợ": article.RuleAd, "scroll to continue": article.RuleAd, "skip advertisement": article.RuleAd,
	"article continues below advertisement": article.RuleAd, "story continues": article.RuleAd, "close": article.RuleTool, "đóng": article.RuleTool,
	"a-a+": article.RuleTool, "a- a+": article.RuleTool, "a+a-": article.RuleTool, "a+ a-": article.RuleTool,
	"a a+": article.RuleTool, "a-aa+": article.RuleTool, "a- a a+": article.RuleTool,
	"comments": article.RuleComments, "comment": article.RuleComments, "bình luận": article.RuleComments,
	"share": article.RuleShare, "chia sẻ": article.RuleShare, "print": article.RuleNav, "email": article.RuleShare, "tweet": article.RuleShare,
}

// paragraphs splits running text at two line breaks in a row, and at one
// where what stands before and after it are paragraphs by their length.
func paragraphs(in article.Inlines) (list []article.Inlines) {
	if !hasBreak(in) {
		if len(in) == 0 {
			return nil
		}
		return []article.Inlines{in}
	}
	for _, part := range split(in) {
		if part = trimBreaks(part); len(part) > 0 && visible(part.PlainText()) > 0 {
			list = append(list, part)
		}
	}
	return list
}

// isSigns reports whether a text has no letter and no digit, and is no line of
// asterisks that divides a text.
func isSigns(in article.Inlines) bool {
	s := in.PlainText()
	return !strings.Contains(s, "*") && strings.IndexFunc(s, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) < 0
}

func hasBreak(in article.Inlines) bool {
	for _, e := range in {
		switch e := e.(type) {
		case article.Break:
			return true
		case *article.Strong:
			if hasBreak(e.Text) {
				return true
			}
		case *article.Emph:
			if hasBreak(e.Text) {
				return true
			}
		case *article.Link:
			if hasBreak(e.Text) {
				return true
			}
		case *article.Span:
			if hasBreak(e.Text) {
				return true
			}
		}
	}
	return false
}

// split cuts running text where its breaks end a paragraph. Markup around a
// cut is there on both sides of it.
func split(in article.Inlines) []article.Inlines {
	in = lift(in)
	var (
		list  []article.Inlines
		begun int
	)
	for i := 0; i < len(in); i++ {
		if _, ok := in[i].(article.Break); !ok {
			continue
		}
		double := false
		for i+1 < len(in) && isBlank(in[i+1]) {
			_, ok := in[i+1].(article.Break)
			double = double || ok
			i++
		}
		if double || beginsItem(in[i+1:]) || endsParagraph(in[begun:i]) && beginsParagraph(in[i+1:]) {
			list = append(list, in[begun:i])
			begun = i + 1
		}
	}
	return append(list, in[begun:])
}

func isBlank(e article.Inline) bool {
	switch e := e.(type) {
	case article.Break:
		return true
	case article.Text:
		return visible(string(e)) == 0
	}
	return false
}

// lift returns running text in which no markup holds a break.
func lift(in article.Inlines) article.Inlines {
	out := make(article.Inlines, 0, len(in))
	wrap := func(inside article.Inlines, with func(article.Inlines) article.Inline) {
		if !hasBreak(inside) {
			out = append(out, with(inside))
			return
		}
		inside = lift(inside)
		begun := 0
		for i := 0; i <= len(inside); i++ {
			if i < len(inside) {
				if _, ok := inside[i].(article.Break); !ok {
					continue
				}
			}
			if i > begun {
				out = append(out, with(inside[begun:i]))
			}
			if i < len(inside) {
				out = append(out, article.Break{})
			}
			begun = i + 1
		}
	}
	for _, e := range in {
		switch e := e.(type) {
		case *article.Strong:
			wrap(e.Text, func(in article.Inlines) article.Inline { return &article.Strong{Text: in} })
		case *article.Emph:
			wrap(e.Text, func(in article.Inlines) article.Inline { return &article.Emph{Text: in} })
		case *article.Link:
			wrap(e.Text, func(in article.Inlines) article.Inline { return &article.Link{URL: e.URL, Text: in} })
		case *article.Span:
			wrap(e.Text, func(in article.Inlines) article.Inline { return &article.Span{Lang: e.Lang, Text: in} })
		default:
			out = append(out, e)
		}
	}
	return out
}

// beginsItem reports whether running text begins with the sign of an item: a
// list that is set with line breaks. Package article makes lists of the lines.
func beginsItem(in article.Inlines) bool {
	if len(in) == 0 {
		return false
	}
	t, _ := in[0].(article.Text)
	s := strings.TrimLeft(string(t), " ")
	for _, sign := range [...]string{"- ", "– ", "• ", "+ ", "* "} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

// endsParagraph reports whether a text that a single break ends is as long as
// a paragraph, and ends as one.
func endsParagraph(in article.Inlines) bool {
	s := lastLine(in)
	return len(s) >= longText && endsSentence(s)
}

func lastLine(in article.Inlines) string {
	for i := len(in) - 1; i >= 0; i-- {
		if _, ok := in[i].(article.Break); ok {
			in = in[i+1:]
			break
		}
	}
	return in.PlainText()
}

func beginsParagraph(in article.Inlines) bool {
	for i := range in {
		if _, ok := in[i].(article.Break); ok {
			in = in[:i]
			break
		}
	}
	return utf8.RuneCountInString(in.PlainText()) >= longText
}

// heading reads a heading.
func (r *reader) heading(i int32) {
	n := &r.nodes[i]
	if n.blocky || n.media {
		r.flow(i)
		return
	}
	text := trimBreaks(r.inlines(r.first(i), n.end))
	if len(text) == 0 {
		return
	}
	if s := text.PlainText(); utf8.RuneCountInString(s) > maxTitle || endsSentence(s) && len(s) > 2*maxTitle/3 && !strings.HasSuffix(s, "?") {
		r.emit(i, &article.Paragraph{Text: text}) // a paragraph that is set large
		return
	}
	level := min(max(int(n.Data[1]-'0'), 2), 6)
	r.emit(i, &article.Heading{Level: level, Text: text})
}

// list reads a list, item by item.
func (r *reader) list(i int32) {
	list := &article.List{Ordered: r.nodes[i].DataAtom == atom.Ol}
	for c := r.first(i); c < r.nodes[i].end; c = r.nodes[c].end {
		if r.nodes[c].kind == text {
			continue
		}
		item := r.inside(func() { r.span(c, r.nodes[c].end) })
		if len(item) > 0 {
			list.Items = append(list.Items, item)
		}
	}
	if len(list.Items) > 0 {
		r.emit(i, list)
	}
}
