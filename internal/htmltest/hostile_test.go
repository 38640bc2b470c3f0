package htmltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	toasoan "github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html"
)

// attacks returns the hostile strings of package render.
func attacks(t testing.TB) (ss []string) {
	t.Helper()
	data, err := os.ReadFile("../../render/testdata/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		s, err := strconv.Unquote(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		ss = append(ss, s)
	}
	if len(ss) < 300 {
		t.Fatalf("only %d hostile strings", len(ss))
	}
	return ss
}

var when = time.Date(2023, 3, 10, 8, 5, 0, 0, time.FixedZone("", 7*3600))

func always(s string) func() string { return func() string { return s } }

// numbered returns a function that returns a different harmless word for each
// call.
func numbered(format string) func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf(format, n) }
}

var slot = regexp.MustCompile(`slot[0-9]+z`)

// slugs finds the ids of headings, which depend on their text in a way of
// their own: there is none if the text has no letter.
var slugs = regexp.MustCompile(`(?m)^ *@ id="h-[a-z0-9-]+"\n`)

// fragment renders a and parses the result; what comes out must be stable
// under parsing.
func fragment(t testing.TB, a *article.Article, opts *toasoan.HTMLOptions) []*html.Node {
	t.Helper()
	src := string(toasoan.AppendHTML(nil, a, opts))
	nodes := parse(t, src)
	same := func(_, s string) string { return s }
	if got, want := dump(parse(t, render(t, nodes)), same), dump(nodes, same); got != want {
		t.Errorf("not stable under parsing:\n%s", src)
	}
	return nodes
}

// TestHostileTexts fills every text slot of every kind with each hostile
// string. The tree must be the one of a harmless article, with the harmless
// words replaced by the hostile string, cleaned as documented.
func TestHostileTexts(t *testing.T) {
	opts := &toasoan.HTMLOptions{Alt: toasoan.AltKeep}
	harmless := full(filler{text: numbered("slot%dz"), url: always("https://bao.vn/x"), lang: always("vi"), rest: always("x"), time: when})
	tree := fragment(t, harmless, opts)
	same := func(_, s string) string { return s }
	for _, s := range attacks(t) {
		for _, s := range []string{s, "x" + s + "y"} {
			want := cleaned(s)
			if !shown(want) {
				continue // an element that shows nothing is left out
			}
			a := full(filler{text: always(s), url: always("https://bao.vn/x"), lang: always("vi"), rest: always(s), time: when})
			got := slugs.ReplaceAllString(dump(fragment(t, a, opts), same), "")
			expect := dump(tree, func(name, v string) string {
				if name == "id" {
					return v
				}
				return slot.ReplaceAllLiteralString(v, want)
			})
			expect = slugs.ReplaceAllString(expect, "")
			if got != expect {
				t.Errorf("%q: -want +got\n%s", s, cmp.Diff(expect, got))
			}
		}
	}
}

// shown reports whether a reader sees something of s.
func shown(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.In(r, unicode.White_Space, unicode.C, unicode.Variation_Selector) && r != 0x034F || unicode.Is(unicode.Co, r)
	})
}

// allowedURL is the URL policy as a browser would have to see it: it resolves
// what is left after the repairs of the URL standard.
func allowedURL(u string, mail bool) bool {
	invisible := func(r rune) bool {
		return unicode.IsSpace(r) || r < 0x10000 && unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	}
	if u == "" || strings.HasPrefix(u, "//") || cleaned(u) != u || strings.Contains(u, `\`) || strings.ContainsFunc(u, invisible) {
		return false
	}
	i := strings.IndexAny(u, ":/?#")
	if i < 0 || u[i] != ':' {
		return true
	}
	switch b := []byte(u[:i]); string(bytes.ToLower(b)) {
	case "http", "https":
		host := regexp.MustCompile(`^://([\pL\pM\p{Nd}\p{So}._-]+)(:[0-9]*)?([/?#]|$)`).FindStringSubmatch(u[i:])
		if host == nil || len(host[2]) > 6 || host[1] == "." || strings.HasPrefix(host[1], ".") || strings.Contains(host[1], "..") {
			return false
		}
		port, _ := strconv.Atoi(strings.TrimPrefix(host[2], ":"))
		number := regexp.MustCompile(`(^|\.)([0-9]+|0[xX][0-9a-fA-F]*)\.?$`).MatchString(host[1])
		return port <= 65535 && (!number || net.ParseIP(host[1]) != nil) && !strings.ContainsFunc(host[1], func(r rune) bool { return 0xFF00 <= r && r <= 0xFFEF })
	case "mailto":
		return mail
	}
	return false
}

