package render_test

import (
	"bytes"
	"errors"
	"html"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/everyblock"
	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

func markdown(t testing.TB, a *article.Article, opts *render.MarkdownOptions) string {
	t.Helper()
	var b strings.Builder
	if err := render.Markdown(&b, a, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestMarkdownText has texts and what is written of them; internal/outputtest
// has what a reader makes of it.
func TestMarkdownText(t *testing.T) {
	link := func(u, s string) *article.Link { return &article.Link{URL: u, Text: text(s)} }
	em := func(in ...article.Inline) *article.Emph { return &article.Emph{Text: in} }
	strong := func(in ...article.Inline) *article.Strong { return &article.Strong{Text: in} }
	tx := func(s string) article.Text { return article.Text(s) }
	tests := []struct {
		in   article.Inlines
		want string
	}{
		{text("Sáng 10-3, lúc 14:30, giá tăng 6,93% (so với 2022); còn gì nữa?"), "Sáng 10-3, lúc 14:30, giá tăng 6,93% (so với 2022); còn gì nữa?"},
		{text("\\`*_[]<>&~|#@^{}\"'"), "\\\\\\`\\*\\_\\[\\]\\<\\>\\&\\~\\|\\#\\@\\^\\{\\}\\\"\\'"},
		{text("- a - b -- c"), "\\- a - b -\\- c"},
		{text("+ a = b"), "\\+ a = b"},
		{text("= a + b ++ c == d"), "\\= a + b +\\+ c =\\= d"},
		{text("1. a 2. b"), "1\\. a 2. b"},
		{text("2026) a"), "2026\\) a"},
		{text(": a"), "\\: a"},
		{text("rồi... thôi…"), "rồi.\\.\\. thôi…"},
		{text("http://bao.vn www.bao.vn WWW.BAO.VN"), "http:\\//bao.vn www\\.bao.vn WWW\\.BAO.VN"},
		{text("  a  \n\n  - b\t "), "a\n\\- b"},
		{text("a\r\nb"), "a\nb"},
		{text("\u00a0a\u00a0"), "\u00a0a"},
		{text("hết!"), "hết!"},
		{article.Inlines{tx("Hết!"), link("/a", "b")}, "Hết\\![b](/a)"},
		{article.Inlines{tx("a "), em(tx("b")), tx(" c "), strong(tx("d")), tx(".")}, "a _b_ c **d**."},
		{article.Inlines{tx("a"), em(tx(" b ")), tx("c")}, "a _b_ c"},
		{article.Inlines{strong(tx("a")), strong(tx("b ")), strong(tx("c"))}, "**ab c**"},
		{article.Inlines{strong(strong(em(em(tx("a")))))}, "**_a_**"},
		{article.Inlines{strong(tx("a"), em(tx("b"))), em(tx("c"))}, "**&#97;_b_**_c_"},
		{article.Inlines{strong(tx("Hỏi:")), tx("Đáp")}, "**Hỏi:**&#272;áp"},
		{article.Inlines{strong(tx("Hỏi")), tx("Đáp")}, "**Hỏi**Đáp"},
		{article.Inlines{em(tx("a")), tx("b")}, "_a_&#98;"},
		{article.Inlines{tx("a"), strong(tx("b"))}, "&#97;**b**"},
		{article.Inlines{tx("("), strong(tx("b")), tx(")")}, "(**b**)"},
		{article.Inlines{tx("a"), article.Break{}, article.Break{}, tx("- b"), article.Break{}}, "a\\\n\\\n\\- b"},
		{article.Inlines{article.Break{}, strong(article.Break{}), tx("a")}, "a"},
		{article.Inlines{strong(tx("a"), article.Break{}, tx("b"))}, "**a\\\nb**"},
		{article.Inlines{tx("\\"), article.Break{}, tx("b")}, "&#92;\\\nb"},
		{article.Inlines{&article.Link{URL: "/x?a=1&b=2", Text: article.Inlines{tx("a "), strong(tx("b "))}}, tx("c")}, "[a **b** ](/x?a=1&b=2)c"},
		{article.Inlines{strong(tx("a "), link("/(b)", "c"), tx(" d"))}, "**a [c](/\\(b\\)) d**"},
		{article.Inlines{link("/x?&copy;=1", "a")}, "[a](/x?&amp;copy;=1)"},
		{article.Inlines{link("javascript:x", "a"), tx(" "), link("//x", "b")}, "a b"},
		{article.Inlines{link("/a|b [c]", "a"), link("/a|b", "b")}, "a[b](/a%7Cb)"},
		{article.Inlines{tx("a"), link("/x", " "), tx("b"), link("/x", "\u200b")}, "a b\u200b"},
		{article.Inlines{&article.Link{URL: "/x", Text: article.Inlines{tx("a"), link("/y", "b")}}}, "[ab](/x)"},
		{article.Inlines{&article.Span{Lang: "en", Text: text("a")}, &article.Unknown{Type: "x"}, nil, (*article.Emph)(nil), (*article.Strong)(nil), (*article.Link)(nil), (*article.Span)(nil)}, "a"},
		{article.Inlines{tx("\u202ea\x00\xff")}, "a\ufffd"},
		{text(" \u200b"), ""},
	}
	for _, tt := range tests {
		a := &article.Article{Body: article.Blocks{&article.Paragraph{Text: tt.in}}}
		want := tt.want
		if want != "" {
			want += "\n"
		}
		if got := markdown(t, a, &render.MarkdownOptions{NoFrontMatter: true}); got != want {
			t.Errorf("%v: %q, want %q", tt.in, got, want)
		}
	}
}

func TestMarkdownBlocks(t *testing.T) {
	item := func(bs ...article.Block) article.Blocks { return bs }
	list := func(ordered bool, items ...article.Blocks) *article.List {
		return &article.List{Ordered: ordered, Items: items}
	}
	cell := func(s string, header bool) article.Cell { return article.Cell{Text: text(s), Header: header} }
	tests := []struct {
		name string
		body article.Blocks
		want string
	}{
		{"heading", item(heading(2, "1. a - b #"), heading(9, "c\nd"), heading(2, "\u00a0")), "## 1. a - b \\#\n\n###### c d"},
		{"tight list", item(list(false, item(para("a")), nil, item(para("")), item(para("b")))), "- a\n- b"},
		{"loose list", item(list(true, item(para("a"), para("b")), item(heading(2, "c")))), "1. a\n\n   b\n\n2. ## c"},
		{"lists side by side", item(list(false, item(para("a"))), list(false, item(para("b"))), list(true, item(para("c"))), list(true, item(para("d"))), para("e"), list(true, item(para("f")))),
			"- a\n\n+ b\n\n1. c\n\n1) d\n\ne\n\n1. f"},
		{"list and links", item(list(false, item(para("a"))), para(""), &article.LinkBlock{Label: "b", Links: []article.RelatedLink{{Title: "c"}, {}}}), "- a\n\n## b\n\n- c"},
		{"nested lists", item(list(false, item(para("a"), list(false, item(para("b")))), item(list(true, item(&article.Divider{}))))), "- a\n\n  - b\n\n- 1. ***"},
		{"quote", item(&article.Quote{Body: item(para("a"), list(false, item(para("b")))), Cite: text("c"), URL: "/d"}), "> a\n>\n> - b\n>\n> _[c](/d)_"},
		{"quote with a link", item(&article.Quote{Body: item(para("a")), Cite: article.Inlines{&article.Link{URL: "/b", Text: text("c")}}, URL: "/d"}), "> a\n>\n> _[c](/b)_"},
		{"empty quote", item(&article.Quote{URL: "/d"}), ""},
		{"figure", item(&article.Figure{Image: article.Image{URL: "/a.jpg", Alt: "a ] \n b"}, Caption: article.Caption{Text: text("c"), Credit: article.Credit{Text: "Ảnh: D"}}}), "![a \\]   b](/a.jpg)\\\n_c Ảnh: D_"},
		{"refused image", item(&article.Figure{Image: article.Image{URL: "data:x", Alt: "a"}, Caption: article.Caption{Credit: article.Credit{People: []string{"A", "B"}, Source: "C"}}}), "_Ảnh: A, B/C_"},
		{"nothing of a figure", item(&article.Figure{Image: article.Image{Alt: "a"}}), ""},
		{"gallery", item(&article.Gallery{Figures: []*article.Figure{nil, {Image: article.Image{URL: "/a"}}}, Caption: article.Caption{Text: text("b")}}), "![](/a)\n\n_b_"},
		{"table", item(&article.Table{Caption: text("c"), Rows: [][]article.Cell{{}, {cell("a|b", true), cell("", true)}, {cell("c", true), {Text: article.Inlines{article.Text("d"), article.Break{}, article.Text("- e")}}, cell("f", false)}}}),
			"_c_\n\n| a&#124;b |  |  |\n| --- | --- | --- |\n| **c** | d - e | f |"},
		{"table without heads", item(&article.Table{Rows: [][]article.Cell{{cell("a", true), cell("b", false)}}}), "|  |  |\n| --- | --- |\n| **a** | b |"},
		{"empty table", item(&article.Table{Caption: text("c"), Rows: [][]article.Cell{{}}}), ""},
		{"box", item(&article.Box{Title: "a", Body: item(para("b"))}, &article.Box{Body: item(para("c"))}, &article.Box{Title: "d", Body: item(&article.Unknown{})}), "> ## a\n>\n> b\n\n> c"},
		{"links", item(&article.LinkBlock{Kind: article.LinkLatest, Links: []article.RelatedLink{{Title: "a", URL: "/a", Published: published}, {Title: "b", URL: "data:x", Image: &article.Image{URL: "/b.jpg"}}}}),
			"## Mới nhất\n\n- [a](/a) Thứ sáu, 10/3/2023, 08:05 (GMT+7)\n- ![](/b.jpg) b"},
		{"label alone", item(&article.LinkBlock{Label: "a"}), ""},
		{"embed", item(&article.Embed{Provider: "YouTube", URL: "/v", Title: "a", Image: &article.Image{URL: "/p.jpg"}}, &article.Embed{URL: "/v"}, &article.Embed{URL: "javascript:x"}), "[![](/p.jpg) a](/v)\\\n_YouTube_\n\n[/v](/v)"},
		{"correction", item(&article.Correction{Published: published, Statement: text("~ a ~"), Text: text("b")}, &article.Correction{Title: "c"}),
			"## Thông tin cải chính, xin lỗi\n\nThứ sáu, 10/3/2023, 08:05 (GMT+7)\n\n~~&#126; a &#126;~~\n\nb"},
		{"nil", item(nil, (*article.Paragraph)(nil), &article.Divider{}, (*article.Unknown)(nil)), "***"},
	}
	for _, tt := range tests {
		want := tt.want
		if want != "" {
			want += "\n"
		}
		if diff := cmp.Diff(want, markdown(t, &article.Article{Body: tt.body}, &render.MarkdownOptions{NoFrontMatter: true})); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestMarkdownEveryKind tests that no kind of block or inline is forgotten: the
// texts of samples with every field filled in are all there.
func TestMarkdownEveryKind(t *testing.T) {
	for _, b := range everyblock.Blocks() {
		got := html.UnescapeString(markdown(t, &article.Article{Body: article.Blocks{b}}, nil))
		want := string(render.AppendBlocks(nil, article.Blocks{b}, &render.HTMLOptions{Alt: render.AltKeep}))
		for part := range strings.SplitSeq(want, "cầu số ") {
			if n := strings.IndexFunc(part, func(r rune) bool { return r < '0' || r > '9' }); n > 0 && !strings.Contains(got, "cầu số "+part[:n]) {
				t.Errorf("%T: no %q in %s", b, "cầu số "+part[:n], got)
			}
		}
	}
}

func TestMarkdownOptions(t *testing.T) {
	a := &article.Article{
		Slug: "cau-moi", Section: "Thời sự", Kicker: "Hạ tầng", Title: "Cầu \"mới\" \\ uỷ", Lead: text("Sapo"), Byline: []article.Author{{Name: "Minh Anh"}, {Name: "Lê Phương", Role: "ảnh"}},
		Dateline: "Cần Thơ", Source: "TTXVN", Published: published, Modified: published.Add(time.Hour), Tags: []string{"cầu", "\u00a0", "1"},
		Body:    article.Blocks{heading(2, "a"), &article.Figure{Image: article.Image{URL: "a.jpg"}}},
		Related: []*article.LinkBlock{nil, {Label: "b", Links: []article.RelatedLink{{Title: "c", URL: "/c"}}}},
	}
	const front = `---
title: "Cầu \"mới\" \\ uỷ"
date: 2023-03-10T08:05:00+07:00
lastmod: 2023-03-10T09:05:00+07:00
slug: "cau-moi"
description: "Sapo"
author: ["Minh Anh"]
tags: ["cầu", "1"]
categories: ["Thời sự"]
kicker: "Hạ tầng"
byline: ["Minh Anh", "Lê Phương (ảnh)"]
dateline: "Cần Thơ"
source: "TTXVN"
---

`
	const whole = `_Thời sự_

_Hạ tầng_

# Cầu \"mới\" \\ uỷ

Sapo

_Minh Anh, Lê Phương (ảnh) · Cần Thơ · Thứ sáu, 10/3/2023, 08:05 (GMT+7) · Cập nhật: Thứ sáu, 10/3/2023, 09:05 (GMT+7)_

## a

![](a.jpg)

_Nguồn: TTXVN_

- cầu
- 1

## b

- [c](/c)
`
	const rest = "Sapo\n\n## a\n\n![](a.jpg)\n\n## b\n\n- [c](/c)\n"
	tests := []struct {
		name string
		opts *render.MarkdownOptions
		want string
	}{
		{"nil", nil, front + rest},
		{"title", &render.MarkdownOptions{TitleLevel: 1}, front + "# Cầu \\\"mới\\\" \\\\ uỷ\n\n" + rest},
		{"no front matter", &render.MarkdownOptions{NoFrontMatter: true}, whole},
		{"level", &render.MarkdownOptions{NoFrontMatter: true, TitleLevel: 5}, strings.NewReplacer("## a", "###### a", "# Cầu", "##### Cầu", "## b", "###### b").Replace(whole)},
		{"no title", &render.MarkdownOptions{NoFrontMatter: true, TitleLevel: -1}, strings.Replace(whole, "# Cầu \\\"mới\\\" \\\\ uỷ\n\n", "", 1)},
		{"tone", &render.MarkdownOptions{Tone: vn.OldStyle}, strings.ReplaceAll(front, "uỷ", "ủy") + rest},
		{"base", &render.MarkdownOptions{Base: "https://bao.example/x/"}, front + strings.NewReplacer("a.jpg", "https://bao.example/x/a.jpg", "/c", "https://bao.example/c").Replace(rest)},
		{"URL", &render.MarkdownOptions{URL: func(u string) string { return strings.TrimPrefix(u, "/c") }}, front + strings.Replace(rest, "[c](/c)", "c", 1)},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, markdown(t, a, tt.opts)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
	if got := markdown(t, nil, nil); got != "---\n---\n\n" {
		t.Errorf("nil article: %q", got)
	}
	if got := markdown(t, nil, &render.MarkdownOptions{NoFrontMatter: true}); got != "" {
		t.Errorf("nil article: %q", got)
	}
	want := errors.New("no room")
	if err := render.Markdown(writerFunc(func([]byte) (int, error) { return 0, want }), a, nil); !errors.Is(err, want) {
		t.Errorf("Markdown returns %v", err)
	}
}

// TestBareOutputs tests that no Vietnamese word of ours stands in a feed or in
// Markdown of an article in another language.
func TestBareOutputs(t *testing.T) {
	var b bytes.Buffer
	if err := render.RSS(&b, &render.Feed{Articles: []*article.Article{foreign()}}, nil); err != nil {
		t.Fatal(err)
	}
	for _, got := range []string{b.String(), markdown(t, foreign(), nil), markdown(t, foreign(), &render.MarkdownOptions{NoFrontMatter: true})} {
		for _, word := range []string{"Thứ", "Nguồn", "Cập nhật", "Ảnh", "Tin liên quan", "Thông tin"} {
			if strings.Contains(got, word) {
				t.Errorf("%q in %s", word, got)
			}
		}
	}
}

// FuzzMarkdown tests what can be seen without a reader; the module
// internal/outputtest has the tests with one.
func FuzzMarkdown(f *testing.F) {
	for _, s := range attacks(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := everywhere(s)
		for _, opts := range []*render.MarkdownOptions{nil, {NoFrontMatter: true, TitleLevel: len(s) % 8, Tone: vn.NewStyle, Base: s, URL: func(string) string { return s }}} {
			got := markdown(t, a, opts)
			if !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\r\x7f\u202e\u2066") {
				t.Fatalf("%q", got)
			}
			front, body, ok := strings.Cut(got, "---\n\n")
			if opts != nil {
				front, body = "", got
			} else if !ok || strings.Contains(front[4:], "---\n") && strings.Contains(front[4:], "\n---\n") {
				t.Fatalf("front matter %q", front)
			}
			for i := range len(body) {
				if body[i] == '<' && (i == 0 || body[i-1] != '\\') {
					t.Fatalf("raw < in %q", body)
				}
			}
			for line := range strings.Lines(body) {
				if strings.HasSuffix(strings.TrimSuffix(line, "\n"), " ") {
					t.Fatalf("%q ends in a space", line)
				}
			}
		}
	})
}

func TestMarkdownLimits(t *testing.T) {
	got := markdown(t, &article.Article{Body: article.Blocks{nest(article.MaxDepth)}}, nil)
	if !strings.Contains(got, "inside") {
		t.Error("a block at the greatest depth is not written")
	}
	if got := markdown(t, &article.Article{Body: article.Blocks{nest(article.MaxDepth + 1)}}, nil); strings.Contains(got[3:], "> ") {
		t.Errorf("blocks below the greatest depth are written: %s", got)
	}
	box := &article.Box{Title: "b"}
	box.Body = article.Blocks{box, para("x"), box}
	list := &article.List{}
	list.Items = []article.Blocks{{list, para("x")}, {list}}
	emph := &article.Emph{}
	emph.Text = article.Inlines{emph, article.Text("x"), emph}
	link := &article.Link{URL: "/x"}
	link.Text = article.Inlines{link, article.Text("x"), link}
	for _, b := range []article.Block{box, list, &article.Paragraph{Text: article.Inlines{emph}}, &article.Heading{Text: article.Inlines{link}}, &article.Quote{Cite: article.Inlines{emph}}} {
		if err := render.Markdown(io.Discard, &article.Article{Body: article.Blocks{b}}, nil); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMarkdownLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	repeat := func(s string) func(int) article.Block {
		return func(n int) article.Block { return para(strings.Repeat(s, n/len(s))) }
	}
	for name, make := range map[string]func(int) article.Block{
		"text": repeat("Thành ủy Cần Thơ "), "signs": repeat("*"), "stops": repeat("."), "digits": repeat("1."), "newlines": repeat("a\n"), "spaces": repeat("  a"), "space": repeat(" "), "colons": repeat("w://"),
		"styles": func(n int) article.Block {
			in := slices.Repeat(article.Inlines{&article.Strong{Text: text(" a ")}, &article.Emph{Text: text("b")}, article.Text("c"), &article.Link{URL: "/x", Text: text("d")}, article.Break{}}, n/128)
			return &article.Paragraph{Text: in}
		},
		"rows": func(n int) article.Block {
			b := &article.Table{Rows: [][]article.Cell{slices.Repeat([]article.Cell{{}}, min(n/128, article.MaxElements))}}
			b.Rows = append(b.Rows, slices.Repeat([][]article.Cell{{{Text: text("a")}}}, min(n/128, article.MaxElements))...)
			return b
		},
		"items": func(n int) article.Block {
			return &article.List{Items: slices.Repeat([]article.Blocks{{para("a"), nest(3)}}, min(n/256, article.MaxElements))}
		},
	} {
		lineartest.Check(t, "Markdown of "+name, 1<<18, func(n int) func() {
			a := &article.Article{Body: article.Blocks{make(n)}}
			return func() { render.Markdown(io.Discard, a, nil) }
		})
	}
}
