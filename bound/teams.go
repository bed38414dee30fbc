package bound

import (
	"cmp"
	"math"
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

// hauls is the loads of a fleet: how many, what one counts, and how long it
// keeps a team.
type hauls struct{ number, load, takes int64 }

// teams is what all teams of a mode, inside or outside, can handle of the loads
// that the lifts have trips for. Their time is shared out to the fleets with
// the most points for a minute of it first; the last gets a part. Where that
// would do, only whole loads are counted.
func (c *cut) teams(m network.ModeIndex, inside bool, lim *limits) int64 {
	minutes := c.teamMinutes(m, inside, lim)
	if minutes >= unlimited {
		return unlimited
	}
	var fleets []hauls
	for i := range c.fleets {
		x, f := &c.fleets[i], c.w.fleets[i]
		if !x.carries || f.typ.Mode != m || x.load == 0 {
			continue
		}
		takes := f.unload()
		if inside {
			takes = f.load()
		}
		fleets = append(fleets, hauls{c.loads(i, lim), x.load, int64(takes)})
	}
	slices.SortStableFunc(fleets, func(a, b hauls) int {
		return cmp.Compare(float64(b.load)*float64(a.takes), float64(a.load)*float64(b.takes))
	})
	total, left := int64(0), minutes
	for _, f := range fleets {
		needs := mul(f.number, f.takes)
		if needs > left {
			total = min(unlimited, total+down(float64(left)*float64(f.load)/float64(f.takes)))
			break
		}
		left -= needs
		total = min(unlimited, total+mul(f.number, f.load))
	}
	if total < c.total || minutes <= 0 {
		return total
	}
	return min(total, c.wholeLoads(fleets, minutes))
}

// wholeLoads is the most that whole loads count which take no more than the
// minutes together.
func (c *cut) wholeLoads(fleets []hauls, minutes int64) int64 {
	type alike struct{ load, takes int64 }
	place := map[alike]int{}
	f, row, each := &form{}, []int64{}, []int64{}
	for _, s := range fleets {
		k, known := place[alike{s.load, s.takes}]
		if !known {
			k = len(each)
			place[alike{s.load, s.takes}] = k
			takes := math.Min(float64(s.takes)/float64(minutes), 2)
			f.kinds, f.most = append(f.kinds, network.People), append(f.most, 0)
			row, each = append(row, int64(takes*(1-1e-13)*float64(portion))), append(each, s.load)
		}
		f.most[k] += s.number
	}
	f.rows = [][]int64{row}
	if len(each) == 0 || len(each) > mostPackedKinds {
		return unlimited
	}
	most, _ := c.w.pack(f, each, false)
	return most
}

// window is when a place can serve loads of the demand.
type window struct {
	p           network.PlaceIndex
	first, last network.Minute
}

// windows is from when until when each place can serve loads of a mode: inside
// from when the demand and a lift can be there until the last lift has to leave,
// outside from the first arrival until the demand has to be unloaded.
func (c *cut) windows(m network.ModeIndex, inside bool, lim *limits) []window {
	var out []window
	for p, is := range c.side(inside) {
		if !is {
			continue
		}
		w := window{network.PlaceIndex(p), network.Never, network.Past}
		for i := range c.fleets {
			x, f := &c.fleets[i], c.w.fleets[i]
			if !x.carries || f.typ.Mode != m || x.at(network.PlaceIndex(p), inside) == 0 || f.at[p] >= network.Never {
				continue
			}
			begins, ends := x.aboard[p], lim.standing[p]
			if inside {
				begins, ends = max(c.ready[p], f.at[p]), network.Past
				if lim.leave[i] != nil {
					ends = lim.leave[i][p]
				}
			}
			if begins <= ends {
				w.first, w.last = min(w.first, begins), max(w.last, ends)
			}
		}
		if w.first <= w.last {
			out = append(out, w)
		}
	}
	return out
}

// teamMinutes is the time of all teams of a mode in which they can handle the
// demand; unlimited where a place has no limit of them.
func (c *cut) teamMinutes(m network.ModeIndex, inside bool, lim *limits) int64 {
	places := c.windows(m, inside, lim)
	total := c.teamTime(m, places, network.Past, network.Never)
	if inside || total >= unlimited {
		return total
	}
	for _, h := range c.heads(m) {
		total = min(total, h.busy+c.teamTime(m, places, h.at, network.Never))
	}
	return total
}

// teamTime is the time of the teams at the places from one minute until another.
func (c *cut) teamTime(m network.ModeIndex, places []window, from, to network.Minute) int64 {
	total := int64(0)
	for _, w := range places {
		if time := int64(min(w.last, to) - max(w.first, from)); time > 0 {
			working := c.w.n.Places[w.p].Working[m]
			if working >= network.Unlimited {
				return unlimited
			}
			total = min(unlimited, total+mul(int64(max(working, 0)), time))
		}
	}
	return total
}
