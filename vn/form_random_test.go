package vn_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// formAtoms are what random texts are made of: every kind of character that the
// normal form treats in its own way.
var formAtoms = strings.Fields(`a e i o u y A E I O U Y b c d g h k n p q t B C D G H K N Q
	à á ả ã ạ ă ắ â ấ ậ è é ê ế ệ ì í ị ò ó ọ ô ố ơ ớ ợ ù ú ủ ũ ụ ư ứ ự ý ỳ ỷ ỵ đ Đ Ệ Ừ
	toà qúy tòan gìa gịa muà nướ ươ oá òà íế ứớ uý Noé Ð ð Ð С М Ё Ɖ ƣ Ƣ ı Ǎ ǎ Ȃ ȏ Ｈ ａ о а с у Х і α ο и й ё ñ ø ß ª × ÷ ¿ “ ” … – ₫
	漢 한 글 क ग ا 👩 ﾞ ﾪ ㅏ`)

func init() {
	formAtoms = append(formAtoms, " ", " ", " ", "1", "=", "-", "_", ".",
		"\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031B", "\u0301", "\u0302", "\u0323",
		"\u0315", "\u0335", "\u0336", "\u030C", "\u0311", "\u0308", "\u0327", "\u0338", "\u0340", "\u0341", "\u0344", "\u20DD",
		"\u200B", "\u200D", "\u00AD", "\u034F", "\u17B4", "\uFEFF", "\u202A", "\u2060",
		"\u1100", "\u1161", "\u11A8", "\u0B47", "\u0B3E", "\u093C", "\u094D", "\u09BE", "\u3099",
		"\xff", "\xc3", "\xe1\xba", "\xcc", "\x00", "\n")
}

// randomForm returns a text of n atoms, some of them many times.
func randomForm(r *rand.Rand, n int) string {
	var b strings.Builder
	few := r.IntN(len(formAtoms)-8) + 1
	for range n {
		a := formAtoms[r.IntN(len(formAtoms))]
		if r.IntN(3) == 0 {
			a = formAtoms[few+r.IntN(7)]
		}
		switch r.IntN(60) {
		case 0:
			a = strings.Repeat(a, r.IntN(90))
		case 1:
			a = norm.NFD.String(a)
		}
		b.WriteString(a)
	}
	return b.String()
}

func TestFormRandom(t *testing.T) {
	n := 3000
	if testing.Short() {
		n = 500
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		s := randomForm(r, 1+r.IntN(30))
		if r.IntN(4) == 0 {
			s = norm.NFD.String(formText(r.IntN(60))) + s + norm.NFD.String(formText(40))
		}
		for _, style := range formStyles {
			f := vn.Form{Tone: style}
			checkIdempotent(t, f, s)
			checkIsNormal(t, f, s)
			checkEdits(t, f, s)
			checkTransformer(t, f, s, 1+r.IntN(40), 64+r.IntN(64))
		}
		if t.Failed() {
			return
		}
	}
}