// encoded is a URL as it is written: what may not stand for itself behind the
// host is percent-encoded.
func encoded(u string) string {
	m := regexp.MustCompile(`(?s)^((?i:https?)://[^/?#]*)?(.*?)(#.*)?$`).FindStringSubmatch(u)
	encode := func(s, re string) string {
		s = regexp.MustCompile(`%([0-9a-fA-F]{2})?`).ReplaceAllStringFunc(s, func(e string) string {
			if e == "%" {
				return "%25"
			}
			return e
		})
		return regexp.MustCompile(re).ReplaceAllStringFunc(s, func(c string) string { return fmt.Sprintf("%%%02X", c[0]) })
	}
	u = m[1] + encode(m[2], "[\"<>\\[\\]^`{|}]")
	if m[3] != "" {
		u += "#" + encode(m[3][1:], "[\"<>\\[\\]^`{|}#]")
	}
	return u
}

// TestHostileURLs fills every URL slot with each hostile string. The tree must
// be the one of a harmless URL, or the one of no URL if it is refused.
func TestHostileURLs(t *testing.T) {
	with := func(u string) *article.Article {
		return full(filler{text: numbered("slot%dz"), url: always(u), lang: always("vi"), rest: always("x"), time: when})
	}
	same := func(_, s string) string { return s }
	const good = "https://bao.vn/slot"
	for _, s := range attacks(t) {
		got := dump(fragment(t, with(s), nil), same)
		link := allowedURL(s, true)
		image := link && allowedURL(s, false)
		want := ""
		switch {
		case image:
			want = dump(fragment(t, with(good), nil), func(name, v string) string {
				if name == "srcset" && (s[0] == ',' || s[len(s)-1] == ',') {
					return v
				}
				return strings.ReplaceAll(v, good, encoded(s))
			})
		case link:
			want = dump(fragment(t, with("mailto:slot"), nil), func(_, v string) string { return strings.ReplaceAll(v, "mailto:slot", encoded(s)) })
		default:
			want = dump(fragment(t, with("refused:"), nil), same)
		}
		if image && (s[0] == ',' || s[len(s)-1] == ',') {
			if strings.Contains(got, "@ srcset") {
				t.Errorf("%q stands in a srcset", s)
			}
			continue
		}
		if got != want {
			t.Errorf("%q: -want +got\n%s", s, cmp.Diff(want, got))
		}
	}
}

// elements and attributes are all that the fragment may hold.
var (
	elements = set("article header footer section aside nav div figure figcaption blockquote p h1 h2 h3 h4 h5 h6 ul ol li " +
		"table caption thead tbody tr th td hr a img em strong span small s br time")
	attributes = set("lang class id aria-labelledby href src srcset sizes alt width height loading decoding fetchpriority cite datetime scope")
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// check tests what must hold of any output whatever.
func check(t testing.TB, nodes []*html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, top := range nodes {
		checkNode(t, top, ids)
		for n := range top.Descendants() {
			checkNode(t, n, ids)
		}
	}
	for _, top := range nodes {
		for n := range top.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "aria-labelledby" && !ids[a.Val] {
					t.Errorf("no element has the id %q", a.Val)
				}
			}
		}
	}
}

