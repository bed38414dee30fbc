package solve_test

import (
	"context"
	"sync"
	"testing"

	"sortie"
	"sortie/check"
	"sortie/network"
	"sortie/solve"
)

// TestProgressHasThePlan: each better plan can be written while the search goes
// on, keeps every rule, and closes when it is said to.
func TestProgressHasThePlan(t *testing.T) {
	m := realMissions(t)["kazakhstan-2022"]
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	type written struct {
		told solve.Progress
		plan *sortie.Plan
	}
	var wait sync.WaitGroup
	plans := make(chan written, 1000)
	_, err = solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 2, Iterations: 300, Progress: func(p solve.Progress) {
		wait.Go(func() { plans <- written{p, p.Plan()} })
	}})
	if err != nil {
		t.Fatal(err)
	}
	wait.Wait()
	close(plans)
	seen := 0
	for w := range plans {
		seen++
		report := check.Plan(m, w.plan)
		if len(report.Breaches) > 0 || !report.Verdict.Closure.Equal(w.told.Closure) {
			t.Errorf("%d breaches, closes %v, said to close %v", len(report.Breaches), report.Verdict.Closure, w.told.Closure)
		}
	}
	if seen == 0 {
		t.Error("nothing was told")
	}
}

// TestProvenPlansComeToFlyLess: once no plan closes sooner, what is left of the search
// spares lift hours and does not give up the closure.
func TestProvenPlansComeToFlyLess(t *testing.T) {
	m := realMissions(t)["kazakhstan-2022"]
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	const until = 5000
	plain, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 2, Iterations: until})
	if err != nil {
		t.Fatal(err)
	}
	before := check.Plan(m, plain.Plan).Verdict
	asked := 0
	var counting sync.Mutex
	further, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 2, Iterations: 2 * until, Proven: func(p solve.Progress) bool {
		counting.Lock()
		defer counting.Unlock()
		asked++
		return !p.Closure.After(*before.Closure)
	}})
	if err != nil {
		t.Fatal(err)
	}
	after := check.Plan(m, further.Plan).Verdict
	if asked == 0 || after.Closure.After(*before.Closure) || after.LiftHours > 0.9*before.LiftHours {
		t.Errorf("asked %d times: closes %v with %.0f lift hours, before that %v with %.0f", asked, after.Closure, after.LiftHours, before.Closure, before.LiftHours)
	}
}
