package vn

// An Order is an order of Vietnamese strings. Orders are plain values; their methods
// may be called concurrently.
//
// A text is taken as its normal form in the old tone style, as words between spaces
// and hyphens; how many of these and which does not matter at first. Two texts are
// compared word by word, a missing word before any other: by the letters of the
// word, and if these tie by its tones. If all words tie, lower case comes before
// upper case at the first letter that differs; if all letters tie, the normal forms
// are compared byte by byte, a hyphen before a space.
//
// The letters are a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y
// z, the tones ngang, huyền, hỏi, ngã, sắc, nặng. Other Latin letters are ordered
// as [Fold] has them, after those without their marks. Before all letters come the
// digits 0 to 9, before these all punctuation and symbols; after all letters come
// the letters of other scripts, and invalid UTF-8 last. Digits are compared one by
// one: 10 comes before 9.
type Order uint8

const (
	OrderDictionary Order = iota // from the first word to the last
	OrderName                    // of persons: the last word (given name), the first (surname), then those between
)

// String returns "dictionary" or "name".
func (o Order) String() string { return nameOf(uint8(o), orderNames, "Order") }

// Compare compares a and b in [OrderDictionary].
func Compare(a, b string) int { return OrderDictionary.Compare(a, b) }

// Compare returns -1 if a comes before b, 1 if it comes after b, and 0 if they are
// the same text: if Form{Tone: OldStyle} makes them equal. A value of o that is
// none of the constants is [OrderDictionary].
//
// Compare does not allocate for words of up to 64 bytes, whatever the length of the
// text.
func (o Order) Compare(a, b string) int {
	quick := orderQuick
	if o == OrderName {
		quick = orderQuickName
	}
	if c, ok := quick(a, b); ok {
		return c
	}
	if a == b {
		return 0
	}
	if c := o.compareWords(a, b, orderByWord); c != 0 {
		return c
	}
	if c := o.compareWords(a, b, orderByCase); c != 0 {
		return c
	}
	return orderCompareText(a, b)
}

// AppendKey appends the key of s to dst and returns the extended slice: bytes.Compare
// orders the keys of two texts as Compare orders the texts. It does not allocate if
// dst has room for some five times the length of s. Keys of different orders, or
// of different versions of this package, must not be compared.
func (o Order) AppendKey(dst []byte, s string) []byte {
	if key, ok := orderQuickKey(dst, s, o); ok {
		return key
	}
	f := Form{Tone: OldStyle}
	start := len(dst)
	if !f.IsNormal(s) {
		// The normal form waits in dst, behind the key to be.
		dst = f.Append(dst, s)
		n := len(dst) - start
		text := unsafeString(dst[start:]) // stays as it is until the key is made
		dst = o.appendKey(dst, text)
		return append(dst[:start], dst[start+n:]...)
	}
	return o.appendKey(dst, s)
}

// appendKey appends the key of a normal text: its words, 0, its cases, 0, itself.
func (o Order) appendKey(dst []byte, s string) []byte {
	for w := (orderWords{s: s, order: o}); w.next(); {
		dst = orderAppendWord(dst, w.word)
	}
	dst = append(dst, 0)
	n := len(dst)
	for w := (orderWords{s: s, order: o}); w.next(); {
		dst = orderAppendCase(dst, w.word)
	}
	for len(dst) > n && dst[len(dst)-1] == orderLower {
		dst = dst[:len(dst)-1]
	}
	return orderAppendText(append(dst, 0), s)
}
