package main

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An oldURL is an article's address in the old CMS, taken apart from its end:
// the id is what the old server went by, the slug was decoration.
type oldURL struct {
	path string // "/thoi-su/ha-noi-mua-lon-4373299.html"
	id   string // "4373299"
	tail string // the id as the address has it: "-4373299.html"
}

// A shape is one way in which Vietnamese news sites end an address. A title
// may end in digits too ("…-tang-6-93"), so an id without a marker counts
// only with a known number of digits.
type shape struct {
	marker     string   // between the last hyphen and the digits
	min, max   int      // how many digits
	extensions []string // what may follow; "" is nothing or a slash
}

var shapes = []shape{
	{"", 6, 8, []string{".html"}},                              // VnExpress, VietnamNet
	{"", 17, 18, []string{".htm", ".html"}},                    // Tuổi Trẻ, Dân Trí, Thanh Niên
	{"", 1, 18, []string{".ldo", ".chn"}},                      // Lao Động, CafeF
	{"post", 1, 18, []string{".html", ".vnp", ".tpo", ".vov"}}, // Nhân Dân, VietnamPlus, Tiền Phong, VOV
	{"a", 1, 18, []string{".html", ""}},                        // báo Cần Thơ
	{"d", 1, 18, []string{".html", ""}},                        // nongnghiepmoitruong.vn
	{"i", 1, 18, []string{".html", ""}},                        // CAND
}

// isAddress reports whether s looks like one rather than like a title.
func isAddress(s string) bool {
	return !strings.ContainsAny(s, " \u00A0") &&
		(strings.HasPrefix(s, "/") || strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://"))
}

// parseOldURL takes an address apart. An address without an id that it knows
// has an empty id and tail; "" is no address and no error.
func parseOldURL(s string) (oldURL, error) {
	if s == "" {
		return oldURL{}, nil
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return oldURL{}, errors.New("has white space; is it a title?")
	}
	if !isAddress(s) || strings.HasPrefix(s, "//") {
		return oldURL{}, errors.New("begins neither with a slash nor with http:// or https://")
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return oldURL{}, fmt.Errorf("is none: %w", errors.Unwrap(err))
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return oldURL{}, errors.New("has a query or a fragment, and only paths can be redirected")
	case strings.Trim(u.Path, "/") == "":
		return oldURL{}, errors.New("is that of the front page")
	case path.Clean(u.Path) != strings.TrimSuffix(u.Path, "/"):
		return oldURL{}, errors.New("has empty or dotted segments, which servers take out")
	case strings.ContainsFunc(u.Path, unicode.IsControl) || !utf8.ValidString(u.Path):
		return oldURL{}, errors.New("has escapes that are no characters")
	}
	o := oldURL{path: u.EscapedPath()}
	file := path.Base(strings.TrimSuffix(o.path, "/"))
	hyphen := strings.LastIndexByte(file, '-')
	if hyphen < 0 {
		return o, nil
	}
	last := file[hyphen+1:]
	ext := path.Ext(last)
	for _, sh := range shapes {
		if id, ok := sh.match(strings.TrimSuffix(last, ext), ext); ok {
			o.id, o.tail = id, file[hyphen:]
			break
		}
	}
	return o, nil
}

// match returns the digits in name if the shape allows them and what follows.
func (sh shape) match(name, ext string) (id string, ok bool) {
	if sh.marker == "a" && strings.HasPrefix(name, "c") { // 24h: c46a1234567
		section, article, found := strings.Cut(name[1:], "a")
		if !found || !digits(section) {
			return "", false
		}
		name = "a" + article
	}
	id, ok = strings.CutPrefix(name, sh.marker)
	if !ok || !digits(id) || len(id) < sh.min || len(id) > sh.max {
		return "", false
	}
	if slices.Contains(sh.extensions, ext) {
		return id, true
	}
	return "", false
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
