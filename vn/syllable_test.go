package vn_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/vn"
)

// formVectors returns the vectors of testdata/form.tsv of one kind.
func formVectors(t testing.TB, kind string) (vectors []formVector) {
	t.Helper()
	data, err := os.ReadFile("testdata/form.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if f[0] != kind {
			continue
		}
		in, err := strconv.Unquote(`"` + f[1] + `"`)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		vectors = append(vectors, formVector{in, f[2], f[3]})
	}
	if len(vectors) == 0 {
		t.Fatalf("testdata/form.tsv has no %s", kind)
	}
	return vectors
}

type formVector struct{ in, want, rule string }

func TestParseSyllableVectors(t *testing.T) {
	for _, v := range formVectors(t, "syllable") {
		if _, ok := vn.ParseSyllable(v.in); ok != (v.want == "legal") {
			t.Errorf("ParseSyllable(%q) = %t, want %s", v.in, ok, v.want)
		}
	}
}

func TestParseSyllable(t *testing.T) {
	tests := []struct {
		in   string
		want vn.Syllable
		ok   bool
	}{
		{"việt", vn.Syllable{"v", "iêt", vn.ToneNang}, true},
		{"NGHIÊNG", vn.Syllable{"ngh", "iêng", vn.ToneNgang}, true},
		{"quốc", vn.Syllable{"qu", "ôc", vn.ToneSac}, true},
		{"quý", vn.Syllable{"qu", "y", vn.ToneSac}, true},
		{"quyền", vn.Syllable{"qu", "yên", vn.ToneHuyen}, true},
		{"khuyên", vn.Syllable{"kh", "uyên", vn.ToneNgang}, true},
		{"gì", vn.Syllable{"gi", "i", vn.ToneHuyen}, true},
		{"gìn", vn.Syllable{"gi", "in", vn.ToneHuyen}, true},
		{"giếng", vn.Syllable{"gi", "iêng", vn.ToneSac}, true},
		{"NGƢỜI", vn.Syllable{"ng", "ươi", vn.ToneHuyen}, true},
		{"giá", vn.Syllable{"gi", "a", vn.ToneSac}, true},
		{"gía", vn.Syllable{"gi", "a", vn.ToneSac}, true},
		{"giữ", vn.Syllable{"gi", "ư", vn.ToneNga}, true},
		{"giũ", vn.Syllable{"gi", "u", vn.ToneNga}, true},
		{"gịa", vn.Syllable{"gi", "ia", vn.ToneNang}, true},
		{"giạ", vn.Syllable{"gi", "a", vn.ToneNang}, true},
		{"Noé", vn.Syllable{"n", "oe", vn.ToneSac}, true},
		{"hòàn", vn.Syllable{"h", "oan", vn.ToneHuyen}, true},
		{"hòán", vn.Syllable{}, false},
		{"đ", vn.Syllable{}, false},
		{"", vn.Syllable{}, false},
		{"gii", vn.Syllable{}, false},
		{"quọ", vn.Syllable{"qu", "o", vn.ToneNang}, true},
		{"qụo", vn.Syllable{"qu", "o", vn.ToneNang}, true},
		{"Quýu", vn.Syllable{"qu", "yu", vn.ToneSac}, true},
		{"quoàng", vn.Syllable{"qu", "oang", vn.ToneHuyen}, true},
		{"quoắt", vn.Syllable{"qu", "oăt", vn.ToneSac}, true},
		{"giê", vn.Syllable{"gi", "ê", vn.ToneNgang}, true},
		{"gìê", vn.Syllable{"gi", "ê", vn.ToneHuyen}, true},
		{"giễu", vn.Syllable{"gi", "iêu", vn.ToneNga}, true},
		{"gỵa", vn.Syllable{"g", "ya", vn.ToneNang}, true},
		{"quon", vn.Syllable{}, false},
		{"quoàn", vn.Syllable{}, false},
		{"quoăng", vn.Syllable{}, false},
		{"giêm", vn.Syllable{"gi", "iêm", vn.ToneNgang}, true},
		{"giênh", vn.Syllable{}, false},
		{"gyan", vn.Syllable{}, false},
		{"kyu", vn.Syllable{}, false},
		{"nya", vn.Syllable{}, false},
		{"gê", vn.Syllable{}, false},
		{"quoc", vn.Syllable{}, false},
		{"quoa", vn.Syllable{}, false},
		{"đắk", vn.Syllable{}, false},
		{"mac", vn.Syllable{}, false},
		{"hai ba", vn.Syllable{}, false},
		{"nghiêngg", vn.Syllable{}, false},
		{"ng", vn.Syllable{}, false},
		{"q", vn.Syllable{}, false},
		{"g", vn.Syllable{}, false},
		{"tọá", vn.Syllable{}, false},
	}
	for _, tt := range tests {
		got, ok := vn.ParseSyllable(tt.in)
		if got != tt.want || ok != tt.ok {
			t.Errorf("ParseSyllable(%q) = %q, %t, want %q, %t", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}
