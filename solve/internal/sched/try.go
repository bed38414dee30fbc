package sched

import (
	"sortie/network"
	"sortie/solve/internal/haul"
)

// trial is a haul on a lift with its times, and what the lift does before and
// after: not yet booked.
type trial struct {
	lift     int
	option   *haul.Option
	withTail bool   // its leg home comes first
	position flight // to the place of loading; none where it stands there
	arrived  minute // at the place of loading
	load     minute
	flight   flight
	unloaded minute
	tail     flight // away from the destination, where it may not stay
	waits    bool   // another lift could not have loaded sooner
	under    int    // minutes under way that the haul adds, tail not counted
	spent    minute // of the lift and the runways, by coming for a thrifty haul
}

// better is the order in which trials are preferred: unloaded sooner, what is
// spent on coming counted as if it came later; then with less flying, then
// loaded later.
func (t *trial) better(o *trial) bool {
	if a, b := t.unloaded+t.spent, o.unloaded+o.spent; a != b {
		return a < b
	}
	if t.under != o.under {
		return t.under < o.under
	}
	return t.load > o.load
}

// try times a haul on a lift as it stands in the view; false if it cannot take
// it. It finds the earliest unloading for the lift; the lift arrives for loading
// as late as it can, or, if early is set, as soon as it can, which spares its
// hours of the day.
func (d *Decoder) try(q *request, o *haul.Option, v *view, early bool, t *trial) bool {
	f := &d.n.Fleets[o.Fleet]
	typ := &d.n.Types[f.Type]
	mode, p, to := typ.Mode, q.hop.From, q.hop.To
	load, turnaround := minute(typ.Load), minute(typ.Turnaround)
	apart := max(turnaround, minute(d.n.Places[p].Interval[mode])) // from its arrival to its departure at least
	*t = trial{option: o}
	start := max(q.from, f.From)
	var soonest flight // positioning as early as possible
	var way *network.Route
	if v.at == p {
		start = max(start, v.free)
	} else {
		if way = d.way(f.Type, v.at, p); way == nil {
			return false
		}
		var ok bool
		if soonest, ok = d.soonest(q, f, way, v.at, p, 0, 0, v.ready(f, typ.Turnaround), network.Never, v.legs, nil); !ok {
			return false
		}
		start = max(start, soonest.arrive)
	}
	arriveFrom := soonest.arrive // no sooner: the stand is taken before
	depart := minute(network.Past)
	for range patience {
		if start >= network.Never || start > d.n.Last {
			return false
		}
		start = d.working[mode][p].firstFit(start, load, 1, d.n.Places[p].Working[mode])
		if start >= network.Never {
			return false
		}
		depart = max(depart, start+load, q.unload-minute(typ.Unload)-minute(o.Route.Minutes))
		marks, legs := d.marks[:0], v.legs
		t.position, t.arrived = flight{}, v.arrive
		switch {
		case v.at != p:
			pos := soonest
			latest := min(start, start+load-apart)
			if early {
				latest = min(latest, start+load-day) // what it flew until then no longer counts
			}
			if latest > soonest.arrive {
				if late, ok := d.flyLate(f, way, v.at, p, latest, max(soonest.depart, arriveFrom-minute(way.Minutes)), v.legs, nil); ok {
					pos = late
				}
			}
			if pos.arrive < arriveFrom {
				later, ok := d.soonest(q, f, way, v.at, p, 0, 0, arriveFrom-minute(way.Minutes), network.Never, v.legs, nil)
				if !ok {
					return false
				}
				pos = later
			}
			if pos.arrive > start {
				start = pos.arrive
				continue
			}
			t.position, t.arrived = pos, pos.arrive
			depart = max(depart, pos.arrive+turnaround)
			d.marks = append(marks, mark{v.at, pos.depart}, mark{p, pos.arrive})
			marks = d.marks
			d.tryLegs = pos.legsOf(append(d.tryLegs[:0], v.legs...))
			legs = d.tryLegs
		case v.moved:
			depart = max(depart, v.arrive+turnaround)
		}
		var ok bool
		if depart, ok = d.land(q, f, t, depart, legs, marks); !ok {
			return false
		}
		if late := depart - load; late > start {
			// Load as late as a team is free, and have the lift come for that.
			if s := d.working[mode][p].firstFit(late, load, 1, d.n.Places[p].Working[mode]); s == late {
				start = late
				if v.at != p && !early {
					if pos, ok := d.flyLate(f, way, v.at, p, min(late, late+load-apart), t.position.depart, v.legs,
						[]mark{{p, depart}, {to, t.flight.arrive}}); ok && d.restedStill(f, v, &pos, t) {
						t.position, t.arrived = pos, pos.arrive
					}
				}
			}
		}
		t.load = start
		t.waits = start > soonest.arrive && v.at != p || v.at == p && start > v.free
		if again := d.stand(f, v, t, p, mode); again > 0 {
			if again >= network.Never || v.at == p {
				return false
			}
			arriveFrom = max(arriveFrom, again)
			start = max(start, again)
			continue
		}
		t.under = t.flight.under()
		if !t.position.none() {
			t.under += t.position.under()
			if q.haul.Thrifty {
				t.spent = d.spent(mode, v.at, p, way)
			}
		}
		return true
	}
	return false
}

// spent is what a lift that comes for a thrifty haul spends of its time and the
// runways.
func (d *Decoder) spent(mode network.ModeIndex, from, to network.PlaceIndex, way *network.Route) minute {
	return minute(under(way) + d.n.Places[from].Interval[mode] + d.n.Places[to].Interval[mode])
}

