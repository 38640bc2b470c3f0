package vn

//go:generate go run gen_fold.go

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Fold returns s as a key for search: two texts that differ in case, in marks, in
// the normal form or the tone style of their letters have the same key.
//
// Every Latin letter becomes lower-case ASCII letters without marks: đ is d, ñ is
// n, ø is o, ß is ss, æ is ae. Letters of other scripts become lower case, in NFC,
// and keep their marks, for й is not и. Look-alikes and invisible characters go
// where [Form] takes them for parts of a Latin word. Everything else stays, spaces
// and punctuation too, and so does invalid UTF-8.
//
// Fold(s) is Fold(Normalize(s)), and Fold(Fold(s)) is Fold(s). It returns s itself,
// without allocating, if nothing changes.
func Fold(s string) string {
	if foldIsSame(s) {
		return s
	}
	var buf [512]byte
	if len(s) <= len(buf) {
		return string(AppendFold(buf[:0], s))
	}
	return unsafeString(AppendFold(make([]byte, 0, len(s)+len(s)/64), s))
}

// AppendFold appends Fold(s) to dst and returns the extended slice. It does not
// allocate if dst has room for as many bytes as s has and s is made of Latin letters.
func AppendFold(dst []byte, s string) []byte {
	dst = slices.Grow(dst, len(s))
	start := len(dst)
	i, n := foldLetters(dst[start:start+len(s)], s)
	if dst = dst[:start+n]; i < len(s) {
		dst = foldSlow(dst, start, s, i)
	}
	return dst
}

// foldSlow folds the rest of s where foldQuick cannot go on at i, in turns with it.
// What foldQuick wrote is dst[start:].
func foldSlow(dst []byte, start int, s string, i int) []byte {
	var f folder
	var norm [2 * maxToken]byte
	f.norm = norm[:0]
	for {
		dst, i = f.resume(dst, start, s, i)
		for i < len(s) {
			f.norm, i, _ = f.m.step(f.norm[:0], s, i, true, nil)
			dst = f.writeBytes(dst, f.norm)
			if f.n == 0 && f.state == 0 && !f.m.over {
				break
			}
		}
		if i == len(s) {
			return f.flush(dst)
		}
		dst = slices.Grow(dst, len(s)-i)
		start = len(dst)
		next, n := foldLetters(dst[start:start+len(s)-i], s[i:])
		dst, i = dst[:start+n], i+next
		if i == len(s) {
			return dst
		}
	}
}

// resume begins the token that the rune at i may be a part of: it takes its letters
// back from dst, and returns where it begins. If the rune is a mark of another
// character, it takes that back.
func (f *folder) resume(dst []byte, start int, s string, i int) ([]byte, int) {
	n := len(dst)
	for n > start && len(dst)-n <= maxToken && dst[n-1]-'a' < 26 {
		n--
	}
	if len(dst)-n > maxToken {
		f.m.over = true
		f.state, f.has = foldInOver, foldHasLatin|foldAfterLatin
		return dst, i
	}
	if bearer := foldBearer(s, i); n == len(dst) && n > start {
		// What is no letter is copied.
		return dst[:n-(i-bearer)], bearer
	}
	// Each byte taken back is one letter. The marks on them were not written.
	for range len(dst) - n {
		for i--; !utf8.RuneStart(s[i]) || s[i] == 0xCC; i-- {
		}
	}
	return dst[:n], i
}

// foldBearer returns where the character begins that the rune at i is a mark of: at i
// if it is none.
func foldBearer(s string, i int) int {
	if i > 0 && bears(s[i:]) {
		for i--; i > 0 && !utf8.RuneStart(s[i]); i-- {
		}
	}
	return i
}

// foldIsSame reports whether s is what it folds to.
func foldIsSame(s string) bool {
	i := foldSame(s)
	if i == len(s) || i < 0 {
		return i > 0 || s == ""
	}
	var f folder
	var normBuf [2 * maxToken]byte
	var outBuf [8 * maxToken]byte
	f.norm = normBuf[:0]
	same := i // what was written and what waits in f is s[:i], the former s[:same]
	for i < len(s) {
		f.norm, i, _ = f.m.step(f.norm[:0], s, i, true, nil)
		out := f.writeBytes(outBuf[:0], f.norm)
		if i-same < len(out) || s[same:same+len(out)] != string(out) {
			return false
		}
		if same += len(out); s[same:i] != string(f.buf[:f.n]) && f.n < maxToken {
			return false
		}
		if f.n == 0 && f.state == 0 && !f.m.over {
			n := foldSame(s[i:])
			if n < 0 {
				return false
			}
			i += n
			same = i
		}
	}
	return s[same:] == string(f.flush(outBuf[:0]))
}

