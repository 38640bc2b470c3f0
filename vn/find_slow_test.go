package vn_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// The independent implementation tries every pair of offsets. All that it knows of
// folding is Fold.

// A slowLetter is a letter of a text and what it folds to where it stands.
type slowLetter struct {
	start, end int
	text       string
	isLetter   bool // Latin, or looks so
}

const slowInvisible = "\u00AD\u200B\u200C\u200D\u2060\uFEFF"

// slowLetters takes a text apart, so that its letters fold to what the whole does.
func slowLetters(s string) []slowLetter {
	var letters []slowLetter
	for i, r := range s {
		size := len(string(r))
		if r == '\uFFFD' && !strings.HasPrefix(s[i:], "\uFFFD") {
			size = 1
		}
		if n := len(letters); n > 0 && unicode.Is(unicode.M, r) {
			letters[n-1].end += size
			continue
		}
		letters = append(letters, slowLetter{start: i, end: i + size})
	}
	if !slowAlign(letters, s, vn.Fold(s)) {
		return nil
	}
	return letters
}

// slowAlign gives every letter one of the texts that it may fold to, if these make
// folded.
func slowAlign(letters []slowLetter, s, folded string) bool {
	if len(letters) == 0 {
		return folded == ""
	}
	l := &letters[0]
	whole := s[l.start:l.end]
	base := string([]rune(whole)[:1])
	options := []string{vn.Fold(whole)}
	if twin := slowTwin(base); twin != "" {
		options = []string{twin, vn.Fold(whole)}
	}
	if strings.Contains(slowInvisible, base) && whole != "\xff" {
		options = []string{"", whole}
	}
	l.isLetter = slowTwin(base) != "" || strings.Contains(slowTwins, base) || unicode.Is(unicode.Latin, []rune(whole)[0])
	for _, text := range options {
		if rest, ok := strings.CutPrefix(folded, text); ok {
			if l.text = text; slowAlign(letters[1:], s, rest) {
				return true
			}
		}
	}
	return false
}

// slowTwin returns the Latin letter that a Cyrillic one looks like.
func slowTwin(base string) string {
	const twins = "аaеeоoсcрpхxуy"
	lower := strings.ToLower(base)
	if i := strings.Index(twins, lower); i >= 0 && lower[0] > 0x7F {
		return twins[i+len(lower) : i+len(lower)+1]
	}
	return ""
}

