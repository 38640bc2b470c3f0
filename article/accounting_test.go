package article_test

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// The accounting law, read without looking at the parser: each line that is
// not blank has one outcome.
//
//   - It carries a text of the article: its words are there, in one place, and
//     no other line has them. It needs no note, and may have notes.
//   - Or it was merged: what it says is in the article, but another line
//     carries it. It has a note, not a dropped one.
//   - Or it was dropped. It has exactly one dropped note, and no text of the
//     article is the whole of it.
//
// And the other way round: each text of the article comes from a line. So of
// n lines with the same text, carriers and notes are n.
//
// The words of a line are compared folded. Not counted as lost are the label
// word of a field ("Từ khóa:", "Theo"), the number of an entry of a list, and
// the words of a date that the article has as a time.

// datedNotesMayDrop allows a dropped note on a line "Cập nhật: 12/8/2026" whose
// date the article has. §8.4 does not count the label as lost, so the line is
// in the article; whether a note may still say "not all of it" is left open.
const datedNotesMayDrop = true

// sharedSourceNeedsNote asks for a note from the second of two lines that name
// the same source, if the first one carries it: "Theo TTXVN" above "Hà
// An/TTXVN". The second has words of its own, but the agency is merged.
const sharedSourceNeedsNote = true

// account returns how the article and the notes break the law, nil if they
// keep it. The lines are those of the input, blank ones included.
func account(p *article.Parser, lines []string, a *article.Article, notes []article.Note) (broken []string) {
	l := &ledger{location: p.Location}
	l.article(a)
	entries, broken := readLines(p, lines, notes)
	broken = append(broken, l.balance(entries)...)
	return broken
}

// An entry is a line with what its notes say.
type entry struct {
	number  int
	raw     string
	text    string // in normal form, one space for each run of white space
	words   []word
	noted   bool // it has notes, none of which drops it
	dropped bool
}

func (e *entry) String() string { return fmt.Sprintf("line %d %q", e.number, e.raw) }

// readLines returns the lines that are not blank, and what is wrong with the
// notes by themselves.
func readLines(p *article.Parser, lines []string, notes []article.Note) (entries []*entry, broken []string) {
	byNumber := make([]*entry, len(lines)+1)
	for i, raw := range lines {
		if strings.TrimSpace(raw) == "" {
			continue
		}
		text := clean(p.Form, raw)
		e := &entry{number: i + 1, raw: raw, text: text, words: wordsIn(text)}
		byNumber[i+1] = e
		entries = append(entries, e)
	}
	last := 0
	for _, n := range notes {
		switch {
		case n.Line < 1 || n.Line > len(lines) || byNumber[n.Line] == nil:
			broken = append(broken, fmt.Sprintf("note %+v is of no line", n))
			continue
		case n.Line < last:
			broken = append(broken, fmt.Sprintf("note %+v comes after one on line %d", n, last))
		case n.Rule == "":
			broken = append(broken, fmt.Sprintf("note %+v has no rule", n))
		case n.Text != lines[n.Line-1]:
			broken = append(broken, fmt.Sprintf("note %+v has not the whole line %q", n, lines[n.Line-1]))
		}
		last = n.Line
		e := byNumber[n.Line]
		if n.Dropped && e.dropped {
			broken = append(broken, fmt.Sprintf("%v was dropped twice", e))
		}
		e.noted, e.dropped = true, e.dropped || n.Dropped
	}
	return entries, broken
}

// inputLines returns the lines of a text, without their ends.
func inputLines(s string) []string {
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
}

// clean returns a line in the form in which an article has it.
func clean(f vn.Form, raw string) string {
	valid := strings.Map(func(r rune) rune { return r }, raw) // U+FFFD for each invalid byte
	return strings.Join(strings.Fields(f.String(valid)), " ")
}

// A word is a run of letters, digits and marks, folded, and where it stands.
type word struct {
	folded     string
	start, end int
}

// wordsIn returns the words of a text; of one that has none, such as "***", the
// signs that it shows, each run of the same one once.
func wordsIn(s string) (words []word) {
	add := func(start, end int) {
		if f := vn.Fold(s[start:end]); f != "" && start < end {
			words = append(words, word{f, start, end})
		}
	}
	start := 0
	for i, r := range s {
		if !isWordSign(r) {
			add(start, i)
			start = i + len(string(r))
		}
	}
	add(start, len(s))
	if words == nil {
		shown := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || unicode.Is(unicode.C, r) {
				return -1
			}
			return r
		}, s)
		if shown != "" {
			return []word{{string(slices.Compact([]rune(shown))), 0, len(s)}}
		}
	}
	return words
}

func isWordSign(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// key returns the words as one string.
func key(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.folded)
		b.WriteByte(' ')
	}
	return b.String()
}

