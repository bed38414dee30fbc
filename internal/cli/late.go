package cli

import (
	"sortie"
	"sortie/explain"
	"sortie/network"
)

// printLate lists units that are in place after their due time or the
// deadline.
func (e *env) printLate(m *sortie.Mission, p *sortie.Plan) {
	l, zone := e.lang, explain.Zone(m)
	s := sheet{title: l.Say(wordLateTitle, zoneName(m)), columns: words(l, headUnit, headDue, headInPlace, headLateBy, headPeopleLate, headItemsLate)}
	units := byUnit(m)
	for _, u := range explain.Units(m, p) {
		due := units[u.Unit].Due
		if due.IsZero() {
			due = m.Operation.Deadline
		}
		if u.Last.IsZero() || !u.Last.After(due) {
			continue
		}
		s.add(u.Unit, l.ShortTime(due.In(zone)), l.ShortTime(u.Last), l.Span(u.Last.Sub(due)), l.Int(u.Late.People), l.Int(u.Late.Items))
	}
	e.printWithSpace(s)
}

// printLeft lists what is left behind, with the planner's reasons where the
// plan has them.
func (e *env) printLeft(m *sortie.Mission, p *sortie.Plan) {
	l := e.lang
	reasons := map[string]string{}
	for _, left := range p.Verdict.LeftBehind {
		if reasons[left.Unit] != "" {
			reasons[left.Unit] += "; "
		}
		reasons[left.Unit] += network.Reason(left.Reason).In(l)
	}
	s := sheet{title: l.Say(wordLeftTitle), columns: words(l, headUnit, headPeople, headItems, headReason)}
	for _, u := range explain.Units(m, p) {
		if u.Left.People > 0 || u.Left.Items > 0 {
			s.add(u.Unit, l.Int(max(0, u.Left.People)), l.Int(max(0, u.Left.Items)), reasons[u.Unit])
		}
	}
	e.printWithSpace(s)
}

func (e *env) printWithSpace(s sheet) {
	if len(s.rows) > 0 {
		e.print(s)
		e.blank()
	}
}

func byUnit(m *sortie.Mission) map[string]sortie.Unit {
	out := make(map[string]sortie.Unit, len(m.Units))
	for _, u := range m.Units {
		out[u.ID] = u
	}
	return out
}

// zoneName names the zone of every time in a table, with its offset at the
// operation's deadline.
func zoneName(m *sortie.Mission) string {
	zone := explain.Zone(m)
	return zone.String() + ", UTC" + m.Operation.Deadline.In(zone).Format("-07:00")
}
