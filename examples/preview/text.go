package main

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// notice says what a text seems to be if it is not the text of a page, as the notes
// have it.
func notice(notes []article.Note) string {
	for _, n := range notes {
		switch n.Rule {
		case article.RuleHTML:
			return "Đây có vẻ là mã nguồn HTML. Chương trình chỉ đọc văn bản: hãy mở trang trong trình duyệt, chép phần chữ rồi dán vào đây."
		case article.RuleEncoding:
			return "Văn bản có vẻ đã được đọc sai bảng mã. Hãy chuyển tệp sang UTF-8 rồi chép lại."
		}
	}
	return ""
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
