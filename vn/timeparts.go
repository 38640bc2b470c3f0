package vn

import (
	"strconv"
	"time"
)

// numeric reads a part that begins with a number: a time or a date.
func (p *timeParser) numeric() (problem string) {
	if p.digits() >= 4 {
		return p.yearFirst()
	}
	n, _ := p.number(2)
	if p.peek() == ':' {
		p.i++
		return p.clock(n)
	}
	if p.accept("h", "g", "gio") {
		return p.spokenClock(n)
	}
	if p.accept("thang", "thg") || p.shortMonth() && p.accept("th") {
		return p.spokenDate(n)
	}
	return p.date(n)
}

// clock reads a time after its hour and colon: 19:25, 15:42:27, 15:42:27.123.
func (p *timeParser) clock(hour int) (problem string) {
	var ok bool
	if p.minute, ok = p.number(2); !ok || p.numWidth != 2 {
		return "a minute needs two digits"
	}
	if p.peek() == ':' {
		p.i++
		if p.sec, ok = p.number(2); !ok || p.numWidth != 2 {
			return "a second needs two digits"
		}
		p.fraction()
	}
	if problem := p.setHour(hour); problem != "" {
		return problem
	}
	if c := p.peek(); c == '-' || c == '+' {
		return p.bareOffset()
	}
	return ""
}

// fraction reads the fraction of a second, of which nine digits count.
func (p *timeParser) fraction() {
	if p.peek() != '.' || p.i+1 == len(p.b) || p.b[p.i+1]-'0' >= 10 {
		return
	}
	p.i++
	p.nsec, _ = p.number(9)
	for range 9 - p.numWidth {
		p.nsec *= 10
	}
	p.i += p.digits()
}

// spokenClock reads a time after its hour and h or giờ: 14h30, 14 giờ 30 phút.
func (p *timeParser) spokenClock(hour int) (problem string) {
	p.minute = p.spokenNumber("p", "phut", "ph")
	if p.numWidth > 0 {
		p.sec = p.spokenNumber("s", "giay")
	}
	return p.setHour(hour)
}

// spokenNumber reads a number and its unit, if one comes next that does not begin a
// date; otherwise it returns 0 and numWidth is 0.
func (p *timeParser) spokenNumber(units ...string) int {
	start := p.i
	p.skipSpaces()
	spaced := p.i > start
	n, ok := p.number(2)
	if ok && (p.accept(units...) || !spaced) {
		return n
	}
	if ok && p.digits() == 0 && p.peek() != '-' {
		at := p.i
		p.skipSpaces()
		c := p.peek()
		if c != '/' && c != '.' && c != ':' && !p.shortMonth() && !p.accept("thang", "thg", "h", "gio") {
			p.i = at
			return n
		}
	}
	p.i, p.numWidth = start, 0
	return 0
}

// setHour ends a time.
func (p *timeParser) setHour(hour int) (problem string) {
	if hour > 23 || p.minute > 59 || p.sec > 59 {
		return "no such time of day"
	}
	p.hour = hour
	return p.once(timeClock)
}

// date reads a date after its day: 22/10/2025, 15-3-2026, 1.1.2016.
func (p *timeParser) date(day int) (problem string) {
	p.skipSpaces()
	sep := p.peek()
	if sep != '/' && sep != '-' && sep != '.' {
		return "a number that is neither a date nor a time"
	}
	p.i++
	p.skipSpaces()
	month, ok := p.number(2)
	if !ok {
		return "no month"
	}
	p.skipSpaces()
	if p.peek() != sep {
		return "no year"
	}
	p.i++
	p.skipSpaces()
	return p.yearOf(day, month)
}

// spokenDate reads a date after its day and the word tháng: 24 tháng 11 năm 2024,
// 24 tháng 11, 2024.
func (p *timeParser) spokenDate(day int) (problem string) {
	month, problem := p.spokenMonth()
	if problem != "" {
		return problem
	}
	return p.yearAfter(day, month)
}

// yearAfter reads the year that ends a date in words.
func (p *timeParser) yearAfter(day, month int) (problem string) {
	p.skipYearMark()
	return p.yearOf(day, month)
}

// skipYearMark skips what stands before the year of a date in words.
func (p *timeParser) skipYearMark() {
	if !p.accept("nam") {
		p.skipSpaces()
		if c := p.peek(); c == ',' || c == '/' || c == '-' {
			p.i++
		}
	}
	p.skipSpaces()
}

// yearOf reads the year that ends a date. It takes four digits, even if those of
// the time are glued to it.
func (p *timeParser) yearOf(day, month int) (problem string) {
	year, _ := p.number(4)
	switch p.numWidth {
	case 4:
		return p.setDate(year, month, day)
	case 0:
		return "no year"
	case 2:
		return "a year of two digits may be of any century"
	}
	return "a year needs four digits"
}

// yearFirst reads a date as ISO 8601 writes it: 2026-11-23, and the T of a time.
func (p *timeParser) yearFirst() (problem string) {
	year, _ := p.number(4)
	sep := p.peek()
	if sep != '-' && sep != '/' && sep != '.' {
		return "a number that is neither a date nor a time"
	}
	p.i++
	month, ok := p.number(2)
	if !ok || p.peek() != sep {
		return "no such date"
	}
	p.i++
	day, ok := p.number(2)
	if !ok {
		return "no such date"
	}
	if p.peek() == 't' && p.i+1 < len(p.b) && p.b[p.i+1]-'0' < 10 {
		p.i++
	}
	return p.setDate(year, month, day)
}

// setDate ends a date.
func (p *timeParser) setDate(year, month, day int) (problem string) {
	switch {
	case month > 12 && 1 <= day && day <= 12:
		return "month " + strconv.Itoa(month) + ": the month stands first, the day must"
	case year == 0 || month == 0 || month > 12 || day == 0 ||
		time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() != day:
		return "no such date"
	}
	p.year, p.month, p.day = year, month, day
	return p.once(timeDate)
}

// bareOffset reads the offset right behind a time: +07:00, +0700 or +07, the forms of
// ISO 8601, but with a minus sign only -07:00: any other - stands between two parts.
func (p *timeParser) bareOffset() (problem string) {
	b := p.b[p.i:]
	switch {
	case len(b) > 2 && b[0] == '+' && b[1]-'0' < 10 && b[2]-'0' < 10:
	case len(b) > 5 && b[1]-'0' < 10 && b[2]-'0' < 10 && b[3] == ':' && b[4]-'0' < 10 && b[5]-'0' < 10:
	case b[0] == '-':
		return ""
	default:
		return "an offset that is not like +07:00"
	}
	return p.signedOffset()
}

// namedOffset reads what follows GMT or UTC: +7, +07:00, +0700 or nothing.
func (p *timeParser) namedOffset() (problem string) {
	start := p.i
	p.skipSpaces()
	if c := p.peek(); (c == '+' || c == '-') && p.i+1 < len(p.b) && p.b[p.i+1]-'0' < 10 {
		return p.signedOffset()
	}
	p.i = start
	return p.once(timeZone)
}

func (p *timeParser) signedOffset() (problem string) {
	sign := 1
	if p.peek() == '-' {
		sign = -1
	}
	p.i++
	hours, _ := p.number(2)
	minutes := 0
	if p.peek() == ':' || p.digits() == 2 {
		if p.peek() == ':' {
			p.i++
		}
		if minutes, _ = p.number(2); p.numWidth != 2 {
			return "no such offset"
		}
	}
	if hours > 14 || minutes > 59 {
		return "no such offset"
	}
	p.offset = sign * (hours*60 + minutes) * 60
	return p.once(timeZone)
}