// A piece is a text of the article that lines carry: a whole line, a part of
// one, or what was joined from several.
type piece struct {
	what   string // for the report: "a paragraph"
	text   string
	words  []word
	time   time.Time // in place of words
	joined bool      // several lines may have a part of it each
	has    []bool    // which of the words a line carries; of a time, one
	shared bool      // a line that was merged has it, too
	owner  string    // the decided block that it belongs to
}

// used reports whether a line carries a part of the piece.
func (p *piece) used() bool { return slices.Contains(p.has, true) }

// carried reports whether lines carry all of the piece.
func (p *piece) carried() bool { return !slices.Contains(p.has, false) }

// take sets that a line carries the words from the one to the other, or that
// it does not.
func (p *piece) take(from, to int, carries bool) {
	for i := from; i < to; i++ {
		p.has[i] = carries
	}
}

// A place is what one line may run through: a caption and its credit, a source
// tag and the lead.
type place struct {
	pieces []*piece
	labels map[string]bool // words of labels, which may be skipped
}

// balance places the lines in the article and returns what does not fit.
// Lines without notes come first, since they must find a place of their own;
// of these the longest, since "Theo TTXVN" is harder to place than "TTXVN".
func (l *ledger) balance(entries []*entry) (broken []string) {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b *entry) int {
		if a.noted != b.noted {
			if a.noted {
				return 1
			}
			return -1
		}
		return len(b.words) - len(a.words)
	})
	for _, e := range sorted {
		switch {
		case e.dropped || l.carry(e, false):
		case e.noted && l.carry(e, true):
		case !e.noted && len(e.words) == 0:
			broken = append(broken, fmt.Sprintf("%v shows nothing, and no note says so", e))
		case !e.noted:
			broken = append(broken, fmt.Sprintf("%v is lost: no text of the article is its own, and no note says so", e))
		case len(e.words) > 0:
			broken = append(broken, fmt.Sprintf("%v is lost: the article does not have it, and its notes do not drop it", e))
		}
	}
	for _, p := range l.pieces {
		if !p.used() && slices.ContainsFunc(entries, func(e *entry) bool { return e.dropped && len(e.words) > len(p.words) && partOf(p, e) }) {
			p.take(0, len(p.has), true)
		}
	}
	for _, e := range entries {
		if e.dropped && len(e.words) > 0 && l.carry(e, false) && !(datedNotesMayDrop && l.dated) {
			broken = append(broken, fmt.Sprintf("%v has a note too many: it was dropped, and it is in the article", e))
		}
	}
	for _, p := range l.pieces {
		within := func(e *entry) bool {
			shows := p.text != "" && !strings.ContainsFunc(p.text, isWordSign) // signs, which are no words
			return (e.dropped || shows) && partOf(p, e)
		}
		if !p.carried() && !l.spare(p) && !slices.ContainsFunc(entries, within) {
			broken = append(broken, fmt.Sprintf("%s %q is carried by no line, or twice", p.what, key(p.words)+formatTime(p.time)))
		}
	}
	if l.dividers > 0 {
		broken = append(broken, fmt.Sprintf("%d dividers are of no line", l.dividers))
	}
	return broken
}

// spare reports whether a piece that nothing carries can have the line of
// another one with the same words, which a second line has as well.
func (l *ledger) spare(p *piece) bool {
	if p.used() {
		return false
	}
	for _, q := range l.whole[key(p.words)] {
		if q != p && q.shared {
			q.shared = false
			return true
		}
	}
	return false
}

func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// partOf reports whether a dropped line has the piece and more: of a breadcrumb
// that was dropped the last crumb is the section.
func partOf(p *piece, e *entry) bool {
	return len(p.words) > 0 && (strings.Contains(" "+key(e.words), " "+key(p.words)) || strings.Contains(e.text, p.text))
}

// carry looks for a place for the line, and reports whether there is one. If
// again, what other lines carry counts, too.
func (l *ledger) carry(e *entry, again bool) bool {
	l.dated = false
	if len(e.words) == 0 {
		return again
	}
	if !again { // a text that is the line, and best one that can be nothing else
		same := l.whole[key(e.words)]
		for _, lone := range []bool{true, false} {
			for _, p := range same {
				if !p.used() && l.lone[p] == lone {
					p.take(0, len(p.has), true)
					return true
				}
			}
		}
	}
	for _, fresh := range []bool{true, false} { // better with something new
		if fresh || again {
			for _, pl := range l.placesOf(e) {
				m := matching{ledger: l, entry: e, place: pl, again: again, fresh: fresh, budget: 10_000}
				if m.at(0) {
					return true
				}
			}
		}
	}
	if l.dividers > 0 && !strings.ContainsFunc(e.text, isWordSign) {
		l.dividers--
		return true
	}
	return false
}
