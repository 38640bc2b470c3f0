package render

// Internals for the tests.
var (
	AppendText = appendText
	CleanText  = cleanText
	AppendTime = appendTime
	IsLanguage = isLanguage
	SizeHTML   = sizeHTML
	Style      = style

	PictureAlone = pictureAlone
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
