package weburl_test

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/internal/weburl"
)

var escapeTests = []struct{ in, want string }{
	{"/tin.html", "/tin.html"},
	{"/tiếng-việt?q=đổi+mới#phần-1", "/tiếng-việt?q=đổi+mới#phần-1"},
	{"/a%20b?%E1%BA%BF", "/a%20b?%E1%BA%BF"},
	{"?%G", "?%25G"},
	{"?50%", "?50%25"},
	{"?%2", "?%252"},
	{"/a[1]?b[]=c|d", "/a%5B1%5D?b%5B%5D=c%7Cd"},
	{"/\"<>^`{}", "/%22%3C%3E%5E%60%7B%7D"},
	{"#a#b#c", "#a%23b%23c"},
	{"https://bao.vn/a#b|c", "https://bao.vn/a#b%7Cc"},
	{"https://[2001:db8::1]:80/[a]", "https://[2001:db8::1]:80/%5Ba%5D"},
	{"https://[2001:db8::1]", "https://[2001:db8::1]"},
	{"mailto:a@bao.vn?subject=100%", "mailto:a@bao.vn?subject=100%25"},
}

func TestEscape(t *testing.T) {
	for _, tt := range escapeTests {
		if !weburl.Link(tt.in) {
			t.Errorf("Link(%q) = false", tt.in)
		}
		got := weburl.Escape(tt.in)
		if got != tt.want {
			t.Errorf("Escape(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if again := weburl.Escape(got); again != got {
			t.Errorf("Escape(%q) = %q", got, again)
		}
	}
}

// TestBase has the examples of RFC 3986, section 5.4, that pass the policy.
func TestBase(t *testing.T) {
	for _, tt := range []struct{ base, ref, want string }{
		{"http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
		{"http://a/b/c/d;p?q", "./g", "http://a/b/c/g"},
		{"http://a/b/c/d;p?q", "g/", "http://a/b/c/g/"},
		{"http://a/b/c/d;p?q", "/g", "http://a/g"},
		{"http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"},
		{"http://a/b/c/d;p?q", "g?y", "http://a/b/c/g?y"},
		{"http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"},
		{"http://a/b/c/d;p?q", "g?y#s", "http://a/b/c/g?y#s"},
		{"http://a/b/c/d;p?q", ";x", "http://a/b/c/;x"},
		{"http://a/b/c/d;p?q", ".", "http://a/b/c/"},
		{"http://a/b/c/d;p?q", "./", "http://a/b/c/"},
		{"http://a/b/c/d;p?q", "..", "http://a/b/"},
		{"http://a/b/c/d;p?q", "../g", "http://a/b/g"},
		{"http://a/b/c/d;p?q", "../..", "http://a/"},
		{"http://a/b/c/d;p?q", "../../../g", "http://a/g"},
		{"http://a/b/c/d;p?q", "/../g", "http://a/g"},
		{"http://a/b/c/d;p?q", "g.", "http://a/b/c/g."},
		{"http://a/b/c/d;p?q", "..g", "http://a/b/c/..g"},
		{"http://a/b/c/d;p?q", "./../g", "http://a/b/g"},
		{"http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y"},
		{"http://a/b/c/d;p?q", "g?y/../x", "http://a/b/c/g?y/../x"},
		{"http://a/b/c/d;p?q", "g#s/../x", "http://a/b/c/g#s/../x"},
		{"http://a/b/c/d;p?q", "https://x/y", "https://x/y"},
		{"http://a/b/c/d;p?q", "mailto:a@b", "mailto:a@b"},
		{"https://bao.vn", "a.jpg", "https://bao.vn/a.jpg"},
		{"https://bao.vn", "#a", "https://bao.vn#a"},
		{"https://bao.vn?a/b#c", "d", "https://bao.vn/d"},
		{"https://bao.vn/a/../b/./c#d", "e", "https://bao.vn/b/e"},
		{"https://bao.vn/a//b", "../c", "https://bao.vn/a/c"},
		{"https://bao.vn/a|b/c", "d|", "https://bao.vn/a%7Cb/d|"},
	} {
		b, ok := weburl.ParseBase(tt.base)
		if got := string(b.Append([]byte("x"), tt.ref)); got != "x"+tt.want || !ok {
			t.Errorf("%q against %q: %q, %v, want %q", tt.ref, tt.base, got[1:], ok, tt.want)
		}
	}
	for _, u := range []string{"", "/a", "bao.vn", "mailto:a@b", "https://", "//bao.vn", "javascript:x"} {
		b, ok := weburl.ParseBase(u)
		if got := string(b.Append(nil, "../a")); ok || got != "../a" {
			t.Errorf("base %q: %v, %q", u, ok, got)
		}
	}
}

// TestBaseIsNetURL compares with net/url on random paths.
func TestBaseIsNetURL(t *testing.T) {
	rnd := rand.New(rand.NewPCG(24, 12))
	segments := []string{"a", "bc", ".", "..", "...", ";="}
	path := func() string {
		var s []string
		for range 1 + rnd.IntN(6) {
			s = append(s, segments[rnd.IntN(len(segments))])
		}
		return strings.Join(s, "/")
	}
	for range 20_000 {
		base, ref := "https://bao.vn/"+path()+"?q", path()+"?y/../z#x/."
		if rnd.IntN(2) == 0 {
			ref = "/" + ref
		}
		b, ok := weburl.ParseBase(base)
		u, err := url.Parse(base)
		if !ok || err != nil {
			t.Fatalf("%q: %v, %v", base, ok, err)
		}
		r, err := url.Parse(ref)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := string(b.Append(nil, ref)), u.ResolveReference(r).String(); got != want {
			t.Errorf("%q against %q: %q, want %q", ref, base, got, want)
		}
	}
}

func FuzzBase(f *testing.F) {
	for _, tt := range escapeTests {
		f.Add("https://bao.vn/a/b?c", tt.in)
	}
	f.Fuzz(func(t *testing.T, base, ref string) {
		b, ok := weburl.ParseBase(base)
		if !weburl.Link(ref) {
			return
		}
		got := weburl.Escape(string(b.Append(nil, ref)))
		if !weburl.Link(got) || ok && weburl.Resource(ref) && !weburl.Absolute(got) || weburl.Resource(ref) != weburl.Resource(got) {
			t.Fatalf("%q against %q: %q", ref, base, got)
		}
		if !weburl.Reference(got) {
			t.Fatalf("%q is no URI reference", got)
		}
		if again := weburl.Escape(string(b.Append(nil, got))); ok && again != got {
			t.Fatalf("%q, then %q", got, again)
		}
	})
}
