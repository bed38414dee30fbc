package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/export"
	"sortie/internal/review"
	"sortie/jobs"
	"sortie/internal/lang"
	"sortie/missionfile"
	"sortie/network"
	"sortie/record"
	"sortie/server/access"
	"sortie/server/problem"
	"sortie/server/view"
	"sortie/store"
)

// This file is the one place where answers, events, exports and errors become
// what the one who asks may see. Handlers hand in whole missions and plans and
// send on what they get.

// What answers hold, as the document of the API calls it.
type (
	missionShown  = view.Mission
	planShown     = view.Plan
	movementShown = view.Movement
)

func viewOf(at *scope) view.View { return view.For(at.who) }

func showMission(at *scope, m *sortie.Mission) *missionShown { return viewOf(at).Mission(m) }

func showPlan(at *scope, f found) *planShown { return viewOf(at).Plan(f.mission, f.plan) }

// showTitle is a mission's title: free text, like all that names things.
func showTitle(at *scope, m *sortie.Mission) sortie.Text { return viewOf(at).Title(m) }

// showExport writes a mission, or one with a plan of it, as a file of a format. A
// liaison's tables have lines of totals for what it does not see.
func showExport(to io.Writer, at *scope, format string, m *sortie.Mission, p *sortie.Plan, now time.Time) error {
	v, o := viewOf(at), export.Options{Lang: at.lang, Now: now}
	switch {
	case v.Whole():
		return export.Write(to, format, m, p, o)
	case format == "json" && p != nil:
		return json.NewEncoder(to).Encode(map[string]any{"mission": v.Mission(m), "plan": v.Plan(m, p)})
	case format == "json":
		return json.NewEncoder(to).Encode(v.Mission(m))
	case p != nil:
		return export.Write(to, format, v.Mission(m).Sheet(), v.Plan(m, p).Sheet(), o)
	}
	return export.Write(to, format, v.Mission(m).Sheet(), nil, o)
}

// showActor is who did something. A liaison is not told which of another
// nation's offices it was, but by the ledger itself.
func showActor(at *scope, actor string) string {
	return viewOf(at).Conflict(&store.Conflict{Actor: actor}).Actor
}

func showNote(at *scope, actor, note string) string { return viewOf(at).Note(actor, note) }

func showRun(at *scope, r jobs.Run) jobs.Run { return viewOf(at).Run(r) }

// showEntry is an entry without its body. Who wrote it stays, as the hashes of
// the chain do: they are made of it, and anybody verifies them.
func showEntry(e store.Entry) Entry {
	return Entry{Mission: e.Mission, Seq: e.Seq, Kind: e.Kind, Actor: e.Actor, At: e.At, BodySHA256: e.BodySHA256, Previous: e.Previous, Hash: e.Hash}
}

// showBody is an entry with its body.
func (s *Server) showBody(ctx context.Context, at *scope, e store.Entry) (Entry, error) {
	out, v := showEntry(e), viewOf(at)
	if v.Whole() {
		out.Body = e.Body
		return out, nil
	}
	of, plan := at.state.Mission, (*sortie.Plan)(nil)
	if n := plannedBy(e); n > 0 {
		f, err := s.plan(ctx, at, n)
		if err != nil {
			return Entry{}, err
		}
		of, plan = f.mission, f.plan
	}
	var err error
	out.View = true
	out.Body, err = v.Body(e, of, plan)
	return out, err
}

// plannedBy is the entry of the plan that an entry is, or speaks of; 0: of none.
func plannedBy(e store.Entry) int64 {
	switch e.Kind {
	case store.Plan:
		return e.Seq
	case store.Actual:
		var body store.Happened
		if json.Unmarshal(e.Body, &body) == nil {
			return body.Plan
		}
	}
	return 0
}

// showChecked is what is to be said of a mission that was read from f. A liaison
// is told what its own view bears out, and how much more there is.
func showChecked(at *scope, f *missionfile.File) Checked {
	v := viewOf(at)
	if v.Whole() || f.Mission == nil {
		return checked(f)
	}
	found := v.Findings(f.Mission, findings)
	out := Checked{Mission: f.Mission.ID, Findings: []problem.Detail{}, Others: found.Others}
	for _, d := range found.Findings {
		switch {
		case d.Severity == sortie.Error:
			out.Errors++
		case d.Rule == review.Assumed:
			out.Assumed++
		case d.Severity == sortie.Doubt:
			out.Doubts++
		}
		out.Findings = append(out.Findings, detail(d))
	}
	return out
}

// findings is everything that can be found about a mission that passed its
// checks.
func findings(m *sortie.Mission) []sortie.Finding {
	out := record.Findings(m)
	if n, err := network.Compile(m); err == nil {
		out = append(out, n.Doubts()...)
	}
	return out
}

func detail(f sortie.Finding) problem.Detail {
	return problem.Detail{Path: f.Path, Message: f.Message, Hint: f.Hint, Rule: f.Rule, Severity: f.Severity}
}

