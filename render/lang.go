package render

// own writes words of ours, which are Vietnamese. Around them may be another
// language: then they are marked as what they are, or left out of a bare
// output.
func (p *printer) own(words constant) {
	switch {
	case isVietnamese(p.lang):
		p.raw(words)
	case !p.bare:
		p.raw(`<span lang="vi">`)
		p.raw(words)
		p.raw("</span>")
	}
}

// isVietnamese reports whether a language tag is Vietnamese.
func isVietnamese(tag string) bool {
	return len(tag) >= 2 && tag[0]|0x20 == 'v' && tag[1]|0x20 == 'i' && (len(tag) == 2 || tag[2] == '-')
}

// language returns the language of an article: tag if it is one, "vi" if it
// is empty or is none.
func language(tag string) string {
	if isLanguage(tag) {
		return tag
	}
	return "vi"
}

// isLanguage reports whether tag has the form of a BCP 47 language tag:
// subtags of 1 to 8 letters and digits, joined by hyphens, the first a code of
// two or three letters, or an x before a private tag. Longer codes are reserved.
func isLanguage(tag string) bool {
	if len(tag) > 100 {
		return false
	}
	first, length := true, 0
	for i := 0; i <= len(tag); i++ {
		if i == len(tag) || tag[i] == '-' {
			switch {
			case length == 0 || length > 8,
				first && length > 3,
				first && length == 1 && tag[0]|0x20 != 'x',
				length == 1 && i == len(tag) && tag[min(1, i-1)] != '-': // of an extension, without its value
				return false
			}
			first, length = false, 0
			continue
		}
		letter := 'a' <= tag[i]|0x20 && tag[i]|0x20 <= 'z'
		if !letter && (first || tag[i] < '0' || tag[i] > '9') {
			return false
		}
		length++
	}
	return true
}
