package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie"
	"sortie/check"
	"sortie/missionfile"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/server/view"
	"sortie/store"
)

// maxPlan is the most bytes that a plan from elsewhere may have: an entry of the
// ledger takes no more.
const maxPlan = store.MaxBody

// PlanLine is what the list of plans shows of one.
type PlanLine struct {
	Seq       int64         `json:"seq" doc:"Its number in the mission's ledger."`
	Actor     string        `json:"actor" doc:"Account that asked for it, or brought it."`
	At        time.Time     `json:"at" doc:"When it was recorded."`
	Revision  int64         `json:"revision" doc:"Ledger entry of the mission that was planned."`
	Run       string        `json:"run,omitempty" doc:"The run that found it; absent: brought from elsewhere."`
	Note      string        `json:"note,omitempty" doc:"In words of whoever brought it."`
	Feasible  bool          `json:"feasible" doc:"No rule is broken, everything is delivered by the deadline."`
	Closure   *time.Time    `json:"closure" doc:"Last unloading at a destination; null: nothing is delivered."`
	Margin    *int          `json:"margin_minutes" doc:"Minutes from closure to the deadline; negative: late."`
	Bound     *time.Time    `json:"bound" doc:"No plan that delivers as much closes before; null: no bound is proven."`
	Gap       *float64      `json:"gap" doc:"(closure − bound) / (bound − operation.start); null: no bound is proven."`
	Late      sortie.Counts `json:"late" doc:"Delivered after the deadline."`
	Left      sortie.Counts `json:"undelivered" doc:"Not at its destination at the end."`
	Sorties   int           `json:"sorties" doc:"Movements with a lift and cargo."`
	LiftHours float64       `json:"lift_hours" doc:"Hours that lifts are under way."`
}

// PlanList is a page of a mission's plans.
type PlanList struct {
	Plans  []PlanLine `json:"plans" doc:"The newest first."`
	Before int64      `json:"before,omitempty" doc:"Where the next page begins; absent on the last one."`
}

// AddedPlan is what became of a plan from elsewhere.
type AddedPlan struct {
	Entry  Entry        `json:"entry" doc:"The ledger entry that it is in."`
	Report Verification `json:"report" doc:"What the verifier says of it as it came; the verdict that is kept is this one."`
}

type (
	// PlanPath is of operations on one plan.
	PlanPath struct {
		MissionPath
		Plan int64 `path:"plan" minimum:"1" doc:"Number of the ledger entry that the plan is in."`
	}
	plansIn struct {
		MissionPath
		Before int64 `query:"before" minimum:"0" doc:"List what came before this entry; absent: from the newest on."`
		Limit  int   `query:"limit" minimum:"1" maximum:"50" default:"20" doc:"Most to list."`
	}
	addPlanIn struct {
		MissionPath
		Key     string `header:"Idempotency-Key" maxLength:"100" doc:"A request that is sent again with the same key is answered with the entry of the first."`
		Note    string `query:"note" maxLength:"1000" doc:"Where it comes from, in your words."`
		RawBody []byte `contentType:"application/json"`
	}
	addedPlanOut struct {
		Location string `header:"Location" doc:"Where the plan is."`
		Body     AddedPlan
	}
)

