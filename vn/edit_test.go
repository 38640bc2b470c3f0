package vn_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/toasoan/toasoan/vn"
)

func TestEdits(t *testing.T) {
	tests := []struct {
		style vn.ToneStyle
		in    string
		want  []vn.Edit
	}{
		{vn.KeepStyle, "Tiếng Việt hòa hoà", nil},
		{vn.KeepStyle, "Vie\u0323\u0302t", []vn.Edit{{2, 7, "ệ", vn.ReasonComposition}}},
		{vn.KeepStyle, "a\u0301\u0302n", []vn.Edit{{0, 5, "ấ", vn.ReasonMarkOrder}}},
		{vn.KeepStyle, "a\u0341", []vn.Edit{{0, 3, "á", vn.ReasonMarkOrder}}},
		{vn.KeepStyle, "d\u0335i", []vn.Edit{{0, 3, "đ", vn.ReasonMarkOrder}}},
		{vn.KeepStyle, "Ðà Nẵng", []vn.Edit{{0, 2, "Đ", vn.ReasonLookalike}}},
		{vn.KeepStyle, "ngƣời", []vn.Edit{{2, 4, "ư", vn.ReasonLookalike}}},
		{vn.KeepStyle, "Tƣ\u0300", []vn.Edit{{1, 5, "ừ", vn.ReasonLookalike}}},
		{vn.KeepStyle, "HÐND", []vn.Edit{{1, 3, "Đ", vn.ReasonLookalike}}},
		{vn.KeepStyle, "H\u0421M", []vn.Edit{{1, 3, "C", vn.ReasonLookalike}}},
		{vn.KeepStyle, "ÐHYD", []vn.Edit{{0, 2, "Đ", vn.ReasonLookalike}}},
		{vn.KeepStyle, "h\u043Ec", []vn.Edit{{1, 3, "o", vn.ReasonLookalike}}},
		{vn.KeepStyle, "\uFEFFViệt", []vn.Edit{{0, 4, "V", vn.ReasonInvisible}}},
		{vn.KeepStyle, "N\u00ADam", []vn.Edit{{0, 3, "N", vn.ReasonInvisible}}},
		{vn.KeepStyle, "tòan", []vn.Edit{{1, 4, "oà", vn.ReasonMisplacedTone}}},
		{vn.KeepStyle, "qu\u0301y", []vn.Edit{{1, 5, "uý", vn.ReasonMisplacedTone}}},
		{vn.KeepStyle, "hòàn", []vn.Edit{{1, 3, "o", vn.ReasonMisplacedTone}}},
		{vn.KeepStyle, "to\u0300a\u0300n", []vn.Edit{{1, 7, "oà", vn.ReasonMisplacedTone}}},
		{vn.NewStyle, "hòà", []vn.Edit{{1, 3, "o", vn.ReasonMisplacedTone}}},
		{vn.OldStyle, "hòà", []vn.Edit{{3, 5, "a", vn.ReasonMisplacedTone}}},
		{vn.OldStyle, "hoà", []vn.Edit{{1, 4, "òa", vn.ReasonToneStyle}}},
		{vn.NewStyle, "KHỎE", []vn.Edit{{2, 6, "OẺ", vn.ReasonToneStyle}}},
		{vn.KeepStyle, "Ðo\u0300an", []vn.Edit{{0, 6, "Đoà", vn.ReasonMisplacedTone}}},
		{vn.KeepStyle, "Raúl García \xff", nil},
		{vn.OldStyle, "Noé gịa", nil},
		{vn.KeepStyle, "=\u0338", []vn.Edit{{0, 3, "≠", vn.ReasonComposition}}},
	}
	for _, tt := range tests {
		got := slices.Collect(vn.Form{Tone: tt.style}.Edits(tt.in))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v: Edits(%+q) (-want +got):\n%s", tt.style, tt.in, diff)
		}
	}
}

func TestEditsStop(t *testing.T) {
	for range (vn.Form{}).Edits("tòan tòan tòan") {
		break
	}
}

func TestFormNames(t *testing.T) {
	tests := []struct{ got, want string }{
		{vn.OldStyle.String(), "old"}, {vn.ToneStyle(7).String(), "ToneStyle(7)"},
		{vn.ReasonMisplacedTone.String(), "misplaced tone"}, {vn.Reason(0).String(), "Reason(0)"},
		{vn.ToneHoi.String(), "hỏi"}, {vn.Tone(200).String(), "Tone(200)"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("String() = %q, want %q", tt.got, tt.want)
		}
	}
}
