package article_test

import (
	"errors"
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
