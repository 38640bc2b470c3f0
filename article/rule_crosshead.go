package article

import "strings"

// maxCrosshead is the length of the longest heading inside the text, in
// characters: what is longer is as likely a caption without a full stop.
const maxCrosshead = 50

// claimCrosshead claims a heading inside the text.
func (p *parsing) claimCrosshead(i int) int {
	if p.isCrosshead(i, p.last) {
		return 1
	}
	return 0
}

// isCrosshead reports whether the line i, below the line last, is a heading
// inside the text: short, no sentence, below text or a figure, and above a
// longer line. In doubt a line is a paragraph: what looks like a caption, a
// source, a telephone number, a date or the head of a table is none.
func (p *parsing) isCrosshead(i, last int) bool {
	l := &p.lines[i]
	if !l.isText() || l.longer(maxCrosshead) || l.spaces < 1 || p.head || !p.inText(last) || !p.isText(i+1) {
		return false
	}
	next := &p.lines[i+1]
	if !next.longer(max(80, 2*l.runes)) || !startsUpper(l.text) {
		return false
	}
	if strings.IndexByte(".,;:!", l.text[len(l.text)-1]) >= 0 || strings.HasSuffix(l.text, "…") || bullet(l.text) != "" {
		return false
	}
	prev := &p.lines[last]
	if prev.isText() {
		if !prev.longer(80) && !endsSentence(prev.text) && bullet(prev.text) == "" || prev.longer(80) && prev.runes < 2*l.runes {
			return false
		}
	} else if !isAboveCrosshead(prev.block) {
		return false
	}
	if _, turn, isTurn := strings.Cut(l.text, ": "); isTurn && endsAsTurn(turn) {
		return false
	}
	if _, _, isCredit := cutCreditLabel(l.text); isCredit || p.source(l) != "" || p.claimTags(i) > 0 {
		return false
	}
	if p.isDate(l) || l.has(signDigit) && (isTelephone(l.text) || hasClock(l.text)) || p.credit(l).kind != creditNone || l.has(signPath) {
		return false
	}
	return !p.isLabel(l) && !p.x.isCaptionPhrase(l.text) && !holdsName(l.text) && !isTableHead(l.text) && p.claimMeta(i) == 0
}

// isAboveCrosshead reports whether a heading may stand right below a block.
func isAboveCrosshead(b Block) bool {
	switch b.(type) {
	case *Figure, *LinkBlock, *List, *Table, *Quote, *Box, *Embed, *Gallery:
		return true
	}
	return false
}

// isTelephone reports whether s holds a number as one dials it: of eight digits
// or more, from 0, 1800, 1900 or + on.
func isTelephone(s string) bool {
	start, digits := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if digits == 0 {
				start = i
			}
			if digits++; digits >= 8 && isDialled(s[start:]) || digits == 8 && start > 0 && s[start-1] == '+' {
				return true
			}
		case c != ' ' && c != '.' && c != '-' && c != '(' && c != ')':
			digits = 0
		}
	}
	return false
}

func isDialled(s string) bool {
	return s[0] == '0' || strings.HasPrefix(s, "1800") || strings.HasPrefix(s, "1900")
}

// isTableHead reports whether s is the head of a table that was flattened: it
// begins as such, or signs part three columns.
func isTableHead(s string) bool {
	key := wordKey(s)
	for _, word := range [...]string{"stt", "tt ", "họ và tên", "họ tên", "đơn vị tính", "số lượng"} {
		if strings.HasPrefix(key, word) {
			return true
		}
	}
	return strings.Count(s, " - ")+strings.Count(s, " – ") > 1
}

// holdsName reports whether two words behind the first begin with capitals, one
// after the other: a caption names people, a heading seldom does. A text in
// capitals throughout tells nothing.
func holdsName(s string) bool {
	run, lower := 0, false
	held := false
	for i, w := range strings.Fields(s) {
		if isUpperAt(w, 0) && i > 0 {
			run++
		} else {
			run = 0
		}
		held = held || run == 2
		lower = lower || !isUpperAt(w, 0)
	}
	return held && lower
}

// isCaptionPhrase reports whether s holds a phrase that captions hold, and
// headings do not.
func (x *lexicon) isCaptionPhrase(s string) bool { return holdsPhrase(s, x.captions) }

func (p *parsing) takeCrosshead(i, _ int) {
	l := &p.lines[i]
	h := &Heading{Level: 2, Text: p.cut(l, 0, len(l.text))}
	if l.draft != nil {
		h.Extra = l.draft.Extra
	}
	p.become(i, h)
}
