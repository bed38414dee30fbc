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
	if w.p.Hops[h.Hop].Mode == network.Road && w.r.IntN(2) == 0 {
		return w.shuttle(s, i, w.p.Hops[r.First].To)
	}
	first, second := w.build.make.Make(r.First, h.Parts, network.None), w.build.make.Make(r.Second, h.Parts, network.None)
	if first == nil || second == nil {
		return nil
	}
	out := slices.Clone(s.Order)
	out[i] = second
	return slices.Insert(out, w.r.IntN(i+1), first)
}

// shuttle has a haul, and others that leave the same place, change lifts at one
// place on their way, from where they go on after everything else: lifts that
// have little left to do spare the others the end of the way.
func (w *Worker) shuttle(s *Solution, i int, over network.PlaceIndex) []*haul.Haul {
	from := w.p.Hops[s.Order[i].Hop].From
	part := 1 + w.r.IntN(24)
	out, last := slices.Clone(s.Order), []*haul.Haul(nil)
	for k, h := range s.Order {
		if k != i && (w.p.Hops[h.Hop].From != from || w.r.IntN(part) > 0) {
			continue
		}
		relays := w.p.Relays(h.Hop)
		at := slices.IndexFunc(relays, func(r haul.Relay) bool { return w.p.Hops[r.First].To == over })
		if at < 0 || w.endsAt(h.Parts, over) {
			continue
		}
		first, second := w.build.make.Make(relays[at].First, h.Parts, network.None), w.build.make.Make(relays[at].Second, h.Parts, network.None)
		if first != nil && second != nil {
			out[k] = first
			last = append(last, second)
		}
	}
	return append(out, last...)
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
	return r, !w.endsAt(parts, w.p.Hops[r.First].To)
}

// endsAt reports whether any of the parts begins or ends its way at a place.
func (w *Worker) endsAt(parts []haul.Part, at network.PlaceIndex) bool {
	return slices.ContainsFunc(parts, func(p haul.Part) bool {
		u := &w.p.N.Units[p.Unit]
		return u.At == at || u.To == at
	})
}
