package server

import (
	"encoding/json"
	"time"

	"sortie"
	"sortie/explain"
	"sortie/store"
)

// Stage is how far a mission has come.
type Stage string

// The stages.
const (
	Asked       Stage = "asked"
	Decided     Stage = "decided"
	Deploying   Stage = "deploying"
	InPlace     Stage = "in-place"
	Withdrawing Stage = "withdrawing"
	Closed      Stage = "closed"
)

// stage tells from the record, the operation and the end of the newest plan how
// far a mission has come at a moment. Without a plan the deadline is the end.
func stage(m *sortie.Mission, closure *time.Time, now time.Time) Stage {
	end := m.Operation.Deadline
	if closure != nil {
		end = *closure
	}
	begun, ended := !now.Before(m.Operation.Start), !end.IsZero() && !now.Before(end)
	outward := m.Operation.Kind == sortie.Withdrawal || m.Operation.Kind == sortie.Evacuation
	switch {
	case outward && ended:
		return Closed
	case outward && begun:
		return Withdrawing
	case m.Operation.Kind == sortie.Withdrawal, ended:
		return InPlace
	case m.Operation.Kind == sortie.Rotation && begun:
		return InPlace
	case begun:
		return Deploying
	}
	for _, e := range m.Record {
		if e.Kind == sortie.Decision {
			return Decided
		}
	}
	return Asked
}

// line is what a list shows of a mission.
func (s *Server) line(at *scope, state *store.State) MissionLine {
	m := state.Mission
	out := MissionLine{ID: m.ID, Title: showTitle(at, m), Host: m.Host, Zone: m.Timezone, Kind: m.Operation.Kind, Draft: m.Draft, Changed: state.Changed, At: state.At,
		Deadline: m.Operation.Deadline, Strength: []Strength{}}
	if state.Plan != nil {
		sum := s.plans.of(state, state.Plan)
		out.Plan, out.Closure, out.Margin, out.Strength = state.Plan.Entry.Seq, sum.closure, sum.margin, sum.strength
	}
	out.State = stage(m, out.Closure, s.clock())
	return out
}

// mostDays is how many points a strength curve has in a list.
const mostDays = 400

// curve is the strength at the end of each day of a plan, from the day before its
// first on: where it comes from is a part of it.
func curve(m *sortie.Mission, p *sortie.Plan) []Strength {
	out := []Strength{}
	for _, d := range explain.Days(m, p) {
		if len(out) == 0 {
			before := sortie.DateOf(d.Date.In(time.UTC).AddDate(0, 0, -1))
			out = append(out, Strength{before, d.Strength + d.Out.People - d.In.People})
		}
		if len(out) == mostDays {
			break
		}
		out = append(out, Strength{d.Date, d.Strength})
	}
	return out
}

// planOf is the plan in the body of an entry.
func planOf(body json.RawMessage) (*sortie.Plan, error) {
	p := &sortie.Plan{}
	return p, json.Unmarshal(body, p)
}
