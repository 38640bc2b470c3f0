package render

import "github.com/toasoan/toasoan/article"

// Internals for the tests.
var (
	AppendText = appendText
	CleanText  = cleanText
	AppendTime = appendTime
	IsLanguage = isLanguage
	SizeHTML   = sizeHTML
	Style      = style
)

// AppendTextSlowly is appendText without its fast path.
func AppendTextSlowly(dst []byte, s string) []byte {
	for len(s) > 0 {
		var n int
		dst, n = appendRune(dst, s, true)
		s = s[n:]
	}
	return dst
}

// WriterNames returns the names that metadata give for a name in a byline,
// with a star after those of organizations.
func WriterNames(name string) (names []string) {
	for _, w := range writers([]article.Author{{Name: name}}) {
		if w.desk {
			w.name += "*"
		}
		names = append(names, w.name)
	}
	return names
}
