package view

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/lang"
	"sortie/server/access"
	"sortie/store"
)

// Who is nobody, or in no role that there is, sees totals alone.
func TestWhoSeesWhat(t *testing.T) {
	for _, role := range append(slices.Clone(access.Roles), "king", "") {
		v := For(access.Principal{Account: "a", Role: role, Nation: "KG"})
		whole := role != access.Liaison && slices.Contains(access.Roles, role)
		if v.Whole() != whole || v.own("RU") != whole || v.own("") != whole {
			t.Errorf("%s: whole %v, RU %v", role, v.Whole(), v.own("RU"))
		}
		if v.own("KG") != (whole || role == access.Liaison) {
			t.Errorf("%s sees its own nation: %v", role, v.own("KG"))
		}
	}
	if For(access.Principal{Role: access.Administrator}).Whole() {
		t.Error("an administrator without an account sees everything")
	}
}

// What is shown and what is totalled are together what there is.
func TestTotalsAreThoseOfTheMission(t *testing.T) {
	missions(t, func(name, nation string, m *sortie.Mission, p *sortie.Plan) {
		v := liaison(nation)
		var want, got sortie.Counts
		n := 0
		for _, u := range m.Units {
			add(&want, sortie.Counts{People: u.People, Items: items(u)})
		}
		seen := v.Mission(m)
		for _, u := range seen.Units {
			add(&got, sortie.Counts{People: u.People, Items: items(u)})
		}
		for _, o := range seen.Others {
			if n += o.Units; o.Nation == nation {
				t.Errorf("%s: own units among the others", name)
			}
			add(&got, sortie.Counts{People: o.People, Items: o.Items})
		}
		if got != want || n+len(seen.Units) != len(m.Units) {
			t.Errorf("%s: %v in %d units, not %v in %d", name, got, n+len(seen.Units), want, len(m.Units))
		}
		sheet := sortie.Counts{}
		for _, u := range seen.Sheet().Units {
			add(&sheet, sortie.Counts{People: u.People, Items: items(u)})
		}
		if sheet != want {
			t.Errorf("%s: the sheet has %v, not %v", name, sheet, want)
		}

		want, got, n = sortie.Counts{}, sortie.Counts{}, 0
		for _, mv := range p.Movements {
			people, items := aboard(mv.Cargo)
			add(&want, sortie.Counts{People: people, Items: items})
		}
		plan := v.Plan(m, p)
		for _, mv := range plan.Sheet().Movements {
			people, items := aboard(mv.Cargo)
			add(&got, sortie.Counts{People: people, Items: items})
		}
		for _, d := range plan.Others {
			n += d.Movements
			add(&got, d.Counts)
		}
		if got != want || n+len(plan.Movements) != len(p.Movements) {
			t.Errorf("%s: %v in %d movements, not %v in %d", name, got, n+len(plan.Movements), want, len(p.Movements))
		}

		report, all := v.Report(m, p, check.Plan(m, p)), check.Plan(m, p)
		n = len(report.Breaches) + len(report.Differences)
		for _, others := range report.Others {
			n += others
		}
		if n != len(all.Breaches)+len(all.Differences) {
			t.Errorf("%s: %d breaches and differences, not %d", name, n, len(all.Breaches)+len(all.Differences))
		}
		findings := v.Findings(m, find)
		n = len(findings.Findings)
		for _, others := range findings.Others {
			n += others
		}
		if n != len(find(m)) {
			t.Errorf("%s: %d findings, not %d", name, n, len(find(m)))
		}
	})
}

