package webpage_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/toasoan/toasoan/article/webpage"
	"github.com/toasoan/toasoan/vn/charset"
)

// TestEncodings reads one page in the encodings of Vietnamese pages, declared
// well, wrongly and not at all.
func TestEncodings(t *testing.T) {
	const (
		meta = `<meta http-equiv="Content-Type" content="text/html; charset=`
		want = "Bà Lê Thị Sáu, sáu mươi tuổi, nói từ ngày bến đóng cửa"
	)
	encode := func(name, page string) string {
		e, _ := charset.Lookup(name)
		b, err := e.NewEncoder().Bytes([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	wide := func(page string, order func(u uint16) []byte) string {
		var b []byte
		for _, u := range utf16.Encode([]rune(page)) {
			b = append(b, order(u)...)
		}
		return string(b)
	}
	little := func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }
	big := func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }
	page := "<html><body>" + story
	tests := []struct{ name, page string }{
		{"UTF-8", page},
		{"UTF-8 with a mark", "\uFEFF" + page},
		{"UTF-8 that says Latin-1", meta + `iso-8859-1">` + page},
		{"UTF-8 that says Windows-1258", meta + `windows-1258">` + page},
		{"UTF-8 with a letter cut in two", strings.ReplaceAll(page, "chợ", "ch\xe1\xbb")},
		{"UTF-16LE with a mark", "\xff\xfe" + wide(page, little)},
		{"UTF-16BE with a mark", "\xfe\xff" + wide(page, big)},
		{"UTF-16LE", wide(page, little)},
		{"UTF-16BE", wide(page, big)},
		{"VIQR", meta + `viqr">` + encode("viqr", strings.NewReplacer("<h1>", "", "</h1>", "", "<p>", "", "</p>", "").Replace(story))},
	}
	for _, name := range []string{"windows-1258", "tcvn3", "viscii", "vni", "vps"} {
		legacy := encode(name, page)
		tests = append(tests,
			struct{ name, page string }{name, meta + name + `">` + legacy},
			struct{ name, page string }{name + " that says UTF-8", meta + `utf-8">` + legacy},
			struct{ name, page string }{name + " that says Latin-1", meta + `iso-8859-1">` + legacy},
			struct{ name, page string }{name + " that says nothing", legacy},
		)
	}
	for _, tt := range tests {
		if got := webpage.Decode([]byte(tt.page)); !strings.Contains(got, want) {
			t.Errorf("%s: Decode = %.300q, want %q in it", tt.name, got, want)
		}
	}
	// Others of the web are read as declared.
	if got := webpage.Decode([]byte(meta + "shift_jis\">\x93\xfa\x96\x7b")); !strings.Contains(got, "日本") {
		t.Errorf("Shift JIS: Decode = %q", got)
	}
}
