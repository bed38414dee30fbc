package explain

import "math"

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
		t.countOwn(i, l, hold, count)
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

// countOwn counts the time that the path spends in movement i itself. Loading
// or unloading by a team that it waited for counts for that team: it is taken
// while the movement uses it, too.
func (t *tracer) countOwn(i int, l *link, hold Resource, count func(Resource, int)) {
	v := &t.x.moves[i]
	if l.by.Kind == WorkingMOG && hold != l.by {
		end := v.unloaded
		if l.event < v.arrive {
			end = v.load + v.loadTime
		}
		count(hold, end)
		hold = l.by
	}
	count(hold, l.event)
}
