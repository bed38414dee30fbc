package check

import (
	"slices"

	"sortie"
)

// access is when lifts or convoys of a nation may depart from or arrive at a
// place by a mode: R10 and R16 together.
type access struct {
	at      *place
	limited bool     // hours, closures or clearances limit it at all
	named   bool     // a clearance is needed
	permits []permit // those that cover the nation
}

func newAccess(m *sortie.Mission, p *place, mode sortie.Mode, nation string) *access {
	a := &access{at: p}
	for i := range m.Clearances {
		cl := &m.Clearances[i]
		if cl.Country != p.Country || cl.Mode != "" && cl.Mode != mode {
			continue
		}
		a.named = true
		if len(cl.Nations) == 0 || nation != "" && slices.Contains(cl.Nations, nation) {
			a.permits = append(a.permits, permit{cl, minuteOr(cl.From, farPast), minuteOr(cl.Until, farFuture)})
		}
	}
	a.limited = a.named || len(p.Open) > 0 || len(p.closed) > 0
	return a
}

// mostTurns bounds a search for an open minute. Past it the minute counts as
// open, which never makes a proof stronger than it is.
const mostTurns = 100000

// mostTimes bounds how often a leg's two ends are held against each other, a day or a part of one further each time: hours
// that never agree are not looked at for centuries.
const mostTimes = 2000

// next is the first allowed minute from t on, farFuture if there is none.
func (a *access) next(t int64) int64 {
	if !a.limited {
		return t
	}
	for range mostTurns {
		if t >= farFuture {
			return farFuture
		}
		later := a.shutUntil(t)
		if later == t {
			return t
		}
		t = later
	}
	return t
}

// shutUntil is t where it is allowed, or a later minute before which none is.
func (a *access) shutUntil(t int64) int64 {
	for _, c := range a.at.closed {
		if t >= c.from && t < c.to {
			return c.to
		}
	}
	if a.named {
		opens := farFuture
		for _, p := range a.permits {
			switch {
			case p.from <= t && t <= p.until:
				opens = t
			case p.from > t && p.from <= p.until:
				opens = min(opens, p.from)
			}
			if opens == t {
				break
			}
		}
		if opens != t {
			return opens
		}
	}
	if len(a.at.Open) == 0 || a.at.isOpen(t) {
		return t
	}
	if a.at.zone == nil || len(a.at.open) == 0 {
		return farFuture
	}
	now := a.at.localMinute(t)
	step := int64(day - now) // midnight, and never past a minute at which clocks are changed
	for _, w := range a.at.open {
		step = min(step, int64((w.from-now+2*day-1)%day+1))
	}
	return min(t+step, a.at.clockAt(t).until)
}

// prev is the last allowed minute up to t, farPast if there is none.
func (a *access) prev(t int64) int64 {
	if !a.limited {
		return t
	}
	for range mostTurns {
		if t <= farPast {
			return farPast
		}
		sooner := a.shutSince(t)
		if sooner == t {
			return t
		}
		t = sooner
	}
	return t
}

// shutSince is t where it is allowed, or an earlier minute after which none is.
func (a *access) shutSince(t int64) int64 {
	for _, c := range a.at.closed {
		if t >= c.from && t < c.to {
			return c.from - 1
		}
	}
	if a.named {
		ends := farPast
		for _, p := range a.permits {
			switch {
			case p.from <= t && t <= p.until:
				ends = t
			case p.until < t && p.from <= p.until:
				ends = max(ends, p.until)
			}
			if ends == t {
				break
			}
		}
		if ends != t {
			return ends
		}
	}
	if len(a.at.Open) == 0 || a.at.isOpen(t) {
		return t
	}
	if a.at.zone == nil || len(a.at.open) == 0 {
		return farPast
	}
	now := a.at.localMinute(t)
	step := int64(now)
	for _, w := range a.at.open {
		step = min(step, int64((now-w.to+2*day-1)%day+1))
	}
	return max(t-max(1, step), a.at.clockAt(t).from-1)
}

// passage is a way that a lift or convoy can make without a stop.
type passage struct {
	from, to int
	minutes  int64
	tonnes   float64 // the most that a lift carries there
	limited  bool    // tonnes are limited
	out, in  *access
}

// leave is the first minute from t on at which it can begin, farFuture if none.
func (w *passage) leave(t int64) int64 {
	for range mostTimes {
		d := w.out.next(t)
		if d >= farFuture {
			return farFuture
		}
		at := w.in.next(d + w.minutes)
		if at >= farFuture {
			return farFuture
		}
		if at == d+w.minutes {
			return d
		}
		t = at - w.minutes
	}
	return t
}

// leaveBy is the last minute at which it can begin to end by the limit,
// farPast if none.
func (w *passage) leaveBy(limit int64) int64 {
	for range mostTimes {
		at := w.in.prev(limit)
		if at <= farPast {
			return farPast
		}
		d := w.out.prev(at - w.minutes)
		if d <= farPast {
			return farPast
		}
		if w.in.next(d+w.minutes) == d+w.minutes {
			return d
		}
		limit = d + w.minutes
	}
	return limit - w.minutes
}