// foldSame returns the length of the words at the start of s that fold to
// themselves, so far as the tables of single bytes tell, or -1 if they tell that some
// of s changes.
func foldSame(s string) int {
	row, lead := uint8(0), uint8(0)
	i, word := 0, 0 // word is behind the last character that is no letter
	for i < len(s) {
		if row|lead == 0 {
			if n := foldSameASCII(s[i:]); n > 0 {
				i += n
				for k := i; k > i-n; k-- {
					if s[k-1]-'a' >= 26 {
						word = k
						break
					}
				}
				continue
			}
		}
		c := s[i]
		e := foldRows[int(row&15)<<8|int(c)]
		if e&rowSlow != 0 {
			return foldBearer(s, word)
		}
		if e&rowEmit != 0 && byte(e) != c {
			return -1
		}
		row = foldNext[int(lead&3)<<8|int(c)]
		lead = foldLead[c]
		i++
		if row == 0 && c-'a' >= 26 {
			word = i
		}
	}
	if row != 0 {
		return foldBearer(s, word)
	}
	return i
}

// foldSameASCII returns the length of the prefix of s that is ASCII without
// capitals, as far as eights of bytes tell.
func foldSameASCII(s string) (n int) {
	const ones = 0x0101010101010101
	for ; len(s)-n >= 8; n += 8 {
		b := s[n : n+8]
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		if w&(ones*0x80) != 0 || (w+ones*(0x80-'A'))&^(w+ones*(0x7F-'Z'))&(ones*0x80) != 0 {
			break
		}
	}
	return n
}

// A folder folds a text from left to right. It folds what a machine has normalized:
// a token when all of it is known, anything else character by character. The tokens
// are those of the folded text, so that a second pass has nothing to do.
//
// A folded token of more than maxToken bytes keeps look-alikes and invisible
// characters.
type folder struct {
	m    machine
	norm []byte // what the machine wrote

	buf   [4 * maxToken]byte // the token, or another character and its marks
	n     int
	last  int // where the last letter in buf begins
	state foldState
	has   foldState
}

// foldState tells what is in the buffer of a folder.
type foldState uint8

const (
	foldInToken    foldState = 1 << iota // a token that is not over the limit
	foldInOver                           // in a token over the limit
	foldHasLatin                         // the token has a Latin letter
	foldHasAlike                         // it has a look-alike of another script
	foldHasHidden                        // it has invisible characters
	foldAfterLatin                       // the last letter is Latin
	foldHasMarks                         // the buffer has marks, or letters that marks may join
)

// step folds what the machine normalizes next. Some of the result may stay in f. If
// it must know more of the text, it returns i and more.
func (f *folder) step(dst []byte, s string, i int, atEOF bool) (out []byte, next int, more bool) {
	if end := f.m.clean(s, i, atEOF); end > i {
		return f.write(dst, s[i:end]), end, false
	}
	f.norm, next, more = f.m.step(f.norm[:0], s, i, atEOF, nil)
	if more {
		return dst, i, true
	}
	return f.writeBytes(dst, f.norm), next, false
}

// writeBytes is write for bytes.
func (f *folder) writeBytes(dst, b []byte) []byte {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			dst = append(f.flush(dst), b[0])
		} else {
			dst = f.rune(dst, r)
		}
		b = b[n:]
	}
	return dst
}

// write folds normalized text.
func (f *folder) write(dst []byte, s string) []byte {
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			dst = append(f.flush(dst), s[0])
		} else {
			dst = f.rune(dst, r)
		}
		s = s[n:]
	}
	return dst
}

// rune folds a rune of normalized text.
func (f *folder) rune(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if uint32(r|0x20-'a') >= 26 {
			return append(f.flush(dst), byte(r))
		}
		return f.latin(dst, r, "")
	}
	kind, text := foldLookup(r)
	switch {
	case kind == foldLatin:
		return f.latin(dst, r, text)
	case kind == foldMark && isInvisible(r):
		return f.invisible(dst, r)
	case kind == foldMark, unicode.Is(unicode.M, r):
		return f.mark(dst, r)
	case isLatin(r):
		return f.latin(dst, unicode.ToLower(r), "")
	}
	r = unicode.ToLower(r)
	if kind, _ := foldLookup(r); kind == foldForeign {
		return f.foreign(dst, r)
	}
	dst = f.flush(dst)
	f.add(r)
	return dst
}

// add adds a rune to the buffer, which has room.
func (f *folder) add(r rune) {
	f.n = len(utf8.AppendRune(f.buf[:f.n], r))
}

