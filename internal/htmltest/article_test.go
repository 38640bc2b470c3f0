package htmltest

import (
	"encoding/json"
	"reflect"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A filler gives the strings of an article by the kind of slot.
type filler struct {
	text func() string // shown text
	url  func() string
	lang func() string
	rest func() string // what is never shown: ids, slugs, roles, kinds
	time time.Time
}

// full returns an article with every kind of block and inline, each field of
// each filled.
func full(f filler) *article.Article {
	in := func() article.Inlines {
		return article.Inlines{
			article.Text("t"),
			&article.Emph{Text: article.Inlines{article.Text("t")}},
			&article.Strong{Text: article.Inlines{&article.Emph{Text: article.Inlines{article.Text("t")}}}},
			&article.Link{URL: "u", Text: article.Inlines{article.Text("t"), &article.Link{URL: "u", Text: article.Inlines{article.Text("t")}}}},
			article.Break{},
			&article.Span{Lang: "l", Text: article.Inlines{article.Text("t")}},
			&article.Unknown{Type: "x", Raw: json.RawMessage(`{"type":"x"}`)},
			article.Text("t"),
		}
	}
	img := func() article.Image {
		return article.Image{URL: "u", Alt: "t", Width: 640, Height: 360, Sources: []article.Rendition{{URL: "u", Width: 320}, {URL: "u", Width: 640}}}
	}
	pic := func() *article.Image { m := img(); return &m }
	fig := func() *article.Figure {
		return &article.Figure{Image: img(), Caption: article.Caption{Text: in(), Credit: article.Credit{Text: "t", People: []string{"t"}, Source: "t"}}}
	}
	para := func() article.Blocks { return article.Blocks{&article.Paragraph{Text: in()}} }
	links := func() *article.LinkBlock {
		return &article.LinkBlock{Kind: "related", Label: "t", Links: []article.RelatedLink{
			{Title: "t", URL: "u", Published: f.time, Image: pic()}, {Title: "t", URL: "u"}}}
	}
	a := &article.Article{
		ID: "r", URL: "u", Slug: "r", Lang: "l", Section: "t", Kicker: "t", Title: "t", Lead: in(),
		Byline:   []article.Author{{Name: "t", Role: "t"}, {Name: "t"}},
		Dateline: "t", Source: "t", Published: f.time, Modified: f.time.Add(time.Hour), Tags: []string{"t", "t"},
		Body: article.Blocks{
			&article.Paragraph{Text: in()},
			&article.Heading{Level: 2, Text: in()}, &article.Heading{Level: 3, Text: in()},
			fig(), &article.Figure{Caption: article.Caption{Text: in(), Credit: article.Credit{People: []string{"t", "t"}, Source: "t"}}},
			&article.Gallery{Figures: []*article.Figure{fig(), fig()}, Caption: article.Caption{Text: in()}},
			&article.Quote{Body: para(), Cite: in(), URL: "u"}, &article.Quote{Body: para()},
			&article.List{Items: []article.Blocks{para(), para()}}, &article.List{Ordered: true, Items: []article.Blocks{para()}},
			&article.Table{Caption: in(), Rows: [][]article.Cell{
				{{Text: in(), Header: true}, {Text: in(), Header: true}}, {{Text: in(), Header: true}, {Text: in()}}}},
			&article.Box{Title: "t", Body: article.Blocks{&article.Heading{Level: 4, Text: in()}, fig(), &article.Box{Title: "t", Body: para()}}},
			links(),
			&article.Embed{Provider: "t", URL: "u", Title: "t", Image: pic()},
			&article.Correction{Title: "t", Published: f.time, Statement: in(), Text: in()},
			&article.Divider{},
			&article.Unknown{Type: "r", Raw: json.RawMessage(`{"type":"x"}`)},
		},
		Related: []*article.LinkBlock{links(), links()},
	}
	f.fill(reflect.ValueOf(a), "")
	return a
}

// fill replaces every string below v, so that no field can be forgotten when
// the model grows.
func (f filler) fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return
		}
		if t, ok := v.Interface().(article.Text); ok {
			_ = t
			v.Set(reflect.ValueOf(article.Text(f.text())))
			return
		}
		f.fill(v.Elem(), name)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			f.fill(v.Index(i), name)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.String:
		if v.CanSet() && v.String() != "" {
			v.SetString(f.slot(name))
		}
	}
}

func (f filler) slot(name string) string {
	switch name {
	case "URL":
		return f.url()
	case "Lang":
		return f.lang()
	case "ID", "Slug", "Role", "Kind", "Type":
		if name == "Role" {
			return f.text()
		}
		return f.rest()
	}
	return f.text()
}