// slowMatches returns the matches of queries by the words of the documentation.
func slowMatches(f vn.Finder, s string, queries []string) (matches []vn.Match) {
	type candidate struct {
		vn.Match
		width int
	}
	letters := slowLetters(s)
	var all []candidate
	for a, first := range letters {
		text := ""
		for _, last := range letters[a:] {
			if text += last.text; first.text == "" || last.text == "" {
				continue
			}
			for q, query := range queries {
				if text != vn.Fold(query) {
					continue
				}
				start, end := first.start, last.end
				for _, l := range letters {
					if l.start == end && l.text == "" && last.isLetter {
						end = l.end
					}
				}
				if vn.Fold(s[start:end]) != text {
					if end = last.end; vn.Fold(s[start:end]) != text {
						continue
					}
				}
				g := slowGrade(s[start:end], query)
				if g < f.Least || f.Words && (slowInWord(s, start) || slowInWord(s, end)) {
					continue
				}
				all = append(all, candidate{vn.Match{Start: start, End: end, Query: q, Grade: g}, len(text)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.Start != b.Start:
			return a.Start - b.Start
		case a.width != b.width:
			return b.width - a.width
		case a.Grade != b.Grade:
			return int(b.Grade) - int(a.Grade)
		}
		return a.Query - b.Query
	})
	end := 0
	for _, c := range all {
		if c.Start >= end {
			matches = append(matches, c.Match)
			end = c.End
		}
	}
	return matches
}

// slowInWord reports whether i is inside of a word.
func slowInWord(s string, i int) bool {
	skip := func(r rune) bool { return unicode.Is(unicode.M, r) || strings.ContainsRune(slowInvisible, r) }
	before := []rune(strings.TrimRightFunc(s[:i], skip))
	behind := []rune(strings.TrimLeftFunc(s[i:], skip))
	isWord := func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && r != 'ʼ' }
	return len(before) > 0 && len(behind) > 0 && isWord(before[len(before)-1]) && isWord(behind[0])
}

// slowGrade returns the grade of a match.
func slowGrade(text, query string) vn.Grade {
	old := vn.Form{Tone: vn.OldStyle}
	a, b := strings.ToLower(old.String(text)), strings.ToLower(old.String(query))
	if a == b {
		return vn.GradeExact
	}
	a, b = norm.NFD.String(a), norm.NFD.String(b)
	for _, pair := range []string{"đd\u0336", "øo\u0338", "łl\u0335"} {
		r := []rune(pair)
		a, b = strings.ReplaceAll(a, string(r[0]), string(r[1:])), strings.ReplaceAll(b, string(r[0]), string(r[1:]))
	}
	x, y := slowMarks(a), slowMarks(b)
	if len(x) != len(y) {
		return vn.GradeFolded
	}
	for i := range x {
		if x[i][0] != y[i][0] {
			return vn.GradeFolded
		}
		for _, mark := range y[i] {
			if !slices.Contains(x[i], mark) {
				return vn.GradeFolded
			}
		}
	}
	return vn.GradeTyped
}

// slowMarks returns the letters of a decomposed text, each a base and its marks.
func slowMarks(s string) (letters [][]rune) {
	for _, r := range s {
		if n := len(letters); n > 0 && unicode.Is(unicode.M, r) {
			letters[n-1] = append(letters[n-1], r)
		} else {
			letters = append(letters, []rune{r})
		}
	}
	return letters
}

// findAtoms are what random texts and queries are made of.
var findAtoms = strings.Fields(`a á à ạ ă ắ â ấ A Á o ó ò ô ồ ơ ớ O Ố u ụ ư ừ y ý e ê ế i í đ d Đ D n N h t T g c m hoà hòa Hòa HOÀ qúy quý tòan
	ß æ s ss ae ø ł ñ ö 1 2 30 , . ' ’ ʼ - – “ й Й и 日 本 tоán cо HСМ о с х Nóe Noé ThuÝ hòàn xoáy`)

func findRandom(r *rand.Rand, n int) string {
	var b strings.Builder
	few := r.IntN(len(findAtoms) - 6)
	for range n {
		atom := findAtoms[few+r.IntN(6)]
		switch r.IntN(14) {
		case 0, 1:
			atom = " "
		case 2:
			atom = []string{"\u200b", "\u00ad", "\u0301", "\u0323", "\u0306", "\u200b\u0301"}[r.IntN(6)]
		case 3, 4, 5:
			atom = findAtoms[r.IntN(len(findAtoms))]
		}
		b.WriteString(atom)
	}
	s := b.String()
	if r.IntN(3) == 0 {
		s = norm.NFD.String(s)
	}
	return s
}

// TestFinderSlow compares random searches with the slow ones.
func TestFinderSlow(t *testing.T) {
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	r := rand.New(rand.NewPCG(20, 26))
	found, graded, skipped := 0, [3]int{}, 0
	for range n {
		s := findRandom(r, 1+r.IntN(14))
		var queries []string
		for range 1 + r.IntN(3) {
			q := findRandom(r, 1+r.IntN(3))
			if r.IntN(3) > 0 { // a part of the text, spelt in another way
				runes := []rune(s)
				i := r.IntN(len(runes))
				q = string(runes[i : i+1+r.IntN(min(6, len(runes)-i))])
				switch r.IntN(4) {
				case 0:
					q = vn.Fold(q)
				case 1:
					q = vn.StripTones(q)
				case 2:
					q = norm.NFC.String(strings.ToUpper(q))
				}
			}
			queries = append(queries, q)
		}
		if slowLetters(s) == nil {
			skipped++
			continue
		}
		f := vn.Finder{Words: r.IntN(3) == 0, Least: vn.Grade(max(0, r.IntN(5)-2))}
		got, want := slices.Collect(f.All(s, queries...)), slowMatches(f, s, queries)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v.All(%+q, %+q) (-want +got):\n%s", f, s, queries, diff)
			if found++; t.Failed() && found > 5 {
				t.FailNow()
			}
		}
		for _, m := range got {
			graded[m.Grade]++
		}
	}
	if min(graded[0], graded[1], graded[2]) < n/50 || skipped > n/20 {
		t.Errorf("%d matches by grade, %d texts of %d skipped", graded, skipped, n)
	}
}