// latin folds a Latin letter: to text, or to r in lower case.
func (f *folder) latin(dst []byte, r rune, text string) []byte {
	var b [utf8.UTFMax]byte
	letters := b[:0]
	switch {
	case text != "":
		letters = append(letters, text...)
	case r < utf8.RuneSelf:
		letters = append(letters, byte(r)|0x20)
	default:
		letters = utf8.AppendRune(letters, r)
	}
	dst = f.room(dst, len(letters))
	f.has |= foldHasLatin | foldAfterLatin
	if f.state&foldInOver != 0 {
		dst = f.release(dst)
		return append(dst, letters...)
	}
	f.n += copy(f.buf[f.n:], letters)
	return dst
}

// foreign folds a look-alike of another script, in lower case.
func (f *folder) foreign(dst []byte, r rune) []byte {
	dst = f.room(dst, utf8.RuneLen(r))
	if f.state&foldInOver != 0 {
		dst = f.release(dst)
	}
	f.has = f.has&^foldAfterLatin | foldHasAlike
	f.last = f.n
	f.add(r)
	return dst
}

// invisible folds an invisible character.
func (f *folder) invisible(dst []byte, r rune) []byte {
	dst = f.room(dst, utf8.RuneLen(r))
	if f.state&foldInOver != 0 {
		dst = f.release(dst)
		f.has &^= foldAfterLatin
	}
	f.has |= foldHasHidden
	f.add(r)
	return dst
}

// mark folds a combining mark.
func (f *folder) mark(dst []byte, r rune) []byte {
	switch {
	case f.has&foldAfterLatin != 0:
		return dst
	case f.n == 0:
		return utf8.AppendRune(dst, r)
	case f.state&foldInToken != 0 && f.has&foldHasAlike == 0:
		// An invisible character with a mark of its own begins no word.
		dst = f.release(dst)
		f.state, f.has = 0, 0
		return utf8.AppendRune(dst, r)
	case f.state&foldInToken != 0 && f.n+utf8.RuneLen(r) > maxToken:
		dst = f.toOver(dst, f.last)
	case f.n+utf8.UTFMax > len(f.buf):
		dst = f.release(dst)
		return utf8.AppendRune(dst, r)
	}
	f.has |= foldHasMarks
	f.add(r)
	return dst
}

// room begins a token, or makes one that grows over the limit be one of those.
func (f *folder) room(dst []byte, size int) []byte {
	switch {
	case f.state&foldInOver != 0:
	case f.state&foldInToken == 0:
		dst = f.flush(dst)
		f.state = foldInToken
	case f.n+size > maxToken:
		dst = f.toOver(dst, f.n)
	}
	return dst
}

// toOver leaves a token that is over the limit as it is, up to the letter at last.
func (f *folder) toOver(dst []byte, last int) []byte {
	f.state = foldInOver
	rest := string(f.buf[last:f.n])
	f.n = last
	dst = f.release(dst)
	f.n = copy(f.buf[:], rest)
	f.has |= foldHasMarks
	return dst
}

// release writes the buffer as it is.
func (f *folder) release(dst []byte) []byte {
	b := f.buf[:f.n]
	f.n, f.last = 0, 0
	if f.has&foldHasMarks == 0 {
		return append(dst, b...)
	}
	f.has &^= foldHasMarks
	if len(b) == 0 {
		return dst
	}
	return appendNFC(dst, string(b))
}

// flush ends what is in the buffer.
func (f *folder) flush(dst []byte) []byte {
	if f.state&foldInToken != 0 && f.has&foldHasLatin != 0 && f.has&(foldHasAlike|foldHasHidden) != 0 {
		f.resolve()
	}
	if f.n > 0 {
		dst = f.release(dst)
	}
	f.state, f.has = 0, 0
	return dst
}

// resolve decides what becomes of the look-alikes and the invisible characters of a
// token with a Latin letter.
func (f *folder) resolve() {
	var buf [maxLetters]byte
	if f.has&foldHasAlike != 0 {
		if letters := f.skeleton(buf[:0]); letters != nil && legalSkeleton(letters) {
			f.n = copy(f.buf[:], letters)
			return
		}
	}
	if f.has&foldHasHidden != 0 {
		b := stripInvisible(nil, string(f.buf[:f.n]))
		f.n = copy(f.buf[:], b)
	}
}

// skeleton returns the letters of the token as Latin ones, or nil if that cannot
// be a syllable.
func (f *folder) skeleton(letters []byte) []byte {
	for b := f.buf[:f.n]; len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		b = b[n:]
		text := ""
		switch kind, foreign := foldLookup(r); {
		case r < utf8.RuneSelf:
			text = string(r)
		case kind == foldForeign:
			text = foreign
		case kind == foldMark:
			continue
		default:
			return nil
		}
		if len(letters) == maxLetters {
			return nil
		}
		letters = append(letters, text...)
	}
	return letters
}
