// Package weburl is the policy for the URLs of an article: which of them may
// be written into a page, and how. It is an allow list, after the schemes that
// a browser acts on, and it refuses whatever a browser would repair before it
// reads it. What it allows, [Escape] writes as validators want it, and a
// [Base] makes absolute.
package weburl

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// Link reports whether u may be the target of a link: an http, https or
// mailto URL, or a relative reference. The empty string may not.
func Link(u string) bool {
	scheme, ok := split(u)
	return ok && (scheme == "" || isHTTP(scheme) && hasHost(u[len(scheme):]) || equalASCII(scheme, "mailto"))
}

// Resource reports whether u may be the address of an image or of the page
// itself: an http or https URL, or a relative reference. The empty string may
// not.
func Resource(u string) bool {
	scheme, ok := split(u)
	return ok && (scheme == "" || isHTTP(scheme) && hasHost(u[len(scheme):]))
}

// Absolute reports whether u is an http or https URL that [Resource] allows.
func Absolute(u string) bool {
	scheme, ok := split(u)
	return ok && isHTTP(scheme) && hasHost(u[len(scheme):])
}

// Reference reports whether u is a URI reference of RFC 3986, where letters
// beyond ASCII may stand unescaped, as RFC 3987 has it.
func Reference(u string) bool {
	if !utf8.ValidString(u) || strings.ContainsAny(u, " \"<>\\^`{|}") {
		return false
	}
	_, err := url.Parse(u) // refuses controls, bad escapes, bad hosts and ports
	return err == nil && !badEscape(u)
}

// badEscape reports whether a percent sign in u is not followed by two
// hexadecimal digits. [url.Parse] does not look at the query.
func badEscape(u string) bool {
	for i := 0; i < len(u); i++ {
		if u[i] == '%' && (i+2 >= len(u) || !isHex(u[i+1]) || !isHex(u[i+2])) {
			return true
		}
	}
	return false
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

// split returns the scheme of u, "" for a relative reference. It reports
// false for what no page needs and a browser may read in another way than we
// do: spaces, controls, backslashes, formatting characters, invalid UTF-8,
// and a reference that begins with two slashes and so names another host.
func split(u string) (scheme string, ok bool) {
	if u == "" || len(u) > 1 && u[0] == '/' && u[1] == '/' || !written(u) {
		return "", false
	}
	for i := 0; i < len(u); i++ {
		switch u[i] {
		case ':':
			return u[:i], i > 0
		case '/', '?', '#':
			return "", true
		}
	}
	return "", true
}

// written reports whether u holds nothing that is refused.
func written(u string) bool {
	for i := 0; i < len(u); {
		if b := u[i]; 0x20 < b && b < 0x7F && b != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(u[i:])
		if r == utf8.RuneError && size == 1 || refused(r) {
			return false
		}
		i += size
	}
	return true
}

// refused reports whether r may not stand in a URL: white space, controls,
// the backslash, invisible and bidirectional formatting characters,
// noncharacters.
func refused(r rune) bool {
	switch {
	case r <= 0x20, r == '\\', 0x7F <= r && r <= 0xA0, r == 0xAD:
		return true
	case r < 0x61C:
		return false
	case r == 0x61C, r == 0x180E, 0x2000 <= r && r <= 0x200F, 0x2028 <= r && r <= 0x202F,
		0x205F <= r && r <= 0x206F, r == 0x1680, r == 0x3000, r == 0xFEFF, 0xFFF9 <= r && r <= 0xFFFB:
		return true
	}
	return r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF
}

func isHTTP(scheme string) bool {
	return equalASCII(scheme, "http") || equalASCII(scheme, "https")
}

// equalASCII reports whether s is lower but for the case of ASCII letters.
// Unicode folding would take U+017F for s and let "http\u017F" pass.
func equalASCII(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
