package article

import (
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/vn"
)

// facts are what can be said of the text of a line alone. Each is found when a
// rule first asks for it, and kept: no rule reads a line again.
type facts struct {
	have   factSet
	sum    uint32 // see sketch
	set    uint64
	key    string // see labelKey
	label  label
	date   dateFact
	credit creditFact
	byline byline
	signed bool // byline is one
	source string
}

type factSet uint8

const (
	factSketch factSet = 1 << iota
	factKey
	factLabel
	factDate
	factCredit
	factByline
	factSource
)

// facts returns what is kept of a line.
func (p *parsing) facts(l *line) *facts {
	if l.found == nil {
		if len(p.slab) == 0 {
			p.slab = make([]facts, min(max(8, len(p.lines)/8), 1024))
		}
		l.found, p.slab = &p.slab[0], p.slab[1:]
	}
	return l.found
}

// ask reports whether a fact is still to be found, and that it is from now on.
func (f *facts) ask(x factSet) bool {
	asked := f.have&x != 0
	f.have |= x
	return !asked
}

// sketch returns the sketch of a line.
func (p *parsing) sketch(l *line) (set uint64, sum uint32) {
	f := p.facts(l)
	if f.ask(factSketch) {
		f.set, f.sum = sketch(l.text)
	}
	return f.set, f.sum
}

// key returns the form of a line in which labels are compared.
func (p *parsing) key(l *line) string {
	f := p.facts(l)
	if f.ask(factKey) {
		f.key = labelKey(l.text)
	}
	return f.key
}

// label returns what a line is as a label, the caller's own labels first.
func (p *parsing) label(l *line) label {
	if len(l.text) > maxLabel || l.text == "" {
		return label{}
	}
	f := p.facts(l)
	if f.ask(factLabel) {
		f.label = p.findLabel(l)
	}
	return f.label
}

// isLabel reports whether a line is a label that counts by itself.
func (p *parsing) isLabel(l *line) bool {
	found := p.label(l)
	return found.class != "" && !found.weak
}

func (p *parsing) findLabel(l *line) label {
	if len(p.own) > 0 {
		if kind, ok := p.own[p.key(l)]; ok {
			return label{class: classOwn, kind: kind, links: true}
		}
	}
	if _, sum := p.sketch(l); p.x.likelyLabel(sum) {
		if found, ok := p.x.labels[p.key(l)]; ok {
			return found
		}
	}
	if prefixFold(l.text, "trở lại ") > 0 {
		section := strings.TrimPrefix(p.key(l), "trở lại ")
		if p.x.words[section]&wordSection != 0 || section == labelKey(p.a.Section) {
			return label{class: "nav"}
		}
	}
	if l.has(signPath) && p.x.isTabs(p.key(l)) {
		return label{class: "comments"}
	}
	return label{}
}

// isSectionName reports whether a line is the known name of a section.
func (p *parsing) isSectionName(l *line) bool {
	if l.longer(maxSection) || l.text == "" || strings.HasSuffix(l.text, ":") {
		return false
	}
	switch p.label(l).class {
	case "", "box", "topic", "comments", "widget":
	default:
		return false
	}
	_, sum := p.sketch(l)
	return p.x.likelyLabel(sum) && p.x.words[p.key(l)]&wordSection != 0
}

// credit returns the photo credit of a line.
func (p *parsing) credit(l *line) creditFact {
	if l.longer(maxCaption) || l.text == "" || l.has(signNoCredit) {
		return creditFact{}
	}
	if !l.has(signColon) && !mayEndBare(l.text, l.has(signSlash)) {
		l.signs |= signNoCredit
		return creditFact{}
	}
	f := p.facts(l)
	if f.ask(factCredit) {
		f.credit = p.x.readCredit(l.text)
		if named := p.named(l); named != l.text && f.credit.kind != creditNone {
			if c := p.x.readCredit(named); c.kind == f.credit.kind {
				f.credit.credit = c.credit
			}
		}
	}
	return f.credit
}

// named returns the text of a line as the names of people in it are kept: in
// the normal form of the parser, but in their own tone style.
func (p *parsing) named(l *line) string {
	if p.Form.Tone == vn.KeepStyle {
		return l.text
	}
	s, _ := squeeze(vn.Form{}.String(valid(l.raw)))
	return strings.TrimPrefix(s, "\uFEFF")
}

// byline returns the authors that a line names.
func (p *parsing) byline(l *line) (byline, bool) {
	if l.longer(maxByline) || l.text == "" || !mayBeNames(l.text) {
		return byline{}, false
	}
	f := p.facts(l)
	if f.ask(factByline) {
		f.byline, f.signed = p.x.readByline(p.named(l))
	}
	return f.byline, f.signed
}

// source returns the source that a line names as a whole, "" if none.
func (p *parsing) source(l *line) string {
	if l.longer(maxSource) || l.text == "" {
		return ""
	}
	f := p.facts(l)
	if f.ask(factSource) {
		f.source = p.x.readSource(l.text)
	}
	return f.source
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”\"’')]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// startsUpper reports whether the first letter or digit of s is no lower-case
// letter.
func startsUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return !unicode.IsLower(r)
		}
	}
	return false
}

// isSpoken reports whether s is a quotation, or says that somebody says
// something: no caption does.
func (x *lexicon) isSpoken(s string) bool {
	for _, sign := range [...]string{"“", "\"", "- ", "– ", "‘"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return holdsPhrase(s, x.said)
}

// holdsPhrase reports whether s holds one of the phrases as words of its own.
func holdsPhrase(s string, phrases []string) bool {
	key := wordKey(s)
	for _, phrase := range phrases {
		for rest, from := key, 0; ; {
			i := strings.Index(rest, phrase)
			if i < 0 {
				break
			}
			from += i
			if end := from + len(phrase); beginsWord(key, from) && (end == len(key) || !isLetterAt(key, end)) {
				return true
			}
			rest, from = rest[i+len(phrase):], from+len(phrase)
		}
	}
	return false
}

func isLetterAt(s string, i int) bool {
	for _, r := range s[i:] {
		return unicode.IsLetter(r) || unicode.IsMark(r)
	}
	return false
}

// isWord reports whether r is part of a word or a number.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
