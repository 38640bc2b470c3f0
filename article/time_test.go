package article_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

func TestTime(t *testing.T) {
	tests := []struct {
		in, want string // want is "" for an error
	}{
		{"2026-11-23T14:30:00+07:00", "2026-11-23T14:30:00+07:00"},
		{"2026-11-23T14:30:00.250+07:00", "2026-11-23T14:30:00.25+07:00"},
		{"2026-11-23T14:30:00Z", "2026-11-23T14:30:00Z"},
		{"2026-11-23T14:30:00-00:00", "2026-11-23T14:30:00Z"},
		{"9999-12-31T23:59:59.999999999-23:59", "9999-12-31T23:59:59.999999999-23:59"},
		{"0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00+23:59"},
		{"2026-11-23T14:30:00+24:00", ""},
		{"2026-11-23T14:30:00-24:00", ""},
		{"2026-11-23T14:30:00+07:60", ""},
		{"2026-11-23T14:30:00.1234567890Z", ""},
		{"2026-11-23T14:30:00,5Z", ""},
		{"2026-11-23T4:30:00Z", ""},
		{"2026-11-23T4:30:00.5Z", ""},
		{"2026-11-23T24:00:00Z", ""},
		{"2026-02-29T00:00:00Z", ""},
		{"2026-11-23T14:30:00", ""},
		{"2026-11-23 14:30:00Z", ""},
		{"2026-11-23", ""},
		{"", ""},
		{"Z", ""},
	}
	for _, tt := range tests {
		var a article.Article
		err := a.UnmarshalJSON([]byte(`{"published":"` + tt.in + `"}`))
		if tt.want == "" {
			if !errors.Is(err, article.ErrTime) {
				t.Errorf("%q: %v, want ErrTime", tt.in, err)
			}
			continue
		}
		out, e := a.AppendJSON(nil)
		if want := `{"version":1,"published":"` + tt.want + `"}`; err != nil || e != nil || string(out) != want {
			t.Errorf("%q: %v, written as %s, %v, want %s", tt.in, err, out, e, want)
		}
	}
}

// TestTimeFaults reads times that RFC 3339 allows and we do not: the error says
// why, and says nothing of texts that are no times.
func TestTimeFaults(t *testing.T) {
	for in, want := range map[string]string{
		"2016-12-31T23:59:60Z":                 " has a leap second",
		"2016-12-31t23:59:60.5z":               " has a leap second",
		"2017-01-01T06:59:60+07:00":            " has a leap second",
		"2026-11-23t14:30:00+07:00":            " has a lower-case t or z",
		"2026-11-23T14:30:00z":                 " has a lower-case t or z",
		"2026-11-23T14:30:00.1234567891Z":      " has more than nine digits of a second",
		"2026-11-23T14:30:00.0000000000+07:00": " has more than nine digits of a second",
		"2026-02-29t14:30:60z":                 "",
		"2026-11-23T14:60:60Z":                 "",
		"2026-11-23T14:30:00+07:60":            "",
		"60":                                   "",
		"2026-11-23 14:30:00z":                 "",
	} {
		err := new(article.Article).UnmarshalJSON([]byte(`{"published":"` + in + `"}`))
		if !errors.Is(err, article.ErrTime) {
			t.Errorf("%q: %v, want ErrTime", in, err)
		} else if _, got, _ := strings.Cut(err.Error(), fmt.Sprintf("%q", in)); got != want {
			t.Errorf("%q: %v, want it to end in %q", in, err, want)
		}
	}
}
