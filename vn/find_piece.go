package vn

import (
	"unicode"
	"unicode/utf8"
)

// findPieces takes a piece of text that is not plain apart: which letters it has and
// what each folds to, where they stand. What the whole folds to AppendFold tells, and
// that tells of each look-alike and each invisible character what became of it.
type findPieces struct {
	s          string
	start, end int        // the piece
	from       int        // where it begins in the ring
	text       []byte     // what it folds to
	list       []findSpan // its letters, if they are not too many
	one        []byte     // scratch
	known      *findKnown // nil until needed
}

// A findSpan is a letter of a piece.
type findSpan struct {
	end   int // in the text searched
	short int // the end without the invisible characters behind it
	text  int // the end of what it folds to; where it begins, if the letter vanishes
}

// findKnown remembers short pieces and runes: a text that is not plain has few of
// them, time and again. It makes such text ten times as fast.
type findKnown struct {
	runes  [128]findRune
	pieces [256]findShort
}

// A findRune tells whether a rune bounds a piece.
type findRune struct {
	r      rune
	bounds bool
}

// A findShort is a piece of few bytes, with offsets from its start.
type findShort struct {
	key     [24]byte
	n       int
	text    [40]byte
	letters [12]struct{ end, short, text uint8 }
	count   int
}

// read reads the piece of s at i; from is where it begins in the ring.
func (p *findPieces) read(s string, i, from int) {
	if p.known == nil {
		p.known = new(findKnown)
	}
	p.s, p.start, p.from = s, i, from
	p.end = p.pieceEnd(i, len(s))
	p.list = p.list[:0]
	piece := s[i:p.end]
	known := &p.known.pieces[findHash(piece)%uint32(len(p.known.pieces))]
	if len(piece) <= len(known.key) && string(known.key[:known.n]) == piece {
		for _, l := range known.letters[:known.count] {
			p.list = append(p.list, findSpan{i + int(l.end), i + int(l.short), int(l.text)})
		}
		p.text = append(p.text[:0], known.text[:p.list[len(p.list)-1].text]...)
		return
	}
	p.text = AppendFold(p.text[:0], piece)
	if !p.reads() {
		// No letter is told from another. It takes marks that NFC moves between them.
		p.list = append(p.list[:0], findSpan{p.end, p.end, len(p.text)})
	}
	known.remember(p, piece)
}

// remember remembers the piece, if it is short.
func (k *findShort) remember(p *findPieces, piece string) {
	if len(piece) > len(k.key) || len(p.text) > len(k.text) || len(p.list) > len(k.letters) {
		return
	}
	k.n, k.count = copy(k.key[:], piece), len(p.list)
	copy(k.text[:], p.text)
	for i, l := range p.list {
		k.letters[i] = struct{ end, short, text uint8 }{uint8(l.end - p.start), uint8(l.short - p.start), uint8(l.text)}
	}
}

