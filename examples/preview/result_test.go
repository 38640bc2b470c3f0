package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
)

func sampleText(t *testing.T) string {
	t.Helper()
	data, err := assets.ReadFile("sample.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestSample holds what the sample shows a newcomer: each panel has something.
func TestSample(t *testing.T) {
	res := (&request{Text: sampleText(t)}).result()
	for format, tt := range map[string]struct{ got, prefix, part string }{
		"html":    {res.HTML, "<article", "<h1>Phiên chợ nổi"},
		"page":    {res.Page, "<!doctype html>", `property="og:title"`},
		"preview": {res.Preview, "<!doctype html>", "<h1>Phiên chợ nổi"},
		"json":    {res.JSON, "{\n  \"version\": 1,", `"section": "Đời sống"`},
		"jsonld":  {res.JSONLD, "{", `"NewsArticle"`},
	} {
		if !strings.HasPrefix(tt.got, tt.prefix) || !strings.Contains(tt.got, tt.part) {
			t.Errorf("%s does not begin with %q or lacks %q:\n%s", format, tt.prefix, tt.part, tt.got)
		}
	}
	for _, s := range []string{res.JSON, res.JSONLD} {
		if !json.Valid([]byte(s)) {
			t.Errorf("not JSON: %s", s)
		}
	}

	rules := make(map[string]note)
	for _, n := range res.Notes {
		rules[n.Rule] = n
		if n.Label == n.Rule {
			t.Errorf("rule %s has no label", n.Rule)
		}
	}
	for _, rule := range []string{"caption-repeated", "caption-variant", "source-tag", "share", "comments"} {
		if rules[rule].Line == 0 {
			t.Errorf("no note %s: %v", rule, res.Notes)
		}
	}
	if n := rules["share"]; !n.Dropped || n.Text != "Chia sẻ" || n.Label != "Nút chia sẻ" {
		t.Errorf("share = %+v", n)
	}
	var labels []string
	for _, p := range res.Problems {
		labels = append(labels, p.Label+" "+p.Detail)
		if p.Error {
			t.Errorf("the sample has an error: %+v", p)
		}
	}
	for _, want := range []string{"Lặp từ ", "Lẫn lộn hai kiểu đặt dấu thanh ", "Khối liên kết trống "} {
		if !strings.Contains(strings.Join(labels, "\n"), want) {
			t.Errorf("no warning %q: %q", want, labels)
		}
	}
	c := res.Counts
	if c.Syllables < 200 || c.Blocks != 6 || c.Notes != len(res.Notes) || c.Errors != 0 || c.Warnings != len(res.Problems) {
		t.Errorf("counts = %+v with %d notes and %d problems", c, len(res.Notes), len(res.Problems))
	}
}

func TestTone(t *testing.T) {
	const text = "Hoà khí ở chợ\n\nChị Thúy nói hòa khí là quý."
	for tone, want := range map[vn.ToneStyle]string{vn.KeepStyle: "Hoà khí hòa khí Thúy", vn.OldStyle: "Hòa khí hòa khí Thúy", vn.NewStyle: "Hoà khí hoà khí Thuý"} {
		res := (&request{Text: text, Tone: tone}).result()
		words := strings.Fields(want)
		for format, s := range map[string]string{"html": res.HTML, "json": res.JSON, "preview": res.Preview} {
			for _, part := range []string{words[0] + " khí ở chợ", "Chị " + words[4] + " nói " + words[2] + " khí"} {
				if !strings.Contains(s, part) {
					t.Errorf("tone %v: %s lacks %q", tone, format, part)
				}
			}
		}
		mixed := false
		for _, p := range res.Problems {
			mixed = mixed || p.Label == "Lẫn lộn hai kiểu đặt dấu thanh"
		}
		if keeps := tone == vn.KeepStyle; mixed != keeps {
			t.Errorf("tone %v: mixed styles reported: %t", tone, mixed)
		}
	}
}

func TestAlt(t *testing.T) {
	const kept = ` alt="Chị Lâm Thị Út Hoà chuyền dưa hấu từ ghe lên bến cho khách quen."`
	for alt, want := range map[render.AltPolicy]string{render.AltAuto: ` alt=""`, render.AltKeep: kept, render.AltOmit: ""} {
		res := (&request{Text: sampleText(t), Alt: alt, Images: true}).result()
		for format, s := range map[string]struct{ doc, src string }{
			"html": {res.HTML, "anh-2.jpg"}, "page": {res.Page, "anh-2.jpg"}, "preview": {res.Preview, "/picture.svg"},
		} {
			i := strings.LastIndex(s.doc, `<img src="`+s.src+`"`)
			if i < 0 {
				t.Errorf("alt %v: %s has no image %s", alt, format, s.src)
				continue
			}
			tag, _, _ := strings.Cut(s.doc[i:], ">")
			if want == "" && strings.Contains(tag, "alt=") || !strings.Contains(tag, want) {
				t.Errorf("alt %v: %s has %s, want %q", alt, format, tag, want)
			}
		}
	}
}

// TestImages holds that images are made up only where they are asked for, and
// never in the formats that say what the article is.
func TestImages(t *testing.T) {
	for _, images := range []bool{false, true} {
		res := (&request{Text: sampleText(t), Images: images}).result()
		if got := strings.Contains(res.HTML, "<img"); got != images {
			t.Errorf("images %t: an image in the HTML: %t", images, got)
		}
		if strings.Contains(res.JSON, imagePrefix) || strings.Contains(res.JSONLD, imagePrefix) {
			t.Errorf("images %t: the JSON has an address that was made up", images)
		}
	}
}

// TestHostile holds that markup in the text stays text.
func TestHostile(t *testing.T) {
	const attack = `<script>alert(1)</script><img src=x onerror=alert(1)>`
	res := (&request{Text: "Tít " + attack + "\n\n" + attack + "\n\nMột đoạn nữa.", Images: true}).result()
	for format, s := range map[string]string{"html": res.HTML, "page": res.Page, "preview": res.Preview} {
		if strings.Contains(s, "<script>") || strings.Contains(s, "<img src=x") || !strings.Contains(html.UnescapeString(s), attack) {
			t.Errorf("%s does not have the attack as text:\n%s", format, s)
		}
	}
}

func TestEmpty(t *testing.T) {
	res := (&request{}).result()
	if len(res.Problems) != 1 || !res.Problems[0].Error || res.Problems[0].Label != "Bài chưa có tít" || res.Counts.Errors != 1 {
		t.Errorf("problems = %+v, want that there is no title", res.Problems)
	}
}

// TestTooLarge holds that a text beyond the limits of the library ends where
// the article is full, with notes on the rest, and that long lists are cut.
func TestTooLarge(t *testing.T) {
	text := []byte("Tít của bài\n\n")
	for i := range article.MaxBlocks + 1 {
		text = fmt.Appendf(text, "Đoạn số %d nói về một việc khác.\n\n", i)
	}
	res := (&request{Text: string(text)}).result()
	for _, p := range res.Problems {
		if p.Error {
			t.Errorf("problem %+v, want an article within the limits", p)
		}
	}
	if n := len(res.Notes); n == 0 || res.Notes[n-1].Rule != "limit" {
		t.Errorf("%d notes, the last %+v; want one on a line beyond the limit", n, res.Notes[max(0, n-1):])
	}
	res = (&request{Text: "Tít của bài\n\nĐoạn mở đầu.\n\n" + strings.Repeat("Chia sẻ\n\nBình luận\n\n", maxListed)}).result()
	if len(res.Notes) != maxListed || res.Counts.Notes <= maxListed {
		t.Errorf("%d notes of %d, want %d", len(res.Notes), res.Counts.Notes, maxListed)
	}
}

// TestBounded holds that no text makes an answer much larger than itself.
func TestBounded(t *testing.T) {
	for name, text := range map[string]string{
		"ampersands": strings.Repeat("&", maxBody),
		"quotes":     strings.Repeat(`"`, maxBody),
		"words":      "Tít\n\n" + strings.Repeat("và và ", maxBody/9),
		"notes":      "Tít của bài\n\nĐoạn mở đầu.\n\nChia sẻ\n\n" + strings.Repeat("Bình luận dài dòng ", maxBody/24),
	} {
		res := (&request{Text: text, Images: true}).result()
		empty := 0
		for format, s := range map[string]string{"html": res.HTML, "page": res.Page, "preview": res.Preview, "json": res.JSON, "jsonld": res.JSONLD} {
			if len(s) > maxFormat {
				t.Errorf("%s: %s has %d bytes", name, format, len(s))
			}
			if s == "" {
				empty++
			}
		}
		said := 0
		for _, p := range res.Problems {
			if p.Label == "Quá dài để hiện ở đây" && p.Detail != "" {
				said++
			}
			if len(p.Detail) > 4*maxExcerpt {
				t.Errorf("%s: a problem of %d bytes", name, len(p.Detail))
			}
		}
		if said != empty {
			t.Errorf("%s: %d formats are said to be too long, %d are empty", name, said, empty)
		}
		for _, n := range res.Notes {
			if len(n.Text) > 4*maxExcerpt {
				t.Errorf("%s: a note of %d bytes", name, len(n.Text))
			}
		}
		if res.Counts.Errors+res.Counts.Warnings < len(res.Problems) {
			t.Errorf("%s: %+v for %d problems", name, res.Counts, len(res.Problems))
		}
	}
}

func TestNotice(t *testing.T) {
	for text, want := range map[string]string{
		"<!doctype html>\n<title>Tin</title>": "HTML",
		"<p>Một đoạn.</p>":                    "HTML",
		"Thá»§ tÆ°á»›ng thÄƒm HÃ  Ná»™i\n\nSÃ¡ng nay, Thá»§ tÆ°á»›ng Ä‘Ã£ thÄƒm.": "bảng mã",
		"": "",
		"Thẻ <p> đứng đầu một đoạn.": "",
		"<Chợ nổi> họp lại":          "",
		sampleText(t):                "",
	} {
		if got := (&request{Text: text}).result().Notice; !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%.40q has the notice %q, want %q in it", text, got, want)
		}
	}
}

func TestUnescapeJSON(t *testing.T) {
	for _, s := range []string{"", "<b>&</b>", `\u003c`, `\\u003c`, `\`, `"`, "\n<\u2028>\t\\&"} {
		doc, err := json.Marshal(map[string]string{"s": s})
		if err != nil {
			t.Fatal(err)
		}
		shown := unescapeJSON(string(doc))
		var got map[string]string
		if err := json.Unmarshal([]byte(shown), &got); err != nil || got["s"] != s || strings.ContainsAny(s, "<>&") != strings.ContainsAny(shown, "<>&") {
			t.Errorf("unescapeJSON(%s) = %s, which is %q, %v", doc, shown, got["s"], err)
		}
	}
	if got := unescapeJSON(`\`); got != `\` {
		t.Errorf("unescapeJSON of a backslash = %q", got)
	}
	res := (&request{Text: "Khi a < b & c\n\nMột <em>."}).result()
	if !strings.Contains(res.JSON, `"Khi a < b & c"`) || strings.Contains(res.JSONLD, "<") {
		t.Errorf("JSON %s, JSON-LD %s", res.JSON, res.JSONLD)
	}
}

func TestRules(t *testing.T) {
	res := (&request{Text: "Tít của bài\n\nĐoạn mở đầu của một bài viết.\n\nBình luận\n\nChia sẻ\n\nChia sẻ"}).result()
	total := 0
	for i, r := range res.Rules {
		total += r.Count
		if i > 0 && r.Count > res.Rules[i-1].Count || r.Label == "" {
			t.Errorf("rules = %+v", res.Rules)
		}
	}
	if total != res.Counts.Notes || total == 0 {
		t.Errorf("%d notes in %+v, want %d", total, res.Rules, res.Counts.Notes)
	}
}

// TestEveryRuleHasLabel takes the rules that the fixtures of the module show, and
// the constants of package article. A note in a fixture is "line rule: text" or
// "line rule (dropped): text".
func TestEveryRuleHasLabel(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	note := regexp.MustCompile(`(?m)^\d+ ([a-z][a-z0-9_-]*)( \(dropped\))?: `)
	rules := make(map[string]bool)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, notes, _ := strings.Cut(string(data), "\n-- notes --\n")
		notes, _, _ = strings.Cut(notes, "\n-- ")
		for _, m := range note.FindAllStringSubmatch(notes, -1) {
			rules[m[1]] = true
		}
	}
	for _, rule := range constants(t, "../../article", "Rule") {
		rules[rule] = true
	}
	if len(rules) < 15 {
		t.Errorf("%d rules in the fixtures: %v", len(rules), rules)
	}
	for rule := range rules {
		if noteLabel(rule) == rule {
			t.Errorf("the rule %s has no label", rule)
		}
	}
}

// constants returns the values of the string constants of a type in a folder.
func constants(t *testing.T, dir, typeName string) (values []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no Go files in %s: %v", dir, err)
	}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if name, ok := spec.Type.(*ast.Ident); ok && name.Name == typeName {
				for _, v := range spec.Values {
					if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
						s, _ := strconv.Unquote(lit.Value)
						values = append(values, s)
					}
				}
			}
			return true
		})
	}
	return values
}

func TestLabels(t *testing.T) {
	for rule, want := range map[string]string{"new-rule": "new-rule", "comment_form": "Khung gửi bình luận", "comment-form": "Khung gửi bình luận"} {
		if got := noteLabel(rule); got != want {
			t.Errorf("noteLabel(%q) = %q, want %q", rule, got, want)
		}
	}
	if len(constants(t, "../../article", "LinkKind")) < 5 {
		t.Error("constants finds no constants")
	}
	for _, p := range problemLabels {
		label, detail := problemLabel(&article.Error{Path: "/body/1", Err: p.cause})
		if label != p.label || detail != "" {
			t.Errorf("problemLabel(%v) = %q, %q", p.cause, label, detail)
		}
	}
	if label, detail := problemLabel(&article.Error{Err: article.ErrLevel}); label != article.ErrLevel.Error() || detail != "" {
		t.Errorf("problemLabel of another cause = %q, %q", label, detail)
	}
}
