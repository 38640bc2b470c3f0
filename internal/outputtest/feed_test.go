package outputtest

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/weburl"
	"github.com/toasoan/toasoan/render"
	"golang.org/x/net/html"
)

// parseFeed writes a feed and reads it as feed readers do.
func parseFeed(t testing.TB, feed *render.Feed, opts *render.HTMLOptions) *gofeed.Feed {
	t.Helper()
	var b bytes.Buffer
	if err := render.RSS(&b, feed, opts); err != nil {
		t.Fatal(err)
	}
	f, err := gofeed.NewParser().ParseString(b.String())
	if err != nil {
		t.Fatalf("%v: %s", err, b.String())
	}
	return f
}

// TestFeedFixtures reads a feed of all fixtures and compares field by field.
func TestFeedFixtures(t *testing.T) {
	const base = "https://bao.example/thoi-su/"
	feed := &render.Feed{Title: "Báo & <Ví Dụ>", URL: base, Self: base + "rss?a&b", Description: "Tin \"mới\"", Lang: "vi-VN", Copyright: "© Báo"}
	fixtures(t, func(t *testing.T, a *article.Article) {
		if a.Title != "" || a.PlainText() != "" { // or there is no item
			feed.Articles = append(feed.Articles, a)
		}
	})
	got := parseFeed(t, feed, &render.HTMLOptions{Base: base})
	if got.Title != feed.Title || got.Link != feed.URL || got.FeedLink != feed.Self || got.Description != feed.Description || got.Language != feed.Lang || got.Copyright != feed.Copyright ||
		got.FeedType != "rss" || got.FeedVersion != "2.0" {
		t.Errorf("%+v", got)
	}
	if len(got.Items) != len(feed.Articles) {
		t.Fatalf("%d items for %d articles", len(got.Items), len(feed.Articles))
	}
	baseURL, _ := weburl.ParseBase(base)
	absolute := func(u string) string {
		if !weburl.Resource(u) {
			return ""
		}
		return weburl.Escape(string(baseURL.Append(nil, u)))
	}
	pictures := 0
	for i, a := range feed.Articles {
		item := got.Items[i]
		same := func(name, got, want string) {
			t.Helper()
			if got != want {
				t.Errorf("%s: %s %q, want %q", a.Title, name, got, want)
			}
		}
		same("title", item.Title, strings.TrimSpace(visible(a.Title)))
		same("link", item.Link, absolute(a.URL))
		guid := a.ID
		if guid == "" {
			guid = absolute(a.URL)
		}
		same("guid", item.GUID, guid)
		lead := strings.Join(strings.Fields(a.Lead.PlainText()), " ")
		if lead == "" {
			lead = a.Excerpt(160)
		}
		same("description", html.UnescapeString(item.Description), visible(lead))
		if a.Published.IsZero() != (item.PublishedParsed == nil) || item.PublishedParsed != nil && !item.PublishedParsed.Equal(a.Published.UTC()) {
			t.Errorf("%s: published %v, want %v", a.Title, item.PublishedParsed, a.Published)
		}
		var names, categories []string
		for _, x := range a.Byline {
			if !picturesAlone[strings.ToLower(x.Role)] {
				names = append(names, x.Name)
			}
		}
		if a.Section != "" {
			categories = append(categories, a.Section)
		}
		categories = append(categories, a.Tags...)
		if item.DublinCoreExt == nil {
			same("creators", "", strings.Join(names, "|"))
		} else {
			same("creators", strings.Join(item.DublinCoreExt.Creator, "|"), strings.Join(names, "|"))
		}
		same("categories", strings.Join(item.Categories, "|"), strings.Join(categories, "|"))
		same("content", text(t, item.Content), text(t, string(render.AppendHTML(nil, &article.Article{Body: a.Body, Lang: a.Lang}, &render.HTMLOptions{TitleLevel: -1}))))
		n := 0
		for b := range a.Body.All() {
			f, ok := b.(*article.Figure)
			if !ok || absolute(f.Image.URL) == "" {
				continue
			}
			m := item.Extensions["media"]["content"][n]
			n++
			same("picture", m.Attrs["url"], absolute(f.Image.URL))
			if f.Image.Width > 0 {
				same("width", m.Attrs["width"], strconv.Itoa(f.Image.Width))
			}
			if s := f.Caption.Text.PlainText(); s != "" {
				same("caption", m.Children["description"][0].Value, strings.ReplaceAll(s, "\n", " "))
			}
			if s := f.Caption.Credit.Text; s != "" {
				same("credit", m.Children["credit"][0].Value, s)
			}
		}
		if k := len(item.Extensions["media"]["content"]); k != n {
			t.Errorf("%s: %d pictures, want %d", a.Title, k, n)
		}
		pictures += n
	}
	if pictures == 0 {
		t.Error("no fixture has a picture")
	}
}

// text returns the text of a fragment of HTML, without what parts its words.
func text(t testing.TB, src string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	d := new(reading)
	readHTML(doc, mark{}, d)
	return d.text()
}

// TestFeedAttacks has each hostile text in every field: the feed is well
// formed, its texts are the article's, and no address is refused ones.
func TestFeedAttacks(t *testing.T) {
	for _, s := range attacks(t) {
		want := strings.TrimSpace(visible(s))
		in := article.Inlines{article.Text(s)}
		a := &article.Article{
			ID: s, URL: s, Section: s, Title: s, Lead: in, Byline: []article.Author{{Name: s}}, Tags: []string{s}, Lang: s,
			Body: article.Blocks{&article.Paragraph{Text: in}, &article.Figure{Image: article.Image{URL: s, Alt: s}, Caption: article.Caption{Text: in, Credit: article.Credit{Text: s}}},
				&article.Figure{Image: article.Image{URL: "https://bao.example/a.jpg"}, Caption: article.Caption{Text: in, Credit: article.Credit{Text: s}}}},
		}
		feed := parseFeed(t, &render.Feed{Title: s, URL: s, Self: s, Description: s, Copyright: s, Articles: []*article.Article{a, {Title: "after"}}}, nil)
		if len(feed.Items) == 0 || feed.Items[len(feed.Items)-1].Title != "after" {
			t.Fatalf("%q: %d items", s, len(feed.Items))
		}
		if want == "" {
			continue
		}
		item := feed.Items[0]
		got := []string{feed.Title, feed.Description, feed.Copyright, item.Title, item.GUID, item.Categories[0], item.Categories[1], item.DublinCoreExt.Creator[0],
			strings.TrimSpace(html.UnescapeString(item.Description))}
		for _, m := range item.Extensions["media"]["content"] {
			got = append(got, m.Children["description"][0].Value, m.Children["credit"][0].Value)
			if u := m.Attrs["url"]; !weburl.Absolute(u) {
				t.Errorf("%q: picture %q", s, u)
			}
		}
		for i := range got {
			if spaced(got[i]) != spaced(want) {
				t.Errorf("%q: text %d is %q, want %q", s, i, got[i], want)
			}
		}
		for _, u := range []string{feed.Link, feed.FeedLink, item.Link} {
			if u != "" && !weburl.Absolute(decoded(u)) { // gofeed encodes the host as well
				t.Errorf("%q: address %q", s, u)
			}
		}
		if diff := cmp.Diff(text(t, string(render.AppendBlocks(nil, a.Body, nil))), text(t, item.Content)); diff != "" {
			t.Errorf("%q: content -want +got\n%s", s, diff)
		}
		if strings.Contains(item.Description, "<") {
			t.Errorf("%q: HTML in the description %q", s, item.Description)
		}
	}
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
