package vn

import (
	"iter"
	"math/bits"
)

// A Grade tells how much of a query's spelling a match has. The grades are in order.
type Grade uint8

const (
	GradeFolded Grade = iota // the same once folded
	GradeTyped               // and every mark that was typed is in the text: "cho" finds chó, "chó" does not find chò
	GradeExact               // the same but for case, normal form and tone style
)

// String returns "folded", "typed" or "exact".
func (g Grade) String() string {
	names := [...]string{"folded", "typed", "exact"}
	if int(g) < len(names) {
		return names[g]
	}
	return "Grade(" + itoa(uint8(g)) + ")"
}

// A Match is a part of a text that matches a query.
type Match struct {
	Start, End int   // byte offsets in the text
	Query      int   // the index of the query
	Grade      Grade // how well it matches
}

// A Finder finds queries in text as readers type them: without marks, in any case,
// normal form and tone style, by [Fold]. The zero value finds all matches.
//
// A Finder is a plain value; its methods may be called concurrently.
type Finder struct {
	Words bool  // matches begin and end at the ends of words
	Least Grade // matches of a lower grade are left out
}

// All yields the matches of the queries in s, in order; no two overlap. The sequence
// may be ranged over several times.
//
// A match is of whole letters with all their marks, and folds to what its query folds
// to, by itself and where it stands. It is exact if its [Form] in the old tone style,
// taken by itself and in lower case, is that of the query. It is as typed if, letter by
// letter in that form, the query's marks are among the text's: án and ân find ấn, and
// neither finds an. The bar of đ and the horn of ơ are marks here. ß and æ match only
// themselves above [GradeFolded].
//
// Of the matches that f allows, the one that begins first is taken; of those that
// begin together the one of the most folded letters, then of the highest grade, then
// of the first query. The search goes on at its end. A query that folds to "" matches
// nothing.
//
// With Words a match does not begin or end inside of a word. A word is made of letters
// and digits, with their marks and the invisible characters among them; an apostrophe
// ends it.
//
// The time is linear in the length of s and of the queries, and in the number of
// matches, overlapping ones too; with Least, what matches once folded is read again as
// far as it takes to tell its grade. Nothing is allocated for a match.
func (f Finder) All(s string, queries ...string) iter.Seq[Match] {
	var needles findNeedles
	for _, q := range queries {
		needles.add(q, true)
	}
	needles.link()
	return func(yield func(Match) bool) {
		needles.scan(f, s, yield)
	}
}

// findNeedles are queries, ready to be searched for.
type findNeedles struct {
	findTrie
	queries []findQuery
}

// A findQuery is a query.
type findQuery struct {
	needle string // what it folds to
	form   string // for its grades
	same   int32  // another query with the same needle, or -1
}

// add adds a query, with what is needed to grade its matches if graded is set.
func (t *findNeedles) add(query string, graded bool) {
	q := findQuery{needle: Fold(query), same: -1}
	if graded {
		q.form = findForm(query)
	}
	at := int32(len(t.queries))
	if q.needle != "" {
		if first := t.findTrie.add(q.needle, at); first != at {
			q.same, t.queries[first].same = t.queries[first].same, at
		}
	}
	t.queries = append(t.queries, q)
}

// scan yields the matches in s.
func (t *findNeedles) scan(options Finder, s string, yield func(Match) bool) {
	if t.most == 0 {
		return
	}
	f := finder{Finder: options, findNeedles: t, s: s, ring: make([]int, 1<<bits.Len(uint(t.most)))}
	f.scan(yield)
}
