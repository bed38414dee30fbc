package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// reroute sends what one unit has aboard a haul from its start another way:
// out of that haul and of those that would have carried it on.
func (w *Worker) reroute(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	pick := h.Parts[w.r.IntN(len(h.Parts))].Unit
	unit := &w.p.N.Units[pick]
	hop := &w.p.Hops[h.Hop]
	if hop.From != unit.At {
		return nil
	}
	order := slices.Clone(s.Order)
	var streams []stream
	for _, p := range h.Parts {
		if p.Unit != pick || p.Kind == network.People && hop.Convoy {
			continue
		}
		ways := w.p.Ways(p.Unit, p.Kind)
		if len(ways) < 2 {
			continue
		}
		way := ways[w.r.IntN(len(ways))]
		if way.Hops[0] == h.Hop || drives(w.p, way) {
			continue
		}
		if w.r.IntN(3) == 0 {
			p.N = 1 + w.r.IntN(p.N)
		}
		if order = w.remove(order, i, p); order == nil {
			return nil
		}
		streams = append(streams, stream{p, way})
	}
	if len(streams) == 0 {
		return nil
	}
	made := w.build.build(streams, style{fleet: network.None, rand: w.r})
	at := min(i, w.r.IntN(len(order)+1))
	for k, m := range made {
		order = slices.Insert(order, min(at+k, len(order)), m.haul)
	}
	return slices.DeleteFunc(order, func(h *haul.Haul) bool { return h == nil })
}

// remove takes a part out of the haul at i and out of hauls after its end, as
// far as its destination. Hauls that it empties become nil. It fails where
// others of a convoy need what is removed.
func (w *Worker) remove(order []*haul.Haul, i int, p haul.Part) []*haul.Haul {
	h := order[i]
	to := w.p.Hops[h.Hop].To
	rest := slices.Clone(h.Parts)
	for k := range rest {
		if rest[k].Unit == p.Unit && rest[k].Kind == p.Kind {
			rest[k].N -= p.N
		}
	}
	if order[i] = w.build.make.Make(h.Hop, rest, network.None); order[i] == nil && total(rest) > 0 {
		return nil
	}
	if to == w.p.N.Units[p.Unit].To {
		return order
	}
	for k := len(order) - 1; k >= 0 && p.N > 0; k-- {
		if order[k] == nil || w.p.Hops[order[k].Hop].From != to {
			continue
		}
		for _, q := range order[k].Parts {
			if q.Unit != p.Unit || q.Kind != p.Kind {
				continue
			}
			n := min(p.N, q.N)
			if order = w.remove(order, k, haul.Part{Unit: p.Unit, Kind: p.Kind, N: n}); order == nil {
				return nil
			}
			p.N -= n
			break
		}
	}
	return order
}
