package vn_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/vn"
)

var timeVN = time.FixedZone("", 7*60*60)

func TestParseTime(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		// As displayed by the sites.
		{"Thứ tư, 22/10/2025, 19:25 (GMT+7)", "2025-10-22T19:25:00+07:00"},
		{"Thứ sáu, 2/5/2014 | 08:54 GMT+7", "2014-05-02T08:54:00+07:00"},
		{"15-08-2026 - 01:01 AM", "2026-08-15T01:01:00+07:00"},
		{"14/08/2026 19:27", "2026-08-14T19:27:00+07:00"},
		{"14/08/2026 - 21:20", "2026-08-14T21:20:00+07:00"},
		{"18:53, 14/08/2026", "2026-08-14T18:53:00+07:00"},
		{"18:27 | 14/08/2026", "2026-08-14T18:27:00+07:00"},
		{"17:42 Ngày 04/06/2018", "2018-06-04T17:42:00+07:00"},
		{"04:35 15/03/2016", "2016-03-15T04:35:00+07:00"},
		{"13/10/2020, 20:56", "2020-10-13T20:56:00+07:00"},
		{"28/08/2025  20:36", "2025-08-28T20:36:00+07:00"},
		{"05/12/2013 15:42:27", "2013-12-05T15:42:27+07:00"},
		{"Chủ Nhật, ngày 24 tháng 11 năm 2024", "2024-11-24T00:00:00+07:00"},
		{"7/4/202500:00:00", "2025-04-07T00:00:00+07:00"},
		{"1.1.2016", "2016-01-01T00:00:00+07:00"},
		{"15-3-2026", "2026-03-15T00:00:00+07:00"},
		{"ngày 05 tháng 7 năm 2023", "2023-07-05T00:00:00+07:00"},
		// The same in other ways.
		{"  14/08/2026\u00a019:27\n", "2026-08-14T19:27:00+07:00"},
		{"THỨ TƯ, 22/10/2025", "2025-10-22T00:00:00+07:00"},
		{"Thứ Bẩy, 25/10/2025", "2025-10-25T00:00:00+07:00"},
		{"T4, 22/10/2025", "2025-10-22T00:00:00+07:00"},
		{"Thứ 4 ngày 22-10-2025", "2025-10-22T00:00:00+07:00"},
		{"CN 26/10/2025", "2025-10-26T00:00:00+07:00"},
		{"14h30, 22/10/2025", "2025-10-22T14:30:00+07:00"},
		{"14h 22/10/2025", "2025-10-22T14:00:00+07:00"},
		{"14g30 - 22.10.2025", "2025-10-22T14:30:00+07:00"},
		{"14h30-22/10/2025", "2025-10-22T14:30:00+07:00"},
		{"14 giờ 30 ngày 22/10/2025", "2025-10-22T14:30:00+07:00"},
		{"14 giờ 30 - 22/10/2025", "2025-10-22T14:30:00+07:00"},
		{"lúc 14 giờ 30 phút 5 giây, 22 tháng 10, 2025", "2025-10-22T14:30:05+07:00"},
		{"14 giờ 22 tháng 10 năm 2025", "2025-10-22T14:00:00+07:00"},
		{"14h30' 22/10/2025", "2025-10-22T14:30:00+07:00"},
		{"22 / 10 / 2025 9:05", "2025-10-22T09:05:00+07:00"},
		{"22/10/2025 7:25 CH", "2025-10-22T19:25:00+07:00"},
		{"22/10/2025 12:25 SA", "2025-10-22T00:25:00+07:00"},
		{"22/10/2025 12:25 PM", "2025-10-22T12:25:00+07:00"},
		{"22/10/2025 19:25 PM", "2025-10-22T19:25:00+07:00"},
		{"22/10/2025 00:25AM", "2025-10-22T00:25:00+07:00"},
		{"18:5314/08/2026", "2026-08-14T18:53:00+07:00"},
		{"22/10/2025 19:25 (GMT+07:00)", "2025-10-22T19:25:00+07:00"},
		{"22/10/2025 19:25 UTC+7", "2025-10-22T19:25:00+07:00"},
		{"22/10/2025 19:25 GMT -5", "2025-10-22T19:25:00-05:00"},
		{"22/10/2025 19:25 GMT+0530", "2025-10-22T19:25:00+05:30"},
		{"22/10/2025 19:25 GMT", "2025-10-22T19:25:00Z"},
		{"2026-11-23T14:30:00+07:00", "2026-11-23T14:30:00+07:00"},
		{"2026-11-23T14:30:00.123456789123Z", "2026-11-23T14:30:00.123456789Z"},
		{"2026-11-23T14:30:00.5-03:30", "2026-11-23T14:30:00.5-03:30"},
		{"2026-11-23T14:30:00+0700", "2026-11-23T14:30:00+07:00"},
		{"2026-11-23T14:30+07", "2026-11-23T14:30:00+07:00"},
		{"14:30+0530 23/11/2026", "2026-11-23T14:30:00+05:30"},
		{"18:53-14/08/2026", "2026-08-14T18:53:00+07:00"},
		{"2026-11-23t14:30:00z", "2026-11-23T14:30:00Z"},
		{"2026-11-23 14:30", "2026-11-23T14:30:00+07:00"},
		{"2026-11-23", "2026-11-23T00:00:00+07:00"},
		{"29/2/2024", "2024-02-29T00:00:00+07:00"},
		{"31/12/9999 23:59:59", "9999-12-31T23:59:59+07:00"},
		{"1/1/0001", "0001-01-01T00:00:00+07:00"},
	} {
		for _, in := range []string{test.in, norm.NFD.String(test.in), strings.ToUpper(test.in), "\u200e" + test.in} {
			got, err := vn.ParseTime(in)
			if err != nil {
				t.Errorf("ParseTime(%q): %v", in, err)
			} else if got := got.Format(time.RFC3339Nano); got != test.want {
				t.Errorf("ParseTime(%q) = %s, want %s", in, got, test.want)
			}
		}
	}
}

