package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// relay has a haul change lifts at a place between: one lift brings it there,
// another takes it on.
func (w *Worker) relay(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	r, ok := w.between(h.Hop, h.Parts)
	if !ok {
		return nil
	}
	first, second := w.build.make.Make(r.First, h.Parts, network.None), w.build.make.Make(r.Second, h.Parts, network.None)
	if first == nil || second == nil {
		return nil
	}
	out := slices.Clone(s.Order)
	out[i] = second
	return slices.Insert(out, w.r.IntN(i+1), first)
}

// between is a relay of a hop over a place where none of the parts begins or ends
// its way.
func (w *Worker) between(hop haul.HopID, parts []haul.Part) (haul.Relay, bool) {
	relays := w.p.Relays(hop)
	if len(relays) == 0 {
		return haul.Relay{}, false
	}
	r := relays[w.r.IntN(len(relays))]
	at := w.p.Hops[r.First].To
	return r, !slices.ContainsFunc(parts, func(p haul.Part) bool {
		u := &w.p.N.Units[p.Unit]
		return u.At == at || u.To == at
	})
}
