package article_test

import (
	"errors"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/internal/everyblock"
)

// document returns the JSON of an article with every kind and every member.
func document(t *testing.T) string {
	t.Helper()
	out, err := everyblock.Article().AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// members calls f with the place of each member in s, the JSON Pointer to it,
// and the parts of s before, of, and after its value.
func members(s, before, after, path string, f func(path, name, before, value, after string)) {
	if s[0] != '{' && s[0] != '[' {
		return
	}
	parts := split(s)
	for i, p := range parts {
		at, name := path+"/"+strconv.Itoa(i), ""
		if s[0] == '{' {
			name = p[:stringEnd(p)]
			at = path + "/" + strings.Trim(name, `"`)
			name += ":"
			p = p[len(name):]
		}
		head := before + s[:1] + strings.Join(parts[:i], ",")
		if i > 0 {
			head += ","
		}
		tail := s[len(s)-1:] + after
		if i < len(parts)-1 {
			tail = "," + strings.Join(parts[i+1:], ",") + tail
		}
		f(at, name, head, p, tail)
		members(p, head+name, tail, at, f)
	}
}

// fails reads s, which must fail for cause at path or above it.
func fails(t *testing.T, s, path string, cause error) {
	t.Helper()
	var a article.Article
	err := a.UnmarshalJSON([]byte(s))
	var e *article.Error
	if !errors.As(err, &e) || !errors.Is(err, cause) || e.Path != path {
		t.Errorf("error %v, want %v at %s: %s", err, cause, path, s)
	}
}

func TestHostileDuplicates(t *testing.T) {
	n := 0
	members(document(t), "", "", "", func(path, name, before, value, after string) {
		if name != "" {
			fails(t, before+name+value+","+name+value+after, path, article.ErrDuplicate)
			n++
		}
	})
	if n < 200 {
		t.Errorf("only %d members", n)
	}
}

// TestHostileTypes puts a value of another type in the place of each value
// that the schema defines.
func TestHostileTypes(t *testing.T) {
	members(document(t), "", "", "", func(path, name, before, value, after string) {
		if strings.Contains(path, "x-note") || strings.HasSuffix(path, "/votes") || strings.HasSuffix(path, "/x") {
			return
		}
		var a article.Article
		for _, other := range []string{"null", "true", "[[]]", `{"k":{}}`, "-1.5", `"\u0000"`} {
			if other[0] == value[0] {
				continue
			}
			err := a.UnmarshalJSON([]byte(before + name + other + after))
			var e *article.Error
			if err == nil && (value[0] == '[' || value[0] == '{') && other[0] == '"' {
				continue // a run of text, which is a string as well
			}
			if err == nil && other[0] == '[' && value[0] == '"' {
				continue
			}
			if !errors.As(err, &e) || !strings.HasPrefix(e.Path+"/", strings.TrimSuffix(path, "/type")+"/") {
				t.Errorf("%s = %s: error %v", path, other, err)
			}
		}
	})
}

// split returns the members or elements of the valid JSON value s.
func split(s string) (parts []string) {
	depth, start := 0, 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			i += stringEnd(s[i:]) - 1
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if last := i == len(s)-1; last || depth == 1 && s[i] == ',' {
			if p := strings.TrimSpace(s[start:i]); p != "" {
				parts = append(parts, p)
			}
			start = i + 1
		}
	}
	return parts
}

// stringEnd returns the length of the JSON string that s begins with.
func stringEnd(s string) int {
	for i := 1; ; i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// loops returns articles that hold themselves.
func loops() map[string]*article.Article {
	text := article.Inlines{article.Text(strings.Repeat("cầu ", 100))}
	box, twice, wide := new(article.Box), new(article.Box), new(article.Box)
	box.Body = article.Blocks{&article.Paragraph{Text: text}, box}
	twice.Body = article.Blocks{&article.Paragraph{Text: text}, twice, twice}
	for range 1000 {
		wide.Body = append(wide.Body, wide)
	}
	list := new(article.List)
	list.Items = []article.Blocks{{list}, {list, list}}
	emph := new(article.Emph)
	emph.Text = article.Inlines{text[0], emph, emph}
	caption := article.Caption{Text: article.Inlines{emph}}
	gallery := new(article.Gallery)
	for range 1000 {
		gallery.Figures = append(gallery.Figures, &article.Figure{Caption: caption})
	}
	cell := article.Cell{Text: article.Inlines{emph}}
	// No loop, but as many ways to the innermost box as 2 to the power of 50.
	fork, forked := new(article.Box), new(article.Emph)
	for range 50 {
		fork = &article.Box{Body: article.Blocks{fork, nil, fork}}
		forked = &article.Emph{Text: article.Inlines{forked, nil, forked}}
	}
	row := make([]article.Cell, 1000)
	for i := range row {
		row[i].Text = article.Inlines{forked}
	}
	body := func(b article.Block) *article.Article {
		return &article.Article{Title: "Tít", Body: article.Blocks{b}}
	}
	return map[string]*article.Article{
		"once": body(box), "twice": body(twice), "wide": body(wide), "list": body(list),
		"lead": {Title: "Tít", Lead: emph.Text}, "gallery": body(gallery),
		"fork": body(fork), "forks": body(&article.Table{Rows: [][]article.Cell{row}}),
		"table":   body(&article.Table{Rows: [][]article.Cell{{cell, cell}, {cell}}}),
		"related": {Title: "Tít", Related: []*article.LinkBlock{nil, {}}, Body: article.Blocks{twice}},
	}
}

// TestHostileLoops calls what goes through an article on articles that hold
// themselves, many times over. Each call ends, and before it has filled the
// memory.
func TestHostileLoops(t *testing.T) {
	calls := map[string]func(a *article.Article){
		"Validate":  func(a *article.Article) { _ = a.Validate() },
		"Warnings":  func(a *article.Article) { a.Warnings() },
		"PlainText": func(a *article.Article) { a.PlainText() },
		"Excerpt":   func(a *article.Article) { a.Excerpt(1 << 30) },
		"Counts":    func(a *article.Article) { a.Counts() },
		"Clone":     func(a *article.Article) { a.Clone() },
		"MapText":   func(a *article.Article) { a.MapText(func(s string) string { return s }) },
		"All": func(a *article.Article) {
			for range a.Body.All() {
			}
		},
	}
	for name, a := range loops() {
		if _, err := a.AppendJSON(nil); !errors.Is(err, article.ErrTooLarge) {
			t.Errorf("%s: AppendJSON: %v, want ErrTooLarge", name, err)
		}
		if err := a.Validate(); !errors.Is(err, article.ErrTooLarge) {
			t.Errorf("%s: Validate() = %.200v, want ErrTooLarge", name, err)
		}
		for call, f := range calls {
			if mb := allocated(func() { f(a) }) >> 20; mb > 40*article.MaxBytes>>20 {
				t.Errorf("%s of %s takes %d MB", call, name, mb)
			}
		}
	}
}

// allocated returns the number of bytes that f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
