package vn_test

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/vn"
)

func ExampleFinder_All() {
	text := "Chợ nổi Cái Răng: chó mèo, cho thuê ghe, chở khách"
	for m := range (vn.Finder{Words: true}).All(text, "chó") {
		fmt.Println(text[m.Start:m.End], m.Grade)
	}
	// Output:
	// Chợ folded
	// chó exact
	// cho folded
	// chở folded
}

// Every match is marked, and the text around it escaped.
func ExampleFinder_All_highlight() {
	text := "Thuỷ điện Hoà Bình < Thủy điện Sơn La; HÒA BÌNH xả lũ"
	var b strings.Builder
	last := 0
	for m := range (vn.Finder{Words: true}).All(text, "hòa bình", "thủy điện") {
		b.WriteString(html.EscapeString(text[last:m.Start]))
		b.WriteString("<mark>" + html.EscapeString(text[m.Start:m.End]) + "</mark>")
		last = m.End
	}
	b.WriteString(html.EscapeString(text[last:]))
	fmt.Println(b.String())
	// Output:
	// <mark>Thuỷ điện</mark> <mark>Hoà Bình</mark> &lt; <mark>Thủy điện</mark> Sơn La; <mark>HÒA BÌNH</mark> xả lũ
}

// What was found by its folded text is ranked: exact before typed before folded.
func ExampleFinder_All_rank() {
	titles := []string{"Chò chỉ nghìn tuổi", "CHÓ nghiệp vụ lập công", "Cho vay mua nhà", "Nuôi chó, mèo ở chung cư"}
	grades := map[string]vn.Grade{}
	for _, title := range titles {
		for m := range (vn.Finder{Words: true}).All(title, "chó") {
			grades[title] = max(grades[title], m.Grade)
		}
	}
	slices.SortStableFunc(titles, func(a, b string) int { return cmp.Compare(grades[b], grades[a]) })
	for _, title := range titles {
		fmt.Println(grades[title], title)
	}
	// Output:
	// exact CHÓ nghiệp vụ lập công
	// exact Nuôi chó, mèo ở chung cư
	// folded Chò chỉ nghìn tuổi
	// folded Cho vay mua nhà
}

// A snippet shows the words around the first matches.
func ExampleFinder_All_snippet() {
	text := "Sáng nay, mực nước sông Hậu tại Cần Thơ vượt báo động ba. " +
		"Nhiều tuyến đường ở quận Ninh Kiều ngập sâu, học sinh được nghỉ."
	const around = 20 // bytes, and up to the end of a word
	start, end := -1, 0
	for m := range (vn.Finder{}).All(text, "can tho", "bao dong") {
		if start < 0 {
			start = strings.LastIndexByte(text[:max(m.Start-around, 0)], ' ') + 1
		}
		if m.End-start > 120 {
			break
		}
		end = m.End
	}
	if n := min(end+around, len(text)); n < len(text) {
		end = n + strings.IndexByte(text[n:]+" ", ' ')
	}
	fmt.Println("…" + text[start:end] + "…")
	// Output:
	// …nước sông Hậu tại Cần Thơ vượt báo động ba. Nhiều tuyến…
}
