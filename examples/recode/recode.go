package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/examples/internal/cli"
	"github.com/toasoan/toasoan/vn"
)

// A result is a text in UTF-8 and how it came about.
type result struct {
	text         []byte
	from         string // the encoding it was in
	changed      bool
	legal, words int // of the words that are not ASCII, those that are syllables
}

// String returns what was done, and how sure it is.
func (r *result) String() string {
	switch {
	case r == nil:
		return ""
	case r.from == "utf-8":
		return "utf-8 already"
	}
	s := r.from + " to utf-8"
	if r.words > 0 {
		s += fmt.Sprintf(", %d of %d words legal (%d%%)", r.legal, r.words, 100*r.legal/r.words)
	}
	return s
}

// recode decodes data. A byte that the encoding does not assign is an error: the
// original says more.
func recode(e cli.Encoding, data []byte) (*result, error) {
	if !utf8.Valid(data) {
		if why := cli.NoText(data); why != "" {
			return nil, errors.New(why)
		}
	}
	text, from, err := e.Decode(data)
	if err != nil {
		return nil, err
	}
	if n := cli.InvalidLine(text); n > 0 {
		return nil, fmt.Errorf("line %d is not UTF-8", n)
	}
	r := &result{text: text, from: from, changed: string(text) != string(data)}
	r.legal, r.words = count(string(text))
	return r, nil
}

// count counts the words that are not ASCII, and the legal syllables among them.
func count(s string) (legal, words int) {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }
	for w := range strings.FieldsFuncSeq(s, notLetter) {
		if strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
			continue
		}
		words++
		if _, ok := vn.ParseSyllable(w); ok {
			legal++
		}
	}
	return legal, words
}
