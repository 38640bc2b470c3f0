package article

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/toasoan/toasoan/vn"
)

// checkLaw asserts the accounting law: every line of the input that is not
// blank is in the article, its folded words in order within one field, or has
// exactly one note that says it was dropped.
func checkLaw(t *testing.T, p *Parser, input string) {
	t.Helper()
	a, notes := p.Parse(input)
	fields := fieldsOf(a)
	dropped := make(map[int]int)
	last := 0
	lines := splitLines(input)
	for _, n := range notes {
		if n.Line < last || n.Line < 1 || n.Line > len(lines) || n.Rule == "" {
			t.Fatalf("note %+v is out of order or of no line", n)
		}
		last = n.Line
		if n.Text != lines[n.Line-1] {
			t.Errorf("note on line %d has the text %q, want %q", n.Line, n.Text, lines[n.Line-1])
		}
		if n.Dropped {
			dropped[n.Line]++
		}
	}
	for i, raw := range lines {
		if dropped[i+1] > 1 {
			t.Errorf("line %d has %d notes that drop it", i+1, dropped[i+1])
		}
		if strings.TrimSpace(raw) == "" || dropped[i+1] == 1 {
			continue
		}
		if words := wordsOf(p, raw); !isDate(p, raw, a) && !within(words, fields) && !isDatedLink(p, raw, a) {
			t.Errorf("line %d is lost: %q", i+1, raw)
		}
	}
}

func splitLines(s string) []string {
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
}

// wordsOf returns the folded words and numbers of a text.
func wordsOf(p *Parser, s string) []string {
	var b strings.Builder
	for _, r := range s { // invalid UTF-8 becomes U+FFFD
		b.WriteRune(r)
	}
	return strings.FieldsFunc(vn.Fold(p.Form.String(b.String())), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// isDate reports whether the line is a date that the article has.
func isDate(p *Parser, raw string, a *Article) bool {
	s := strings.TrimSpace(raw)
	if s != "" {
		s, _ = words().cutDateLabel(s) // the word of a field is not lost
	}
	d, err := vn.ParseTimeIn(s, p.Location)
	if err != nil {
		return false
	}
	if d.Equal(a.Published) || d.Equal(a.Modified) {
		return true
	}
	for _, b := range a.Related {
		for _, l := range b.Links {
			if d.Equal(l.Published) {
				return true
			}
		}
	}
	return false
}

// isDatedLink reports whether the line is a link that the article has, with its
// date behind the title in whatever form.
func isDatedLink(p *Parser, raw string, a *Article) bool {
	blocks := a.Related
	for _, b := range a.Body {
		if links, ok := b.(*LinkBlock); ok {
			blocks = append(blocks[:len(blocks):len(blocks)], links)
		}
	}
	for i, r := range raw {
		if !unicode.IsSpace(r) && r != '(' {
			continue
		}
		d, err := vn.ParseTimeIn(strings.Trim(raw[i:], " \t\u00a0()|-–"), p.Location)
		if err != nil {
			continue
		}
		for _, b := range blocks {
			for _, l := range b.Links {
				if d.Equal(l.Published) && subsequence(wordsOf(p, raw[:i]), wordsOf(p, b.Label+" "+l.Title)) {
					return true
				}
			}
		}
	}
	return false
}

// within reports whether one of the fields holds the words in their order.
// The number of an entry of a list is in its place.
func within(words []string, fields [][]string) bool {
	for _, f := range fields {
		if subsequence(words, f) || len(words) > 1 && isDigits(strings.Trim(words[0], ".)")) && subsequence(words[1:], f) {
			return true
		}
	}
	return len(words) == 0
}

func subsequence(words, field []string) bool {
	i := 0
	for _, w := range field {
		if i < len(words) && w == words[i] {
			i++
		}
	}
	return i == len(words)
}

// fieldsOf returns the words of each part of the article that may take up one
// line: a text, a caption with its credit, the byline, a link with its date.
func fieldsOf(a *Article) (fields [][]string) {
	p := new(Parser)
	add := func(parts ...string) { fields = append(fields, wordsOf(p, strings.Join(parts, " "))) }
	add(a.Title)
	add(a.Section)
	add(a.Source, a.Dateline, a.Lead.PlainText())
	add("Từ khóa Từ khoá Tags Tag Thẻ Nhãn", strings.Join(a.Tags, " "))
	for _, tag := range a.Tags {
		add(tag)
	}
	var names []string
	for i, author := range a.Byline {
		if i == 0 || a.Byline[i-1].Role != author.Role {
			names = append(names, author.Role)
		}
		names = append(names, author.Name)
		if i+1 == len(a.Byline) || a.Byline[i+1].Role != author.Role {
			names = append(names, author.Role)
		}
	}
	add(append(names, "Theo", a.Source)...)
	add("Theo Nguồn tin", a.Source)
	for _, b := range a.Body {
		addBlock(add, b)
	}
	for _, b := range a.Related {
		addBlock(add, b)
	}
	return fields
}

func addBlock(add func(...string), b Block) {
	switch b := b.(type) {
	case *Paragraph:
		add(b.Text.PlainText())
	case *Heading:
		add(b.Text.PlainText())
	case *Figure:
		add(b.Image.Alt, b.Caption.Credit.Text)
		add(b.Caption.Text.PlainText(), b.Caption.Credit.Text)
	case *List:
		for _, item := range b.Items {
			addBlock(add, item[0])
		}
	case *Box:
		add(b.Title)
		for _, x := range b.Body {
			addBlock(add, x)
		}
	case *Correction:
		add(b.Title)
		for _, x := range b.Text {
			if s, ok := x.(Text); ok {
				add(string(s))
			}
		}
	case *LinkBlock:
		add(b.Label)
		for _, l := range b.Links {
			add(b.Label, l.Title)
		}
	}
}

// TestLawSees checks that the law's test can fail.
func TestLawSees(t *testing.T) {
	a := &Article{Title: "Hội làng", Published: time.Date(2026, 2, 6, 0, 0, 0, 0, time.UTC)}
	for _, lost := range []string{"Hội chợ", "làng Hội", "Hội làng An Phú"} {
		if within(wordsOf(new(Parser), lost), fieldsOf(a)) {
			t.Errorf("%q counts as kept", lost)
		}
	}
	if !within(wordsOf(new(Parser), "hội  LÀNG."), fieldsOf(a)) {
		t.Error("the title does not count as kept")
	}
	if reflect.DeepEqual(splitLines("a\r\nb\rc\nd"), []string{"a", "b", "c", "d"}) == false {
		t.Error("lines are split wrongly")
	}
}
