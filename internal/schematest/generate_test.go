package schematest

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// An object is a JSON object; numbers in it are of type [json.Number].
type object = map[string]any

// A generator makes documents from the schema alone, most of them valid, and
// mutants of them.
type generator struct {
	*rand.Rand
	schema object
	depth  int
}

// urls, times and integers are right and wrong ones. No integer has an exponent
// that a validator would write out.
var (
	urls = []string{
		"", "https://bao.example/tin?a=%20#x", "/ảnh/cầu.jpg", "mailto:a@bao.example", "//bao.example", "?", "tin:1",
		"a b", "a%2", "a%zz", "a\\b", "a<b", "https://[::1", "https://bao.example:x/", "\u0007", "a\u007fb", ":a", "http://a b/",
	}
	times = []string{
		"2026-11-23T14:30:00+07:00", "2026-11-23T14:30:00Z", "2026-11-23T14:30:00.123456789-23:59", "2026-11-24T00:00:00-00:00",
		"2025-01-01T00:00:00Z", "0000-01-01T00:00:00+23:59", "9999-12-31T23:59:59Z", "2024-02-29T12:00:00Z",
		"", "2026-02-29T12:00:00Z", "2026-11-31T12:00:00Z", "2026-13-01T12:00:00Z", "2016-12-31T23:59:60Z", "2026-11-23t14:30:00Z",
		"2026-11-23T14:30:00z", "2026-11-23T14:30:00.1234567890Z", "2026-11-23T14:30:00,5Z", "2026-11-23T14:30:00.Z",
		"2026-11-23T4:30:00Z", "2026-11-23T24:00:00Z", "2026-11-23T14:30:00+24:00", "2026-11-23T14:30:00+07:60",
		"2026-11-23T14:30:00", "2026-11-23 14:30:00Z", "2026-11-23", "hôm qua", "2026-11-23T14:60:00Z", "2026-11-23T14:30:00+0700",
	}
	integers = []string{
		"0", "-0", "0.0", "0e5", "1", "1.0", "1e0", "10e-1", "2", "2.0", "2e0", "3", "0.3e1", "4", "5", "6", "6.000", "7", "640", "6.4e2",
		"2147483647", "2147483648", "2147483647.0", "1e9", "1e10", "1e40", "-1", "-1.0", "2.5", "1e-1", "-2147483649", "123456789012345678901234567890",
	}
	texts  = []string{"", "a", "Cầu mới", "Ảnh: Minh Anh/TTXVN", "<b>&", "\u2028", "null", "2", "paragraph"}
	values = []any{
		nil, true, false, "", "a", json.Number("0"), json.Number("1.5"), json.Number("2"), []any{}, object{}, []any{""}, []any{nil},
		[]any{"", ""}, []any{object{}}, []any{[]any{}}, object{"type": "divider"}, object{"type": "break"}, object{"type": "poll", "n": json.Number("1e2")},
		object{"type": ""}, object{"type": json.Number("1")}, object{"": nil}, object{"type": "emph"}, object{"type": "links"},
		object{"type": "figure"}, object{"type": "figure", "image": object{"alt": "Cầu"}}, object{"url": ""}, object{"text": ""},
	}
)

func pick[T any](g *generator, list []T) T { return list[g.IntN(len(list))] }

// oneIn reports true once in n times.
func (g *generator) oneIn(n int) bool { return g.IntN(n) == 0 }

// resolve follows the reference of a part of the schema; what stands beside
// the reference is added.
func (g *generator) resolve(part object) object {
	ref, ok := part["$ref"].(string)
	if !ok {
		return part
	}
	def := g.schema["$defs"].(object)[strings.TrimPrefix(ref, "#/$defs/")].(object)
	def = maps.Clone(g.resolve(def))
	for k, v := range part {
		if k != "$ref" {
			def[k] = v
		}
	}
	return def
}

