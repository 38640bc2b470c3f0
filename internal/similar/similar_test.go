package similar_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/internal/racetest"
	"github.com/toasoan/toasoan/internal/similar"
	"github.com/toasoan/toasoan/vn"
)

var tests = []struct {
	a, b       string
	same, near bool
}{
	{"", "", true, false},
	{"", " ", true, false},
	{"Quang cảnh buổi làm việc.", "Quang cảnh buổi làm việc.", true, true},
	{"Quang  cảnh\u00a0buổi làm việc.", "QUANG CẢNH BUỔI LÀM VIỆC.", true, true},
	{"Quang cảnh buổi làm việc", "Quang cảnh buổi làm việc ở Cần Thơ", false, false},
	{"đại biểu phát biểu kết luận và chỉ đạo tại buổi làm việc.",
		"đại biểu phát biểu ý kiến kết luận và chỉ đạo tại buổi làm việc.", false, true},
	{"một hai ba bốn", "một hai ba bốn", true, false},
	{"một hai ba bốn năm", "năm bốn ba hai một", false, false},
	{strings.Repeat("a ", 101), strings.Repeat("a ", 100), false, false},
	{strings.Repeat("a ", 99), strings.Repeat("a ", 100), false, true},
	{strings.Repeat("a ", 101), strings.Repeat("A  ", 101), true, false},
	{strings.Repeat("a ", 101), strings.Repeat("a ", 101) + "b", false, false},
	{"\xe1\xba một \xff", "\xe1\xba  một \xff", true, false},
}

func TestSameNear(t *testing.T) {
	for _, tt := range tests {
		if got := similar.Same(tt.a, tt.b); got != tt.same {
			t.Errorf("Same(%q, %q) = %v", tt.a, tt.b, got)
		}
		if got := similar.Near(tt.a, tt.b); got != tt.near {
			t.Errorf("Near(%q, %q) = %v", tt.a, tt.b, got)
		}
		var x, y similar.Line
		x.Read("another line that was read before this one")
		x.Read(tt.a)
		y.Read(tt.b)
		if x.Same(&y) != tt.same || x.Near(&y) != tt.near {
			t.Errorf("lines %q, %q: %v, %v", tt.a, tt.b, x.Same(&y), x.Near(&y))
		}
		if similar.Same(tt.b, tt.a) != tt.same || similar.Near(tt.b, tt.a) != tt.near {
			t.Errorf("%q and %q depend on their order", tt.a, tt.b)
		}
	}
}

// near is Near by the table of the textbook.
func TestContinues(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Khánh thành cầu Cần Thơ 2 sáng nay", "KHÁNH THÀNH cầu Can Tho 2", true},
		{"Khánh thành cầu Cần Thơ 2", "Khánh thành cầu Cần Thơ 2", false},
		{"Khánh thành cầu", "Khánh thành cầu Cần Thơ 2", false},
		{"Lễ khánh thành cầu", "khánh thành", false},
		{"a b", "", false},
		{strings.Repeat("a ", 100), strings.Repeat("a ", 99), true},
		{strings.Repeat("a ", 101), "a", false},
	} {
		var a, b similar.Line
		a.Read(tt.a)
		b.Read(tt.b)
		if got := a.Continues(&b); got != tt.want {
			t.Errorf("%.40q continues %.40q: %v", tt.a, tt.b, got)
		}
	}
}

func near(a, b string) bool {
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	x, y := strings.Fields(vn.Fold(a)), strings.Fields(vn.Fold(b))
	if 10*min(la, lb) < 6*max(la, lb) || min(len(x), len(y)) < 5 || max(len(x), len(y)) > 100 {
		return false
	}
	table := make([][]int, len(x)+1)
	table[0] = make([]int, len(y)+1)
	for i, s := range x {
		table[i+1] = make([]int, len(y)+1)
		for j, t := range y {
			table[i+1][j+1] = max(table[i][j+1], table[i+1][j])
			if s == t {
				table[i+1][j+1] = table[i][j] + 1
			}
		}
	}
	return 200*table[len(x)][len(y)] >= 85*(len(x)+len(y))
}

func TestNearAgainstTable(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("một hai ba bốn năm sáu bảy tám chín mười")
	line := func() []string {
		s := make([]string, r.IntN(110))
		for i := range s {
			s[i] = words[r.IntN(len(words))]
		}
		return s
	}
	yes := 0
	pairs := racetest.Cases(20_000)
	for range pairs {
		x := line()
		y := append([]string(nil), x...)
		for range r.IntN(1 + len(x)/3) {
			i := r.IntN(len(y))
			switch r.IntN(3) {
			case 0:
				y = append(y[:i], y[i+1:]...)
			case 1:
				y[i] = words[r.IntN(len(words))]
			default:
				y = append(y, words[i%len(words)])
			}
			if len(y) == 0 {
				break
			}
		}
		a, b := strings.Join(x, " "), strings.Join(y, " ")
		want := near(a, b)
		if want {
			yes++
		}
		if got := similar.Near(a, b); got != want {
			t.Fatalf("Near(%q, %q) = %v, want %v", a, b, got, want)
		}
	}
	if yes < pairs/20 || yes > pairs-pairs/20 {
		t.Errorf("%d of %d pairs are near: the test does not test", yes, pairs)
	}
}
