// Package bench compares the module with its peers. It is a module of its own, so
// that the peers stay out of the go.mod of the library:
//
//	go test -bench . github.com/toasoan/toasoan/internal/bench
//
// Compare the numbers of one run only. All inputs are long and do not repeat: a
// branch predictor learns a short text by heart, and then measures nothing.
package bench
