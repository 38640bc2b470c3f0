package vn_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/transform"

	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/vn"
)

func TestFoldIndex(t *testing.T) {
	for _, test := range []struct{ s, substr, want string }{
		{"Tỉnh Hoà Bình", "hoa binh", "Hoà Bình"},
		{"TỈNH HÒA BÌNH", "Hoà Bình", "HÒA BÌNH"},
		{"Tỉnh hoa binh cũ", "HÒA BÌNH", "hoa binh"},
		{"Ho\u0300a\u0300 Bi\u0300nh, nay", "hoà bình", "Ho\u0300a\u0300 Bi\u0300nh"},
		{"Đặng Thùy Trâm", "g thuy t", "g Thùy T"},
		{"Straße ßs", "s", "S"},
		{"ß s", "s", "s"},
		{"ßs", "ss", "ß"},
		{"Vi\u00adệt Nam", "viet", "Vi\u00adệt"},
		{"a\u200b\u0301n", "an", "a\u200b\u0301n"},
		{"to\u00ad\u0302\u0301t", "to", "to\u00ad\u0302\u0301"},
		{"\u0500\u0501 \u04ba\u04bb", "\u04bb\u04bb", "\u04ba\u04bb"},
		{"TP.H\u0421\u041c", "hcm", "H\u0421\u041c"},
		{"tоán", "oan", "оán"},
		{"日本語 tin", "本", "本"},
		{"и\u0306од", "й", "и\u0306"},
		{"50.000₫/kg", "₫/KG", "₫/kg"},
		{"C\xffần", "\xffan", "\xffần"},
	} {
		start, end := vn.FoldIndex(test.s, test.substr)
		if start < 0 || test.s[start:end] != test.want {
			t.Errorf("FoldIndex(%+q, %+q) = %d, %d, want %+q", test.s, test.substr, start, end, test.want)
		}
	}
	for _, test := range [][2]string{{"", "a"}, {"Hòa Bình", "hoa binh 2"}, {"ß", "s"}, {"й", "и"}, {"tо", "о"}} {
		if start, end := vn.FoldIndex(test[0], test[1]); start != -1 || end != -1 {
			t.Errorf("FoldIndex(%+q, %+q) = %d, %d", test[0], test[1], start, end)
		}
	}
	if start, end := vn.FoldIndex("à", ""); start != 0 || end != 0 {
		t.Errorf("of the empty text: %d, %d", start, end)
	}
}

// The time of a search is linear even where matches fail all along the text.
func TestFoldIndexLinear(t *testing.T) {
	for _, unit := range []string{"ß", "tо ", "аo", "a\u200b", "日\u200b"} {
		checkLinear(t, unit, func(s string) {
			needle := vn.Fold(s[:len(s)/2])
			vn.FoldIndex(s, needle[1:]+"!")
			vn.FoldIndex(s, "о"+needle[1:])
		})
	}
	const period = "abcdefghijklmnopq"
	lineartest.Check(t, "periodic", 4000, func(n int) func() {
		s, needle := strings.Repeat(period, n)+"zb", strings.Repeat(period, n/2)+"zc"
		return func() { vn.FoldIndex(s, needle) }
	})
}

func FuzzFoldIndex(f *testing.F) {
	for i, s := range foldSeeds {
		f.Add(s, foldSeeds[(i+1)%len(foldSeeds)])
		f.Add(s+" "+foldSeeds[(i+1)%len(foldSeeds)], foldSeeds[(i+1)%len(foldSeeds)])
	}
	f.Add("Tỉnh Hoà Bình", "hoa binh")
	f.Add("ßs", "s")
	f.Fuzz(func(t *testing.T, s, substr string) {
		if start, end := vn.FoldIndex(s, s); start < 0 || vn.Fold(s[start:end]) != vn.Fold(s) {
			t.Errorf("FoldIndex(%+q, itself) = %d, %d", s, start, end)
		}
		start, end := vn.FoldIndex(s, substr)
		needle := vn.Fold(substr)
		if start >= 0 {
			if got := vn.Fold(s[start:end]); substr != "" && got != needle {
				t.Errorf("FoldIndex(%+q, %+q) = %d, %d, which folds to %+q", s, substr, start, end, got)
			}
			if !strings.Contains(vn.Fold(s), needle) {
				t.Errorf("FoldIndex(%+q, %+q) = %d, %d", s, substr, start, end)
			}
			return
		}
		for i := range s {
			if strings.HasPrefix(s[i:], substr) && foldPlainWord(substr) && foldPlainWord(s) {
				t.Errorf("FoldIndex(%+q, %+q) finds nothing", s, substr)
				return
			}
		}
	})
}