func (s *Server) planOperations() {
	const path = "/api/missions/{mission}/plans"
	register(s, op("list-plans", http.MethodGet, path, tagPlans, "The plans of a mission", "Those of runs and those brought from elsewhere, the newest first."), s.listPlans)
	register(s, shaped(creates(takes(op("add-plan", http.MethodPost, path, tagPlans, "Bring a plan from elsewhere",
		"A plan in the plan format for the mission as it is now. It is checked against every rule and recorded with its breaches; its verdict is worked out anew."), maxPlan, "application/json")), "application/json", "Plan", asRead), s.addPlan)
	get := op("get-plan", http.MethodGet, path+"/{plan}", tagPlans, "Read a plan", "In the plan format, with why something is left behind in the language of Accept-Language.")
	get.Middlewares = huma.Middlewares{marked}
	register(s, get, s.getPlan)
	register(s, heavy(op("explain-plan", http.MethodGet, path+"/{plan}/explanation", tagPlans, "Why a plan is as it is",
		"The answer in a sentence, the bottleneck with its arithmetic, what is proven, each day and each unit. Sentences are in the language of Accept-Language: English or French.")), s.explainPlan)
	register(s, heavy(op("compare-plans", http.MethodGet, path+"/{plan}/difference", tagPlans, "What changes from one plan to another",
		"From the plan of `with` to this one: both verdicts, which movements stay, move, change, come and go, what changes for each unit, and who must be told of what. Sentences are in the language of Accept-Language: English or French.")), s.comparePlans)
	repairs := op("find-repairs", http.MethodGet, path+"/{plan}/repairs", tagPlans, "The cheapest repairs of a plan's mission",
		"Least changes of what can be had under which a plan closes sooner, is in time, or delivers what this one leaves behind; each was planned. Events `repairs`: what has been found so far, the repair that is easiest to get first; the stream ends once every change has been tried. Sentences are in the language of `lang`, or else of Accept-Language, which a browser's EventSource cannot set.")
	repairs.Responses = eventResponse(map[string]*huma.Schema{"repairs": s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[PlanRepairs](), true, "")})
	register(s, repairs, s.followRepairs)
	register(s, heavy(op("verify-plan", http.MethodGet, path+"/{plan}/verification", tagPlans, "Verify a plan",
		"Every rule that it breaks, the verdict that it deserves, and the proof of its bound, worked out anew from mission and plan alone.")), s.verifyPlan)
	movement := op("get-movement", http.MethodGet, path+"/{plan}/movements/{movement}", tagPlans, "Manifest and load plan of a movement",
		"Who and what is aboard, where each item lies on which deck, what room and payload is left. Built-in types are called as in the language of Accept-Language.")
	movement.Middlewares = huma.Middlewares{marked}
	register(s, movement, s.getMovement)
}

// found is a plan with the mission that was planned.
type found struct {
	entry   store.Entry // without its body
	planned store.Planned
	plan    *sortie.Plan
	mission *sortie.Mission
}

func (f found) name() string { return fmt.Sprintf("%s-plan-%d", f.entry.Mission, f.entry.Seq) }

// plan is the plan in an entry of the mission's ledger.
func (s *Server) plan(ctx context.Context, at *scope, seq int64) (found, error) {
	e, err := s.store.Entry(ctx, at.state.ID, seq)
	if err != nil {
		return found{}, err
	}
	if e.Kind != store.Plan {
		return found{}, access.NotFound()
	}
	f := found{entry: e}
	f.entry.Body = nil
	if err := json.Unmarshal(e.Body, &f.planned); err != nil {
		return found{}, err
	}
	if f.plan, err = planOf(f.planned.Plan); err != nil {
		return found{}, err
	}
	f.mission = at.state.Mission
	if f.planned.Revision != at.state.Changed {
		then, err := s.asOf(ctx, at.state.ID, f.planned.Revision)
		if err != nil {
			return found{}, err
		}
		f.mission = then.Mission
	}
	return f, nil
}

func (s *Server) listPlans(ctx context.Context, in *plansIn) (*bodyOf[PlanList], error) {
	at := scopeOf(ctx)
	out := PlanList{Plans: []PlanLine{}}
	for e, err := range s.backwards(ctx, at.state.ID, in.Before) {
		if err != nil {
			return nil, err
		}
		if e.Kind != store.Plan {
			continue
		}
		if len(out.Plans) == in.Limit {
			out.Before = out.Plans[len(out.Plans)-1].Seq
			break
		}
		full, err := s.store.Entry(ctx, at.state.ID, e.Seq)
		if err != nil {
			return nil, err
		}
		a := &store.Adopted{Entry: e}
		if err := json.Unmarshal(full.Body, &a.Planned); err != nil {
			return nil, err
		}
		sum := s.plans.of(at.state, a)
		v := sum.verdict
		line := PlanLine{Seq: e.Seq, Actor: showActor(at, e.Actor), At: e.At, Revision: a.Revision, Run: a.Run, Note: showNote(at, e.Actor, a.Note),
			Feasible: v.Feasible, Closure: v.Closure, Margin: v.MarginMinutes, Late: v.Late, Left: v.Undelivered, Sorties: v.Sorties, LiftHours: v.LiftHours}
		if v.Bound != nil {
			line.Bound, line.Gap = v.Bound.Closure, v.Bound.Gap
		}
		out.Plans = append(out.Plans, line)
	}
	return answered(out), nil
}

