package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
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
// text is beyond a limit of the library, is empty, and a problem says so.
type result struct {
	HTML    string `json:"html"`    // the fragment
	Page    string `json:"page"`    // the whole document
	Preview string `json:"preview"` // the document for the frame, which loads nothing from elsewhere
	JSON    string `json:"json"`
	JSONLD  string `json:"jsonld"`

	Notes    []note    `json:"notes"`    // the first maxListed of them
	Problems []problem `json:"problems"` // likewise, errors first
	Counts   counts    `json:"counts"`
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

// result parses the text and renders the article in every format.
func (r *request) result() *result {
	parser := article.Parser{Form: vn.Form{Tone: r.Tone}}
	a, parsed := parser.Parse(r.Text)
	res := &result{Notes: []note{}, Problems: []problem{}} // lists, never null
	for _, n := range parsed[:min(len(parsed), maxListed)] {
		res.Notes = append(res.Notes, note{Line: n.Line, Rule: string(n.Rule), Label: noteLabel(string(n.Rule)), Text: n.Text, Dropped: n.Dropped})
	}
	invalid, doubtful := errorList(a.Validate()), a.Warnings()
	res.list(invalid, true)
	res.list(doubtful, false)
	res.Counts = counts{Syllables: a.Counts().Syllables, Notes: len(parsed), Errors: len(invalid), Warnings: len(doubtful)}
	for range a.Body.All() {
		res.Counts.Blocks++
	}

	// What JSON and JSONLD cannot write, Validate has reported.
	res.JSON = written(func(b *bytes.Buffer) error { return render.JSON(b, a, &render.JSONOptions{Indent: "  "}) })
	res.JSONLD = written(func(b *bytes.Buffer) error { return render.JSONLD(b, a, nil) })
	shown := a
	if r.Images {
		shown = withImages(a)
	}
	opts := render.PageOptions{HTML: render.HTMLOptions{Alt: r.Alt}}
	res.HTML = string(render.AppendHTML(nil, shown, &opts.HTML))
	res.Page = written(func(b *bytes.Buffer) error { return render.Page(b, shown, &opts) })
	opts.HTML.URL = framed
	res.Preview = written(func(b *bytes.Buffer) error { return render.Page(b, shown, &opts) })
	return res
}

// written returns what f writes, "" if it fails.
func written(f func(*bytes.Buffer) error) string {
	var b bytes.Buffer
	if f(&b) != nil {
		return ""
	}
	return b.String()
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
		res.Problems = append(res.Problems, problem{Error: isError, Path: e.Path, Label: label, Detail: detail})
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
	page := written(func(b *bytes.Buffer) error { return render.Page(b, nil, nil) })
	_, style, _ := strings.Cut(page, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
