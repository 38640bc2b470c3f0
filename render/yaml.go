package render

import (
	"strings"
	"time"

	"github.com/toasoan/toasoan/vn"
)

// A yaml writes the members of a mapping in YAML. Texts stand in double quotes,
// so that none is read as a number, a date or a truth value.
// Source: YAML 1.2.2, section 5.7 and 7.3.1.
type yaml struct {
	dst  []byte
	tone vn.ToneStyle
}

func (y *yaml) key(name constant) {
	y.dst = append(y.dst, name...)
	y.dst = append(y.dst, ": "...)
}

// text writes a text, nothing if it shows nothing.
func (y *yaml) text(name constant, s string) {
	if shows(s) {
		y.key(name)
		y.quote(s)
		y.dst = append(y.dst, '\n')
	}
}

// list writes a list of texts, nothing if none shows something.
func (y *yaml) list(name constant, ss []string) {
	mark, sep := len(y.dst), "["
	y.key(name)
	for _, s := range ss {
		if shows(s) {
			y.dst = append(y.dst, sep...)
			y.quote(s)
			sep = ", "
		}
	}
	if sep == "[" {
		y.dst = y.dst[:mark]
		return
	}
	y.dst = append(y.dst, "]\n"...)
}

// time writes a time, which is a type of YAML, nothing if it is not known.
func (y *yaml) time(name constant, t time.Time) {
	if !t.IsZero() && machineTime(&t) {
		y.key(name)
		y.dst = t.AppendFormat(y.dst, time.RFC3339)
		y.dst = append(y.dst, '\n')
	}
}

// quoted escapes what may not stand in a quoted text on one line: U+2028 and
// U+2029 break lines in YAML 1.1, U+FEFF is no character of a text.
var quoted = strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\n", `\n`, "\t", `\t`, "\u2028", `\u2028`, "\u2029", `\u2029`, "\ufeff", `\ufeff`)

func (y *yaml) quote(s string) {
	y.dst = append(y.dst, '"')
	y.dst = append(y.dst, quoted.Replace(cleanText(inTone(s, y.tone)))...)
	y.dst = append(y.dst, '"')
}
