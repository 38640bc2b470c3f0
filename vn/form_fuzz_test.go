package vn_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

var formStyles = []vn.ToneStyle{vn.KeepStyle, vn.OldStyle, vn.NewStyle}

// formSeeds are inputs that cover the rules of the normal form and their limits.
var formSeeds = []string{
	"", "Tiếng Việt", "Tie\u0302\u0301ng Vie\u0323\u0302t", "hòa hoà tòan qúy muà gịa gìa Noé",
	"\uFEFFViệt", "Vi\u200Bệt", "Ðà Nẵng HÐND Ðắk Lắk", "hоc sinh", "HСМ BСHTƯ ÐHYD AUÐUR HСЁ HС\u0308E HO\u0308С", "hòàn tíếng hòá nứớc o\u0300a\u0300", "ngƣời Tƣ\u0300 qazaƣ", "Ｈà Nội", "đ\u0336i d\u0336i",
	"a\u0301\u0302", "a\u0301\u0301", "a\u0301\u0300 ế\u0301", "Ǎ\u0301n ǎn", "u\u0315 o\u0315\u0301",
	"a\u0301\u200B\u0302n", "a\u0301\u200B\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301n",
	"👩\u200D👩\u200D👧 ខ្មែរ", "한글 \u1112\u1161\u11AB", "क\u093C\u200Dष", "=\u0338漢", "\xff\xfe", "a\xcc", "tòa\xe1\xba", "a\u0340\u0341",
	strings.Repeat("a", 70) + "òa", strings.Repeat("ba\u0301\u0302", 30), strings.Repeat("a\u0301", 40) + "\u200B",
	"a" + strings.Repeat("\u0301", 40), "a" + strings.Repeat("\u0323\u0301", 40) + "b\u200B", "x" + strings.Repeat("\u200B", 80) + "y",
	"a\u1161b", "a\u0301\uFF9E" + strings.Repeat("\uFF9E", 40),
	"a\u0301{" + strings.Repeat("\uFF9E", 25) + "\uFFAA" + strings.Repeat("\uFF9E", 9) + strings.Repeat("ㅏ", 40), "k\u20DDh\u200Bo\u0323c", "\u200B\u0301a", "\u200B\u20DDa",
	strings.Repeat("x", 63) + "\u200B", strings.Repeat("x", 60) + "a\u0301\u0302\u200B", "кhông аo", "а\u030Cn n",
}

func addFormSeeds(f *testing.F) {
	for _, s := range formSeeds {
		f.Add(s)
	}
}

// fuzzForms runs check for every style.
func fuzzForms(f *testing.F, check func(t *testing.T, f vn.Form, s string)) {
	addFormSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, style := range formStyles {
			check(t, vn.Form{Tone: style}, s)
		}
	})
}

func FuzzFormIdempotent(f *testing.F) { fuzzForms(f, checkIdempotent) }

func checkIdempotent(t *testing.T, f vn.Form, s string) {
	once := f.String(s)
	if twice := f.String(once); twice != once {
		t.Errorf("%v: String(%+q) = %+q, and again = %+q", f.Tone, s, once, twice)
	}
	if utf8.ValidString(s) && !utf8.ValidString(once) {
		t.Errorf("%v: String(%+q) = %+q is not valid", f.Tone, s, once)
	}
}

func FuzzFormIsNormal(f *testing.F) { fuzzForms(f, checkIsNormal) }

func checkIsNormal(t *testing.T, f vn.Form, s string) {
	want := f.String(s)
	if got := f.IsNormal(s); got != (want == s) {
		t.Errorf("%v: IsNormal(%+q) = %t, but String gives %+q", f.Tone, s, got, want)
	}
	if got := string(f.Append([]byte("e"), s)); got != "e"+want {
		t.Errorf("%v: Append(%+q) = %+q, want %+q", f.Tone, s, got[1:], want)
	}
}

func FuzzFormEdits(f *testing.F) { fuzzForms(f, checkEdits) }

func checkEdits(t *testing.T, f vn.Form, s string) {
	var b strings.Builder
	last, composed := 0, true
	for e := range f.Edits(s) {
		if e.Start < last || last > 0 && e.Start == last || e.End <= e.Start || e.End > len(s) {
			t.Fatalf("%v: Edits(%+q): %+v after %d", f.Tone, s, e, last)
		}
		if e.Reason < vn.ReasonComposition || e.Reason > vn.ReasonToneStyle || s[e.Start:e.End] == e.New {
			t.Errorf("%v: Edits(%+q): %+v", f.Tone, s, e)
		}
		composed = composed && e.Reason == vn.ReasonComposition
		b.WriteString(s[last:e.Start])
		b.WriteString(e.New)
		last = e.End
	}
	b.WriteString(s[last:])
	want := f.String(s)
	if got := b.String(); got != want {
		t.Errorf("%v: Edits(%+q) give %+q, want %+q", f.Tone, s, got, want)
	}
	if composed && utf8.ValidString(s) {
		if nfc := norm.NFC.String(s); want != nfc {
			t.Errorf("%v: String(%+q) = %+q, NFC is %+q", f.Tone, s, want, nfc)
		}
	}
}

func FuzzFormTransformer(f *testing.F) {
	for i, s := range formSeeds {
		f.Add(s, uint16(i), uint16(64+i))
	}
	f.Fuzz(func(t *testing.T, s string, chunk, room uint16) {
		for _, style := range formStyles {
			checkTransformer(t, vn.Form{Tone: style}, s, int(chunk)%97+1, int(room)%512+64)
		}
	})
}

// checkTransformer feeds s in chunks into a destination of room bytes.
func checkTransformer(t *testing.T, f vn.Form, s string, chunk, room int) {
	tr := f.NewTransformer()
	var got []byte
	dst := make([]byte, room)
	for have, i := 0, 0; ; {
		nDst, nSrc, err := tr.Transform(dst, []byte(s[i:have]), have == len(s))
		got = append(got, dst[:nDst]...)
		i += nSrc
		switch err {
		case transform.ErrShortDst:
			if nDst == 0 {
				t.Fatalf("%v: no progress on %+q", f.Tone, s)
			}
			continue
		case nil:
			if i != have {
				t.Fatalf("%v: %+q: %d of %d bytes taken without an error", f.Tone, s, i, have)
			}
		case transform.ErrShortSrc:
			if have == len(s) {
				t.Fatalf("%v: ErrShortSrc at the end of %+q", f.Tone, s)
			}
			if have-i > 4000 {
				t.Fatalf("%v: looks %d bytes ahead in %+q", f.Tone, have-i, s)
			}
		default:
			t.Fatal(err)
		}
		if have == len(s) {
			break
		}
		have = min(have+chunk, len(s))
	}
	want := f.String(s)
	if string(got) != want {
		t.Errorf("%v: transformer with chunks of %d turns %+q into %+q, want %+q", f.Tone, chunk, s, got, want)
	}
	tr.Reset()
	if n, err := tr.Span([]byte(s), true); (err == nil && n == len(s)) != (want == s) || !strings.HasPrefix(want, s[:n]) {
		t.Errorf("%v: Span(%+q) = %d, %v, String gives %+q", f.Tone, s, n, err, want)
	}
	if out, _, err := transform.Bytes(f.NewTransformer(), []byte(s)); err != nil || !bytes.Equal(out, []byte(want)) {
		t.Errorf("%v: transform.Bytes(%+q) = %+q, %v, want %+q", f.Tone, s, out, err, want)
	}
}
