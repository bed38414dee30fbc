package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// Tidy takes out of a solution what travels part of its way and no farther:
// people and items that the plan does not deliver stay where they are.
func (w *Worker) Tidy(s *Solution) *Solution {
	for range 8 {
		stuck := w.stuck(s)
		if len(stuck) == 0 {
			return s
		}
		order := w.without(s.Order, stuck, s.Schedule)
		next := w.run(order)
		if next == nil || next.Schedule.Score.Undelivered > s.Schedule.Score.Undelivered || next.Schedule.Score.Lacking > s.Schedule.Score.Lacking {
			return s
		}
		s = next
	}
	return s
}

// halt is a kind of a unit at a place that is neither its start nor its end.
type halt struct {
	unit network.UnitIndex
	kind network.ItemIndex
	at   network.PlaceIndex
}

// stuck is how many of each kind the solution leaves on the way.
func (w *Worker) stuck(s *Solution) map[halt]int {
	at := w.ends(s.Schedule)
	for h, n := range at {
		u := &w.p.N.Units[h.unit]
		if n <= 0 || h.at == u.At || h.at == u.To {
			delete(at, h)
		}
	}
	return at
}

// ends is how many of each kind a schedule brings to each place, less those it
// takes away. The map is the worker's until the next.
func (w *Worker) ends(s *sched.Schedule) map[halt]int {
	if w.halts == nil {
		w.halts = map[halt]int{}
	}
	at := w.halts
	clear(at)
	for i := range s.Moves {
		m := &s.Moves[i]
		if m.Haul == nil {
			continue
		}
		for _, p := range m.Haul.Parts {
			at[halt{p.Unit, p.Kind, m.From}] -= p.N
			at[halt{p.Unit, p.Kind, m.To}] += p.N
		}
	}
	return at
}

// without is the order less what was dropped, and less the parts that got
// stuck, taken from the last hauls that brought them there.
func (w *Worker) without(order []*haul.Haul, stuck map[halt]int, s *sched.Schedule) []*haul.Haul {
	out := make([]*haul.Haul, 0, len(order))
	for i := len(order) - 1; i >= 0; i-- {
		h := order[i]
		if s.Done[i] >= network.Never {
			continue
		}
		to := w.p.Hops[h.Hop].To
		var parts []haul.Part
		changed := false
		for _, p := range h.Parts {
			key := halt{p.Unit, p.Kind, to}
			if n := min(stuck[key], p.N); n > 0 {
				stuck[key] -= n
				p.N -= n
				changed = true
				if from := w.p.Hops[h.Hop].From; from != w.p.N.Units[p.Unit].At {
					stuck[halt{p.Unit, p.Kind, from}] += n // nor need it come there
				}
			}
			parts = append(parts, p)
		}
		if changed {
			if h = w.build.make.Make(h.Hop, parts, network.None); h == nil {
				continue
			}
		}
		out = append(out, h)
	}
	slices.Reverse(out)
	return out
}
