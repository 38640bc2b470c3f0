package vn_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/internal/lineartest"
	"github.com/toasoan/toasoan/vn"
)

// TestFinderQueries are queries that people type, and the grade of what they find; ""
// finds nothing.
func TestFinderQueries(t *testing.T) {
	tests := []struct{ text, query, found, grade string }{
		// Places.
		{"Tỉnh Hoà Bình", "hoa binh", "Hoà Bình", "typed"},
		{"Tỉnh Hoà Bình", "Hòa Bình", "Hoà Bình", "exact"},
		{"UBND TỈNH HÒA BÌNH", "hoà bình", "HÒA BÌNH", "exact"},
		{"Tỉnh hoa binh", "Hòa Bình", "hoa binh", "folded"},
		{"TP Đà Nẵng", "da nang", "Đà Nẵng", "typed"},
		{"TP Đà Nẵng", "đà nẵng", "Đà Nẵng", "exact"},
		{"TP Ðà Nẵng", "đà nẵng", "Ðà Nẵng", "exact"},
		{"TP Đà Nẵng", "đa năng", "Đà Nẵng", "typed"},
		{"TP Đà Nẵng", "dà nẳng", "Đà Nẵng", "folded"},
		{"máy đa năng", "Đà Nẵng", "đa năng", "folded"},
		{"tỉnh Đắk Lắk", "đak lak", "Đắk Lắk", "typed"},
		{"tỉnh Đắk Lắk", "Đăk Lăk", "Đắk Lắk", "typed"},
		{"tỉnh Đăk Lăk", "Đắk Lắk", "Đăk Lăk", "folded"},
		{"tỉnh Đắk Lắk", "dac lac", "", ""},
		{"Cần Thơ", "can tho", "Cần Thơ", "typed"},
		{"CẦN THƠ", "cần thơ", "CẦN THƠ", "exact"},
		{"Cần Thơ", "càn thơ", "Cần Thơ", "typed"},
		{"Cần Thơ", "căn thơ", "Cần Thơ", "folded"},
		{norm.NFD.String("Thừa Thiên Huế"), "thừa thiên huế", norm.NFD.String("Thừa Thiên Huế"), "exact"},
		{"Thừa Thiên Huế", norm.NFD.String("huế"), "Huế", "exact"},
		{"Thừa Thiên Huế", "hue", "Huế", "typed"},
		{"Thừa Thiên Huế", "huê", "Huế", "typed"},
		{"hoa huệ", "Huế", "huệ", "folded"},
		{"Quảng Ngãi", "quang ngai", "Quảng Ngãi", "typed"},
		{"Cư M’gar", "cư m’gar", "Cư M’gar", "exact"},
		{"Cư M’gar", "cu m'gar", "", ""},
		{"Bà Rịa – Vũng Tàu", "vung tau", "Vũng Tàu", "typed"},
		{"Krông Nô", "krong no", "Krông Nô", "typed"},
		{"Phan Rang-Tháp Chàm", "thap cham", "Tháp Chàm", "typed"},
		{"quận Thủ Đức", "thủ đức", "Thủ Đức", "exact"},
		{"TP.HСМ", "tp.hcm", "TP.HСМ", "exact"},
		// People.
		{"nghệ sĩ Kính Phiên", "kinh phien", "Kính Phiên", "typed"},
		{"Nguyễn Thị Ánh Viên", "ánh viên", "Ánh Viên", "exact"},
		{"Nguyễn Thị Ánh Viên", "anh vien", "Ánh Viên", "typed"},
		{"Nguyễn Thị Ánh Viên", "ảnh viên", "Ánh Viên", "folded"},
		{"Đặng Thùy Trâm", "đặng thuỳ trâm", "Đặng Thùy Trâm", "exact"},
		{"Đặng Thùy Trâm", "dang thuy tram", "Đặng Thùy Trâm", "typed"},
		{"Đặng Thùy Trâm", "đang thuy trâm", "Đặng Thùy Trâm", "typed"},
		{"ĐẶNG THUỲ TRÂM", "Đặng Thùy Trâm", "ĐẶNG THUỲ TRÂM", "exact"},
		{"Nguyễn Vỹ", "nguyễn vĩ", "", ""},
		{"Hồ Chí Minh", "ho chi minh", "Hồ Chí Minh", "typed"},
		{"Võ Văn Thưởng", "thường", "Thưởng", "folded"},
		{"Lê Quý Đôn", "lê qúy đôn", "Lê Quý Đôn", "exact"},
		{"Lê Qúy Đôn", "lê quý đôn", "Lê Qúy Đôn", "exact"},
		{"Ngƣời Hà Nội", "người hà nội", "Ngƣời Hà Nội", "exact"},
		// Words.
		{"chó", "cho", "chó", "typed"},
		{"chò", "chó", "chò", "folded"},
		{"ấn", "án", "ấn", "typed"},
		{"ấn", "ân", "ấn", "typed"},
		{"an", "án", "an", "folded"},
		{"án", "ân", "án", "folded"},
		{"đường", "duong", "đường", "typed"},
		{"đường", "đương", "đường", "typed"},
		{"dương", "đương", "dương", "folded"},
		{"sức khoẻ", "sức khỏe", "sức khoẻ", "exact"},
		{"Ủy ban, Uỷ ban", "uỷ ban", "Ủy ban", "exact"},
		{"hòan toàn", "hoàn toàn", "hòan toàn", "exact"},
		{"hòàn toàn", "hoàn toàn", "hòàn toàn", "exact"},
		{"COVID‑19", "covid‑19", "COVID‑19", "exact"},
		{"giá 50.000₫/kg", "50.000₫/KG", "50.000₫/kg", "exact"},
		{"GDP tăng 6,93%", "6,93%", "6,93%", "exact"},
		{"Vi\u00adệt N\u200bam", "việt nam", "Vi\u00adệt N\u200bam", "exact"},
		{"tоán lớp 1", "toán", "tоán", "exact"},
		// Names from abroad.
		{"Müller ghi bàn", "muller", "Müller", "typed"},
		{"Müller ghi bàn", "müller", "Müller", "exact"},
		{"Muller ghi bàn", "müller", "Muller", "folded"},
		{"Gyökeres", "gyokeres", "Gyökeres", "typed"},
		{"Łódź", "lodz", "Łódź", "typed"},
		{"Straße", "strasse", "Straße", "folded"},
		{"Straße", "STRASSE", "Straße", "folded"},
		{"Straße", "straße", "Straße", "exact"},
		{"Curaçao", "curacao", "Curaçao", "typed"},
		{"Mbappé", "mbappe", "Mbappé", "typed"},
		{"Путин và Зеленский", "зеленский", "Зеленский", "exact"},
		{"Путин và Зеленский", "зеленскии", "", ""},
		{"thủ đô 東京", "東京", "東京", "exact"},
		{"Chloé Zhao", "chloe", "Chloé", "typed"},
	}
	if len(tests) < 60 {
		t.Errorf("%d rows", len(tests))
	}
	for _, tt := range tests {
		found, grade := "", ""
		for m := range (vn.Finder{Words: true}).All(tt.text, tt.query) {
			found, grade = tt.text[m.Start:m.End], m.Grade.String()
			break
		}
		if found != tt.found || grade != tt.grade {
			t.Errorf("%+q in %+q: %+q, %s, want %+q, %s", tt.query, tt.text, found, grade, tt.found, tt.grade)
		}
		start, end := vn.FoldIndex(tt.text, tt.query)
		if got := start >= 0; got != (tt.found != "") || got && tt.text[start:end] != tt.found {
			t.Errorf("FoldIndex(%+q, %+q) = %d, %d", tt.text, tt.query, start, end)
		}
	}
}

