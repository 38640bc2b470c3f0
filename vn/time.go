package vn

import (
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// ParseTime reads a date as Vietnamese news sites display it, the day first:
//
//	Thứ tư, 22/10/2025, 19:25 (GMT+7)
//	17:42 Ngày 04/06/2018
//	15-08-2026 - 01:01 AM
//	Chủ Nhật, ngày 24 tháng 11 năm 2024
//	14h30, 1.1.2016
//	2026-11-23T14:30:00+07:00
//
// The parts stand in any order, between spaces, commas, bars, dashes, dots or
// nothing at all: 7/4/202500:00:00 is midnight on 7 April 2025. A date alone is
// midnight. SA and CH (sáng, chiều) are read like AM and PM. Letters are read by
// [Fold]: in any normal form, tone style and case.
//
// An error tells what is wrong: empty text, no date, no such day, a date with the
// month first (10/22/2025), a year of two digits, a weekday that is not that of the
// date, words that belong to no date. An error quotes at most 64 bytes of s.
//
// The time is in UTC+7 unless s states another offset.
func ParseTime(s string) (time.Time, error) {
	return ParseTimeIn(s, nil)
}

// ParseTimeIn is like [ParseTime] for a site in another time zone: loc is the
// location of the times that state no offset. A nil loc is UTC+7. As with
// [time.ParseInLocation], the result is in loc also if the stated offset is the
// one that loc has then.
func ParseTimeIn(s string, loc *time.Location) (time.Time, error) {
	if loc == nil {
		loc = timeVietnam()
	}
	var buf [128]byte
	p := timeParser{b: AppendFold(buf[:0], s)}
	t, problem := p.parse(loc)
	if problem == "" {
		return t, nil
	}
	if len(s) > 64 {
		return time.Time{}, fmt.Errorf("vn: time %q…: %s", s[:64], problem)
	}
	return time.Time{}, fmt.Errorf("vn: time %q: %s", s, problem)
}

// FormatTime returns the date and time of t as Vietnamese news sites display them,
// in UTC+7 whatever the location of t:
//
//	Thứ hai, 23/11/2026, 14:30 (GMT+7)
//
// Day and month are not padded. The zero time gives "". [ParseTime] reads the
// result, to the minute, if the year has four digits.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(timeVietnam())
	return timeWeekdays[t.Weekday()] + t.Format(", 2/1/2006, 15:04 (GMT+7)")
}

var timeWeekdays = [...]string{"Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"}

// timeVietnam returns UTC+7, which has been the time of Vietnam since 1975.
func timeVietnam() *time.Location { return time.FixedZone("", 7*60*60) }

// A timePart is a part of a display date, which may stand there once.
type timePart uint8

const (
	timeDate timePart = 1 << iota
	timeClock
	timeHalf // AM, PM, SA, CH
	timeZone
	timeWeekday
)

// A timeParser reads folded text. What a method cannot read it leaves, and tells
// why in a few words; "" means that all is well.
type timeParser struct {
	b                 []byte
	i                 int
	seen              timePart
	year, month, day  int
	hour, minute, sec int
	nsec, offset      int
	afternoon         bool
	weekday           time.Weekday
	numWidth          int // digits of the number read last
}

func (p *timeParser) parse(loc *time.Location) (t time.Time, problem string) {
	empty := true
	for p.skipSeparators(); p.i < len(p.b); p.skipSeparators() {
		empty = false
		if problem := p.part(); problem != "" {
			return t, problem
		}
	}
	switch {
	case empty:
		return t, "empty"
	case p.seen&timeDate == 0:
		return t, "no date"
	}
	if problem := p.check(); problem != "" {
		return t, problem
	}
	return p.time(loc), ""
}

// time returns the time read, in loc unless another offset was.
func (p *timeParser) time(loc *time.Location) time.Time {
	in := func(loc *time.Location) time.Time {
		return time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, p.sec, p.nsec, loc)
	}
	if p.seen&timeZone == 0 {
		return in(loc)
	}
	t := in(time.UTC).Add(-time.Duration(p.offset) * time.Second)
	if _, offset := t.In(loc).Zone(); offset == p.offset {
		return t.In(loc)
	}
	if p.offset == 0 {
		return t
	}
	return t.In(time.FixedZone("", p.offset))
}

