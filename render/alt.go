package render

import (
	"strings"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/vn"
)

// alt returns the alternative text to write for an image, and whether to
// write the attribute at all. The caption stands beside the image, in a
// figcaption if figure.
func (p *printer) alt(s, caption string, figure bool) (_ string, ok bool) {
	switch {
	case p.opts.Alt == AltKeep:
		return s, true
	case p.opts.Alt == AltOmit && figure && strings.TrimSpace(caption) != "":
		return "", false
	case s == "" || s == caption || s == p.title || isFileName(s):
		return "", true
	case similar.Same(s, caption) || similar.Near(s, caption):
		return "", true
	case similar.Same(s, p.title) || similar.Near(s, p.title) || p.isNumbered(s):
		return "", true
	}
	return s, true
}

// isNumbered reports whether s is an alternative text that a content system
// made up: the title and the number of the picture ("… ảnh 1"), or a word for
// a picture with a number. WCAG 2.2 counts such a text as a failure (F30).
func (p *printer) isNumbered(s string) bool {
	var a, b [256]byte
	alt := view(vn.AppendFold(a[:0], s))
	title := strings.TrimSpace(view(vn.AppendFold(b[:0], p.title)))
	rest := strings.TrimLeft(strings.TrimPrefix(alt, title), " -–")
	for _, word := range [...]string{"anh", "hinh", "hinh anh", "picture", "image", "photo", "img", "dsc", ""} {
		n, ok := strings.CutPrefix(rest, word)
		if !ok || word == "" && len(rest) == len(alt) {
			continue
		}
		n = strings.TrimLeft(n, " _-#")
		if n != "" && strings.Trim(n, "0123456789") == "" {
			return true
		}
	}
	return false
}

// isFileName reports whether s is the name of an image file.
func isFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 0 || len(s)-dot > len(".jpeg") {
		return false
	}
	switch strings.ToLower(s[dot+1:]) {
	case "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff", "heic":
		return true
	}
	return false
}
