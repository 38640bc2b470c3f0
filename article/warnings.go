package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/internal/weburl"
	"github.com/toasoan/toasoan/vn"
)

// Warnings returns what is legal but doubtful, in the order of the article: a
// caption that occurs twice, an alternative text that equals the caption or
// the title or nearly so, a doubled word, open syllables in both tone styles, text that is
// not in the normal form of [vn.Form], bidirectional controls, URLs that no
// page may contain, blocks without links. The texts of the errors quote the
// words in question.
//
// A word is doubled if a lower-case Vietnamese syllable stands twice after
// another word of the same phrase, as in "xây dựng dựng". Syllables that
// Vietnamese repeats for effect, such as "luôn luôn" and "xa xa", are left
// alone, and so are pairs of pairs ("đi đi lại lại"), numbers, foreign words
// and names. Mixed tone styles are reported once, if it can be with one
// syllable in both spellings: "hòa" and "hoà".
func (a *Article) Warnings() ErrorList {
	w := &warner{title: a.Title, captions: make(map[string]bool), styles: make(map[string]*spellings)}
	w.inspector = newInspector()
	w.text, w.url, w.each = w.shown, w.address, w.check
	w.members(a)
	if m := w.mixed; m.err != nil {
		w.found = slices.Insert(w.found, m.at, m.err)
	}
	return w.found
}

type warner struct {
	inspector
	title    string
	captions map[string]bool
	styles   map[string]*spellings // by the syllable in the old style
	first    spellings             // of any syllable
	mixed    mixedTone
}

// spellings are the first words of a text in each tone style.
type spellings struct{ old, new string }

// mixedTone is the warning of mixed tone styles, and where it belongs among
// those that were found.
type mixedTone struct {
	err  *Error
	at   int
	same bool // both words are the same syllable
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
	caption := f.Caption.Text.plainText(&w.budget)
	if key := vn.Fold(strings.Join(strings.Fields(caption), " ")); key != "" {
		if w.captions[key] {
			w.member("caption", fmt.Errorf("%w: %q", ErrSameCaption, shorten(caption)))
		}
		w.captions[key] = true
	}
	alt := f.Image.Alt
	if alt != "" && (repeats(alt, caption) || repeats(alt, w.title)) {
		w.member("image/alt", fmt.Errorf("%w: %q", ErrSameAlt, shorten(alt)))
	}
}

// repeats reports whether alt says what text says.
func repeats(alt, text string) bool {
	return text != "" && (similar.Same(alt, text) || similar.Near(alt, text))
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
	for word := range strings.FieldsSeq(s) {
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
	for line := range strings.Lines(s) { // a line of verse may begin as the last one ended
		ws := phraseWords(line)
		for i, word := range ws {
			if word.text != "" {
				w.tone(word.text)
			}
			if slip(ws, i) {
				w.addf(ErrDoubledWord, "%q in %q", word.text+" "+word.text, ws[i-2].text+" "+word.text+" "+word.text)
			}
		}
	}
}

// A phraseWord is a word without the punctuation around it.
type phraseWord struct {
	text   string
	joined bool // nothing but white space stands between it and the one before
}

func phraseWords(line string) []phraseWord {
	var ws []phraseWord
	open := false // nothing stands after the last one
	for token := range strings.FieldsSeq(line) {
		text := strings.TrimFunc(token, notLetter)
		ws = append(ws, phraseWord{text, open && text != "" && strings.HasPrefix(token, text)})
		open = text != "" && strings.HasSuffix(token, text)
	}
	return ws
}

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.IsDigit(r)
}

// slip reports whether word i stands twice by mistake.
func slip(ws []phraseWord, i int) bool {
	if i < 2 || !twice(ws, i) || !ws[i-1].joined || ws[i-2].text == ws[i].text {
		return false
	}
	return !twice(ws, i-2) && !twice(ws, i+2) && !repeatable(ws[i].text)
}

// twice reports whether word i is the same as the one before.
func twice(ws []phraseWord, i int) bool {
	return 0 < i && i < len(ws) && ws[i].joined && ws[i].text == ws[i-1].text
}

// repeatable reports whether a word may stand twice: it is none of a lower
// case syllable, or one that Vietnamese repeats.
func repeatable(word string) bool {
	if _, ok := vn.ParseSyllable(word); !ok || word != strings.ToLower(word) {
		return true
	}
	return reduplicated[vn.Form{Tone: vn.OldStyle}.String(word)]
}

// tone compares the style of a word with those of the words before.
func (w *warner) tone(word string) {
	if w.mixed.same {
		return
	}
	older, newer := vn.Form{Tone: vn.OldStyle}.String(word), vn.Form{Tone: vn.NewStyle}.String(word)
	if older == newer {
		return
	}
	key := strings.ToLower(older)
	of := w.styles[key]
	if of == nil {
		of = new(spellings)
		w.styles[key] = of
	}
	isNew := vn.Normalize(word) == newer
	if of.add(word, isNew) {
		w.mixed = w.mixedTone(*of, true)
	} else if w.first.add(word, isNew) && w.mixed.err == nil {
		w.mixed = w.mixedTone(w.first, false)
	}
}

// add notes a word, and reports whether both styles have one now.
func (sp *spellings) add(word string, isNew bool) bool {
	p := &sp.old
	if isNew {
		p = &sp.new
	}
	if *p == "" {
		*p = word
	}
	return sp.old != "" && sp.new != ""
}

// mixedTone returns the warning of two words, at the place.
func (w *warner) mixedTone(sp spellings, same bool) mixedTone {
	err := fmt.Errorf("%w: %q and %q", ErrMixedTone, sp.old, sp.new)
	return mixedTone{&Error{Path: string(w.path), Err: err}, len(w.found), same}
}
