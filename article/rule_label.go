package article

// claimButton claims furniture of the page inside the text.
func (p *parsing) claimButton(i int) int {
	switch found := p.label(&p.lines[i]); found.class {
	case "ad", "share", "tool", "follow":
		if !found.weak {
			return 1
		}
	}
	return 0
}

// claimBox claims the label of a box with the lines below it.
func (p *parsing) claimBox(i int) int { return p.labelled(i, "box") }

// claimCorrection claims the title of a correction with the lines below it.
func (p *parsing) claimCorrection(i int) int { return p.labelled(i, "correction") }

// maxLabelled is how many lines belong to a label inside the text.
const maxLabelled = 10

// labelled returns how many lines from the label i of a class on belong to it:
// all until the next figure, crosshead or label. Where none does, the label is
// text.
func (p *parsing) labelled(i int, class string) int {
	if found := p.label(&p.lines[i]); found.class != class || found.weak {
		return 0
	}
	n := 1
	for n <= maxLabelled && p.isText(i+n) {
		switch {
		case p.label(&p.lines[i+n]).class != "", p.claimCaption(i+n) > 0, p.isCrosshead(i+n, i+n-1):
			return claimOf(n)
		}
		n++
	}
	return claimOf(n)
}

// claimOf returns n, but 0 for a label without a line below.
func claimOf(n int) int {
	if n == 1 {
		return 0
	}
	return n
}

func (p *parsing) takeCorrection(i, n int) {
	c := &Correction{Title: p.lines[i].text}
	for j := i + 1; j < i+n; j++ {
		if j > i+1 {
			c.Text = append(c.Text, Break{})
		}
		c.Text = append(c.Text, p.cut(&p.lines[j], 0, len(p.lines[j].text))...)
		p.carry(j)
	}
	p.become(i, c)
}

func (p *parsing) takeBox(i, n int) {
	box := &Box{Title: p.takeLabel(i)}
	for j := i + 1; j < i+n; j++ {
		box.Body = append(box.Body, p.paragraph(&p.lines[j]))
		p.carry(j)
	}
	p.become(i, box)
}
