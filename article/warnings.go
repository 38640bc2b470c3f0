package article

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/internal/weburl"
	"github.com/toasoan/toasoan/vn"
)

// Warnings returns what is legal but doubtful, in the order of the article: a
// caption that occurs twice, an alternative text that equals the caption or
// the title, a doubled word, open syllables in both tone styles, text that is
// not in the normal form of [vn.Form], bidirectional controls, URLs that no
// page may contain, blocks without links. The texts of the errors quote the
// words in question.
//
// A word is doubled if a lower-case Vietnamese syllable stands twice after
// another word of the same phrase, as in "xây dựng dựng". Syllables that
// Vietnamese repeats for effect, such as "luôn luôn" and "xa xa", are left
// alone, and so are numbers, foreign words and names.
func (a *Article) Warnings() ErrorList {
	w := &warner{title: a.Title, captions: make(map[string]bool)}
	w.inspector = inspector{text: w.shown, url: w.address, each: w.check}
	w.members(a)
	return w.found
}

type warner struct {
	inspector
	title    string
	captions map[string]bool
	old, new string // first word in each style
	mixed    bool   // reported
}

func (w *warner) address(u string, c class) {
	if c == link && !weburl.Link(u) || c == resource && !weburl.Resource(u) {
		w.addf(ErrUnsafeURL, "%q", shorten(u))
	}
}

func (w *warner) check(o object) {
	switch o := o.(type) {
	case *Figure:
		w.figure(o)
	case *LinkBlock:
		if len(o.Links) == 0 {
			w.addf(ErrNoLinks, "%q", shorten(o.Label))
		}
	}
}

func (w *warner) figure(f *Figure) {
	caption := f.Caption.Text.PlainText()
	if key := vn.Fold(strings.Join(strings.Fields(caption), " ")); key != "" {
		if w.captions[key] {
			w.member("caption", fmt.Errorf("%w: %q", ErrSameCaption, shorten(caption)))
		}
		w.captions[key] = true
	}
	alt := f.Image.Alt
	if alt != "" && (similar.Same(alt, caption) || similar.Same(alt, w.title)) {
		w.member("image/alt", fmt.Errorf("%w: %q", ErrSameAlt, shorten(alt)))
	}
}

// shown looks at one text.
func (w *warner) shown(s string) {
	if s == "" {
		return
	}
	if i := strings.IndexFunc(s, isBidi); i >= 0 {
		r := []rune(s[i:min(len(s), i+4)])[0]
		w.addf(ErrBidi, "%U", r)
	}
	if !(vn.Form{}).IsNormal(s) {
		w.notNormal(s)
	}
	w.words(s)
}

func (w *warner) notNormal(s string) {
	for _, word := range strings.Fields(s) {
		if !(vn.Form{}).IsNormal(word) {
			w.addf(ErrNotNormal, "%q, want %q", shorten(word), shorten(vn.Normalize(word)))
			return
		}
	}
	w.addf(ErrNotNormal, "%q", shorten(s))
}

func isBidi(r rune) bool {
	return r == 0x61C || r == 0x200E || r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// words looks at the words of a text: their tone style, and their neighbours.
func (w *warner) words(s string) {
	before, last, open := "", "", false
	for _, token := range strings.Fields(s) {
		word := strings.TrimFunc(token, notLetter)
		joined := open && strings.HasPrefix(token, word) // no punctuation between them
		if joined && word != "" && word == last && before != "" && doubled(word) {
			w.addf(ErrDoubledWord, "%q", before+" "+last+" "+word)
		}
		w.tone(word)
		open = word != "" && strings.HasSuffix(token, word)
		if !joined {
			last = ""
		}
		before, last = last, word
	}
}

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.IsDigit(r)
}

// doubled reports whether a word that stands twice is a slip: it is a lower
// case syllable, and none that Vietnamese repeats.
func doubled(word string) bool {
	if _, ok := vn.ParseSyllable(word); !ok || reduplicated[vn.Normalize(word)] {
		return false
	}
	return word == strings.ToLower(word)
}

// tone warns once, at the first word whose style differs from one before, and
// names one word of each style.
func (w *warner) tone(word string) {
	if word == "" || w.mixed {
		return
	}
	older, newer := vn.Form{Tone: vn.OldStyle}.String(word), vn.Form{Tone: vn.NewStyle}.String(word)
	if older == newer {
		return
	}
	if normal := vn.Normalize(word); normal == older {
		if w.old == "" {
			w.old = word
		}
	} else if normal == newer && w.new == "" {
		w.new = word
	}
	if w.old != "" && w.new != "" {
		w.mixed = true
		w.addf(ErrMixedTone, "%q and %q", w.old, w.new)
	}
}
