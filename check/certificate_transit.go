package check

import (
	"sortie"
)

// twice is what can be moved where every load takes the runway of a place
// twice, to land and to leave, between two minutes.
func (b *border) twice(p int, mode sortie.Mode, first, last, largest int64) int64 {
	h, _ := b.places[p].handles(mode)
	interval := int64(h.Interval)
	var uses []served
	for i := range b.fleets {
		f := b.prover.fleets[i]
		if !b.fleets[i].carries || f.kind.Mode != mode {
			continue
		}
		open := b.gate(p, mode, f.Nation)
		uses = append(uses, served{func(free int64) (int64, bool) {
			t := open.next(max(free, first))
			return t + interval, t <= last
		}, 1})
	}
	if largest <= 0 {
		return 0
	}
	return timesCapped(b.serve(uses, 2*(b.total/largest+1))/2, largest)
}

// twiceBut is what can be loaded or unloaded at a place where a lift lands before
// it can leave again, and leaves before it can land again: but for those that
// stand there before the first departure, or after the last landing, every load
// takes the runway twice between the first minute and the last.
func (b *border) twiceBut(p int, mode sortie.Mode, using []int, first, last, largest, staying int64) int64 {
	h, _ := b.places[p].handles(mode)
	interval := int64(h.Interval)
	var uses []served
	seen := map[*access]bool{}
	for _, i := range using {
		open := b.gate(p, mode, b.prover.fleets[i].Nation)
		if seen[open] {
			continue
		}
		seen[open] = true
		uses = append(uses, served{func(free int64) (int64, bool) {
			t := open.next(max(free, first))
			return t + interval, t <= last
		}, 1})
	}
	if largest <= 0 {
		return 0
	}
	taken := b.serve(uses, 2*(b.total/largest+1))
	return timesCapped(plusCapped(taken, min(staying, taken))/2, largest)
}

// transit is what lifts of a mode can bring by the places where a leg across
// the border ends. Every way across has one such leg; there the lift lands, and
// stands at least its turnaround.
func (b *border) transit(mode sortie.Mode, l *reach) (int64, string) {
	total, binding := int64(0), "lifts"
	for h := range b.inside {
		ends := false
		for i := range b.fleets {
			f := b.prover.fleets[i]
			if f.kind.Mode != mode || b.fleets[i].at(h, false) == 0 {
				continue
			}
			for _, way := range f.in[h] {
				for _, r := range b.parts {
					ends = ends || r.inside[way.from] && !r.inside[h]
				}
			}
		}
		if !ends {
			continue
		}
		amount, by := b.passing(h, mode, l)
		total = plusCapped(total, amount)
		if by != "" {
			binding = by
		}
	}
	return total, binding
}

func (b *border) passing(p int, mode sortie.Mode, l *reach) (int64, string) {
	h, _ := b.places[p].handles(mode)
	var stands, landings []served
	parked, slots := true, 0
	for i := range b.fleets {
		x, f := &b.fleets[i], b.prover.fleets[i]
		if f.kind.Mode != mode || x.at(p, false) == 0 || x.aboard[p] >= farFuture || l.aboard[i][p] <= farPast {
			continue
		}
		open, first, last := b.gate(p, mode, f.Nation), x.aboard[p], l.aboard[i][p]
		parked = parked && f.base != p && f.kind.Slots > 0 && (slots == 0 || slots == f.kind.Slots)
		slots = f.kind.Slots
		stands = append(stands, served{func(free int64) (int64, bool) {
			a := open.next(max(free, first))
			return open.next(a+f.turn) + int64(h.Interval), a <= last
		}, x.brought[p]})
		landings = append(landings, served{func(free int64) (int64, bool) {
			a := open.next(max(free, first))
			return a + int64(h.Interval), a <= last
		}, x.brought[p]})
	}
	if len(stands) == 0 {
		return 0, ""
	}
	best, binding := boundless, ""
	if h.ParkingMOG != nil && parked && slots > 0 {
		if amount := timesCapped(max(int64(*h.ParkingMOG), 0)/int64(slots), b.serve(stands, b.total)); amount < best {
			best, binding = amount, "parking_mog"
		}
	}
	if h.Interval > 0 {
		if amount := b.serve(landings, b.total); amount < best {
			best, binding = amount, "interval"
		}
		if b.goesOn(p, mode) {
			first, last, largest := farFuture, farPast, int64(0)
			for i := range b.fleets {
				if x := &b.fleets[i]; x.carries && b.prover.fleets[i].kind.Mode == mode {
					first = min(first, x.aboard[p])
					last = max(last, l.leaves[i][p], l.aboard[i][p])
					largest = max(largest, x.most)
				}
			}
			if amount := b.twice(p, mode, first, last, largest); amount < best {
				best, binding = amount, "interval"
			}
		}
	}
	return best, binding
}

// goesOn reports whether none of the demand ends at the place, and all of it
// leaves by the mode.
func (b *border) goesOn(p int, mode sortie.Mode) bool {
	for _, c := range b.ways {
		if c.to == p || c.roads != nil && len(c.roads[p]) > 0 {
			return false
		}
		for _, i := range c.fleets {
			if f := b.prover.fleets[i]; f.kind.Mode != mode && len(f.out[p]) > 0 {
				return false
			}
		}
	}
	return true
}
