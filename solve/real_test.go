package solve_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"sortie"
	"sortie/check"
	"sortie/check/checktest"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

// realMissions are those of the repository, each with few iterations: enough
// to go through every move of the search.
func realMissions(t *testing.T) map[string]*sortie.Mission {
	t.Helper()
	files, err := filepath.Glob("../missions/*/mission.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no missions", err)
	}
	out := map[string]*sortie.Mission{}
	for _, file := range files {
		f, err := missionfile.Read(filepath.Dir(file))
		if err != nil || f.Failed() {
			t.Fatal(file, err)
		}
		out[filepath.Base(filepath.Dir(file))] = f.Mission
	}
	return out
}

func TestRealMissionsAreDelivered(t *testing.T) {
	for name, m := range realMissions(t) {
		t.Run(name, func(t *testing.T) {
			report := plan(t, m, solve.Options{Seed: 1, Workers: 2, Iterations: 60})
			if v := report.Verdict; v.Undelivered != (sortie.Counts{}) {
				t.Errorf("undelivered: %v", v.Undelivered)
			}
		})
	}
}

// TestVerifierCatchesBrokenPlans breaks plans of the planner's own in every
// way that checktest knows: each must be caught, with its rule.
func TestVerifierCatchesBrokenPlans(t *testing.T) {
	broken := map[string]bool{}
	for name, m := range realMissions(t) {
		if name == "kabul-2021" && testing.Short() {
			continue
		}
		n, err := network.Compile(m)
		if err != nil {
			t.Fatal(err)
		}
		r, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 1, Iterations: 4})
		if err != nil {
			t.Fatal(err)
		}
		for _, mutation := range checktest.Mutations() {
			mission, plan, err := checktest.Clone(m, r.Plan)
			if err != nil {
				t.Fatal(err)
			}
			if !mutation.Break(mission, plan) {
				continue
			}
			broken[string(mutation.Rule)] = true
			breaches := check.Plan(mission, plan).Breaches
			if !slices.ContainsFunc(breaches, func(b check.Breach) bool { return b.Rule == mutation.Rule }) {
				t.Errorf("%s: %q breaks %s, and the verifier does not say so", name, mutation.Name, mutation.Rule)
			}
		}
	}
	for _, rule := range []string{"R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R12", "R13", "R16"} {
		if !broken[rule] {
			t.Errorf("no real plan gave a mutation of %s something to break", rule)
		}
	}
}

// TestWarmStart: a plan that is handed in is where the search begins, not where
// it would begin without.
func TestWarmStart(t *testing.T) {
	m := realMissions(t)["kazakhstan-2022"]
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	first, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 1, Iterations: 300})
	if err != nil {
		t.Fatal(err)
	}
	again, err := solve.Plan(context.Background(), n, solve.Options{Seed: 2, Workers: 1, Iterations: 1, From: first.Plan})
	if err != nil {
		t.Fatal(err)
	}
	cold, err := solve.Plan(context.Background(), n, solve.Options{Seed: 2, Workers: 1, Iterations: 1})
	if err != nil {
		t.Fatal(err)
	}
	before, after, without := check.Plan(m, first.Plan).Verdict, check.Plan(m, again.Plan), check.Plan(m, cold.Plan).Verdict
	if len(after.Breaches) > 0 || !after.Verdict.Closure.Before(*without.Closure) {
		t.Errorf("from a plan that closes %v: %v, %d breaches; without it %v", before.Closure, after.Verdict.Closure, len(after.Breaches), without.Closure)
	}
}

// TestCancelledAtOnce: a context that has ended before the start still gives
// the first plan, whole and valid.
func TestCancelledAtOnce(t *testing.T) {
	m := realMissions(t)["kazakhstan-2022"]
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, err := solve.Plan(ctx, n, solve.Options{Seed: 1, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	if b := check.Plan(m, r.Plan).Breaches; len(b) > 0 {
		t.Errorf("%d breaches, first %s: %s", len(b), b[0].Rule, b[0].Message)
	}
}

// TestProgressOnlyImproves: what is told while planning never gets worse.
func TestProgressOnlyImproves(t *testing.T) {
	n := handWorked(t, "two-halves-within-an-hour")
	var told []solve.Progress
	_, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Iterations: 2000, Progress: func(p solve.Progress) { told = append(told, p) }})
	if err != nil {
		t.Fatal(err)
	}
	if len(told) == 0 {
		t.Fatal("nothing was told")
	}
	for i := 1; i < len(told); i++ {
		a, b := told[i-1], told[i]
		if b.Undelivered > a.Undelivered || b.Undelivered == a.Undelivered && b.Late == a.Late && b.Closure.After(a.Closure) && !a.Closure.IsZero() {
			t.Errorf("after %+v came %+v", a, b)
		}
	}
}
