package view

import (
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/lang"
	"sortie/jobs"
	"sortie/store"
)

// pair is a mission of KG and RU with four movements: of KG alone, of RU alone,
// of both, and of RU on a lift of KG.
func pair() (*sortie.Mission, *sortie.Plan) {
	m := &sortie.Mission{
		Units:  []sortie.Unit{{ID: "kg", Nation: "KG"}, {ID: "ru", Nation: "RU"}},
		Fleets: []sortie.Fleet{{ID: "kg-lift", Nation: "KG"}, {ID: "ru-lift", Nation: "RU"}},
	}
	own, other := sortie.Cargo{Unit: "kg", People: 3}, sortie.Cargo{Unit: "ru", People: 5}
	return m, &sortie.Plan{Movements: []sortie.Movement{
		{ID: 1, Lift: "ru-lift/1", Cargo: []sortie.Cargo{other}},
		{ID: 2, Lift: "ru-lift/2", Cargo: []sortie.Cargo{own}},
		{ID: 3, Lift: "ru-lift/3", Cargo: []sortie.Cargo{own, other}},
		{ID: 4, Lift: "kg-lift/1", Cargo: []sortie.Cargo{other}},
		{ID: 5, Lift: "kg-lift/1"},
		{ID: 6, Lift: "ru-lift/1"},
	}}
}

func TestMovementsThatAreSeen(t *testing.T) {
	m, p := pair()
	var got []int
	for _, mv := range liaison("KG").Plan(m, p).Movements {
		got = append(got, mv.ID)
	}
	if !slices.Equal(got, []int{2, 3, 4, 5}) {
		t.Errorf("%v", got)
	}
	for id, want := range map[int]sortie.Counts{3: {People: 5}, 4: {People: 5}} {
		mv, ok := liaison("KG").Movement(m, p, id)
		if !ok || mv.Others == nil || *mv.Others != want {
			t.Errorf("%d: %+v", id, mv)
		}
	}
	for _, id := range []int{1, 6, 7} {
		if _, ok := liaison("KG").Movement(m, p, id); ok {
			t.Errorf("%d is seen", id)
		}
	}
}

func TestLeftBehind(t *testing.T) {
	m, p := pair()
	p.Verdict.LeftBehind = []sortie.Left{
		{Unit: "kg", Counts: sortie.Counts{People: 1}, Reason: "it waits for ru"},
		{Unit: "ru", Counts: sortie.Counts{People: 2, Items: 3}, Reason: "too long"},
		{Unit: "kg", Counts: sortie.Counts{Items: 1}, Reason: "too long"},
	}
	got := liaison("KG").Plan(m, p).Verdict
	if len(got.LeftBehind) != 2 || got.LeftBehind[0].Reason != "it depends on units of other nations" || got.LeftBehind[1].Reason != "too long" ||
		*got.LeftBehindOthers != (sortie.Counts{People: 2, Items: 3}) {
		t.Errorf("%+v", got)
	}
}

// A breach is shown whole where it speaks of own cargo alone, by its rule where
// others are aboard, and else counted.
func TestBreaches(t *testing.T) {
	m, p := pair()
	breach := func(rule check.Rule, movement int, unit string) check.Breach {
		return check.Breach{Rule: rule, Movement: movement, Unit: unit, Message: lang.Plain("what is so"), Have: 7, Want: 5, Measure: "people"}
	}
	whole := []check.Breach{breach(check.Payload, 2, ""), breach(check.Conservation, 3, "kg"), breach(check.Hours, 5, "")}
	title := []check.Breach{breach(check.Payload, 3, ""), breach(check.Seats, 4, ""), breach(check.UnitRules, 2, "kg"), breach(check.WorkingMOG, 2, ""), breach(check.Form, 2, "")}
	counted := []check.Breach{breach(check.Payload, 1, ""), breach(check.Conservation, 3, "ru"), breach(check.Cover, 0, ""), breach(check.Times, 6, ""), breach(check.UnitRules, 0, "ru")}
	r := check.Report{Breaches: slices.Concat(whole, title, counted), Differences: []check.Difference{
		{Field: "verdict.sorties", Says: "4", Is: "5"},
		{Field: "verdict.left_behind of kg", Says: "1", Is: "2"},
		{Field: "verdict.left_behind of ru", Says: "1", Is: "2"},
		{Field: `verdict.left_behind of "gone"`, Says: "1", Is: "2"},
		{Field: "movements[0].km", Says: "1", Is: "2"},
		{Field: "movements[2].km", Says: "1", Is: "2"},
	}}
	got := liaison("KG").Report(m, p, r)
	for i, b := range title {
		title[i] = check.Breach{Rule: b.Rule, Movement: b.Movement, Unit: b.Unit, Message: lang.Plain(b.Rule.Title())}
	}
	if want := slices.Concat(whole, title); !slices.Equal(got.Breaches, want) {
		t.Errorf("%+v", got.Breaches)
	}
	fields := []string{}
	for _, d := range got.Differences {
		fields = append(fields, d.Field)
	}
	if !slices.Equal(fields, []string{"verdict.sorties", "verdict.left_behind of kg", "movements[1].km"}) {
		t.Errorf("%v", fields)
	}
	if o := got.Others; len(o) != 6 || o["R4"] != 1 || o["R1"] != 1 || o["R13"] != 1 || o["R3"] != 1 || o["R15"] != 1 || o["differences"] != 3 {
		t.Errorf("%v", o)
	}
}

