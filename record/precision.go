package record

import (
	"math"

	"sortie"
)

// Precision is how exactly a figure was published: the key that it is written
// under.
type Precision string

// The precisions.
const (
	Exact   Precision = "exact"
	About   Precision = "about"
	AtLeast Precision = "at_least"
	AtMost  Precision = "at_most"
)

// Value is a figure's number or word, and its precision; the precision is
// empty where it has none. Of several the first counts: a mission that has
// them is refused when it is read.
func Value(f sortie.Figure) (sortie.Amount, Precision) {
	for _, v := range []struct {
		amount    *sortie.Amount
		precision Precision
	}{{f.Exact, Exact}, {f.About, About}, {f.AtLeast, AtLeast}, {f.AtMost, AtMost}} {
		if v.amount != nil {
			return *v.amount, v.precision
		}
	}
	return sortie.Amount{}, ""
}

// slack is how much more than a figure given as "about" still agrees with it.
const slack = 0.1

// words are the most that a word can mean: the next one begins there.
var words = map[string]float64{"dozens": 99, "hundreds": 999, "thousands": 9999}

// ceiling is the most that agrees with a figure; ok is false where it sets no
// upper limit.
func ceiling(f sortie.Figure) (most float64, ok bool) {
	a, precision := Value(f)
	switch {
	case precision == "" || precision == AtLeast:
		return 0, false
	case a.Word != "":
		most, ok = words[a.Word]
		return most, ok
	case precision == About:
		// In tenths of a figure that is whole in tenths, so that 1.1 × 200 is 220.
		return math.Floor(a.N*(1+slack) + 1e-9), true
	}
	return a.N, true
}