// TestFinder are the rules that choose among matches.
func TestFinder(t *testing.T) {
	tests := []struct {
		f       vn.Finder
		s       string
		queries string // between bars
		want    string // start-end query grade
	}{
		{vn.Finder{}, "chó cho", "chó", "0-4 0 exact, 5-8 0 folded"},
		{vn.Finder{Least: vn.GradeTyped}, "chó cho", "chó", "0-4 0 exact"},
		{vn.Finder{Least: vn.GradeExact}, "chó cho", "cho", "5-8 0 exact"},
		{vn.Finder{}, "chó", "cho|chò|chó|CHÓ", "0-4 2 exact"},
		{vn.Finder{}, "chó", "chò|cho|cho", "0-4 1 typed"},
		{vn.Finder{}, "Hà Nội mới", "nội|hà nội|hà nội mớ|mới", "0-14 2 exact"},
		{vn.Finder{Words: true}, "Hà Nội mới", "nội|hà nội|hà nội mớ|mới", "0-9 1 exact, 10-15 3 exact"},
		{vn.Finder{}, "aaaa", "aa", "0-2 0 exact, 2-4 0 exact"},
		{vn.Finder{}, "abcabd", "abcabe|bca|ab", "0-2 2 exact, 3-5 2 exact"},
		{vn.Finder{}, "xabcabc", "abcabcd|bc|cab", "2-4 1 exact, 5-7 1 exact"},
		{vn.Finder{}, "ßs", "s|ss", "0-2 1 folded, 2-3 0 exact"},
		{vn.Finder{}, "ßs", "sss", "0-3 0 folded"},
		{vn.Finder{}, "hoa", "", ""},
		{vn.Finder{}, "hoa", "|hoa", "0-3 1 exact"},
		{vn.Finder{}, "", "hoa", ""},
		{vn.Finder{Words: true}, "anh, anh’ 5anh anh_ anh\u200bem án\u0323", "anh", "0-3 0 exact, 5-8 0 exact, 17-20 0 exact"},
		{vn.Finder{Words: true}, "M’gar Mʼgar", "gar", "4-7 0 exact, 11-14 0 exact"},
		{vn.Finder{Words: true}, "C++, (a)", "c++|(a", "0-3 0 exact, 5-7 1 exact"},
		{vn.Finder{Words: true}, "2024\u200bHoà 2024\u200b.", "2024", "12-16 0 exact"},
		{vn.Finder{}, "ạ\u0308", "ä|a|ạ", "0-5 0 typed"},
		{vn.Finder{}, "\xffan\xff", "\xffan|an\xff", "0-3 0 exact"},
	}
	for _, tt := range tests {
		var got []string
		for m := range tt.f.All(tt.s, strings.Split(tt.queries, "|")...) {
			got = append(got, strconv.Itoa(m.Start)+"-"+strconv.Itoa(m.End)+" "+strconv.Itoa(m.Query)+" "+m.Grade.String())
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%+v.All(%+q, %q) (-want +got):\n%s", tt.f, tt.s, tt.queries, diff)
		}
	}
	if n := len(slices.Collect(vn.Finder{}.All("hoa"))); n != 0 {
		t.Errorf("without queries: %d matches", n)
	}
	if got := vn.Grade(7).String(); got != "Grade(7)" {
		t.Errorf("Grade(7).String() = %q", got)
	}
	all := vn.Finder{}.All("hoa hoa", "hoa")
	for range 2 { // the sequence may be stopped, and ranged over again
		for m := range all {
			if m.Start != 0 {
				t.Errorf("begins at %d", m.Start)
			}
			break
		}
	}
}

