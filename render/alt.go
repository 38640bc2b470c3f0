package render

import (
	"strings"

	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/vn"
)

// alt returns the alternative text to write for an image that the caption
// stands beside.
func (p *printer) alt(s, caption string) string {
	if p.opts.Alt == AltKeep {
		return s
	}
	if s == "" || s == caption || isFileName(s) || p.repeats(s, caption) || p.isNumbered(s, caption) {
		return ""
	}
	return s
}

// repeats reports whether an alternative text says what the caption or the
// title says, but for the punctuation that ends them.
func (p *printer) repeats(s, caption string) bool {
	s, caption = trimStops(s), trimStops(caption)
	if s == caption {
		return true
	}
	var alt, other similar.Line
	alt.Read(s)
	other.Read(caption)
	if alt.Says(&other) {
		return true
	}
	if !p.titled {
		p.titled = true
		p.titleLine.Read(trimStops(p.title))
	}
	return alt.Says(&p.titleLine) && !alt.Continues(&p.titleLine)
}

// trimStops returns s without the punctuation and the spaces that end it.
func trimStops(s string) string {
	for s != "" {
		switch s[len(s)-1] {
		case ' ', '.', ',', ';', ':', '!':
			s = s[:len(s)-1]
		default:
			rest, ok := strings.CutSuffix(s, "…")
			if !ok {
				return s
			}
			s = rest
		}
	}
	return s
}

// isNumbered reports whether s is an alternative text that a content system
// made up: the title and the number of the picture ("… ảnh 1"), or a word for
// a picture with a number. After the number some glue the caption. WCAG 2.2
// counts such a text as a failure (F30).
func (p *printer) isNumbered(s, caption string) bool {
	var abuf, bbuf [512]byte
	alt := view(vn.AppendFold(abuf[:0], s))
	if !strings.ContainsAny(alt, "0123456789") {
		return false
	}
	title := strings.TrimSpace(view(vn.AppendFold(bbuf[:0], p.title)))
	rest, titled := strings.CutPrefix(alt, title)
	rest = strings.TrimLeft(rest, " -–")
	for _, word := range pictureWords {
		n, ok := strings.CutPrefix(rest, word)
		if !ok {
			continue
		}
		n = strings.TrimLeft(n, " _-#")
		more := strings.TrimLeft(n, "0123456789")
		if n != more && (strings.Trim(more, " .") == "" || titled && title != "" && sameText(strings.Clone(more), caption)) {
			return true
		}
	}
	return false
}

// sameText reports whether two texts are the same or nearly so, but for the
// punctuation around them.
func sameText(a, b string) bool {
	var x, y similar.Line
	x.Read(strings.TrimLeft(trimStops(a), " .:-–"))
	y.Read(trimStops(b))
	return x.Says(&y)
}

// pictureWords are the words that stand before the number of a picture, once
// folded.
var pictureWords = [...]string{"anh", "hinh anh", "hinh", "picture", "image", "photo", "img", "dsc"}

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
