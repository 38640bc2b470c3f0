package htmltest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/txtar"
	toasoan "github.com/toasoan/toasoan/render"
	"golang.org/x/net/html"
)

// fixtures calls f for the article of each file of testdata/articles.
func fixtures(t *testing.T, f func(t *testing.T, a *article.Article)) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d fixtures: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a := new(article.Article)
		if err := a.UnmarshalJSON(txtar.Parse(data).Get("json")); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { f(t, a) })
	}
}

// TestFixtureMetadata reads the page of each fixture: its JSON-LD follows the
// rules for a NewsArticle, and every URL in it and in the meta elements passed
// the policy.
func TestFixtureMetadata(t *testing.T) {
	fixtures(t, func(t *testing.T, a *article.Article) {
		var b bytes.Buffer
		opts := &toasoan.PageOptions{SiteName: "Báo Ví Dụ", JSONLD: toasoan.JSONLDOptions{
			PublisherName: "Báo Ví Dụ", PublisherURL: "https://bao.example/", LogoURL: "https://bao.example/logo.png"}}
		if err := toasoan.Page(&b, a, opts); err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		checkPage(t, doc)
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "script" {
				checkNewsArticle(t, a, n.FirstChild.Data)
			}
		}
	})
}

// properties are those that an object may have, by its type in schema.org.
var properties = map[string][]string{
	"NewsArticle": {"@context", "@type", "headline", "description", "url", "mainEntityOfPage", "image", "datePublished", "dateModified",
		"author", "publisher", "sourceOrganization", "articleSection", "dateline", "keywords", "inLanguage", "correction"},
	"ImageObject":           {"@type", "url", "width", "height", "caption", "creditText"},
	"Person":                {"@type", "name"},
	"Organization":          {"@type", "name"},
	"NewsMediaOrganization": {"@type", "name", "url", "logo"},
	"CorrectionComment":     {"@type", "text", "datePublished"},
}

// notName finds in an author's name what Google's rules keep out of it:
// titles, honorifics, introductory words, and a second name.
var notName = regexp.MustCompile(`(?i)^(PV|P\.V|nhóm|phóng viên|tin|ảnh|bài|thực hiện|đồng chí|ông|bà|bác sĩ|(PGS|GS|TS|ThS|BS)[.\s])|[:,;&/]| - `)

