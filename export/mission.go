package export

import (
	"maps"
	"slices"

	"sortie"
)

// units are the units, as a mission's own `units: {csv: …}` reads them.
func units(m *sortie.Mission) *table {
	kinds := map[string]bool{}
	for _, u := range m.Units {
		for k := range u.Equipment {
			kinds[k] = true
		}
	}
	equipment := slices.Sorted(maps.Keys(kinds))
	t := &table{name: "units", head: []string{"id", "nation", "name", "at", "to", "people"}}
	for _, k := range equipment {
		t.head = append(t.head, "equipment."+k)
	}
	t.head = append(t.head, "ready", "due", "priority", "modes", "via", "together", "after", "basis.sources", "basis.assumed")
	for _, u := range m.Units {
		row := []any{u.ID, u.Nation, u.Name, u.At, u.To, u.People}
		for _, k := range equipment {
			row = append(row, some(u.Equipment[k]))
		}
		together := ""
		if u.Together != nil {
			together = u.Together.String()
		}
		row = append(row, u.Ready, u.Due, u.Priority, joined(u.Modes), joined(u.Via), together, joined(u.After))
		t.rows = append(t.rows, append(row, basis(u.Basis)...))
	}
	return t
}

// basis is where figures come from, in two cells.
func basis(b *sortie.Basis) []any {
	if b == nil {
		return []any{nil, nil}
	}
	return []any{joined(b.Sources), b.Assumed}
}

var basisHead = []string{"basis.sources", "basis.assumed"}

// outline is the mission itself, as keys and values.
func outline(m *sortie.Mission) *table {
	t := &table{name: "mission", head: []string{"key", "value"}}
	t.add("id", m.ID)
	for _, tag := range slices.Sorted(maps.Keys(m.Title)) {
		t.add("title."+tag, m.Title[tag])
	}
	t.add("timezone", m.Timezone)
	t.add("host", m.Host)
	if m.DDay != (sortie.Date{}) {
		t.add("d_day", m.DDay.String())
	}
	t.add("operation.kind", string(m.Operation.Kind))
	t.add("operation.start", m.Operation.Start)
	t.add("operation.deadline", m.Operation.Deadline)
	t.add("operation.drawdown.people_per_day", given(m.Operation.Drawdown.PeoplePerDay))
	for _, f := range m.Operation.Drawdown.Floor {
		t.add("operation.drawdown.floor", f.People)
		t.add("operation.drawdown.floor.until", f.Until)
	}
	t.add("person_t", m.PersonT)
	return t
}

func places(m *sortie.Mission) *table {
	t := &table{name: "places", head: []string{"id", "name", "country", "lat", "lon", "icao", "timezone", "open"}}
	for _, mode := range sortie.Modes {
		for _, key := range []string{"parking_mog", "working_mog", "runway", "interval"} {
			t.head = append(t.head, "handles."+string(mode)+"."+key)
		}
	}
	t.head = append(t.head, basisHead...)
	for _, p := range m.Places {
		row := []any{p.ID, p.Name, p.Country, nil, nil, p.ICAO, p.Timezone, joined(p.Open)}
		if p.At != (sortie.Position{}) {
			row[3], row[4] = p.At[0], p.At[1]
		}
		for _, mode := range sortie.Modes {
			h, ok := p.Handles[mode]
			if !ok {
				row = append(row, nil, nil, nil, nil)
				continue
			}
			row = append(row, given(h.ParkingMOG), given(h.WorkingMOG), some(h.Runway), span(h.Interval))
		}
		t.rows = append(t.rows, append(row, basis(p.Basis)...))
	}
	return t
}

// closures are the times in which places are closed: a list within a list, and so
// a table of its own.
func closures(m *sortie.Mission) *table {
	t := &table{name: "closed", head: []string{"place", "from", "to", "why"}}
	for _, p := range m.Places {
		for _, c := range p.Closed {
			t.add(p.ID, c.From, c.To, c.Why)
		}
	}
	return t
}

func links(m *sortie.Mission) *table {
	t := &table{name: "links", head: append([]string{"mode", "between", "from", "to", "km", "kmh", "minutes", "types"}, basisHead...)}
	for _, l := range m.Links {
		t.add(append([]any{string(l.Mode), joined(l.Between), l.From, l.To, some(l.KM), some(l.KMH), given(l.Minutes), joined(l.Types)}, basis(l.Basis)...)...)
	}
	return t
}

func fleets(m *sortie.Mission) *table {
	t := &table{name: "fleets", head: append([]string{"id", "type", "nation", "count", "base", "from", "until", "return", "hours_per_day", "serves"}, basisHead...)}
	for _, f := range m.Fleets {
		t.add(append([]any{f.ID, f.Type, f.Nation, f.Count, f.Base, f.From, f.Until, some(f.Return), some(f.HoursPerDay), joined(f.Serves)}, basis(f.Basis)...)...)
	}
	return t
}

func equipmentTypes(m *sortie.Mission) *table {
	t := &table{name: "equipment_types", head: append([]string{"id", "name", "length", "width", "height", "mass", "drives", "towed", "kmh", "seats"}, basisHead...)}
	for _, e := range m.EquipmentTypes {
		t.add(append([]any{e.ID, e.Name, e.Length, e.Width, e.Height, e.Mass, some(e.Drives), some(e.Towed), some(e.KMH), some(e.Seats)}, basis(e.Basis)...)...)
	}
	return t
}

func clearances(m *sortie.Mission) *table {
	t := &table{name: "clearances", head: append([]string{"id", "country", "mode", "nations", "from", "until", "lead", "odds"}, basisHead...)}
	for _, c := range m.Clearances {
		t.add(append([]any{c.ID, c.Country, string(c.Mode), joined(c.Nations), c.From, c.Until, span(c.Lead), given(c.Odds)}, basis(c.Basis)...)...)
	}
	return t
}

func tasks(m *sortie.Mission) *table {
	t := &table{name: "tasks", head: append([]string{"id", "name", "at", "people", "from", "until"}, basisHead...)}
	for _, k := range m.Tasks {
		t.add(append([]any{k.ID, k.Name, k.At, k.People, k.From, k.Until}, basis(k.Basis)...)...)
	}
	return t
}

// span is a length of time, or nothing where there is none.
func span(d sortie.Duration) any {
	if d == 0 {
		return nil
	}
	return d.String()
}
