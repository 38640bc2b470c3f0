package weburl_test

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/weburl"
)

// What a URL may be: a link, a resource, an absolute address.
const (
	none     = 0
	link     = 1
	resource = 2
	absolute = 4
)

var tests = []struct {
	url  string
	want int
}{
	{"https://bao.vn/tin.html", link | resource | absolute},
	{"http://bao.vn", link | resource | absolute},
	{"HTTPS://BAO.VN/", link | resource | absolute},
	{"https://bao.vn/tiếng-việt?q=đổi mới", none},
	{"https://bao.vn/tiếng-việt?q=đổi+mới#phần-1", link | resource | absolute},
	{"https://bao.vn:8080/a?b=c&d=e", link | resource | absolute},
	{"/a", link | resource},
	{"a", link | resource},
	{"./a:b", link | resource},
	{"../a", link | resource},
	{"?a:b", link | resource},
	{"#a:b", link | resource},
	{"/", link | resource},
	{"mailto:toasoan@bao.vn", link},
	{"MailTo:toasoan@bao.vn", link},
	{"https:", none},
	{"https:/a", none},
	{"https:a", none},
	{"https://", none},
	{"https:///a", none},
	{"https://?a", none},
	{"https://#a", none},
	{"https://:80/", none},
	{"https://@/", none},
	{"https://bao.vn@x.example/", none},
	{"https://a:b@bao.vn/", none},
	{"https://bao.vn:", link | resource | absolute},
	{"https://bao.vn:65535", link | resource | absolute},
	{"https://bao.vn:65536", none},
	{"https://bao.vn:99999999999999999999", none},
	{"https://bao.vn:8o/", none},
	{"https://bao.vn:80:80/", none},
	{"https://bao.vn./", link | resource | absolute},
	{"https://bao..vn/", none},
	{"https://.bao.vn/", none},
	{"https://./", none},
	{"https://bao|.vn/", none},
	{"https://bao%2evn/", none},
	{"https://bao\u3002vn/", none}, // dots to a browser
	{"https://bao\uff0evn/", none},
	{"https://\uff42ao.vn/", none},
	{"https://bao\u2044vn/", none},
	{"https://👍.vn/", link | resource | absolute},
	{"https://b[a]o.vn/", none},
	{"https://việt-nam_1.vn?a", link | resource | absolute},
	{"https://192.0.2.1:80/", link | resource | absolute},
	{"https://192.0.2.256/", none},
	{"https://1.2.3/", none},
	{"https://2130706433/", none},
	{"https://bao.0x7f/", none},
	{"https://0x7f.1/", none},
	{"https://24h.vn/", link | resource | absolute},
	{"https://bao.24h/", link | resource | absolute},
	{"https://[2001:db8::1]:80/", link | resource | absolute},
	{"https://[2001:db8::1]80/", none},
	{"https://[2001:db8::1", none},
	{"https://[fe80::1%25eth0]/", none},
	{"https://[192.0.2.1]/", none},
	{"https://[x]/", none},
	{"", none},
	{"//bao.vn/a", none},
	{"///a", none},
	{`/\bao.vn`, none},
	{`\\bao.vn`, none},
	{`https:\\bao.vn`, none},
	{"javascript:alert(1)", none},
	{"JAVASCRIPT:alert(1)", none},
	{" javascript:alert(1)", none},
	{"\x01javascript:alert(1)", none},
	{"java\tscript:alert(1)", none},
	{"java\nscript:alert(1)", none},
	{"javascript\u00a0:alert(1)", none},
	{"\u200bjavascript:alert(1)", none},
	{"javascript&colon;alert(1)", link | resource}, // a file of that name
	{"javascript%3Aalert(1)", link | resource},     // likewise
	{"vbscript:x", none},
	{"data:text/html,x", none},
	{"data:image/png;base64,AA", none},
	{"file:///etc/passwd", none},
	{"ftp://bao.vn/", none},
	{"blob:https://bao.vn/x", none},
	{"tel:113", none},
	{"about:blank", none},
	{"view-source:https://bao.vn", none},
	{"x:y", none},
	{":x", none},
	{"1:2", none},
	{"http\u017f://bao.vn", none},
	{"\u212attp:x", none},
	{"httpx://bao.vn", none},
	{"http ://bao.vn", none},
	{"https://bao.vn/a b", none},
	{"https://bao.vn/\u202egpj.exe", none},
	{"https://bao.vn/\u2028", none},
	{"https://bao.vn/\x00", none},
	{"https://bao.vn/\x7f", none},
	{"https://bao.vn/\u0085", none},
	{"https://bao.vn/\u00ad", none},
	{"https://bao.vn/\ufff9", none},
	{"https://bao.vn/\u070f", link | resource | absolute}, // a visible mark
	{"https://bao.vn/\xff", none},
	{"https://bao.vn/\uffff", none},
	{"https://bao.vn/\uFFFD", link | resource | absolute},
	{"https://bao.vn/👍", link | resource | absolute},
	{"https://bao.vn/<script>\"'", link | resource | absolute},
}

