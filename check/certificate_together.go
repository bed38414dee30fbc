package check

// within is how many loads all lifts of a fleet can unload within the time
// that a unit stays together: where the demand is that unit's alone, and all
// that is outside is its destination. Between two unloadings of one lift lie
// the way back and out.
func (b *border) within(i int) int64 {
	u := b.parties[0].units[0]
	unit := &b.units[u]
	if unit.Together == nil {
		return boundless
	}
	for _, p := range b.parties {
		if len(p.units) != 1 || p.units[0] != u {
			return boundless
		}
	}
	if len(b.parts) > 1 {
		return boundless
	}
	for p, in := range b.inside {
		if in == (p == unit.to) {
			return boundless
		}
	}
	f := b.prover.fleets[i]
	out, back := b.legs(i)
	cycle := max(f.unload, f.turn) + max(f.load, f.turn)
	for _, leg := range []int64{out, back} {
		if leg < farFuture {
			cycle += leg
		}
	}
	if cycle <= 0 {
		return boundless
	}
	return timesCapped(int64(f.Count), int64(*unit.Together)/cycle+1)
}

// legs is the least time of a fleet's leg across the border, and back. Where a
// place is outside for one part and inside for another, a lift may load where it
// has unloaded.
func (b *border) legs(i int) (out, back int64) {
	out, back = farFuture, farFuture
	for _, r := range b.parts {
		for p, in := range r.inside {
			if !in && b.inside[p] {
				back = 0
			}
			for _, way := range b.prover.fleets[i].out[p] {
				if in && !r.inside[way.to] {
					out = min(out, way.minutes)
				}
				if !in && r.inside[way.to] {
					back = min(back, way.minutes)
				}
			}
		}
	}
	return out, back
}
