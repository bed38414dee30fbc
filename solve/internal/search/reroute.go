package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// reroute sends what one unit has aboard a haul on from there another way: out of
// that haul and of those that would have carried it on, and into others, or
// into what others over the same hops carry, loaded anew.
func (w *Worker) reroute(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	pick := h.Parts[w.r.IntN(len(h.Parts))].Unit
	hop := &w.p.Hops[h.Hop]
	order := slices.Clone(s.Order)
	var streams []stream
	over := anyHop // all that goes another way goes the same
	for _, p := range h.Parts {
		if p.Unit != pick || p.Kind == network.People && hop.Convoy {
			continue
		}
		ways := w.onward(p, h.Hop, over)
		if len(ways) == 0 {
			continue
		}
		way := ways[w.r.IntN(len(ways))]
		over = way.Hops[0]
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
	order = slices.DeleteFunc(order, func(h *haul.Haul) bool { return h == nil })
	at := min(i, w.r.IntN(len(order)+1))
	for _, m := range made {
		if w.r.IntN(2) == 0 {
			if pooled := w.pool(order, m.haul); pooled != nil {
				order = pooled
				continue
			}
		}
		at = min(at, len(order))
		order = slices.Insert(order, at, m.haul)
		at++
	}
	return order
}

// onward is the ways of a part from where a hop begins that begin with another
// by lift, or with the one that is given.
func (w *Worker) onward(p haul.Part, not, over haul.HopID) []haul.Way {
	from := w.p.Hops[not].From
	var out []haul.Way
	for _, way := range w.p.Ways(p.Unit, p.Kind) {
		k := slices.IndexFunc(way.Hops, func(h haul.HopID) bool { return w.p.Hops[h].From == from })
		if k < 0 || way.Hops[k] == not || over != anyHop && way.Hops[k] != over || w.p.Hops[way.Hops[k]].Convoy {
			continue
		}
		out = append(out, haul.Way{Hops: way.Hops[k:], Minutes: way.Minutes})
	}
	return out
}

// pool is the order with a haul more over a hop, loaded together with one or two
// that are there already; nil where there are none, or not all of it is taken.
func (w *Worker) pool(order []*haul.Haul, h *haul.Haul) []*haul.Haul {
	if w.p.Hops[h.Hop].Convoy {
		return nil
	}
	var all, chosen []int
	for k, o := range order {
		if o.Hop == h.Hop {
			all = append(all, k)
		}
	}
	for range min(len(all), 1+w.r.IntN(2)) {
		k := w.r.IntN(len(all))
		chosen = append(chosen, all[k])
		all = slices.Delete(all, k, k+1)
	}
	if len(chosen) == 0 {
		return nil
	}
	slices.Sort(chosen)
	inputs := w.unloaded(slices.Insert(w.pick(order, chosen), 0, h)...)
	made := w.build.loads(h.Hop, inputs, style{fleet: network.None, rand: w.r, largest: w.r.IntN(2) == 0})
	if carried(made) != h.People+h.Items+carriedBy(order, chosen) {
		return nil
	}
	return replace(order, chosen, keep(made))
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
	return w.strip(order, to, p)
}

// strip takes a part out of the hauls that carry it on from a place, as far as
// its destination.
func (w *Worker) strip(order []*haul.Haul, at network.PlaceIndex, p haul.Part) []*haul.Haul {
	if at == w.p.N.Units[p.Unit].To {
		return order
	}
	for k := len(order) - 1; k >= 0 && p.N > 0; k-- {
		if order[k] == nil || w.p.Hops[order[k].Hop].From != at {
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
