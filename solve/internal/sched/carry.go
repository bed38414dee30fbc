package sched

import (
	"sortie/network"
	"sortie/solve/internal/haul"
)

// candidate is a lift that may take a haul, and how soon it could at best.
type candidate struct {
	lift   int
	option int
	at     minute
	cost   int
}

// wayHome is the quickest route between two places, once it was asked for.
type wayHome struct {
	asked bool
	route *network.Route
}

// way is the quickest route of a lift type without cargo; nil if there is none.
func (d *Decoder) way(t network.TypeIndex, from, to network.PlaceIndex) *network.Route {
	if row := d.quickest[int(t)*len(d.n.Places)+int(to)]; row != nil && row[from].asked {
		return row[from].route
	}
	return d.ask(t, from, to)
}

// ask is that route, and remembers it.
func (d *Decoder) ask(t network.TypeIndex, from, to network.PlaceIndex) *network.Route {
	row := &d.quickest[int(t)*len(d.n.Places)+int(to)]
	if *row == nil {
		*row = make([]wayHome, len(d.n.Places))
	}
	w := &(*row)[from]
	w.asked = true
	w.route = d.n.Empty(t, from, to)
	return w.route
}

// mostTrials is how many lifts of all fleets are tried for a haul, besides
// those that look sooner than the best so far.
const mostTrials = 6

// carry is the haul on the lift that unloads it soonest; false if there is none.
func (d *Decoder) carry(q *request, best *trial) (ok bool) {
	d.order = d.order[:0]
	for o := range q.haul.Options {
		d.candidates(q, o)
	}
	heapify(d.order)
	cheapest := 0
	for k := 0; len(d.order) > 0; k++ {
		c := d.order[0]
		if soonest := best.unloaded + best.spent; ok && (k >= 2*mostTrials || c.at > soonest || k >= mostTrials && c.at >= soonest) {
			break
		}
		last := len(d.order) - 1
		d.order[0] = d.order[last]
		d.order = d.order[:last]
		sink(d.order, 0)
		if ok && best.waits && c.cost >= cheapest {
			continue // it would wait for the same team or stand, after a longer way
		}
		if ok {
			q.latest = min(q.latest, best.unloaded+best.spent) // a trial that unloads later is of no use
		}
		if d.onLift(q, c, best, ok) {
			ok, cheapest = true, c.cost
		}
	}
	return ok
}

// before is the order in which candidates are tried.
func (c *candidate) before(o *candidate) bool {
	switch {
	case c.at != o.at:
		return c.at < o.at
	case c.cost != o.cost:
		return c.cost < o.cost
	case c.option != o.option:
		return c.option < o.option
	}
	return c.lift < o.lift
}

// heapify puts the candidate that is tried first in front, and below each place
// those that come after it: seldom more than a few are ever tried.
func heapify(h []candidate) {
	for i := len(h)/2 - 1; i >= 0; i-- {
		sink(h, i)
	}
}

func sink(h []candidate, i int) {
	for k := 2*i + 1; k < len(h); k = 2*i + 1 {
		if k+1 < len(h) && h[k+1].before(&h[k]) {
			k++
		}
		if !h[k].before(&h[i]) {
			return
		}
		h[i], h[k] = h[k], h[i]
		i = k
	}
}

// alike is how many lifts of a fleet that stand at the same place are offered:
// those after the soonest can seldom do better.
const alike = 2

// offer lists a candidate, unless enough of its fleet that stand where it
// stands are listed that are as soon.
func (d *Decoder) offer(c candidate) {
	same, worst := 0, -1
	for k := d.group; k < len(d.order); k++ {
		if o := d.order[k]; d.lifts[o.lift].at == d.lifts[c.lift].at && d.lifts[o.lift].moved == d.lifts[c.lift].moved {
			same++
			if worst < 0 || o.at > d.order[worst].at {
				worst = k
			}
		}
	}
	switch {
	case same < alike:
		d.order = append(d.order, c)
	case c.at < d.order[worst].at:
		d.order[worst] = c
	}
}

// candidates offers the lifts of an option's fleet, each with the least time at
// which it could unload the haul. Of those that have not moved there is but one.
func (d *Decoder) candidates(q *request, o int) {
	option := &q.haul.Options[o]
	f := &d.n.Fleets[option.Fleet]
	typ := &d.n.Types[f.Type]
	p, turnaround := q.hop.From, minute(typ.Turnaround)
	takes := minute(typ.Load + option.Route.Minutes + typ.Unload)
	first := d.first[option.Fleet]
	d.group = len(d.order)
	for i := first; i < first+f.Count; i++ {
		l := &d.lifts[i]
		at, cost := f.From, 0
		if l.moved {
			at = max(l.free, at)
		}
		if l.at != p {
			if way := d.way(f.Type, l.at, p); way != nil {
				cost = way.Minutes
				if l.moved {
					at = max(at, l.arrive+turnaround)
				}
				at += minute(cost)
			} else if l.tail.none() {
				at = network.Never
			}
		}
		at = max(at, q.from) + takes
		if at = max(at, q.unload); at <= f.Until {
			d.offer(candidate{i, o, at, cost})
		}
		if !l.moved {
			break
		}
	}
}

