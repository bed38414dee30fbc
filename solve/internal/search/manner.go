package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// thrift makes a haul, or all that end where it does, rather wait than have a
// lift come for it from afar; or no longer.
func (w *Worker) thrift(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	hop := &w.p.Hops[h.Hop]
	if hop.Convoy {
		return nil
	}
	out := slices.Clone(s.Order)
	all := w.r.IntN(2) == 0
	for k, o := range out {
		if k == i || all && w.p.Hops[o.Hop].To == hop.To {
			out[k] = o.With(func(o *haul.Haul) { o.Thrifty = !h.Thrifty })
		}
	}
	return out
}

// stay lets the lift of a haul keep its stand where it unloaded, or has it leave
// at once.
func (w *Worker) stay(s *Solution) []*haul.Haul {
	i := w.critical(s)
	hop := &w.p.Hops[s.Order[i].Hop]
	if hop.Convoy || w.p.N.Places[hop.To].Parking[hop.Mode] >= network.Unlimited {
		return nil
	}
	out := slices.Clone(s.Order)
	out[i] = out[i].With(func(h *haul.Haul) { h.Stays = !h.Stays })
	return out
}

// rest has the lift of a haul, or of all that are loaded where it is, come early
// for it, so that what it flies to come no longer counts when it leaves; or late.
func (w *Worker) rest(s *Solution) []*haul.Haul {
	i := w.critical(s)
	h := s.Order[i]
	limited := func(o haul.Option) bool { return w.p.N.Fleets[o.Fleet].PerDay < network.Unlimited }
	if !slices.ContainsFunc(h.Options, limited) {
		return nil
	}
	out := slices.Clone(s.Order)
	all := w.r.IntN(2) == 0
	for k, o := range out {
		if k == i || all && w.p.Hops[o.Hop].From == w.p.Hops[h.Hop].From {
			out[k] = o.With(func(o *haul.Haul) { o.Rested = !h.Rested })
		}
	}
	return out
}
