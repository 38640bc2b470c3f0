package vn

// FoldIndex returns where the first match of substr in s begins and ends, as byte
// offsets in s: s[start:end] folds to Fold(substr). It returns -1, -1 if there is no
// match. [Finder] finds all of them.
//
// A match begins and ends between letters, with all marks of the last letter; it may
// begin or end inside of a word. An empty substr matches at 0, 0. The time is linear
// in the length of s and of substr.
func FoldIndex(s, substr string) (start, end int) {
	var needles findNeedles
	if needles.add(substr, false); needles.most == 0 {
		return 0, 0
	}
	needles.link()
	start, end = -1, -1
	needles.scan(Finder{}, s, func(m Match) bool {
		start, end = m.Start, m.End
		return false
	})
	return start, end
}
