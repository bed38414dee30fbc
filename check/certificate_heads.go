package check

import (
	"maps"
	"slices"

	"sortie"
)

// start is a minute, and how long teams outside can have worked before it: on no
// more than what has been loaded inside and has arrived.
type start struct{ at, worked int64 }

// starts is those of a mode at the arrivals of the first and second load that a
// team of each place inside can load for each fleet.
func (b *border) starts(mode sortie.Mode) []start {
	if found, ok := b.begun[mode]; ok {
		return found
	}
	away := map[int][]int64{}
	for i := range b.fleets {
		if x := &b.fleets[i]; x.carries && b.prover.fleets[i].kind.Mode == mode && x.most > 0 {
			away[i] = b.away(i)
		}
	}
	var out []start
	for _, i := range sortedKeys(away) {
		f := b.prover.fleets[i]
		for p, takes := range away[i] {
			if takes >= farFuture || len(out) >= 80 {
				continue
			}
			for number := int64(1); number <= 2; number++ {
				at := max(b.ready[p], f.at[p]) + number*f.load + takes
				if worked := b.worked(mode, at, away); worked < boundless {
					out = append(out, start{at, worked})
				}
			}
		}
	}
	if b.begun == nil {
		b.begun = map[sortie.Mode][]start{}
	}
	b.begun[mode] = out
	return out
}

// away is how long a load of a fleet is under way at least, from each place
// where some part can be loaded, until it is outside for that part.
func (b *border) away(i int) []int64 {
	f := b.prover.fleets[i]
	least := all(len(b.inside), farFuture)
	for _, r := range b.parts {
		if !slices.ContainsFunc(r.ways, func(c due) bool { return contains(c.fleets, i) }) {
			continue
		}
		for p, t := range f.leaving(r.inside) {
			if r.ready[p] < farFuture && f.at[p] < farFuture {
				least[p] = min(least[p], t)
			}
		}
	}
	return least
}

// leaving is how long a lift is under way at least from each place until it is
// at none of those inside.
func (s *squad) leaving(inside []bool) []int64 {
	least := all(len(inside), farFuture)
	for p, in := range inside {
		if !in {
			least[p] = 0
		}
	}
	for range inside {
		for p := range s.out {
			for _, way := range s.out[p] {
				if least[way.to] < farFuture {
					least[p] = min(least[p], least[way.to]+way.minutes)
				}
			}
		}
	}
	return least
}

// worked is the most minutes of work outside before a minute. A team inside
// loads one lift after another; which, is tried from when it is free on.
func (b *border) worked(mode sortie.Mode, before int64, away map[int][]int64) int64 {
	total := int64(0)
	for p, in := range b.inside {
		if !in {
			continue
		}
		best := map[int64]int64{farPast: 0} // by when the team is free
		most := int64(0)
		for steps := 0; len(best) > 0; steps++ {
			free := slices.Min(slices.Collect(maps.Keys(best)))
			have := best[free]
			delete(best, free)
			most = max(most, have)
			for i, takes := range away {
				f := b.prover.fleets[i]
				if takes[p] >= farFuture {
					continue
				}
				by := max(free, b.ready[p], f.at[p]) + f.load
				work := min(before-by-takes[p], f.unload)
				if work <= 0 {
					continue
				}
				if f.load <= 0 || steps > mostServed {
					return boundless
				}
				best[by] = max(best[by], have+work)
			}
		}
		if most == 0 {
			continue
		}
		h, _ := b.places[p].handles(mode)
		if h.WorkingMOG == nil {
			return boundless
		}
		total = plusCapped(total, timesCapped(int64(max(*h.WorkingMOG, 0)), most))
	}
	return total
}
