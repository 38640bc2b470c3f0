package article

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// body makes blocks of the lines from i to end.
func (p *parsing) body(i, end int) {
	start := i
	for i < end {
		i += p.blockAt(i, start, end)
	}
}

// blockAt appends the block that begins at the line i and returns how many
// lines it takes.
func (p *parsing) blockAt(i, start, end int) int {
	l := &p.lines[i]
	if l.longer(maxCaption) {
		return p.paragraph(l)
	}
	if n := p.repetition(l); n > 0 {
		return n
	}
	if f, n := p.captionAt(i, start, end); f != nil {
		p.figure(f, i, n)
		return n
	}
	if n := p.altAt(l); n > 0 {
		return n
	}
	if n := p.creditAt(l); n > 0 {
		return n
	}
	if n := p.linksAt(i, end); n > 0 {
		return n
	}
	if n := p.labelAt(i, end); n > 0 {
		return n
	}
	if n := p.listAt(i, end); n > 0 {
		return n
	}
	if p.isCrosshead(i, start, end) {
		p.append(&Heading{Level: 2, Text: text(l.text)})
		return 1
	}
	return p.paragraph(l)
}

func (p *parsing) append(b Block) { p.a.Body = append(p.a.Body, b) }

// paragraph appends a line as a paragraph, unless it is the lead once more.
func (p *parsing) paragraph(l *line) int {
	if len(p.a.Lead) > 0 && l.text == p.a.Lead.PlainText() {
		p.note(l, "lead-repeated")
		return 1
	}
	p.append(&Paragraph{Text: text(l.text)})
	return 1
}

// figure appends a figure made of n lines from i on.
func (p *parsing) figure(f *Figure, i, n int) {
	p.append(f)
	p.noteFigure(f, i, n)
	for _, s := range [...]string{f.Caption.Text.PlainText(), f.Image.Alt} {
		if s != "" {
			p.figures[s] = f
		}
	}
}

// repetition takes a line that is the caption of a figure above.
func (p *parsing) repetition(l *line) int {
	f := p.figures[l.text]
	if f == nil || strings.Count(l.text, " ") < 4 {
		return 0
	}
	p.note(l, "caption-repeated")
	return 1
}

// altAt drops an automatic alternative text; a caption that is glued to it
// makes a figure.
func (p *parsing) altAt(l *line) int {
	rest, ok := p.autoAlt(l.text)
	if !ok {
		return 0
	}
	p.drop(l, "auto-alt")
	if rest != "" {
		f := &Figure{Caption: Caption{Text: text(rest)}}
		if before, credit, ok := cutCredit(rest); ok && before != "" {
			f.Caption.Text = text(before)
			f.Caption.Credit, _ = ParseCredit(credit)
		}
		p.append(f)
		p.figures[rest] = f
	}
	return 1
}

// creditAt takes a line that is a photo credit and nothing else: it belongs to
// the figure above, or to a picture without a caption.
func (p *parsing) creditAt(l *line) int {
	c, ok := wholeCredit(l.text)
	if !ok {
		return 0
	}
	if n := len(p.a.Body); n > 0 {
		if f, ok := p.a.Body[n-1].(*Figure); ok && f.Caption.Credit.Text == "" {
			f.Caption.Credit = c
			p.note(l, "credit-joined")
			return 1
		}
	}
	p.append(&Figure{Caption: Caption{Credit: c}})
	p.note(l, "credit")
	return 1
}

// linkLabels open a line that holds a link to another story, in lower case.
var linkLabels = [...]string{"mời bạn đọc xem thêm", "mời xem thêm", "xem thêm", "đọc thêm", "tìm hiểu thêm", "tin liên quan", "bài liên quan"}

// linksAt takes lines that are links to other stories inside the text: "Xem
// thêm: …", ">> …".
func (p *parsing) linksAt(i, end int) int {
	block := &LinkBlock{Kind: LinkRelated}
	n := 0
	for ; i+n < end; n++ {
		l := &p.lines[i+n]
		printed, title, ok := cutLinkLabel(l.text)
		if !ok || l.longer(longLine) || n > 0 && printed != "" {
			break
		}
		if n == 0 {
			block.Label = printed
		}
		block.Links = append(block.Links, RelatedLink{Title: title})
		p.note(l, "inline-link")
	}
	if n > 0 {
		p.append(block)
	}
	return n
}

// cutLinkLabel splits a line into the label of a link and its title.
func cutLinkLabel(s string) (printed, title string, ok bool) {
	for _, sign := range [...]string{">>>", ">>", "»", "►", "▶", "=>"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			rest = strings.TrimSpace(rest)
			if printed, title, ok := cutLinkLabel(rest); ok {
				return printed, title, true
			}
			return "", rest, rest != ""
		}
	}
	for _, name := range linkLabels {
		n := prefixFold(s, name)
		if n < 0 {
			continue
		}
		title, ok := cutColon(strings.TrimLeft(s[n:], " "))
		title = strings.TrimLeft(title, " >»")
		return s[:n], title, ok && title != ""
	}
	return "", "", false
}