func (s *Server) addPlan(ctx context.Context, in *addPlanIn) (*addedPlanOut, error) {
	at := scopeOf(ctx)
	p, diagnostics := missionfile.ReadPlan("plan.json", bytes.Clone(in.RawBody))
	if p == nil || slices.ContainsFunc(diagnostics, func(d missionfile.Diagnostic) bool { return d.Severity == sortie.Error }) {
		return nil, problem.Findings(http.StatusUnprocessableEntity, wordNoPlan.Text(), diagnostics, 0)
	}
	if p.Mission != at.state.ID {
		return nil, problem.New(http.StatusUnprocessableEntity, wordPlanOfOther, p.Mission, at.state.ID)
	}
	report := verified(at.state.Mission, p)
	left, bound := p.Verdict.LeftBehind, p.Verdict.Bound
	p.Verdict = report.Verdict.Verdict
	p.Verdict.LeftBehind = left
	if report.Bound != nil && report.Bound.Valid {
		p.Verdict.Bound = bound
	}
	data, err := missionfile.MarshalPlan(p)
	if err != nil {
		return nil, err
	}
	e, err := s.append(ctx, at, store.Draft{Mission: at.state.ID, Kind: store.Plan, Key: keyOf(at, "plan", in.Key)},
		store.Planned{Plan: data, Revision: at.state.Changed, Note: in.Note})
	if err != nil {
		return nil, err
	}
	return &addedPlanOut{fmt.Sprintf("/api/missions/%s/plans/%d", e.Mission, e.Seq), AddedPlan{showEntry(e), report}}, nil
}

func (s *Server) getPlan(ctx context.Context, in *PlanPath) (*bodyOf[*planShown], error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	return answered(showPlan(at, f)), nil
}

// Verification is what the verifier says of a plan.
type Verification struct {
	Valid       bool               `json:"valid" doc:"No rule is broken."`
	Breaches    []check.Breach     `json:"breaches" doc:"Each place where a rule is broken, in the order of rules."`
	Differences []check.Difference `json:"differences" doc:"What the plan says of itself and is not so."`
	Verdict     view.Verdict       `json:"verdict" doc:"Worked out from the mission and the movements; bound and what is left behind are not in it."`
	Bound       *check.Proof       `json:"bound,omitempty" doc:"What becomes of the plan's bound; absent where it has none."`
	Others      map[string]int     `json:"others,omitempty" doc:"Rule → how many breaches there are besides on what the one who asks does not see."`
	Changed     bool               `json:"mission_changed,omitempty" doc:"The plan was not made for the mission as it is planned here."`
}

// verified verifies a plan and the proof of its bound.
func verified(m *sortie.Mission, p *sortie.Plan) Verification {
	report := check.Plan(m, p)
	v := Verification{Valid: len(report.Breaches) == 0, Breaches: listed(report.Breaches), Differences: listed(report.Differences), Verdict: view.Verdict{Verdict: report.Verdict}}
	if p.Verdict.Bound != nil {
		proof := check.Bound(m, p)
		v.Bound = &proof
	}
	sum, err := missionfile.SHA256(m)
	v.Changed = err == nil && !strings.EqualFold(sum, p.MissionSHA256)
	return v
}

func (s *Server) verifyPlan(ctx context.Context, in *PlanPath) (*bodyOf[Verification], error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	return answered(showVerification(at, f, verified(f.mission, f.plan))), nil
}
