package vn_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/vn"
)

func TestNames(t *testing.T) {
	tests := []struct {
		value encoding.TextMarshaler
		into  encoding.TextUnmarshaler
		want  string // "" if the value has no name
	}{
		{vn.KeepStyle, new(vn.ToneStyle), "keep"},
		{vn.OldStyle, new(vn.ToneStyle), "old"},
		{vn.NewStyle, new(vn.ToneStyle), "new"},
		{vn.ToneStyle(3), new(vn.ToneStyle), ""},
		{vn.OrderDictionary, new(vn.Order), "dictionary"},
		{vn.OrderName, new(vn.Order), "name"},
		{vn.Order(200), new(vn.Order), ""},
	}
	for _, tt := range tests {
		got, err := tt.value.MarshalText()
		if tt.want == "" {
			if err == nil || !strings.HasPrefix(err.Error(), "vn: ") || got != nil {
				t.Errorf("%v: MarshalText() = %q, %v, want an error", tt.value, got, err)
			}
			continue
		}
		if string(got) != tt.want || err != nil {
			t.Errorf("%v: MarshalText() = %q, %v, want %q", tt.value, got, err, tt.want)
		}
		if got := fmt.Sprint(tt.value); got != tt.want {
			t.Errorf("String() = %q, want %q", got, tt.want)
		}
		if err := tt.into.UnmarshalText(got); err != nil {
			t.Errorf("UnmarshalText(%q) = %v", got, err)
		}
		if got := fmt.Sprint(tt.into); got != tt.want {
			t.Errorf("UnmarshalText(%q) gives %s", tt.want, got)
		}
	}
	if got := fmt.Sprint(vn.Order(200)); got != "Order(200)" {
		t.Errorf("String() = %q, want %q", got, "Order(200)")
	}
}

func TestUnmarshalTextErrors(t *testing.T) {
	for _, in := range []string{"", "Old", " old", "kiểu cũ", "0", "ToneStyle(1)", "\xff", strings.Repeat("old", 1000)} {
		tone, order := vn.NewStyle, vn.OrderName
		for _, err := range []error{tone.UnmarshalText([]byte(in)), order.UnmarshalText([]byte(in))} {
			if err == nil || !strings.HasPrefix(err.Error(), "vn: unknown ") || len(err.Error()) > 300 {
				t.Errorf("UnmarshalText(%.20q) = %v, want an error that says what is known", in, err)
			}
		}
		if tone != vn.NewStyle || order != vn.OrderName {
			t.Errorf("UnmarshalText(%.20q) sets %v, %v", in, tone, order)
		}
	}
}

// TestNamesInJSON holds that settings with these types have names in JSON.
func TestNamesInJSON(t *testing.T) {
	type settings struct {
		Form  vn.Form
		Order vn.Order
	}
	const doc = `{"Form":{"Tone":"old"},"Order":"name"}`
	got, err := json.Marshal(settings{vn.Form{Tone: vn.OldStyle}, vn.OrderName})
	if string(got) != doc || err != nil {
		t.Errorf("Marshal = %s, %v, want %s", got, err, doc)
	}
	var s settings
	if err := json.Unmarshal([]byte(doc), &s); err != nil || s.Form.Tone != vn.OldStyle || s.Order != vn.OrderName {
		t.Errorf("Unmarshal(%s) = %+v, %v", doc, s, err)
	}
}

func TestNamesAsFlags(t *testing.T) {
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var tone vn.ToneStyle
	flags.TextVar(&tone, "tone", vn.OldStyle, "")
	if tone != vn.OldStyle {
		t.Errorf("the default is %v", tone)
	}
	if err := flags.Parse([]string{"-tone", "new"}); err != nil || tone != vn.NewStyle {
		t.Errorf("-tone new gives %v, %v", tone, err)
	}
	if err := flags.Parse([]string{"-tone", "mới"}); err == nil || errors.Is(err, flag.ErrHelp) || tone != vn.NewStyle {
		t.Errorf("-tone mới gives %v, %v, want an error", tone, err)
	}
}
