package bound

import "sortie/network"

// head is how many minutes the teams outside can have worked before a minute:
// no longer than on what teams inside have loaded for them by then.
type head struct {
	at   network.Minute
	busy int64
}

// heads is those of a mode, when the first and the second load from each place
// inside can arrive.
func (c *cut) heads(m network.ModeIndex) []head {
	if found, ok := c.begins[m]; ok {
		return found
	}
	var out []head
	ways := make([][]network.Minute, len(c.fleets))
	for i := range c.fleets {
		if c.hauls(i, m) {
			ways[i] = c.wayOut(i)
		}
	}
	for i, way := range ways {
		f := c.w.fleets[i]
		for p := range way {
			if way[p] < network.Never && len(out) < 2*mostSingle {
				for number := network.Minute(1); number <= 2; number++ {
					at := max(c.ready[p], f.at[p]) + number*f.load() + way[p]
					if busy := c.busy(m, at, ways); busy < unlimited {
						out = append(out, head{at, busy})
					}
				}
			}
		}
	}
	if c.begins == nil {
		c.begins = map[network.ModeIndex][]head{}
	}
	c.begins[m] = out
	return out
}

func (c *cut) hauls(i int, m network.ModeIndex) bool {
	return c.fleets[i].carries && c.w.fleets[i].typ.Mode == m && c.fleets[i].most > 0
}

// wayOut is the least time under way of a fleet's load from each place inside
// where it can be loaded until it is outside for something of it.
func (c *cut) wayOut(i int) []network.Minute {
	f := c.w.fleets[i]
	out := filled(len(c.inside), network.Never)
	for k := range c.streams {
		s := &c.streams[k]
		if !s.carries[i] {
			continue
		}
		for p, t := range f.across(s.inside) {
			if s.inside[p] && s.ready[p] < network.Never && f.at[p] < network.Never {
				out[p] = min(out[p], t)
			}
		}
	}
	return out
}

// across is the least time under way of a lift from each place until it is
// outside.
func (f *lifts) across(inside []bool) []network.Minute {
	out := filled(len(inside), network.Never)
	for p, in := range inside {
		if !in {
			out[p] = 0
		}
	}
	for changed := true; changed; {
		changed = false
		for p := range out {
			for _, a := range f.ways.out[p] {
				if out[a.to] < network.Never && out[a.to]+a.minutes < out[p] {
					out[p], changed = out[a.to]+a.minutes, true
				}
			}
		}
	}
	return out
}

// busy is the most minutes that teams outside can work before one: on each
// load no longer than it takes, from when it has arrived.
func (c *cut) busy(m network.ModeIndex, before network.Minute, ways [][]network.Minute) int64 {
	total := int64(0)
	for p, in := range c.inside {
		if !in {
			continue
		}
		best, reached, open := int64(0), int64(-1), moments{{network.Past / 2, 0}}
		for steps := 0; len(open) > 0; steps++ {
			now := open.pop()
			if now.count <= reached {
				continue
			}
			reached = now.count
			c.w.work += len(ways)
			best = max(best, reached)
			for i, way := range ways {
				if way == nil || way[p] >= network.Never {
					continue
				}
				f := c.w.fleets[i]
				by := max(now.free, c.ready[p], f.at[p]) + f.load()
				gain := min(before-by-way[p], f.unload())
				if gain <= 0 {
					continue
				}
				if f.load() <= 0 || steps > mostSteps {
					return unlimited
				}
				open.push(moment{by, now.count + int64(gain)})
			}
		}
		if working := c.w.n.Places[p].Working[m]; best > 0 && working >= network.Unlimited {
			return unlimited
		} else if best > 0 {
			total = min(unlimited, total+mul(int64(max(working, 0)), best))
		}
	}
	return total
}
