// Package racetest tells tests whether the race detector is on. It makes pools
// forget at random, so that a count of allocations says nothing.
package racetest
