package vn

import (
	"fmt"
	"slices"
	"strings"
)

// The names of settings, by value, as String, flags and configuration files have
// them. They must not change.
var (
	toneStyleNames = []string{"keep", "old", "new"}
	orderNames     = []string{"dictionary", "name"}
)

// MarshalText implements [encoding.TextMarshaler]: the text is that of String. A
// value that is none of the constants is an error.
func (t ToneStyle) MarshalText() ([]byte, error) {
	return marshalName(uint8(t), toneStyleNames, "ToneStyle")
}

// UnmarshalText implements [encoding.TextUnmarshaler]: it takes what MarshalText
// gives and nothing else, so that [flag.TextVar] and JSON read a style. On an error
// t stays as it is.
func (t *ToneStyle) UnmarshalText(text []byte) error {
	v, err := unmarshalName(text, toneStyleNames, "tone style")
	if err == nil {
		*t = ToneStyle(v)
	}
	return err
}

// MarshalText implements [encoding.TextMarshaler]: the text is that of String. A
// value that is none of the constants is an error.
func (o Order) MarshalText() ([]byte, error) {
	return marshalName(uint8(o), orderNames, "Order")
}

// UnmarshalText implements [encoding.TextUnmarshaler]: it takes what MarshalText
// gives and nothing else, so that [flag.TextVar] and JSON read an order. On an error
// o stays as it is.
func (o *Order) UnmarshalText(text []byte) error {
	v, err := unmarshalName(text, orderNames, "order")
	if err == nil {
		*o = Order(v)
	}
	return err
}

// nameOf returns the name of v, a value of the type kind, or one like "Order(7)" if
// it has none.
func nameOf(v uint8, names []string, kind string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return kind + "(" + itoa(v) + ")"
}

func marshalName(v uint8, names []string, kind string) ([]byte, error) {
	if int(v) < len(names) {
		return []byte(names[v]), nil
	}
	return nil, fmt.Errorf("vn: %s has no name", nameOf(v, names, kind))
}

// unmarshalName returns the value of that name. what says what it is the name of.
func unmarshalName(text []byte, names []string, what string) (uint8, error) {
	i := slices.Index(names, string(text))
	if i < 0 {
		return 0, fmt.Errorf("vn: unknown %s %.40q, want one of %s", what, text, strings.Join(names, ", "))
	}
	return uint8(i), nil
}
