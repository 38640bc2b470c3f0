package main

import (
	"regexp"
	"strings"
)

// notice says what a text seems to be if it is not the text of a page.
func notice(text string) string {
	if isHTML(text) {
		return "Đây có vẻ là mã nguồn HTML. Chương trình chỉ đọc văn bản: hãy mở trang trong trình duyệt, chép phần chữ rồi dán vào đây."
	}
	return ""
}

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*<(!doctype\s+html|html)[\s>]`)
	htmlEnd   = regexp.MustCompile(`(?i)</(p|div|span|a|li|ul|h[1-6]|td|tr|figure|figcaption|article|section|body|head|title|script|style|strong|em|b|i)\s*>`)
	tagStart  = regexp.MustCompile(`^\s*<[a-zA-Z]`)
)

// isHTML reports whether a text is the source of a page or of a part of one. A text
// about HTML names a tag or two, but does not begin with one.
func isHTML(text string) bool {
	const many = 5 // end tags
	return htmlStart.MatchString(text) || tagStart.MatchString(text) && htmlEnd.MatchString(text) ||
		len(htmlEnd.FindAllStringIndex(text, many)) == many
}

// unescapeJSON returns JSON with < > and & as they are. The library escapes them,
// so that JSON may stand in a script element; who reads it in a panel is not helped
// by \u003c.
func unescapeJSON(doc string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(doc, '\\')
		if i < 0 || i+1 == len(doc) {
			b.WriteString(doc)
			return b.String()
		}
		b.WriteString(doc[:i])
		doc = doc[i:]
		n := min(6, len(doc))
		if sign, ok := unescaped[doc[:n]]; ok {
			b.WriteString(sign)
		} else {
			n = 2 // a backslash and what it escapes, which may be another one
			b.WriteString(doc[:n])
		}
		doc = doc[n:]
	}
}

var unescaped = map[string]string{`\u003c`: "<", `\u003e`: ">", `\u0026`: "&"}
