package article

// Lengths of a lead in characters, far beyond what was measured (150 to 400).
const (
	minLead = 30
	maxLead = 700
)

// claimDateline claims a lead that opens with a place and a day.
func (p *parsing) claimDateline(i int) int {
	if p.mayLead(i) && p.lines[i].longer(minLead) {
		if from, _ := cutDateline(p.lines[i].text); from > 0 {
			return 1
		}
	}
	return 0
}

func (p *parsing) takeDateline(i, _ int) {
	l := &p.lines[i]
	from, end := cutDateline(l.text)
	if !p.given.has(fieldDateline) {
		p.a.Dateline = l.text[:end]
	}
	p.setLead(i, from)
	if p.a.Dateline != l.text[:end] {
		p.drop(i, RuleDateline)
		return
	}
	p.keep(i, RuleDateline)
}

// claimSourceTag claims a lead that opens with the tag of its paper.
func (p *parsing) claimSourceTag(i int) int {
	if p.mayLead(i) && p.lines[i].longer(minLead) {
		if source, _ := p.x.cutSource(p.lines[i].text); source != "" {
			return 1
		}
	}
	return 0
}

func (p *parsing) takeSourceTag(i, _ int) {
	source, from := p.x.cutSource(p.lines[i].text)
	p.setLead(i, from)
	if !p.addSource(source) {
		p.drop(i, RuleSourceTag)
		return
	}
	p.keep(i, RuleSourceTag)
}

// mayLead reports whether the line i may be the lead: it is text, and there is
// none yet.
func (p *parsing) mayLead(i int) bool {
	return len(p.a.Lead) == 0 && p.lines[i].isText()
}

// setLead makes the line i the lead, without what stands before from.
func (p *parsing) setLead(i, from int) {
	l := &p.lines[i]
	p.a.Lead, p.lead = p.cut(l, from, len(l.text)), l.text
}

// claimLeadVariant claims a line that is nearly the lead, which is the next
// one: content systems print the description of a page above its first
// paragraph. Where a credit or a single break below the title says that they
// are captions, it is none.
func (p *parsing) claimLeadVariant(i int) int {
	next := p.next(i)
	if next < 0 || !p.mayLead(i) || !p.isLeadLong(next) {
		return 0
	}
	l, m := &p.lines[i], &p.lines[next]
	if l.joined || p.credit(l).kind != creditNone || p.credit(m).kind != creditNone || l.text == m.text ||
		!p.nearLines(p.plain(i), p.plain(next)) || sameLine(l.text, m.text) || !p.textBelow(next) {
		return 0
	}
	return 1
}

func (p *parsing) takeLeadVariant(i, _ int) {
	p.drop(i, RuleLeadVariant)
	next := p.next(i)
	p.setLead(next, 0)
	p.carry(next)
}

// isLeadLong reports whether the line i has the length of a lead.
func (p *parsing) isLeadLong(i int) bool {
	l := &p.lines[i]
	return l.isText() && l.longer(minLead-1) && !l.longer(maxLead)
}

// claimLead claims a line that is the lead by where it stands: joined to the
// title, above what belongs to the head, once more among the paragraphs, or,
// with [Parser.FirstIsLead], first. Nothing else tells it from the text, and a
// page has one only if text follows.
func (p *parsing) claimLead(i int) int {
	if !p.mayLead(i) || !p.isLeadLong(i) && !(p.FirstIsLead && p.lines[i].isText()) {
		return 0
	}
	if p.claimant(p.ruled.text, i) != nil {
		return 0
	}
	l := &p.lines[i]
	evident := p.isLeadLong(i) && (l.joined && endsSentence(l.text) || p.isAboveHead(i) || p.comesAgain(i))
	if (evident || p.FirstIsLead) && p.textBelow(i) {
		return 1
	}
	return 0
}

func (p *parsing) takeLead(i, _ int) {
	p.setLead(i, 0)
	p.carry(i)
}

// isAboveHead reports whether the line i stands right below the title, and a
// date, a byline or the lead figure below it.
func (p *parsing) isAboveHead(i int) bool {
	next := p.nextKept(i)
	if next < 0 || p.pictured || p.lines[i].longer(2*maxCaption) {
		return false
	}
	if _, ok := p.lines[next].block.(*Figure); ok {
		return true
	}
	return p.isText(next) && (p.date(&p.lines[next]).ok || p.claimHeadByline(next) > 0 || p.claimCaption(next) > 0)
}

// nextKept returns the next line below i that is none of the page's data, which
// goes, -1 if there is none.
func (p *parsing) nextKept(i int) int {
	next := p.next(i)
	for next >= 0 && p.claimMeta(next) > 0 {
		next = p.next(next)
	}
	return next
}

// comesAgain reports whether the line i comes again among the three paragraphs
// below it. Right below it, that is a caption unless it is too long for one.
func (p *parsing) comesAgain(i int) bool {
	j := i
	for n := range 4 {
		if j = p.next(j); j < 0 {
			return false
		}
		if p.lines[j].text == p.lines[i].text {
			return n > 0 || p.lines[i].longer(maxCaption)
		}
	}
	return false
}

// textBelow reports whether text follows the line i: a paragraph, after
// figures and what belongs to the head.
func (p *parsing) textBelow(i int) bool {
	for p.textAt <= i && p.textAt < p.end {
		if p.textAt++; p.textAt < p.end && p.isProse(p.textAt) {
			break
		}
	}
	return p.textAt < p.end
}

// isProse reports whether the line i is a paragraph, as far as it tells alone.
func (p *parsing) isProse(i int) bool {
	l := &p.lines[i]
	switch {
	case l.gone:
		return false
	case !l.isText():
		return isBodyText(l.block)
	case !l.longer(20), p.isLabel(l), p.isDate(l), p.credit(l).kind != creditNone, p.claimInlineLinks(i) > 0:
		return false
	}
	return p.claimLabeledByline(i) == 0
}

// claimLeadAgain claims the lead once more.
func (p *parsing) claimLeadAgain(i int) int {
	l := &p.lines[i]
	if !l.isText() || len(p.a.Lead) == 0 {
		return 0
	}
	if p.lead == "" {
		p.lead, _ = squeeze(p.a.Lead.PlainText())
	}
	if l.text == p.lead {
		return 1
	}
	return 0
}

func (p *parsing) takeLeadAgain(i, _ int) { p.merge(i, RuleLeadRepeated) }
