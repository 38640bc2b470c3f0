// Package page writes articles in the markup of package render with the engines
// that Go programs use for HTML. The engines get a View, in which times and ids
// are strings already: package render is measured with the work of making them.
package page

//go:generate go run ./gen

import (
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

//go:embed page.html
var source string

// Template is the page for html/template. It is executed with a *View.
var Template = template.Must(template.New("page").Parse(source))

// A View is an article with one field for each place of the markup.
type View struct {
	Section, Kicker, Title, Source string

	Lead                []Inline
	Byline              []Author
	Published, Modified Time
	Body                []Block
	Tags                []string
	Related             []Links
}

// A Block is a paragraph, or else one of the others.
type Block struct {
	Text    []Inline
	Heading *Heading
	Figure  *Figure
}

// The parts of a View.
type (
	Author  struct{ Name, Role string }
	Time    struct{ Stamp, Text string }
	Heading struct {
		ID   string
		Text []Inline
	}
	Figure struct {
		ID, URL, Srcset, Credit string
		Width, Height           int
		First                   bool
		Caption                 []Inline
	}
	Links struct {
		ID, Kind, Label string
		Links           []Link
	}
	Link struct{ URL, Title string }
)

// An Inline is a link if it has a URL.
type Inline struct {
	Text, URL string
	Strong    bool
}

// Of returns the view of an article of the benchmarks. It knows no other kinds of
// blocks than these have.
func Of(a *article.Article) *View {
	v := &View{Section: a.Section, Kicker: a.Kicker, Title: a.Title, Source: a.Source, Tags: a.Tags,
		Lead: inlines(a.Lead), Published: timeOf(a.Published), Modified: timeOf(a.Modified)}
	for _, x := range a.Byline {
		v.Byline = append(v.Byline, Author{x.Name, x.Role})
	}
	figures := 0
	for _, b := range a.Body {
		switch b := b.(type) {
		case *article.Paragraph:
			v.Body = append(v.Body, Block{Text: inlines(b.Text)})
		case *article.Heading:
			v.Body = append(v.Body, Block{Heading: &Heading{"h-" + vn.Slug(b.Text.PlainText()), inlines(b.Text)}})
		case *article.Figure:
			f := &Figure{ID: numbered("caption", figures), URL: b.Image.URL, Width: b.Image.Width, Height: b.Image.Height,
				First: figures == 0, Caption: inlines(b.Caption.Text), Credit: b.Caption.Credit.Text}
			for i, s := range b.Image.Sources {
				f.Srcset += []string{"", ", "}[min(i, 1)] + fmt.Sprintf("%s %dw", s.URL, s.Width)
			}
			v.Body = append(v.Body, Block{Figure: f})
			figures++
		default:
			panic(fmt.Sprintf("page: no view of a %T", b))
		}
	}
	for i, b := range a.Related {
		l := Links{ID: numbered("nav", i), Kind: strings.ToLower(string(b.Kind)), Label: b.Label}
		for _, x := range b.Links {
			l.Links = append(l.Links, Link{x.URL, x.Title})
		}
		v.Related = append(v.Related, l)
	}
	return v
}

func numbered(id string, i int) string {
	if i == 0 {
		return id
	}
	return fmt.Sprint(id, "-", i+1)
}

func timeOf(t time.Time) Time { return Time{t.Format(time.RFC3339), vn.FormatTime(t)} }

func inlines(in article.Inlines) (list []Inline) {
	for _, x := range in {
		switch x := x.(type) {
		case article.Text:
			list = append(list, Inline{Text: string(x)})
		case *article.Link:
			list = append(list, Inline{Text: x.Text.PlainText(), URL: x.URL})
		case *article.Strong:
			list = append(list, Inline{Text: x.Text.PlainText(), Strong: true})
		default:
			panic(fmt.Sprintf("page: no view of a %T", x))
		}
	}
	return list
}
