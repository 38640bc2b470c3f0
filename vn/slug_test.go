package vn_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

func TestSlugVectors(t *testing.T) {
	for _, row := range foldVectors(t, "slug.tsv", 1, 3) {
		in, want, why := row[0], row[1], row[2]
		if got := vn.Slug(in); got != want {
			// Two vectors expect what the rules do not: a transliteration, and
			// letters glued over an invalid byte.
			alt, ok := strings.CutPrefix(why, "alt=")
			alt, _, _ = strings.Cut(alt, ";")
			alternatives := strings.Split(alt, "|")
			if !ok || !strings.Contains(why, "non-Latin") && !strings.Contains(why, "invalid UTF-8") ||
				got != alternatives[0] {
				t.Errorf("Slug(%+q) = %q, want %q (%s)", in, got, want, why)
			}
		}
	}
}

func TestSlug(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"---", ""},
		{"Giá 12,64%; 10² = 100; 80m²; 10¹²", "gia-12-64-10-2-100-80m2-10-12"},
		{"120 ㎡ giá ½ tỷ, 1½ ㎞/h", "120-m2-gia-1-2-ty-1-1-2-km-h"},
		{"H₂O CO₂ x₁₂³", "h2o-co2-x12-3"},
		{"50ºC, 12,5 º, 50²º, nº 5, 5aº, 1º2, 5\u0301ºa, ºC", "50-c-12-5-o-50-2-no-5-5ao-1-2-5-a-oc"},
		{"39°C, 4×100, 4 × 100, x×2", "39-c-4x100-4-100-x-2"},
		{"50.000₫, 50 ₫, ₫5", "50-000d-50-5"},
		{"Tom & Jerry, R&D, & x, A &B, a &amp; b", "tom-jerry-r-d-x-a-b-a-amp-b"},
		{"& đầu", "dau"},
		{"M'gar M’gar Mʼgar 'a' 1'a a'1", "mgar-mgar-mgar-a-1-a-a-1"},
		{"m\u200b'\u200bgar", "mgar"},
		{"aПb tоán Tоán", "a-b-toan-toan"},
		{"Đắk М'оi", "dak-oi"},
		{"m'оi оо", "moi"},
		{"TP.HСМ, BСHTƯ, HСЁ, ÐHYD, ÐТ, СССР", "tp-hcm-bchtu-h-dhyd-d"},
		{"ⓐⒷ ⑴ ⑳ ❷ 🅰 🄱 🅲", "ab-1-20-2-a-b-c"},
		{"1② ②② 1⒈2", "1-2-2-2-1-1-2"},
		{"ＡＢ１２ ０", "ab12-0"},
		{"ﬁn ﬅ straße ŉ", "fin-st-strasse-n"},
		{"5\u20e3 1\ufe0f\u20e3", "5-1"},
		{"𝟙𝟚 1𝟚", "12-12"},
		{"🇻🇳 ™ ℠ ® № ℃ ㏂", "no-c-a-m"},
		{"Ǆ ŋ ĸ ə ɛ Ʒ Ⱥ Ꜳ ꝏ", "dz-n-k-e-e-z-a-aa-oo"},
		{"Ngƣời trƣờng ĐƢỜNG Tƣ̀ qazaƣ", "nguoi-truong-duong-tu-qazau"},
		{"a\u05b0\u0301b", "ab"},
		{"ⅷ Ⅻ ↂ", "viii-xii"},
		{"㎯", "rad-s2"},
		{"\xff\xfea\xc3", "a"},
	} {
		if got := vn.Slug(test.in); got != test.want {
			t.Errorf("Slug(%+q) = %q, want %q", test.in, got, test.want)
		}
		if got := vn.Slug(norm.NFD.String(test.in)); got != test.want {
			t.Errorf("Slug(NFD(%+q)) = %q, want %q", test.in, got, test.want)
		}
		if got := vn.Slug(vn.Normalize(test.in)); got != test.want {
			t.Errorf("Slug(Normalize(%+q)) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestSlugMaxLen(t *testing.T) {
	for _, test := range []struct {
		in   string
		max  int
		want string
	}{
		{"Cần Thơ hôm nay", 0, "can-tho-hom-nay"},
		{"Cần Thơ hôm nay", -1, "can-tho-hom-nay"},
		{"Cần Thơ hôm nay", 15, "can-tho-hom-nay"},
		{"Cần Thơ hôm nay", 14, "can-tho-hom"},
		{"Cần Thơ hôm nay", 11, "can-tho-hom"},
		{"Cần Thơ hôm nay", 8, "can-tho"},
		{"Cần Thơ hôm nay", 7, "can-tho"},
		{"Cần Thơ hôm nay", 6, "can"},
		{"Nghiêng", 3, "ngh"},
		{"½½½½", 2, "1"},
	} {
		g := vn.Slugger{MaxLen: test.max}
		if got := g.Slug(test.in); got != test.want {
			t.Errorf("MaxLen %d: Slug(%q) = %q, want %q", test.max, test.in, got, test.want)
		}
		if got := string(g.Append([]byte("tin/"), test.in)); got != "tin/"+test.want {
			t.Errorf("MaxLen %d: Append(%q) = %q", test.max, test.in, got)
		}
	}
}

func TestSlugUnique(t *testing.T) {
	all := func(string) bool { return true }
	for _, test := range []struct {
		in    string
		max   int
		taken string // slugs, in words
		want  string
	}{
		{"!", 0, "", ""},
		{"Tin nóng", 0, "", "tin-nong"},
		{"Tin nóng", 0, "tin-nong", "tin-nong-2"},
		{"Tin nóng", 0, "tin-nong tin-nong-2 tin-nong-3", "tin-nong-4"},
		{"Tin nóng", 8, "tin-nong", "tin-2"},
		{"Tin nóng", 9, "tin-nong", "tin-2"},
		{"Tin nóng", 10, "tin-nong", "tin-nong-2"},
		{"Tin nóng", 4, "tin", "ti-2"},
		{"Tin nóng", 3, "tin", "t-2"},
		{"Tin nóng", 2, "ti", ""},
	} {
		taken := map[string]bool{}
		for _, slug := range strings.Fields(test.taken) {
			taken[slug] = true
		}
		g := vn.Slugger{MaxLen: test.max}
		got := g.Unique(test.in, func(slug string) bool { return taken[slug] })
		if got != test.want {
			t.Errorf("MaxLen %d: Unique(%q) = %q, want %q", test.max, test.in, got, test.want)
		}
	}
	for _, limit := range []int{0, 1, 2, 3, 5} {
		if got := (vn.Slugger{MaxLen: limit}).Unique("Tin nóng", all); got != "" {
			t.Errorf("MaxLen %d: nothing is free, got %q", limit, got)
		}
	}
	vn.Slugger{}.Unique("…", func(string) bool { t.Error("asked for the empty slug"); return false })
	if got := (vn.Slugger{}).Unique("Tin nóng", nil); got != "tin-nong" {
		t.Errorf("Unique with nil: %q", got)
	}
}

func TestIsSlug(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "-": false, "a": true, "a-b": true, "a--b": false, "-a": false, "a-": false,
		"A": false, "à": false, "a_b": false, "0-9": true, "a b": false, "`": false, "{": false, "/": false, ":": false,
	} {
		if got := vn.IsSlug(s); got != want {
			t.Errorf("IsSlug(%q) = %v", s, got)
		}
	}
}