func checkNode(t testing.TB, n *html.Node, ids map[string]bool) {
	t.Helper()
	if n.Type == html.TextNode {
		return
	}
	if n.Type != html.ElementNode || n.Namespace != "" || !elements[n.Data] {
		t.Errorf("node of type %d: %q", n.Type, n.Data)
	}
	for _, a := range n.Attr {
		if !attributes[a.Key] || a.Namespace != "" {
			t.Errorf("attribute %q", a.Key)
		}
		switch a.Key {
		case "href", "src", "cite":
			if !harmlessURL(a.Val) {
				t.Errorf("%s=%q", a.Key, a.Val)
			}
		case "srcset":
			for _, c := range strings.Split(a.Val, ", ") {
				if u, _, _ := strings.Cut(c, " "); !harmlessURL(u) {
					t.Errorf("srcset=%q", a.Val)
				}
			}
		case "id":
			if ids[a.Val] || strings.ContainsAny(a.Val, " \t\n\f\r") {
				t.Errorf("id %q twice or with spaces", a.Val)
			}
			ids[a.Val] = true
		case "width", "height":
			if n, err := strconv.Atoi(a.Val); err != nil || n <= 0 {
				t.Errorf("%s=%q", a.Key, a.Val)
			}
		case "datetime":
			if _, err := time.Parse(time.RFC3339, a.Val); err != nil {
				t.Errorf("datetime=%q", a.Val)
			}
		case "lang":
			if !regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`).MatchString(a.Val) {
				t.Errorf("lang=%q", a.Val)
			}
		}
	}
}

// harmlessURL reports whether a browser would not go to a foreign scheme: it
// strips controls and spaces at the ends and drops tabs and line breaks first.
func harmlessURL(u string) bool {
	u = strings.TrimFunc(u, func(r rune) bool { return r <= 0x20 })
	u = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(u)
	m := regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*):`).FindStringSubmatch(u)
	if m == nil {
		return !strings.HasPrefix(strings.ReplaceAll(u, `\`, "/"), "//")
	}
	scheme := strings.ToLower(m[1])
	return scheme == "http" || scheme == "https" || scheme == "mailto" || u == "about:invalid"
}

// TestHostileEverything fills every slot and every option at once.
func TestHostileEverything(t *testing.T) {
	for _, s := range attacks(t) {
		a := hostile(s)
		check(t, fragment(t, a, nil))
		for _, opts := range hostileOptions(s) {
			check(t, fragment(t, a, opts))
		}
	}
}

func hostile(s string) *article.Article {
	return full(filler{text: always(s), url: always(s), lang: always(s), rest: always(s), time: when})
}

func hostileOptions(s string) []*toasoan.HTMLOptions {
	return []*toasoan.HTMLOptions{
		{TitleLevel: -1, Tone: vn.OldStyle, Alt: toasoan.AltOmit, IDPrefix: s},
		{TitleLevel: 5, Tone: vn.NewStyle, Alt: toasoan.AltKeep,
			HeadingID: func(*article.Heading) string { return s },
			URL:       always1(s),
			Time:      func(time.Time) string { return s },
			IDPrefix:  s,
		},
		{Block: func(w *toasoan.HTMLWriter, b article.Block) bool {
			switch b := b.(type) {
			case *article.Figure:
				w.Markup(`<div class="x">`)
				w.Block(b)
				w.Markup(`</div>`)
			case *article.Embed:
				w.Markup(`<a href="`)
				w.URL(b.URL)
				w.Markup(`" class="`)
				w.Text(b.Title)
				w.Markup(`">`)
				w.Text(b.Provider)
				w.Markup(`</a>`)
			case *article.Paragraph:
				w.Markup(`<p class="`)
				w.Text(s)
				w.Markup(`">`)
				w.Inlines(b.Text)
				w.Markup(`</p>`)
			case *article.Unknown:
				w.Markup(`<p>`)
				w.Text(b.Type)
				w.Markup(`</p>`)
			case *article.Box:
				w.Markup(`<script>lost(`)
				return false
			default:
				return false
			}
			return true
		}},
	}
}

