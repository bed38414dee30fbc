package explain

import (
	"math"
	"slices"
)

// A path is how closure came about: from the last unloading back through what
// each movement waited for. Of all such paths the one with the least idle
// waiting is followed: it is the one along which nothing could have moved.

// link is the step from a movement to what it waited for.
type link struct {
	cause
	shut     Resource // closed hours that lie between the two, if any
	shutSpan int
	idle     int // minutes that nothing explains
	total    int // idle minutes from here to the beginning
	fixed    bool
}

// tracer finds the best link of every movement on demand.
type tracer struct {
	x     *index
	links map[int]*link
}

// best is the link of movement i with the least idle time behind it.
func (t *tracer) best(i int) *link {
	if l := t.links[i]; l != nil {
		return l
	}
	l := &link{total: math.MaxInt / 2}
	t.links[i] = l // met again on its own path: as good as endless
	shut, shutGap, shutLength, hasShut := t.x.shutBefore(i)
	var found link
	for _, c := range t.x.causes(i) {
		cand := link{cause: c, idle: c.gap(), fixed: true}
		if hasShut && cand.idle > shutGap {
			span := min(shutLength, cand.idle-shutGap)
			cand.shut, cand.shutSpan = shut, span
			cand.idle -= span
		}
		cand.total = cand.idle + c.extra
		if c.prev >= 0 {
			cand.total += t.best(c.prev).total
		}
		if !found.fixed || cand.total < found.total {
			found = cand
		}
	}
	*l = found
	return l
}

// stretch is a part of the path that counts for one resource.
type stretch struct {
	by          Resource
	from, until int
}

// walk follows the path back from the movement that closes the plan.
func (t *tracer) walk(closing, start int) []stretch {
	var out []stretch
	cursor := t.x.moves[closing].unloaded
	count := func(by Resource, from int) {
		if from = max(from, start); from < cursor {
			out = append(out, stretch{by, from, cursor})
			cursor = from
		}
	}
	hold := Resource{Kind: Trip}
	for i, steps := closing, 0; steps <= len(t.x.moves); steps++ {
		l := t.best(i)
		if !l.fixed {
			break
		}
		t.countOwn(i, l, hold, cursor, count)
		count(Resource{Kind: Idle}, l.event-l.idle)
		if l.shutSpan > 0 {
			count(l.shut, cursor-l.shutSpan)
		}
		if l.prev < 0 {
			count(l.by, start)
			break
		}
		count(l.by, l.entry)
		hold, i = l.hold, l.prev
	}
	return out
}

// countOwn counts the time that the path spends in movement i itself, back to
// the event that waited. What it was left for (hold) counts while the movement
// has it in use; so does what it waited for itself, once it has it.
func (t *tracer) countOwn(i int, l *link, hold Resource, cursor int, count func(Resource, int)) {
	v := &t.x.moves[i]
	if own, until, ok := t.ownUse(i, l); ok && own != hold {
		count(hold, max(until, l.event))
		count(own, l.event)
		return
	}
	switch {
	case hold.Kind == WorkingMOG && cursor > v.depart:
		count(hold, max(v.arrive, l.event))
	case hold.Kind == WorkingMOG:
		count(hold, max(v.load, l.event))
	case hold.Kind == Lifts, hold.Kind == Utilisation, hold.Kind == ParkingMOG:
		count(hold, l.event)
	}
	if shut, _, _, ok := t.x.shutBefore(i); ok && v.kind != nil {
		for _, stop := range slices.Backward(v.Stops) { // where it waited for that on the way
			ready := minute(stop.Arrive) + int(v.kind.Turnaround)
			if depart := minute(stop.Depart); depart-ready > nearOpening {
				count(Resource{Kind: Trip}, max(depart, l.event))
				count(shut, max(ready, l.event))
			}
		}
	}
	count(Resource{Kind: Trip}, l.event)
}

// ownUse is the team or stand that a movement waited for, and until when it
// keeps that itself: it is as full then as while it was waited for.
func (t *tracer) ownUse(i int, l *link) (by Resource, until int, ok bool) {
	v := &t.x.moves[i]
	switch {
	case l.by.Kind == WorkingMOG && l.event < v.arrive:
		return l.by, v.load + v.loadTime, true
	case l.by.Kind == WorkingMOG:
		return l.by, v.unloaded, true
	case l.prev >= 0 && v.Lift != "" && t.x.moves[l.prev].Lift == v.Lift:
		if before := t.best(l.prev); before.by.Kind == ParkingMOG && before.by.Place == v.From {
			return before.by, v.depart, true
		}
	}
	return Resource{}, 0, false
}
