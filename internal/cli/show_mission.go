package cli

import (
	"fmt"
	"sort"
	"strings"

	"sortie"
	"sortie/explain"
	"sortie/internal/lang"
)

// nation is what one nation brings.
type nation struct {
	Nation string `json:"nation"`
	Units  int    `json:"units"`
	People int    `json:"people"`
	Items  int    `json:"items"`
	Lifts  int    `json:"lifts"`
}

// nations totals a mission by nation, in the order of the alphabet; what has
// no nation comes first.
func nations(m *sortie.Mission) []nation {
	of := map[string]*nation{}
	get := func(id string) *nation {
		if of[id] == nil {
			of[id] = &nation{Nation: id}
		}
		return of[id]
	}
	for _, u := range m.Units {
		n := get(u.Nation)
		n.Units++
		n.People += u.People
		n.Items += equipment(u)
	}
	for _, f := range m.Fleets {
		get(f.Nation).Lifts += f.Count
	}
	var out []nation
	for _, n := range of {
		out = append(out, *n)
	}
	sort.Slice(out, func(a, b int) bool { return out[a].Nation < out[b].Nation })
	return out
}

func (e *env) nationSheet(m *sortie.Mission) sheet {
	l := e.lang
	s := sheet{columns: words(l, headNation, headUnits, headPeople, headItems, headLifts)}
	var sum nation
	for _, n := range nations(m) {
		s.add(or(n.Nation, "–"), l.Int(n.Units), l.Int(n.People), l.Int(n.Items), l.Int(n.Lifts))
		sum.Units, sum.People = sum.Units+n.Units, sum.People+n.People
		sum.Items, sum.Lifts = sum.Items+n.Items, sum.Lifts+n.Lifts
	}
	s.total = []string{l.Say(wordTotal), l.Int(sum.Units), l.Int(sum.People), l.Int(sum.Items), l.Int(sum.Lifts)}
	return s
}

func (e *env) unitSheet(m *sortie.Mission) sheet {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{title: l.Say(wordTimesIn, zoneName(m)), columns: words(l, headUnit, headNation, headAt, headTo, headPeople, headItems, headReady, headDue, headPriority, headModes, headBasis)}
	for _, u := range m.Units {
		ready, due := u.Ready, u.Due
		if ready.IsZero() {
			ready = m.Operation.Start
		}
		if due.IsZero() {
			due = m.Operation.Deadline
		}
		s.add(u.ID, u.Nation, u.At, or(u.To, "–"), l.Int(u.People), l.Int(equipment(u)),
			e.short(ready, zone), e.short(due, zone), l.Int(u.Priority), modes(u.Modes), basis(u.Basis, l))
	}
	return s
}

func (e *env) placeSheet(m *sortie.Mission) sheet {
	l := e.lang
	s := sheet{columns: words(l, headPlace, headName, headCountry, headMode, headParking, headWorking, headRunway, headInterval, headOpen, headBasis)}
	for _, p := range m.Places {
		open := strings.Join(p.Open, ", ")
		if len(p.Handles) == 0 {
			s.add(p.ID, p.Name, p.Country, string(sortie.Road), "–", "–", "–", "–", open, basis(p.Basis, l))
		}
		for _, mode := range sortie.Modes {
			h, ok := p.Handles[mode]
			if !ok {
				continue
			}
			interval, runway := "–", "–"
			if h.Interval > 0 {
				interval = h.Interval.String()
			}
			if h.Runway > 0 {
				runway = l.Number(h.Runway, 0)
			}
			s.add(p.ID, p.Name, p.Country, string(mode), limit(h.ParkingMOG, l), limit(h.WorkingMOG, l), runway, interval, open, basis(p.Basis, l))
		}
	}
	return s
}

func (e *env) fleetSheet(m *sortie.Mission) sheet {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{columns: words(l, headFleet, headType, headNation, headLifts, headBase, headFrom, headUntil, headHoursDay, headServes, headBasis)}
	for _, f := range m.Fleets {
		hours := "–"
		if f.HoursPerDay > 0 {
			hours = l.Number(f.HoursPerDay, 1)
		}
		s.add(f.ID, f.Type, f.Nation, l.Int(f.Count), f.Base, e.short(f.From, zone), e.short(f.Until, zone), hours, or(strings.Join(f.Serves, " "), "–"), basis(f.Basis, l))
	}
	return s
}

// limit is a figure that may be absent: no limit.
func limit(n *int, l lang.Lang) string {
	if n == nil {
		return "–"
	}
	return l.Int(*n)
}

func modes(list []sortie.Mode) string {
	if len(list) == 0 {
		return "–"
	}
	return strings.Trim(fmt.Sprint(list), "[]")
}

// basis says whether a thing's figures are assumed: what is assumed is shown
// as assumed wherever it is shown.
func basis(b *sortie.Basis, l lang.Lang) string {
	switch {
	case b == nil:
		return ""
	case b.Assumed != "":
		return l.Say(wordAssumed)
	}
	return strings.Join(b.Sources, " ")
}

func operationKind(m *sortie.Mission, l lang.Lang) string {
	if p, ok := wordKinds[m.Operation.Kind]; ok {
		return l.Say(p)
	}
	return string(m.Operation.Kind)
}
