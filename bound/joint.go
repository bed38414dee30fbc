package bound

import (
	"slices"

	"sortie/network"
)

// mostSpells bounds the minutes on each side of a cut from which on loads are
// counted apart, and mostTripsHeld how many sorts of trips are held against all
// resources at once.
const (
	mostSpells    = 4
	mostTripsHeld = 1000
)

// trip is the n-th loads of the lifts of a fleet: so many, and what bounds each.
type trip struct {
	number, load int64
	fleet        int
	loads        network.Minute // earliest minute at which it is loaded
	lands        network.Minute // earliest minute at which it lands outside
	back         network.Minute // of second and later loads: earliest landing inside
	leaves       network.Minute // latest minute at which it leaves inside
	arrives      network.Minute // latest minute at which it lands outside
	later        bool
}

// joint is the most that whole loads of a mode count which the teams, stands and
// runways on both sides and the trips allow together, where that is less than
// the demand; where they are too many to look at, it is unlimited.
func (c *cut) joint(m network.ModeIndex, lim *limits) int64 {
	numbers := make([]int64, len(c.fleets))
	for i := range numbers {
		if c.hauls(i, m) {
			numbers[i] = c.loads(i, lim)
		}
	}
	trips, rows := c.jointRows(m, lim, numbers)
	f, each := alikeTrips(trips, rows)
	if len(each) == 0 {
		return unlimited
	}
	most, _, looked := f.packTo(each, c.total, c.total, false)
	c.w.work += looked*(10+4*len(rows)) + 1000
	if looked > mostPacked/4 {
		return unlimited // the verifier, which has no linear program, may not come to the end
	}
	return most
}

// jointRows is what so many loads of each fleet take of the teams, stands and
// runways on both sides.
func (c *cut) jointRows(m network.ModeIndex, lim *limits, numbers []int64) (trips []trip, rows [][]int64) {
	trips = c.allTrips(m, lim, numbers)
	if len(trips) > mostTripsHeld {
		return nil, nil
	}
	for _, inside := range []bool{true, false} {
		places := c.windows(m, inside, lim)
		for _, from := range spells(trips, inside) {
			rows = append(rows, c.jointTeams(m, inside, from, network.Never, trips, places, lim), c.jointStands(m, inside, from, trips, places))
		}
		for _, to := range lasts(trips, inside) {
			rows = append(rows, c.jointRunway(m, inside, to, trips, places)...)
			if inside {
				rows = append(rows, c.jointTeams(m, true, network.Past, to, trips, places, lim))
			}
		}
	}
	c.w.work += len(trips) * (len(c.inside) + len(rows))
	return trips, rows
}

// allTrips is so many loads of each fleet, the first of every lift before the second of any.
func (c *cut) allTrips(m network.ModeIndex, lim *limits, numbers []int64) []trip {
	var out []trip
	for i := range c.fleets {
		x, f := &c.fleets[i], c.w.fleets[i]
		if !c.hauls(i, m) {
			continue
		}
		t := trip{load: x.load, fleet: i, leaves: network.Past, arrives: network.Past}
		for p, in := range c.inside {
			switch {
			case !in:
				t.arrives = max(t.arrives, min(lim.standing[p], f.Until)-f.unload())
			case lim.leave[i] != nil:
				t.leaves = max(t.leaves, lim.leave[i][p])
			}
		}
		for n, left := 0, numbers[i]; left > 0; n++ {
			t.number = min(left, int64(f.Count))
			left -= t.number
			t.loads, t.lands, t.back, t.later = x.loading[n], slices.Min(x.trips[n]), x.back[n], n > 0
			out = append(out, t)
		}
	}
	return out
}

// spells is the minutes from which on loads are counted apart: whenever, and
// when the second and later loads of a fleet can begin on that side.
func spells(trips []trip, inside bool) []network.Minute {
	out := []network.Minute{network.Past}
	for _, t := range trips {
		if at := t.on(inside); t.later && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), mostSpells)]
}

// lasts is the minutes until which loads take the runway on that side: the last
// of all, and where lifts of some fleets do so until sooner.
func lasts(trips []trip, inside bool) []network.Minute {
	var out []network.Minute
	for _, t := range trips {
		if at := t.to(inside); !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out[:min(len(out), mostSpells)]
}

func (t *trip) to(inside bool) network.Minute {
	if inside {
		return t.leaves
	}
	return t.arrives
}

func (t *trip) on(inside bool) network.Minute {
	if inside {
		return t.loads
	}
	return t.lands
}

// alikeTrips is the trips as kinds of a form, those that take the same of
// everything as one; none where they are too many.
func alikeTrips(trips []trip, rows [][]int64) (*form, []int64) {
	f, each := &form{rows: make([][]int64, len(rows))}, []int64{}
next:
	for t := range trips {
		for k := range each {
			same := each[k] == trips[t].load
			for i := range rows {
				same = same && f.rows[i][k] == rows[i][t]
			}
			if same {
				f.most[k] = min(unlimited, f.most[k]+trips[t].number)
				continue next
			}
		}
		if len(each) == mostPackedKinds {
			return &form{}, nil
		}
		f.kinds, f.most, each = append(f.kinds, network.People), append(f.most, trips[t].number), append(each, trips[t].load)
		for i := range rows {
			f.rows[i] = append(f.rows[i], rows[i][t])
		}
	}
	return f, each
}
