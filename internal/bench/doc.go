// Package bench compares the module with what programs use today, in speed and in
// what is right. It is a module of its own, so that the peers stay out of the go.mod
// of the library. The command
//
//	cd internal/bench && go run ./cmd/benchmarks
//
// runs everything and writes BENCHMARKS.md with its charts. A part of it runs as
//
//	cd internal/bench && go test -bench Slug
//
// Compare the numbers of one run only. Inputs are drawn with a fixed seed and do not
// repeat: a branch predictor learns a short text by heart, and then measures nothing.
//
// The tables in testdata hold inputs with the one right result. They are written by
// the rules of Vietnamese spelling, of Unicode and of what all peers mean by a slug,
// and not by what this library does; its tests want all of them right.
package bench