func TestParseTimeError(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", "empty"},
		{" \u00a0\n- ", "empty"},
		{"10/22/2025", "the month stands first"},
		{"10/22/2025, 19:25 (GMT+7)", "the month stands first"},
		{"2025-22-10", "the month stands first"},
		{"22/10/25", "two digits"},
		{"22/10/25 19:25", "two digits"},
		{"22/10/202", "four digits"},
		{"22/10", "no year"},
		{"22/10/", "no year"},
		{"22/", "no month"},
		{"22", "neither a date nor a time"},
		{"2025", "neither a date nor a time"},
		{"tháng 10 năm 2025", "no day"},
		{"22 tháng mười 2025", "no month"},
		{"22 tháng 10", "no year"},
		{"19:25", "no date"},
		{"Thứ tư", "no date"},
		{"31/2/2025", "no such date"},
		{"29/2/2025", "no such date"},
		{"0/1/2025", "no such date"},
		{"1/0/2025", "no such date"},
		{"32/13/2025", "no such date"},
		{"1/1/0000", "no such date"},
		{"1/1/2025 24:00", "no such time"},
		{"1/1/2025 12:60", "no such time"},
		{"1/1/2025 12:5", "two digits"},
		{"1/1/2025 12:05:60", "no such time"},
		{"Thứ ba, 22/10/2025", "Wednesday"},
		{"Thứ tám, 22/10/2025", "weekday"},
		{"Thứ 8, 22/10/2025", "weekday"},
		{"22/10/2025 14:30 SA", "does not fit"},
		{"22/10/2025 0:30 CH", "does not fit"},
		{"22/10/2025 SA", "without a time"},
		{"22/10/2025 (GMT+7)", "without a time"},
		{"22/10/2025 19:25 GMT+15", "offset"},
		{"22/10/2025 19:25 +7", "offset"},
		{"22/10/2025 22/10/2025", "more than one"},
		{"22/10/2025 19:25 19:25", "more than one"},
		{"22/10/2025 hôm nay", `"hom"`},
		{"22/10/2025/5", "unexpected '/'"},
		{"22/10/20255", "neither"},
		{"22/10-2025", "no year"},
		{"chủ 22/10/2025", "chu"},
		{"\xff22/10/2025", "unexpected"},
	} {
		got, err := vn.ParseTime(test.in)
		if err == nil {
			t.Errorf("ParseTime(%q) = %v, want an error with %q", test.in, got, test.want)
			continue
		}
		if !strings.HasPrefix(err.Error(), "vn: ") || !strings.Contains(err.Error(), test.want) || !got.IsZero() {
			t.Errorf("ParseTime(%q) = %v, %v, want %q", test.in, got, err, test.want)
		}
	}
	if _, err := vn.ParseTime(strings.Repeat("ngày ", 1e6)); err == nil || len(err.Error()) > 400 {
		t.Errorf("a long text: %.1000v", err)
	}
}

func TestParseTimeIn(t *testing.T) {
	paris := time.FixedZone("CET", 60*60)
	got, err := vn.ParseTimeIn("22/10/2025 19:25", paris)
	if want := time.Date(2025, 10, 22, 19, 25, 0, 0, paris); err != nil || got != want {
		t.Errorf("in CET: %v, %v", got, err)
	}
	got, err = vn.ParseTimeIn("22/10/2025 19:25 GMT+1", paris)
	if want := time.Date(2025, 10, 22, 19, 25, 0, 0, paris); err != nil || got != want {
		t.Errorf("in CET, stated: %v, %v", got, err)
	}
	got, err = vn.ParseTimeIn("22/10/2025 19:25 (GMT+7)", paris)
	if want := time.Date(2025, 10, 22, 19, 25, 0, 0, timeVN); err != nil || !got.Equal(want) || got.Hour() != 19 {
		t.Errorf("in CET, UTC+7 stated: %v, %v", got, err)
	}
}

func TestFormatTime(t *testing.T) {
	for _, test := range []struct {
		in   time.Time
		want string
	}{
		{time.Time{}, ""},
		{time.Date(2026, 11, 23, 7, 30, 59, 0, time.UTC), "Thứ hai, 23/11/2026, 14:30 (GMT+7)"},
		{time.Date(2026, 1, 3, 20, 5, 0, 0, time.UTC), "Chủ nhật, 4/1/2026, 03:05 (GMT+7)"},
		{time.Date(987, 1, 3, 0, 0, 0, 0, timeVN), "Thứ tư, 3/1/0987, 00:00 (GMT+7)"},
	} {
		got := vn.FormatTime(test.in)
		if got != test.want {
			t.Errorf("FormatTime(%v) = %q, want %q", test.in, got, test.want)
		}
		if got == "" {
			continue
		}
		back, err := vn.ParseTime(got)
		if err != nil || !back.Equal(test.in.Truncate(time.Minute)) {
			t.Errorf("ParseTime(%q) = %v, %v", got, back, err)
		}
	}
}
