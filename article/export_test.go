package article

import "iter"

// Reduplicated is the list of syllables that may stand twice.
const Reduplicated = reduplicatedList

// A Claim is a rule, as the part of a page that has it and its name:
// "text/caption"; and how many lines it claims.
type Claim struct {
	Rule  string
	Lines int
}

// RuleNames returns the rules of a page, in the order in which they are asked.
func RuleNames() (names []string) {
	for part, rules := range parts(&pageRules) {
		for _, r := range *rules {
			names = append(names, part+"/"+r.name)
		}
	}
	return names
}

// parts yields the parts of a page with their rules.
func parts(r *rules) iter.Seq2[string, *[]rule] {
	return func(yield func(string, *[]rule) bool) {
		_ = yield("above", &r.above) && yield("below", &r.below) && yield("text", &r.text) &&
			yield("ending", &r.ending) && yield("tail", &r.tail)
	}
}

// Taken applies the rules to a page, or to a draft if a is not nil, and returns
// those that took lines.
func (p *Parser) Taken(page string, a *Article) map[string]bool {
	taken := make(map[string]bool)
	watched := new(rules)
	for part, list := range parts(&pageRules) {
		copied := make([]rule, len(*list))
		for i, r := range *list {
			copied[i] = r
			copied[i].take = func(q *parsing, at, n int) {
				taken[part+"/"+r.name] = true
				r.take(q, at, n)
			}
		}
		for name, to := range parts(watched) {
			if name == part {
				*to = copied
			}
		}
	}
	p.watch(page, a, watched)
	return taken
}

// Claims parses a page and returns the rules that would claim a line at the
// moment when a part of the page is asked for it first, those of all parts; ok
// is false if that part is never asked.
func (p *Parser) Claims(page string, number int, part string) (claims []Claim, ok bool) {
	spy := func(q *parsing, i int) int {
		if ok || q.lines[i].number != number {
			return 0
		}
		ok = true
		for part, list := range parts(&pageRules) {
			for _, r := range *list {
				if n := r.claim(q, i); n > 0 {
					claims = append(claims, Claim{part + "/" + r.name, n})
				}
			}
		}
		return 0
	}
	watched := pageRules
	for name, list := range parts(&watched) {
		if name == part {
			*list = append([]rule{{"spy", spy, nil}}, *list...)
		}
	}
	p.watch(page, nil, &watched)
	return claims, ok
}

// watch is Parse or Refine by other rules.
func (p *Parser) watch(page string, a *Article, ruled *rules) {
	if a == nil {
		q := newParsing(p, new(Article))
		q.ruled = ruled
		q.split(page)
		q.run()
		return
	}
	q := newParsing(p, a)
	q.ruled = ruled
	q.draft()
	q.run()
}
