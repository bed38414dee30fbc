package check

import (
	"fmt"
	"slices"

	"sortie"
	"sortie/internal/lang"
)

// fares is the least that a point of a kind of demand pays from each place
// and minute to its destination.
type fares struct {
	at [][]int64 // by place and minute
}

func (f *fares) from(p int, t int64) int64 {
	switch {
	case t >= int64(len(f.at[p])):
		return noWayAtAll
	case t < 0:
		return f.at[p][0]
	}
	return f.at[p][t]
}

// fareKey is the same for demand that has the same ways: mass apart, which a
// fare does not look at.
func (m *market) fareKey(c *carriage, kind int) string {
	return fmt.Sprintf("%v %p %d %t", c.fleets, c.roads, c.to, kind == people && len(m.days) > 0)
}

// carrier is a fleet with loads of so many points, the most that one counts on
// any leg.
type carrier struct {
	*squad
	fleet  int
	points int64
	legs   [][]costed
	teams  [][]int64 // by place
	aboard [][]int64 // least that a loaded lift still pays: arrived,
	loaded [][]int64 // waiting to depart for the first time,
	rested [][]int64 // or after a stop
}

// costed is a leg with what it costs at each minute.
type costed struct {
	*passage
	open, ends     []bool  // it may depart; it may arrive
	departs, lands []int64 // the runway
	hours          []int64
}

// pays is what the leg costs that departs at the minute; false where it may
// not.
func (c *costed) pays(t int64) (int64, bool) {
	at := t + c.minutes
	if !c.open[t] || !c.ends[at] {
		return 0, false
	}
	pays := int64(0)
	if c.departs != nil {
		pays += c.departs[t]
	}
	if c.lands != nil {
		pays += c.lands[at]
	}
	if c.hours != nil {
		pays += c.hours[at] - c.hours[t]
	}
	return pays, true
}

// costing lays out what legs cost.
func (m *market) costing(ways [][]*passage, mode sortie.Mode, hours []int64) [][]costed {
	out := make([][]costed, len(m.places))
	for p := range ways {
		for _, way := range ways[p] {
			c := costed{passage: way, open: m.open(way.out), ends: m.open(way.in), hours: hours}
			if mode != "" {
				c.departs, c.lands = m.uses(p, mode), m.uses(way.to, mode)
			}
			out[p] = append(out[p], c)
		}
	}
	return out
}

// carrier is a fleet's; nil where it carries nothing that counts.
func (m *market) carrier(i int) *carrier {
	f := m.prover.fleets[i]
	most, limited := 0.0, true
	for _, out := range f.out {
		for _, way := range out {
			most, limited = max(most, way.tonnes), limited && way.limited
		}
	}
	c := &carrier{squad: f, fleet: i, points: m.heaviest(f.kind, most, limited, m.aboard(i, ^uint64(0))),
		legs: m.legs[i], teams: make([][]int64, len(m.places))}
	if c.points <= 0 {
		return nil
	}
	for p := range c.teams {
		c.teams[p] = m.teams[server{p, f.kind.Mode}]
	}
	return c
}

// times is a product, or much where it is more: less than it is, never no way.
func times(a, b int64) int64 {
	if a > 0 && b > much/a {
		return much
	}
	return a * b
}

// newFares goes back through the minutes: what is left to pay at each is known
// once that of all later ones is.
func (m *market) newFares(c *carriage, kind int) (*fares, error) {
	person := kind == people && len(m.days) > 0
	var lifts []*carrier
	for _, i := range c.fleets {
		if l := m.carrier(i); l != nil {
			lifts = append(lifts, l)
		}
	}
	legs := int64(0)
	for _, l := range lifts {
		l.aboard, l.loaded = m.blank(), m.blank()
		if l.rested = l.loaded; person {
			l.rested = m.blank()
		}
		for _, ways := range l.legs {
			legs += int64(len(ways)) + 1
		}
	}
	for _, ways := range c.roads {
		legs += int64(len(ways))
		if slices.ContainsFunc(ways, func(way *passage) bool { return way.minutes < 1 }) {
			return nil, lang.Err(roadNoPrice)
		}
	}
	if m.looked += legs * int64(m.n); m.looked > mostLooked || int64(m.n)*int64(len(m.places))*int64(2*len(lifts)+1) > mostCells {
		return nil, lang.Err(tooMuch)
	}
	f := &fares{at: m.blank()}
	roads := m.costing(c.roads, "", nil)
	for t := int64(m.n) - 1; t >= 0; t-- {
		for _, l := range lifts {
			m.depart(l, t, person)
		}
		for p := range f.at {
			best := noWayAtAll
			if t+1 < int64(m.n) {
				best = f.at[p][t+1]
			}
			if p == c.to {
				best = 0
			}
			for _, l := range lifts {
				best = min(best, m.load(l, p, t))
			}
			best = min(best, m.convoy(f, roads[p], t, person))
			f.at[p][t] = best
		}
		for _, l := range lifts {
			m.arrive(l, f, t)
		}
	}
	return f, nil
}

