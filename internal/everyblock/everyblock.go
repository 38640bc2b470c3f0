// Package everyblock gives tests one sample of each kind of block, with every
// field filled in by reflection, so that a new field or a new kind cannot be
// forgotten.
package everyblock

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// Blocks returns a sample of each kind of block.
func Blocks() article.Blocks {
	samples := article.Blocks{
		new(article.Paragraph), new(article.Heading), new(article.Figure), new(article.Gallery),
		new(article.Quote), new(article.List), new(article.Table), new(article.Box),
		new(article.LinkBlock), new(article.Embed), new(article.Correction), new(article.Divider),
	}
	f := filler{}
	for _, b := range samples {
		f.fill(reflect.ValueOf(b).Elem(), "")
	}
	return append(samples, &article.Unknown{Type: "poll", Raw: json.RawMessage(`{"type":"poll","votes":1e2}`)})
}

// Article returns an article with every field filled in and every kind of
// block in its body.
func Article() *article.Article {
	a := new(article.Article)
	f := filler{}
	f.fill(reflect.ValueOf(a).Elem(), "")
	a.Body = Blocks()
	return a
}

type filler struct{ n int }

var (
	inlinesType = reflect.TypeFor[article.Inlines]()
	blocksType  = reflect.TypeFor[article.Blocks]()
	timeType    = reflect.TypeFor[time.Time]()
	extraType   = reflect.TypeFor[article.Extra]()
)

// fill sets v, the field name, to a value of its own.
func (f *filler) fill(v reflect.Value, name string) {
	f.n++
	switch v.Type() {
	case inlinesType:
		v.Set(reflect.ValueOf(f.inlines()))
		return
	case blocksType:
		v.Set(reflect.ValueOf(article.Blocks{&article.Paragraph{Text: article.Inlines{f.text()}}}))
		return
	case timeType:
		v.Set(reflect.ValueOf(time.Date(2026, 11, 23, 14, 30, f.n%60, 0, time.FixedZone("", 7*3600))))
		return
	case extraType:
		v.Set(reflect.ValueOf(article.Extra{"x-note": json.RawMessage("2.50")}))
		return
	}
	switch v.Kind() {
	case reflect.String:
		f.str(v, name)
	case reflect.Int:
		v.SetInt(int64(2 + f.n%5))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), name)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), name)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	default:
		panic(fmt.Sprintf("everyblock: no sample of %v", v.Type()))
	}
}

func (f *filler) str(v reflect.Value, name string) {
	switch name {
	case "URL":
		v.SetString(fmt.Sprintf("https://bao.example/%d", f.n))
	case "ID", "Slug", "Lang", "Kind":
		v.SetString(strings.ToLower(name) + fmt.Sprint(f.n))
	default:
		v.SetString(string(f.text()))
	}
}

func (f *filler) text() article.Text {
	f.n++
	return article.Text(fmt.Sprintf("cầu số %d", f.n))
}

// inlines returns a run with each kind of inline.
func (f *filler) inlines() article.Inlines {
	run := func() article.Inlines { return article.Inlines{f.text()} }
	x := article.Extra{"x-note": json.RawMessage("1e2")}
	return article.Inlines{
		f.text(), article.Break{},
		&article.Emph{Text: run(), Extra: x}, &article.Strong{Text: run(), Extra: x},
		&article.Link{URL: "/tin", Text: run(), Extra: x},
		&article.Span{Lang: "en", Role: "person", Text: run(), Extra: x},
		&article.Unknown{Type: "math", Raw: json.RawMessage(`{"type":"math","x":1e2}`)},
	}
}
