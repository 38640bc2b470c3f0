package vn_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// foldVectors returns the fields of the lines of a file of testdata, its first
// columns unquoted.
func foldVectors(t testing.TB, name string, quoted, columns int) (rows [][]string) {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if line := lines.Text(); line != "" && line[0] != '#' {
			row := strings.Split(line, "\t")
			if len(row) < columns {
				t.Fatalf("%s: %q", name, line)
			}
			for i := range quoted {
				if row[i], err = strconv.Unquote(`"` + row[i] + `"`); err != nil {
					t.Fatalf("%s: %q: %v", name, line, err)
				}
			}
			rows = append(rows, row)
		}
	}
	if err := lines.Err(); err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows
}

func TestFold(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"Hòa Bình", "hoa binh"},
		{"HÒA BÌNH, Hoà Bình", "hoa binh, hoa binh"},
		{"Đặng Thùy Trâm – 70%", "dang thuy tram – 70%"},
		{"Ð Ɖ đ ð ɖ", "d d d d d"},
		{"ngƣời TRƢỜNG qazaƣ", "nguoi truong qazau"},
		{"Müller, Gödel, Łódź, Straße, Æsir, œuvre, Þór, ñ ø", "muller, godel, lodz, strasse, aesir, oeuvre, thor, n o"},
		{"ı İ ſ K Å", "i i s k a"},
		{"ＶＩỆＴ Ｎａｍ", "viet nam"},
		{"ﬁn ŉ ǆ ĳ", "fin n dz ij"},
		{"Tie\u0302\u0301ng Vi\u00ea\u0323t", "tieng viet"},
		{"tie\u0301\u0302ng", "tieng"},
		{"d\u0336a\u0300", "da"},
		{"g\u0303 x\u0308\u0301", "g x"},
		{"Й и\u0306 Ёлка", "й й ёлка"},
		{"ที่ हिन्दी 日本語", "ที่ हिन्दी 日本語"},
		{"ΈΛΛΗΝ Ϊ\u0301", "έλλην ΐ"},
		{"Vi\u00adệt N\u200bam\u200e", "viet nam"},
		{"👨\u200d👩 \u200b", "👨\u200d👩 \u200b"},
		{"tоán Tоán T\u041eÁN", "toan toan toan"},
		{"оx оо", "оx оо"},
		{"TP.HСМ, BСHTƯ, СССР, HСМ\u0301", "tp.hcm, bchtu, ссср, hсм\u0301"},
		{"C\xffần\xe1\xba", "c\xffan\xe1\xba"},
		{"a\u0301\u0300\u200bо", "ao"},
		{"tó\u0300\u041dn", "toнn"},
		{"¹ Ⅷ ① 𝐂", "¹ ⅷ ① 𝐂"},
		{"50.000₫ 4×100", "50.000₫ 4×100"},
	} {
		got := vn.Fold(test.in)
		if got != test.want {
			t.Errorf("Fold(%+q) = %+q, want %+q", test.in, got, test.want)
		}
		if again := vn.Fold(got); again != got {
			t.Errorf("Fold(Fold(%+q)) = %+q, want %+q", test.in, again, got)
		}
		if app := vn.AppendFold([]byte("x"), test.in); string(app) != "x"+got {
			t.Errorf("AppendFold(%+q) = %+q", test.in, app)
		}
	}
}

// Every letter folds alike in every case and normal form.
func TestFoldVectors(t *testing.T) {
	for _, row := range foldVectors(t, "fold.tsv", 3, 4) {
		in, want := row[1], row[2]
		switch kind := row[0]; kind {
		case "lower", "upper":
			if got, want := vn.Fold(in), vn.Fold(want); got != want {
				t.Errorf("%s: Fold(%q) = %q, want %q", kind, in, got, want)
			}
		case "strip":
			if got := vn.StripMarks(in); got != want {
				t.Errorf("StripMarks(%q) = %q, want %q", in, got, want)
			}
			if got := vn.StripMarks(norm.NFD.String(in)); got != want {
				t.Errorf("StripMarks(NFD(%q)) = %q, want %q", in, got, want)
			}
		case "strip-tone":
			if got := vn.StripTones(in); got != want {
				t.Errorf("StripTones(%q) = %q, want %q", in, got, want)
			}
			if got := vn.StripTones(norm.NFD.String(in)); got != want {
				t.Errorf("StripTones(NFD(%q)) = %q, want %q", in, got, want)
			}
		}
	}
}