func always1(s string) func(string) string { return func(string) string { return s } }

// TestHostilePages does the same for whole documents and the JSON-LD in them.
func TestHostilePages(t *testing.T) {
	shape := func(s string) string {
		doc := page(t, full(filler{text: always("x"), url: always("https://bao.vn/x"), lang: always("vi"), rest: always("x"), time: when}), s)
		return dump([]*html.Node{doc}, func(string, string) string { return "" })
	}
	want := shape("x")
	for _, s := range attacks(t) {
		if got := shape(s); shown(cleaned(s)) && stripNonce(got) != stripNonce(want) {
			t.Errorf("%q: options change the tree: -want +got\n%s", s, cmp.Diff(want, got))
		}
		checkPage(t, page(t, hostile(s), s))
	}
}

func stripNonce(s string) string {
	return regexp.MustCompile(`(?m)^ *@ nonce=""\n`).ReplaceAllString(s, "")
}

func page(t testing.TB, a *article.Article, s string) *html.Node {
	t.Helper()
	var b bytes.Buffer
	opts := &toasoan.PageOptions{SiteName: s, Nonce: s, JSONLD: toasoan.JSONLDOptions{PublisherName: "x" + s, PublisherURL: s, LogoURL: s}}
	if err := toasoan.Page(&b, a, opts); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// checkPage tests the head of a page and the fragment in its main element.
func checkPage(t *testing.T, doc *html.Node) {
	t.Helper()
	scripts := 0
	var main *html.Node
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			t.Errorf("comment %q", n.Data)
		case n.Data == "main" && n.Type == html.ElementNode:
			main = n
		case n.Data == "script" && n.Type == html.ElementNode:
			scripts++
			checkJSONLD(t, n.FirstChild.Data)
		case n.Data == "meta" || n.Data == "link":
			checkMeta(t, n)
		}
	}
	if scripts != 1 {
		t.Errorf("%d script elements", scripts)
	}
	if main == nil {
		t.Fatal("no main element")
	}
	var nodes []*html.Node
	for n := range main.ChildNodes() {
		nodes = append(nodes, n)
	}
	check(t, nodes)
}

func checkMeta(t *testing.T, n *html.Node) {
	t.Helper()
	var key, value string
	for _, a := range n.Attr {
		switch a.Key {
		case "property", "name", "rel":
			key = a.Val
		case "content", "href":
			value = a.Val
		case "charset":
		default:
			t.Errorf("attribute %q of %s", a.Key, n.Data)
		}
	}
	switch key {
	case "og:url", "og:image", "canonical":
		if !strings.HasPrefix(strings.ToLower(value), "http") || !allowedURL(value, false) {
			t.Errorf("%s %q", key, value)
		}
	}
}

func checkJSONLD(t *testing.T, s string) {
	t.Helper()
	if strings.ContainsAny(s, "<>&\u2028\u2029") {
		t.Errorf("JSON-LD holds a character of markup: %q", s)
	}
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		t.Errorf("JSON-LD: %v: %s", err, s)
	}
	walkJSON(v, "", func(key, s string) {
		if cleaned(s) != s {
			t.Errorf("JSON-LD %s is not clean: %q", key, s)
		}
		if (key == "url" || key == "mainEntityOfPage") && !allowedURL(s, false) {
			t.Errorf("JSON-LD %s %q", key, s)
		}
	})
}

func walkJSON(v any, key string, f func(key, s string)) {
	switch v := v.(type) {
	case string:
		f(key, v)
	case []any:
		for _, x := range v {
			walkJSON(x, key, f)
		}
	case map[string]any:
		for k, x := range v {
			walkJSON(x, k, f)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range attacks(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := hostile(s)
		check(t, fragment(t, a, nil))
		for _, opts := range hostileOptions(s) {
			check(t, fragment(t, a, opts))
		}
		checkPage(t, page(t, a, s))
	})
}
