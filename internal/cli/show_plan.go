package cli

import (
	"sort"
	"strings"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/internal/answer"
)

// printLifts writes every lift's movements, then the convoys.
func (e *env) printLifts(m *sortie.Mission, p *sortie.Plan) {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{title: l.Say(wordTimesIn, zoneName(m)), columns: words(l, headLift, headMovement, headFromPlace, headTo, headLoad, headDepart, headArrive, headUnloaded, headKM, headPeople, headItems, headUnits)}
	for _, v := range byLift(p) {
		people, items := aboard(v)
		units := strings.Join(unitsOf(v), " ")
		if len(v.Cargo) == 0 {
			units = l.Say(wordPositioning)
		}
		s.add(or(v.Lift, l.Say(wordConvoy)), l.Int(v.ID), v.From, v.To, l.ShortTime(v.Load.In(zone)), l.ShortTime(v.Depart.In(zone)),
			l.ShortTime(v.Arrive.In(zone)), l.ShortTime(v.Unloaded.In(zone)), l.Number(v.KM, 0), l.Int(people), l.Int(items), units)
	}
	e.printWithSpace(s)
}

// byLift orders movements by lift, then time; convoys come last.
func byLift(p *sortie.Plan) []sortie.Movement {
	list := append([]sortie.Movement(nil), p.Movements...)
	sort.SliceStable(list, func(a, b int) bool {
		x, y := list[a], list[b]
		if (x.Lift == "") != (y.Lift == "") {
			return y.Lift == ""
		}
		if x.Lift != y.Lift {
			return natural(x.Lift, y.Lift)
		}
		return x.Load.Before(y.Load)
	})
	return list
}

// natural orders vta/2 before vta/10.
func natural(a, b string) bool {
	fa, na, _ := strings.Cut(a, "/")
	fb, nb, _ := strings.Cut(b, "/")
	if fa != fb {
		return fa < fb
	}
	if len(na) != len(nb) {
		return len(na) < len(nb)
	}
	return na < nb
}

// happening is a departure or an arrival at a place.
type happening struct {
	Place  string    `json:"place"`
	At     time.Time `json:"at"`
	What   string    `json:"what"` // departs, arrives, stops
	ID     int       `json:"movement"`
	Lift   string    `json:"lift,omitempty"`
	Other  string    `json:"other"` // where to, or where from
	People int       `json:"people"`
	Items  int       `json:"items"`
}

// happenings lists what departs and arrives at every place, in the mission's
// order of places, then by time.
func happenings(m *sortie.Mission, p *sortie.Plan) []happening {
	rank := map[string]int{}
	for i, place := range m.Places {
		rank[place.ID] = i
	}
	zone := explain.Zone(m)
	var out []happening
	for _, v := range p.Movements {
		people, items := aboard(v)
		add := func(place, what, other string, at time.Time) {
			out = append(out, happening{place, at.In(zone), what, v.ID, v.Lift, other, people, items})
		}
		add(v.From, "departs", v.To, v.Depart)
		for _, s := range v.Stops {
			add(s.At, "stops", v.To, s.Arrive)
		}
		add(v.To, "arrives", v.From, v.Arrive)
	}
	sort.SliceStable(out, func(a, b int) bool {
		if out[a].Place != out[b].Place {
			return rank[out[a].Place] < rank[out[b].Place]
		}
		return out[a].At.Before(out[b].At)
	})
	return out
}

func (e *env) printPlaces(m *sortie.Mission, p *sortie.Plan) {
	l := e.lang
	s := sheet{title: l.Say(wordTimesIn, zoneName(m)), columns: words(l, headPlace, headTime, headWhat, headLift, headToFrom, headMovement, headPeople, headItems)}
	for _, h := range happenings(m, p) {
		s.add(h.Place, l.ShortTime(h.At), l.Say(wordHappens[h.What]), or(h.Lift, l.Say(wordConvoy)), h.Other, l.Int(h.ID), l.Int(h.People), l.Int(h.Items))
	}
	e.printWithSpace(s)
}

func (e *env) unitPlanSheet(m *sortie.Mission, p *sortie.Plan) sheet {
	l, zone := e.lang, explain.Zone(m)
	units := byUnit(m)
	s := sheet{title: l.Say(wordTimesIn, zoneName(m)), columns: words(l, headUnit, headNation, headAt, headTo, headPeople, headItems, headFirst, headInPlace, headDue, headLateBy, headLeft)}
	for _, u := range explain.Units(m, p) {
		unit := units[u.Unit]
		due, late, left := unit.Due, "–", "–"
		if due.IsZero() {
			due = m.Operation.Deadline
		}
		if !u.Last.IsZero() && u.Last.After(due) {
			late = l.Span(u.Last.Sub(due))
		}
		if u.Left.People > 0 || u.Left.Items > 0 {
			left = answer.Counted(l, u.Left)
		}
		s.add(u.Unit, unit.Nation, unit.At, unit.To, l.Int(u.Delivered.People), l.Int(u.Delivered.Items), e.short(u.First, zone), e.short(u.Last, zone), e.short(due, zone), late, left)
	}
	return s
}

func aboard(v sortie.Movement) (people, items int) {
	for _, c := range v.Cargo {
		people += c.People
		items += len(c.Items)
	}
	return people, items
}

func unitsOf(v sortie.Movement) []string {
	out := make([]string, len(v.Cargo))
	for i, c := range v.Cargo {
		out[i] = c.Unit
	}
	return out
}
