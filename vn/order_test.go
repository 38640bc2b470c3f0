package vn_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

func TestOrderVectors(t *testing.T) {
	for _, row := range foldVectors(t, "fold.tsv", 3, 4) {
		if kind, a, b := row[0], row[1], row[2]; kind == "collate-lt" && !strings.Contains(a+b, " ") || kind == "dict-lt" {
			if vn.Compare(a, b) != -1 || vn.Compare(b, a) != 1 {
				t.Errorf("%s: Compare(%q, %q) = %d, %d", kind, a, b, vn.Compare(a, b), vn.Compare(b, a))
			}
		}
	}
}

// Every list is in order, each text before the next.
func TestOrderLists(t *testing.T) {
	for _, test := range []struct {
		order vn.Order
		list  string
	}{
		{vn.OrderDictionary, "ba|ba ba|ba cà|ba cá|ba hoa|bà ba|bà cả|bà con|bả lả|bá"},
		{vn.OrderDictionary, "|!|,|1|10|2|9|a|A|à|À|ả|ã|á|ạ|ă|â|b|c|d|đ|e|ê|f|g|h|i|j|k|l|m|n|o|ô|ơ|p|q|r|s|t|u|ư|v|w|x|y|z|я|日"},
		{vn.OrderDictionary, "hoa|Hoa|HOa|hòa|hoà"}, // the last pair ties
		{vn.OrderDictionary, "an toàn|AN TOÀN|ăn|ân"},
		{vn.OrderDictionary, "an-pha|an pha|An-pha|An pha|an-phá|ba-zan|ba zan"},
		{vn.OrderName, "Hồ-Thị Ba|Hồ Thị-Ba|Hồ Thị Ba|Lê Ba"},
		{vn.OrderDictionary, "n|N|ñ|Ñ|nă|o|ø|oe|œ|s|ß|t"},
		{vn.OrderDictionary, "nam|nam 1|nam 10|nam 2|nam a|nam я|nam \xff"},
		{vn.OrderDictionary, "cầu “Sập”|cầu 12|cầu 12,5|cầu 13|cầu cống|cầu-đường|cầu, cống"},
		{vn.OrderName, "Nguyễn Văn An|Trần An|Lê Bình|Lê Thị Bình|Lê Văn Bình|Nguyễn Bình|Trần Thị Ánh Châu|Đỗ Đức|Yên"},
	} {
		list := strings.Split(test.list, "|")
		for i, a := range list {
			for j, b := range list[i:] {
				want := -1
				if j == 0 || vn.Normalize(a) != a || (vn.Form{Tone: vn.OldStyle}).String(a) == (vn.Form{Tone: vn.OldStyle}).String(b) {
					want = 0
				}
				orderCheck(t, test.order, a, b, want)
			}
		}
	}
}

// orderCheck checks the order of two texts, of their decomposed forms, of their
// keys, and the reverse.
func orderCheck(t *testing.T, o vn.Order, a, b string, want int) {
	t.Helper()
	if got := o.Compare(a, b); got != want {
		t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
	}
	if got := o.Compare(b, norm.NFD.String(a)); got != -want {
		t.Errorf("Compare(%q, NFD(%q)) = %d, want %d", b, a, got, -want)
	}
	if got := bytes.Compare(o.AppendKey(nil, a), o.AppendKey([]byte{}, b)); got != want {
		t.Errorf("keys of %q and %q: %d, want %d", a, b, got, want)
	}
}

func TestOrderStyles(t *testing.T) {
	for _, pair := range [][2]string{{"hòa", "hoà"}, {"tòan", "toàn"}, {"Ðà Nẵng", "Đà Nẵng"}, {"ngƣời", "người"}, {"hòàn tíếng", "hoàn tiếng"}, {"hóá", "hoá"}, {"a\u0301\u0302", "ấ"}} {
		orderCheck(t, vn.OrderDictionary, pair[0], pair[1], 0)
		orderCheck(t, vn.OrderName, pair[0], pair[1], 0)
	}
	orderCheck(t, vn.OrderDictionary, "Noé", "Nóe", -1)
	orderCheck(t, vn.OrderDictionary, "a  b", "a b", -1)
	orderCheck(t, vn.OrderDictionary, "a-b", "a b", -1)
	orderCheck(t, vn.OrderDictionary, "a - b", "a b", -1)
	orderCheck(t, vn.OrderDictionary, "a-b\x1f", "a-b-", 1)
	orderCheck(t, vn.OrderDictionary, "a-a", "a b", -1)
}

// Sorting by Compare and by keys is the same, whatever the order of the input.
func TestOrderSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("an ăn ân An ba bà ba-ba BA hòa hoà hoa hóa đa Đa da 1 12 , ê ế tóan toán quý qúy я й tоán x\u0301 \u200ba")
	var list []string
	for range 500 {
		var text []string
		for range 1 + r.IntN(4) {
			text = append(text, words[r.IntN(len(words))])
		}
		list = append(list, strings.Join(text, " "))
	}
	for _, o := range []vn.Order{vn.OrderDictionary, vn.OrderName} {
		byKey := slices.Clone(list)
		slices.SortStableFunc(list, o.Compare)
		slices.SortStableFunc(byKey, func(a, b string) int {
			return bytes.Compare(o.AppendKey(nil, a), o.AppendKey(nil, b))
		})
		for i := range list {
			if o.Compare(list[i], byKey[i]) != 0 {
				t.Fatalf("%d: %q by Compare, %q by key", i, list[i], byKey[i])
			}
		}
	}
}

func TestOrderAllocs(t *testing.T) {
	long := strings.Repeat("Cộng hòa xã hội chủ nghĩa Việt Nam ", 1000)
	for _, pair := range [][2]string{
		{"Nguyễn Văn An", "Nguyễn Văn Anh"}, {"hòa", "hoà"}, {long, long + "!"}, {long + "hòa", long + "hoà"},
		{norm.NFD.String(long), long}, {"Việt Nam", "việt nam"},
	} {
		for _, o := range []vn.Order{vn.OrderDictionary, vn.OrderName} {
			if n := testing.AllocsPerRun(5, func() { o.Compare(pair[0], pair[1]) }); n != 0 {
				t.Errorf("Compare(%.40q, %.40q): %v allocations", pair[0], pair[1], n)
			}
			buf := make([]byte, 0, 6*len(pair[0])+64)
			if n := testing.AllocsPerRun(5, func() { o.AppendKey(buf, pair[0]) }); n != 0 {
				t.Errorf("AppendKey(%.40q): %v allocations", pair[0], n)
			}
		}
	}
}
