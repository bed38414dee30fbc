package search

import (
	"slices"

	"sortie/network"
	"sortie/solve/internal/haul"
)

// rescues is how many ways are tried for what a plan leaves behind.
const rescues = 3

// Rescue tries to deliver what a solution leaves behind though there is a way
// for it: after everything else, by lifts alone where that is possible.
func (w *Worker) Rescue(s *Solution) *Solution {
	for k := 0; k < rescues && s.Schedule.Score.Undelivered > 0; k++ {
		s = w.Tidy(s)
		streams := w.missing(s, k)
		if len(streams) == 0 {
			continue
		}
		order := slices.Clone(s.Order)
		for _, m := range w.build.build(streams, style{fleet: network.None}) {
			order = append(order, m.haul)
		}
		next := w.run(order)
		if next == nil {
			return s
		}
		if next.Schedule.Score.Compare(s.Schedule.Score) < 0 {
			s = next
		}
	}
	return w.restart(s)
}

// restart plans units that a solution does not deliver whole from the
// beginning, one after the other, each after everything else.
func (w *Worker) restart(s *Solution) *Solution {
	tried := 0
	for _, m := range w.missing(s, 0) {
		u := m.part.Unit
		if tried == rescues || s.Schedule.Score.Undelivered == 0 {
			break
		}
		order, _, ok := w.withoutUnit(s.Order, u)
		if !ok {
			continue
		}
		tried++
		for _, m := range w.build.build(assign(w.p, u, nil, plainly), style{fleet: network.None}) {
			order = append(order, m.haul)
		}
		if next := w.run(order); next == nil {
			return s
		} else if next.Schedule.Score.Compare(s.Schedule.Score) < 0 {
			s = next
		}
	}
	return s
}

// missing is what a tidy solution does not deliver, each part on the k-th of its
// ways, those without a convoy first. Vehicles that need drivers get them from
// the people of their unit that are left.
func (w *Worker) missing(s *Solution, k int) []stream {
	ends := w.ends(s.Schedule)
	var out []stream
	for i := range w.p.N.Units {
		u := &w.p.N.Units[i]
		if u.To == network.None || u.To == u.At {
			continue
		}
		unit := network.UnitIndex(i)
		left := make([]int, 1+len(u.Items))
		for slot := range left {
			kind := haul.KindAt(u, slot)
			left[slot] = haul.Count(u, kind) - ends[halt{unit, kind, u.To}]
		}
		for slot := len(left) - 1; slot >= 0; slot-- { // items first: they need drivers
			kind := haul.KindAt(u, slot)
			if left[slot] <= 0 {
				continue
			}
			ways := inFront(w.p.Ways(unit, kind), func(way haul.Way) bool { return !drives(w.p, way) })
			if len(ways) == 0 {
				continue
			}
			way := ways[k%len(ways)]
			out = append(out, stream{haul.Part{Unit: unit, Kind: kind, N: left[slot]}, way})
			if slot > 0 && drives(w.p, way) && left[0] > 0 {
				n := min(left[0], left[slot])
				out = append(out, stream{haul.Part{Unit: unit, Kind: network.People, N: n}, way})
				left[0] -= n
			}
		}
	}
	return out
}
