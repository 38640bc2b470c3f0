package article

import (
	"strings"
	"time"

	"github.com/toasoan/toasoan/vn"
)

// A dateFact is what a line is as a date.
type dateFact struct {
	t       time.Time // the time that it says
	ok      bool      // it says one
	clock   bool      // with hours and minutes
	words   bool      // it is made of nothing but the words and signs of dates, if no time
	labeled bool      // behind a label, such as "Ngày đăng"
	changed bool      // behind the label of a change, such as "Cập nhật"
}

// maxDate is the length of the longest date in bytes, label included.
const maxDate = 100

// date returns what a line is as a date.
func (p *parsing) date(l *line) dateFact {
	if len(l.text) > maxDate || l.text == "" {
		return dateFact{}
	}
	if l.found == nil && !mayBeDate(l.text, l.has(signDigit)) {
		return dateFact{}
	}
	f := p.facts(l)
	if f.ask(factDate) {
		f.date = p.readDate(l.text)
	}
	return f.date
}

// isDate reports whether a line is a date or looks like nothing else.
func (p *parsing) isDate(l *line) bool {
	d := p.date(l)
	return d.ok || d.words
}

// mayBeDate is a quick test that lets every date pass: without a digit, a date
// is a weekday or a relative time, and those are short.
func mayBeDate(s string, digits bool) bool { return digits || len(s) <= 40 }

// readDate reads s as a date, a relative time, or a date of a form that
// [vn.ParseTimeIn] refuses.
func (p *parsing) readDate(s string) dateFact {
	var d dateFact
	if !mayBeDate(s, strings.ContainsAny(s, "0123456789")) {
		return d
	}
	if rest, class := p.x.cutDateLabel(s); class != 0 {
		d.labeled, d.changed, s = true, class&wordModified != 0, rest
	}
	d.words = s != "" && isDateWords(s)
	if !d.words {
		return dateFact{}
	}
	if strings.ContainsAny(s, "0123456789") {
		if t, err := vn.ParseTimeIn(s, p.Location); err == nil {
			d.t, d.ok, d.clock = t, true, hasClock(s)
		}
	}
	return d
}

// cutDateLabel cuts the label off a date: "Cập nhật lúc 14:30 12/8/2026". The
// longest label wins.
func (x *lexicon) cutDateLabel(s string) (rest string, class wordClass) {
	if s[0] >= '0' && s[0] <= '9' || !mayEndDate(s[len(s)-1]) {
		return s, 0
	}
	for i := len(s) - 1; i > 0; i-- {
		if s[i] != ' ' && s[i] != ':' {
			continue
		}
		if i > x.longest || i > 40 {
			continue
		}
		if c := x.of(s[:i]); c&wordDate != 0 {
			return strings.TrimLeft(s[i:], " :"), c
		}
	}
	return s, 0
}

// mayEndDate reports whether a date behind a label may end in a byte: in a
// number, in "(GMT+7)", "AM", "SA", "Z", or in "trước" of a relative time.
func mayEndDate(c byte) bool {
	return c >= '0' && c <= '9' || c < 0x80 && strings.IndexByte(").mhazcny", c|0x20) >= 0 || c == ')' || c == '.'
}

// dateWords are the words of which dates are made, folded: parts, weekdays,
// months, zones, and those of relative times.
var dateWords = func() map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq("thu hai ba tu nam sau bay chu chua nhat cn t2 t3 t4 t5 t6 t7 ngay thang gio phut giay luc " +
		"h g p am pm sa ch gmt utc ict z t mot tam chin muoi muoimot th " +
		"mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec " +
		"monday tuesday wednesday thursday friday saturday sunday " +
		"sang trua chieu toi dem") {
		m[w] = true
	}
	return m
}()

// relativeTimes are times told from now, folded, after a number or alone.
var (
	relativeUnits = map[string]bool{"giay": true, "phut": true, "gio": true, "tieng": true, "ngay": true, "tuan": true, "thang": true, "nam": true}
	relativeTimes = map[string]bool{"hom qua": true, "hom nay": true, "hom kia": true, "vua xong": true, "vua moi": true, "moi day": true, "moi dang": true, "tuan truoc": true, "thang truoc": true, "hom truoc": true}
)

// isDateWords reports whether s has nothing but digits, the signs of dates,
// and words of weekdays, months and zones, or is a relative time. Such a line
// is the page's date even where nobody can tell which day it names.
func isDateWords(s string) bool {
	var buf [2 * maxDate]byte
	b := vn.AppendFold(buf[:0], s)
	told, digits := false, false
	for i := 0; i < len(b); {
		c := b[i]
		switch {
		case '0' <= c && c <= '9':
			digits = true
			i++
			continue
		case c < 0x80 && (c < 'a' || c > 'z'):
			if strings.IndexByte(" ,.:;/-|+()'", c) < 0 {
				return false
			}
			i++
			continue
		case c >= 0x80: // a dash or a bullet between the parts
			if n := dateSign(b[i:]); n > 0 {
				i += n
				continue
			}
			return false
		}
		end := i
		for end < len(b) && b[end] >= 'a' && b[end] <= 'z' {
			end++
		}
		if !dateWords[string(b[i:end])] {
			return isRelative(string(b))
		}
		told = true
		i = end
	}
	if !digits {
		return told && isWeekday(string(b)) || isRelative(string(b))
	}
	return true
}

