package article_test

import (
	"slices"
	"strings"
	"time"

	"github.com/toasoan/toasoan/vn"
)

// A matching is the search for the parts of a line in a place.
type matching struct {
	*ledger
	*entry
	*place
	again, fresh bool
	taken        []*piece
	renewed      bool // a piece was taken that no other line has
	budget       int  // of steps: an article may be hostile
}

// at reports whether the words from i on are pieces of the place or labels, and
// takes the pieces.
func (m *matching) at(i int) bool {
	if m.budget--; m.budget < 0 {
		return false
	}
	if i == len(m.entry.words) {
		return len(m.taken) > 0 && (m.renewed || !m.fresh)
	}
	for _, p := range m.place.pieces {
		from, n, fresh := m.match(p, i)
		if n == 0 || !m.again && slices.Contains(m.taken, p) {
			continue
		}
		to, renewed := min(from+n, len(p.has)), m.renewed
		m.taken = append(m.taken, p)
		if fresh {
			m.renewed = true
			p.take(from, to, true)
		}
		if m.at(i + n) {
			m.dated = m.dated || !p.time.IsZero()
			p.shared = p.shared || !fresh
			return true
		}
		if fresh {
			p.take(from, to, false)
		}
		m.renewed = renewed
		m.taken = m.taken[:len(m.taken)-1]
	}
	return m.labels[m.entry.words[i].folded] && m.at(i+1)
}

// match returns how many words of the line from i on are the piece, or a part
// of one that was joined, which begins at the word from; and whether no other
// line has them.
func (m *matching) match(p *piece, i int) (from, n int, fresh bool) {
	words := m.entry.words[i:]
	switch {
	case !p.time.IsZero():
		if p.used() && !m.again {
			return 0, 0, false
		}
		return 0, m.dateAt(p.time, i), !p.used()
	case !p.used() && hasPrefix(words, p.words):
		return 0, len(p.words), true
	case p.joined:
		if from, n = p.part(words, false); n == 0 && m.again {
			from, n = p.part(words, true)
			return from, n, false
		}
		return from, n, n > 0
	case (m.again || !sharedSourceNeedsNote && p.what == sourcePiece) && hasPrefix(words, p.words):
		return 0, len(p.words), false
	}
	return 0, 0, false
}

// part returns the longest run of words with which the words begin: of those
// that no line carries yet, or of all.
func (p *piece) part(words []word, all bool) (from, n int) {
	for i := range p.words {
		k := 0
		for k < len(words) && i+k < len(p.words) && (all || !p.has[i+k]) && words[k].folded == p.words[i+k].folded {
			k++
		}
		if k > n {
			from, n = i, k
		}
	}
	return from, n
}

func hasPrefix(words, prefix []word) bool {
	if len(words) < len(prefix) || len(prefix) == 0 {
		return false
	}
	for i, w := range prefix {
		if words[i].folded != w.folded {
			return false
		}
	}
	return true
}

// dateAt returns how many words from i on are the time.
func (m *matching) dateAt(t time.Time, i int) int {
	const most = 14 // words of a date
	words := m.entry.words
	for j := min(len(words), i+most); j > i; j-- {
		s := strings.Trim(m.text[words[i].start:words[j-1].end], " |-–")
		if j == len(words) || strings.HasPrefix(m.text[words[j-1].end:], ")") {
			s = strings.Trim(m.text[words[i].start:], " |-–") // "(GMT+7)" ends in a sign
		}
		for _, s := range []string{s, strings.TrimRight(s, ")].")} {
			if d, err := vn.ParseTimeIn(s, m.location); err == nil && d.Equal(t) {
				return j - i
			}
		}
	}
	return 0
}