// value returns a value that part of the schema describes, or sometimes any.
func (g *generator) value(part object) any {
	if g.oneIn(300) {
		return clone(pick(g, values))
	}
	part = g.resolve(part)
	if c, ok := part["const"]; ok {
		if c == json.Number("1") {
			return json.Number(pick(g, []string{"1", "1.0", "1e0"}))
		}
		return c
	}
	if any, ok := part["oneOf"].([]any); ok {
		return g.value(pick(g, any).(object))
	}
	switch part["type"] {
	case "array":
		return g.list(part)
	case "object":
		return g.object(part)
	case "boolean":
		return g.oneIn(2)
	case "integer":
		return json.Number(g.one(integers[:17]))
	}
	switch part["format"] {
	case "iri-reference":
		return g.one(urls[:7])
	case "date-time":
		return g.one(times[:8])
	}
	return pick(g, texts[min(1, g.IntN(8)):])
}

// one returns one of a list of which the first, those of right, are likely.
func (g *generator) one(right []string) string {
	if g.oneIn(50) {
		return pick(g, right[:cap(right)])
	}
	return pick(g, right)
}

func (g *generator) list(part object) []any {
	g.depth++
	defer func() { g.depth-- }()
	n := 0
	if _, ok := part["minItems"]; ok && !g.oneIn(50) {
		n = 1
	}
	if g.depth < 8 {
		n += g.IntN(3)
	}
	list := make([]any, 0, n)
	for range n {
		list = append(list, g.value(part["items"].(object)))
	}
	return list
}

func (g *generator) object(part object) object {
	if kinds, ok := part["allOf"].([]any); ok && !g.oneIn(20) {
		part = g.resolve(pick(g, kinds).(object)["then"].(object))
	}
	o := make(object)
	required, _ := part["required"].([]any)
	properties, _ := part["properties"].(object)
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		if need := slices.Contains(required, any(name)); need && !g.oneIn(200) || !need && g.oneIn(2) {
			o[name] = g.value(properties[name].(object))
		}
	}
	if g.oneIn(8) {
		o["x-"+pick(g, texts)] = clone(pick(g, values))
	}
	return o
}

// A spot is where a value stands in a document.
type spot struct {
	in   any // an object or a list
	name string
	i    int
}

func spots(v any, all []spot) []spot {
	switch v := v.(type) {
	case object:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			all = spots(v[name], append(all, spot{in: v, name: name}))
		}
	case []any:
		for i := range v {
			all = spots(v[i], append(all, spot{in: v, i: i}))
		}
	}
	return all
}

func (s spot) get() any {
	if o, ok := s.in.(object); ok {
		return o[s.name]
	}
	return s.in.([]any)[s.i]
}

func (s spot) set(v any) {
	if o, ok := s.in.(object); ok {
		o[s.name] = v
	} else {
		s.in.([]any)[s.i] = v
	}
}

// mutate changes doc in one place.
func (g *generator) mutate(doc object) {
	all := spots(doc, nil)
	if len(all) == 0 {
		return
	}
	s := pick(g, all)
	switch o, _ := s.in.(object); g.IntN(7) {
	case 0:
		s.set(clone(pick(g, values)))
	case 1:
		s.set(clone(pick(g, all).get()))
	case 2:
		delete(o, s.name)
	case 3: // a value moves to another name
		o, ok := pick(g, all).in.(object)
		if t := pick(g, all); ok && t.name != "" {
			o[t.name] = clone(s.get())
		}
	case 4:
		if list, ok := s.get().([]any); ok {
			s.set(append(slices.Clone(list), clone(pick(g, values))))
		}
	case 5:
		if list, ok := s.get().([]any); ok && len(list) > 0 {
			s.set(slices.Delete(slices.Clone(list), 0, 1))
		}
	default: // another value of the same type
		switch s.get().(type) {
		case json.Number:
			s.set(json.Number(pick(g, integers)))
		case string:
			s.set(pick(g, pick(g, [][]string{urls, times, texts})))
		}
	}
}

func clone(v any) any {
	switch v := v.(type) {
	case object:
		c := make(object, len(v))
		for name, x := range v {
			c[name] = clone(x)
		}
		return c
	case []any:
		c := make([]any, len(v))
		for i, x := range v {
			c[i] = clone(x)
		}
		return c
	}
	return v
}
