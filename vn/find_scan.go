package vn

import (
	"strings"
	"unicode/utf8"
)

// A finder reads a text letter by letter, as [Fold] changes it, and finds needles in
// it that begin and end between letters. It goes over the text once.
//
// Most text is plain: what a letter folds to does not depend on those around it. The
// rest is read in pieces, words with the character before them, of which [AppendFold]
// tells the folded text. A letter there is a base with its marks and, in words whose
// invisible characters vanish, those among and after them.
type finder struct {
	Finder
	*findNeedles
	s     string
	plain int   // up to where the text is known to be plain
	state int32 // the node of the trie

	// ring has, for the last folded bytes, where their letters begin: twice the offset in
	// s, and one more in a piece; -1 for the other bytes of a letter. Folded bytes that no
	// match can begin with are left out where none is under way.
	ring []int
	dst  int // how many bytes were written to the ring

	pieces findPieces
	chain  findChain
	words  findWords
}

// scan reads the text, up to its end or until yield returns false.
func (f *finder) scan(yield func(Match) bool) {
	for i := 0; i < len(f.s) && !f.chain.stopped; {
		if f.state == 0 {
			if i = f.skip(i); i == len(f.s) {
				break
			}
		}
		switch {
		case i < f.plain:
			i = f.readPlain(i, yield)
		default:
			if f.plain = findPlainEnd(f.s, i); f.plain == i {
				i = f.readPiece(i, yield)
				f.plain = i
			}
		}
	}
	if !f.chain.stopped {
		f.emit(yield, len(f.s))
	}
}

// skip returns where a needle may begin from i on, no match being under way: at a
// letter of the text that is known to be plain, or at the start of a piece behind it.
// Nothing is known but what single bytes tell, as in foldQuick: most text is skipped.
func (f *finder) skip(i int) int {
	s := f.s
	row, lead := uint8(0), uint8(0)
	for ; i < len(s); i++ {
		c := s[i]
		e := foldRows[int(row&15)<<8|int(c)]
		if e&rowSlow == 0 && !f.begins[e&(rowEmit|0xFF)] {
			row = foldNext[int(lead&3)<<8|int(c)]
			lead = foldLead[c]
			continue
		}
		if row != 0 {
			i = findRuneStart(s, i)
		}
		row, lead = 0, 0
		if e&rowSlow != 0 && foldIsMark(s, i) && findIsLetter(s[:i]) {
			for foldIsMark(s, i) {
				i += 2
			}
			i--
			continue
		}
		return f.stop(i)
	}
	if row != 0 {
		return f.stop(findRuneStart(s, i)) // no whole rune
	}
	return len(s)
}

// stop returns where reading begins for the sake of the rune at i.
func (f *finder) stop(i int) int {
	if i < f.plain {
		return i
	}
	return findPieceStart(f.s, f.plain, i)
}

// findRuneStart returns where the rune begins that the byte before i is of.
func findRuneStart(s string, i int) int {
	for i--; !utf8.RuneStart(s[i]); i-- {
	}
	return i
}

// findIsLetter reports whether s ends in a plain letter.
func findIsLetter(s string) bool {
	_, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return false
	}
	c, k := findPlain(s[len(s)-n:])
	if k == 0 {
		_, k = findLatin(s[len(s)-n:])
		return k == n
	}
	return k == n && c-'a' < 26
}

// findPieceStart returns the start of the piece that i is in, from low on: of the
// character before the word.
func findPieceStart(s string, low, i int) int {
	for i > low {
		switch {
		case i-low > 1 && foldIsMark(s, i-2):
			i -= 2
		case findIsLetter(s[low:i]):
			_, n := utf8.DecodeLastRuneInString(s[:i])
			i -= n
		default:
			_, n := utf8.DecodeLastRuneInString(s[low:i])
			return i - n
		}
	}
	return i
}

// findPlainEnd returns the start of the first piece from i on, itself the start of
// one, that is not plain, or of a later one if there is none within some 64 bytes.
func findPlainEnd(s string, i int) int {
	const most = 64
	piece, letter := i, false // the last piece; the last character is a letter
	for k := i; k < len(s); {
		c, n := s[k]|0x20, 1
		if c >= utf8.RuneSelf {
			if letter && foldIsMark(s, k) {
				k += 2
				continue
			}
			if c, n = findPlain(s[k:]); n == 0 {
				text, size := findLatin(s[k:])
				if size == 0 {
					return piece
				}
				c, n = text[0], size
			}
		}
		if letter = c-'a' < 26; !letter {
			if piece = k; k-i > most {
				return piece
			}
		}
		k += n
	}
	return len(s)
}

// findPlain returns the length of the rune that s begins with and what it folds to:
// itself if c is no ASCII character, else c. The length is 0 if that may depend on
// what stands around it.
func findPlain(s string) (c byte, n int) {
	b := s[0]
	if b < utf8.RuneSelf {
		if b-'A' < 26 {
			b |= 0x20
		}
		return b, 1
	}
	row := foldNext[b]
	if len(s) < 2 || s[1]>>6 != 2 {
		return 0, 0
	}
	if lead := foldLead[b]; lead != 0 {
		row, n = foldNext[int(lead)<<8|int(s[1])], 1
	}
	if n++; row == 0 || n >= len(s) {
		return 0, 0
	}
	e := foldRows[int(row&15)<<8|int(s[n])]
	if e&rowSlow != 0 || e&rowEmit == 0 {
		return 0, 0
	}
	return byte(e), n + 1
}

// findLatin is findPlain for the other letters that are always Latin ones: what the
// letter folds to may be two, as of ß, or three.
func findLatin(s string) (text string, n int) {
	r, n := utf8.DecodeRuneInString(s)
	if kind, text := foldLookup(r); kind == foldLatin {
		return text, n
	}
	return "", 0
}

