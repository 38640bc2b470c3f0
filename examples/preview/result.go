package main

import (
	"bytes"
	"fmt"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

// A request is the text of a page and what is switched on the page.
type request struct {
	Text     string    `json:"text"`
	Tone     toneStyle `json:"tone"`
	Alt      altPolicy `json:"alt"`
	Pictures bool      `json:"pictures"` // a grey one stands for each that the text had
	Nonce    string    `json:"nonce"`    // of the page's policy
}

type toneStyle vn.ToneStyle

// UnmarshalText reads the name of a style as [vn.ToneStyle.String] has it.
func (t *toneStyle) UnmarshalText(name []byte) error {
	for _, style := range []vn.ToneStyle{vn.KeepStyle, vn.OldStyle, vn.NewStyle} {
		if string(name) == style.String() {
			*t = toneStyle(style)
			return nil
		}
	}
	return fmt.Errorf("unknown tone style %q", name)
}

type altPolicy render.AltPolicy

func (p *altPolicy) UnmarshalText(name []byte) error {
	policy, ok := map[string]render.AltPolicy{"auto": render.AltAuto, "keep": render.AltKeep, "omit": render.AltOmit}[string(name)]
	if !ok {
		return fmt.Errorf("unknown alt policy %q", name)
	}
	*p = altPolicy(policy)
	return nil
}

// A result is all that the page shows.
type result struct {
	Slug       string    `json:"slug"`
	Syllables  int       `json:"syllables"`
	Characters int       `json:"characters"`
	Page       string    `json:"page"` // a whole document
	HTML       string    `json:"html"` // the fragment
	JSON       string    `json:"json"`
	JSONLD     string    `json:"jsonld"`
	Notes      []note    `json:"notes"`
	Problems   []problem `json:"problems"`
}

type note struct {
	Line    int    `json:"line"`
	Rule    string `json:"rule"`
	Text    string `json:"text"`
	Dropped bool   `json:"dropped"`
}

// A problem is an error of the article, or a warning.
type problem struct {
	Path  string `json:"path"`
	Text  string `json:"text"`
	Error bool   `json:"error"`
}

// result parses and renders the text. The JSON keeps the article as it is
// parsed; the tone style is that of the parser, so that all outputs agree.
func (r *request) result() (*result, error) {
	parser := article.Parser{Form: vn.Form{Tone: vn.ToneStyle(r.Tone)}}
	a, notes := parser.Parse(r.Text)
	a.Slug = vn.Slug(a.Title)
	counts := a.Counts()
	res := &result{Slug: a.Slug, Syllables: counts.Syllables, Characters: counts.Characters, Notes: []note{}, Problems: problems(a)}
	for _, n := range notes {
		res.Notes = append(res.Notes, note(n))
	}
	var buf bytes.Buffer
	if err := render.JSON(&buf, a, &render.JSONOptions{Indent: "  "}); err != nil {
		return nil, err
	}
	res.JSON = take(&buf)
	if err := render.JSONLD(&buf, a, nil); err != nil {
		return nil, err
	}
	res.JSONLD = take(&buf)
	if r.Pictures {
		placePictures(a)
	}
	opts := render.PageOptions{HTML: render.HTMLOptions{Alt: render.AltPolicy(r.Alt)}, Nonce: r.Nonce}
	if err := render.HTML(&buf, a, &opts.HTML); err != nil {
		return nil, err
	}
	res.HTML = take(&buf)
	if err := render.Page(&buf, a, &opts); err != nil {
		return nil, err
	}
	res.Page = take(&buf)
	return res, nil
}

// take returns what buf holds and empties it.
func take(buf *bytes.Buffer) string {
	s := buf.String()
	buf.Reset()
	return s
}

// placePictures gives a picture to the figures that have none. Text that was
// copied from a page has lost the addresses of its images.
func placePictures(a *article.Article) {
	for b := range a.Body.All() {
		if f, ok := b.(*article.Figure); ok && f.Image.URL == "" {
			f.Image.URL, f.Image.Width, f.Image.Height = "/picture.svg", 1280, 720
		}
	}
}

// problems returns the errors of the article, then the warnings.
func problems(a *article.Article) []problem {
	ps := []problem{}
	if errs, ok := a.Validate().(article.ErrorList); ok {
		for _, e := range errs {
			ps = append(ps, problem{e.Path, e.Err.Error(), true})
		}
	}
	for _, e := range a.Warnings() {
		ps = append(ps, problem{e.Path, e.Err.Error(), false})
	}
	return ps
}
