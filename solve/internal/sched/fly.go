package sched

import (
	"sortie/network"
)

// mark is a use of a runway by a movement that is being tried, before it is
// booked.
type mark struct {
	at network.PlaceIndex
	t  minute
}

// patience bounds how often a movement's times are moved on before the planner
// gives up on it.
const patience = 400

// slot is the first minute from t on at which a movement of the mode and nation
// may depart from or arrive at the place, beside what is booked and marked.
func (d *Decoder) slot(p network.PlaceIndex, m network.ModeIndex, nation network.NationIndex, t minute, marks []mark) minute {
	access, interval := d.n.Access(p, m, nation), d.n.Places[p].Interval[m]
	for {
		next := access.Next(t)
		if interval > 0 && next < network.Never {
			next = d.uses[m][p].next(next, interval)
			for _, k := range marks {
				if k.at == p && next < k.t+minute(interval) && next > k.t-minute(interval) {
					next = k.t + minute(interval)
				}
			}
		}
		if next == t || next >= network.Never {
			return next
		}
		t = next
	}
}

// slotBefore is the last such minute up to t.
func (d *Decoder) slotBefore(p network.PlaceIndex, m network.ModeIndex, nation network.NationIndex, t minute, marks []mark) minute {
	access, interval := d.n.Access(p, m, nation), d.n.Places[p].Interval[m]
	for {
		prev := access.Prev(t)
		if interval > 0 && prev > network.Past {
			prev = d.uses[m][p].prev(prev, interval)
			for _, k := range marks {
				if k.at == p && prev < k.t+minute(interval) && prev > k.t-minute(interval) {
					prev = k.t - minute(interval)
				}
			}
		}
		if prev == t || prev <= network.Past {
			return prev
		}
		t = prev
	}
}

// fly is the earliest flight along the route that departs at t or later, beside
// what is booked and marked; at stops the lift stands its turnaround, or longer
// where it must rest. What happens at the destination after arrival is not its
// business.
func (d *Decoder) fly(f *network.Fleet, r *network.Route, from, to network.PlaceIndex, t minute, legs []busy, marks []mark) (flight, bool) {
	return d.along(f, r, from, to, t, network.Never, legs, marks, goesOn)
}

// halt is how much sooner a flight has to arrive to be worth waiting for on the way.
const halt = 60

// goesOn is the unloading of a flight that stops no longer than it has to.
const goesOn = -1

// soonest is the earliest flight that departs at t or later, with so many tonnes aboard: along its route; or, where it has no stops, with one
// at which it waits for its destination to open and for a team that is free for so long, if it arrives much sooner so, and by a limit.
func (d *Decoder) soonest(q *request, f *network.Fleet, r *network.Route, from, to network.PlaceIndex, tonnes float64, unload, t, limit minute, legs []busy, marks []mark) (flight, bool) {
	best, ok := d.fly(f, r, from, to, t, legs, marks)
	if q.haul.Straight || len(r.Stops) > 0 || ok && best.arrive < t+minute(r.Minutes)+halt {
		return best, ok
	}
	mode := d.n.Types[f.Type].Mode
	opens := d.n.Access(to, mode, f.Nation)
	t = d.n.Access(from, mode, f.Nation).Next(t)
	halting := d.n.Halting(f.Type, from, to)
	for k := range halting {
		r := &halting[k]
		if ok {
			limit = min(limit, best.arrive-halt)
		}
		if opens.Next(t+minute(r.Minutes)) > limit {
			break
		}
		if r.Payload < tonnes-1e-9 {
			continue
		}
		if fl, found := d.along(f, r, from, to, t, limit, legs, marks, unload); found {
			best, ok = fl, true
		}
	}
	return best, ok
}

