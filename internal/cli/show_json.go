package cli

import (
	"sortie"
	"sortie/explain"
)

// missionView is what `show MISSION --json` writes: the tables asked for.
type missionView struct {
	Mission string         `json:"mission"`
	Nations []nation       `json:"nations,omitempty"`
	Units   []sortie.Unit  `json:"units,omitempty"`
	Places  []sortie.Place `json:"places,omitempty"`
	Fleets  []sortie.Fleet `json:"fleets,omitempty"`
}

func missionTables(m *sortie.Mission, by string) missionView {
	v := missionView{Mission: m.ID}
	if by == "" {
		v.Nations = nations(m)
	}
	if by == "" || by == "unit" {
		v.Units = m.Units
	}
	if by == "" || by == "place" {
		v.Places = m.Places
	}
	if by == "" || by == "lift" {
		v.Fleets = m.Fleets
	}
	return v
}

// planView is what `show MISSION PLAN --json` writes: the rows of one table.
type planView struct {
	Mission string `json:"mission"`
	By      string `json:"by"`
	Rows    any    `json:"rows"`
}

func planTables(m *sortie.Mission, p *sortie.Plan, by string) planView {
	v := planView{Mission: m.ID, By: by}
	switch by {
	case "lift":
		v.Rows = listed(byLift(p))
	case "place":
		v.Rows = listed(happenings(m, p))
	case "unit":
		v.Rows = listed(explain.Units(m, p))
	default:
		v.Rows = listed(explain.Days(m, p))
	}
	return v
}

// listed makes an absent list an empty one: JSON has [] then, not null.
func listed[T any](rows []T) []T {
	if rows == nil {
		return []T{}
	}
	return rows
}
