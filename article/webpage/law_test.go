package webpage_test

import (
	"errors"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/webpage"
	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html"
)

// checkLaws reads a page and checks what holds for every page: the two results
// are there or neither is, the article is valid, notes are in order, nothing of
// the region is lost, and a second reading gives the same.
func checkLaws(t *testing.T, p *webpage.Parser, page []byte, base *url.URL) {
	t.Helper()
	a, notes, err := p.Parse(page, base)
	if err != nil {
		if a != nil || notes != nil {
			t.Errorf("an error and a result: %v", err)
		}
		if !errors.Is(err, webpage.ErrNoArticle) && !errors.Is(err, article.ErrTooLarge) {
			t.Errorf("error %v", err)
		}
		return
	}
	if err := validate(a); err != nil {
		t.Errorf("the article is not valid: %v", err)
	}
	for i := range notes {
		if notes[i].Line < 0 || i > 0 && notes[i].Line < notes[i-1].Line {
			t.Errorf("notes are not in order: %v", notes)
		}
		if notes[i].Rule == "" {
			t.Errorf("note without a rule: %v", notes[i])
		}
	}
	b, again, err := p.Parse(page, base)
	if err != nil {
		t.Fatalf("the second time: %v", err)
	}
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("a second reading gives another article (-first +second)\n%s", diff)
	}
	if !reflect.DeepEqual(notes, again) {
		t.Errorf("a second reading gives other notes")
	}
	if doc, err := html.Parse(strings.NewReader(webpage.Decode(page))); err == nil {
		for _, word := range lost(webpage.Region(p, doc, base), a, notes) {
			t.Errorf("%q is lost", word)
		}
	}
}

// validate is Validate, but for a missing title: a page may have none.
func validate(a *article.Article) error {
	var errs article.ErrorList
	if err := a.Validate(); err != nil && errors.As(err, &errs) {
		for _, e := range errs {
			if !errors.Is(e, article.ErrNoTitle) {
				return e
			}
		}
	} else if err != nil {
		return err
	}
	return nil
}

// lost returns the words of the region that are in neither the article nor the
// notes, each as often as it is lost.
func lost(region []string, a *article.Article, notes []article.Note) (list []string) {
	have := make(map[string]int)
	var all strings.Builder
	count := func(s string) {
		for _, w := range wordsOf(s) {
			have[w]++
			all.WriteString(w)
		}
		all.WriteByte(' ')
	}
	for _, n := range notes {
		count(n.Text)
	}
	date := func(at time.Time) { count(vn.FormatTime(at) + at.Format(" 02 01 15 04 05 ngày")) }
	date(a.Published) // a date that is printed alone is in its field
	date(a.Modified)
	blocks := slices.Collect(a.Body.All())
	for _, b := range a.Related {
		blocks = append(blocks, b)
	}
	for _, b := range blocks {
		if b, ok := b.(*article.LinkBlock); ok {
			for _, link := range b.Links {
				date(link.Published)
			}
		}
	}
	// MapText visits every text that a reader sees.
	a.Clone().MapText(func(s string) string { count(s); return s })
	for _, block := range region {
		for _, w := range wordsOf(block) {
			have[w]--
		}
	}
	for w, n := range have {
		// Two elements may stand together as one word, here or there.
		if n < 0 && !fieldWords[w] && strings.Count(all.String(), w) < -n && !inTwo(all.String(), w) {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	return list
}

// inTwo reports whether both parts of w are in s, wherever it is cut.
func inTwo(s, w string) bool {
	for i := range w {
		if i > 0 && strings.Contains(s, w[:i]) && strings.Contains(s, w[i:]) {
			return true
		}
	}
	return false
}

// fieldWords are the words of labels of fields, which need not be kept.
var fieldWords = map[string]bool{
	"theo": true, "tu": true, "khoa": true, "the": true, "nguon": true, "tac": true, "gia": true, "by": true, "tags": true,
}

// wordsOf returns the words of a text, folded.
func wordsOf(s string) []string {
	return strings.FieldsFunc(vn.Fold(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// TestLaws checks the laws on the pages of testdata.
func TestLaws(t *testing.T) {
	readPages(t, func(name string, page []byte, want *article.Article) {
		t.Run(name, func(t *testing.T) {
			base, err := url.Parse(want.URL)
			if err != nil {
				t.Fatal(err)
			}
			checkLaws(t, new(webpage.Parser), page, base)
			checkLaws(t, new(webpage.Parser), page, nil)
		})
	})
}

// TestLinesOfNotes checks that the line of a note is the number of its text
// block in the region.
func TestLinesOfNotes(t *testing.T) {
	readPages(t, func(name string, page []byte, want *article.Article) {
		base, err := url.Parse(want.URL)
		if err != nil {
			t.Fatal(err)
		}
		p := new(webpage.Parser)
		_, notes, err := p.Parse(page, base)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(strings.NewReader(webpage.Decode(page)))
		if err != nil {
			t.Fatal(err)
		}
		region := webpage.Region(p, doc, base)
		for _, n := range notes {
			if n.Line == 0 {
				continue // of a field
			}
			if n.Line > len(region) || !strings.Contains(strings.Join(wordsOf(region[n.Line-1]), " "), strings.Join(wordsOf(n.Text)[:min(2, len(wordsOf(n.Text)))], " ")) {
				t.Errorf("%s: note %v is not of its line", name, n)
			}
		}
	})
}
