package bound

import "sortie/network"

// transit is the most that lifts of a mode can bring across by the places
// where a leg out of the cut ends: each crossing has such a leg, whether it is
// unloaded there or stops, and takes the runway and a stand there.
func (c *cut) transit(m network.ModeIndex, lim *limits) (int64, string) {
	heads := make([]bool, len(c.inside))
	for i := range c.fleets {
		f := c.w.fleets[i]
		if x := &c.fleets[i]; !x.carries || f.typ.Mode != m || x.load == 0 {
			continue
		}
		for k := range c.streams {
			inside := c.streams[k].inside
			for p, in := range inside {
				for _, a := range f.ways.out[p] {
					heads[a.to] = heads[a.to] || in && !inside[a.to]
				}
			}
		}
	}
	total, binding := int64(0), "lifts"
	for h, is := range heads {
		if !is {
			continue
		}
		amount, resource := c.passing(network.PlaceIndex(h), m, lim)
		total = min(unlimited, total+amount)
		if resource != "" {
			binding = resource
		}
	}
	return total, binding
}

// passing is what the stands and the runway of a place let arrive, and go on
// where it can go on by this mode alone: then each load lands and leaves.
func (c *cut) passing(h network.PlaceIndex, m network.ModeIndex, lim *limits) (int64, string) {
	place := &c.w.n.Places[h]
	interval := network.Minute(place.Interval[m])
	var stands, landings []service
	parked, slots := true, 0
	for i := range c.fleets {
		x, f := &c.fleets[i], c.w.fleets[i]
		if !x.carries || f.typ.Mode != m || x.brought[h] == 0 || x.aboard[h] >= network.Never || lim.aboard[i] == nil || lim.aboard[i][h] <= network.Past {
			continue
		}
		access := c.w.n.Access(h, m, f.Nation)
		first, last := x.aboard[h], lim.aboard[i][h]
		parked = parked && f.Base != h && f.typ.Slots > 0 && (slots == 0 || slots == f.typ.Slots)
		slots = f.typ.Slots
		stands = append(stands, service{func(free network.Minute) (network.Minute, bool) {
			a := access.Next(max(free, first))
			return access.Next(a+f.turn()) + interval, a <= last
		}, x.brought[h]})
		landings = append(landings, service{func(free network.Minute) (network.Minute, bool) {
			a := access.Next(max(free, first))
			return a + interval, a <= last
		}, x.brought[h]})
	}
	if len(stands) == 0 {
		return 0, ""
	}
	best, resource := unlimited, ""
	try := func(amount int64, kind string) {
		if amount < best {
			best, resource = amount, kind
		}
	}
	c.w.work += 1000
	if parking := place.Parking[m]; parking < network.Unlimited && parked && slots > 0 {
		try(mul(int64(max(parking, 0)/slots), most(stands, c.total)), "parking_mog")
	}
	if interval > 0 {
		try(most(landings, c.total), "interval")
		if c.onward(h, m) {
			uses, largest := c.landAndLeave(h, m, lim)
			try(pairs(uses, largest, c.total, 0), "interval")
		}
	}
	return best, resource
}

// landAndLeave is every landing or departure of the demand at a place, by any
// fleet of the mode, and the most that one load counts.
func (c *cut) landAndLeave(h network.PlaceIndex, m network.ModeIndex, lim *limits) (uses []service, largest int64) {
	first, last := network.Never, network.Past
	for i := range c.fleets {
		if x := &c.fleets[i]; x.carries && c.w.fleets[i].typ.Mode == m && lim.leave[i] != nil {
			first = min(first, x.aboard[h])
			last = max(last, lim.leave[i][h], lim.aboard[i][h])
			largest = max(largest, x.most)
		}
	}
	interval := network.Minute(c.w.n.Places[h].Interval[m])
	for i := range c.fleets {
		f := c.w.fleets[i]
		if !c.fleets[i].carries || f.typ.Mode != m {
			continue
		}
		access := c.w.n.Access(h, m, f.Nation)
		uses = append(uses, service{func(free network.Minute) (network.Minute, bool) {
			t := access.Next(max(free, first))
			return t + interval, t <= last
		}, 1})
	}
	return uses, largest
}

// pairs is what can be moved where every load takes the server twice, but for
// so many that take it once.
func pairs(uses []service, largest, total, once int64) int64 {
	if largest <= 0 {
		return 0
	}
	taken := most(uses, 2*(total/largest+1))
	return mul(min(unlimited, taken+min(once, taken))/2, largest)
}

// departs is the first minute at which a fleet's lift can leave a place with
// any of the demand.
func (c *cut) departs(i int, p network.PlaceIndex) network.Minute {
	f := c.w.fleets[i]
	return max(max(c.ready[p], f.at[p])+f.load(), f.at[p]+f.turnAt(p))
}

// spell is from when until when lifts of the fleets can leave a place with any
// of the demand, or land there with it.
func (c *cut) spell(p network.PlaceIndex, fleets []int, leave bool, lim *limits) (first, last network.Minute) {
	first, last = network.Never, network.Past
	for _, i := range fleets {
		f := c.w.fleets[i]
		if leave {
			first, last = min(first, c.departs(i, p)), max(last, lim.leave[i][p])
			continue
		}
		first = min(first, c.fleets[i].aboard[p])
		last = max(last, min(lim.standing[p], f.Until)-f.unload())
	}
	return first, last
}

// landOrLeave is every use of the runway of a place in a spell: between two
// departures of a lift it lands, and between two landings it leaves.
func (c *cut) landOrLeave(p network.PlaceIndex, m network.ModeIndex, fleets []int, first, last network.Minute) []service {
	interval := network.Minute(c.w.n.Places[p].Interval[m])
	var out []service
	seen := map[*network.Calendar]bool{}
	for _, i := range fleets {
		access := c.w.n.Access(p, m, c.w.fleets[i].Nation)
		if seen[access] {
			continue
		}
		seen[access] = true
		out = append(out, service{func(free network.Minute) (network.Minute, bool) {
			t := access.Next(max(free, first))
			return t + interval, t <= last
		}, 1})
	}
	return out
}

// stay is how many lifts take the runway of a place once alone: those that
// stand there before the first leaves with the demand, or still after the last
// has landed with it. They are no more than there are, or than there are stands for.
func (c *cut) stay(p network.PlaceIndex, m network.ModeIndex, u *uses) int64 {
	number := int64(0)
	for _, i := range u.fleets {
		number += int64(c.w.fleets[i].Count)
	}
	if parking := c.w.n.Places[p].Parking[m]; u.parked && parking < network.Unlimited {
		number = min(number, int64(max(u.servers(parking), 0)))
	}
	return number
}

// onward reports whether none of the demand ends at the place, and all of it
// leaves by the mode.
func (c *cut) onward(h network.PlaceIndex, m network.ModeIndex) bool {
	for k := range c.streams {
		for _, r := range c.streams[k].riders {
			rider := c.w.riders[r.rider]
			if rider.to == h || rider.convoy != nil && len(rider.convoy.out[h]) > 0 {
				return false
			}
			for _, i := range rider.fleets {
				if f := c.w.fleets[i]; f.typ.Mode != m && len(f.ways.out[h]) > 0 {
					return false
				}
			}
		}
	}
	return true
}