func dateSign(b []byte) int {
	for _, sign := range [...]string{"–", "—", "•", "·", "\u00a0", "’"} {
		if len(b) >= len(sign) && string(b[:len(sign)]) == sign {
			return len(sign)
		}
	}
	return 0
}

// isWeekday reports whether a folded text names a day of the week and nothing
// else.
func isWeekday(s string) bool {
	s = strings.Trim(s, " ,.:")
	switch s {
	case "chu nhat", "chua nhat", "cn":
		return true
	}
	day, ok := strings.CutPrefix(s, "thu ")
	return ok && strings.IndexByte(day, ' ') < 0 && dateWords[day]
}

// isRelative reports whether a folded text is a time told from now: "5 phut
// truoc", "hom qua, 14:30".
func isRelative(s string) bool {
	s = strings.Trim(s, " ().,")
	if relativeTimes[s] {
		return true
	}
	n, rest, ok := strings.Cut(s, " ")
	if ok && (isDigits(n) || n == "khoang" || n == "hon" || n == "gan" || n == "cach") {
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "day "), "khoang ")
		if first, unit, ok := strings.Cut(rest, " "); ok && isDigits(first) {
			rest = unit
		}
		unit, ago, _ := strings.Cut(rest, " ")
		return relativeUnits[unit] && (ago == "truoc" || ago == "dong ho truoc" || n == "cach" && ago == "")
	}
	for _, day := range [...]string{"hom qua", "hom nay"} {
		if rest, ok := strings.CutPrefix(s, day); ok && strings.Trim(rest, "0123456789:hg ,-|luc") == "" {
			return true
		}
	}
	return false
}

// hasClock reports whether a date has hours and minutes: a colon between
// digits, or "14h30".
func hasClock(s string) bool {
	for i := 1; i < len(s); i++ {
		if before := s[i-1]; before >= '0' && before <= '9' && (s[i] == ':' || s[i]|0x20 == 'h' || s[i]|0x20 == 'g' && !strings.HasPrefix(s[i:], "GMT")) {
			return true
		}
	}
	return strings.Contains(s, "giờ")
}

// A stamp is a date of the page, with its line.
type stamp struct {
	dateFact
	at int
}

// takeDate keeps a date until all are known. One that no time can be made of
// goes at once.
func (p *parsing) takeDate(i, n int) {
	d := p.date(&p.lines[i])
	if !d.ok {
		p.drop(i, RuleDate)
		return
	}
	p.stamps = append(p.stamps, stamp{d, i})
	p.settle(i) // the note follows when all dates are known
}

// decideDates sets Published and Modified from the dates of the page, which
// are in its order. The first one without the label of a change is the
// publication, unless the same day comes with its hour; what is set already
// stays. The change is the first later date.
func (p *parsing) decideDates() {
	published, modified := -1, -1
	if p.a.Published.IsZero() {
		for i, s := range p.stamps {
			switch {
			case s.changed:
			case published < 0:
				published = i
			case !p.stamps[published].clock && s.clock && sameDay(p.stamps[published].t, s.t):
				published = i
			}
		}
		if published < 0 && len(p.stamps) > 0 {
			published = 0
		}
		if published >= 0 {
			p.a.Published = p.stamps[published].t
		}
	}
	if p.a.Modified.IsZero() {
		for i, s := range p.stamps {
			later := s.t.After(p.a.Published) && (s.clock || !sameDay(s.t, p.a.Published))
			if i != published && later && (modified < 0 || s.changed && !p.stamps[modified].changed) {
				modified = i
			}
		}
		if modified >= 0 {
			p.a.Modified = p.stamps[modified].t
		}
	}
	for i, s := range p.stamps {
		switch {
		case i == published || i == modified:
			if s.labeled {
				p.noteLine(&p.lines[s.at], RuleDate, false)
			}
		case s.t.Equal(p.a.Published) || s.t.Equal(p.a.Modified):
			p.noteLine(&p.lines[s.at], RuleDate, false)
		default:
			p.noteLine(&p.lines[s.at], RuleDate, true)
		}
	}
	p.stamps = p.stamps[:0]
}

func sameDay(a, b time.Time) bool {
	y, m, d := a.Date()
	y2, m2, d2 := b.In(a.Location()).Date()
	return y == y2 && m == m2 && d == d2
}
