package view

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/lang"
	"sortie/jobs"
	"sortie/missionfile"
	"sortie/record"
	"sortie/server/view/viewtest"
	"sortie/store"
)

// find is all that is found about a mission.
func find(m *sortie.Mission) []sortie.Finding {
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		return nil
	}
	var out []sortie.Finding
	for _, d := range missionfile.Parse("mission.json", text, nil).Diagnostics {
		out = append(out, d.Finding)
	}
	return append(out, record.Findings(m)...)
}

// shown is everything that a view shows of a mission and a plan, by what it is.
func shown(t testing.TB, v View, m *sortie.Mission, p *sortie.Plan) map[string][]byte {
	t.Helper()
	out := map[string][]byte{
		"mission":       marshal(t, v.Mission(m)),
		"mission sheet": canonical(t, v.Mission(m).Sheet()),
		"plan":          marshal(t, v.Plan(m, p)),
		"plan sheet":    marshal(t, v.Plan(m, p).Sheet()),
		"findings":      marshal(t, v.Findings(m, find)),
		"report":        marshal(t, v.Report(m, p, check.Plan(m, p))),
		"units":         marshal(t, v.Units(m, explain.Units(m, p))),
		"proof":         marshal(t, v.Proof(check.Proof{Message: lang.Plain(p.Verdict.Bound.Proof)})),
		"differences":   marshal(t, record.Differences(&v.Mission(m).Mission)),
	}
	for _, l := range []lang.Lang{lang.EN, lang.FR} {
		d := v.Difference(explain.Side{Mission: m, Plan: later(p)}, explain.Side{Mission: m, Plan: p}, l)
		if v.whole && len(d.Movements) == 0 && len(d.Same) > 0 {
			t.Errorf("nothing differs: %s", d.Sentence)
		}
		out["difference "+string(l)] = marshal(t, d)
		b, sentence, breakdown := v.Bottleneck(m, p, explain.Bottleneck(m, p), l)
		out["bottleneck "+string(l)] = append(marshal(t, b), sentence+"\n"+breakdown...)
	}
	for i := range p.Movements {
		if mv, ok := v.Movement(m, p, p.Movements[i].ID); ok {
			out["movements"] = append(out["movements"], marshal(t, mv)...)
		}
	}
	planText, err := missionfile.MarshalPlan(p)
	if err != nil {
		t.Fatal(err)
	}
	for kind, body := range map[store.Kind]any{
		store.Revision:  store.Revised{Mission: canonical(t, m), Note: noteOf(m)},
		store.Plan:      store.Planned{Plan: planText, Note: noteOf(m)},
		store.Statement: sortie.Entry{ID: "s", Kind: sortie.Statement, Text: sortie.Text{"en": noteOf(m)}},
		store.Vote:      store.Voted{Decision: "d", Nation: "KG", Vote: sortie.For},
	} {
		text, err := v.Body(store.Entry{Kind: kind, Actor: "another", Body: marshal(t, body)}, m, p)
		if err != nil {
			t.Fatal(kind, err)
		}
		out["body "+string(kind)] = text
	}
	for i := range p.Movements {
		body := marshal(t, store.Happened{Plan: 3, Movement: p.Movements[i].ID, Arrive: p.Movements[i].Arrive, Note: noteOf(m)})
		text, err := v.Body(store.Entry{Kind: store.Actual, Actor: "another", Body: body}, m, p)
		if err != nil {
			t.Fatal(err)
		}
		out["body actual"] = append(out["body actual"], text...)
	}
	out["run"] = marshal(t, v.Run(jobs.Run{Request: jobs.Request{By: "another"}, Worker: "host", Error: noteOf(m)}))
	return out
}

// later is a plan in which every other movement is an hour later, every third
// carries one person more of each unit, and every fifth is left out.
func later(p *sortie.Plan) *sortie.Plan {
	out := *p
	out.Movements = nil
	for i, v := range p.Movements {
		if i%2 == 0 {
			for _, t := range []*time.Time{&v.Load, &v.Depart, &v.Arrive, &v.Unloaded} {
				*t = t.Add(time.Hour)
			}
		}
		v.Cargo = slices.Clone(v.Cargo)
		for k := range v.Cargo {
			if i%3 == 0 {
				v.Cargo[k].People++
			}
		}
		if i%5 != 4 {
			out.Movements = append(out.Movements, v)
		}
	}
	return &out
}

// noteOf is a note that names every unit.
func noteOf(m *sortie.Mission) string {
	note := "changed:"
	for _, u := range m.Units {
		note += " " + u.ID + ", " + u.Name + ";"
	}
	return note
}

// missions are the missions of the tests by name, marked for a liaison of nation.
func missions(t *testing.T, each func(name, nation string, m *sortie.Mission, p *sortie.Plan)) {
	t.Helper()
	for _, name := range []string{"kazakhstan-2022", "kazakhstan-2022-deployment"} {
		for _, nation := range []string{"KG", "RU", "AM"} {
			m, p := kazakhstan(t, name)
			viewtest.Plant(m, nation, p)
			each(name, nation, again(t, m), p)
		}
	}
	for seed := range uint64(60) {
		m, p := generated(t, seed)
		nation := []string{"KG", "RU", "AM"}[seed%3]
		viewtest.Plant(m, nation, p)
		p.Verdict.Bound.Proof, p.Verdict.Bound.Certificate = noteOf(m), marshal(t, noteOf(m))
		each(fmt.Sprint("generated ", seed), nation, again(t, m), p)
	}
}

func TestNothingOfOthersIsShown(t *testing.T) {
	missions(t, func(name, nation string, m *sortie.Mission, p *sortie.Plan) {
		for _, v := range []View{liaison(nation), {}} {
			for what, text := range shown(t, v, m, p) {
				if found := viewtest.Found(text); found != nil {
					t.Errorf("%s, liaison of %s: %s tells %q", name, nation, what, found)
				}
			}
		}
	})
}

// The marks would be found: who sees everything is shown them all.
func TestWhoSeesEverythingIsShownIt(t *testing.T) {
	marked := map[string]bool{}
	missions(t, func(name, _ string, m *sortie.Mission, p *sortie.Plan) {
		for what, text := range shown(t, planner, m, p) {
			marked[what] = marked[what] || viewtest.Found(text) != nil
		}
		if got := marshal(t, planner.Mission(m)); !same(t, got, canonical(t, m)) {
			t.Errorf("%s: the whole view of the mission is not the mission: %.200s", name, got)
		}
		text, err := missionfile.MarshalPlan(p)
		if err != nil {
			t.Fatal(err)
		}
		if got := marshal(t, planner.Plan(m, p)); !same(t, got, text) {
			t.Errorf("%s: the whole view of the plan is not the plan: %.200s", name, got)
		}
	})
	for what := range marked {
		if !marked[what] && !slices.Contains([]string{"differences", "body vote"}, what) {
			t.Errorf("%s never has a mark: what hides it is not tested", what)
		}
	}
}

// same reports whether two texts are the same JSON.
func same(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	if err := errors.Join(json.Unmarshal(a, &x), json.Unmarshal(b, &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}