// along is the earliest flight along a route that arrives by a limit. It waits at its stop until it can go on, land, and find a team for as long
// as it unloads, which is no time without cargo; unless it goes on as soon as it may.
func (d *Decoder) along(f *network.Fleet, r *network.Route, from, to network.PlaceIndex, t, limit minute, legs []busy, marks []mark, unload minute) (flight, bool) {
	mode := d.n.Types[f.Type].Mode
	turnaround := minute(d.n.Types[f.Type].Turnaround)
	out := flight{route: r, from: from, to: to}
	own := d.ownLegs[:0] // legs so far, with those of this flight
	for range patience {
		d.Flights++
		t = rested(legs, t, r.Legs[0].Minutes, f.PerDay)
		if t = d.slot(from, mode, f.Nation, t, marks); t >= network.Never || t > d.n.Last {
			return out, false
		}
		if rested(legs, t, r.Legs[0].Minutes, f.PerDay) != t {
			continue
		}
		out.depart, out.stops = t, nil
		if len(r.Stops) > 0 {
			own = append(own[:0], legs...)
		}
		depart, delay := t, minute(0)
		for i, s := range r.Stops {
			arrive := depart + minute(r.Legs[i].Minutes)
			own = append(own, busy{depart, arrive})
			stay := max(turnaround, minute(d.n.Places[s].Interval[mode])) // its own two uses of the runway keep their distance
			depart = rested(own, arrive+stay, r.Legs[i+1].Minutes, f.PerDay)
			if unload != goesOn {
				depart = d.onward(f, s, to, depart, r.Legs[i+1].Minutes, unload, own, marks)
			}
			if depart >= network.Never || depart > limit {
				return out, false
			}
			if delay = d.slot(s, mode, f.Nation, arrive, marks) - arrive; delay == 0 {
				delay = d.slot(s, mode, f.Nation, depart, marks) - depart
			}
			if delay == 0 {
				delay = d.standing[mode][s].firstFit(arrive, depart-arrive, d.slots(f), d.n.Places[s].Parking[mode]) - arrive
			}
			if delay != 0 {
				break
			}
			out.stops = append(out.stops, Stop{s, arrive, depart})
		}
		if delay == 0 {
			if out.arrive = depart + minute(r.Legs[len(r.Legs)-1].Minutes); out.arrive > limit {
				return out, false
			}
			if delay = d.slot(to, mode, f.Nation, out.arrive, marks) - out.arrive; delay == 0 {
				d.ownLegs = own
				return out, true
			}
		}
		t += delay
	}
	return out, false
}

// onward is the first minute from t on at which a leg may begin, so that it can end at a place and a team is free there for so long.
func (d *Decoder) onward(f *network.Fleet, from, to network.PlaceIndex, t minute, length int, unload minute, own []busy, marks []mark) minute {
	mode := d.n.Types[f.Type].Mode
	for range patience {
		if t = d.slot(from, mode, f.Nation, rested(own, t, length, f.PerDay), marks); t >= network.Never {
			break
		}
		late := d.slot(to, mode, f.Nation, t+minute(length), marks) - t - minute(length)
		if late == 0 && unload > 0 {
			late = d.working[mode][to].firstFit(t+minute(length), unload, 1, d.n.Places[to].Working[mode]) - t - minute(length)
		}
		if late == 0 && rested(own, t, length, f.PerDay) == t {
			return t
		}
		t += late
	}
	return network.Never
}

// later is a flight that waits on the way, begun as late as it can be: cargo waits where it is, and not aboard.
func (d *Decoder) later(q *request, f *network.Fleet, fl flight, legs []busy, marks []mark) flight {
	if len(fl.stops) != 1 {
		return fl
	}
	typ, stop := &d.n.Types[f.Type], &fl.stops[0]
	mode, length := typ.Mode, minute(fl.route.Legs[0].Minutes)
	if fl.from != f.Base && d.n.Places[fl.from].Parking[mode] < network.Unlimited {
		return fl // its stand may be wanted
	}
	arrive := stop.Depart - max(minute(typ.Turnaround), minute(d.n.Places[stop.At].Interval[mode]))
	for {
		arrive = d.slotBefore(stop.At, mode, f.Nation, arrive, marks)
		depart := arrive - length
		if depart <= fl.depart {
			return fl
		}
		if before := d.slotBefore(fl.from, mode, f.Nation, depart, marks); before != depart {
			arrive = before + length
			continue
		}
		own := append(append(d.ownLegs[:0], legs...), busy{depart, arrive})
		d.ownLegs = own
		if rested(legs, depart, int(length), f.PerDay) != depart || rested(own, stop.Depart, fl.route.Legs[1].Minutes, f.PerDay) != stop.Depart ||
			q.leaves && d.dayFrom(fl.from, depart, q.haul.People) != depart {
			return fl
		}
		fl.depart, stop.Arrive = depart, arrive
		return fl
	}
}

// flyLate is the flight along a direct route that arrives as late as it may up
// to a minute, and departs no sooner than another.
func (d *Decoder) flyLate(f *network.Fleet, r *network.Route, from, to network.PlaceIndex, latest, earliest minute, legs []busy, marks []mark) (flight, bool) {
	if len(r.Stops) > 0 {
		return flight{}, false
	}
	mode, length := d.n.Types[f.Type].Mode, minute(r.Legs[0].Minutes)
	a := latest
	for range patience {
		arrive := d.slotBefore(to, mode, f.Nation, a, marks)
		depart := arrive - length
		if arrive <= network.Past || depart < earliest {
			return flight{}, false
		}
		if before := d.slotBefore(from, mode, f.Nation, depart, marks); before != depart {
			a = before + length
			continue
		}
		if rested(legs, depart, int(length), f.PerDay) != depart {
			return flight{}, false
		}
		return flight{route: r, from: from, to: to, depart: depart, arrive: arrive}, true
	}
	return flight{}, false
}

// slots is the parking places that one lift of the fleet takes.
func (d *Decoder) slots(f *network.Fleet) int { return d.n.Types[f.Type].Slots }
