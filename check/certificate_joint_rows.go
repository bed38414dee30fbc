package check

import (
	"math/big"
	"slices"
)

// row adds what each takes of the whole, rounded down.
func (j *joint) row(whole int64, takes func(v *voyage) int64) {
	row := make([]int64, len(j.voyages))
	for k := range row {
		switch n := takes(&j.voyages[k]); {
		case n <= 0 || whole >= boundless:
		case n > whole:
			row[k] = 2 * unity
		default:
			row[k] = new(big.Int).Div(product(n, unity), big.NewInt(whole)).Int64()
		}
	}
	j.rows = append(j.rows, row)
}

// teamTime is the time of the teams from a minute until another, for what is
// loaded or unloaded in it.
func (j *joint) teamTime(inside bool, from, to int64, places []spot, l *reach) {
	time := handling(places, from, to)
	if !inside {
		time = min(time, j.teamMinutes(j.mode, false, l))
	}
	j.row(time, func(v *voyage) int64 {
		switch f := j.prover.fleets[v.fleet]; {
		case v.begins(inside) < from || inside && v.leaves > to:
			return 0
		case inside:
			return f.load
		default:
			return f.unload
		}
	})
}

// standTime is the time of the slots. A lift that lands where another has left
// does so an interval later. What a first load waits inside before it is loaded
// is not counted, nor what a lift stands outside after the last minute.
func (j *joint) standTime(inside bool, from int64, places []spot) {
	if !j.allPark(places) {
		return
	}
	gap, open, after := farFuture, from, int64(0)
	for _, s := range places {
		gap, open = min(gap, int64(s.hand.Interval)), max(open, s.first)
	}
	for i := range j.voyages {
		if f := j.prover.fleets[j.voyages[i].fleet]; !inside {
			after = max(after, f.turn-f.unload)
		}
	}
	time := int64(0)
	for _, s := range places {
		switch lasts := s.last - max(s.first, from) + after + gap; {
		case lasts <= 0:
		case s.hand.ParkingMOG == nil:
			time = boundless
		default:
			time = plusCapped(time, timesCapped(int64(max(*s.hand.ParkingMOG, 0)), lasts))
		}
	}
	j.row(time, func(v *voyage) int64 {
		f := j.prover.fleets[v.fleet]
		stands := f.load
		if !inside {
			stands = max(f.unload, f.turn)
		} else if v.again && v.back >= open {
			stands = max(f.load, f.turn)
		}
		if v.begins(inside) < from {
			return 0
		}
		return timesCapped(int64(f.kind.Slots), stands+gap)
	})
}

// allPark reports whether every lift takes a stand at each of the places.
func (j *joint) allPark(places []spot) bool {
	for i := range j.voyages {
		f := j.prover.fleets[j.voyages[i].fleet]
		if f.kind.Slots <= 0 || slices.ContainsFunc(places, func(s spot) bool { return int(s.at) == f.base }) {
			return false
		}
	}
	return true
}

// runwayUses is how often lifts can take off or land, those that do so for the
// last time until a minute. To load again a lift has landed inside, and to unload
// again it has left outside; so it is with all loads but one of each lift that
// stood inside before, or stays outside.
func (j *joint) runwayUses(inside bool, to int64, places []spot) {
	open, uses, stands := farPast, int64(0), int64(0)
	for _, s := range places {
		if s.hand.Interval <= 0 {
			return
		}
		first, until := s.first, to
		if inside {
			first, until = farFuture, min(to, s.last)
			for k := range j.voyages {
				first = min(first, j.firstOut(j.voyages[k].fleet, int(s.at)))
			}
		}
		open = max(open, first)
		if first <= until {
			uses = plusCapped(uses, (until-first)/int64(s.hand.Interval)+1)
		}
		if s.hand.ParkingMOG == nil {
			stands = boundless
		} else {
			stands = plusCapped(stands, int64(max(*s.hand.ParkingMOG, 0)))
		}
	}
	lifts := int64(0)
	for i := range j.voyages {
		if v := &j.voyages[i]; !v.again {
			lifts += v.count
		}
	}
	if j.allPark(places) {
		lifts = min(lifts, stands)
	}
	among := func(v *voyage, takes int64) int64 {
		if v.last(inside) > to {
			return 0
		}
		return takes
	}
	j.row(uses, func(v *voyage) int64 {
		if v.again && (!inside || v.back >= open) {
			return among(v, 2)
		}
		return among(v, 1)
	})
	j.row(uses+lifts, func(v *voyage) int64 { return among(v, 2) })
}
