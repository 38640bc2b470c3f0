// Package racetest tells tests whether the race detector is on. It makes pools
// forget at random, so that a count of allocations says nothing, and it makes
// everything many times slower, so that a test of many cases takes fewer.
package racetest

// Cases returns n, or a tenth of it under the race detector: how many cases a
// test makes, or how much of something, whose law holds for any number.
func Cases(n int) int {
	if Enabled {
		return n / 10
	}
	return n
}
