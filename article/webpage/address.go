package webpage

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// maxAddress is the length of the longest address that is kept, in bytes.
const maxAddress = 4096

// address returns the address of the article: the canonical one if it is of
// the host that the page came from.
func (p *page) address() string {
	canonical := p.resolve(p.facts.canonical)
	if p.base == nil {
		if canonical == "" {
			canonical = p.resolve(p.facts.address)
		}
		if isAbsolute(canonical) {
			return canonical
		}
		return ""
	}
	if u, err := url.Parse(canonical); err == nil && strings.EqualFold(u.Host, p.base.Host) && canonical != "" {
		return canonical
	}
	base := *p.base
	base.User, base.Fragment, base.RawFragment = nil, "", ""
	return p.resolve(base.String())
}

// setBase finds what relative addresses are relative to: what a base element
// says; else the page, or where nobody said where it is, what it says itself.
func (p *page) setBase() {
	p.relative = p.base
	if u := p.absolute(p.facts.base); u != nil {
		p.relative = u
	}
	if p.relative == nil {
		p.relative = p.absolute(p.facts.canonical)
	}
	if p.relative == nil {
		p.relative = p.absolute(p.facts.address)
	}
}

// absolute returns an address that is absolute, or relative to that of the
// page; else nil.
func (p *page) absolute(s string) *url.URL {
	u, err := url.Parse(escape(strings.TrimSpace(s)))
	if err != nil || s == "" || len(s) > maxAddress {
		return nil
	}
	if p.base != nil {
		u = p.base.ResolveReference(u)
	}
	if !isWeb(u.Scheme) || u.Host == "" {
		return nil
	}
	return u
}

// link returns the address of a link, "" if it is none that an article keeps:
// of another scheme than http, https and mailto, or a place on the page.
func (p *page) link(href string) string {
	href = strings.TrimSpace(href)
	if len(href) > 7 && strings.EqualFold(href[:7], "mailto:") && len(href) <= maxAddress && utf8.ValidString(href) {
		return escape(href)
	}
	if strings.HasPrefix(href, "#") {
		return ""
	}
	return p.resolve(href)
}

// resolve returns an http or https address, absolute if that can be, "" for
// any other.
func (p *page) resolve(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxAddress || !utf8.ValidString(s) {
		return ""
	}
	u, err := url.Parse(escape(s))
	if err != nil || u.Opaque != "" || u.Scheme != "" && !isWeb(u.Scheme) || u.User != nil {
		return ""
	}
	switch {
	case p.relative != nil:
		u = p.relative.ResolveReference(u)
	case u.Scheme == "" && u.Host != "":
		u.Scheme = "https"
	}
	if isWeb(u.Scheme) && u.Host == "" {
		return ""
	}
	return u.String()
}

func isWeb(scheme string) bool { return scheme == "http" || scheme == "https" }

// isAbsolute reports whether an address that resolve gave is absolute.
func isAbsolute(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// escape returns an address with the characters escaped that no address has,
// and without those that a browser leaves out.
func escape(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("\"<>\\^`{|}%", r) })
	if i < 0 {
		return s
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t' || c == '\n' || c == '\r':
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			b.WriteByte(c)
		case c <= ' ' || c == 0x7f || strings.IndexByte("\"<>\\^`{|}%", c) >= 0:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }
