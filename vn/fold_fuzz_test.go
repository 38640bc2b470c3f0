package vn_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// foldSeeds are texts in which the laws of the folds were once broken, or nearly.
var foldSeeds = []string{
	"", "Hòa Bình", "tie\u0301\u0302ng Vi\u00ea\u0323t", "C\xffần\xe1\xba", "\xe1\xa1\x00",
	"tоán \u041eÁN оx", "a\u200b\u0301о\u200b\u0301b", "\u200b\u0301a", "1\u0301a \u0301",
	"и\u200b\u0306a", "Ϊ\u0301ΗΥ\u0342Ω\u0342", "tóà\u0300\u041dn", "toНbо", "ß\u0301æ\u200bо",
	"👨\u200d👩\u200d👧 ❤\ufe0f", "ที่ हिन्दी 한글 a\u1161", "HСМ BСHTƯ HСЁ HЕ\u0308 O\u0308С ÐТ AС\u200b\u0301", "M'оi m\u200b'\u200bgar", " & & ", "10²³₂½½①②",
	"4\u200b×\u200b4₫", strings.Repeat("ế", 40) + "\u200bо", strings.Repeat("a\u0301", 70) + "о",
	"a" + strings.Repeat("\u0301", 40) + "\u200bо", strings.Repeat("о\u200b", 25) + "a",
	"α\u0345\u0301 ᾼ ΐ", "𝐂𝐚̂̀𝐧 ㎯ ﬁ ŉ", "\u0344a\u0340\u0341", "a =\u0338 b", "x\u00a8\u0340", "<\u0338", "d\u0335\u0336 o\u0315 u\u0315\u0323",
}

func foldAddSeeds(f *testing.F) {
	for _, s := range foldSeeds {
		f.Add(s)
	}
}

func FuzzFold(f *testing.F) {
	foldAddSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := vn.Fold(s)
		if again := vn.Fold(got); again != got {
			t.Errorf("Fold(%+q) = %+q, folded again %+q", s, got, again)
		}
		if n := vn.Fold(vn.Normalize(s)); n != got {
			t.Errorf("Fold(%+q) = %+q, of its normal form %+q", s, got, n)
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("Fold(%+q) = %+q", s, got)
		}
		if app := vn.AppendFold([]byte("à"), s); string(app) != "à"+got {
			t.Errorf("AppendFold(%+q) = %+q, Fold %+q", s, app, got)
		}
	})
}

func FuzzStrip(f *testing.F) {
	foldAddSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		n := vn.Normalize(s)
		if got, want := vn.StripMarks(s), vn.StripMarks(n); got != want {
			t.Errorf("StripMarks(%+q) = %+q, of its normal form %+q", s, got, want)
		}
		if got, want := vn.StripTones(s), vn.StripTones(n); got != want {
			t.Errorf("StripTones(%+q) = %+q, of its normal form %+q", s, got, want)
		}
	})
}

func FuzzSlug(f *testing.F) {
	foldAddSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := vn.Slug(s)
		if got != "" && !vn.IsSlug(got) {
			t.Errorf("Slug(%+q) = %q is no slug", s, got)
		}
		if again := vn.Slug(got); again != got {
			t.Errorf("Slug(%q) = %q", got, again)
		}
		if n := vn.Slug(vn.Normalize(s)); n != got {
			t.Errorf("Slug(%+q) = %q, of its normal form %q", s, got, n)
		}
		if utf8.ValidString(s) {
			if n := vn.Slug(norm.NFC.String(s)); n != got {
				t.Errorf("Slug(%+q) = %q, of its NFC %q", s, got, n)
			}
			if n := vn.Slug(norm.NFD.String(s)); n != got {
				t.Errorf("Slug(%+q) = %q, of its NFD %q", s, got, n)
			}
		}
		for _, limit := range []int{1, 3, 7} {
			g := vn.Slugger{MaxLen: limit}
			cut := g.Slug(s)
			if len(cut) > limit || !strings.HasPrefix(got, cut) || cut != "" && !vn.IsSlug(cut) || (cut == "") != (got == "") {
				t.Errorf("MaxLen %d: Slug(%+q) = %q", limit, s, cut)
			}
		}
	})
}

func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"Thứ tư, 22/10/2025, 19:25 (GMT+7)", "7/4/202500:00:00", "14 giờ 30 ngày 22 tháng 10 năm 2025",
		"2026-11-23T14:30:00.5-03:30", "Mon, 23 Nov 2026 14:30:00 +0700", "Ngày đăng: 8:30 sáng Th4 22/10/2025", "26 Tháng Mười Một, 2018", "24 Th10, 2025", "Tháng Năm 2, 2019 11 giờ đêm", "mùng 1 tháng Chạp âm lịch",
		"10/22/2025 1:01 CH", "18:5314/08/2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := vn.ParseTime(s)
		if n, nerr := vn.ParseTime(vn.Normalize(s)); (err == nil) != (nerr == nil) || !n.Equal(got) {
			t.Errorf("ParseTime(%+q) = %v, %v, of its normal form %v, %v", s, got, err, n, nerr)
		}
		if err != nil {
			if len(err.Error()) > 1024 {
				t.Errorf("an error of %d bytes", len(err.Error()))
			}
			return
		}
		text := vn.FormatTime(got)
		if _, offset := got.Zone(); offset == 7*60*60 && got.Year() > 0 {
			back, err := vn.ParseTime(text)
			if err != nil || !back.Equal(got.Add(-got.Sub(got.Truncate(60e9)))) {
				t.Errorf("ParseTime(%q) = %v, then %q: %v, %v", s, got, text, back, err)
			}
		}
	})
}

var foldAssigned = []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf}

// Every rune by itself, between letters and behind a look-alike obeys the laws.
func TestFoldEveryRune(t *testing.T) {
	for r := rune(0); r <= 0x1FFFF; r++ {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Co) || !unicode.IsOneOf(foldAssigned, r) {
			continue
		}
		for _, frame := range []string{"", "tо"} {
			s := frame + string(r) + frame
			got := vn.Fold(s)
			if again := vn.Fold(got); again != got {
				t.Errorf("Fold(%+q) = %+q, folded again %+q", s, got, again)
			}
			if n := vn.Fold(vn.Normalize(s)); n != got {
				t.Errorf("Fold(%+q) = %+q, of its normal form %+q", s, got, n)
			}
			slug := vn.Slug(s)
			if n := vn.Slug(vn.Normalize(s)); n != slug || slug != "" && !vn.IsSlug(slug) {
				t.Errorf("Slug(%+q) = %q, of its normal form %q", s, slug, n)
			}
			if n := vn.Slug(norm.NFD.String(s)); n != slug {
				t.Errorf("Slug(%+q) = %q, of its NFD %q", s, slug, n)
			}
		}
	}
}

func FuzzOrder(f *testing.F) {
	for i, s := range foldSeeds {
		f.Add(s, foldSeeds[(i+1)%len(foldSeeds)], "hòa - Hoà")
	}
	f.Add("hòa bình", "hoà Bình", "hòa  bình")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		old := vn.Form{Tone: vn.OldStyle}
		for _, o := range []vn.Order{vn.OrderDictionary, vn.OrderName} {
			ab, bc, ac := o.Compare(a, b), o.Compare(b, c), o.Compare(a, c)
			if ab != -o.Compare(b, a) {
				t.Errorf("Compare(%+q, %+q) = %d, reversed %d", a, b, ab, o.Compare(b, a))
			}
			if ab <= 0 && bc <= 0 && (ac > 0 || ac == 0 && ab+bc != 0) {
				t.Errorf("%+q, %+q, %+q: %d, %d, %d", a, b, c, ab, bc, ac)
			}
			if key := bytes.Compare(o.AppendKey(nil, a), o.AppendKey(nil, b)); key != ab {
				t.Errorf("Compare(%+q, %+q) = %d, keys %d", a, b, ab, key)
			}
			if same := old.String(a) == old.String(b); same != (ab == 0) {
				t.Errorf("Compare(%+q, %+q) = %d, same %v", a, b, ab, same)
			}
			if n := o.Compare(a, vn.Normalize(a)); n != 0 {
				t.Errorf("Compare(%+q, its normal form) = %d", a, n)
			}
		}
	})
}