func TestPolicy(t *testing.T) {
	for _, tt := range tests {
		if got := weburl.Link(tt.url); got != (tt.want&link != 0) {
			t.Errorf("Link(%q) = %v", tt.url, got)
		}
		if got := weburl.Resource(tt.url); got != (tt.want&resource != 0) {
			t.Errorf("Resource(%q) = %v", tt.url, got)
		}
		if got := weburl.Absolute(tt.url); got != (tt.want&absolute != 0) {
			t.Errorf("Absolute(%q) = %v", tt.url, got)
		}
	}
}

func TestReference(t *testing.T) {
	for u, want := range map[string]bool{
		"https://bao.vn/a?b#c": true, "/tiếng-việt": true, "urn:newsml:bao.vn:1": true, "tag:bao.vn,2026:1": true, "//bao.vn/a": true, "": true,
		"a b": false, "https://bao.vn/%": false, "?%zz": false, "<a>": false, "\"": false, "a\\b": false, "\xff": false, "\x00": false, "http://[::1": false,
		"https://bao.vn:x/": false, "1:2": false,
	} {
		if got := weburl.Reference(u); got != want {
			t.Errorf("Reference(%q) = %v", u, got)
		}
	}
}

func TestNoAllocs(t *testing.T) {
	const u = "https://bao.vn/tiếng-việt/tin.html?a=b&c=d"
	if n := testing.AllocsPerRun(100, func() { weburl.Link(u); weburl.Resource(u); weburl.Absolute(u); weburl.Escape(u); weburl.ParseBase(u) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// browserScheme returns the scheme that a browser sees in u, by the first
// states of the URL standard's parser: it strips controls and spaces at the
// ends, drops tabs and line breaks, and lowers ASCII letters.
func browserScheme(u string) string {
	u = strings.TrimFunc(u, func(r rune) bool { return r <= 0x20 })
	u = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(u)
	for i := 0; i < len(u); i++ {
		c := u[i] | 0x20
		switch {
		case 'a' <= c && c <= 'z', i > 0 && ('0' <= u[i] && u[i] <= '9' || strings.IndexByte("+-.", u[i]) >= 0):
		case i > 0 && u[i] == ':':
			return strings.ToLower(u[:i])
		default:
			return ""
		}
	}
	return ""
}

func FuzzPolicy(f *testing.F) {
	for _, tt := range tests {
		f.Add(tt.url)
	}
	f.Fuzz(func(t *testing.T, u string) {
		isLink, isResource, isAbsolute := weburl.Link(u), weburl.Resource(u), weburl.Absolute(u)
		if isAbsolute && !isResource || isResource && !isLink {
			t.Errorf("%q: link %v, resource %v, absolute %v", u, isLink, isResource, isAbsolute)
		}
		if !isLink {
			return
		}
		switch scheme := browserScheme(u); {
		case scheme == "mailto" && !isResource:
		case scheme == "" && !isAbsolute, scheme == "http", scheme == "https":
		default:
			t.Errorf("%q has the scheme %q", u, scheme)
		}
		if !utf8.ValidString(u) || strings.ContainsAny(u, " \t\n\r\\\x00\u202e") || strings.HasPrefix(u, "//") {
			t.Errorf("%q is allowed", u)
		}
		// Against net/url, where it can read u at all.
		if v, err := url.Parse(u); err == nil && v.Scheme != "" && v.Scheme != "http" && v.Scheme != "https" && v.Scheme != "mailto" {
			t.Errorf("%q has the scheme %q for net/url", u, v.Scheme)
		}
	})
}