// readPlain reads the plain text from i on for as long as a match is under way, and
// returns where it stops.
func (f *finder) readPlain(i int, yield func(Match) bool) int {
	s := f.s[:f.plain]
	for i < len(s) {
		c, n := findPlain(s[i:])
		text, letter := s[i:i+n], false
		switch {
		case n == 0:
			text, n = findLatin(s[i:])
			letter = true
		case c < utf8.RuneSelf:
			text, letter = text[:0], true
			f.feed(c, i<<1, true)
		}
		for k := range len(text) {
			f.feed(text[k], i<<1, k == 0)
		}
		end := i + n
		for letter && foldIsMark(s, end) {
			end += 2
		}
		if i = end; f.ends() {
			f.report(end, end)
		}
		if f.chain.len() > 0 && !f.emit(yield, f.horizon()) || f.state == 0 {
			break
		}
	}
	return i
}

// readPiece reads the piece at i, and returns its end.
func (f *finder) readPiece(i int, yield func(Match) bool) int {
	p := &f.pieces
	p.read(f.s, i, f.dst)
	from := 0
	for l := range p.letters {
		for k := from; k < l.text; k++ {
			f.feed(p.text[k], i<<1|1, k == from)
		}
		if l.text > from && f.ends() {
			f.report(l.end, l.short)
		}
		i, from = l.end, l.text
		if f.chain.len() > 0 && !f.emit(yield, f.horizon()) {
			break
		}
	}
	end := p.end
	p.end = p.start
	return end
}

// feed feeds a folded byte of the letter that begins at by the ring; first tells
// whether it is the first byte of that.
func (f *finder) feed(b byte, at int, first bool) {
	if !first {
		at = -1
	}
	f.ring[f.dst&(len(f.ring)-1)] = at
	f.dst++
	f.state = f.next(f.state, b)
}

// ends reports whether a needle ends with the bytes fed.
func (f *finder) ends() bool {
	n := &f.nodes[f.state]
	return n.needle >= 0 || n.shorter != 0
}

// report takes the needles that end with the letter that ends at end, or at short
// without the invisible characters behind it, the longest first.
func (f *finder) report(end, short int) {
	at := f.state
	if f.nodes[at].needle < 0 {
		at = f.nodes[at].shorter
	}
	for ; at != 0; at = f.nodes[at].shorter {
		n := &f.nodes[at]
		start := f.ring[(f.dst-int(n.depth))&(len(f.ring)-1)]
		if start < 0 || !f.chain.open(start>>1) {
			continue
		}
		c, ok := f.candidate(start, end, n.needle)
		if !ok && short < end {
			c, ok = f.candidate(start, short, n.needle)
		}
		if ok {
			f.chain.add(c)
		}
	}
}

// candidate returns the match s[start>>1:end] of a needle, if it is one that f allows;
// start is as in the ring.
func (f *finder) candidate(start, end int, needle int32) (c findCandidate, ok bool) {
	c = findCandidate{start: start >> 1, end: end, needle: needle, query: -1}
	if !f.foldsAlone(c.start, end, start&1 != 0, f.queries[needle].needle) || f.Words && !f.words.whole(f.s, c.start, end) {
		return c, false
	}
	if f.Least > GradeFolded {
		c.query, c.grade = f.best(c)
	}
	return c, c.grade >= f.Least
}

// foldsAlone reports whether s[start:end], which folds to the needle where it stands,
// does so by itself. What it has of plain text does, and whole pieces do; inPiece tells
// that it begins in one. Of a word over the limit of a token this holds for a part that
// is, too.
func (f *finder) foldsAlone(start, end int, inPiece bool, needle string) bool {
	var buf [4 * maxToken]byte
	p := &f.pieces
	isPiece := p.start < p.end
	if isPiece && start >= p.start {
		return len(needle) > maxToken || string(AppendFold(buf[:0], f.s[start:end])) == needle
	}
	if inPiece {
		const most = 8 * maxToken
		limit := min(end, start+most)
		first := p.pieceEnd(start, limit)
		if first-start < most && !strings.HasPrefix(needle, string(AppendFold(buf[:0], f.s[start:first]))) {
			return false
		}
	}
	if n := f.dst - p.from; isPiece && end < p.end && n <= maxToken {
		return string(AppendFold(buf[:0], f.s[p.start:end])) == string(p.text[:n])
	}
	return true
}

// best returns the query of a match that has the highest grade, the first of several.
func (f *finder) best(c findCandidate) (query int32, grade Grade) {
	query = -1
	for at := c.needle; at >= 0; at = f.queries[at].same {
		g := GradeFolded
		if form := f.queries[at].form; form != "" {
			g = findGrade(f.s[c.start:c.end], form)
		}
		if query < 0 || g > grade || g == grade && at < query {
			query, grade = at, g
		}
	}
	return query, grade
}

// emit yields the matches that begin before the horizon, which are sure, and reports
// whether more are wanted.
func (f *finder) emit(yield func(Match) bool, horizon int) bool {
	for {
		c, ok := f.chain.take(horizon)
		if !ok {
			return true
		}
		if c.query < 0 {
			c.query, c.grade = f.best(c)
		}
		if !yield(Match{c.start, c.end, int(c.query), c.grade}) {
			f.chain.stopped = true
			return false
		}
	}
}

// horizon returns where a match that is under way begins, at least: none that is found
// from now on begins before it.
func (f *finder) horizon() int {
	for d := int(f.nodes[f.state].depth); d > 0; d-- {
		if at := f.ring[(f.dst-d)&(len(f.ring)-1)]; at >= 0 {
			return at >> 1
		}
	}
	return len(f.s)
}