// findHash returns a hash of a short text, or of the start of a longer one.
func findHash(s string) (h uint32) {
	for i := range min(len(s), 24) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// findMostSpans letters are kept; those of a longer piece are read again.
const findMostSpans = 64

// letters yields the letters of the piece.
func (p *findPieces) letters(yield func(findSpan) bool) {
	if len(p.list) <= findMostSpans {
		for _, l := range p.list {
			if !yield(l) {
				return
			}
		}
		return
	}
	for l := (findSpan{end: p.start}); l.end < p.end; {
		if l, _ = p.letter(l.end, l.text); !yield(l) {
			return
		}
	}
}

// reads reads the letters of the piece, and reports whether they fold to its text.
func (p *findPieces) reads() bool {
	p.list = p.list[:0]
	l, ok := findSpan{end: p.start}, false
	for l.end < p.end {
		if l, ok = p.letter(l.end, l.text); !ok {
			return false
		}
		if len(p.list) <= findMostSpans {
			p.list = append(p.list, l)
		}
	}
	return l.text == len(p.text)
}

// letter reads the letter at i, with the marks behind it, and those invisible
// characters behind it that vanish in its word. The text of the piece from n on is
// that of the letter and of all that follows; letter reports whether it is.
func (p *findPieces) letter(i, n int) (l findSpan, ok bool) {
	s := p.s[:p.end]
	r, size := utf8.DecodeRuneInString(s[i:])
	class := classOf(r, s[i:])
	bare := i + size
	if class == classInvisible && !hasPrefix(p.text[n:], s[i:bare]) {
		// It is of the word behind it.
		for bare < len(s) && findBeginsMark(s[bare:]) {
			_, size := utf8.DecodeRuneInString(s[bare:])
			bare += size
		}
		return findSpan{bare, bare, n}, true
	}
	base, latin := p.base(r, s[i:bare], n)
	p.one = append(p.one[:0], base...)
	l = findSpan{bare, bare, n}
	for l.end < len(s) && s[l.end] >= 0xC2 {
		mark, size := utf8.DecodeRuneInString(s[l.end:])
		next := l.end + size
		switch {
		case isInvisible(mark):
			if class != classLetter || hasPrefix(p.text[min(n+len(p.one), len(p.text)):], s[l.end:next]) {
				next = l.end // it stays
			}
		case !unicode.Is(unicode.M, mark):
			next = l.end
		default:
			if l.short = next; !latin {
				p.one = append(p.one, s[l.end:next]...)
			}
		}
		if next == l.end {
			break
		}
		l.end = next
	}
	if !latin && r != utf8.RuneError {
		p.one = append(p.one[:0], toNFC(string(p.one))...)
	}
	l.text = n + len(p.one)
	return l, hasPrefix(p.text[n:], string(p.one))
}

// base returns what a base folds to at n in the text of the piece, and whether it
// becomes Latin letters: then its marks vanish.
func (p *findPieces) base(r rune, s string, n int) (text string, latin bool) {
	if r < utf8.RuneSelf {
		if c := r | 0x20 - 'a'; uint32(c) < 26 {
			return slugAlphabet[c : c+1], true
		}
		return s, false
	}
	kind, text := findLookup(r)
	switch {
	case kind == foldLatin, kind == foldForeign && hasPrefix(p.text[n:], text):
		return text, true
	case r == utf8.RuneError:
		return s, false
	}
	return string(unicode.ToLower(r)), isLatin(r)
}

// hasPrefix reports whether b begins with s.
func hasPrefix(b []byte, s string) bool {
	return len(b) >= len(s) && string(b[:len(s)]) == s
}

// pieceEnd returns the end of the piece at i: of the character there and the word
// behind it; or limit, if it ends behind that.
func (p *findPieces) pieceEnd(i, limit int) int {
	s := p.s[:limit]
	for end := i; end < len(s); {
		if b := s[end]; b < utf8.RuneSelf {
			if b|0x20-'a' >= 26 && end > i {
				return end
			}
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		known := &p.known.runes[uint32(r)*0x9E3779B1>>25]
		if known.r != r {
			*known = findRune{r, findBounds(s[end:], r)}
		}
		if known.bounds && end > i {
			return end
		}
		end += n
	}
	return len(s)
}

// findLookup is foldLookup for a letter in either case: Fold lowers Ԁ to ԁ, which is
// a look-alike though Ԁ is none.
func findLookup(r rune) (foldKind, string) {
	kind, text := foldLookup(r)
	if kind == foldNone {
		return foldLookup(unicode.ToLower(r))
	}
	return kind, text
}

// findBounds reports whether a piece ends before the rune r, with which s begins.
func findBounds(s string, r rune) bool {
	switch kind, _ := findLookup(r); kind {
	case foldLatin, foldForeign, foldMark:
		return false
	}
	return r == utf8.RuneError || classOf(r, s) == classOther && bounds(s)
}
