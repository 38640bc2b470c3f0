package main

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

// A request is what the page asks for.
type request struct {
	Text   string           `json:"text"`
	Tone   vn.ToneStyle     `json:"tone"`
	Alt    render.AltPolicy `json:"alt"`
	Images bool             `json:"images"` // give figures an image, see withImages
}

// A result is what the page shows. A format that cannot be written, since the
// text is beyond a limit of the library, or that is longer than maxFormat, is
// empty, and a problem says so.
type result struct {
	HTML    string `json:"html"`    // the fragment
	Page    string `json:"page"`    // the whole document
	Preview string `json:"preview"` // the document for the frame, which loads nothing from elsewhere
	JSON    string `json:"json"`
	JSONLD  string `json:"jsonld"`

	Notice   string    `json:"notice"`   // what the text seems to be instead of a page's text, or ""
	Rules    []rule    `json:"rules"`    // of all notes, the most frequent first
	Notes    []note    `json:"notes"`    // the first maxListed of them
	Problems []problem `json:"problems"` // likewise, errors first
	Counts   counts    `json:"counts"`
}

// A rule is a rule of the notes with its label in Vietnamese.
type rule struct {
	Rule  string `json:"rule"`
	Label string `json:"label"`
	Count int    `json:"count"` // of its notes
}

// A note is an article.Note with a label in Vietnamese.
type note struct {
	Line    int    `json:"line"`
	Rule    string `json:"rule"`
	Label   string `json:"label"`
	Text    string `json:"text"`
	Dropped bool   `json:"dropped"`
}

// A problem is an article.Error with a label in Vietnamese.
type problem struct {
	Error  bool   `json:"error"` // else a warning
	Path   string `json:"path"`
	Label  string `json:"label"`
	Detail string `json:"detail"` // the words in question, or what the library says of them
}

type counts struct {
	Syllables int `json:"syllables"`
	Blocks    int `json:"blocks"`
	Notes     int `json:"notes"`
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
}

// maxListed bounds the notes, and the problems, that are sent to the page. An
// editor reads no more, and a browser would be slow to show them.
const maxListed = 500

// maxExcerpt bounds the text of a note and of a problem, in characters: the page
// shows two lines of it.
const maxExcerpt = 300

// maxFormat bounds each format, in bytes. A text of the longest that is taken has
// half of that; only one that is made of markup grows to six times its length.
const maxFormat = 2 << 20

// result parses the text and renders the article in every format.
func (r *request) result() *result {
	parser := article.Parser{Form: vn.Form{Tone: r.Tone}}
	a, parsed := parser.Parse(r.Text)
	res := &result{Notice: notice(parsed), Rules: rulesOf(parsed), Notes: []note{}, Problems: []problem{}} // lists, never null
	for _, n := range parsed[:min(len(parsed), maxListed)] {
		name := string(n.Rule)
		res.Notes = append(res.Notes, note{Line: n.Line, Rule: name, Label: noteLabel(name), Text: excerpt(n.Text), Dropped: n.Dropped})
	}
	invalid, doubtful := errorList(a.Validate()), a.Warnings()
	res.Counts = counts{Syllables: a.Counts().Syllables, Notes: len(parsed), Errors: len(invalid), Warnings: len(doubtful)}
	for range a.Body.All() {
		res.Counts.Blocks++
	}

	shown := a
	if r.Images {
		shown = withImages(a)
	}
	opts := render.PageOptions{HTML: render.HTMLOptions{Alt: r.Alt}}
	framedOpts := opts
	framedOpts.HTML.URL = framed
	var tooLong article.ErrorList
	for _, f := range []struct {
		to    *string
		name  string
		write func(io.Writer) error
	}{
		{&res.Preview, "bài đã dựng", func(w io.Writer) error { return render.Page(w, shown, &framedOpts) }},
		{&res.JSON, "JSON của bài", func(w io.Writer) error { return render.JSON(w, a, &render.JSONOptions{Indent: "  "}) }},
		{&res.HTML, "HTML của bài", func(w io.Writer) error { return render.HTML(w, shown, &opts.HTML) }},
		{&res.Page, "cả trang HTML", func(w io.Writer) error { return render.Page(w, shown, &opts) }},
		{&res.JSONLD, "JSON-LD", func(w io.Writer) error { return render.JSONLD(w, a, nil) }},
	} {
		var b bounded
		if err := f.write(&b); err == nil {
			*f.to = string(b)
		} else if errors.Is(err, errTooLong) { // other errors are of Validate
			tooLong = append(tooLong, &article.Error{Err: fmt.Errorf("%w: %s", errTooLong, f.name)})
		}
	}
	res.JSON = unescapeJSON(res.JSON)

	res.list(invalid, true)
	res.list(tooLong, false)
	res.list(doubtful, false)
	res.Counts.Warnings += len(tooLong)
	return res
}

// bounded holds what is written, up to maxFormat.
type bounded []byte

var errTooLong = errors.New("too long")

func (b *bounded) Write(p []byte) (int, error) {
	if len(*b)+len(p) > maxFormat {
		return 0, errTooLong
	}
	*b = append(*b, p...)
	return len(p), nil
}

// rulesOf counts the notes of each rule.
func rulesOf(notes []article.Note) []rule {
	rules := []rule{}
	index := make(map[string]int)
	for _, n := range notes {
		name := string(n.Rule)
		i, ok := index[name]
		if !ok {
			i = len(rules)
			index[name] = i
			rules = append(rules, rule{Rule: name, Label: noteLabel(name)})
		}
		rules[i].Count++
	}
	slices.SortStableFunc(rules, func(a, b rule) int { return b.Count - a.Count })
	return rules
}

// excerpt returns the beginning of a text.
func excerpt(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxExcerpt {
			return s[:i] + "…"
		}
	}
	return s
}

// errorList returns the errors that [article.Article.Validate] has joined.
func errorList(err error) article.ErrorList {
	if err == nil {
		return nil
	}
	if list, ok := err.(article.ErrorList); ok {
		return list
	}
	return article.ErrorList{{Err: err}}
}

// list adds errors to the problems, as far as there is room.
func (res *result) list(errs article.ErrorList, isError bool) {
	for _, e := range errs[:min(len(errs), maxListed-len(res.Problems))] {
		label, detail := problemLabel(e)
		res.Problems = append(res.Problems, problem{Error: isError, Path: e.Path, Label: label, Detail: excerpt(detail)})
	}
}

// imagePrefix begins the names of the files that withImages makes up.
const imagePrefix = "anh-"

// withImages returns a copy of the article in which every figure that lost the
// address of its image has one again, "anh-1.jpg", "anh-2.jpg" and so on.
// Pasted text never has addresses, and without them there is no img element
// that could show the alternative text. The names are for the editor to
// replace.
func withImages(a *article.Article) *article.Article {
	a = a.Clone()
	n := 0
	for b := range a.Body.All() {
		if f, ok := b.(*article.Figure); ok && f.Image.URL == "" {
			n++
			f.Image.URL = fmt.Sprintf(imagePrefix+"%d.jpg", n)
		}
	}
	return a
}

// framed rewrites the addresses of an article for the frame of the page:
// images are a drawing of this server, and nothing leads or loads elsewhere.
func framed(u string) string {
	if strings.HasPrefix(u, imagePrefix) {
		return "/picture.svg"
	}
	return ""
}

// styleHash returns the source expression of Content Security Policy for the
// style sheet of render.Page.
func styleHash() string {
	var page strings.Builder
	render.Page(&page, nil, nil) // a strings.Builder has no errors
	_, style, _ := strings.Cut(page.String(), "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
