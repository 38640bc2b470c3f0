package main

import (
	"fmt"
	"math"
	"strconv"
)

// A goal is a bound on what is measured.
type goal struct {
	what    string // for the reader
	measure func(r *results) (float64, error)
	atLeast bool // or else at most
	bound   float64
	unit    string
}

// met reports whether a value reaches the goal.
func (g goal) met(value float64) bool {
	if g.atLeast {
		return value >= g.bound
	}
	return value <= g.bound
}

// faster: ours takes at most 1/times of the time of the peer.
func faster(ours, peer, what string, times float64) goal {
	return goal{what, func(r *results) (float64, error) { return r.ratio(peer, ours) }, true, times, "×"}
}

// within: ours takes at most so many times as long as the limit.
func within(ours, limit, what string, times float64) goal {
	return goal{what, func(r *results) (float64, error) { return r.ratio(ours, limit) }, false, times, "×"}
}

func allocations(ours, what string, most float64) goal {
	return goal{what, func(r *results) (float64, error) { return r.median(ours, allocs) }, false, most, " allocations"}
}

func megabytes(ours, what string, least float64) goal {
	return goal{what, func(r *results) (float64, error) {
		v, err := r.median(ours, speed)
		return v / 1e6, err
	}, true, least, " MB/s"}
}

// larger: the program is at most so many megabytes larger than the empty one.
func larger(program, what string, most float64) goal {
	return goal{what, func(r *results) (float64, error) {
		a, err := r.median("Size "+program, size)
		if err != nil {
			return 0, err
		}
		b, err := r.median("Size empty", size)
		return (a - b) / 1e6, err
	}, false, most, " MB"}
}

// goals are the goals of the library.
var goals = []goal{
	faster("Slug vn.Slug", "Slug gosimple/slug", "`vn.Slug` faster than gosimple/slug", 25),
	faster("Slug vn.Slugger.Append", "Slug for range", "`vn.Slugger.Append` faster than an empty `for range` loop", 1.4),
	allocations("Slug vn.Slug", "`vn.Slug`", 1),
	allocations("Slug vn.Slugger.Append", "`vn.Slugger.Append`", 0),
	faster("Fold vn.Fold", "Fold x/text", "`vn.Fold` of titles faster than NFD, removal of Mn, NFC of x/text", 40),
	faster("FoldText vn.AppendFold", "FoldText for range", "`vn.AppendFold` of a long text faster than an empty `for range` loop", 1.5),
	allocations("Fold vn.Fold", "`vn.Fold`", 1),
	allocations("FoldClean vn.Fold", "`vn.Fold` if nothing changes", 0),
	allocations("FoldText vn.AppendFold", "`vn.AppendFold`", 0),
	faster("Normal vn.Form.IsNormal", "Normal norm.NFC.IsNormalString", "`vn.Form.IsNormal` on normal text faster than `norm.NFC.IsNormalString`", 8),
	faster("Normal vn.Form.IsNormal", "Normal utf8.ValidString", "`vn.Form.IsNormal` on normal text faster than `utf8.ValidString`", 2),
	faster("Normal vn.Form.String", "Normal norm.NFC.IsNormalString", "`vn.Form.String` on normal text faster than `norm.NFC.IsNormalString`", 8),
	faster("Normal vn.Form.String", "Normal utf8.ValidString", "`vn.Form.String` on normal text faster than `utf8.ValidString`", 2),
	allocations("Normal vn.Form.IsNormal", "`vn.Form.IsNormal` on normal text", 0),
	allocations("Normal vn.Form.String", "`vn.Form.String` on normal text", 0),
	faster("NFD vn.Form.Append", "NFD norm.NFC.AppendString", "`vn.Form.Append` from NFD faster than `norm.NFC.AppendString`", 6),
	faster("NFD vn.Form.String", "NFD norm.NFC.String", "`vn.Form.String` from NFD faster than `norm.NFC.String`", 6),
	allocations("NFD vn.Form.Append", "`vn.Form.Append` from NFD", 0),
	faster("Key vn.Order.AppendKey", "Key collate.KeyFromString", "`vn.Order.AppendKey` faster than a key of x/text/collate", 3),
	faster("Compare vn.Compare", "Compare collate.CompareString", "`vn.Compare` faster than x/text/collate", 1.5),
	allocations("Key vn.Order.AppendKey", "`vn.Order.AppendKey`", 0),
	allocations("Compare vn.Compare", "`vn.Compare`", 0),
	faster("HTML render.AppendHTML", "HTML html/template", "`render.AppendHTML` faster than html/template", 20),
	within("HTML render.AppendHTML", "HTML memcpy", "`render.AppendHTML` within so many copies of its output", 60),
	allocations("HTML render.AppendHTML", "`render.AppendHTML`", 0),
	faster("Decode article.UnmarshalJSON", "Decode encoding/json", "`Article.UnmarshalJSON` faster than encoding/json into flat structs", 4),
	faster("Encode article.AppendJSON", "Encode encoding/json", "`Article.AppendJSON` faster than encoding/json from flat structs", 2.5),
	allocations("Encode article.AppendJSON", "`Article.AppendJSON`", 0),
	faster("Lines toasoan", "Lines encoding/json+norm.NFC", "The JSON Lines job faster than encoding/json and x/text", 4),
	megabytes("Parse article.Parse", "`article.Parse` of an article", 50),
	megabytes("ParseLong article.Parse", "`article.Parse` of a long text, so in linear time", 50),
	larger("vn", "A program with package vn larger than an empty one", 0.4),
}

// format formats what was measured for the goal.
func (g goal) format(value float64) string {
	if g.unit == "×" || g.unit == " MB" {
		return number(value) + g.unit
	}
	return whole(value) + g.unit
}

// number formats a ratio to three digits or a little more.
func number(x float64) string {
	switch {
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

// whole formats what is a whole number, or the middle of two.
func whole(x float64) string { return strconv.FormatFloat(math.Round(2*x)/2, 'f', -1, 64) }