func TestFinderAllocs(t *testing.T) {
	text := formText(1 << 12)
	count := func(s string) float64 {
		return testing.AllocsPerRun(10, func() {
			for range (vn.Finder{Words: true, Least: vn.GradeTyped}).All(s, "cua", "hà nội", "a") {
			}
		})
	}
	if once, many := count(text), count(strings.Repeat(text, 8)); many > once {
		t.Errorf("%v allocations, for eight times the matches %v", once, many)
	}
}

// The time of a search is linear, whatever overlaps and fails.
func TestFinderLinear(t *testing.T) {
	for _, unit := range []string{"a", "ab", "á", "ß", "tо ", "аo", "a\u200b", "日\u200b", "\u200b", "a\u0301\u0323", "\u0301", "ơ"} {
		lineartest.Check(t, strconv.QuoteToASCII(unit), 2000, func(n int) func() {
			s := strings.Repeat(unit, n)
			half := s[:len(unit)*(n/2)]
			f := vn.Finder{Words: true}
			return func() {
				for range f.All(s, half+"!", unit, unit+unit, half) {
				}
				for range (vn.Finder{}).All(s, half+"!", half, unit) {
				}
			}
		})
	}
}

func FuzzFinder(f *testing.F) {
	for i, s := range foldSeeds {
		f.Add(s, foldSeeds[(i+1)%len(foldSeeds)], s, uint8(i))
	}
	f.Add("Tỉnh Hoà Bình", "hoa binh", "tỉnh", uint8(0))
	f.Fuzz(func(t *testing.T, s, q1, q2 string, options uint8) {
		finder := vn.Finder{Words: options&1 != 0, Least: vn.Grade(options >> 1 & 3 % 3)}
		queries := []string{q1, q2}
		got, end := slices.Collect(finder.All(s, queries...)), 0
		for _, m := range got {
			if m.Start < end || m.End <= m.Start || m.End > len(s) || m.Grade < finder.Least ||
				vn.Fold(s[m.Start:m.End]) != vn.Fold(queries[m.Query]) {
				t.Errorf("%+v.All(%+q, %+q): %+v", finder, s, queries, m)
			}
			end = m.End
		}
		start, _ := vn.FoldIndex(s, q1)
		first := -1
		for m := range (vn.Finder{}).All(s, q1) {
			first = m.Start
			break
		}
		if start != first && vn.Fold(q1) != "" {
			t.Errorf("FoldIndex(%+q, %+q) = %d, of all the first is %d", s, q1, start, first)
		}
		if len(s) > 40 || strings.Contains(s+q1+q2, "\uFFFD") || slowLetters(s) == nil {
			return
		}
		for _, r := range s + q1 + q2 { // what the slow one knows
			if !strings.ContainsRune(strings.Join(findAtoms, "")+" \u200b\u00ad\u0301\u0323\u0306", r) {
				return
			}
		}
		if diff := cmp.Diff(slowMatches(finder, s, queries), got); diff != "" {
			t.Errorf("%+v.All(%+q, %+q) (-want +got):\n%s", finder, s, queries, diff)
		}
	})
}
