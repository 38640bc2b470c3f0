package vn

import (
	"slices"
	"time"
)

// The names of [ParseTime], folded.

// timeMonths are the words after tháng, the longest first of those that begin alike.
// Giêng and Chạp are months of the lunar calendar.
var timeMonths = []struct {
	words []string
	month int
}{
	{[]string{"muoi", "mot"}, 11}, {[]string{"muoi", "hai"}, 12}, {[]string{"muoi"}, 10},
	{[]string{"mot"}, 1}, {[]string{"hai"}, 2}, {[]string{"ba"}, 3}, {[]string{"tu"}, 4}, {[]string{"bon"}, 4},
	{[]string{"nam"}, 5}, {[]string{"sau"}, 6}, {[]string{"bay"}, 7}, {[]string{"tam"}, 8}, {[]string{"chin"}, 9},
	{[]string{"gieng"}, lunarMonth}, {[]string{"chap"}, lunarMonth},
}

const lunarMonth = -1

const timeLunar = "a date of the lunar calendar"

// timeHalves are the halves and the parts of the day, each with the hours of the
// 24-hour clock that it has, a bit for each hour. An hour that is none of them but
// would be twelve hours later is meant so: 2 giờ chiều is 14:00. At 12 giờ đêm the
// day ends or begins, which cannot be known.
var timeHalves = map[string]uint32{
	"sang":  timeHours(0, 11),
	"trua":  timeHours(10, 14),
	"chieu": timeHours(13, 18),
	"toi":   timeHours(17, 23),
	"dem":   timeHours(20, 23) | timeHours(0, 4),
}

// timeHours returns the bits of the hours from lo to hi.
func timeHours(lo, hi int) uint32 { return 1<<(hi+1) - 1<<lo }

// The names of RFC 1123.
var (
	rfcWeekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}
	rfcMonths   = []string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)

// acceptAll skips words that follow one another, if they come next.
func (p *timeParser) acceptAll(words []string) bool {
	start := p.i
	for _, w := range words {
		if !p.accept(w) {
			p.i = start
			return false
		}
	}
	return true
}

// monthName reads the name of a month. It returns 0 if none comes next.
func (p *timeParser) monthName() int {
	for _, m := range timeMonths {
		if p.acceptAll(m.words) {
			return m.month
		}
	}
	return 0
}

// spokenMonth reads the month after the word tháng: a number or a name.
func (p *timeParser) spokenMonth() (month int, problem string) {
	p.skipSpaces()
	month, ok := p.number(2)
	if !ok {
		month = p.monthName()
	}
	switch month {
	case lunarMonth:
		return 0, timeLunar
	case 0:
		return 0, "no month"
	}
	return month, ""
}

// monthFirst reads a date after the word tháng: Tháng Mười 26, 2018.
func (p *timeParser) monthFirst() (problem string) {
	month, problem := p.spokenMonth()
	if problem != "" {
		return problem
	}
	p.skipSpaces()
	if n := p.digits(); n != 1 && n != 2 {
		return "no day before the month"
	}
	day, _ := p.number(2)
	return p.yearAfter(day, month)
}

// labelOf reads the second word of a label, the first of which was read from start on.
func (p *timeParser) labelOf(start int, second ...string) (problem string) {
	if !p.accept(second...) {
		return p.unexpected(start)
	}
	return p.label(start)
}

// label ends a label, read from start on. It may stand before a date.
func (p *timeParser) label(start int) (problem string) {
	if p.seen != 0 || p.labelled {
		return p.unexpected(start)
	}
	p.labelled = true
	p.skipColon()
	return ""
}

// skipColon skips the colon of a label, which may stand behind ngày or lúc: Cập nhật
// lúc: 14:30.
func (p *timeParser) skipColon() {
	if p.skipSpaces(); p.labelled && p.seen == 0 && p.peek() == ':' {
		p.i++
	}
}

// shortMonth reports whether a month such as Th10 comes next, with its year. Th4
// beside a date in numbers is a weekday.
func (p *timeParser) shortMonth() bool {
	start := p.i
	defer func() { p.i = start }()
	if !p.accept("th") {
		return false
	}
	if _, ok := p.number(2); !ok {
		return false
	}
	p.skipYearMark()
	return p.digits() >= 4
}

// shortMonthFirst reports whether a month such as Th10 comes next, with its day and
// its year; th is read.
func (p *timeParser) shortMonthFirst() bool {
	start := p.i
	defer func() { p.i = start }()
	_, ok := p.number(2)
	if p.skipSpaces(); !ok || p.digits() == 0 || p.digits() > 2 {
		return false
	}
	p.number(2)
	p.skipYearMark()
	return p.digits() >= 4
}

// rfc1123 reads a whole text in the form of RFC 1123, as RSS has it, if s is one:
// Mon, 23 Nov 2026 14:30:00 +0700.
func (p *timeParser) rfc1123() (ok bool, problem string) {
	start := p.i
	weekday := slices.Index(rfcWeekdays, p.word())
	if weekday < 0 || p.peek() != ',' {
		p.i = start
		return false, ""
	}
	p.i++
	p.skipSpaces()
	day, hasDay := p.number(2)
	p.skipSpaces()
	month := slices.Index(rfcMonths, p.word())
	if !hasDay || month < 1 {
		p.i = start
		return false, ""
	}
	p.weekday = time.Weekday(weekday)
	p.once(timeWeekday)
	p.skipSpaces()
	if problem := p.yearOf(day, month); problem != "" {
		return true, problem
	}
	p.skipSpaces()
	hour, _ := p.number(2)
	if p.numWidth != 2 || p.peek() != ':' {
		return true, "no time of day"
	}
	p.i++
	if problem := p.clock(hour); problem != "" || p.seen&timeZone != 0 {
		return true, problem
	}
	p.skipSpaces()
	switch c := p.peek(); {
	case c == '+' || c == '-':
		if p.i++; p.digits() != 4 {
			return true, "an offset that is not like +0700"
		}
		p.i--
		return true, p.signedOffset()
	case p.accept("gmt", "utc", "ut", "z"):
		return true, p.once(timeZone)
	}
	return true, "no offset"
}
