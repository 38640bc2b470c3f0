package vn_test

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/vn"
)

func TestFormVectors(t *testing.T) {
	for _, kind := range []string{"tone-old", "tone-new", "nfc-repair", "homoglyph", "clean", "invalid-syllable", "lexical-guard"} {
		forms := []vn.Form{{}, {Tone: vn.OldStyle}, {Tone: vn.NewStyle}}
		switch kind {
		case "tone-old":
			forms = forms[1:2]
		case "tone-new":
			forms = forms[2:]
		}
		for _, v := range formVectors(t, kind) {
			for _, f := range forms {
				if got := f.String(v.in); got != v.want {
					t.Errorf("%v %s: String(%q) = %q, want %q (%s)", f.Tone, kind, v.in, got, v.want, v.rule)
				}
				if vn.Normalize(v.in) != v.in && vn.Form.IsNormal(vn.Form{}, v.in) {
					t.Errorf("IsNormal(%q) = true", v.in)
				}
			}
		}
	}
}

// TestFormCases are the decisions that the vectors do not have.
func TestFormCases(t *testing.T) {
	tests := []struct{ in, want string }{
		{"quý qúy QÚY quá qúa qùa", "quý quý QUÝ quá quá quà"},
		{"gìa gía gỉa gĩa gịa GỊA giạ gìu", "già giá giả giã gịa GỊA giạ giù"},
		{"ÐÀ NẴNG, Ðà Nẵng, ÐÃ, Ðắk Lắk, Ðăk Nông, HÐND, QÐ", "ĐÀ NẴNG, Đà Nẵng, ĐÃ, Đắk Lắk, Đăk Nông, HĐND, QĐ"},
		{"ngƣời ĐƢỢC trƣờng sƣ tƣ̉ qazaƣ", "người ĐƯỢC trường sư tử qazaƣ"},
		{"hòàn thứứ nứớc hóá HÒÀ tíếng quýý gịạ gìà", "hoàn thứứ nước hóa HÒA tiếng quýý giạ già"},
		{"hòá tọà tòàt Nóé Béé", "hòá tọà tòàt Nóe Béé"},
		{"mùa ThuÝ, BaÓ hòA tòÀn ToÀN HOÁ THUỶ QúY hòanG", "mùa ThuÝ, BaÓ hòA tòÀn ToÀN HOÁ THUỶ QuÝ hoànG"},
		{"TP.HСМ, НĐND, BСHTƯ, ÐHYD, SKÐA, ΕΝ ЕN", "TP.HCM, HĐND, BCHTƯ, ĐHYD, SKĐA, ΕΝ EN"},
		{"AUÐUR, GUÐ, SAGÐI, HAFÐI, GERÐI, KVÆÐI, ВОТ, КГБ, СССР", "AUÐUR, GUÐ, SAGÐI, HAFÐI, GERÐI, KVÆÐI, ВОТ, КГБ, СССР"},
		{"SGÐ&ÐT, HСМ\u200b, HСМ\u0301, ABCDEFGHС", "SGĐ&ĐT, HCM, HСМ\u0301, ABCDEFGHС"},
		{"Ðorđe Guðmundsson Háðegi", "Ðorđe Guðmundsson Háðegi"},
		{"ｔòａｎ ＶＮ", "toàn ＶＮ"},
		{"ı\u0301t kız", "ít kız"},
		{"Ha\u0306ǹg", "Hăǹg"},
		{"корова осо аn", "корова осо an"},
		{"HàNội Maóri tọá", "HàNội Maóri tọá"},
		{"hòa_tòan-tòan1muà", "hòa_toàn-toàn1mùa"},
		{"\u200Bnam\u200B \u200B \u200Bx", "nam \u200B x"},
		{"👨\u200D👩\u200D👧 ក\u17B4", "👨\u200D👩\u200D👧 ក\u17B4"},
		{"n\u034Fa\u17B4m", "nam"},
		{"ế\u0301 ế\u0300 n\u200Bế\u0300", "ế ế\u0300 n\u200Bế\u0300"},
		{"u\u0315\u0301 O\u0315\u0303 e\u0315", "ứ Ỡ e\u0315"},
		{"Raí Leó", "Rái Léo"},
		{"Zoé Chloé Noé Açaí Beyoncé", "Zoé Chloé Noé Açaí Beyoncé"},
		{"uá, ía, iá.", "úa, ía, ía."},
		{"a\xcc\x81b\xff tòan\xfe", "áb\xff toàn\xfe"},
	}
	for _, tt := range tests {
		if got := vn.Normalize(tt.in); got != tt.want {
			t.Errorf("Normalize(%+q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestFormAlignment compares the fast path with the slow one: every byte, and every
// suspect syllable, at every alignment, with what the same bytes give alone.
func TestFormAlignment(t *testing.T) {
	words := []string{"tòan", "qúy", "muà", "uá", "gìa", "nứơc", "tỏan", "toá", "e\u0301", "hоc"}
	for b := range 256 {
		words = append(words, string([]byte{byte(b)}), string([]byte{'o', byte(b), 0xA1, 'n'}), string([]byte{0xE1, 0xBB, byte(b)}))
	}
	for _, w := range words {
		want := vn.Normalize(w)
		for at := range 65 {
			s := "xin chao ca ban hai ba nam sau bay tam chin muoi lam anh em toi minh no"[:at] + "." + w + "."
			got := vn.Normalize(s)
			if got != s[:len(s)-len(w)-1]+want+"." {
				t.Fatalf("Normalize(%+q) = %+q, want %+q inside", s, got, want)
			}
		}
	}
}

func TestFormAllocs(t *testing.T) {
	s := formText(4000)
	d := norm.NFD.String(s)
	dst := make([]byte, 0, 2*len(d))
	emoji := s + " 👩\u200D👧 Müller øre 漢字"
	tests := map[string]func(){
		"IsNormal": func() { vn.Form{}.IsNormal(s) },
		"String":   func() { vn.Normalize(s) },
		"Emoji":    func() { vn.Normalize(emoji) },
		"Append":   func() { vn.Form{}.Append(dst, s) },
		"NFD":      func() { vn.Form{Tone: vn.OldStyle}.Append(dst, d) },
	}
	for name, f := range tests {
		if n := testing.AllocsPerRun(20, f); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

// TestFormLinear guards against quadratic time, in one word without end and in
// lines that differ.
func TestFormLinear(t *testing.T) {
	for _, unit := range []string{"a", "á", "a\u0301", "\u0301", "\u0323\u0301", "\xff", "\u200B", "Ð", "о", "òa", "oá", "한", "\u1161", "ﾞ", "=\u0338", "a\u200B"} {
		checkLinear(t, unit, func(s string) {
			vn.Normalize(s)
			for range (vn.Form{}).Edits(s) {
			}
		})
	}
}

// checkLinear holds run to linear time on a text that repeats the unit, and on
// one with a number between each two of them.
func checkLinear(t *testing.T, unit string, run func(text string)) {
	t.Helper()
	const n = 1500
	name := strconv.QuoteToASCII(unit)
	lineartest.Check(t, name+" repeated", n, func(n int) func() {
		s := strings.Repeat(unit, n)
		return func() { run(s) }
	})
	lineartest.Lines(t, name, n, func(i int) string { return unit + strconv.Itoa(i) + unit }, run)
}
