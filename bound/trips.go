package bound

import "sortie/network"

// trip adds the next load of one lift of a fleet to those known, unless there
// can be no more.
func (c *cut) trip(i int) {
	x, f := &c.fleets[i], c.w.fleets[i]
	free := f.at
	turn := func(p network.PlaceIndex, t network.Minute) network.Minute { return t + f.turnAt(p) }
	if n := len(x.trips); n > 0 {
		turn = func(_ network.PlaceIndex, t network.Minute) network.Minute { return t + f.turn() }
		free = filled(len(c.inside), network.Never)
		for p, t := range x.trips[n-1] {
			if t < network.Never {
				free[p] = t + max(f.unload()-f.turn(), 0)
			}
		}
		f.roam(free, turn)
	}
	ends := filled(len(c.inside), network.Never)
	any := false
	for k := range c.streams {
		s := &c.streams[k]
		if !s.carries[i] {
			continue
		}
		for p, t := range c.out(i, s, free, turn) {
			switch {
			case s.inside[p]:
			case t < network.Never && f.home != nil && f.Base != network.PlaceIndex(p) && t+max(f.unload(), f.turn()) > f.home[p]:
			default:
				ends[p] = min(ends[p], t)
			}
			any = any || ends[p] < network.Never
		}
	}
	if !any {
		x.whole = true
		return
	}
	loading, back := network.Never, network.Never
	for p, in := range c.inside {
		if in && free[p] < network.Never && c.ready[p] < network.Never {
			loading, back = min(loading, max(free[p], c.ready[p])), min(back, free[p])
		}
	}
	x.trips, x.loading, x.back, x.free = append(x.trips, ends), append(x.loading, loading), append(x.back, back), append(x.free, free)
	c.spread(i)
}

// out is the earliest arrivals with a load of a stream.
func (c *cut) out(i int, s *stream, free []network.Minute, turn func(p network.PlaceIndex, t network.Minute) network.Minute) []network.Minute {
	f := c.w.fleets[i]
	ends := filled(len(c.inside), network.Never)
	var queue []network.PlaceIndex
	from := func(p network.PlaceIndex, ready network.Minute) {
		for _, a := range f.ways.out[p] {
			if d := a.leave(ready); d < network.Never && d+a.minutes+f.unload() <= f.Until && d+a.minutes < ends[a.to] {
				ends[a.to] = d + a.minutes
				queue = append(queue, a.to)
			}
		}
	}
	for p := range free {
		if free[p] < network.Never && s.ready[p] < network.Never {
			place := network.PlaceIndex(p)
			from(place, max(max(free[p], s.ready[p])+f.load(), turn(place, free[p])))
		}
	}
	for len(queue) > 0 && f.typ.Mode != network.Road {
		p := queue[0]
		queue = queue[1:]
		from(p, ends[p]+f.turn())
	}
	return ends
}

// spread puts off the last trip as far as the hours per day demand: in the
// time from the first departure to its arrival the lift is under way at least
// once out for each load and once back between two.
func (c *cut) spread(i int) {
	x, f := &c.fleets[i], c.w.fleets[i]
	if f.PerDay >= 24*60 || f.PerDay <= 0 {
		return
	}
	out, back := c.legs(i)
	first := network.Never
	for p, in := range c.inside {
		if in && len(f.ways.out[p]) > 0 && f.at[p] < network.Never && c.ready[p] < network.Never {
			first = min(first, max(f.at[p], c.ready[p])+f.load())
		}
	}
	n := network.Minute(len(x.trips))
	if out >= network.Never || first >= network.Never || n > 1 && back >= network.Never {
		return
	}
	need := n * out
	if n > 1 {
		need += (n - 1) * back
	}
	if need == 0 {
		return
	}
	days := (need - 1) / network.Minute(f.PerDay)
	by := first + days*24*60 + need - days*network.Minute(f.PerDay)
	last := x.trips[len(x.trips)-1]
	for p := range last {
		if last[p] < network.Never {
			last[p] = max(last[p], by)
		}
	}
}
