package vn_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// foldBenchTitles returns distinct titles, so that nothing repeats that a branch
// predictor could learn.
func foldBenchTitles() []string {
	r := rand.New(rand.NewPCG(3, 4))
	onsets := strings.Fields("b c ch d đ g gh gi h k kh l m n ng nh ph qu r s t th tr v x B C Đ H N T")
	rimes := strings.Fields("à ánh ạn ắc ằng ân ấp ậu e ế iên iệt iều in oa oàn òng ô ổi ộc ơ ớn ư ường ước ủy yên uyết an ăng ao")
	titles := make([]string, 8192)
	for i := range titles {
		var b strings.Builder
		for b.Len() < 88 {
			b.WriteString(onsets[r.IntN(len(onsets))])
			b.WriteString(rimes[r.IntN(len(rimes))])
			b.WriteString([]string{" ", " ", " ", " ", " ", " ", ", ", ": ", " – ", " 5"}[r.IntN(10)])
		}
		titles[i] = b.String()
	}
	return titles
}

func foldBench(b *testing.B, list []string, f func(s string)) {
	n := 0
	for _, s := range list {
		n += len(s)
	}
	b.SetBytes(int64(n / len(list)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f(list[i%len(list)])
	}
}

var foldBenchSink int

func foldBenchRange(s string) {
	for _, r := range s {
		foldBenchSink += int(r >> 20)
	}
}

func BenchmarkSlug(b *testing.B) {
	titles := foldBenchTitles()
	buf := make([]byte, 0, 1024)
	b.Run("Range", func(b *testing.B) { foldBench(b, titles, foldBenchRange) })
	b.Run("Append", func(b *testing.B) {
		foldBench(b, titles, func(s string) { buf = vn.Slugger{}.Append(buf[:0], s) })
	})
	b.Run("Slug", func(b *testing.B) { foldBench(b, titles, func(s string) { vn.Slug(s) }) })
}

func BenchmarkFold(b *testing.B) {
	titles := foldBenchTitles()
	text := []string{strings.Join(titles, "\n")}
	nfd := []string{norm.NFD.String(text[0])}
	buf := make([]byte, 0, 2*len(text[0]))
	b.Run("Range/1MB", func(b *testing.B) { foldBench(b, text, foldBenchRange) })
	b.Run("Append/1MB", func(b *testing.B) { foldBench(b, text, func(s string) { buf = vn.AppendFold(buf[:0], s) }) })
	b.Run("Append/NFD", func(b *testing.B) { foldBench(b, nfd, func(s string) { buf = vn.AppendFold(buf[:0], s) }) })
	b.Run("Range/title", func(b *testing.B) { foldBench(b, titles, foldBenchRange) })
	b.Run("Append/title", func(b *testing.B) { foldBench(b, titles, func(s string) { buf = vn.AppendFold(buf[:0], s) }) })
	b.Run("Fold/title", func(b *testing.B) { foldBench(b, titles, func(s string) { vn.Fold(s) }) })
	b.Run("StripMarks", func(b *testing.B) { foldBench(b, titles, func(s string) { vn.StripMarks(s) }) })
	b.Run("Index", func(b *testing.B) { foldBench(b, titles, func(s string) { vn.FoldIndex(s, "viet nam") }) })
}

func BenchmarkOrder(b *testing.B) {
	titles := foldBenchTitles()
	var words []string
	for _, t := range titles {
		words = append(words, strings.Fields(t)[0])
	}
	buf := make([]byte, 0, 1024)
	b.Run("Key/title", func(b *testing.B) {
		foldBench(b, titles, func(s string) { buf = vn.OrderDictionary.AppendKey(buf[:0], s) })
	})
	b.Run("Key/word", func(b *testing.B) {
		foldBench(b, words, func(s string) { buf = vn.OrderDictionary.AppendKey(buf[:0], s) })
	})
	for name, list := range map[string][]string{"title": titles, "word": words} {
		last := ""
		b.Run("Compare/"+name, func(b *testing.B) {
			foldBench(b, list, func(s string) { foldBenchSink += vn.Compare(last, s); last = s })
		})
		b.Run("CompareName/"+name, func(b *testing.B) {
			foldBench(b, list, func(s string) { foldBenchSink += vn.OrderName.Compare(last, s); last = s })
		})
	}
}

func BenchmarkParseTime(b *testing.B) {
	foldBench(b, []string{"Thứ tư, 22/10/2025, 19:25 (GMT+7)"}, func(s string) { vn.ParseTime(s) })
}

func BenchmarkFormatTime(b *testing.B) {
	t, err := vn.ParseTime("22/10/2025 19:25")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		vn.FormatTime(t)
	}
}