// The journey that closes a plan is not described where it is not seen.
func TestClosingMovementOfOthers(t *testing.T) {
	m, p := pair()
	b := &explain.Binding{Resource: explain.Resource{Kind: explain.Trip}, Closing: 1, Minutes: 60, Path: 60,
		Figures: explain.Figures{From: time.Unix(0, 0), Until: time.Unix(3600, 0)}}
	got, sentence, _ := liaison("KG").Bottleneck(m, p, b, lang.FR)
	if got.Closing != 0 || got.Figures != (explain.Figures{}) || sentence != othersHold.FR {
		t.Errorf("%+v %q", got, sentence)
	}
	b.Closing = 2
	if got, sentence, _ := liaison("KG").Bottleneck(m, p, b, lang.FR); got.Closing != 2 || sentence == othersHold.FR {
		t.Errorf("%+v %q", got, sentence)
	}
}

func TestActual(t *testing.T) {
	m, p := pair()
	a := store.Happened{Plan: 9, Movement: 1, Arrive: time.Unix(0, 0), Note: "fog"}
	if got := liaison("KG").Actual(m, p, "x", a); got != (Happened{Happened: store.Happened{Plan: 9}, Others: true}) {
		t.Errorf("%+v", got)
	}
	if got := liaison("RU").Actual(m, p, "x", a); got.Movement != 1 || got.Arrive != a.Arrive || got.Note != "" || got.Others {
		t.Errorf("%+v", got)
	}
	if got := planner.Actual(m, p, "x", a); got.Happened != a || got.Others {
		t.Errorf("%+v", got)
	}
}

func TestRun(t *testing.T) {
	r := jobs.Run{ID: "r", Request: jobs.Request{By: "p", Mission: "m"}, Worker: "host:12", Error: "no lift for ru", State: jobs.Failed}
	if got := liaison("KG").Run(r); got.By != "" || got.Worker != "" || got.Error != "the run has failed: a planner sees why" || got.ID != "r" || got.State != jobs.Failed {
		t.Errorf("%+v", got)
	}
	if got := planner.Run(r); got.By != "p" || got.Worker != r.Worker || got.Error != r.Error {
		t.Errorf("%+v", got)
	}
}

// A finding that rests on what is not seen is counted.
func TestFindingsThatRestOnOthers(t *testing.T) {
	m, _ := pair()
	strength := func(m *sortie.Mission) []sortie.Finding {
		message := "few"
		if len(m.Units) > 1 {
			message = "kg and ru"
		}
		return []sortie.Finding{{Severity: sortie.Doubt, Path: "tasks[0]", Message: lang.Plain(message)}, {Severity: sortie.Note, Path: "host", Message: lang.Plain("far")}}
	}
	got := liaison("KG").Findings(m, strength)
	if len(got.Findings) != 1 || got.Findings[0].Message.String() != "far" || len(got.Others) != 1 || got.Others["doubt"] != 1 {
		t.Errorf("%+v", got)
	}
}
