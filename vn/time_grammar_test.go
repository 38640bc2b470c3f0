package vn_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

// timeGrammar writes moments in the forms that ParseTime reads.
type timeGrammar struct{ *rand.Rand }

func (g timeGrammar) pick(list ...string) string { return list[g.IntN(len(list))] }

// date writes the day; numeric tells that the month is not a word.
func (g timeGrammar) date(t time.Time) (s string, numeric bool) {
	d, m, y := t.Day(), int(t.Month()), t.Year()
	name := []string{"Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai"}[m-1]
	switch g.IntN(10) {
	case 0:
		return fmt.Sprintf("%02d/%02d/%d", d, m, y), true
	case 1:
		return fmt.Sprintf("%d-%d-%d", d, m, y), true
	case 2:
		return fmt.Sprintf("%d.%d.%d", d, m, y), true
	case 3:
		return fmt.Sprintf("%d-%02d-%02d", y, m, d), true
	case 4:
		return fmt.Sprintf("ngày %d tháng %d năm %d", d, m, y), false
	case 5:
		return fmt.Sprintf("%d tháng %s năm %d", d, name, y), false
	case 6:
		return fmt.Sprintf("%d Tháng %s, %d", d, name, y), false
	case 7:
		return fmt.Sprintf("Tháng %s %d, %d", name, d, y), false
	case 8:
		return fmt.Sprintf("Th%d %d, %d", m, d, y), false
	}
	return fmt.Sprintf("%d Th%d, %d", d, m, y), false
}

// clock writes the time of day, to the minute.
func (g timeGrammar) clock(t time.Time) string {
	h, m := t.Hour(), t.Minute()
	part, early := "", h%12
	switch {
	case h >= 20 || h <= 4:
		part = "đêm"
	case h <= 9:
		part, early = "sáng", h
	case h <= 12:
		part, early = "trưa", h
	case h <= 14:
		part = "trưa"
	case h <= 18:
		part = "chiều"
	default:
		part = "tối"
	}
	clock := g.pick("%d:%02d", "%02d:%02d", "%dh%02d", "%d giờ %d phút")
	if g.IntN(2) == 0 || h == 0 {
		return fmt.Sprintf(clock, h, m) + g.pick("", "", " "+part)
	}
	return fmt.Sprintf(clock, early, m) + " " + part
}

func (g timeGrammar) weekday(t time.Time) string {
	n := int(t.Weekday())
	if n == 0 {
		return g.pick("Chủ nhật", "Chúa nhật", "CN")
	}
	name := []string{"hai", "ba", "tư", "năm", "sáu", "bảy"}[n-1]
	return g.pick("Thứ "+name, fmt.Sprintf("Thứ %d", n+1), fmt.Sprintf("T%d", n+1), fmt.Sprintf("Th%d", n+1))
}

// TestParseTimeGrammar reads moments in many forms, orders and normal forms.
func TestParseTimeGrammar(t *testing.T) {
	g := timeGrammar{rand.New(rand.NewPCG(8, 19))}
	for range 20000 {
		want := time.Date(2000+g.IntN(60), time.Month(1+g.IntN(12)), 1+g.IntN(31), g.IntN(24), g.IntN(60), 0, 0, timeVN)
		date, numeric := g.date(want)
		parts := []string{date, g.clock(want)}
		if numeric && g.IntN(2) == 0 {
			parts = append(parts, g.weekday(want))
		}
		g.Shuffle(len(parts), func(i, k int) { parts[i], parts[k] = parts[k], parts[i] })
		s := g.pick("", "", "Cập nhật ", "Cập nhật lúc: ", "Đăng lúc ", "Đăng ngày: ", "Ngày đăng ", "Xuất bản: ")
		s += strings.Join(parts, g.pick(", ", " | ", " - ", " – ", ", "))
		s = g.pick(s, strings.ToUpper(s), strings.ToLower(s), norm.NFD.String(s))
		if got, err := vn.ParseTime(s); err != nil || !got.Equal(want) {
			t.Fatalf("ParseTime(%q) = %v, %v, want %v", s, got, err, want)
		}
	}
}
