package weburl

import "strings"

// Escape returns a URL that [Link] allows in the form that RFC 3986 asks for,
// where letters beyond ASCII may stand: characters that may not stand for
// themselves are percent-encoded, as are percent signs that encode nothing and
// a second number sign. What servers get stays the same. It returns u itself
// if there is nothing to encode, and the same again for its result.
func Escape(u string) string {
	for i := 0; i < len(u); i++ {
		if doubtful[u[i]] {
			return escape(u)
		}
	}
	return u
}

// doubtful are the bytes that cannot stand for themselves everywhere. Source:
// RFC 3986, appendix A.
var doubtful = [256]bool{'"': true, '#': true, '%': true, '<': true, '>': true, '[': true, ']': true, '^': true, '`': true, '{': true, '|': true, '}': true}

func escape(u string) string {
	const hex = "0123456789ABCDEF"
	start := 0
	if i := strings.IndexByte(u, ':'); i >= 0 && isHTTP(u[:i]) {
		start = i + len("://")
		start += authority(u[start:]) // which may have the brackets of an IPv6 address
	}
	var dst []byte // nil until something is encoded
	fragment := false
	for i := start; i < len(u); i++ {
		c, must := u[i], doubtful[u[i]]
		switch c {
		case '#':
			must = fragment
			fragment = true
		case '%':
			must = i+2 >= len(u) || !isHex(u[i+1]) || !isHex(u[i+2])
		}
		if must && dst == nil {
			dst = append(make([]byte, 0, len(u)+16), u[:i]...)
		}
		switch {
		case must:
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		case dst != nil:
			dst = append(dst, c)
		}
	}
	if dst == nil {
		return u
	}
	return string(dst)
}
