package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bareSources are the tags that papers put before their leads without
// parentheses, in lower case.
var bareSources = map[string]bool{
	"tto": true, "ndo": true, "vov": true, "vov.vn": true, "vtv.vn": true, "plo": true, "nlđo": true, "sggpo": true,
	"sggp": true, "qđnd online": true, "qđnd": true, "bnews": true, "đtck": true, "tpo": true, "hnm": true, "hnmo": true,
	"ktđt": true, "cand": true, "tno": true, "vnn": true, "gd&tđ": true, "pvcfc": true, "baodautu.vn": true, "ttxvn": true,
	"chinhphu.vn": true, "vietnamplus.vn": true, "đcsvn": true, "dân trí": true, "pno": true, "vtc news": true, "ttvn": true,
}

// cutSource splits a paragraph that opens with the tag of its paper:
// "(Chinhphu.vn) - …", "TTO - …". A name before a hyphen is no tag: "Moon Jae
// -".
func cutSource(s string) (source, rest string) {
	if inside, after, ok := strings.Cut(s, ")"); ok && strings.HasPrefix(inside, "(") && len(inside) < 60 {
		source = strings.TrimSpace(inside[1:])
		if isSourceTag(source) {
			return source, strings.TrimLeft(after, " -–—.:")
		}
		return "", ""
	}
	for i, r := range s {
		if i > 30 {
			break
		}
		if r != '-' && r != '–' && r != '—' && r != ':' {
			continue
		}
		if name := strings.TrimSpace(s[:i]); bareSources[strings.ToLower(name)] && isUpperAt(name, 0) {
			return name, strings.TrimLeft(s[i:], " -–—:")
		}
	}
	if name, after, ok := strings.Cut(s, " "); ok && name == "BNEWS" {
		return name, strings.TrimSpace(after)
	}
	return "", ""
}

// isSourceTag reports whether s may be a paper's tag in parentheses: up to
// four words that begin with a capital or a digit, or a domain name.
func isSourceTag(s string) bool {
	if s == "" || utf8.RuneCountInString(s) > 40 {
		return false
	}
	if !strings.Contains(s, " ") && (strings.HasSuffix(s, ".vn") || strings.HasSuffix(s, ".com") || strings.HasSuffix(s, ".net")) {
		return true
	}
	n := 0
	for w := range strings.FieldsSeq(s) {
		n++
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("&./+", r) {
				return false
			}
		}
	}
	return n <= 4 && isUpperAt(s, 0)
}

// cutDateline splits a paragraph that opens with a place and a day: "Cần Thơ,
// ngày 23-11 - …", "TP. Hồ Chí Minh, 5/8/2023: …".
func cutDateline(s string) (place, rest string) {
	name, after, ok := strings.Cut(s, ", ")
	if !ok || len(name) > 60 || !isName(strings.TrimPrefix(strings.TrimPrefix(name, "TP. "), "TP.")) {
		return "", ""
	}
	day := after
	if n := prefixFold(day, "ngày "); n > 0 {
		day = day[n:]
	}
	n := dayLength(day)
	if n == 0 {
		return "", ""
	}
	end := len(s) - len(day) + n
	rest = strings.TrimLeft(s[end:], " ")
	for _, sign := range [...]string{"-", "–", "—", ":", "."} {
		if text, ok := strings.CutPrefix(rest, sign); ok {
			return s[:end], strings.TrimSpace(text)
		}
	}
	return "", ""
}

// dayLength returns the length of a day and month, or a whole date, that s
// begins with: "23-11", "5/8/2023"; 0 if there is none.
func dayLength(s string) int {
	parts, n := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			n++
			continue
		}
		if n == 0 || n > 4 || n > 2 && parts != 2 {
			return 0
		}
		parts++
		digit := i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9'
		if i == len(s) || !digit || parts == 3 || s[i] != '/' && s[i] != '-' && s[i] != '.' {
			if parts < 2 {
				return 0
			}
			return i
		}
		n = 0
	}
	return 0
}
