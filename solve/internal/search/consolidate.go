package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// consolidate takes a haul that is far from full apart, and makes room for what
// it carried in the hauls of another hop, from the same place or from another
// where lifts load, to which one brings it. What fields of few loads leave over
// fills those of many.
func (w *Worker) consolidate(s *Solution) []*haul.Haul {
	if w.prices == nil {
		return nil
	}
	pr := w.prices.eased(w.r)
	i := w.scant(s, pr)
	if i < 0 {
		return nil
	}
	h := s.Order[i]
	hop := &w.p.Hops[h.Hop]
	at, budget := hop.From, w.tariff(h.Hop, pr).cost(h)
	var first *haul.Haul // that brings it to the other place
	if w.r.IntN(2) == 0 {
		var ok bool
		if at, ok = w.elsewhere(s.Order, hop); !ok {
			return nil
		}
		over, ok := w.p.Aside(h.Hop, at)
		if !ok {
			return nil
		}
		if first = w.build.make.Make(over, h.Parts, network.None); first == nil {
			return nil
		}
		budget -= w.tariff(over, pr).cost(first)
	}
	host := w.host(s.Order, at, hop, h.Parts)
	if host < 0 {
		return nil
	}
	over := s.Order[host].Hop
	added := w.build.make.Make(over, h.Parts, network.None)
	if added == nil {
		return nil
	}
	t := w.tariff(over, pr)
	chosen := w.alongside(s.Order, host)
	after, saved := w.tightened(over, append(w.pick(s.Order, chosen), added), t)
	if budget+saved <= t.cost(added) {
		return nil
	}
	order := slices.Clone(s.Order)
	order[i] = nil
	order = replaced(order, chosen, after)
	if end := w.p.Hops[over].To; end != hop.To {
		for _, p := range h.Parts {
			onward, _ := w.onwards(p, end, hop.To)
			if order = w.divert(order, p, hop.To, onward); order == nil {
				return nil
			}
		}
	}
	order = slices.DeleteFunc(order, func(h *haul.Haul) bool { return h == nil })
	if first != nil {
		order = slices.Insert(order, w.r.IntN(min(i, len(order))+1), first)
	}
	return order
}

// scant is that of a few hauls by lift which carries the least for what it
// costs; -1 for none.
func (w *Worker) scant(s *Solution, pr *prices) int {
	best, least := -1, 0.0
	for range 2 + w.r.IntN(8) {
		k := w.r.IntN(len(s.Order))
		h := s.Order[k]
		if len(h.Options) == 0 || w.p.Hops[h.Hop].Mode == network.Road {
			continue
		}
		t := w.tariff(h.Hop, pr)
		if part := t.worth(h) / t.cost(h); best < 0 || part < least {
			best, least = k, part
		}
	}
	return best
}

// host is a haul by lift from a place over another hop than one, which ends
// where the parts that went over that one can go on from without having come
// back over the theatre's border; -1 for none.
func (w *Worker) host(order []*haul.Haul, at network.PlaceIndex, not *network.Hop, parts []haul.Part) int {
	begin := w.r.IntN(len(order))
	for k := range order {
		k = (begin + k) % len(order)
		hop := &w.p.Hops[order[k].Hop]
		if hop.From != at || hop.Convoy || hop.Mode != not.Mode || at == not.From && hop.To == not.To || w.p.Returns(at, hop.To, not.To) {
			continue
		}
		if !slices.ContainsFunc(parts, func(p haul.Part) bool {
			u := &w.p.N.Units[p.Unit]
			_, ok := w.onwards(p, hop.To, not.To)
			return !ok || at != not.From && (u.At == at || u.To == at)
		}) {
			return k
		}
	}
	return -1
}
