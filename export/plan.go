package export

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"sortie"
)

// movements is one row a movement. The mission is the one that was planned.
func movements(m *sortie.Mission, p *sortie.Plan) *table {
	types := map[string]string{}
	for _, f := range m.Fleets {
		types[f.ID] = f.Type
	}
	t := &table{name: "movements", head: []string{"id", "lift", "type", "mode", "from", "to", "load", "depart", "arrive", "unloaded", "km", "people", "items", "units", "stops"}}
	for _, v := range p.Movements {
		people, items, units := aboard(v)
		fleet, _, _ := strings.Cut(v.Lift, "/")
		stops := make([]string, len(v.Stops))
		for i, s := range v.Stops {
			stops[i] = s.At
		}
		t.add(v.ID, v.Lift, types[fleet], string(v.Mode), v.From, v.To, v.Load, v.Depart, v.Arrive, v.Unloaded, v.KM, people, items, joined(units), joined(stops))
	}
	return t
}

// manifests is one row for each unit aboard a movement, and for each type of its
// items one more column.
func manifests(p *sortie.Plan) *table {
	t := &table{name: "manifests", head: []string{"movement", "unit", "people", "items"}}
	column := map[string]int{}
	for _, v := range p.Movements {
		for _, c := range v.Cargo {
			for _, item := range c.Items {
				column[item.Type] = 0
			}
		}
	}
	kinds := slices.Sorted(maps.Keys(column))
	for i, kind := range kinds {
		column[kind] = len(t.head)
		t.head = append(t.head, kind)
		kinds[i] = kind
	}
	for _, v := range p.Movements {
		for _, c := range v.Cargo {
			row := make([]any, len(t.head))
			row[0], row[1], row[2], row[3] = v.ID, c.Unit, c.People, len(c.Items)
			for _, item := range c.Items {
				n, _ := row[column[item.Type]].(int)
				row[column[item.Type]] = n + 1
			}
			t.rows = append(t.rows, row)
		}
	}
	return t
}

// summary is what a plan says of itself, as keys and values.
func summary(m *sortie.Mission, p *sortie.Plan) *table {
	v := p.Verdict
	t := &table{name: "plan", head: []string{"key", "value"}}
	t.add("mission", p.Mission)
	t.add("title", m.Title.In("en"))
	t.add("timezone", m.Timezone)
	t.add("mission_sha256", p.MissionSHA256)
	t.add("made.by", p.Made.By)
	t.add("made.seed", strconv.FormatUint(p.Made.Seed, 10))
	t.add("feasible", v.Feasible)
	t.add("deadline", v.Deadline)
	t.add("closure", given(v.Closure))
	t.add("margin_minutes", given(v.MarginMinutes))
	if v.Bound != nil {
		t.add("bound.closure", given(v.Bound.Closure))
		t.add("bound.gap", given(v.Bound.Gap))
	}
	t.add("late.people", v.Late.People)
	t.add("late.items", v.Late.Items)
	t.add("undelivered.people", v.Undelivered.People)
	t.add("undelivered.items", v.Undelivered.Items)
	t.add("sorties", v.Sorties)
	t.add("lift_hours", v.LiftHours)
	for _, l := range v.LeftBehind {
		t.add("left_behind."+l.Unit, l.Reason)
	}
	return t
}

func aboard(v sortie.Movement) (people, items int, units []string) {
	for _, c := range v.Cargo {
		people += c.People
		items += len(c.Items)
		units = append(units, c.Unit)
	}
	return people, items, units
}
