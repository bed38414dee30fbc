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

// straighten takes what a haul brings to a place between straight to its end, out
// of all hauls that would have carried it on.
func (w *Worker) straighten(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	hop := &w.p.Hops[h.Hop]
	end := w.p.N.Units[h.Parts[w.r.IntN(len(h.Parts))].Unit].To
	straight, ok := w.p.Direct(hop.From, end, hop.Mode)
	if !ok || hop.Convoy || end == hop.To || end == hop.From {
		return nil
	}
	order := slices.Clone(s.Order)
	var parts []haul.Part
	for _, p := range h.Parts {
		if w.p.N.Units[p.Unit].To != end {
			continue
		}
		if order = w.remove(order, i, p); order == nil {
			return nil
		}
		parts = append(parts, p)
	}
	made := w.build.make.Make(straight, parts, network.None)
	if made == nil {
		return nil
	}
	order = slices.Insert(order, i, made)
	return slices.DeleteFunc(order, func(h *haul.Haul) bool { return h == nil })
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