func TestStrip(t *testing.T) {
	for _, test := range []struct{ in, marks, tones string }{
		{"", "", ""},
		{"tiếng Việt", "tieng Viet", "tiêng Viêt"},
		{"Ðặng Đ", "Dang D", "Đăng Đ"},
		{"ngƣời THƢ\u0301", "nguoi THU", "ngươi THƯ"},
		{"ñ ö ç Çelik", "ñ ö ç Çelik", "ñ ö ç Çelik"},
		{"ạ\u0308 ế", "ạ\u0308 e", "ạ\u0308 ê"},
		{"й ที่ 日", "й ที่ 日", "й ที่ 日"},
		{"\xffà\xe1", "\xffa\xe1", "\xffa\xe1"},
	} {
		if got := vn.StripMarks(test.in); got != test.marks {
			t.Errorf("StripMarks(%+q) = %+q, want %+q", test.in, got, test.marks)
		}
		if got := vn.StripTones(test.in); got != test.tones {
			t.Errorf("StripTones(%+q) = %+q, want %+q", test.in, got, test.tones)
		}
	}
}

func TestFoldAllocs(t *testing.T) {
	long := strings.Repeat("Cộng hòa xã hội – chủ nghĩa “Việt Nam”, 1975; ", 500)
	japanese := strings.Repeat("日本語 ", 1000)
	buf := make([]byte, 0, 2*len(long))
	for _, test := range []struct {
		name string
		want float64
		f    func()
	}{
		{"Fold of folded text", 0, func() { vn.Fold("cong hoa – xa hoi") }},
		{"Fold of long folded text", 0, func() { vn.Fold(japanese) }},
		{"Fold", 1, func() { vn.Fold("Cộng hòa") }},
		{"Fold of a long text", 1, func() { vn.Fold(long) }},
		{"AppendFold", 0, func() { vn.AppendFold(buf, long) }},
		{"AppendFold of NFD", 0, func() { vn.AppendFold(buf, "Vie\u0323\u0302t Nam") }},
		{"StripMarks of ASCII", 0, func() { vn.StripMarks("Viet Nam") }},
		{"Slug", 1, func() { vn.Slug("Cộng hòa xã hội") }},
		{"Slug with signs", 1, func() { vn.Slug("Cư M’gar & 80m² – 50.000₫") }},
		{"Slug of a long text", 1, func() { vn.Slug(long) }},
		{"Append", 0, func() { vn.Slugger{}.Append(buf, long) }},
		{"Append with signs", 0, func() { vn.Slugger{MaxLen: 90}.Append(buf, "Cư M’gar & 80m² – 50.000₫ tоán") }},
		{"IsSlug", 0, func() { foldBenchSink += len(strconv.FormatBool(vn.IsSlug("cong-hoa"))) }},
	} {
		if got := testing.AllocsPerRun(10, test.f); got != test.want {
			t.Errorf("%s: %v allocations, want %v", test.name, got, test.want)
		}
	}
}

// Text without an end of words, or that the fast paths leave at each character,
// takes no more than linear time.
func TestFoldLinear(t *testing.T) {
	for _, unit := range []string{"ế", "a\u0301", "a\u200b", "aо", "a²", "日", "’a", "&", "\xe1", "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u200b", "'\u200b"} {
		checkLinear(t, unit, func(s string) {
			vn.Fold(s)
			vn.Slug(s)
			vn.StripMarks(s)
			vn.ParseTime(s)
			vn.Compare(s, s+"a")
		})
	}
}