// Whatever is changed of others, within their totals, a liaison sees no
// difference.
func TestWhatIsHiddenMakesNoDifference(t *testing.T) {
	missions(t, func(name, nation string, m *sortie.Mission, p *sortie.Plan) {
		other, otherPlan := again(t, m), copyPlan(p)
		shift(other, nation)
		for i := range otherPlan.Movements {
			swap(other, nation, otherPlan.Movements[i].Cargo)
		}
		v := liaison(nation)
		for what, pair := range map[string][2]any{
			"mission":   {v.Mission(m), v.Mission(other)},
			"plan":      {v.Plan(m, p), v.Plan(other, otherPlan)},
			"the sheet": {v.Mission(m).Sheet(), v.Mission(other).Sheet()},
		} {
			if a, b := marshal(t, pair[0]), marshal(t, pair[1]); !bytes.Equal(a, b) {
				t.Errorf("%s, liaison of %s: %s tells a difference:\n%.300s\n%.300s", name, nation, what, a, b)
			}
		}
	})
}

// shift moves people and vehicles between units of one other nation, and changes
// all else that is said of them.
func shift(m *sortie.Mission, nation string) {
	first := map[string]int{}
	for i := range m.Units {
		u := &m.Units[i]
		if u.Nation == nation {
			continue
		}
		u.Ready, u.Priority, u.Via, u.Together, u.After = m.Operation.Deadline, 6-u.Priority, nil, nil, nil
		u.At, u.To = m.Places[0].ID, m.Places[1].ID
		k, ok := first[u.Nation]
		if !ok {
			first[u.Nation] = i
			continue
		}
		m.Units[k].People += u.People
		u.People = 0
		moved := maps.Clone(m.Units[k].Equipment)
		if moved == nil {
			moved = map[string]int{}
		}
		for id, n := range u.Equipment {
			moved[id] += n
		}
		m.Units[k].Equipment, u.Equipment = moved, nil
	}
}

// swap gives all that a movement carries of others to one of them.
func swap(m *sortie.Mission, nation string, cargo []sortie.Cargo) {
	var all *sortie.Cargo
	for i := range cargo {
		c := &cargo[i]
		at := indexOf(m.Units, c.Unit)
		switch {
		case at >= 0 && m.Units[at].Nation == nation:
		case all == nil:
			all = c
		default:
			all.People += c.People
			all.Items = append(slices.Clone(all.Items), c.Items...)
			c.People, c.Items = 0, nil
		}
	}
	if all != nil {
		for i := range all.Items {
			all.Items[i] = sortie.Item{Type: "other"}
		}
	}
}

func copyPlan(p *sortie.Plan) *sortie.Plan {
	out := *p
	out.Movements = slices.Clone(p.Movements)
	for i := range out.Movements {
		cargo := slices.Clone(out.Movements[i].Cargo)
		for k := range cargo {
			cargo[k].Items = slices.Clone(cargo[k].Items)
		}
		out.Movements[i].Cargo = cargo
	}
	return &out
}

// In the withdrawal from Kazakhstan the Kyrgyz liaison sees its company and its
// convoy, and of twenty other units four totals: 2,030 people and 250 vehicles in all.
func TestKyrgyzLiaison(t *testing.T) {
	m, p := kazakhstan(t, "kazakhstan-2022")
	v := liaison("KG")
	seen := v.Mission(m)
	if len(seen.Units) != 1 || seen.Units[0].ID != "kg-company" {
		t.Fatalf("%+v", seen.Units)
	}
	want := []Total{{"AM", 2, 100, 8}, {"BY", 1, 130, 24}, {"RU", 15, 1450, 196}, {"TJ", 1, 200, 3}}
	if !slices.Equal(seen.Others, want) {
		t.Errorf("%v", seen.Others)
	}
	plan := v.Plan(m, p)
	for _, mv := range plan.Movements {
		if mv.Cargo[0].Unit != "kg-company" || mv.Others != nil {
			t.Errorf("%+v", mv)
		}
	}
	if len(plan.Movements) == 0 || plan.Verdict.Closure == nil || !plan.Verdict.Closure.Equal(*p.Verdict.Closure) || plan.Verdict.Bound.Closure == nil {
		t.Errorf("%+v", plan.Verdict)
	}
	if b, sentence, breakdown := v.Bottleneck(m, p, explain.Bottleneck(m, p), lang.EN); b == nil || sentence == "" || breakdown == "" {
		t.Errorf("%v %q %q", b, sentence, breakdown)
	}
}

