package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// rebuildOrigin loads everything anew that lifts of a mode take from a place:
// some units all over one hop, so that loads need not be divided between two
// destinations, and the loads of each hop by what they cost together.
func (w *Worker) rebuildOrigin(s *Solution) []*haul.Haul {
	i := w.critical(s)
	first := &w.p.Hops[s.Order[i].Hop]
	if first.Convoy || w.prices == nil {
		return nil
	}
	over := s.Order[i].Hop
	moved := map[network.UnitIndex]bool{}
	share := 1 + w.r.IntN(4) // of four units this many go over the hop
	hauls := 0
	for k, h := range s.Order {
		hop := &w.p.Hops[h.Hop]
		if hop.Convoy || hop.From != first.From || hop.Mode != first.Mode {
			continue
		}
		if hauls++; hauls > mostAnew {
			return nil
		}
		if w.r.IntN(8) == 0 {
			over = s.Order[k].Hop
		}
		for _, p := range h.Parts {
			if _, known := moved[p.Unit]; !known {
				moved[p.Unit] = w.r.IntN(4) < share
			}
		}
	}
	order := slices.Clone(s.Order)
	var streams []stream
	for u := range w.p.N.Units {
		unit := network.UnitIndex(u)
		if !moved[unit] {
			continue
		}
		without, _, ok := w.withoutUnit(order, unit)
		if !ok {
			continue
		}
		order = without
		streams = append(streams, assign(w.p, unit, nil, choice{over: over, apart: w.r.IntN(3) == 0})...)
	}
	rest := map[haul.HopID][]input{}
	kept := order[:0:0]
	for _, h := range order {
		hop := &w.p.Hops[h.Hop]
		if hop.Convoy || hop.From != first.From || hop.Mode != first.Mode {
			kept = append(kept, h)
			continue
		}
		for _, p := range h.Parts {
			rest[h.Hop] = append(rest[h.Hop], input{part: p})
		}
	}
	made := w.build.buildWith(streams, rest, style{fleet: network.None, rand: w.r, prices: w.prices.eased(w.r), blueprint: true})
	return w.settle(s.Order, kept, made)
}

// mostAnew is how many hauls are loaded anew at once: more take longer than a
// few hundred small changes.
const mostAnew = 150

// fine is how many places there are between two hauls of an order, for those
// that come between.
const fine = 100

// mean is that of some places in an order.
type mean struct{ sum, n int }

// settle puts new hauls into an order, each about where what it carries stood in
// the order before.
func (w *Worker) settle(before, kept []*haul.Haul, made []planned) []*haul.Haul {
	if w.stood == nil {
		w.stood, w.index = map[halt]mean{}, map[*haul.Haul]int{}
	}
	stood, index := w.stood, w.index
	clear(stood)
	clear(index)
	for i, h := range before {
		index[h] = i
		for _, p := range h.Parts {
			for _, kind := range []network.ItemIndex{p.Kind, anyKind} {
				l := halt{p.Unit, kind, w.p.Hops[h.Hop].From}
				m := stood[l]
				stood[l] = mean{m.sum + i, m.n + 1}
			}
		}
	}
	all := make([]placed, 0, len(kept)+len(made))
	at := 0
	for _, h := range kept { // one that was made smaller stands after the one before it
		if i, ok := index[h]; ok {
			at = i
		}
		all = append(all, placed{h, fine * at})
	}
	noise := 1 + w.r.IntN(4)*len(before)/20
	for _, m := range made {
		sum, n := 0, 0
		for _, p := range m.haul.Parts {
			from := w.p.Hops[m.haul.Hop].From
			l, ok := stood[halt{p.Unit, p.Kind, from}]
			if !ok {
				l, ok = stood[halt{p.Unit, anyKind, from}]
			}
			if ok {
				sum, n = sum+fine*l.sum/l.n, n+1
			}
		}
		at := fine * len(before)
		if n > 0 {
			at = sum/n + fine*(w.r.IntN(2*noise+1)-noise)
		}
		all = append(all, placed{m.haul, at})
	}
	return ordered(all)
}

// anyKind is whatever a unit has.
const anyKind network.ItemIndex = -2
