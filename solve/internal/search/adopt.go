package search

import (
	"slices"
	"strings"

	"sortie"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// Adopt is a solution with the loads of a plan, in the order in which they load
// there, as soon as they can or no sooner than there, whichever is better;
// movements that name what the mission does not know, or that break a rule of
// loading, are left out. It is nil when stopped.
func (w *Worker) Adopt(plan *sortie.Plan) *Solution {
	n := w.p.N
	places, units, items, fleets := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for i := range n.Places {
		places[n.Places[i].ID] = i
	}
	for i := range n.Units {
		units[n.Units[i].ID] = i
	}
	for i := range n.Items {
		items[n.Items[i].ID] = i
	}
	for i := range n.Fleets {
		fleets[n.Fleets[i].ID] = i
	}
	moves := slices.Clone(plan.Movements)
	slices.SortStableFunc(moves, func(a, b sortie.Movement) int { return a.Load.Compare(b.Load) })
	var order, late []*haul.Haul
	for _, m := range moves {
		from, okFrom := places[m.From]
		to, okTo := places[m.To]
		if !okFrom || !okTo {
			continue
		}
		var parts []haul.Part
		for _, c := range m.Cargo {
			u, ok := units[c.Unit]
			if !ok {
				continue
			}
			parts = append(parts, haul.Part{Unit: network.UnitIndex(u), Kind: network.People, N: c.People})
			for _, it := range c.Items {
				if k, ok := items[it.Type]; ok && haul.SlotOf(&n.Units[u], network.ItemIndex(k)) > 0 {
					parts = append(parts, haul.Part{Unit: network.UnitIndex(u), Kind: network.ItemIndex(k), N: 1})
				}
			}
		}
		fleet := network.FleetIndex(network.None)
		if id, _, ok := strings.Cut(m.Lift, "/"); ok {
			if f, known := fleets[id]; known {
				fleet = network.FleetIndex(f)
			}
		}
		hop, ok := w.hop(network.PlaceIndex(from), network.PlaceIndex(to), m)
		if !ok || len(parts) == 0 {
			continue
		}
		if h := w.build.make.Make(hop, parts, fleet); h != nil {
			order = append(order, h)
			late = append(late, h.Delayed(network.MinuteOf(m.Load)))
		}
	}
	best := w.run(order)
	if next := w.run(late); best == nil || next != nil && next.Schedule.Score.Compare(best.Schedule.Score) < 0 {
		best = next
	}
	return best
}

// hop is the hop that a movement of a plan makes, if the planner knows it.
func (w *Worker) hop(from, to network.PlaceIndex, m sortie.Movement) (haul.HopID, bool) {
	for i := range w.p.Hops {
		h := &w.p.Hops[i]
		if h.From == from && h.To == to && h.Mode.ModeName() == m.Mode && h.Convoy == (m.Lift == "") && len(h.Via) <= len(m.Stops) {
			return haul.HopID(i), true
		}
	}
	return 0, false
}