// onLift tries the haul on the lift from where it stands, and from its base
// where it has a leg home that it would else not make. It reports whether it
// found one that is better than the best so far, and that in its place; it tries
// none that cannot be.
func (d *Decoder) onLift(q *request, c candidate, best *trial, found bool) bool {
	l, o := &d.lifts[c.lift], &q.haul.Options[c.option]
	f := &d.n.Fleets[l.fleet]
	mode := d.n.Types[f.Type].Mode
	here := view{at: l.at, moved: l.moved, arrive: l.arrive, free: l.free, legs: recent(l.legs, l.free), stands: l.moved && l.at != f.Base, heldTo: network.Forever}
	tail, t := &l.tail, &d.tryHere
	if tail.none() {
		if found && !d.mayBeat(q, o, &here, 0, best) || !d.tryBoth(q, o, &here, f, t) || found && !t.better(best) {
			return false
		}
		*best = *t
		best.lift = c.lift
		return true
	}
	here.heldTo = tail.depart
	home := view{at: f.Base, moved: true, arrive: tail.arrive, free: tail.arrive}
	fromHome := !found || d.mayBeat(q, o, &home, tail.under(), best)
	d.unbook(mode, tail, d.slots(f))
	ok := false
	if fromHome || d.mayBeat(q, o, &here, 0, best) {
		ok = d.tryBoth(q, o, &here, f, t)
	}
	d.rebook(mode, tail, d.slots(f))
	waits := !ok || t.load > q.from
	if waits && (fromHome || ok && t.better(best)) {
		d.viewLegs = tail.legsOf(append(d.viewLegs[:0], recent(l.legs, l.free)...))
		home.legs = d.viewLegs
		if u := &d.tryHome; d.tryBoth(q, o, &home, f, u) && (!ok || u.better(t)) {
			u.under += tail.under()
			u.withTail = true
			t, ok = u, true
		}
	}
	if !ok || found && !t.better(best) {
		return false
	}
	*best = *t
	best.lift = c.lift
	return true
}

// tryBoth tries a late and, where flying hours are limited, an early arrival
// for loading; of two that unload at the same minute the early one is for hauls
// that want a rested lift.
func (d *Decoder) tryBoth(q *request, o *haul.Option, v *view, f *network.Fleet, t *trial) bool {
	ok := d.try(q, o, v, false, t)
	if f.PerDay >= network.Unlimited || v.at == q.hop.From || ok && !q.haul.Rested && t.unloaded == d.least(q, o, v) {
		return ok
	}
	early := &d.tryEarly
	if d.try(q, o, v, true, early) && (!ok || early.unloaded < t.unloaded || early.unloaded == t.unloaded && q.haul.Rested) {
		*t, ok = *early, true
	}
	return ok
}

// mayBeat reports whether the haul on the lift in the view may be better than
// the best so far: a trial that unloads at the least minute, and loads as late
// as that lets it, would be. What is flown before comes on top.
func (d *Decoder) mayBeat(q *request, o *haul.Option, v *view, flown int, best *trial) bool {
	typ := &d.n.Types[d.n.Fleets[o.Fleet].Type]
	t := trial{unloaded: d.least(q, o, v), under: flown + under(o.Route)}
	t.load = t.unloaded - minute(typ.Load+o.Route.Minutes+typ.Unload)
	if v.at != q.hop.From && t.unloaded < network.Never {
		way := d.way(d.n.Fleets[o.Fleet].Type, v.at, q.hop.From)
		t.under += under(way)
		if q.haul.Thrifty {
			t.spent = d.spent(typ.Mode, v.at, q.hop.From, way)
		}
	}
	return t.better(best)
}

// least is the minute before which the lift cannot unload the haul: it comes as
// soon as it can, and goes on as soon as there is a team; then as soon as its
// runway, a team and a stand at its end are free, one after the other.
func (d *Decoder) least(q *request, o *haul.Option, v *view) minute {
	f := &d.n.Fleets[o.Fleet]
	typ := &d.n.Types[f.Type]
	mode, p, to := typ.Mode, q.hop.From, q.hop.To
	load, unload := minute(typ.Load), minute(typ.Unload)
	at := max(q.from, f.From)
	if v.at == p {
		at = max(at, v.free)
	} else if way := d.way(f.Type, v.at, p); way != nil {
		at = max(at, v.ready(f, typ.Turnaround)+minute(way.Minutes))
	} else {
		return network.Never
	}
	start := d.working[mode][p].firstFit(at, load, 1, d.n.Places[p].Working[mode])
	flying := minute(o.Route.Minutes)
	arrive := max(start+load, q.unload-unload-flying) + flying
	arrive = d.slot(to, mode, f.Nation, arrive, nil)
	arrive = d.working[mode][to].firstFit(arrive, unload, 1, d.n.Places[to].Working[mode])
	if to != f.Base {
		arrive = d.standing[mode][to].firstFit(arrive, max(unload, minute(typ.Turnaround)), d.slots(f), d.n.Places[to].Parking[mode])
	}
	return arrive + unload
}