// foldPlainWord reports whether s is made of characters that fold one by one.
func foldPlainWord(s string) bool {
	for _, r := range s {
		if r > 0x7F && !strings.ContainsRune("àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ日本語", r) {
			return false
		}
	}
	return true
}

func TestFoldTransformer(t *testing.T) {
	long := strings.Repeat("Cộng hòa Xã hội và\u200b tоán đ\u0323 日本 Й; ", 400)
	for _, s := range append(foldSeeds, long, strings.Repeat("ạB", 3000), strings.Repeat("x\u200b", 2000)) {
		foldStream(t, s, 64)
	}
}

// foldStream checks that the transformer gives what Fold does, with destinations of
// size bytes and sources of any.
func foldStream(t *testing.T, s string, size int) {
	t.Helper()
	want := vn.Fold(s)
	for _, read := range []func(io.Reader) io.Reader{iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader} {
		got, err := io.ReadAll(transform.NewReader(read(strings.NewReader(s)), vn.NewFoldTransformer()))
		if err != nil || string(got) != want {
			t.Errorf("%+.80q: %+.80q, %v, want %+.80q", s, got, err, want)
		}
	}
	tr := vn.NewFoldTransformer()
	var got []byte
	dst := make([]byte, size)
	for src := []byte(s); ; {
		nDst, nSrc, err := tr.Transform(dst, src, true)
		got, src = append(got, dst[:nDst]...), src[nSrc:]
		if err == nil {
			break
		} else if err != transform.ErrShortDst || nDst == 0 && nSrc == 0 {
			t.Fatalf("%+.80q: %d, %d, %v", s, nDst, nSrc, err)
		}
	}
	if string(got) != want {
		t.Errorf("%+.80q: %+.80q, want %+.80q", s, got, want)
	}
	foldSpan(t, s, want)
}

// foldSpan checks that Span is right about what stays, and that Transform goes on
// behind it.
func foldSpan(t *testing.T, s, want string) {
	t.Helper()
	tr := vn.NewFoldTransformer()
	half := len(s) / 2
	n, err := tr.Span([]byte(s[:half]), false)
	if n > half || !strings.HasPrefix(want, s[:n]) || err == nil && n < half {
		t.Fatalf("Span(%+.80q) = %d, %v", s[:half], n, err)
	}
	m, err := tr.Span([]byte(s[n:]), true)
	if err == nil && (n+m != len(s) || s != want) || err != nil && err != transform.ErrEndOfSpan || !strings.HasPrefix(want, s[:n+m]) {
		t.Fatalf("Span(%+.80q) = %d after %d, %v", s[n:], m, n, err)
	}
	if err == nil {
		return
	}
	var rest bytes.Buffer
	w := transform.NewWriter(&rest, foldKeepState{tr})
	if _, err := io.WriteString(w, s[n+m:]); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := s[:n+m] + rest.String(); got != want {
		t.Errorf("after Span %+.80q: %+.80q, want %+.80q", s, got, want)
	}
}

// foldKeepState is a transformer whose state survives transform.NewWriter.
type foldKeepState struct{ transform.Transformer }

func (foldKeepState) Reset() {}

func FuzzFoldTransformer(f *testing.F) {
	for _, s := range foldSeeds {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, size uint8) { foldStream(t, s, 64+int(size)) })
}

// A match may end before invisible characters that vanish into the word after it, and
// begin behind a sign that is none of a word.
func TestFoldIndexInvisible(t *testing.T) {
	for _, test := range []struct{ in, substr, want string }{
		{"năm 2024\u200bHoà Bình", "2024", "2024"},
		{"năm 2024\u200bHoà Bình", "2024hoa", "2024\u200bHoà"},
		{"\u180e1\u200bK", "1", "1"},
		{"\u180e\U0001d400\ufeffKỳ", "ky", "Kỳ"},
	} {
		start, end := vn.FoldIndex(test.in, test.substr)
		if start < 0 || test.in[start:end] != test.want {
			t.Errorf("FoldIndex(%+q, %q) = %d, %d, want %+q", test.in, test.substr, start, end, test.want)
		}
	}
}

// A text is found in itself, whatever it is made of.
func TestFoldIndexItself(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		s := randomForm(r, 1+r.IntN(8))
		if r.IntN(3) == 0 { // letters that are look-alikes in one case only
			s += "\u0500\u0501\u04ba\u04bb"[:2*(1+r.IntN(4))] + randomForm(r, 1+r.IntN(3))
		}
		if start, end := vn.FoldIndex(s, s); start < 0 || vn.Fold(s[start:end]) != vn.Fold(s) {
			t.Fatalf("FoldIndex(%+q, itself) = %d, %d", s, start, end)
		}
	}
}
