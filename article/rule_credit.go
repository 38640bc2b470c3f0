package article

import "strings"

// creditAt returns the credit that the line i is as a whole, and how many
// lines it takes: two where its label ends one line.
func (p *parsing) creditAt(i int) (Credit, int) {
	if !p.isText(i) {
		return Credit{}, 0
	}
	l := &p.lines[i]
	switch c := p.credit(l); c.kind {
	case creditWhole:
		return c.credit, 1
	case creditBare:
		if p.isText(i+1) && p.isCreditName(&p.lines[i+1]) {
			credit, _ := ParseCredit(l.text[c.at:] + " " + p.named(&p.lines[i+1]))
			return credit, 2
		}
	}
	return Credit{}, 0
}

// isCreditName reports whether a line may be the name that the label of a
// credit on the line above waits for.
func (p *parsing) isCreditName(l *line) bool {
	if l.longer(maxCredit) || p.isLabel(l) {
		return false
	}
	return p.x.isCreditee(strings.Trim(l.text, " .()"))
}

// claimCredit claims a line that is a photo credit and nothing else.
func (p *parsing) claimCredit(i int) int {
	_, n := p.creditAt(i)
	return n
}

// takeCredit gives a credit to the figure above, or to a picture without a
// caption.
func (p *parsing) takeCredit(i, n int) {
	credit, _ := p.creditAt(i)
	if p.isFigure(p.last) {
		if f := p.lines[p.last].block.(*Figure); f.Caption.Credit.Text == "" {
			f.Caption.Credit = credit
			for j := i; j < i+n; j++ {
				p.merge(j, RuleCreditJoined)
			}
			return
		}
	}
	p.noteLine(&p.lines[i], RuleCredit, false)
	p.become(i, &Figure{Caption: Caption{Credit: credit}})
	for j := i + 1; j < i+n; j++ {
		p.merge(j, RuleCreditJoined)
	}
}

// claimEmbed claims a film that stands in the text by its title or address:
// "Video: Cầu mới nhìn từ trên cao", "Clip: https://…".
func (p *parsing) claimEmbed(i int) int {
	if p.credit(&p.lines[i]).kind == creditFilm {
		return 1
	}
	return 0
}

func (p *parsing) takeEmbed(i, _ int) {
	l := &p.lines[i]
	value := l.text[p.credit(l).before:]
	e := &Embed{Title: value}
	if isAddress(value) {
		e.Title, e.URL = "", value
	}
	p.noteLine(l, RuleEmbed, false)
	p.become(i, e)
}
