package webpage

import (
	"bytes"
	"unicode/utf8"

	"github.com/toasoan/toasoan/vn/charset"
	"golang.org/x/net/html"
	webcharset "golang.org/x/net/html/charset"
)

// decode returns a page in UTF-8. What its bytes are counts for more than what
// it declares: a byte order mark, then valid UTF-8, which no other encoding
// looks like, then the Vietnamese encoding that the words are legal in, then
// the declared one. VIQR is ASCII, so that only the declaration tells.
func decode(page []byte) []byte {
	switch {
	case bytes.HasPrefix(page, []byte("\xEF\xBB\xBF")):
		return bytes.ToValidUTF8(page[3:], replacement)
	case bytes.HasPrefix(page, []byte("\xFF\xFE")):
		return convert(page, "utf-16le")
	case bytes.HasPrefix(page, []byte("\xFE\xFF")):
		return convert(page, "utf-16be")
	}
	if label := wide(page); label != "" {
		return convert(page, label)
	}
	label := declared(page)
	valid := utf8.Valid(page)
	if valid || mostlyUTF8(page) {
		if _, name := charset.Lookup(label); name != "viqr" || !isASCII(page) {
			if valid {
				return page
			}
			return bytes.ToValidUTF8(page, replacement)
		}
	}
	if e, name := charset.Lookup(label); name == "viqr" {
		return decodeText(page, e.NewDecoder().Bytes) // its marks are also the signs of markup
	} else if e != nil {
		if text, err := e.NewDecoder().Bytes(page); err == nil {
			return text
		}
	}
	// Old pages of TCVN3 say that they are Latin-1, or UTF-8, or nothing.
	if e, _ := charset.Detect(withoutTags(page)); e != nil {
		if text, err := e.NewDecoder().Bytes(page); err == nil {
			return text
		}
	}
	return convert(page, label)
}

// convert decodes a page from one of the encodings of the web; from an unknown
// one it is taken as UTF-8.
func convert(page []byte, label string) []byte {
	if e, _ := webcharset.Lookup(label); e != nil {
		if text, err := e.NewDecoder().Bytes(page); err == nil {
			return bytes.TrimPrefix(text, []byte("\uFEFF"))
		}
	}
	return bytes.ToValidUTF8(page, replacement)
}

var replacement = []byte("\uFFFD")

// wide returns the encoding of a page of 16-bit units without a byte order
// mark: its first tag tells.
func wide(page []byte) string {
	for i := 0; i+1 < min(len(page), 64); i += 2 {
		switch {
		case page[i] == '<' && page[i+1] == 0:
			return "utf-16le"
		case page[i] == 0 && page[i+1] == '<':
			return "utf-16be"
		}
	}
	return ""
}

// declared returns the label of the first meta element that names an
// encoding, among the first kilobytes.
func declared(page []byte) string {
	head := page[:min(len(page), 4096)]
	for {
		i := bytes.Index(head, []byte("charset"))
		if i < 0 {
			i = bytes.Index(head, []byte("CHARSET"))
		}
		if i < 0 {
			return ""
		}
		head = head[i+len("charset"):]
		value, ok := bytes.CutPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("="))
		if !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\r\n\"'")
		if end := bytes.IndexAny(value, " \t\r\n\"';/>"); end > 0 {
			return string(value[:end])
		}
	}
}

// mostlyUTF8 reports whether a page is UTF-8, but for a letter that
// was cut in two here and there.
func mostlyUTF8(page []byte) bool {
	letters, bad := 0, 0
	for len(page) > 0 {
		if page[0] < utf8.RuneSelf {
			page = page[1:]
			continue
		}
		r, size := utf8.DecodeRune(page)
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			letters++
		}
		page = page[size:]
	}
	return bad*20 < letters
}

func isASCII(page []byte) bool {
	for _, c := range page {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// withoutTags returns the bytes of a page outside its tags.
func withoutTags(page []byte) []byte {
	text := make([]byte, 0, len(page)/2)
	for len(page) > 0 {
		open := bytes.IndexByte(page, '<')
		if open < 0 {
			return append(text, page...)
		}
		text = append(append(text, page[:open]...), ' ')
		end := bytes.IndexByte(page[open:], '>')
		if end < 0 {
			return text
		}
		page = page[open+end+1:]
	}
	return text
}

// decodeText decodes what stands outside the tags of a page.
func decodeText(page []byte, decode func([]byte) ([]byte, error)) []byte {
	var b bytes.Buffer
	for len(page) > 0 {
		open := bytes.IndexByte(page, '<')
		if open < 0 {
			open = len(page)
		}
		if text, err := decode(page[:open]); err == nil {
			b.Write(text)
		}
		page = page[open:]
		end := bytes.IndexByte(page, '>') + 1
		if end == 0 {
			end = len(page)
		}
		b.Write(page[:end])
		page = page[end:]
	}
	return b.Bytes()
}

// parseHTML parses a page. The parser refuses elements that are nested too
// deep, as pages of the time before style sheets can be, which never close a
// font: such a page is read without the elements that make it so.
func parseHTML(text []byte) (*html.Node, error) {
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		doc, err = html.Parse(bytes.NewReader(flatten(text)))
	}
	return doc, err
}

// maxOpen is how many elements may be open at once in what flatten writes.
const maxOpen = 120

// formatting are the elements that the parser opens again in every block that
// follows, until they are closed.
var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true, "s": true,
	"small": true, "strike": true, "strong": true, "tt": true, "u": true, "span": true,
}

// leaves are the blocks that end where the next one of their kind begins, so
// that they do not nest however seldom they are closed.
var leaves = map[string]bool{
	"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "li": true, "dt": true, "dd": true,
}

// flatten returns HTML with the same text whose elements are nested less deep:
// without formatting, and without the start tags beyond maxOpen.
func flatten(text []byte) []byte {
	var (
		b    bytes.Buffer
		open []string
	)
	z := html.NewTokenizer(bytes.NewReader(text))
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return b.Bytes()
		case html.StartTagToken, html.EndTagToken:
		default:
			b.Write(z.Raw())
			continue
		}
		tag, _ := z.TagName()
		name := string(tag)
		switch {
		case formatting[name]:
			b.WriteByte(' ')
		case isVoid[name] || leaves[name]:
			b.Write(z.Raw())
		case kind == html.StartTagToken:
			if len(open) >= maxOpen {
				b.WriteByte(' ')
				break
			}
			open = append(open, name)
			b.Write(z.Raw())
		default:
			for i := len(open) - 1; i >= 0; i-- {
				if open[i] == name {
					open = open[:i]
					b.Write(z.Raw())
					break
				}
			}
		}
	}
}

var isVoid = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true,
}
