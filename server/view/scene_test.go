package view

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"sortie"
	"sortie/bench/plans"
	"sortie/internal/gen"
	"sortie/missionfile"
	"sortie/server/access"
)

func liaison(nation string) View {
	return For(access.Principal{Account: "l-" + nation, Name: "Liaison of " + nation, Role: access.Liaison, Nation: nation})
}

var planner = For(access.Principal{Account: "p", Name: "Movement control", Role: access.Planner})

// kazakhstan is the real mission and its best known plan.
func kazakhstan(t testing.TB, name string) (*sortie.Mission, *sortie.Plan) {
	t.Helper()
	m, p, err := plans.BestKnown(name)
	if err != nil {
		t.Fatal(err)
	}
	return m, p
}

// again is a deep copy of a mission, as it is after it was written and read.
func again(t testing.TB, m *sortie.Mission) *sortie.Mission {
	t.Helper()
	f := missionfile.Parse("mission.json", canonical(t, m), nil)
	if f.Failed() {
		t.Fatal(f.Render("en"))
	}
	return f.Mission
}

func canonical(t testing.TB, m *sortie.Mission) []byte {
	t.Helper()
	text, err := missionfile.MarshalMission(m)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func marshal(t testing.TB, value any) []byte {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// generated is a mission with units of several nations, some of which wait for
// others, and a plan that moves them about and breaks rules.
func generated(t testing.TB, seed uint64) (*sortie.Mission, *sortie.Plan) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	m := gen.Small(r)
	nations := []string{"RU", "AM", "KG"}
	for n := r.IntN(4); n > 0; n-- {
		u := m.Units[r.IntN(len(m.Units))]
		u.ID, u.After = fmt.Sprintf("more-%d", n), nil
		m.Units = append(m.Units, u)
	}
	for i := range m.Units {
		m.Units[i].Nation = nations[r.IntN(3)]
		if i > 0 && m.Units[i].To != "" && r.IntN(3) == 0 {
			if before := m.Units[r.IntN(i)]; before.To != "" {
				m.Units[i].After = []string{before.ID}
			}
		}
	}
	for i := range m.Fleets {
		m.Fleets[i].Nation = nations[r.IntN(3)]
	}
	m = again(t, m)
	return m, astray(r, m)
}

// astray is a plan that carries parts of units here and there.
func astray(r *rand.Rand, m *sortie.Mission) *sortie.Plan {
	p := &sortie.Plan{Version: 1, Mission: m.ID}
	at := m.Operation.Start
	place := func() string { return m.Places[r.IntN(len(m.Places))].ID }
	for id := 1; id <= 12; id++ {
		at = at.Add(time.Duration(r.IntN(400)) * time.Minute)
		mv := sortie.Movement{ID: id, Mode: sortie.Road, From: place(), To: place(), Load: at,
			Depart: at.Add(time.Hour), Arrive: at.Add(5 * time.Hour), Unloaded: at.Add(6 * time.Hour), KM: float64(r.IntN(900))}
		if len(m.Fleets) > 0 && r.IntN(3) > 0 {
			mv.Lift, mv.Mode = m.Fleets[r.IntN(len(m.Fleets))].ID+"/1", sortie.Air
		}
		for _, i := range r.Perm(len(m.Units))[:r.IntN(min(4, len(m.Units)+1))] {
			u := m.Units[i]
			c := sortie.Cargo{Unit: u.ID, People: r.IntN(u.People + 1)}
			for kind, n := range u.Equipment {
				for range r.IntN(n + 1) {
					c.Items = append(c.Items, sortie.Item{Type: kind, Stowage: &sortie.Stowage{X: r.Float64() * 9}})
				}
			}
			if c.People > 0 || len(c.Items) > 0 {
				mv.Cargo = append(mv.Cargo, c)
			}
		}
		p.Movements = append(p.Movements, mv)
	}
	closure := at.Add(6 * time.Hour)
	p.Verdict.Closure = &closure
	for _, u := range m.Units {
		p.Verdict.LeftBehind = append(p.Verdict.LeftBehind, sortie.Left{Unit: u.ID, Counts: sortie.Counts{People: 1}, Reason: "none can carry it"})
		p.Verdict.Bound = &sortie.Bound{Closure: &closure, Proof: "the guard of " + u.ID + " leaves last", Certificate: json.RawMessage(`{"unit":"` + u.ID + `"}`)}
	}
	return p
}
