package search

import "sortie/solve/internal/sched"

// A search around the best plan comes to an end: whichever plans are walked from, it finds that one
// again. Another that begins with none of what was found before ends elsewhere, sooner as often as
// later. So where the search has found nothing for long, a worker sets out apart, from a plan made
// anew, until that search ends too; and then goes on around the best of all, with the plans that it
// has brought to cross that one with.

// search is one that begins with a plan.
type search struct {
	best   *Solution // that it has found
	began  int       // after so many schedules
	better int       // and found that after so many
}

// enough is how many schedules a search tries at least after its last better plan.
const enough = 8 * longest

// over reports whether a search has found nothing for half as long as it took before.
func (s *search) over(tried int) bool {
	return tried-s.better > max(enough, (s.better-s.began)/2)
}

// found takes the best plan of a search, after so many schedules.
func (s *search) found(best *Solution, tried int) {
	if s.best == nil || sooner(best.Schedule.Score, s.best.Schedule.Score) {
		s.better = tried
	}
	s.best = best
}

// sooner reports whether a score is better by closure, or by what ranks before it.
func sooner(a, b sched.Score) bool {
	a.Under, a.Waiting, a.Pieces = b.Under, b.Waiting, b.Pieces
	return a.Compare(b) < 0
}

// Improve searches for a number of schedules, and returns the best plan that is found,
// which is the given one if none was better. It stops early, with the best so far, when the
// worker is stopped.
func (w *Worker) Improve(best *Solution, iterations int) *Solution {
	if w.apart == nil {
		best = w.improve(best, iterations)
		if w.around.found(best, w.Tried); w.around.over(w.Tried) && !w.given && !w.done(best) && len(best.Order) <= many {
			w.setApart(best)
		}
		return best
	}
	a := w.apart
	a.found(w.improve(a.best, iterations), w.Tried)
	better := a.best.Schedule.Score.Compare(best.Schedule.Score) < 0
	if better || a.over(w.Tried) || w.done(best) {
		w.rejoin(better)
	}
	if better {
		return a.best
	}
	return best
}

// lasted is how many schedules the search has tried.
func (w *Worker) lasted() int {
	if w.apart != nil {
		return w.Tried - w.apart.began
	}
	return w.Tried - w.around.began
}

// setApart begins a search apart.
func (w *Worker) setApart(best *Solution) {
	made := w.made(best)
	if made == nil {
		return
	}
	w.apart = &search{best: made, began: w.Tried, better: w.Tried}
	w.left, w.stock = w.stock, nil
	w.walk, w.base, w.opened = walk{}, base{}, false
}

// rejoin ends it. The search around the best of all goes on, for half as long again as it
// took, unless that is where the search apart is.
func (w *Worker) rejoin(ahead bool) {
	a := w.apart
	if w.apart = nil; ahead {
		w.around = *a
	} else {
		w.around.better = w.Tried
		w.walk, w.base = walk{}, base{}
	}
	own := append(w.stock, a.best)
	w.stock, w.left = w.left, nil
	w.store(own)
}