// labelAt takes a label that stands inside the text: a block of links, a
// correction or a box with the lines below it, or furniture of the page.
func (p *parsing) labelAt(i, end int) int {
	l := &p.lines[i]
	found := p.labelOf(l)
	if found.weak || found.class == "" {
		return 0
	}
	if kind, ok := p.linkKind(found.class); ok && i+1 < end && p.isLink(i+1) {
		block := &LinkBlock{Kind: kind, Label: p.label(l)}
		n := 1
		for i+n < end && n <= 10 && p.isLink(i+n) {
			block.Links = append(block.Links, p.link(&p.lines[i+n]))
			n++
		}
		p.append(block)
		return n
	}
	switch found.class {
	case "ad", "share", "tool", "follow":
		p.drop(l, found.class)
		return 1
	case "correction":
		n := p.restOf(i, end)
		c := &Correction{Title: l.text}
		for j := i + 1; j < i+n; j++ {
			if j > i+1 {
				c.Text = append(c.Text, Break{})
			}
			c.Text = append(c.Text, Text(p.lines[j].text))
		}
		if n == 1 {
			return 0
		}
		p.append(c)
		return n
	case "box":
		n := p.restOf(i, end)
		if n == 1 {
			return 0
		}
		box := &Box{Title: p.label(l)}
		for j := i + 1; j < i+n; j++ {
			box.Body = append(box.Body, &Paragraph{Text: text(p.lines[j].text)})
		}
		p.append(box)
		return n
	}
	return 0
}

// restOf returns how many lines from the label i on belong to its box: all
// until the next figure, crosshead or label, ten at most.
func (p *parsing) restOf(i, end int) int {
	n := 1
	for i+n < end && n <= 10 {
		if p.labelOf(&p.lines[i+n]).class != "" || p.isCrosshead(i+n, i, end) {
			break
		}
		if f, _ := p.captionAt(i+n, i, end); f != nil {
			break
		}
		n++
	}
	return n
}

// isLink reports whether the line i may be the title of another story.
func (p *parsing) isLink(i int) bool {
	l := &p.lines[i]
	return !l.longer(150) && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ":") &&
		startsUpper(l.text) && p.labelOf(l).class == ""
}

// listAt takes a run of lines that begin with bullets or with numbers from 1
// on. Two lines with dashes may be a dialogue.
func (p *parsing) listAt(i, end int) int {
	mark := bullet(p.lines[i].text)
	if mark == "" {
		return 0
	}
	list := &List{Ordered: isDigits(mark)}
	if list.Ordered && mark != "1" {
		return 0
	}
	n := 0
	for ; i+n < end; n++ {
		l := &p.lines[i+n]
		want := mark
		if list.Ordered {
			want = strconv.Itoa(n + 1)
		}
		if bullet(l.text) != want || l.longer(maxCaption) || endsAsTurn(l.text) && isDash(mark) {
			break
		}
		item := cutBullet(l.text, want)
		if strings.IndexFunc(item, isWord) < 0 {
			break
		}
		list.Items = append(list.Items, Blocks{&Paragraph{Text: text(item)}})
	}
	if n < 2 || isDash(mark) && n < 3 && !(i > 0 && strings.HasSuffix(p.lines[i-1].text, ":")) {
		return 0
	}
	if isDash(mark) && i+n < end && isDash(bullet(p.lines[i+n].text)) {
		return 0 // questions among the answers
	}
	for j := i; j < i+n; j++ {
		p.note(&p.lines[j], "list")
	}
	p.append(list)
	return n
}

// bullet returns the mark that a line of a list begins with, of a numbered one
// the number.
func bullet(s string) string {
	for _, mark := range [...]string{"-", "–", "•", "●", "▪", "■", "*", "+", "·"} {
		if rest, ok := strings.CutPrefix(s, mark); ok && strings.HasPrefix(rest, " ") {
			return mark
		}
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits <= 2 && len(s) > digits+1 && (s[digits] == '.' || s[digits] == ')') && s[digits+1] == ' ' {
		return s[:digits]
	}
	return ""
}

// isWord reports whether r is part of a word or a number.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func cutBullet(s, mark string) string {
	return strings.TrimSpace(strings.TrimLeft(s[len(mark):], ".)"))
}

func isDash(mark string) bool { return mark == "-" || mark == "–" }

// endsAsTurn reports whether a line ends as a question or an exclamation in a
// dialogue does.
func endsAsTurn(s string) bool {
	s = strings.TrimRight(s, "”\"’'")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}

// isCrosshead reports whether the line i is a heading inside the text: short,
// not a sentence, below the text and above a longer line.
func (p *parsing) isCrosshead(i, start, end int) bool {
	l := &p.lines[i]
	if i == start || i+1 >= end || l.longer(80) || !startsUpper(l.text) || strings.IndexByte(l.text, ' ') < 0 {
		return false
	}
	if strings.ContainsAny(l.text[len(l.text)-1:], ".,;:!") || strings.HasSuffix(l.text, "…") || bullet(l.text) != "" {
		return false
	}
	next := &p.lines[i+1]
	length := utf8.RuneCountInString(l.text)
	if !next.longer(max(80, length*3/2)) {
		return false
	}
	prev := &p.lines[i-1]
	_, turn, isTurn := strings.Cut(l.text, ": ")
	below := prev.longer(80) || endsSentence(prev.text) || bullet(prev.text) != ""
	if n := len(p.a.Body); n > 0 && !below {
		switch p.a.Body[n-1].(type) {
		case *Figure, *LinkBlock, *List:
			below = true
		}
	}
	return below && !(isTurn && endsAsTurn(turn))
}
