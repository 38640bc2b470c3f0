package vn

//go:generate go run gen.go

// A ToneStyle is where the tone mark of an open syllable in oa, oe or uy stands.
// Everywhere else the two styles agree.
type ToneStyle uint8

const (
	KeepStyle ToneStyle = iota // where it is, if either style allows it there
	OldStyle                   // kiểu cũ: hòa, khỏe, thủy
	NewStyle                   // kiểu mới: hoà, khoẻ, thuỷ
)

// String returns "keep", "old" or "new".
func (t ToneStyle) String() string { return nameOf(uint8(t), toneStyleNames, "ToneStyle") }

// A Form is a normal form of Vietnamese text. The zero value keeps the tone style
// of each word. What a form repairs and what it leaves alone is told in the
// documentation of the package.
//
// A Form is a plain value; its methods may be called concurrently.
type Form struct {
	Tone ToneStyle // where the tone mark of open oa, oe and uy goes; a value that is none of the constants is KeepStyle
}

// Normalize returns the normal form of s that keeps its tone style. It is short for
// Form{}.String(s).
func Normalize(s string) string { return Form{}.String(s) }

// String returns the normal form of s: s itself, without allocating, if it is
// normal already. Invalid UTF-8 is passed through, byte by byte; where s is valid,
// so is the result.
func (f Form) String(s string) string {
	m := f.machine()
	i := m.clean(s, 0, true)
	if i == len(s) {
		return s
	}
	if m.skipNormal(s, i) {
		return s
	}
	m = f.machine()
	dst := make([]byte, 0, len(s)+len(s)/64+16)
	return string(m.append(dst, s))
}

// Append appends the normal form of s to dst and returns the extended slice. It
// does not allocate if dst has room for it and s is made of the Vietnamese
// repertoire, composed or not.
func (f Form) Append(dst []byte, s string) []byte {
	m := f.machine()
	return m.append(dst, s)
}

// IsNormal reports whether s is in the normal form, that is, whether f.String(s) is
// s. It does not build the string.
func (f Form) IsNormal(s string) bool {
	m := f.machine()
	return m.skipNormal(s, 0)
}

func (f Form) machine() machine { return machine{style: f.Tone} }

// append appends the normal form of s.
func (m *machine) append(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if n := m.clean(s, i, true); n > i {
			dst = append(dst, s[i:n]...)
			i = n
			continue
		}
		dst, i = m.appendDense(dst, s, i)
	}
	return dst
}

// skipNormal reports whether the text from i on is normal.
func (m *machine) skipNormal(s string, i int) bool {
	var buf [256]byte
	for i < len(s) {
		if i = m.clean(s, i, true); i == len(s) {
			break
		}
		out, next, _ := m.step(buf[:0], s, i, true, nil)
		if string(out) != s[i:next] {
			return false
		}
		i = next
	}
	return true
}

// beginsStarter reports whether s is empty or begins with a character that does not
// combine with the one before, so far as that is quick to tell.
func beginsStarter(s string) bool {
	if s == "" || s[0] < 0xCB {
		return true // up to U+02BF
	}
	return s[0] == 0xE1 && len(s) > 1 && s[1]|1 == 0xBB // U+1E80 to U+1EFF
}