func (m *market) blank() [][]int64 {
	out := make([][]int64, len(m.places))
	for p := range out {
		out[p] = all(m.n, noWayAtAll)
	}
	return out
}

// load is what a point pays that is loaded at the minute, its lift given up.
func (m *market) load(l *carrier, p int, t int64) int64 {
	if m.from+t < l.at[p] || t+l.load >= int64(m.n) || l.loaded[p][t+l.load] >= noWayAtAll {
		return noWayAtAll
	}
	pays := m.worth[l.fleet][p][t] + m.span(l.teams[p], t, t+l.load) + l.loaded[p][t+l.load]
	if pays < 0 {
		return -((-pays + l.points - 1) / l.points)
	}
	return min(pays/l.points, much)
}

// depart is what a loaded lift pays that waits at a place. The day on which
// people leave the theatre is that of the movement's first departure, so after
// a stop in the theatre it is not known, and nothing is paid for it; what was
// paid is given back where the lift comes back from a stop outside.
func (m *market) depart(l *carrier, t int64, person bool) {
	for p, ways := range l.legs {
		first, on := noWayAtAll, noWayAtAll
		if t+1 < int64(m.n) {
			first, on = l.loaded[p][t+1], l.rested[p][t+1]
		}
		for k := range ways {
			way := &ways[k]
			at := t + way.minutes
			if at >= int64(m.n) || l.aboard[way.to][at] >= noWayAtAll {
				continue
			}
			costs, ok := way.pays(t)
			if !ok {
				continue
			}
			pays := l.aboard[way.to][at] + costs
			if !person {
				first = min(first, pays, much)
				continue
			}
			first = min(first, pays+times(l.points, m.leaving(p, way.to, t)), much)
			if !m.places[p].host && m.places[way.to].host {
				pays -= times(l.points, m.dearest)
			}
			on = min(on, pays, much)
		}
		l.loaded[p][t] = first
		if person {
			l.rested[p][t] = on
		}
	}
}

// arrive is what a loaded lift pays that arrives at the minute: to be
// unloaded, less what it is worth then; or to go on after a stop.
func (m *market) arrive(l *carrier, f *fares, t int64) {
	for p := range l.aboard {
		best := noWayAtAll
		if done := t + l.unload; done < int64(m.n) && m.from+done <= l.until && f.at[p][done] < noWayAtAll {
			left := int64(0)
			if free := t + max(l.unload, l.turn-l.load); free < int64(m.n) {
				left = m.worth[l.fleet][p][free]
			}
			best = min(times(l.points, f.at[p][done])+m.span(l.teams[p], t, done)-left, much)
		}
		if on := t + l.turn; l.kind.Mode != sortie.Road && on < int64(m.n) {
			best = min(best, l.rested[p][on])
		}
		l.aboard[p][t] = best
	}
}

// convoy is what a point pays that forms up at the minute and drives.
func (m *market) convoy(f *fares, ways []costed, t int64, person bool) int64 {
	best := noWayAtAll
	form, disperse, gap := int64(m.mission.Convoy.FormUp), int64(m.mission.Convoy.Disperse), int64(m.mission.Convoy.Headway)
	for k := range ways {
		way := &ways[k]
		d := t + form
		done := d + way.minutes + disperse
		if done >= int64(m.n) || f.at[way.to][done] >= noWayAtAll {
			continue
		}
		if _, ok := way.pays(d); ok {
			pays := f.at[way.to][done] + m.span(m.headway[way.from], d, d+gap)/m.column
			if person {
				pays += m.leaving(way.from, way.to, d)
			}
			best = min(best, pays, much)
		}
	}
	return best
}
