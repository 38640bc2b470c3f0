package charset

import (
	"strings"
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// The encodings. They are safe for concurrent use; the decoders and encoders made
// from them are not. Do not assign to these variables.
var (
	// Windows1258 is the code page of Microsoft Windows: letters with a tone mark
	// are a letter and a combining mark. The decoder composes them; the encoder
	// prefers the one byte of á, à, é, è, ê, í, ó, ô, ú and ù to the two of a letter
	// and a mark.
	Windows1258 encoding.Encoding = windows1258

	// VISCII is VISCII 1.1 of RFC 1456. Six capitals stand at control characters,
	// which therefore cannot be encoded, and Õ at 0xA0.
	VISCII encoding.Encoding = viscii

	// TCVN3 is the encoding of the .VnTime fonts, also called ABC and VN3. It has
	// Windows-1252 punctuation at 0x80 to 0x9F and no capitals with tone marks: for
	// these there are fonts such as .VnTimeH, which show every letter as a capital,
	// and plain text does not say which font it is in. See the package comment.
	TCVN3 encoding.Encoding = tcvn3

	// TCVN5712 is VN1 of the standard TCVN 5712:1993, with all letters, some of the
	// capitals in place of control characters, and five combining marks. VN2 (also
	// ISO-IR-180) is a subset.
	TCVN5712 encoding.Encoding = tcvn5712

	// VPS is the encoding of the Vietnamese Professionals Society, with 14 capitals
	// at control characters.
	VPS encoding.Encoding = vps

	// VNI is VNI for Windows, in which most letters are a letter and a byte for the
	// mark. A mark byte without its letter is unassigned.
	VNI encoding.Encoding = vni

	// VIQR is the ASCII writing of RFC 1456: tie^'ng Vie^.t. See the package comment
	// for its punctuation.
	VIQR encoding.Encoding = viqr
)

// A charset is an [encoding.Encoding] with a name.
type charset struct {
	name, title string
	decoder     func() transform.Transformer
	coder       func() coder
}

func (c *charset) String() string { return c.title }

func (c *charset) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: c.decoder()}
}

func (c *charset) NewEncoder() *encoding.Encoder {
	e := encoder{coder: c.coder(), err: &repertoireError{c.title}}
	if c == tcvn3 {
		return &encoding.Encoder{Transformer: &tcvn3Encoder{tcvn3Letters: newTCVN3Letters(), encoder: e}}
	}
	return &encoding.Encoder{Transformer: &e}
}

// newByteCharset returns an encoding of one byte a character.
func newByteCharset(name, title string, t *table) *charset {
	return &charset{name, title,
		func() transform.Transformer { return byteDecoder{table: t} },
		func() coder { return tableCoder{t} }}
}

// newCombiningCharset returns an encoding with combining marks.
func newCombiningCharset(name, title string, t *table, marks [5]byte) *charset {
	c := sync.OnceValue(func() *combining { return newCombining(t, marks) })
	return &charset{name, title,
		func() transform.Transformer { return &combiningDecoder{combining: c()} },
		func() coder { return combiningCoder{c()} }}
}

var (
	windows1258 = newCombiningCharset("windows-1258", "Windows-1258", &windows1258Table, marks1258)
	viscii      = newByteCharset("viscii", "VISCII", &visciiTable)
	tcvn3       = &charset{"tcvn3", "TCVN3",
		func() transform.Transformer { return &tcvn3Decoder{tcvn3Letters: newTCVN3Letters()} },
		func() coder { return tableCoder{&tcvn3Table} }}
	tcvn5712 = newCombiningCharset("tcvn5712", "TCVN5712", &tcvn5712Table, [5]byte{0xB0, 0xB1, 0xB2, 0xB3, 0xB4})
	vps      = newByteCharset("vps", "VPS", &vpsTable)
	vni      = &charset{"vni", "VNI",
		func() transform.Transformer { return vniDecoder{pairs: newVNIPairs()} },
		func() coder { return tableCoder{&vniTable} }}
	viqr = &charset{"viqr", "VIQR",
		func() transform.Transformer { return viqrDecoder{letters: newVIQRLetters()} },
		func() coder { return &viqrCoder{letters: newVIQRLetters()} }}
)

// marks1258 are the tone marks of Windows-1258.
var marks1258 = [5]byte{0xCC, 0xD2, 0xDE, 0xEC, 0xF2}

// charsets is in the order of [All]; [Detect] names the first of those that say
// the same.
var charsets = [...]*charset{windows1258, viscii, tcvn3, tcvn5712, vps, vni, viqr}

// All returns the encodings of this package, in a slice of the caller's own. Each
// is a [fmt.Stringer] too.
func All() []encoding.Encoding {
	all := make([]encoding.Encoding, len(charsets))
	for i, c := range charsets {
		all[i] = c
	}
	return all
}

// aliases are the labels of each encoding without everything but letters and
// digits: those of IANA, of iconv and Mozilla, and those that people write.
var aliases = map[string]*charset{
	"windows1258": windows1258, "cp1258": windows1258, "xcp1258": windows1258, "ms1258": windows1258,
	"win1258": windows1258, "1258": windows1258, "cswindows1258": windows1258, "ibm1258": windows1258,
	"viscii": viscii, "csviscii": viscii, "viscii11": viscii, "viscii111": viscii, "xviscii": viscii, "xvietviscii": viscii,
	"tcvn3": tcvn3, "abc": tcvn3, "tcvn3abc": tcvn3, "abctcvn3": tcvn3, "vn3": tcvn3, "vntime": tcvn3,
	"tcvn57123": tcvn3, "vscii3": tcvn3, "xtcvn3": tcvn3,
	"tcvn5712": tcvn5712, "tcvn": tcvn5712, "tcvn57121": tcvn5712, "tcvn571211993": tcvn5712,
	"tcvn57121993": tcvn5712, "tcvn57122": tcvn5712, "isoir180": tcvn5712, "vn1": tcvn5712, "vn2": tcvn5712,
	"vscii": tcvn5712, "vscii1": tcvn5712, "vscii2": tcvn5712, "xviettcvn": tcvn5712, "xviettcvn5712": tcvn5712,
	"vps": vps, "xvietvps": vps, "xvps": vps, "vpswin": vps, "vpswindows": vps,
	"vni": vni, "xvietvni": vni, "xvni": vni, "vniwin": vni, "vniwindows": vni, "vnitimes": vni,
	"viqr": viqr, "csviqr": viqr, "xvietviqr": viqr,
}

// Lookup returns the encoding that a label names, and its name in this package:
// windows-1258, viscii, tcvn3, tcvn5712, vps, vni or viqr. It knows the names of
// IANA and the usual aliases, in any case and with any punctuation and spaces:
// CP1258, csVISCII, "TCVN 5712-1", ABC, .VnTime, x-viet-vps. For any other label,
// utf-8 among them, it returns nil and "".
func Lookup(label string) (e encoding.Encoding, name string) {
	if len(label) > 64 {
		return nil, ""
	}
	key := strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9', 'a' <= r && r <= 'z':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case r > '~':
			return '\u00FF' // no label has it
		}
		return -1
	}, label)
	if c := aliases[key]; c != nil {
		return c, c.name
	}
	return nil, ""
}