// restedStill reports whether the flight, and the leg home after it, keep rule
// R11 after a positioning leg that was moved.
func (d *Decoder) restedStill(f *network.Fleet, v *view, pos *flight, t *trial) bool {
	if f.PerDay >= network.Unlimited {
		return true
	}
	legs := pos.legsOf(append(d.movedLegs[:0], v.legs...))
	after := t.flight.legsOf(d.afterLegs[:0])
	if !t.tail.none() {
		after = t.tail.legsOf(after)
	}
	d.movedLegs, d.afterLegs = legs, after
	for _, l := range after {
		if rested(legs, l.from, int(l.to-l.from), f.PerDay) != l.from {
			return false
		}
		legs = append(legs, l)
	}
	return true
}

// stand checks that the lift has parking at the place of loading from arrival
// to departure, and until it left for it where it stood before. It returns the
// first minute at which arriving would do, Never if none, 0 if all is well.
func (d *Decoder) stand(f *network.Fleet, v *view, t *trial, p network.PlaceIndex, mode network.ModeIndex) minute {
	n := d.slots(f)
	if v.stands {
		leaves := t.flight.depart
		if !t.position.none() {
			leaves = t.position.depart
		}
		if !d.standing[mode][v.at].fits(v.heldTo, leaves, n, d.n.Places[v.at].Parking[mode]) {
			return network.Never
		}
	}
	if t.position.none() || p == f.Base {
		return 0
	}
	at := d.standing[mode][p].firstFit(t.arrived, t.flight.depart-t.arrived, n, d.n.Places[p].Parking[mode])
	if at == t.arrived {
		return 0
	}
	return at
}

// land moves the departure on until the flight, the unloading, the stand and
// the way out all find room, and fills in the trial.
func (d *Decoder) land(q *request, f *network.Fleet, t *trial, depart minute, legs []busy, marks []mark) (minute, bool) {
	typ := &d.n.Types[f.Type]
	mode, p, to := typ.Mode, q.hop.From, q.hop.To
	place := &d.n.Places[to]
	unload, tonnes := minute(typ.Unload), t.option.Stow.Mass+float64(q.haul.People)*d.n.PersonT
	latest := min(f.Until, q.latest) - unload
	for range patience {
		fl, ok := d.soonest(q, f, t.option.Route, p, to, tonnes, unload, depart, latest, legs, marks)
		if !ok || fl.arrive > min(latest, d.n.Last) {
			return 0, false
		}
		if q.leaves {
			if next := d.dayFrom(p, fl.depart, q.haul.People); next != fl.depart {
				if next >= network.Never {
					return 0, false
				}
				depart = next
				continue
			}
		}
		delay := d.working[mode][to].firstFit(fl.arrive, unload, 1, place.Working[mode]) - fl.arrive
		if delay == 0 {
			delay = max(0, q.unload-unload-fl.arrive)
		}
		if delay == 0 {
			if fl.route != t.option.Route {
				fl = d.later(q, f, fl, legs, marks)
			}
			t.flight, t.unloaded = fl, fl.arrive+unload
			d.leaveMarks = append(append(d.leaveMarks[:0], marks...), mark{p, fl.depart}, mark{to, fl.arrive})
			delay = d.leave(q, f, t, legs, d.leaveMarks)
		}
		if delay == 0 {
			return fl.depart, true
		}
		if depart = fl.depart + delay; depart > d.n.Last {
			return 0, false
		}
	}
	return 0, false
}

// leave finds the way out of the destination where the lift may not stay: its
// fleet ends at its base, or others may need the stand. Where there are stands
// for all that come, or the haul says so, it stays and spares the runway a use.
// It returns by how much the arrival must be later to find a stand.
func (d *Decoder) leave(q *request, f *network.Fleet, t *trial, legs []busy, marks []mark) minute {
	typ := &d.n.Types[f.Type]
	mode, to := typ.Mode, t.flight.to
	parking := d.n.Places[to].Parking[mode]
	t.tail = flight{}
	if to == f.Base || !f.Return && parking >= network.Unlimited {
		return 0
	}
	if !f.Return && (q.haul.Stays || d.ample[at(to, mode)]) {
		if d.standing[mode][to].fits(t.flight.arrive, network.Forever, d.slots(f), parking) {
			return 0
		}
	}
	var until minute
	ready := max(t.unloaded, t.flight.arrive+minute(typ.Turnaround))
	way := d.way(f.Type, to, f.Base)
	if way != nil && f.PerDay < network.Unlimited {
		d.tailLegs = t.flight.legsOf(append(d.tailLegs[:0], legs...))
	}
	yield := minute(0)
	if place := &d.n.Places[to]; place.Working[mode] < network.Unlimited {
		yield = minute(place.Interval[mode])
	}
	for {
		t.tail, until = flight{}, network.Forever
		if way != nil {
			if fl, ok := d.fly(f, way, to, f.Base, ready+yield, d.tailLegs, marks); ok && fl.arrive <= f.Until {
				t.tail, until = fl, fl.depart
			}
		}
		late := minute(network.Never)
		if !t.tail.none() || !f.Return {
			late = d.standing[mode][to].firstFit(t.flight.arrive, until-t.flight.arrive, d.slots(f), parking) - t.flight.arrive
		}
		if late == 0 || yield == 0 {
			return late
		}
		yield = 0
	}
}

// dayFrom is the first minute from t on whose local day still takes n people
// out of the theatre.
func (d *Decoder) dayFrom(p network.PlaceIndex, t minute, n int) minute {
	if d.n.PeoplePerDay >= network.Unlimited || n == 0 {
		return t
	}
	if n > d.n.PeoplePerDay {
		return network.Never
	}
	for t <= d.n.Last {
		today, next := d.n.Day(p, t)
		if d.leftOn[today]+n <= d.n.PeoplePerDay {
			return t
		}
		t = next
	}
	return network.Never
}