// Another unit's readiness is not told, nor how long a path waits for it.
func TestBottleneckOfOthers(t *testing.T) {
	m := &sortie.Mission{Units: []sortie.Unit{{ID: "kg", Nation: "KG"}, {ID: "ru", Nation: "RU", Name: "Regiment"}}}
	p := &sortie.Plan{Movements: []sortie.Movement{{ID: 1, Cargo: []sortie.Cargo{{Unit: "kg", People: 1}}}, {ID: 2, Cargo: []sortie.Cargo{{Unit: "ru", People: 1}}}}}
	ready := explain.Resource{Kind: explain.Ready, ID: "ru"}
	b := &explain.Binding{Resource: ready, Closing: 2, Minutes: 463, Path: 900, Shares: []explain.Share{
		{Resource: ready, Minutes: 463}, {Resource: explain.Resource{Kind: explain.Trip}, Minutes: 300}, {Resource: explain.Resource{Kind: explain.Lifts, Fleet: "vta"}, Minutes: 137}}}
	got, sentence, breakdown := liaison("KG").Bottleneck(m, p, b, lang.EN)
	if text := string(marshal(t, got)); got.Closing != 0 || got.Minutes != 0 || got.ID != "" || len(got.Shares) != 2 || got.Shares[1].Minutes != 763 {
		t.Error(text)
	}
	if sentence != wordOthersHold.EN || breakdown != "The path to closure, 15 h, leads through movements of other nations." {
		t.Errorf("%q %q", sentence, breakdown)
	}
	if got, _, _ := liaison("RU").Bottleneck(m, p, b, lang.EN); got.ID != "ru" || got.Minutes != 463 {
		t.Errorf("%+v", got)
	}
	if got, _, _ := planner.Bottleneck(m, p, nil, lang.EN); got != nil {
		t.Error("something holds a plan that delivers nothing")
	}
}

func TestConflictAndNotes(t *testing.T) {
	c := &store.Conflict{Mission: "m", Actor: "Liaison of RU"}
	if got := liaison("KG").Conflict(c); got.Actor != "another office" || got.Mission != "m" {
		t.Errorf("%+v", got)
	}
	if got := liaison("RU").Conflict(c); got.Actor != c.Actor {
		t.Errorf("%+v", got)
	}
	if got := planner.Conflict(c); got.Actor != c.Actor {
		t.Errorf("%+v", got)
	}
	if got := liaison("RU").Note("Liaison of RU", "late by fog"); got != "late by fog" {
		t.Error(got)
	}
	if got := liaison("RU").Note("Movement control", "late by fog"); got != "" {
		t.Error(got)
	}
}

// Names are veiled as whole words, and not where they are somebody else's too.
func TestVeil(t *testing.T) {
	m := &sortie.Mission{
		Places: []sortie.Place{{ID: "almaty"}},
		Units:  []sortie.Unit{{ID: "kg", Nation: "KG"}, {ID: "ru-4", Nation: "RU", Name: "45th brigade: reserve"}, {ID: "ru-45", Nation: "RU", Name: "45th brigade"}, {ID: "almaty", Nation: "RU"}, {ID: "é", Nation: "RU"}},
	}
	x := liaison("KG").veil(m)
	for said, want := range map[string]string{
		"":                             "",
		"relieved by ru-45, at almaty": "relieved by [a unit of another nation], at almaty",
		"ru-451 and xru-45":            "ru-451 and xru-45",
		"the 45th brigade's post":      "the [a unit of another nation]'s post",
		"45th brigade: reserve":        "[a unit of another nation]",
		"45th brigade: reserves":       "[a unit of another nation]: reserves",
		"(é)\xff":                      "([a unit of another nation])\xff",
		"ru-4":                         "[a unit of another nation]",
	} {
		if got := x.text(said); got != want {
			t.Errorf("%q: %q, not %q", said, got, want)
		}
	}
}
