package bound

import "sortie/network"

// jointRow is what one of each trip takes of the whole, rounded down.
func jointRow(trips []trip, whole int64, takes func(t *trip) int64) []int64 {
	row := make([]int64, len(trips))
	for k := range trips {
		switch n := takes(&trips[k]); {
		case n <= 0 || whole >= unlimited:
		case n > whole:
			row[k] = 2 * portion
		default:
			row[k] = mulDiv(n, portion, whole)
		}
	}
	return row
}

// jointTeams is the teams' time from a minute until another, of those who are
// loaded or unloaded in it.
func (c *cut) jointTeams(m network.ModeIndex, inside bool, from, to network.Minute, trips []trip, places []window, lim *limits) []int64 {
	minutes := c.teamTime(m, places, from, to)
	if !inside {
		minutes = min(minutes, c.teamMinutes(m, false, lim))
	}
	return jointRow(trips, minutes, func(t *trip) int64 {
		switch f := c.w.fleets[t.fleet]; {
		case t.on(inside) < from || inside && t.leaves > to:
			return 0
		case inside:
			return int64(f.load())
		default:
			return int64(f.unload())
		}
	})
}

// jointStands is the slots' time from a minute on. Between two lifts on one lies
// an interval of the runway. Inside a first load may have stood there before;
// outside the last lifts may stand on.
func (c *cut) jointStands(m network.ModeIndex, inside bool, from network.Minute, trips []trip, places []window) []int64 {
	free := make([]int64, len(trips))
	gap, latest, tail := network.Never, network.Past, network.Minute(0)
	for _, w := range places {
		gap, latest = min(gap, network.Minute(c.w.n.Places[w.p].Interval[m])), max(latest, w.first)
	}
	for i := range trips {
		f := c.w.fleets[trips[i].fleet]
		for _, w := range places {
			if f.Base == w.p || f.typ.Slots <= 0 {
				return free
			}
		}
		if !inside {
			tail = max(tail, f.turn()-f.unload())
		}
	}
	minutes := int64(0)
	for _, w := range places {
		parking := c.w.n.Places[w.p].Parking[m]
		if time := int64(w.last - max(w.first, from) + tail + gap); time > 0 {
			if parking >= network.Unlimited {
				return free
			}
			minutes = min(unlimited, minutes+mul(int64(max(parking, 0)), time))
		}
	}
	return jointRow(trips, minutes, func(t *trip) int64 {
		f := c.w.fleets[t.fleet]
		stays := max(f.unload(), f.turn())
		if inside {
			stays = f.load()
			if t.later && t.back >= max(latest, from) {
				stays = max(stays, f.turn())
			}
		}
		if t.on(inside) < from {
			return 0
		}
		return mul(int64(f.typ.Slots), int64(stays+gap))
	})
}

// jointRunway is the uses of the runways of those who use them until a minute. A
// later load takes two: the lift has landed inside since it last left, or left
// outside since it last landed. So does every load but those of lifts that stood
// inside at first, or stay outside.
func (c *cut) jointRunway(m network.ModeIndex, inside bool, to network.Minute, trips []trip, places []window) [][]int64 {
	latest, uses, stands := network.Past, int64(0), int64(0)
	for _, w := range places {
		place := &c.w.n.Places[w.p]
		if place.Interval[m] <= 0 {
			return nil
		}
		first := w.first
		if inside {
			first = network.Never
			for _, t := range trips {
				first = min(first, c.departs(t.fleet, w.p))
			}
		}
		latest = max(latest, first)
		ends := to
		if inside {
			ends = min(ends, w.last)
		}
		if first <= ends {
			uses = min(unlimited, uses+int64(ends-first)/int64(place.Interval[m])+1)
		}
		stands = min(unlimited, stands+int64(max(place.Parking[m], 0)))
		for _, t := range trips {
			if f := c.w.fleets[t.fleet]; f.Base == w.p || f.typ.Slots <= 0 {
				stands = unlimited
			}
		}
	}
	lifts := int64(0)
	for _, t := range trips {
		if !t.later {
			lifts += t.number
		}
	}
	return [][]int64{
		jointRow(trips, uses, func(t *trip) int64 {
			switch {
			case t.to(inside) > to:
				return 0
			case t.later && (!inside || t.back >= latest):
				return 2
			}
			return 1
		}),
		jointRow(trips, uses+min(lifts, stands), func(t *trip) int64 {
			if t.to(inside) > to {
				return 0
			}
			return 2
		}),
	}
}
