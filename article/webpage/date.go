package webpage

import (
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/vn"
	"golang.org/x/net/html/atom"
)

// maxTries bounds how many elements are read as a date, or as a byline: a page
// may call all of its elements so.
const maxTries = 200

// dates reads when the article was published, and changed: as printed near the
// title, with a clock if there is one; the metadata confirm it and add the
// seconds, and stand in where nothing is printed.
func (r *reader) dates() {
	from, to := r.around()
	var printed, day, changed time.Time
	tries := 0
	try := func(i, end int32) bool {
		if tries++; tries > maxTries {
			return false
		}
		s := r.textOf(i, end)
		t, ok := r.time(s)
		if !ok {
			return false
		}
		switch {
		case isChange(s):
			if changed.IsZero() {
				changed = t
			}
		case hasClock(s):
			if printed.IsZero() {
				printed = t
			}
		case day.IsZero():
			day = t
		}
		return true
	}
	// By the names of the site, then by what names say, and innermost first: an
	// element may hold the date of a change, too.
	for pass := 0; pass < 4 && printed.IsZero(); pass++ {
		for i := range r.nodes {
			n := &r.nodes[i]
			if n.chars < 6 || n.chars > maxTitle/2 || n.blocky != (pass%2 == 1) {
				continue
			}
			if pass < 2 && n.site&isDate == 0 || pass >= 2 && (n.words&isDate == 0 || !r.isNear(int32(i), from, to)) {
				continue
			}
			if n.frame != "" && n.frame != ruleHead && n.frame != article.RuleNav && n.frame != article.RuleShare {
				continue
			}
			if try(int32(i), n.end) {
				r.dated(int32(i))
			}
		}
	}
	if printed.IsZero() || changed.IsZero() {
		for k := from; k < to; k++ {
			b := &r.blocks[k]
			if !r.hasDigit(b) || !printed.IsZero() && !isChange(r.blockText(k)) {
				continue
			}
			if b.chars < 6 || b.chars > maxTitle/3 || r.nodes[b.first].frame != "" && r.nodes[b.first].frame != ruleHead {
				continue
			}
			if try(b.first, b.last+1) {
				r.setBlock(k)
			}
		}
	}
	stated := r.stated(r.facts.published)
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.DataAtom == atom.Time && r.isNear(int32(i), from, to) {
			if t := r.stated([]string{attr(n.Node, "datetime")}); !t.IsZero() && stated.IsZero() {
				stated = t
			}
		}
	}
	switch {
	case !printed.IsZero():
		r.draft.Published = withSeconds(printed, stated)
	case !day.IsZero() && (stated.IsZero() || !sameDay(day, stated)):
		r.draft.Published = day
	case !stated.IsZero():
		r.draft.Published = stated
	case !changed.IsZero():
		r.draft.Published, changed = changed, time.Time{}
	}
	if changed.IsZero() {
		changed = r.stated(r.facts.modified)
	} else {
		changed = withSeconds(changed, r.stated(r.facts.modified))
	}
	if changed.Sub(r.draft.Published) >= time.Minute && !r.draft.Published.IsZero() {
		r.draft.Modified = changed
	}
}

// hasDigit reports whether a text block has a digit, as every date does.
func (r *reader) hasDigit(b *textBlock) bool {
	for i := b.first; i <= b.last; i++ {
		if n := &r.nodes[i]; n.kind == text && strings.ContainsAny(n.Data, "0123456789") {
			return true
		}
	}
	return false
}

// dated takes the text of an element for a date, but for what stands before
// it.
func (r *reader) dated(i int32) {
	s := r.textOf(i, r.nodes[i].end)
	if dateStart(s) > 2*shortText {
		return
	}
	if r.asByline(s) != nil {
		return // the name beside it is still to be read
	}
	r.set(i)
}

// time reads a date with what a page prints around it: a label before it, a
// count of views behind it.
func (r *reader) time(s string) (time.Time, bool) {
	if len(s) > 200 || len(s) < 6 {
		return time.Time{}, false
	}
	i := dateStart(s)
	if i < 0 || i > 80 {
		return time.Time{}, false
	}
	s = s[i:]
	for whole := len(s); whole-len(s) <= maxBehind; {
		if t, err := vn.ParseTimeIn(s, r.parser.Text.Location); err == nil {
			return t, true
		}
		// What stands behind the date goes, word by word.
		cut := strings.LastIndexByte(strings.TrimRight(s, " "), ' ')
		if cut < 6 {
			return time.Time{}, false
		}
		s = strings.TrimRight(s[:cut], " -|,•·(")
	}
	return time.Time{}, false
}

// maxBehind is how much may stand behind a date, in bytes: "(GMT+7)", a count
// of readers, a name.
const maxBehind = 60

// dateStart returns where a date begins: at its weekday, or its first digit;
// -1 if there is none.
func dateStart(s string) int {
	digit := strings.IndexAny(s, "0123456789")
	if digit < 0 {
		return -1
	}
	for _, day := range [...]string{"Thứ ", "thứ ", "THỨ ", "Chủ nhật", "Chủ Nhật", "chủ nhật", "CHỦ NHẬT", "CN,"} {
		if i := strings.Index(s, day); i >= 0 && i < digit {
			return i
		}
	}
	return digit
}

// isChange reports whether a date is said to be that of a change.
func isChange(s string) bool {
	i := dateStart(s)
	if i <= 0 {
		return false
	}
	label := vn.Fold(s[:i])
	return strings.Contains(label, "cap nhat") || strings.Contains(label, "updated") || strings.Contains(label, "modified") || strings.Contains(label, "sua")
}

// hasClock reports whether a date says the time of day.
func hasClock(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if (s[i] == ':' || s[i] == 'h' || s[i] == 'g') && isDigit(s[i-1]) && isDigit(s[i+1]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// stated returns the first of the metadata's dates that is one.
func (r *reader) stated(list []string) time.Time {
	for _, s := range list {
		if len(s) <= 100 {
			if t, err := vn.ParseTimeIn(s, r.parser.Text.Location); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}

// withSeconds returns a printed time with the seconds that are stated for the
// same minute. A site may state its own time and call it UTC.
func withSeconds(printed, stated time.Time) time.Time {
	if stated.IsZero() || printed.Second() != 0 {
		return printed
	}
	if d := stated.Sub(printed); 0 <= d && d < time.Minute {
		return printed.Add(d.Truncate(time.Second))
	}
	if sameDay(printed, stated) && printed.Hour() == stated.Hour() && printed.Minute() == stated.Minute() {
		return printed.Add(time.Duration(stated.Second()) * time.Second)
	}
	return printed
}

func sameDay(a, b time.Time) bool {
	y, m, d := a.Date()
	y2, m2, d2 := b.Date()
	return y == y2 && m == m2 && d == d2
}
