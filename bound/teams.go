package bound

import (
	"cmp"
	"slices"

	"sortie/network"
)

// loads is how many loads of a fleet arrive in time, its lifts taken together;
// no more are counted than carry the whole demand.
func (c *cut) loads(i int, lim *limits) int64 {
	x, f := &c.fleets[i], c.w.fleets[i]
	number, most := int64(0), c.within(i)
	for n := 0; mul(number, x.load) < c.total && number < most; n++ {
		if n == len(x.trips) && !x.whole {
			c.trip(i)
		}
		if n >= len(x.trips) || !inTime(x.trips[n], f.unload(), lim.standing) {
			break
		}
		number = min(most, number+int64(f.Count))
	}
	return number
}

// teams is what all teams of a mode, inside or outside, can handle of the loads
// that the lifts have trips for. Their time is shared out to the fleets with
// the most points for a minute of it first; the last gets a part.
func (c *cut) teams(m network.ModeIndex, inside bool, lim *limits) int64 {
	minutes := c.teamMinutes(m, inside, lim)
	if minutes >= unlimited {
		return unlimited
	}
	type share struct{ number, load, takes int64 }
	var fleets []share
	for i := range c.fleets {
		x, f := &c.fleets[i], c.w.fleets[i]
		if !x.carries || f.typ.Mode != m || x.load == 0 {
			continue
		}
		takes := f.unload()
		if inside {
			takes = f.load()
		}
		fleets = append(fleets, share{c.loads(i, lim), x.load, int64(takes)})
	}
	slices.SortStableFunc(fleets, func(a, b share) int {
		return cmp.Compare(float64(b.load)*float64(a.takes), float64(a.load)*float64(b.takes))
	})
	total := int64(0)
	for _, f := range fleets {
		if needs := mul(f.number, f.takes); needs <= minutes {
			minutes -= needs
			total = min(unlimited, total+mul(f.number, f.load))
			continue
		}
		return min(unlimited, total+down(float64(minutes)*float64(f.load)/float64(f.takes)))
	}
	return total
}

// teamMinutes is the time of all teams of a mode in which they can handle the
// demand; unlimited where a place has no limit of them.
func (c *cut) teamMinutes(m network.ModeIndex, inside bool, lim *limits) int64 {
	total := int64(0)
	for p, in := range c.inside {
		if in != inside {
			continue
		}
		first, last := network.Never, network.Past
		for i := range c.fleets {
			x, f := &c.fleets[i], c.w.fleets[i]
			if !x.carries || f.typ.Mode != m || x.load == 0 || f.at[p] >= network.Never {
				continue
			}
			begins, ends := x.aboard[p], lim.standing[p]
			if inside {
				begins, ends = max(c.ready[p], f.at[p]), network.Past
				if lim.leave[i] != nil {
					ends = lim.leave[i][p]
				}
			}
			if begins < ends {
				first, last = min(first, begins), max(last, ends)
			}
		}
		if first >= last {
			continue
		}
		working := c.w.n.Places[p].Working[m]
		if working >= network.Unlimited {
			return unlimited
		}
		total = min(unlimited, total+mul(int64(max(working, 0)), int64(last-first)))
	}
	return total
}