// checkNewsArticle tests the rules for an object in JSON-LD against the
// article that it describes.
func checkNewsArticle(t *testing.T, a *article.Article, data string) {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal([]byte(data), &m); err != nil {
		t.Fatal(err)
	}
	checkObject(t, m)
	if m["@context"] != "https://schema.org" || m["@type"] != "NewsArticle" {
		t.Errorf("%v is a %v", m["@context"], m["@type"])
	}
	same := func(name, want string) {
		if got, _ := m[name].(string); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	same("headline", cleaned(a.Title))
	same("articleSection", cleaned(a.Section))
	same("dateline", cleaned(a.Dateline))
	same("inLanguage", "vi")
	if a.Source != "" {
		if org, _ := m["sourceOrganization"].(map[string]any); org["name"] != cleaned(a.Source) {
			t.Errorf("sourceOrganization is %v, want %q", org, a.Source)
		}
	}
	for name, want := range map[string]time.Time{"datePublished": a.Published, "dateModified": a.Modified} {
		if want.IsZero() {
			same(name, "")
		} else if got, err := time.Parse(time.RFC3339, m[name].(string)); err != nil || !got.Equal(want) {
			t.Errorf("%s is %v, want %v", name, m[name], want)
		}
	}
	authors, _ := m["author"].([]any)
	for _, x := range authors {
		if name, _ := x.(map[string]any)["name"].(string); notName.MatchString(name) {
			t.Errorf("author %q", name)
		}
	}
	var credits, want []string
	images, _ := m["image"].([]any)
	for _, x := range images {
		if s, ok := x.(map[string]any)["creditText"].(string); ok {
			credits = append(credits, s)
		}
	}
	for b := range a.Body.All() {
		if f, ok := b.(*article.Figure); ok && f.Image.URL != "" && f.Caption.Credit.Text != "" {
			want = append(want, f.Caption.Credit.Text)
		}
	}
	for _, s := range want[:min(len(want), 10)] {
		if !slices.Contains(credits, s) {
			t.Errorf("no image has the credit %q: %q", s, credits)
		}
	}
	corrections, _ := m["correction"].([]any)
	n := 0
	for b := range a.Body.All() {
		if c, ok := b.(*article.Correction); ok && c.Text.PlainText() != "" {
			n++
		}
	}
	if len(corrections) != n {
		t.Errorf("%d corrections, want %d", len(corrections), n)
	}
}

// checkObject tests that an object and those in it have the properties of
// their types only, none of them empty.
func checkObject(t *testing.T, m map[string]any) {
	t.Helper()
	class, _ := m["@type"].(string)
	for name, v := range m {
		if !slices.Contains(properties[class], name) {
			t.Errorf("a %q has no property %q", class, name)
		}
		if v == nil || reflect.ValueOf(v).IsZero() {
			t.Errorf("%s of %s is empty", name, class)
		}
		switch v := v.(type) {
		case map[string]any:
			checkObject(t, v)
		case []any:
			for _, x := range v {
				if o, ok := x.(map[string]any); ok {
					checkObject(t, o)
				}
			}
		}
	}
}

// TestBrowserFixtures opens the page of each fixture in Chromium, which must
// not complain, and reads the tree that screen readers get.
func TestBrowserFixtures(t *testing.T) {
	b := start(t)
	b.call("Log.enable", nil, nil)
	b.call("Runtime.enable", nil, nil)
	opts := &toasoan.PageOptions{HTML: toasoan.HTMLOptions{URL: func(string) string { return "anh.svg" }}}
	fixtures(t, func(t *testing.T, a *article.Article) {
		var page bytes.Buffer
		if err := toasoan.Page(&page, a, opts); err != nil {
			t.Fatal(err)
		}
		b.complaints = nil
		b.open(page.String(), map[string]string{"anh.svg": picture})
		found := make(map[string]int)
		for _, n := range b.accessible() {
			if n.Ignored {
				continue
			}
			name := spaced(n.name())
			found[n.role()+" "+name]++
			switch n.role() { // a figure without a caption has no name
			case "image", "img", "link", "heading", "navigation", "region", "complementary":
				if name == "" {
					t.Errorf("%s without a name", n.role())
				}
			}
		}
		for _, s := range b.complaints {
			t.Error(s)
		}
		want := make(map[string]int)
		if title := spaced(cleaned(a.Title)); title != "" {
			want["heading "+title]++
		}
		for x := range a.Body.All() {
			switch x := x.(type) {
			case *article.Figure:
				named(want, "figure", captionText(&x.Caption))
			case *article.Gallery:
				named(want, "figure", captionText(&x.Caption))
			case *article.LinkBlock:
				navigation(want, x)
			}
		}
		for _, x := range a.Related {
			navigation(want, x)
		}
		for what, n := range want {
			if found[what] < n {
				t.Errorf("%d × %q in the accessibility tree, want %d", found[what], what, n)
			}
		}
	})
}

// named counts an element of a role, unless it has no name.
func named(want map[string]int, role, name string) {
	if name != "" {
		want[role+" "+name]++
	}
}

func navigation(want map[string]int, b *article.LinkBlock) {
	if len(b.Links) > 0 {
		named(want, "navigation", spaced(cleaned(b.Label)))
	}
}

// captionText returns a caption with its credit as it is shown.
func captionText(c *article.Caption) string {
	credit := c.Credit.Text
	if credit == "" && (len(c.Credit.People) > 0 || c.Credit.Source != "") {
		credit = "Ảnh: " + strings.Trim(strings.Join(c.Credit.People, ", ")+"/"+c.Credit.Source, "/")
	}
	return spaced(cleaned(c.Text.PlainText() + " " + credit))
}

// spaced returns s with its white space collapsed.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
