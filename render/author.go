package render

import (
	"iter"
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
)

// writers returns the authors that metadata name: those who have a name and
// wrote. The names are those of the article, whole: who made the article knows
// whether "Bà Rịa - Vũng Tàu" is one name, and nothing here does.
func writers(byline []article.Author) iter.Seq[*article.Author] {
	return func(yield func(*article.Author) bool) {
		for i := range byline {
			if a := &byline[i]; visible(a.Name) && !pictureAlone(a.Role) && !yield(a) {
				return
			}
		}
	}
}

// visible reports whether s shows something once it is cleaned.
func visible(s string) bool { return strings.TrimSpace(cleanText(s)) != "" }

// pictureAlone reports whether a role, as printed, is the picture, the film or
// the design alone: "ảnh", "Photo:", "video và đồ họa". "Tin, ảnh" is not, nor
// is a role of words that are not known.
func pictureAlone(role string) bool {
	if role == "" {
		return false
	}
	found := false
	role = strings.ToLower(vn.Form{Tone: vn.OldStyle}.String(role))
	for word := range strings.FieldsFuncSeq(role, func(r rune) bool { return !unicode.IsLetter(r) }) {
		picture, known := pictureWork[word]
		if !known {
			return false
		}
		found = found || picture
	}
	return found
}

// pictureWork has the words of the work on pictures, and with false those that
// may stand beside them and say nothing by themselves: "phóng viên ảnh" made
// pictures, "phóng viên" did not. Tone marks are in the old style.
var pictureWork = map[string]bool{
	"ảnh": true, "hình": true, "nhiếp": true, "chụp": true, "photo": true, "photos": true, "photographer": true, "photography": true,
	"picture": true, "pictures": true, "image": true, "images": true,
	"video": true, "videos": true, "clip": true, "clips": true, "phim": true, "quay": true, "dựng": true, "camera": true,
	"họa": true, "graphic": true, "graphics": true, "infographic": true, "infographics": true, "illustration": true,
	"thiết": true, "design": true, "trình": true,

	"đồ": false, "minh": false, "kế": false, "bày": false, "tư": false, "liệu": false,
	"phóng": false, "viên": false, "pv": false, "nhóm": false, "gia": false, "người": false, "và": false, "and": false, "by": false,
}