// refused is the problem of a unit that cannot be written.
func refusedUnit(r *view.Refused) *problem.Problem {
	p := problem.New(http.StatusUnprocessableEntity, "the mission would have errors (%d); nothing was stored", len(r.Findings))
	for _, f := range r.Findings {
		p.Errors = append(p.Errors, detail(f))
	}
	return p
}

func showRecord(at *scope, m *sortie.Mission) Record {
	v := viewOf(at)
	found := v.Findings(m, record.Findings)
	seen := v.Mission(m).Mission
	return Record{record.Tell(&seen), listed(found.Findings), found.Others}
}

func showExplanation(at *scope, f found) Explanation {
	v := viewOf(at)
	out := explained(f.mission, f.plan, at.lang)
	if v.Whole() {
		return out
	}
	units := v.Units(f.mission, out.Units)
	out.Units, out.Others = listed(units.Units), units.Others
	seen := v.Plan(f.mission, f.plan).Verdict.Verdict
	out.Sentence, out.Bound = sentences(f.mission, seen, at.lang)
	out.LastOut = ""
	out.Reported = reported(&v.Mission(f.mission).Mission)
	if out.Bottleneck != nil {
		binding := out.Bottleneck.Binding
		if b, sentence, breakdown := v.Bottleneck(f.mission, f.plan, &binding, at.lang); b != nil {
			out.Bottleneck = &Bottleneck{*b, sentence, breakdown}
		} else {
			out.Bottleneck = nil
		}
	}
	return out
}

// showDifference is what changes from one plan to another.
func showDifference(at *scope, before, after found) *explain.Difference {
	return viewOf(at).Difference(explain.Side{Mission: before.mission, Plan: before.plan}, explain.Side{Mission: after.mission, Plan: after.plan}, at.lang)
}

func showVerification(at *scope, f found, is Verification) Verification {
	v := viewOf(at)
	if v.Whole() {
		return is
	}
	seen := v.Report(f.mission, f.plan, check.Report{Breaches: is.Breaches, Differences: is.Differences, Verdict: is.Verdict.Verdict})
	is.Breaches, is.Differences, is.Verdict, is.Others = listed(seen.Breaches), listed(seen.Differences), seen.Verdict, seen.Others
	if is.Bound != nil {
		proof := v.Proof(*is.Bound)
		is.Bound = &proof
	}
	return is
}

// showManifest is the load plan of a movement as it is seen. A movement that is
// not seen is not there.
func showManifest(at *scope, f found, id int) (Manifest, error) {
	v := viewOf(at)
	shown, ok := v.Movement(f.mission, f.plan, id)
	if !ok {
		return Manifest{}, access.NotFound()
	}
	return manifest(&v.Mission(f.mission).Mission, shown), nil
}

// showActual is what happened to a movement.
func showActual(at *scope, f found, actor string, a store.Happened) view.Happened {
	return viewOf(at).Actual(f.mission, f.plan, actor, a)
}

// putUnit and dropUnit are the mission with a unit written, or without it.
func putUnit(at *scope, operation, id string, body []byte) (*sortie.Mission, error) {
	standing := unitOf(at.state.Mission, id)
	next, written, err := viewOf(at).PutUnit(at.state.Mission, id, body)
	if denied := decide(at, operation, func(r access.Resource) access.Resource { return r.Unit(standing, written) }); denied != nil {
		return nil, denied
	}
	return next, err
}

func dropUnit(at *scope, id string) (*sortie.Mission, error) {
	return viewOf(at).DeleteUnit(at.state.Mission, id)
}

// writeUnits is the mission with several units written. Whoever may not write one
// of them is told which.
func writeUnits(at *scope, writings []view.Writing) (*sortie.Mission, error) {
	standing := map[string]*sortie.Unit{}
	for i := range at.state.Mission.Units {
		standing[at.state.Mission.Units[i].ID] = &at.state.Mission.Units[i]
	}
	next, written, err := viewOf(at).WriteUnits(at.state.Mission, writings)
	mission := access.Of(at.state.Mission)
	for i, w := range writings {
		denied := access.Decide(at.who, "change-units", mission.Unit(standing[w.ID], written[i]))
		if denied == nil && w.Out && standing[w.ID] == nil {
			denied = access.NotFound() // as for one that is not seen
		}
		var denial *access.Denial
		if errors.As(denied, &denial) {
			p := problem.New(denial.Status, "%s", denial.Reason)
			p.Errors = []problem.Detail{{Path: view.UnitPath(w.ID, "id"), Message: lang.Plain(denial.Reason), Severity: sortie.Error}}
			return nil, p
		}
	}
	return next, err
}

func unitsShown(at *scope) (map[string][]byte, error) { return viewOf(at).UnitsShown(at.state.Mission) }

// unitShown is a unit as it is seen, as JSON.
func unitShown(at *scope, id string) ([]byte, error) { return viewOf(at).Unit(at.state.Mission, id) }
