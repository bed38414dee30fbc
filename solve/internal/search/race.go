package search

import (
	"math"
	"slices"
)

// A field is a few plans that are made anew, each of its kind. Which is the best
// of kinds does not show before some steps, and those that begin well often end
// in a trip of a lift too many that no small step takes out. So each is walked
// from in turn; the better half goes on with walks twice as long, and so forth.
type field struct {
	plans []*Solution
	turn  int // which of them walks next
	steps int // of its walk
}

// mostField is how many plans are in a field; there are fewer, but two, where
// together they have more than fieldHauls hauls.
const (
	mostField  = 8
	fieldHauls = 600
	firstSteps = longest / 8
)

// open has walks begin at a field of plans: half of them crossed from two of fields
// before, the others made anew, most of these of loads that are made
// together for all hops, the others hop by hop at the prices of the last plan; and
// by chance pruned, since fewer loads are better where teams or stands hold a plan
// back, and not always where few lifts do. Large missions have none.
func (w *Worker) open(best *Solution) {
	hauls := len(best.Order)
	if hauls > many {
		return
	}
	f := field{steps: firstSteps}
	for range max(2, min(mostField, fieldHauls/(hauls+1))) {
		if w.r.IntN(2) == 0 {
			if s := w.crossed(); s != nil {
				f.plans = append(f.plans, s)
				continue
			}
		}
		made := w.made(best)
		if made == nil {
			return
		}
		f.plans = append(f.plans, made)
	}
	w.base = base{new: true, field: f}
}

// made is a plan that is made anew; nil when it was stopped before that was ready.
func (w *Worker) made(best *Solution) *Solution {
	st := w.manner
	st.rand = w.r
	if w.r.IntN(4) > 0 {
		st.closure, st.transfers = best.Schedule.Score.Closure, w.r.IntN(2) == 0
	} else {
		st.prices, st.blueprint = w.prices.eased(w.r), true
	}
	st.brief = len(w.stock) == 0
	made := w.construct(nil, st, math.MaxInt, func(*Solution) {})
	if made != nil && w.r.IntN(2) == 0 {
		made = w.pruned(made, math.MaxInt)
	}
	return made
}

func (b *base) racing() bool { return len(b.field.plans) > 0 }

// race is the plan of the field that is walked from next, or the one that is
// left of it.
func (w *Worker) race() *Solution {
	b := &w.base
	f := &b.field
	if f.turn > 0 {
		f.plans[f.turn-1] = b.at
	}
	if f.turn == len(f.plans) {
		slices.SortStableFunc(f.plans, func(a, b *Solution) int { return a.Schedule.Score.Compare(b.Schedule.Score) })
		left := len(f.plans) / 2
		w.store(f.plans[left:])
		if f.plans, f.turn, f.steps = f.plans[:left], 0, min(longest, 2*f.steps); left == 1 {
			w.store(f.plans)
			*b = base{at: f.plans[0], new: true}
			return b.at
		}
	}
	b.at = f.plans[f.turn]
	f.turn++
	return b.at
}
