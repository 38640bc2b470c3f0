package weburl

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hasHost reports whether s, what follows the scheme of an http URL, begins
// with two slashes and an authority that every reader takes for the same
// server: a host and perhaps a port. A name or a password before the host
// makes an address look like another's; the URL standard calls it an error.
func hasHost(s string) bool {
	rest, ok := strings.CutPrefix(s, "://")
	if !ok {
		return false
	}
	host := rest[:authority(rest)]
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		if end < 0 || !isPort(host[end+1:]) {
			return false
		}
		ip, err := netip.ParseAddr(host[1:end])
		return err == nil && ip.Is6() && ip.Zone() == ""
	}
	if i := strings.IndexByte(host, ':'); i >= 0 {
		if !isPort(host[i:]) {
			return false
		}
		host = host[:i]
	}
	return isDomain(host)
}

// authority returns the length of the authority that s begins with.
func authority(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '/' || c == '?' || c == '#' {
			return i
		}
	}
	return len(s)
}

// isPort reports whether s is empty, or a colon and a port number that may be
// left out.
func isPort(s string) bool {
	if s == "" {
		return true
	}
	port := 0
	for _, c := range []byte(s[1:]) {
		if port = port*10 + int(c) - '0'; c < '0' || c > '9' || port > 65535 {
			return false
		}
	}
	return s[0] == ':'
}

// isDomain reports whether s is a host name: labels of letters, digits, emoji,
// hyphens and underscores, joined by full stops, and an IP address if the last
// one is a number, since a browser reads it as one.
func isDomain(s string) bool {
	label := 0 // where it begins
	for i, c := range s {
		switch {
		case c == '.':
			if i == label {
				return false
			}
			label = i + 1
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', c == '-', c == '_':
		case c < utf8.RuneSelf || !inName(c):
			return false
		}
	}
	if label > 0 && label == len(s) { // a full stop at the end
		s = s[:label-1]
		label = strings.LastIndexByte(s, '.') + 1
	}
	if s == "" {
		return false
	}
	if c := s[label]; '0' <= c && c <= '9' && isNumber(s[label:]) {
		ip, err := netip.ParseAddr(s)
		return err == nil && ip.Is4()
	}
	return true
}

// inName reports whether r, beyond ASCII, may stand in the name of a host: it is
// a letter, a mark or a digit, and not one of the wide and narrow forms, which
// browsers take for ASCII.
func inName(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.So) && (r < 0xFF00 || r > 0xFFEF)
}

// isNumber reports whether a browser reads the last label of a host as a
// number: it is of digits, or hexadecimal.
func isNumber(s string) bool {
	if len(s) > 1 && s[1]|0x20 == 'x' {
		return strings.Trim(s[2:], "0123456789abcdefABCDEF") == ""
	}
	return strings.Trim(s, "0123456789") == ""
}
