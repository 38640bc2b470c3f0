package webpage_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article/webpage"
)

// TestAddresses resolves the addresses of links.
func TestAddresses(t *testing.T) {
	const page = "https://example.vn/a/b.html"
	for _, tt := range []struct{ base, declared, href, want string }{
		{page, "", "c.html", "https://example.vn/a/c.html"},
		{page, "", "/c.html", "https://example.vn/c.html"},
		{page, "", "//cdn.example.vn/c.jpg", "https://cdn.example.vn/c.jpg"},
		{page, "", "?trang=2", "https://example.vn/a/b.html?trang=2"},
		{page, "", "#binh-luan", ""},
		{page, "", "", ""},
		{page, "", " \n/c.html\t", "https://example.vn/c.html"},
		{page, "", "/tin moi.html", "https://example.vn/tin%20moi.html"},
		{page, "", "/100%.html", "https://example.vn/100%25.html"},
		{page, "", "/a?x=<b>|c", "https://example.vn/a?x=%3Cb%3E%7Cc"},
		{page, "", "HTTP://Example.vn/c", "http://Example.vn/c"},
		{page, "", "javascript:alert(1)", ""},
		{page, "", "java\nscript:alert(1)", ""},
		{page, "", " JaVaScRiPt:alert(1)", ""},
		{page, "", "data:text/html,x", ""},
		{page, "", "ftp://example.vn/x", ""},
		{page, "", "mailto:toasoan@example.vn", "mailto:toasoan@example.vn"},
		{page, "", "http://user:secret@example.vn/", ""},
		{page, "", "http:///x", ""},
		{page, "", "http://[::1", ""},
		{page, "", "/\xff", ""},
		{page, "", "/" + strings.Repeat("x", 5000), ""},
		{page, "/goc/", "c.html", "https://example.vn/goc/c.html"},
		{page, "https://khac.example.vn/", "c.html", "https://khac.example.vn/c.html"},
		{page, "javascript:x", "c.html", "https://example.vn/a/c.html"},
		{"", "", "c.html", "c.html"},
		{"", "", "../c.html", "../c.html"},
		{"", "", "//cdn.example.vn/c.jpg", "https://cdn.example.vn/c.jpg"},
		{"", "https://example.vn/goc/", "c.html", "https://example.vn/goc/c.html"},
		{"", "/goc/", "c.html", "c.html"},
	} {
		var base *url.URL
		if tt.base != "" {
			base, _ = url.Parse(tt.base)
		}
		if got := webpage.Resolve(base, tt.declared, tt.href); got != tt.want {
			t.Errorf("%q, base %q: link(%.60q) = %.80q, want %q", tt.base, tt.declared, tt.href, got, tt.want)
		}
	}
}

// TestURL checks the address of the article: the canonical one only if it is of
// the host that the page came from.
func TestURL(t *testing.T) {
	for _, tt := range []struct{ base, canonical, want string }{
		{"https://example.vn/a?utm_source=x#y", "https://example.vn/a", "https://example.vn/a"},
		{"https://example.vn/a", "/b", "https://example.vn/b"},
		{"https://example.vn/a", "https://khac.example/b", "https://example.vn/a"},
		{"https://user:secret@example.vn/a#y", "", "https://example.vn/a"},
		{"https://example.vn/a", "javascript:x", "https://example.vn/a"},
		{"", "https://example.vn/a", "https://example.vn/a"},
		{"", "/a", ""},
		{"", "", ""},
	} {
		var base *url.URL
		if tt.base != "" {
			base, _ = url.Parse(tt.base)
		}
		a, _, err := webpage.Parse([]byte(`<link rel=canonical href="`+tt.canonical+`">`+story), base)
		if err != nil {
			t.Fatal(err)
		}
		if a.URL != tt.want {
			t.Errorf("base %q, canonical %q: URL = %q, want %q", tt.base, tt.canonical, a.URL, tt.want)
		}
	}
}
