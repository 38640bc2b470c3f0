package article

import (
	"strings"

	"github.com/toasoan/toasoan/internal/similar"
)

// claimDecided claims a block that is decided and takes nothing.
func (p *parsing) claimDecided(i int) int {
	if p.lines[i].isText() {
		return 0
	}
	return 1
}

func (p *parsing) takeDecided(i, _ int) { p.stay(i) }

// isBodyText reports whether a decided block is text, below which the head has
// ended, and above which no tail begins.
func isBodyText(b Block) bool {
	switch b.(type) {
	case *Figure, *LinkBlock, *Divider:
		return false
	}
	return true
}

// claimFigure claims a decided figure with the lines below that belong to it.
func (p *parsing) claimFigure(i int) int {
	if !p.isFigure(i) {
		return 0
	}
	n, _ := p.figureLines(i)
	return n
}

// A figureTaking is what a decided figure takes of the lines below it.
type figureTaking struct {
	caption captionLine // lines is 0 if it takes none
	credit  Credit
	rules   []Rule // of the lines from the first below the figure on; "" for the carrier
}

// figureLines returns how many lines a decided figure takes, itself included.
// One without caption takes the next line if that proves to be one: it ends in
// or is a credit, says what the alternative text says, or stands twice. One
// with a caption takes a credit alone, and lines that say the caption again go.
func (p *parsing) figureLines(i int) (n int, t figureTaking) {
	f := p.lines[i].block.(*Figure)
	text, credited := plainLine(f.Caption.Text), f.Caption.Credit.Text != ""
	alt, _ := squeeze(f.Image.Alt)
	for n = 1; p.isText(i + n); {
		j := i + n
		l := &p.lines[j]
		if l.longer(maxCaption) || p.label(l).class != "" {
			break
		}
		if credit, lines := p.creditAt(j); lines > 0 {
			if credited {
				break
			}
			t.credit, credited = credit, true
			t.add(RuleCreditJoined, lines)
			n += lines
			continue
		}
		c := p.captionLineAt(j)
		if p.isSigned(&c) {
			break
		}
		switch {
		case text == "" && !credited && (c.credit.Text != "" || p.isVersion(&c, alt) || p.standsTwice(j)):
			text, t.caption = c.text, c
			t.add("", 1)
			if c.credit.Text != "" {
				t.credit, credited = c.credit, true
				t.add(RuleCreditJoined, c.lines-1)
			}
		case text != "" && c.credit.Text != "" && c.credit.Text != f.Caption.Credit.Text && c.credit.Text != t.credit.Text:
			return n, t
		case text != "" && (sameLine(c.text, text) || alt != "" && sameLine(c.text, alt)):
			t.add(RuleCaptionRepeated, c.lines)
		case text != "" && p.isVersion(&c, text):
			t.add(RuleCaptionVariant, c.lines)
		default:
			return n, t
		}
		n += c.lines
	}
	return n, t
}

// add notes the rule of n further lines.
func (t *figureTaking) add(r Rule, n int) {
	for range n {
		t.rules = append(t.rules, r)
	}
}

// plainLine returns the text of a caption as a line has it.
func plainLine(in Inlines) string {
	if len(in) == 0 {
		return ""
	}
	s, _ := squeeze(plainText(in))
	return s
}

// plainText is [Inlines.PlainText], which needs nothing for the text that most
// are.
func plainText(in Inlines) string {
	if len(in) == 1 {
		if t, ok := in[0].(Text); ok {
			return string(t)
		}
	}
	return in.PlainText()
}

// isVersion reports whether a caption says what text says, exactly or nearly.
func (p *parsing) isVersion(c *captionLine, text string) bool {
	if text == "" {
		return false
	}
	if sameLine(c.text, text) {
		return true
	}
	n, m := p.tokens(c), strings.Count(text, " ")+1
	if !nearCount(n, m) {
		return false
	}
	x, _ := p.sketch(&p.lines[c.at])
	y, _ := sketch(text)
	return nearSketch(x, y) && similar.Near(c.text, text)
}

// standsTwice reports whether the line i and the next are one caption.
func (p *parsing) standsTwice(i int) bool {
	return p.isText(i+1) && p.lines[i].spaces >= 2 && sameLine(p.lines[i].text, p.lines[i+1].text)
}

func (p *parsing) takeFigure(i, n int) {
	f := p.lines[i].block.(*Figure)
	_, t := p.figureLines(i)
	if c := t.caption; c.lines > 0 {
		f.Caption.Text = p.cut(&p.lines[c.at], 0, c.end)
	}
	if t.credit.Text != "" {
		extra := f.Caption.Credit.Extra
		f.Caption.Credit = t.credit
		f.Caption.Credit.Extra = extra
	}
	p.stay(i)
	for j := i + 1; j < i+n; j++ {
		p.claimed = true
		switch rule := t.rules[j-i-1]; rule {
		case "":
			p.carry(j)
		case RuleCaptionVariant:
			p.drop(j, rule)
		default:
			p.merge(j, rule)
		}
	}
}

// claimCaptionAbove claims a line that says what the caption of the decided
// figure right below it says.
func (p *parsing) claimCaptionAbove(i int) int {
	l := &p.lines[i]
	if !l.isText() || l.longer(maxCaption) || !p.isFigure(i+1) || l.spaces < 2 {
		return 0
	}
	text := plainLine(p.lines[i+1].block.(*Figure).Caption.Text)
	if c := p.captionLineAt(i); text != "" && c.lines == 1 && p.isVersion(&c, text) {
		return 1
	}
	return 0
}

func (p *parsing) takeCaptionAbove(i, _ int) {
	f := p.lines[i+1].block.(*Figure)
	switch c := p.captionLineAt(i); {
	case !sameLine(c.text, plainLine(f.Caption.Text)):
		p.drop(i, RuleCaptionVariant)
	case c.credit.Text != "" && c.credit.Text != f.Caption.Credit.Text:
		if f.Caption.Credit.Text == "" {
			f.Caption.Credit = c.credit
			p.merge(i, RuleCaptionRepeated)
			return
		}
		p.drop(i, RuleCaptionRepeated)
	default:
		p.merge(i, RuleCaptionRepeated)
	}
}
