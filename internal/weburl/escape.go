package weburl

import "strings"

// Escape returns a URL that [Link] allows in the form that RFC 3986 asks for,
// where letters beyond ASCII may stand: characters that may not stand for
// themselves are percent-encoded, as are percent signs that encode nothing and
// a second number sign. What servers get stays the same. It returns u itself
// if there is nothing to encode, and the same again for its result.
func Escape(u string) string {
	start := 0
	if i := strings.IndexByte(u, ':'); i >= 0 && isHTTP(u[:i]) {
		start = i + len("://")
		start += authority(u[start:]) // which may have the brackets of an IPv6 address
	}
	fragment := false
	for i := start; i < len(u); i++ {
		if mustEscape(u, i, &fragment) {
			return escape(u, start)
		}
	}
	return u
}

// mustEscape reports whether the i-th byte of u cannot stand for itself.
// *fragment says whether a number sign stood before it.
func mustEscape(u string, i int, fragment *bool) bool {
	switch c := u[i]; c {
	case '#':
		second := *fragment
		*fragment = true
		return second
	case '%':
		return i+2 >= len(u) || !isHex(u[i+1]) || !isHex(u[i+2])
	case '"', '<', '>', '[', ']', '^', '`', '{', '|', '}':
		return true
	}
	return false
}

func escape(u string, start int) string {
	const hex = "0123456789ABCDEF"
	dst := append(make([]byte, 0, len(u)+16), u[:start]...)
	fragment := false
	for i := start; i < len(u); i++ {
		if mustEscape(u, i, &fragment) {
			dst = append(dst, '%', hex[u[i]>>4], hex[u[i]&15])
		} else {
			dst = append(dst, u[i])
		}
	}
	return string(dst)
}
