package repair

import (
	"slices"

	"sortie"
	"sortie/explain"
)

// What is tried: by how much things are moved in time at first, and how many changes
// at most. A share of the path that is less than one part in shortest is not looked
// at.
const (
	sooner     = int(sortie.Day)
	openLonger = int(2 * sortie.Hour)
	mostTried  = 12
	shortest   = 50
)

// candidates are the changes to try: for each shortage on the path to closure, the
// longest first, what there could be more of; where something is left behind, also
// what carries it and keeps it; and where something is late, a later deadline.
func (f *finder) candidates() []maker {
	if f.base == nil {
		return nil
	}
	l := shortages(f.m, f.base)
	if total(f.base.Verdict.Undelivered) > 0 {
		l.left(f.base)
	}
	l.out = l.out[:min(len(l.out), mostTried)]
	if total(f.base.Verdict.Late) > 0 {
		l.add(deadline(*f.base.Verdict.Closure))
	}
	return l.out
}

// shortages are the changes for what is short on the path to a plan's closure.
func shortages(m *sortie.Mission, p *sortie.Plan) *list {
	l := &list{m: m, leaving: leaving(m, p), seen: map[string]bool{}}
	if b := explain.Bottleneck(m, p); b != nil {
		for _, s := range b.Shares {
			if s.Minutes*shortest >= b.Path {
				l.shortage(s.Resource)
			}
		}
	}
	return l
}

// list collects changes, each once.
type list struct {
	m       *sortie.Mission
	leaving int // people whom the plan takes out of the theatre
	seen    map[string]bool
	out     []maker
}

func leaving(m *sortie.Mission, p *sortie.Plan) int {
	host := map[string]bool{}
	for _, place := range m.Places {
		host[place.ID] = place.Country == m.Host
	}
	sum := 0
	for _, v := range p.Movements {
		if host[v.From] && !host[v.To] {
			for _, c := range v.Cargo {
				sum += c.People
			}
		}
	}
	return sum
}

func (l *list) add(makers ...maker) {
	for _, make := range makers {
		if c := make(l.m, sooner); c != nil && !l.seen[c.Path+string(c.Kind)] {
			l.seen[c.Path+string(c.Kind)] = true
			l.out = append(l.out, make)
		}
	}
}

// shortage adds what there could be more of.
func (l *list) shortage(r explain.Resource) {
	switch r.Kind {
	case explain.WorkingMOG:
		l.add(team(r.Place, r.Mode))
	case explain.ParkingMOG:
		l.add(stand(l.m, r.Place, r.Mode))
	case explain.Hours:
		l.add(hours(l.m, r.Place)...)
	case explain.Lifts:
		l.add(lift(r.Fleet))
	case explain.Utilisation:
		l.add(hoursPerDay(r.Fleet), lift(r.Fleet))
	case explain.Window:
		l.add(available(r.Fleet))
	case explain.Permission:
		l.add(inClearance(r.ID, Clearance))
	case explain.Ready:
		l.add(release(r.ID))
	case explain.Cover:
		l.add(task(r.ID))
	case explain.Floor:
		l.floors()
	case explain.Quota:
		l.add(perDay(l.leaving))
	}
}

func (l *list) floors() {
	for i := range l.m.Operation.Drawdown.Floor {
		l.add(floor(i))
	}
}

// left adds what may bring what a plan leaves behind: what keeps it where it stands,
// the lifts that carry it, those of the largest fleets first, and the teams and stands
// where it is.
func (l *list) left(p *sortie.Plan) {
	fleets := slices.Clone(l.m.Fleets)
	slices.SortStableFunc(fleets, func(a, b sortie.Fleet) int { return b.Count - a.Count })
	for _, u := range explain.Units(l.m, p) {
		i := slices.IndexFunc(l.m.Units, func(unit sortie.Unit) bool { return unit.ID == u.Unit })
		if total(u.Left) == 0 || i < 0 || len(l.out) >= mostTried {
			continue
		}
		unit := l.m.Units[i]
		for _, t := range l.m.Tasks {
			if t.At == unit.At && u.Left.People > 0 {
				l.add(task(t.ID))
			}
		}
		for _, f := range fleets {
			if len(f.Serves) == 0 || slices.Contains(f.Serves, unit.Nation) {
				l.add(stays(f.ID), lift(f.ID))
			}
		}
		for _, mode := range sortie.Modes {
			l.add(team(unit.At, mode), stand(l.m, unit.At, mode))
		}
	}
	for _, c := range l.m.Clearances {
		l.add(inClearance(c.ID, Holds))
	}
	l.add(perDay(l.leaving))
	l.floors()
}
