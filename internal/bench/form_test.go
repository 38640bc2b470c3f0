package bench

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// syllables returns n bytes or a little more of legal syllables drawn at random, with
// some punctuation: harder on every peer, and on us, than text, for nothing in it is
// frequent.
func syllables(n int) string {
	onsets := strings.Fields("b c ch d đ g h kh l m n ng nh ph r s t th tr v x")
	rimes := strings.Fields("a ac am an ang anh at ai ao au ay ăn ăng ân âu ây o on ong oi ô ông ôi ơ ơn ơi u un ung ui ư ưng ưu ua uôn uôi ưa ương ươi oa oan oang oai uân uy uyên")
	tones := []vn.Tone{vn.ToneNgang, vn.ToneNgang, vn.ToneHuyen, vn.ToneSac, vn.ToneSac, vn.ToneHoi, vn.ToneNga, vn.ToneNang}
	r := rand.New(rand.NewPCG(3, 5))
	b := make([]byte, 0, n+32)
	for len(b) < n {
		y := vn.Syllable{Onset: onsets[r.IntN(len(onsets))], Rime: rimes[r.IntN(len(rimes))], Tone: tones[r.IntN(len(tones))]}
		if strings.HasSuffix(y.Rime, "c") || strings.HasSuffix(y.Rime, "t") {
			y.Tone = vn.ToneSac
		}
		b = y.Append(b, vn.OldStyle)
		if r.IntN(10) == 0 {
			b = append(b, ',')
		}
		b = append(b, ' ')
	}
	return string(b)
}

func run(b *testing.B, name, s string, f func(string)) {
	b.Run(name, func(b *testing.B) {
		b.SetBytes(int64(len(s)))
		b.ReportAllocs()
		for b.Loop() {
			f(s)
		}
	})
}

// BenchmarkNormal: text that is normal already.
func BenchmarkNormal(b *testing.B) {
	s := syllables(4 << 20)
	old := vn.Form{Tone: vn.OldStyle}
	if !old.IsNormal(s) {
		b.Fatal("the text is not normal")
	}
	run(b, "vn.IsNormal", s, func(s string) { vn.Form{}.IsNormal(s) })
	run(b, "vn.IsNormal/old", s, func(s string) { old.IsNormal(s) })
	run(b, "vn.Normalize", s, func(s string) { vn.Normalize(s) })
	run(b, "utf8.ValidString", s, func(s string) { utf8.ValidString(s) })
	run(b, "norm.NFC.IsNormalString", s, func(s string) { norm.NFC.IsNormalString(s) })
}

// BenchmarkNFD: decomposed text.
func BenchmarkNFD(b *testing.B) {
	s := norm.NFD.String(syllables(4 << 20))
	dst := make([]byte, 0, 2*len(s))
	run(b, "vn.Append", s, func(s string) { vn.Form{}.Append(dst, s) })
	run(b, "norm.NFC.AppendString", s, func(s string) { norm.NFC.AppendString(dst, s) })
}
