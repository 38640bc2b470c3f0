package article

import (
	"fmt"
	"strings"
	"time"
)

// parseTime reads a time of RFC 3339. What a [time.Time] cannot hold is an
// error: leap seconds, and fractions of more than nine digits. So are t and z
// in lower case, which the RFC lets an application refuse.
func parseTime(s string) (t time.Time, err error) {
	if err := t.UnmarshalText([]byte(s)); err == nil && strictTime(s) {
		return t, nil
	}
	return time.Time{}, fmt.Errorf("%w: %q%s", ErrTime, shorten(s), timeFault(s))
}

// Where the parts of a time of RFC 3339 stand.
const (
	afterHour    = len("2006-01-02T15")
	atSeconds    = len("2006-01-02T15:04:")
	afterSeconds = len("2006-01-02T15:04:05")
)

// strictTime refuses what [time.Time.UnmarshalText] takes and we do not: an
// hour of one digit, a comma before the fraction, more digits than it keeps,
// and offsets from 24 hours or 60 minutes on. Source: go.dev/issue/54580.
func strictTime(s string) bool {
	if s[afterHour] != ':' || s[afterSeconds] == ',' || fraction(s) > 9 {
		return false
	}
	offset := s[len(s)-len("07:00"):]
	return s[len(s)-1] == 'Z' || offset[:2] < "24" && offset[3:] < "60"
}

// fraction returns the number of digits after the point of the seconds.
func fraction(s string) int {
	digits, ok := strings.CutPrefix(s[afterSeconds:], ".")
	if !ok {
		return 0
	}
	return len(digits) - len(strings.TrimLeft(digits, "0123456789"))
}

// timeFault says why s, which RFC 3339 allows, is refused all the same; it
// says nothing of other texts.
func timeFault(s string) string {
	if len(s) <= afterSeconds {
		return ""
	}
	second := s[atSeconds:afterSeconds]
	whole := strings.ToUpper(s[:atSeconds]) + strings.Replace(second, "60", "59", 1) + strings.ToUpper(s[afterSeconds:])
	var t time.Time
	switch err := t.UnmarshalText([]byte(whole)); {
	case err != nil:
		return ""
	case second == "60":
		return " has a leap second"
	case whole != s:
		return " has a lower-case t or z"
	case fraction(s) > 9:
		return " has more than nine digits of a second"
	}
	return ""
}
