package sched

import (
	"cmp"

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
	row := &d.quickest[int(t)*len(d.n.Places)+int(from)]
	if *row == nil {
		*row = make([]wayHome, len(d.n.Places))
	}
	w := &(*row)[to]
	if !w.asked {
		w.asked = true
		w.route = d.n.Empty(t, from, to)
	}
	return w.route
}

// mostTrials is how many lifts of all fleets are tried for a haul, besides
// those that look sooner than the best so far.
const mostTrials = 6

// carry is the haul on the lift that unloads it soonest.
func (d *Decoder) carry(q *request) (best trial, ok bool) {
	d.order = d.order[:0]
	for o := range q.haul.Options {
		f := q.haul.Options[o].Fleet
		unmoved := false
		d.group = len(d.order)
		for i := d.first[f]; i < d.first[f]+d.n.Fleets[f].Count; i++ {
			l := &d.lifts[i]
			if !l.moved {
				if unmoved {
					break // those after it have not moved either
				}
				unmoved = true
			}
			if c, ok := d.candidate(q, o, i); ok {
				d.offer(c)
			}
		}
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
		if t, good := d.onLift(q, c); good && (!ok || t.better(&best)) {
			best, ok, cheapest = t, true, c.cost
		}
	}
	return best, ok
}

// before is the order in which candidates are tried.
func (c *candidate) before(o *candidate) bool {
	return cmp.Or(int(c.at-o.at), c.cost-o.cost, c.option-o.option, c.lift-o.lift) < 0
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

// candidate is the least time at which the lift could unload the haul.
func (d *Decoder) candidate(q *request, o, i int) (candidate, bool) {
	l, option := &d.lifts[i], &q.haul.Options[o]
	f := &d.n.Fleets[l.fleet]
	typ := &d.n.Types[f.Type]
	at, cost := f.From, 0
	if l.moved {
		at = max(l.free, at)
	}
	if l.at != q.hop.From {
		way := d.way(f.Type, l.at, q.hop.From)
		if way == nil && l.tail.none() {
			return candidate{}, false
		}
		if way != nil {
			cost = way.Minutes
			if l.moved {
				at = max(at, l.arrive+minute(typ.Turnaround))
			}
			at += minute(cost)
		}
	}
	at = max(at, q.from)
	at += minute(typ.Load + option.Route.Minutes + typ.Unload)
	return candidate{i, o, max(at, q.unload), cost}, at <= f.Until
}

// onLift tries the haul on the lift from where it stands, and from its base
// where it has a leg home that it would else not make.
func (d *Decoder) onLift(q *request, c candidate) (trial, bool) {
	l, o := &d.lifts[c.lift], &q.haul.Options[c.option]
	f := &d.n.Fleets[l.fleet]
	mode := d.n.Types[f.Type].Mode
	tail := &l.tail
	if !tail.none() {
		d.unbook(mode, tail, d.slots(f))
	}
	v := view{at: l.at, moved: l.moved, arrive: l.arrive, free: l.free, legs: recent(l.legs, l.free), stands: l.moved && l.at != f.Base, heldTo: network.Forever}
	if !tail.none() {
		v.heldTo = tail.depart
	}
	best, ok := d.tryBoth(q, o, &v, f)
	if !tail.none() {
		d.rebook(mode, tail, d.slots(f))
		if waits := !ok || best.load > q.from; waits {
			d.viewLegs = tail.legsOf(append(d.viewLegs[:0], recent(l.legs, l.free)...))
			home := view{at: f.Base, moved: true, arrive: tail.arrive, free: tail.arrive, legs: d.viewLegs}
			if t, good := d.tryBoth(q, o, &home, f); good && (!ok || t.better(&best)) {
				t.under += tail.under()
				t.withTail = true
				best, ok = t, true
			}
		}
	}
	best.lift = c.lift
	return best, ok
}

// tryBoth tries a late and, where flying hours are limited, an early arrival
// for loading; of two that unload at the same minute the early one is for hauls
// that want a rested lift.
func (d *Decoder) tryBoth(q *request, o *haul.Option, v *view, f *network.Fleet) (trial, bool) {
	best, ok := d.try(q, o, v, false)
	if f.PerDay < network.Unlimited && v.at != q.hop.From {
		if t, good := d.try(q, o, v, true); good && (!ok || t.unloaded < best.unloaded || t.unloaded == best.unloaded && q.haul.Rested) {
			best, ok = t, true
		}
	}
	return best, ok
}
