package jsonenc

// States of the scanners: the bit offset of a state's row in an entry of the
// table, so that a step is one shift.
const (
	stStart = 6 * iota
	stTail1 // one continuation byte to come
	stTail2 // two
	stTail3 // three
	stE0    // after E0: a short form is invalid
	stED    // after ED: surrogates are invalid
	stF0    // after F0: a short form is invalid
	stF4    // after F4: nothing above U+10FFFF
	stE2    // after E2: the encoder looks for E2 80 A8 and A9
	stBad   // absorbing; E2 80 is stBad in the encoder's table
)

// A table is a shift-based automaton: bits s to s+5 of table[b] are the state
// that follows the state s on the byte b.
type table [256]uint64

// plain accepts what stands for itself in a JSON string; safe accepts less:
// what [AppendString] copies.
var (
	plain = newTable(func(b byte) bool { return b >= ' ' && b != '"' && b != '\\' }, false)
	safe  = newTable(func(b byte) bool {
		return b >= ' ' && b != '"' && b != '\\' && b != '<' && b != '>' && b != '&'
	}, true)
)

// newTable returns the automaton for valid UTF-8 with those ASCII bytes; it
// stops before U+2028 and U+2029 if separators.
func newTable(ascii func(byte) bool, separators bool) *table {
	t := new(table)
	for i := range t {
		b := byte(i)
		in := func(lo, hi byte) bool { return lo <= b && b <= hi }
		to := func(from uint64, ok bool, next uint64) {
			if !ok {
				next = stBad
			}
			t[i] |= next << from
		}
		tail := in(0x80, 0xBF)
		next := uint64(stBad)
		switch {
		case b < 0x80 && ascii(b):
			next = stStart
		case in(0xC2, 0xDF):
			next = stTail1
		case b == 0xE0:
			next = stE0
		case b == 0xED:
			next = stED
		case b == 0xE2 && separators:
			next = stE2
		case in(0xE1, 0xEF):
			next = stTail2
		case b == 0xF0:
			next = stF0
		case in(0xF1, 0xF3):
			next = stTail3
		case b == 0xF4:
			next = stF4
		}
		to(stStart, true, next)
		to(stTail1, tail, stStart)
		to(stTail2, tail, stTail1)
		to(stTail3, tail, stTail2)
		to(stE0, in(0xA0, 0xBF), stTail1)
		to(stED, in(0x80, 0x9F), stTail1)
		to(stF0, in(0x90, 0xBF), stTail2)
		to(stF4, in(0x80, 0x8F), stTail2)
		to(stE2, tail && b != 0x80, stTail1)
		to(stBad, true, stBad)
	}
	return t
}

// Plain returns the length of the longest prefix of s that stands for itself
// inside a JSON string: valid UTF-8 without quotes, backslashes and controls.
func Plain(s string) int { return plain.span(s) }

// span returns the length of the longest prefix of s that the automaton
// accepts. It looks at 16 bytes before it branches.
func (t *table) span(s string) int {
	i, state := 0, uint64(stStart)
	for len(s)-i >= 16 {
		b := s[i : i+16]
		x := t[b[0]] >> (state & 63)
		x = t[b[1]] >> (x & 63)
		x = t[b[2]] >> (x & 63)
		x = t[b[3]] >> (x & 63)
		x = t[b[4]] >> (x & 63)
		x = t[b[5]] >> (x & 63)
		x = t[b[6]] >> (x & 63)
		x = t[b[7]] >> (x & 63)
		x = t[b[8]] >> (x & 63)
		x = t[b[9]] >> (x & 63)
		x = t[b[10]] >> (x & 63)
		x = t[b[11]] >> (x & 63)
		x = t[b[12]] >> (x & 63)
		x = t[b[13]] >> (x & 63)
		x = t[b[14]] >> (x & 63)
		x = t[b[15]] >> (x & 63)
		if x&63 == stBad {
			break
		}
		state = x
		i += 16
	}
	end := i // of the last whole rune
	if state&63 != stStart {
		for end--; s[end]&0xC0 == 0x80; end-- {
		}
	}
	for ; i < len(s); i++ {
		state = t[s[i]] >> (state & 63)
		switch state & 63 {
		case stStart:
			end = i + 1
		case stBad:
			return end
		}
	}
	return end
}
