package sched

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// The via rule of R15 counts: of each kind of a unit no more may have reached a
// place of its way than the place before it. For each step of the way there is
// a stock of those who have reached its start and not yet its end.

// steps is those stocks of a part's kind: one for each via place, from it to
// the next or to the destination.
func (d *Decoder) steps(p haul.Part) []stock { return d.passed[d.p.Slot(p.Unit, p.Kind)] }

// along is the place of the way that comes i-th: a via place or, last, the
// destination.
func along(u *network.Unit, i int) network.PlaceIndex {
	if i < len(u.Via) {
		return u.Via[i]
	}
	return u.To
}

// passing moves a request on until enough of the part's kind have passed what
// comes before its end.
func (d *Decoder) passing(q *request, p haul.Part) {
	u := &d.n.Units[p.Unit]
	for i, s := range d.steps(p) {
		if next := along(u, i+1); next == q.hop.To && !slices.Contains(q.hop.Via, u.Via[i]) {
			q.unload = max(q.unload, s.from(q.from, p.N))
		} else if d.stopsTooSoon(q, u.Via[i], next) {
			q.from = max(q.from, s.from(q.from, p.N))
		}
	}
}

// stopsTooSoon reports whether a lift may stop on its way at a place that comes
// next without having stopped at the one before it.
func (d *Decoder) stopsTooSoon(q *request, before, next network.PlaceIndex) bool {
	for i := range q.haul.Options {
		stops := q.haul.Options[i].Route.Stops
		if k := slices.Index(stops, next); k >= 0 && !slices.Contains(stops[:k], before) {
			return true
		}
	}
	return false
}

// pass counts a part where its movement stopped and where it was unloaded.
func (d *Decoder) pass(q *request, p haul.Part, unloaded minute, stops []Stop) {
	u, steps := &d.n.Units[p.Unit], d.steps(p)
	reach := func(at network.PlaceIndex, t minute) {
		for i := range len(u.Via) + 1 {
			if along(u, i) != at {
				continue
			}
			if i < len(u.Via) {
				steps[i].add(t, p.N)
			}
			if i > 0 {
				steps[i-1].add(t, -p.N)
			}
		}
	}
	for _, s := range stops {
		reach(s.At, s.Arrive)
	}
	reach(q.hop.To, unloaded)
}
