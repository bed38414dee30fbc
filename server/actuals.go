package server

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"time"

	"sortie"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/server/view"
	"sortie/store"
)

// Actual is what really happened to a movement, as it is reported.
type Actual struct {
	Movement  int       `json:"movement" minimum:"1" doc:"Its number in the plan."`
	Cancelled bool      `json:"cancelled,omitempty" doc:"It does not take place."`
	Depart    time.Time `json:"depart,omitzero" doc:"When it departed."`
	Arrive    time.Time `json:"arrive,omitzero" doc:"When it arrived."`
	Unloaded  time.Time `json:"unloaded,omitzero" doc:"When it was unloaded."`
	Note      string    `json:"note,omitempty" maxLength:"1000" doc:"In the reporter's words."`
}

// ActualLine is what is reported last of a movement.
type ActualLine struct {
	Seq   int64     `json:"seq" doc:"The ledger entry that reports it."`
	Actor string    `json:"actor" doc:"Account that reported it."`
	At    time.Time `json:"at" doc:"When it was reported."`
	view.Happened
}

// ActualList is what happened to the movements of a plan.
type ActualList struct {
	Actuals []ActualLine `json:"actuals" doc:"The last report of each movement, by its number."`
}

// ReportedActual is what became of a report.
type ReportedActual struct {
	Entry Entry `json:"entry" doc:"The ledger entry that it is in."`
}

type actualIn struct {
	PlanPath
	Key  string `header:"Idempotency-Key" maxLength:"100" doc:"A request that is sent again with the same key is answered with the entry of the first."`
	Body Actual
}

func (s *Server) actualOperations() {
	const path = "/api/missions/{mission}/plans/{plan}/actuals"
	register(s, creates(op("add-actual", http.MethodPost, path, tagPlans, "Report what happened to a movement",
		"A later report of the same movement counts instead of an earlier one; both stay in the ledger.")), s.addActual)
	register(s, op("list-actuals", http.MethodGet, path, tagPlans, "What happened to the movements of a plan", "The last report of each."), s.listActuals)
}

func (s *Server) addActual(ctx context.Context, in *actualIn) (*bodyOf[ReportedActual], error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(f.plan.Movements, func(v sortie.Movement) bool { return v.ID == in.Body.Movement })
	if i < 0 {
		return nil, access.NotFound() // as for one that is there and not seen
	}
	if err := decide(at, "add-actual", func(r access.Resource) access.Resource { return r.Movement(f.plan.Movements[i]) }); err != nil {
		return nil, err
	}
	if err := in.Body.inOrder(); err != nil {
		return nil, err
	}
	a := in.Body
	e, err := s.append(ctx, at, store.Draft{Mission: at.state.ID, Kind: store.Actual, Key: keyOf(at, "actual", in.Key)},
		store.Happened{Plan: in.Plan, Movement: a.Movement, Cancelled: a.Cancelled, Depart: a.Depart, Arrive: a.Arrive, Unloaded: a.Unloaded, Note: a.Note})
	if err != nil {
		return nil, err
	}
	return answered(ReportedActual{showEntry(e)}), nil
}

// inOrder refuses a report that says nothing, or times that cannot be.
func (a *Actual) inOrder() error {
	last := time.Time{}
	for _, t := range []time.Time{a.Depart, a.Arrive, a.Unloaded} {
		switch {
		case t.IsZero():
		case a.Cancelled:
			return problem.New(http.StatusUnprocessableEntity, wordCancelledTimes)
		case t.Year() < 1900 || t.Year() > 2199:
			return problem.New(http.StatusUnprocessableEntity, wordTimesRange)
		case t.Before(last):
			return problem.New(http.StatusUnprocessableEntity, wordTimesOrder)
		default:
			last = t
		}
	}
	if last.IsZero() && !a.Cancelled && a.Note == "" {
		return problem.New(http.StatusUnprocessableEntity, wordReportEmpty)
	}
	return nil
}

func (s *Server) listActuals(ctx context.Context, in *PlanPath) (*bodyOf[ActualList], error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	entries, err := s.store.Since(ctx, at.state.ID, in.Plan, store.Actual)
	if err != nil {
		return nil, err
	}
	last := map[int]ActualLine{}
	for _, e := range entries {
		var body store.Happened
		if err := json.Unmarshal(e.Body, &body); err != nil {
			return nil, err
		}
		if body.Plan != in.Plan {
			continue
		}
		if shown := showActual(at, f, e.Actor, body); !shown.Others {
			last[body.Movement] = ActualLine{e.Seq, showActor(at, e.Actor), e.At, shown}
		}
	}
	out := slices.SortedFunc(maps.Values(last), func(a, b ActualLine) int { return cmp.Compare(a.Movement, b.Movement) })
	return answered(ActualList{listed(out)}), nil
}
