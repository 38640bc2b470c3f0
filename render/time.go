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
	start := len(p.dst)
	if p.opts.Time != nil {
		p.text(p.opts.Time(t))
	} else {
		p.dst = appendTime(p.dst, t)
	}
	if !p.keep(mark, !blank(p.dst[start:])) {
		return false
	}
	if machine {
		p.raw("</time>")
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
