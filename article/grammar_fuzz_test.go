package article_test

import "testing"

// FuzzGrammar lets the fuzzer steer the grammar: the bytes choose what stands
// on the page. Every law holds; what a line must become is TestGrammar's.
func FuzzGrammar(f *testing.F) {
	for _, s := range []string{"", "\x00\x01\x02\x03\x04\x05\x06\x07", "tin nhanh trong ngày, tin nóng, tin hay, tin khác, tin liên quan, tin mới nhất", "\xff\xfe\xfd\xfc\xfb\xfa"} {
		f.Add([]byte(s), uint8(len(s)))
	}
	f.Fuzz(func(t *testing.T, data []byte, options uint8) {
		page := newPage(&bytesChooser{data})
		for _, v := range page.checkLaws(grammarParser(int(options))) {
			t.Errorf("%s: %s\n%s", v.law, v.text, quoteLines(page))
		}
	})
}
