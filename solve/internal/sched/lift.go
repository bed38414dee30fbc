package sched

import (
	"sortie/network"
)

// busy is a time under way.
type busy struct{ from, to minute }

// lift is where one lift stands, and what it has done.
type lift struct {
	fleet  network.FleetIndex
	number int
	at     network.PlaceIndex
	moved  bool
	arrive minute // last arrival
	free   minute // last unloading
	legs   []busy // in order
	tail   flight // its leg home, if it has one
}

// flight is a movement along a route with its times; the zero value is none.
type flight struct {
	route    *network.Route
	from, to network.PlaceIndex
	depart   minute
	arrive   minute
	stops    []Stop
}

// view is a lift as the next movement finds it: with or without the positioning
// leg that it would make if nothing else came.
type view struct {
	at     network.PlaceIndex
	moved  bool
	arrive minute
	free   minute
	legs   []busy
	stands bool   // it takes parking where it is
	heldTo minute // until when that parking is already its own
}

// ready is the first minute at which the lift may depart without cargo.
func (v *view) ready(f *network.Fleet, turnaround int) minute {
	if !v.moved {
		return f.From
	}
	return max(v.free, v.arrive+minute(turnaround))
}

// rested is the first minute from t on at which a leg of a length may begin so
// that in any 24 hours the lift is under way no more than its most (R11). Legs
// are in order and end before t. The busiest day that the new leg touches is
// the one that ends with it, because a window that slides towards its end
// gains as fast as it can lose.
func rested(legs []busy, t minute, length, most int) minute {
	if most >= network.Unlimited {
		return t
	}
	if length > most {
		return network.Never
	}
	begin := t + minute(length) - day
	excess := length - most
	for _, l := range legs {
		if a := max(l.from, begin); a < l.to {
			excess += int(l.to - a)
		}
	}
	if excess <= 0 {
		return t
	}
	for _, l := range legs {
		a := max(l.from, begin)
		if a >= l.to {
			continue
		}
		if n := int(l.to - a); n < excess {
			excess -= n
			continue
		}
		return a + minute(excess) + day - minute(length)
	}
	return network.Never
}

const day = 24 * 60

// recent is the legs that still count on a day that ends after t.
func recent(legs []busy, t minute) []busy {
	i := len(legs)
	for i > 0 && legs[i-1].to > t-day {
		i--
	}
	return legs[i:]
}

func (f *flight) none() bool { return f.route == nil }

// legsOf is the flight's times under way.
func (f *flight) legsOf(into []busy) []busy {
	from := f.depart
	for _, s := range f.stops {
		into = append(into, busy{from, s.Arrive})
		from = s.Depart
	}
	return append(into, busy{from, f.arrive})
}

// under is the minutes of the flight's legs.
func (f *flight) under() int { return under(f.route) }

// under is the minutes of the route's legs.
func under(r *network.Route) int {
	n := 0
	for _, l := range r.Legs {
		n += l.Minutes
	}
	return n
}
