package vn_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/transform"

	"github.com/toasoan/toasoan/vn"
)

func ExampleNormalize() {
	// Decomposed letters, a look-alike, an invisible character, a misplaced mark.
	fmt.Println(vn.Normalize("Tie\u0302\u0301ng Vie\u0323\u0302t"))
	fmt.Println(vn.Normalize("Ðà N\u200Bẵng hòan tòan khỏe, Chloé cũng thế"))
	// Output:
	// Tiếng Việt
	// Đà Nẵng hoàn toàn khỏe, Chloé cũng thế
}

func ExampleForm_String() {
	s := "Hoà Bình: thủy điện và sức khoẻ"
	fmt.Println(vn.Form{Tone: vn.OldStyle}.String(s))
	fmt.Println(vn.Form{Tone: vn.NewStyle}.String(s))
	// Output:
	// Hòa Bình: thủy điện và sức khỏe
	// Hoà Bình: thuỷ điện và sức khoẻ
}

func ExampleForm_Edits() {
	s := "Ðội tuyển tòan thắng"
	for e := range (vn.Form{}).Edits(s) {
		fmt.Printf("%d-%d: %q for %q: %v\n", e.Start, e.End, e.New, s[e.Start:e.End], e.Reason)
	}
	// Output:
	// 0-2: "Đ" for "Ð": look-alike
	// 16-19: "oà" for "òa": misplaced tone
}

func ExampleForm_Append() {
	line := []byte("title: ")
	line = vn.Form{Tone: vn.NewStyle}.Append(line, "Tòa án nhân dân tỉnh Hòa Bình")
	fmt.Println(string(line))
	// Output: title: Toà án nhân dân tỉnh Hoà Bình
}

// A form refuses text that was not normalized before it is stored.
func ExampleForm_IsNormal() {
	form := vn.Form{Tone: vn.OldStyle}
	for _, s := range []string{"Ủy ban nhân dân", "Uỷ ban nhân dân", "U\u0309y ban nhân dân"} {
		fmt.Printf("%+q %t\n", s[:4], form.IsNormal(s))
	}
	// Output:
	// "\u1ee6y" true
	// "U\u1ef7" false
	// "U\u0309y" false
}

func ExampleForm_NewTransformer() {
	r := strings.NewReader("Ca\u0302\u0300n Thơ")
	io.Copy(os.Stdout, transform.NewReader(r, vn.Form{}.NewTransformer()))
	// Output: Cần Thơ
}

func ExampleParseSyllable() {
	for _, s := range []string{"nghiêng", "Quốc", "gì", "Boston"} {
		y, ok := vn.ParseSyllable(s)
		fmt.Printf("%s: %q %q %v %t\n", s, y.Onset, y.Rime, y.Tone, ok)
	}
	// Output:
	// nghiêng: "ngh" "iêng" ngang true
	// Quốc: "qu" "ôc" sắc true
	// gì: "gi" "i" huyền true
	// Boston: "" "" ngang false
}

func ExampleSyllable_Append() {
	y := vn.Syllable{Onset: "th", Rime: "uy", Tone: vn.ToneHoi}
	fmt.Println(y, string(y.Append(nil, vn.NewStyle)))
	// Output: thủy thuỷ
}
