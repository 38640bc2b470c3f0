package article

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// How much of a text is looked at, for tags and for letters: of a text in a
// wrong encoding every line has some.
const (
	maxSample  = 4 << 10
	maxLetters = 1 << 10
)

// warn notes, once, that a page is the source of an HTML page, or was read in
// a wrong encoding. It is read as it stands all the same.
func (p *parsing) warn(page string) {
	rule, at := doubt(page, p.valid)
	if rule == "" {
		return
	}
	for number, c := 1, newLineCutter(page); c.next(); number++ {
		if c.start > at {
			p.noteLine(&line{number: number, raw: c.line}, rule, false)
			return
		}
	}
}

// warnDraft is warn for the lines of a draft.
func (p *parsing) warnDraft() {
	var sample strings.Builder
	var ends []int
	for i := range p.lines {
		if i > 0 {
			sample.WriteString("\n\n") // as in the page of these lines
		}
		sample.WriteString(p.lines[i].raw)
		if ends = append(ends, sample.Len()); sample.Len() > maxSample {
			break
		}
	}
	rule, at := doubt(sample.String(), false)
	if rule == "" {
		return
	}
	for i, end := range ends {
		if at < end { // before what else is wrong with the line
			l := &p.lines[i]
			p.notes = slices.Insert(p.notes, 0, Note{Line: l.number, Rule: rule, Text: l.raw})
			return
		}
	}
}

// doubt returns what is wrong with a text as a whole, and where that shows
// first; "" if nothing is. valid spares a text that is known to be UTF-8.
func doubt(s string, valid bool) (Rule, int) {
	s = s[:min(len(s), maxSample)]
	if at := htmlAt(s); at >= 0 {
		return RuleHTML, at
	}
	if at := utf16At(s); at >= 0 {
		return RuleEncoding, at
	}
	if !valid {
		if at := invalidAt(s); at >= 0 {
			return RuleEncoding, at
		}
	}
	s = s[:min(len(s), maxLetters)]
	for _, wrong := range [...]func(string) int{mojibakeAt, legacyAt} {
		if at := wrong(s); at >= 0 {
			return RuleEncoding, at
		}
	}
	return "", -1
}

// htmlTags are tags of which two show that a text is HTML.
var htmlTags = map[string]bool{
	"html": true, "head": true, "body": true, "div": true, "p": true, "br": true, "span": true, "a": true, "img": true,
	"table": true, "tr": true, "td": true, "li": true, "ul": true, "h1": true, "h2": true, "strong": true, "em": true,
	"script": true, "meta": true, "figure": true, "figcaption": true, "article": true, "section": true, "link": true, "title": true, "b": true, "i": true, "font": true,
}

// htmlAt returns where the first of two tags of HTML stands, -1 if there are
// not that many.
func htmlAt(s string) int {
	first, tags := -1, 0
	for i := strings.IndexByte(s, '<'); i >= 0; {
		rest := strings.TrimPrefix(s[i+1:], "/")
		end := strings.IndexAny(rest[:min(len(rest), 12)], " >/\n\r\t")
		if end > 0 && (htmlTags[strings.ToLower(rest[:end])] || strings.EqualFold(rest[:end], "!doctype")) && strings.IndexByte(rest, '>') >= 0 {
			if tags++; first < 0 {
				first = i
			}
			if tags == 2 {
				return first
			}
		}
		n := strings.IndexByte(s[i+1:], '<')
		if n < 0 {
			break
		}
		i += 1 + n
	}
	return -1
}

// utf16At returns 0 if s is UTF-16: it begins with its byte order mark, or many
// of its bytes are zero.
func utf16At(s string) int {
	if strings.HasPrefix(s, "\xFF\xFE") || strings.HasPrefix(s, "\xFE\xFF") {
		return 0
	}
	if head := s[:min(len(s), 1024)]; len(head) > 8 && 8*strings.Count(head, "\x00") > len(head) {
		return 0
	}
	return -1
}

// invalidAt returns where bytes begin that are no UTF-8, if there are so many
// that they must be letters of a legacy encoding.
func invalidAt(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	first, n := -1, 0
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			if n++; first < 0 {
				first = i
			}
		}
	}
	if n < 4 || 40*n < len(s) {
		return -1
	}
	return first
}

// mojibake are letters of Vietnamese in UTF-8 as they read in Windows-1252, and
// the quotation marks.
var mojibake = [...]string{"á»", "áº", "Æ°", "Ä‘", "Ã¡", "Ã\u00A0", "Ã¢", "Ã´", "Ãª", "Ã¬", "Ã³", "Ã²", "Ã¹", "Ãº", "â€"}

// mojibakeAt returns where UTF-8 that was read in Windows-1252 begins: where a
// word in ten has such a letter.
func mojibakeAt(s string) int {
	// Nearly all of them have a sign of Latin-1, which Vietnamese rarely has.
	if strings.Count(s, "\xC2") < 3 && !strings.Contains(s, "â€") {
		return -1
	}
	first, n := -1, 0
	for _, letter := range mojibake {
		at := strings.Index(s, letter)
		if at < 0 {
			continue
		}
		n += strings.Count(s, letter)
		if first < 0 || at < first {
			first = at
		}
	}
	if n < 3 || 10*n < strings.Count(s, " ")+1 {
		return -1
	}
	return first
}

// legacyLetters are the letters of TCVN3 and VNI as they read in Latin-1 and no
// Vietnamese word has them, by the second byte of their UTF-8, which begins
// with C2 or C3.
var legacyLetters = func() (t [2][256]bool) {
	for _, r := range "®«¬©ª¨µ¸¶·¹\u00ADøûïäëöüñåÿ" {
		t[r>>6&1][byte(0x80|r&0x3F)] = true
	}
	return t
}()

// legacyAt returns where TCVN3 or VNI that was read as Latin-1 begins: where a
// word in five has one of their letters beside a plain one.
func legacyAt(s string) int {
	first, n := -1, 0
	for i := 1; i+1 < len(s); i++ {
		if s[i]&0xFE != 0xC2 || !legacyLetters[s[i]&1][s[i+1]] {
			continue
		}
		if isPlainLetter(s[i-1]) || i+2 < len(s) && isPlainLetter(s[i+2]) {
			if n++; first < 0 {
				first = i
			}
		}
	}
	if n < 5 || 5*n < strings.Count(s, " ")+1 {
		return -1
	}
	return first
}

func isPlainLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
