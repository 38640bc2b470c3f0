package outputtest

import (
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
)

// frontMatter is what a program reads of the front matter.
type frontMatter struct {
	Title, Slug, Description, Kicker, Dateline, Source string
	Date, Lastmod                                      time.Time
	Author, Tags, Categories, Byline                   []string
}

// picturesAlone are the roles in fixtures of those who wrote nothing.
var picturesAlone = map[string]bool{"ảnh": true, "hình": true, "video": true, "clip": true, "đồ họa": true, "đồ hoạ": true, "infographic": true, "photo": true}

// checkFrontMatter tests that a YAML library gives the fields of an article,
// both by their types and without knowing these.
func checkFrontMatter(t testing.TB, a *article.Article) {
	t.Helper()
	src, _ := markdown(t, a)
	var got frontMatter
	if err := yaml.UnmarshalWithOptions([]byte(src), &got, yaml.Strict()); err != nil {
		t.Fatalf("%v: %s", err, src)
	}
	want := frontMatter{
		Title: visible(a.Title), Slug: visible(a.Slug), Kicker: visible(a.Kicker), Dateline: visible(a.Dateline), Source: visible(a.Source),
		Date: a.Published.Truncate(time.Second), Lastmod: a.Modified.Truncate(time.Second), Description: got.Description,
	}
	more := false
	for _, x := range a.Byline {
		name := visible(x.Name)
		if name == "" {
			continue
		}
		if !picturesAlone[strings.ToLower(x.Role)] {
			want.Author = append(want.Author, name)
		}
		if role := visible(x.Role); role != "" {
			more = true
			name += " (" + role + ")"
		}
		want.Byline = append(want.Byline, name)
	}
	if !more {
		want.Byline = nil
	}
	for _, s := range a.Tags {
		if s = visible(s); s != "" {
			want.Tags = append(want.Tags, s)
		}
	}
	if s := visible(a.Section); s != "" {
		want.Categories = []string{s}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s\n%s", diff, src)
	}
	if lead := strings.TrimSpace(a.Lead.PlainText()); shown(cleaned(lead)) && strings.Join(strings.Fields(cleaned(lead)), " ") != strings.Join(strings.Fields(got.Description), " ") {
		t.Errorf("description %q, want %q", got.Description, lead)
	}
	var values map[string]any
	if err := yaml.Unmarshal([]byte(src), &values); err != nil {
		t.Fatal(err)
	}
	for name, v := range values {
		switch v := v.(type) {
		case string:
		case []any:
			for _, x := range v {
				if _, ok := x.(string); !ok {
					t.Errorf("%s holds a %T: %s", name, x, src)
				}
			}
		default:
			t.Errorf("%s is a %T: %s", name, v, src)
		}
	}
}

// visible is a cleaned text, "" if it shows nothing.
func visible(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	tabs := strings.Split(s, "\t")
	for i := range tabs {
		tabs[i] = cleaned(tabs[i])
	}
	if s = strings.Join(tabs, "\t"); !shown(s) {
		return ""
	}
	return s
}

func TestFrontMatterFixtures(t *testing.T) {
	fixtures(t, func(t *testing.T, a *article.Article) { checkFrontMatter(t, a) })
}

// TestFrontMatterTypes has texts that YAML could take for something else, and
// the hostile ones.
func TestFrontMatterTypes(t *testing.T) {
	for _, s := range append(attacks(t), "true", "No", "null", "~", "1", "0x1F", "1_000", "1e3", ".inf", "2023-03-10", "2023-03-10T08:05:00+07:00", "12:30:45", "- a", "? a", "a: b", "a #b",
		"!!str x", "&a", "*a", "|", ">", "%a", "@a", "`a", "{a: b}", "[a]", "'a'", `"a"`, `\`, `\n`, `a\`, "---", "...", "a\n---\nb: c", "\ttab", " space ", "\u2028", "x\u2029y", "x\ufeffy", "=", "<<",
		"Cầu: <mới> & \"đẹp\"") {
		zone := time.FixedZone("", -(3*3600 + 30*60))
		checkFrontMatter(t, &article.Article{
			Title: s, Slug: s, Section: s, Kicker: s, Lead: article.Inlines{article.Text(s)}, Byline: []article.Author{{Name: s}, {Name: s, Role: s}, {Name: "Lê", Role: "ảnh"}},
			Dateline: s, Source: s, Tags: []string{s, s}, Published: time.Date(2023, 3, 10, 8, 5, 0, 0, zone), Modified: time.Date(2023, 3, 10, 8, 6, 1, 5, time.UTC),
		})
	}
}
