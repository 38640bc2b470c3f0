package vn

//go:generate go run gen.go

// A ToneStyle is where the tone mark of an open syllable in oa, oe or uy stands.
type ToneStyle uint8

const (
	KeepStyle ToneStyle = iota // where it is, if either style allows it there
	OldStyle                   // kiểu cũ: hòa, khỏe, thủy
	NewStyle                   // kiểu mới: hoà, khoẻ, thuỷ
)
