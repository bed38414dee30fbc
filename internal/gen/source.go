package gen

import (
	"math/rand/v2"

	"pgregory.net/rapid"
)

// source is where a generator takes its choices from. Zero is the plainest
// choice of each, so that rapid shrinks a mission towards one that is easy to
// read.
type source interface {
	// intN returns a number in [0, n); what names the choice.
	intN(n int, what string) int
}

type randSource struct{ r *rand.Rand }

func (s randSource) intN(n int, _ string) int { return s.r.IntN(n) }

type rapidSource struct{ t *rapid.T }

func (s rapidSource) intN(n int, what string) int {
	return rapid.IntRange(0, n-1).Draw(s.t, what)
}

// chance is true in percent of a hundred draws; the plainest draw is false.
func chance(s source, percent int, what string) bool {
	return s.intN(100, what) >= 100-percent
}

// between draws from low to high, both included.
func between(s source, low, high int, what string) int {
	return low + s.intN(high-low+1, what)
}

func pick[T any](s source, what string, choices ...T) T {
	return choices[s.intN(len(choices), what)]
}
