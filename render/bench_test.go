package render_test

import (
	"html/template"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// news returns the sample with other words each time, so that no branch
// predictor learns it.
func news() []*article.Article {
	as := make([]*article.Article, 64)
	for i := range as {
		as[i] = sample()
		for j, b := range as[i].Body {
			if p, ok := b.(*article.Paragraph); ok && len(p.Text) == 1 {
				p.Text = text(prose(i*7+j, 3+(i+j)%3))
			}
		}
	}
	return as
}

// BenchmarkAppendHTML, BenchmarkTemplate and BenchmarkCopy are to be compared
// within one run: the goals are 1/20 of the time of html/template for the same
// markup and 60 times that of copying the output.
func BenchmarkAppendHTML(b *testing.B) {
	as := news()
	dst := render.AppendHTML(make([]byte, 0, 1<<16), as[0], nil)
	b.SetBytes(int64(len(dst)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		dst = render.AppendHTML(dst[:0], as[i%len(as)], nil)
	}
}

func BenchmarkHTML(b *testing.B) {
	as := news()
	b.SetBytes(int64(len(render.AppendHTML(nil, as[0], nil))))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := render.HTML(io.Discard, as[i%len(as)], nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	as := news()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := render.Page(io.Discard, as[i%len(as)], nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCopy(b *testing.B) {
	var outs [][]byte
	for _, a := range news() {
		outs = append(outs, render.AppendHTML(nil, a, nil))
	}
	dst := make([]byte, 0, 1<<16)
	b.SetBytes(int64(len(outs[0])))
	for i := 0; b.Loop(); i++ {
		dst = append(dst[:0], outs[i%len(outs)]...)
	}
}

func BenchmarkTemplate(b *testing.B) {
	as := news()
	b.SetBytes(int64(len(render.AppendHTML(nil, as[0], nil))))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := newsPage.Execute(io.Discard, as[i%len(as)]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEscape measures the escaper on a text that does not repeat.
func BenchmarkEscape(b *testing.B) {
	var s strings.Builder
	for i := 0; s.Len() < 1<<20; i++ {
		s.WriteString(prose(i*i, 1+i%5))
	}
	dst := make([]byte, 0, 2<<20)
	b.SetBytes(int64(s.Len()))
	for b.Loop() {
		dst = render.AppendText(dst[:0], s.String())
	}
}

// newsPage is the markup of the sample, for html/template.
var newsPage = template.Must(template.New("").Funcs(template.FuncMap{
	"type": func(x any) string {
		switch x := x.(type) {
		case *article.Paragraph:
			return "p"
		case *article.Heading:
			return "h"
		case article.Text:
			return "text"
		case *article.Link:
			return "a"
		case *article.Strong:
			return "strong"
		default:
			_ = x
			return "figure"
		}
	},
	"slug":  func(in article.Inlines) string { return strings.ReplaceAll(string(in[0].(article.Text)), " ", "-") },
	"stamp": func(t time.Time) string { return t.Format(time.RFC3339) },
	"show":  func(t time.Time) string { return string(render.AppendTime(nil, t)) },
}).Parse(`
{{- define "inlines"}}{{range .}}{{$t := type .}}{{if eq $t "text"}}{{.}}{{else if eq $t "a"}}<a href="{{.URL}}">{{template "inlines" .Text}}</a>{{else}}<strong>{{template "inlines" .Text}}</strong>{{end}}{{end}}{{end -}}
{{- define "time"}}<time datetime="{{stamp .}}">{{show .}}</time>{{end -}}
<article lang="vi">
<header>
<p class="section">{{.Section}}</p>
<p class="kicker">{{.Kicker}}</p>
<h1>{{.Title}}</h1>
<p class="lead">{{template "inlines" .Lead}}</p>
<p class="byline">{{range $i, $a := .Byline}}{{if $i}}, {{end}}<span class="author">{{.Name}}</span>{{if .Role}} (<span class="role">{{.Role}}</span>){{end}}{{end}} · {{template "time" .Published}} · Cập nhật: {{template "time" .Modified}}</p>
</header>
{{range .Body}}{{$t := type .}}{{if eq $t "p"}}<p>{{template "inlines" .Text}}</p>
{{else if eq $t "h"}}<h2 id="h-{{slug .Text}}">{{template "inlines" .Text}}</h2>
{{else}}<figure>
<img src="{{.Image.URL}}" srcset="{{range $i, $s := .Image.Sources}}{{if $i}}, {{end}}{{$s.URL}} {{$s.Width}}w{{end}}" sizes="(max-width: 40rem) 100vw, 40rem" alt="" width="{{.Image.Width}}" height="{{.Image.Height}}" loading="lazy" decoding="async">
<figcaption>{{template "inlines" .Caption.Text}} <small class="credit">{{.Caption.Credit.Text}}</small></figcaption>
</figure>
{{end}}{{end}}<footer>
<p class="source">Nguồn: <span>{{.Source}}</span></p>
<ul class="tags">
{{range .Tags}}<li>{{.}}</li>
{{end}}</ul>
</footer>
</article>
{{range $i, $r := .Related}}<nav class="links {{.Kind}}" lang="vi" aria-labelledby="nav-{{$i}}">
<h2 id="nav-{{$i}}">{{.Label}}</h2>
<ul>
{{range .Links}}<li><a href="{{.URL}}"><span>{{.Title}}</span></a></li>
{{end}}</ul>
</nav>
{{end}}`))

// TestTemplate keeps the benchmark honest: both write about the same.
func TestTemplate(t *testing.T) {
	var b strings.Builder
	if err := newsPage.Execute(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if n, m := b.Len(), len(render.AppendHTML(nil, sample(), nil)); n < m*9/10 || n > m*11/10 {
		t.Errorf("the template writes %d bytes, AppendHTML %d", n, m)
	}
}
