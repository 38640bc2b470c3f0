package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// An entry is an article, ready to be written, and what is counted of it.
type entry struct {
	Source    string
	Line      int64
	JSON      []byte
	Syllables int64
	Errors    []string // what makes it invalid, a kind each
	Warnings  []string // what is doubtful
	Notes     []string // the rules of the parser's notes
}

// A parseFn makes articles of texts, with the tone style of that number. An
// entry comes with its key: articles with the same key are the same.
type parseFn struct{ Tone int }

func (fn *parseFn) ProcessElement(rec record, emit func(string, entry), lose func(dead)) {
	parser := article.Parser{Form: vn.Form{Tone: vn.ToneStyle(fn.Tone)}}
	a, notes := parser.Parse(rec.Text)
	a.ID, a.URL = rec.ID, rec.URL
	data, err := a.AppendJSON(nil)
	for _, n := range notes {
		if n.Rule == article.RuleLimit { // the article ends there, the text does not
			err = fmt.Errorf("line %d is beyond the limits of an article", n.Line)
			break
		}
	}
	if err != nil {
		lose(dead{rec.Source, rec.Line, noArticle, err.Error(), []byte(rec.Text)})
		return
	}
	e := entry{Source: rec.Source, Line: rec.Line, JSON: data, Syllables: int64(a.Counts().Syllables)}
	var invalid article.ErrorList
	errors.As(a.Validate(), &invalid)
	e.Errors, e.Warnings = kinds(invalid), kinds(a.Warnings())
	for _, n := range notes {
		e.Notes = append(e.Notes, string(n.Rule))
	}
	emit(key(a), e)
}

// key is the hash of the folded title and text of an article.
func key(a *article.Article) string {
	sum := sha256.Sum256([]byte(vn.Fold(a.PlainText())))
	return hex.EncodeToString(sum[:])
}

// causes are the kinds of errors and warnings that are counted.
var causes = []error{
	article.ErrNoTitle, article.ErrLevel, article.ErrURL, article.ErrDateOrder, article.ErrEmpty, article.ErrNegative,
	article.ErrTooLarge, article.ErrUTF8, article.ErrSameCaption, article.ErrSameAlt, article.ErrMixedTone,
	article.ErrDoubledWord, article.ErrNotNormal, article.ErrBidi, article.ErrUnsafeURL, article.ErrNoLinks,
}

// kinds returns the cause of each error.
func kinds(list article.ErrorList) (names []string) {
	for _, e := range list {
		name := "other"
		for _, cause := range causes {
			if errors.Is(e, cause) {
				name = cause.Error()
				break
			}
		}
		names = append(names, name)
	}
	return names
}

// earlier returns the one of two entries of the same article that comes first,
// by the name of its file and its line, so that the result does not depend on
// the order in which workers see them.
func earlier(a, b entry) entry {
	if b.Source < a.Source || b.Source == a.Source && b.Line < a.Line {
		return b
	}
	return a
}
