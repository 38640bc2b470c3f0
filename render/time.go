package render

import "time"

// time writes a time element, nothing for the zero time, and reports whether
// it wrote something.
func (p *printer) time(t time.Time) bool {
	if t.IsZero() {
		return false
	}
	mark := len(p.dst)
	machine := machineTime(&t)
	if machine {
		p.raw(`<time datetime="`)
		p.dst = t.AppendFormat(p.dst, time.RFC3339)
		p.raw(`">`)
	}
	if !p.keep(mark, p.timeText(t, machine)) {
		return false
	}
	if machine {
		p.raw("</time>")
	}
	return true
}

// timeText writes a time for readers and reports whether it wrote something. A
// bare output has no Vietnamese words in another language, and so the time in
// the form for machines, if it has one.
func (p *printer) timeText(t time.Time, machine bool) bool {
	vietnamese := isVietnamese(p.lang)
	switch {
	case p.opts.Time != nil:
		return p.plainRun(p.opts.Time(t))
	case vietnamese:
		p.dst = appendTime(p.dst, t)
	case !p.bare:
		p.raw(`<span lang="vi">`)
		p.dst = appendTime(p.dst, t)
		p.raw("</span>")
	case machine:
		p.dst = t.AppendFormat(p.dst, time.RFC3339)
	default:
		return false
	}
	return true
}

// machineTime reports whether t can be written for machines, where the year
// has four digits and is not 0. It moves t to UTC if its offset cannot.
func machineTime(t *time.Time) bool {
	if _, offset := t.Zone(); offset%60 != 0 || offset <= -24*3600 || offset >= 24*3600 {
		*t = t.UTC()
	}
	return 1 <= t.Year() && t.Year() <= 9999
}

var hanoi = time.FixedZone("", 7*3600)

// weekdays are the days as Vietnamese papers print them.
var weekdays = [...]string{"Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"}

// appendTime appends what [github.com/toasoan/toasoan/vn.FormatTime] returns,
// without its allocation.
func appendTime(dst []byte, t time.Time) []byte {
	t = t.In(hanoi)
	dst = append(dst, weekdays[t.Weekday()]...)
	return t.AppendFormat(dst, ", 2/1/2006, 15:04 (GMT+7)")
}