// check checks the parts against each other.
func (p *timeParser) check() string {
	if p.seen&timeHalf != 0 {
		switch {
		case p.seen&timeClock == 0:
			return "AM or PM without a time"
		case p.afternoon && p.hour == 0, !p.afternoon && p.hour > 12:
			return "AM or PM does not fit the hour " + strconv.Itoa(p.hour)
		case p.afternoon && p.hour < 12:
			p.hour += 12
		case !p.afternoon && p.hour == 12:
			p.hour = 0
		}
	}
	if p.seen&timeZone != 0 && p.seen&timeClock == 0 {
		return "an offset without a time"
	}
	if p.seen&timeWeekday != 0 {
		day := time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC).Weekday()
		if day != p.weekday {
			return "the date is a " + day.String() + ", not a " + p.weekday.String()
		}
	}
	return ""
}

// once notes that a part was read.
func (p *timeParser) once(part timePart) string {
	if p.seen&part != 0 {
		return "more than one date or time"
	}
	p.seen |= part
	return ""
}

// skipSeparators skips what stands between the parts.
func (p *timeParser) skipSeparators() {
	for p.i < len(p.b) {
		r, n := utf8.DecodeRune(p.b[p.i:])
		switch r {
		case ',', ';', '|', '-', '(', ')', '‑', '–', '—', '·', '•', '\'', '.':
		default:
			if !unicode.IsSpace(r) && !isInvisible(r) {
				return
			}
		}
		p.i += n
	}
}

func (p *timeParser) skipSpaces() {
	for p.i < len(p.b) {
		r, n := utf8.DecodeRune(p.b[p.i:])
		if !unicode.IsSpace(r) && !isInvisible(r) {
			return
		}
		p.i += n
	}
}

// peek returns the next byte, or 0 at the end.
func (p *timeParser) peek() byte {
	if p.i < len(p.b) {
		return p.b[p.i]
	}
	return 0
}

// number reads a number of at most max digits.
func (p *timeParser) number(max int) (n int, ok bool) {
	start := p.i
	for p.i < len(p.b) && p.i-start < max && p.b[p.i]-'0' < 10 {
		n = n*10 + int(p.b[p.i]-'0')
		p.i++
	}
	p.numWidth = p.i - start
	return n, p.numWidth > 0
}

// digits returns how many digits come next.
func (p *timeParser) digits() int {
	n := 0
	for p.i+n < len(p.b) && p.b[p.i+n]-'0' < 10 {
		n++
	}
	return n
}

// word reads a run of letters.
func (p *timeParser) word() string {
	start := p.i
	for p.i < len(p.b) && p.b[p.i]-'a' < 26 {
		p.i++
	}
	return string(p.b[start:p.i])
}

// accept skips one of words, with the spaces before it, if it comes next.
func (p *timeParser) accept(words ...string) bool {
	start := p.i
	p.skipSpaces()
	got := p.word()
	if slices.Contains(words, got) {
		return true
	}
	p.i = start
	return false
}

// part reads one part.
func (p *timeParser) part() (problem string) {
	switch c := p.peek(); {
	case c-'0' < 10:
		return p.numeric()
	case c-'a' < 26:
		return p.named()
	case c == '+' && p.seen&timeClock != 0:
		return p.bareOffset()
	}
	r, _ := utf8.DecodeRune(p.b[p.i:])
	return "unexpected " + strconv.QuoteRune(r)
}

// named reads a part that begins with a word.
func (p *timeParser) named() (problem string) {
	switch w := p.word(); w {
	case "ngay", "luc", "vao":
		return ""
	case "thu", "t":
		return p.namedWeekday()
	case "chu":
		if !p.accept("nhat") {
			return `unexpected "chu"`
		}
		fallthrough
	case "cn":
		p.weekday = time.Sunday
		return p.once(timeWeekday)
	case "am", "sa", "pm", "ch":
		p.afternoon = w == "pm" || w == "ch"
		return p.once(timeHalf)
	case "gmt", "utc":
		return p.namedOffset()
	case "z":
		return p.once(timeZone)
	case "thang":
		return "no day before the month"
	default:
		return fmt.Sprintf("unexpected %.64q", w)
	}
}

// namedWeekday reads what follows thứ.
func (p *timeParser) namedWeekday() (problem string) {
	p.skipSpaces()
	if c := p.peek(); c >= '2' && c <= '7' && p.digits() == 1 {
		p.i++
		p.weekday = time.Weekday(c - '1')
		return p.once(timeWeekday)
	}
	for i, name := range [...]string{"hai", "ba", "tu", "nam", "sau", "bay"} {
		if p.accept(name) {
			p.weekday = time.Monday + time.Weekday(i)
			return p.once(timeWeekday)
		}
	}
	return "unknown weekday"
}
