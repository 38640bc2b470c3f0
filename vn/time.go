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
//	26 Tháng Mười, 2018
//	Tháng Mười 26, 2018
//	24 Th10, 2025
//	14h30, 1.1.2016
//	Cập nhật lúc: 8:30 sáng 22/10/2025
//	2026-11-23T14:30:00+07:00
//	Mon, 23 Nov 2026 14:30:00 +0700
//
// The parts stand in any order, between spaces, commas, bars, dashes, dots or
// nothing at all: 7/4/202500:00:00 is midnight on 7 April 2025. A date alone is
// midnight. Letters are read by [Fold]: in any normal form, tone style and case.
// T4, Th4 and Thứ 4 are Wednesday. The last example, the form of RFC 1123, is read
// only as a whole and with its offset.
//
// SA and CH (sáng, chiều) are read like AM and PM. A part of the day takes the hours
// that it has, on either clock: sáng 0 to 11; trưa 10 to 12, and 1 and 2 for 13 and
// 14; chiều 1 to 6 for 13 to 18; tối 5 to 11 for 17 to 23; đêm 8 to 11 for 20 to 23,
// and 0 to 4. Any other hour is an error, 12 giờ đêm too.
//
// Before the date may stand Cập nhật, Đăng lúc, Đăng ngày, Ngày đăng or Xuất bản, with
// a colon or without.
//
// An error tells what is wrong: empty text, no date, no such day, a date with the
// month first (10/22/2025), without a year or with one of two digits, a weekday that
// is not that of the date, a date of the lunar calendar (mùng, tháng Giêng, tháng
// Chạp, âm lịch), a range, a relative time, words that belong to no date. An error
// quotes at most 64 bytes of s.
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
	wrong := string(p.b[p.wrong[0]:p.wrong[1]])
	if wrong != "" {
		problem = fmt.Sprintf("%s %q", problem, wrong)
	}
	more := ""
	if most := timeQuote - len(wrong); len(s) > most {
		for most > 0 && !utf8.RuneStart(s[most]) {
			most--
		}
		s, more = s[:most], "…"
	}
	return time.Time{}, fmt.Errorf("vn: time %q%s: %s", s, more, problem)
}

// An error quotes 64 bytes at most: a part of the text, and either a rune or a word
// of it again.
const (
	timeQuote = 64 - utf8.UTFMax
	timeWrong = 24
)

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
	timeHalf // AM, PM, SA, CH, or a part of the day
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
	afternoon         bool   // of AM and PM
	hours             uint32 // of the part of the day; 0 for AM and PM
	labelled          bool   // a word that stands before dates was read
	wrong             [2]int // where the words are that belong to no date, for the error
	weekday           time.Weekday
	numWidth          int // digits of the number read last
}

func (p *timeParser) parse(loc *time.Location) (t time.Time, problem string) {
	empty := true
	if p.skipSeparators(); p.i < len(p.b) {
		ok, problem := p.rfc1123()
		if problem != "" {
			return t, problem
		}
		empty = !ok
	}
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
	if problem := p.checkHalf(); problem != "" {
		return problem
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

// checkHalf checks the hour against the half or the part of the day, and makes it one
// of 24.
func (p *timeParser) checkHalf() string {
	late := p.hour + 12
	switch {
	case p.seen&timeHalf == 0:
	case p.seen&timeClock == 0:
		return "AM, PM or a part of the day without a time"
	case p.hours>>p.hour&1 != 0:
	case p.hours>>late&1 != 0 && p.hour > 0:
		p.hour = late
	case p.hours != 0:
		return "the part of the day does not fit the hour " + strconv.Itoa(p.hour)
	case p.afternoon && p.hour == 0, !p.afternoon && p.hour > 12:
		return "AM or PM does not fit the hour " + strconv.Itoa(p.hour)
	case p.afternoon && p.hour < 12:
		p.hour = late
	case !p.afternoon && p.hour == 12:
		p.hour = 0
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
	start := p.i
	switch w := p.word(); w {
	case "cap":
		return p.labelOf(start, "nhat")
	case "xuat":
		return p.labelOf(start, "ban")
	case "dang":
		return p.labelOf(start, "luc", "ngay")
	case "ngay":
		if p.accept("dang") {
			return p.label(start)
		}
		p.skipColon()
		return ""
	case "luc", "vao":
		p.skipColon()
		return ""
	case "th":
		if p.skipSpaces(); p.shortMonthFirst() {
			return p.monthFirst()
		}
		return p.namedWeekday()
	case "thu", "t":
		return p.namedWeekday()
	case "chu", "chua":
		if !p.accept("nhat") {
			return p.unexpected(start)
		}
		fallthrough
	case "cn":
		p.weekday = time.Sunday
		return p.once(timeWeekday)
	case "am", "sa", "pm", "ch":
		if p.accept("lich") {
			return timeLunar
		}
		p.afternoon = w == "pm" || w == "ch"
		return p.once(timeHalf)
	case "sang", "trua", "chieu", "toi", "dem":
		p.hours = timeHalves[w]
		return p.once(timeHalf)
	case "gmt", "utc":
		return p.namedOffset()
	case "z":
		return p.once(timeZone)
	case "thang", "thg":
		return p.monthFirst()
	case "mung", "mong":
		return timeLunar
	default:
		return p.unexpected(start)
	}
}

// unexpected is the problem with the word read from start on.
func (p *timeParser) unexpected(start int) (problem string) {
	p.wrong = [2]int{start, min(p.i, start+timeWrong)}
	return "unexpected"
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
