package vn_test

import (
	"testing"

	"github.com/toasoan/toasoan/vn"
)

func TestFormVectors(t *testing.T) {
	for _, kind := range []string{"tone-old", "tone-new", "nfc-repair", "homoglyph", "clean", "invalid-syllable", "lexical-guard"} {
		forms := []vn.Form{{}, {Tone: vn.OldStyle}, {Tone: vn.NewStyle}}
		switch kind {
		case "tone-old":
			forms = forms[1:2]
		case "tone-new":
			forms = forms[2:]
		}
		for _, v := range formVectors(t, kind) {
			for _, f := range forms {
				if got := f.String(v.in); got != v.want {
					t.Errorf("%v %s: String(%q) = %q, want %q (%s)", f.Tone, kind, v.in, got, v.want, v.rule)
				}
				if vn.Normalize(v.in) != v.in && vn.Form.IsNormal(vn.Form{}, v.in) {
					t.Errorf("IsNormal(%q) = true", v.in)
				}
			}
		}
	}
}
