package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// exchange has two hauls of a hop carry each other's people, or items of the same
// type, of two units: who is farther from home, or is due sooner, leaves sooner.
func (w *Worker) exchange(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	p := h.Parts[w.r.IntN(len(h.Parts))]
	for range 12 {
		k := w.r.IntN(len(s.Order))
		o := s.Order[k]
		if k == i || o.Hop != h.Hop {
			continue
		}
		var others []haul.Part
		for _, q := range o.Parts {
			if q.Kind == p.Kind && q.Unit != p.Unit {
				others = append(others, q)
			}
		}
		if len(others) == 0 {
			continue
		}
		q := others[w.r.IntN(len(others))]
		n := min(p.N, q.N)
		if w.r.IntN(3) == 0 {
			n = 1 + w.r.IntN(n)
		}
		first := w.build.make.Make(h.Hop, traded(h.Parts, p, q, n), network.None)
		second := w.build.make.Make(h.Hop, traded(o.Parts, q, p, n), network.None)
		if first == nil || second == nil {
			return nil
		}
		out := slices.Clone(s.Order)
		out[i], out[k] = first, second
		return out
	}
	return nil
}

// traded is the parts with n of one given for as many of another.
func traded(parts []haul.Part, give, take haul.Part, n int) []haul.Part {
	out := slices.Clone(parts)
	for i := range out {
		if out[i].Unit == give.Unit && out[i].Kind == give.Kind {
			out[i].N -= n
		}
	}
	take.N = n
	return append(out, take)
}
