package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// TestHookSeesEveryBlock counts the blocks a hook is called for.
func TestHookSeesEveryBlock(t *testing.T) {
	a := &article.Article{
		Body: article.Blocks{
			para("a"), nil, (*article.Figure)(nil), &article.Unknown{Type: "x"},
			&article.Gallery{Figures: []*article.Figure{{}, nil}},
			&article.Quote{Body: article.Blocks{para("b")}},
			&article.List{Items: []article.Blocks{{para("c"), heading(2, "d")}}},
			&article.Box{Body: article.Blocks{&article.LinkBlock{}, &article.Divider{}}},
		},
		Related: []*article.LinkBlock{{}, nil},
	}
	var got []string
	render.AppendHTML(nil, a, &render.HTMLOptions{Block: func(_ *render.HTMLWriter, b article.Block) bool {
		got = append(got, strings.TrimPrefix(fmt.Sprintf("%T", b), "*article."))
		return false
	}})
	const want = "Paragraph Unknown Gallery Figure Quote Paragraph List Paragraph Heading Box LinkBlock Divider LinkBlock"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("the hook sees %s, want %s", s, want)
	}
}

func TestHookDepth(t *testing.T) {
	a := &article.Article{
		Body: article.Blocks{
			para("0"),
			&article.Box{Body: article.Blocks{para("1"), &article.List{Items: []article.Blocks{{para("2"), &article.Quote{Body: article.Blocks{para("3")}}}}}}},
			&article.Gallery{Figures: []*article.Figure{{Caption: article.Caption{Text: text("1")}}}},
			para("0"),
		},
		Related: []*article.LinkBlock{{Label: "0"}},
	}
	var kept *render.HTMLWriter
	hook := func(wrote bool) func(w *render.HTMLWriter, b article.Block) bool {
		return func(w *render.HTMLWriter, b article.Block) bool {
			kept = w
			want := -1
			switch b := b.(type) {
			case *article.Paragraph:
				fmt.Sscan(b.Text.PlainText(), &want)
			case *article.Figure:
				fmt.Sscan(b.Caption.Text.PlainText(), &want)
			case *article.LinkBlock:
				fmt.Sscan(b.Label, &want)
			}
			if got := w.Depth(); want >= 0 && got != want {
				t.Errorf("Depth() = %d, want %d for %T", got, want, b)
			}
			if wrote {
				w.Block(b)
				w.Block(para(fmt.Sprint(w.Depth() + 1)))
			}
			return wrote
		}
	}
	render.AppendHTML(nil, a, &render.HTMLOptions{Block: hook(false)})
	if kept.Depth() != 0 {
		t.Errorf("Depth() = %d after the hook", kept.Depth())
	}
	first := true
	render.AppendBlocks(nil, a.Body[:2], &render.HTMLOptions{Block: func(w *render.HTMLWriter, b article.Block) bool {
		if !first {
			return hook(false)(w, b)
		}
		first = false
		return hook(true)(w, b)
	}})
}

func TestHook(t *testing.T) {
	tests := []struct {
		name string
		hook func(w *render.HTMLWriter, b article.Block) bool
		want string
	}{
		{"nothing", func(*render.HTMLWriter, article.Block) bool { return false }, "<aside class=\"box\">\n<p>a&amp;b</p>\n</aside>\n"},
		{"drop", func(*render.HTMLWriter, article.Block) bool { return true }, ""},
		{"discard", func(w *render.HTMLWriter, b article.Block) bool {
			w.Markup("<b>lost</b>")
			return false
		}, "<aside class=\"box\">\n<p>a&amp;b</p>\n</aside>\n"},
		{"wrap", func(w *render.HTMLWriter, b article.Block) bool {
			w.Markup("<div>")
			w.Block(b)
			w.Markup("</div>")
			return true
		}, "<div><aside class=\"box\">\n<div><p>a&amp;b</p>\n</div></aside>\n</div>"},
		{"replace", func(w *render.HTMLWriter, b article.Block) bool {
			switch b := b.(type) {
			case *article.Box:
				w.Block(b.Body[0])
				w.Block(nil)
				w.Block((*article.Box)(nil))
			case *article.Paragraph:
				w.Markup(`<pre class="`)
				w.Text("x\"y")
				w.Markup(`">`)
				w.Inlines(b.Text)
				w.Markup("</pre>")
			}
			return true
		}, "<pre class=\"x&#34;y\">a&amp;b</pre>"},
		{"urls", func(w *render.HTMLWriter, b article.Block) bool {
			for _, u := range []string{"/x?a=1&b", "javascript:x", "", "mailto:a@b"} {
				w.Markup("[")
				w.URL(u)
				w.Markup("]")
			}
			return true
		}, "[/x?a=1&amp;b][about:invalid][about:invalid][mailto:a@b]"},
	}
	for _, tt := range tests {
		got := body(t, &render.HTMLOptions{Block: tt.hook}, &article.Box{Body: article.Blocks{para("a&b")}})
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestHookWithOptions tests that what a hook writes is under the options.
func TestHookWithOptions(t *testing.T) {
	opts := &render.HTMLOptions{
		URL: func(u string) string { return strings.TrimPrefix(u, "/drop") },
		Block: func(w *render.HTMLWriter, b article.Block) bool {
			w.URL("/drop/x")
			w.Markup(" ")
			w.URL("/drop")
			w.Markup(" ")
			w.URL("/dropjavascript:x")
			return true
		},
	}
	if got, want := body(t, opts, para("a")), "/x about:invalid about:invalid"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWriterAfterHook keeps a writer: its methods must do nothing later.
func TestWriterAfterHook(t *testing.T) {
	var kept *render.HTMLWriter
	use := func() {
		kept.Markup("late")
		kept.Text("late")
		kept.URL("/late")
		kept.Inlines(text("late"))
		kept.Block(para("late"))
	}
	got := body(t, &render.HTMLOptions{Block: func(w *render.HTMLWriter, b article.Block) bool {
		if kept != nil {
			use()
		}
		kept = w
		w.Text("a")
		return true
	}}, para("x"), para("y"))
	use()
	if got != "aa" {
		t.Errorf("%q, want %q", got, "aa")
	}
}

// TestHookEnds has hooks that would never end by themselves.
func TestHookEnds(t *testing.T) {
	a, b := para("a"), para("b")
	calls := 0
	hooks := map[string]func(w *render.HTMLWriter, x article.Block) bool{
		"each other": func(w *render.HTMLWriter, x article.Block) bool {
			calls++
			if x == article.Block(a) {
				w.Block(b)
			} else {
				w.Block(a)
			}
			return true
		},
		"twice": func(w *render.HTMLWriter, x article.Block) bool {
			calls++
			w.Block(para("new"))
			w.Block(para("new"))
			return true
		},
	}
	for name, hook := range hooks {
		calls = 0
		body(t, &render.HTMLOptions{Block: hook}, a)
		if calls < article.MaxDepth || calls > article.MaxBlocks+1 {
			t.Errorf("%s: %d calls", name, calls)
		}
	}
}
