package webpage

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html/atom"
)

// isBox reports whether an element is a side text: an aside, what VCCorp calls
// content, what is named so, or a table of one framed cell.
func (r *reader) isBox(i int32) bool {
	n := &r.nodes[i]
	if i == r.body || r.depth > 0 || n.score*2 > r.nodes[r.body].score && n.score > 0 && !n.is(isBox) {
		return false
	}
	if n.DataAtom == atom.Aside && n.score <= 0 && !n.media {
		return false // what is said of the article: its number, its readers
	}
	switch {
	case n.is(isBox), n.DataAtom == atom.Aside, n.DataAtom == atom.Details, n.DataAtom == atom.Fieldset:
		return n.chars >= shortText
	case attr(n.Node, "type") == "content":
		return true
	case n.DataAtom == atom.Table:
		return r.isFramed(i)
	case n.DataAtom == atom.Div && n.chars >= shortText && n.blocky:
		return isFramedStyle(attr(n.Node, "style"))
	}
	return false
}

func (n *node) is(w role) bool { return (n.words|n.site)&w != 0 }

// isFramed reports whether a table is one cell with a border or a ground.
func (r *reader) isFramed(i int32) bool {
	cells, framed := 0, false
	for j := i; j < r.nodes[i].end; j++ {
		n := &r.nodes[j]
		if n.kind == text {
			continue
		}
		switch n.DataAtom {
		case atom.Td, atom.Th:
			cells++
			framed = framed || attr(n.Node, "bgcolor") != "" || isFramedStyle(attr(n.Node, "style"))
		case atom.Table:
			if j > i {
				return false
			}
			border := attr(n.Node, "border")
			framed = framed || border != "" && border != "0" || attr(n.Node, "bgcolor") != "" || isFramedStyle(attr(n.Node, "style"))
		}
	}
	return cells == 1 && framed && r.nodes[i].chars >= shortText
}

// isFramedStyle reports whether a style draws a border or a ground around its
// element.
func isFramedStyle(style string) bool {
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch name {
		case "border":
			return value != "" && !strings.HasPrefix(value, "0") && !strings.HasPrefix(value, "none")
		case "background", "background-color":
			v := strings.ToLower(value)
			return v != "" && !strings.HasPrefix(v, "#fff") && !strings.HasPrefix(v, "white") && !strings.HasPrefix(v, "none") &&
				!strings.HasPrefix(v, "transparent") && !strings.HasPrefix(v, "rgb(255, 255, 255)") && !strings.HasPrefix(v, "inherit") && !strings.HasPrefix(v, "initial")
		}
	}
	return false
}

// box reads a side text. Its title is its heading, or a short first line in
// bold letters.
func (r *reader) box(i int32) bool {
	body := r.inside(func() { r.flow(i) })
	if len(body) == 0 {
		return true
	}
	if lists := onlyLinks(body); lists != nil {
		for _, b := range lists {
			r.emit(i, b)
		}
		return true
	}
	b := &article.Box{Body: body}
	if len(body) > 1 {
		switch first := body[0].(type) {
		case *article.Heading:
			b.Title, b.Body = first.Text.PlainText(), body[1:]
		case *article.Paragraph:
			if s := first.Text.PlainText(); isStrong(first.Text) && utf8.RuneCountInString(s) <= maxCrosshead {
				b.Title, b.Body = s, body[1:]
			}
		}
	}
	r.emit(i, b)
	return true
}

// onlyLinks returns the blocks of a box that holds nothing but links.
func onlyLinks(body article.Blocks) (lists article.Blocks) {
	for k, b := range body {
		switch b := b.(type) {
		case *article.LinkBlock:
			lists = append(lists, b)
		case *article.Heading:
			if k+1 < len(body) {
				if next, ok := body[k+1].(*article.LinkBlock); ok && next.Label == "" {
					next.Label = b.Text.PlainText()
					continue
				}
			}
			return nil
		default:
			return nil
		}
	}
	return lists
}

// quote reads a quotation that is set apart. A blockquote with half of the
// text only indents it.
func (r *reader) quote(i int32) bool {
	n := &r.nodes[i]
	if i == r.body || n.score*2 > r.nodes[r.body].score && n.score > 0 && r.nodes[r.body].score > leastUntitled || r.depth > 2 {
		return false
	}
	if n.DataAtom != atom.Blockquote && (n.chars > maxCaption || n.words&isQuote == 0 || n.media) {
		return false
	}
	q := &article.Quote{URL: r.link(attr(n.Node, "cite"))}
	cite := int32(-1)
	for j := i + 1; j < n.end; j++ {
		if m := &r.nodes[j]; m.chars > 0 && m.chars*2 < n.chars && (m.DataAtom == atom.Cite || m.DataAtom == atom.Footer || m.is(isByline)) {
			cite = j
			break
		}
	}
	if cite >= 0 {
		c := &r.nodes[cite]
		for j := cite; j < c.end; j++ {
			r.nodes[j].frame = "" // a footer is no frame here
		}
		q.Cite = trimBreaks(r.inlines(cite, c.end))
		c.frame = ruleHead // the text goes around it
	}
	q.Body = r.inside(func() { r.flow(i) })
	if k := len(q.Body) - 1; k > 0 && len(q.Cite) == 0 {
		if last, ok := q.Body[k].(*article.Paragraph); ok {
			s := last.Text.PlainText()
			before, _ := q.Body[k-1].(*article.Paragraph)
			dashed := strings.TrimLeft(s, "-–— ") != s
			if utf8.RuneCountInString(s) <= maxTag+maxSection && !endsSentence(s) && (dashed || before != nil && endsSentence(before.Text.PlainText())) {
				q.Cite, q.Body = cutDash(last.Text), q.Body[:k]
			}
		}
	}
	if len(q.Body) == 0 {
		if len(q.Cite) > 0 { // all of it is in the element of the source
			r.emit(i, &article.Paragraph{Text: q.Cite})
		}
		return true
	}
	r.emit(i, q)
	return true
}

// cutDash returns running text without the dash that it begins with.
func cutDash(in article.Inlines) article.Inlines {
	if t, ok := in[0].(article.Text); ok {
		if t = article.Text(strings.TrimLeft(string(t), "-–— ")); t == "" {
			return in[1:]
		}
		return append(article.Inlines{t}, in[1:]...)
	}
	return in
}
