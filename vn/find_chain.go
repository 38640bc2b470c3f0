package vn

import "sort"

// A findChain holds the matches that may still be replaced by one that begins before
// them, or with them and is longer. They do not overlap and are in order.
//
// Candidates come in the order of their ends. So the one that comes overlaps all that
// begin behind its start, and if it is a match they are none. It is none itself if a
// match that begins before it ends behind its start: should that one be replaced
// later, then by one that is longer still.
type findChain struct {
	list    []findCandidate
	head    int // list[:head] was passed on
	last    int // the end of the last one passed on
	stopped bool
}

// A findCandidate is a match, perhaps.
type findCandidate struct {
	start, end int
	needle     int32
	query      int32 // -1 if it is not known yet, and the grade neither
	grade      Grade
}

func (c *findChain) len() int { return len(c.list) - c.head }

// before returns the number of matches that begin before start.
func (c *findChain) before(start int) int {
	n := len(c.list)
	for k := 0; k < 4 && n > c.head && c.list[n-1].start >= start; k++ {
		n-- // it is nearly always one of the last
	}
	if n > c.head && c.list[n-1].start >= start {
		n = c.head + sort.Search(n-c.head, func(i int) bool { return c.list[c.head+i].start >= start })
	}
	return n
}

// open reports whether a match may begin at start.
func (c *findChain) open(start int) bool {
	if n := c.before(start); n > c.head {
		return c.list[n-1].end <= start
	}
	return start >= c.last
}

// add adds a match where one may begin.
func (c *findChain) add(m findCandidate) {
	c.list = append(c.list[:c.before(m.start)], m)
}

// take takes the first match if it begins before the horizon.
func (c *findChain) take(horizon int) (m findCandidate, ok bool) {
	if c.len() == 0 || c.list[c.head].start >= horizon {
		return m, false
	}
	m = c.list[c.head]
	c.last = m.end
	if c.head++; c.head == len(c.list) {
		c.list, c.head = c.list[:0], 0
	} else if c.head > 32 && c.head > len(c.list)/2 {
		c.list = c.list[:copy(c.list, c.list[c.head:])]
		c.head = 0
	}
	return m, true
}
