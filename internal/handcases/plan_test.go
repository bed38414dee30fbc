package handcases_test

import (
	"slices"
	"testing"
	"time"

	"sortie"
	"sortie/check"
	"sortie/internal/handcases"
	"sortie/missionfile"
)

func read(t *testing.T, c handcases.Case) *sortie.Mission {
	t.Helper()
	f := missionfile.Parse(c.Name+".yaml", c.Mission, nil)
	for _, d := range f.Diagnostics {
		if d.Severity == sortie.Error {
			t.Error(d.Render("en"))
		}
	}
	if f.Mission == nil {
		t.Fatal("no mission")
	}
	return f.Mission
}

func TestEveryHandWorkedMissionIsReadWithoutError(t *testing.T) {
	for _, c := range load(t) {
		t.Run(c.Name, func(t *testing.T) { read(t, c) })
	}
}

// The plan beside each mission shows that its optimum can be reached: no rule
// is broken and the verifier works out what the first lines say.
func TestThePlanBesideEachReachesItsOptimum(t *testing.T) {
	for _, c := range load(t) {
		t.Run(c.Name, func(t *testing.T) {
			if c.Plan == nil {
				t.Fatal("no plan beside it")
			}
			plan, diagnostics := missionfile.ReadPlan(c.Name+".plan.json", c.Plan)
			for _, d := range diagnostics {
				if d.Severity == sortie.Error {
					t.Error(d.Render("en"))
				}
			}
			report := check.Plan(read(t, c), plan)
			for _, b := range report.Breaches {
				t.Errorf("%s, movement %d: %s", b.Rule, b.Movement, b.Message)
			}
			for _, d := range report.Differences {
				t.Errorf("%s says %s, is %s", d.Field, d.Says, d.Is)
			}
			compare(t, c, report.Verdict)
		})
	}
}

func compare(t *testing.T, c handcases.Case, v sortie.Verdict) {
	t.Helper()
	if (v.Closure == nil) != (c.Closure == nil) || v.Closure != nil && !v.Closure.Equal(*c.Closure) {
		t.Errorf("closure %v, want %v", v.Closure, c.Closure)
	}
	if v.Undelivered != c.Undelivered || v.Late != c.Late || v.Tardiness != c.Tardiness {
		t.Errorf("undelivered %v, late %v, tardiness %d, want %v, %v, %d",
			v.Undelivered, v.Late, v.Tardiness, c.Undelivered, c.Late, c.Tardiness)
	}
	if c.LiftHours != nil && (v.LiftHours < *c.LiftHours-0.01 || v.LiftHours > *c.LiftHours+0.01) {
		t.Errorf("lift hours %.2f, want %.2f", v.LiftHours, *c.LiftHours)
	}
	if inTime := c.Undelivered == (sortie.Counts{}) && c.Late == (sortie.Counts{}); v.Feasible != inTime {
		t.Errorf("feasible %t, want %t", v.Feasible, inTime)
	}
}

// What closes each plan is held by a rule: a minute earlier, the verifier finds
// a breach. So no optimum is off by slack that its arithmetic left.
func TestTheMovementThatClosesCannotBeAMinuteEarlier(t *testing.T) {
	for _, c := range load(t) {
		t.Run(c.Name, func(t *testing.T) {
			plan, _ := missionfile.ReadPlan(c.Name+".plan.json", c.Plan)
			m := read(t, c)
			for i := range plan.Movements {
				mv := &plan.Movements[i]
				if c.Closure == nil || !mv.Unloaded.Equal(*c.Closure) {
					continue
				}
				earlier := *plan
				earlier.Movements = slices.Clone(plan.Movements)
				shift(&earlier.Movements[i], -time.Minute)
				if report := check.Plan(m, &earlier); len(report.Breaches) == 0 {
					t.Errorf("movement %d can be a minute earlier", mv.ID)
				}
			}
		})
	}
}

func shift(mv *sortie.Movement, by time.Duration) {
	mv.Load, mv.Depart = mv.Load.Add(by), mv.Depart.Add(by)
	mv.Arrive, mv.Unloaded = mv.Arrive.Add(by), mv.Unloaded.Add(by)
	stops := slices.Clone(mv.Stops)
	for i := range stops {
		stops[i].Arrive, stops[i].Depart = stops[i].Arrive.Add(by), stops[i].Depart.Add(by)
	}
	mv.Stops = stops
}
