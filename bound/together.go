package bound

import "sortie/network"

// together is the time within which all of the demand has to be unloaded: of
// one unit that stays together, at its destination, which is all there is
// outside.
func (c *cut) together() (network.Minute, bool) {
	if len(c.streams) > 1 {
		return 0, false
	}
	s := &c.streams[0]
	unit := s.entries[0].units[0]
	u := &c.w.n.Units[unit]
	if u.Together >= network.Unlimited {
		return 0, false
	}
	for _, e := range s.entries {
		if len(e.units) != 1 || e.units[0] != unit {
			return 0, false
		}
	}
	for p, in := range s.inside {
		if in == (network.PlaceIndex(p) == u.To) {
			return 0, false
		}
	}
	return network.Minute(u.Together), true
}

// within is how many loads all lifts of a fleet can unload within the time that
// the demand has for it: between two of one lift lie the way back and out.
func (c *cut) within(i int) int64 {
	most, ok := c.together()
	if !ok {
		return unlimited
	}
	f := c.w.fleets[i]
	out, back := c.legs(i)
	cycle := max(f.unload(), f.turn()) + max(f.load(), f.turn())
	if out < network.Never {
		cycle += out
	}
	if back < network.Never {
		cycle += back
	}
	if cycle <= 0 {
		return unlimited
	}
	return mul(int64(f.Count), int64(most/cycle)+1)
}

// legs is the least time of a fleet's leg across a border, and back to where
// there is more to load; none where it can load where it has unloaded.
func (c *cut) legs(i int) (out, back network.Minute) {
	out, back = network.Never, network.Never
	for p, in := range c.inside {
		if in && c.outside[p] {
			back = 0
		}
	}
	for k := range c.streams {
		inside := c.streams[k].inside
		for p, in := range inside {
			for _, a := range c.w.fleets[i].ways.out[p] {
				switch {
				case in && !inside[a.to]:
					out = min(out, a.minutes)
				case !in && inside[a.to]:
					back = min(back, a.minutes)
				}
			}
		}
	}
	return out, back
}
