package view

import (
	"encoding/json"
	"fmt"

	"sortie"
	"sortie/jobs"
	"sortie/missionfile"
	"sortie/store"
)

// Revised is the body of a revision as it is seen.
type Revised struct {
	Mission *Mission `json:"mission"`
	Note    string   `json:"note,omitempty"`
	Replays int64    `json:"replays,omitempty"`
}

// Planned is the body of a plan as it is seen.
type Planned struct {
	Plan     *Plan  `json:"plan"`
	Revision int64  `json:"revision"`
	Run      string `json:"run,omitempty"`
	Note     string `json:"note,omitempty"`
}

// Happened is the body of an actual as it is seen: of a movement that is not
// seen, only that there is one.
type Happened struct {
	store.Happened
	Others bool `json:"others,omitempty" doc:"It is of a movement that is not shown; movement and times are not set"`
}

// Body is what is seen of a ledger entry's body: byte by byte what it is for who
// sees everything. of is the mission as the entry found it, or, of a plan and of an
// actual, the mission that was planned, and plan is that plan.
func (v View) Body(e store.Entry, of *sortie.Mission, plan *sortie.Plan) (json.RawMessage, error) {
	if v.whole || e.Kind == store.Vote {
		return e.Body, nil
	}
	switch e.Kind {
	case store.Revision:
		var body store.Revised
		if err := json.Unmarshal(e.Body, &body); err != nil {
			return nil, err
		}
		f := missionfile.Parse("mission.json", body.Mission, nil)
		if f.Mission == nil {
			return nil, fmt.Errorf("entry %d of %s holds no mission", e.Seq, e.Mission)
		}
		return json.Marshal(Revised{v.Mission(f.Mission), v.Note(e.Actor, body.Note), body.Replays})
	case store.Plan:
		var body store.Planned
		if err := json.Unmarshal(e.Body, &body); err != nil {
			return nil, err
		}
		return json.Marshal(Planned{v.Plan(of, plan), body.Revision, body.Run, v.Note(e.Actor, body.Note)})
	case store.Statement:
		var body sortie.Entry
		if err := json.Unmarshal(e.Body, &body); err != nil {
			return nil, err
		}
		v.veil(of).entry(&body)
		return json.Marshal(body)
	case store.Actual:
		var body store.Happened
		if err := json.Unmarshal(e.Body, &body); err != nil {
			return nil, err
		}
		return json.Marshal(v.Actual(of, plan, e.Actor, body))
	}
	return nil, fmt.Errorf("entries of kind %s have no view", e.Kind)
}

// Actual is what is seen of what happened to a movement of a plan for the
// mission, as actor told it.
func (v View) Actual(m *sortie.Mission, p *sortie.Plan, actor string, a store.Happened) Happened {
	if _, ok := v.Movement(m, p, a.Movement); !ok && !v.whole {
		return Happened{Happened: store.Happened{Plan: a.Plan}, Others: true}
	}
	a.Note = v.Note(actor, a.Note)
	return Happened{Happened: a}
}

// Note is what is seen of what actor noted: free text may name anything, so that
// a liaison sees its own alone.
func (v View) Note(actor, note string) string {
	if v.whole || actor != "" && actor == v.name {
		return note
	}
	return ""
}

// Run is what is seen of a run: how far it has come, but not whose it is, on
// which machine, nor what went wrong with it.
func (v View) Run(r jobs.Run) jobs.Run {
	if v.whole {
		return r
	}
	if r.By != v.account {
		r.By = ""
	}
	r.Worker, r.Body, r.From = "", nil, nil
	if !r.Error.IsZero() {
		r.Error = wordHiddenError.Text()
	}
	return r
}

// Conflict is what is told of who changed the mission first.
func (v View) Conflict(c *store.Conflict) *store.Conflict {
	out := *c
	if !v.whole && c.Actor != v.name {
		out.Actor = v.lang.Say(wordOtherOffice)
	}
	return &out
}
