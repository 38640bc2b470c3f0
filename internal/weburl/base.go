package weburl

import (
	"bytes"
	"strings"
)

// A Base is the absolute URL that relative references are resolved against.
// The zero Base is none: it leaves them as they are.
type Base struct {
	url    string // without its fragment
	query  int    // where the query begins in url, its length if there is none
	path   int    // where the path begins in url
	folder string // url up to the last slash of its path, without that slash and without dot segments
}

// ParseBase returns the Base of u, and false if u is not [Absolute]. It does
// not allocate for a URL that needs no change.
func ParseBase(u string) (Base, bool) {
	if !Absolute(u) {
		return Base{}, false
	}
	u, _, _ = strings.Cut(Escape(u), "#")
	b := Base{url: u}
	b.path = strings.IndexByte(u, ':') + len("://")
	b.path += authority(u[b.path:])
	b.query = b.path + len(u[b.path:])
	if i := strings.IndexByte(u[b.path:], '?'); i >= 0 {
		b.query = b.path + i
	}
	b.folder = u[:b.path+max(strings.LastIndexByte(u[b.path:b.query], '/'), 0)]
	if strings.Contains(b.folder[b.path:], "/.") {
		folder := append(make([]byte, 0, len(u)), u[:b.path+1]...)
		folder = appendPath(folder, b.path+1, b.folder[b.path+1:]+"/")
		b.folder = string(folder[:len(folder)-1])
	}
	return b, true
}

// Leaves reports whether [Base.Append] appends ref as it is: it has a scheme,
// or b is the zero Base.
func (b *Base) Leaves(ref string) bool {
	if b.url == "" {
		return true
	}
	scheme, _ := split(ref)
	return scheme != ""
}

// Append appends a reference that [Link] allows, made absolute.
// Source: RFC 3986, section 5.2.
func (b *Base) Append(dst []byte, ref string) []byte {
	if ref == "" || b.Leaves(ref) {
		return append(dst, ref...)
	}
	switch ref[0] {
	case '#':
		return append(append(dst, b.url...), ref...)
	case '?':
		return append(append(dst, b.url[:b.query]...), ref...)
	}
	root := len(dst) + b.path + 1
	from := b.folder
	if ref[0] == '/' {
		from, ref = b.url[:b.path], ref[1:]
	}
	dst = append(append(dst, from...), '/')
	end := strings.IndexAny(ref, "?#")
	if end < 0 {
		end = len(ref)
	}
	return append(appendPath(dst, root, ref[:end]), ref[end:]...)
}

// appendPath appends the segments of a path to dst, which ends in a slash, and
// follows dot segments up to the root, where the first segment begins.
func appendPath(dst []byte, root int, path string) []byte {
	for more := true; more; {
		var segment string
		segment, path, more = strings.Cut(path, "/")
		switch segment {
		case ".":
		case "..":
			if len(dst) > root {
				dst = dst[:root+bytes.LastIndexByte(dst[root:len(dst)-1], '/')+1]
			}
		default:
			dst = append(dst, segment...)
			if more {
				dst = append(dst, '/')
			}
		}
	}
	return dst
}
