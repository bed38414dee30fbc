package instances

import (
	"context"
	"testing"
	"time"

	"sortie"
	"sortie/network"
	"sortie/solve"
)

const (
	schedules = 300  // tried for each plan
	seeds     = 2    // the sooner counts: so few schedules may miss what a mission without the rule allows
	leastCost = 0.02 // of closure − operation.start
)

// What a family is named after binds: without the rule, the same mission
// closes sooner.
func TestTheRuleOfEachFamilyBinds(t *testing.T) {
	for _, f := range Families {
		for i := range sizes {
			with := f.mission(i)
			without := f.mission(i)
			f.without(without)
			a, b := closure(t, with), closure(t, without)
			saved := float64(a.Sub(b)) / float64(a.Sub(with.Operation.Start))
			if saved < leastCost {
				t.Errorf("%s-%d closes %.1f %% sooner without its rule", f.Name, i+1, 100*saved)
			}
		}
	}
}

// closure is that of the best plan of a few short searches.
func closure(t *testing.T, m *sortie.Mission) time.Time {
	t.Helper()
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	var soonest time.Time
	for seed := range uint64(seeds) {
		var last solve.Progress
		o := solve.Options{Seed: seed + 1, Workers: 1, Iterations: schedules, Progress: func(p solve.Progress) { last = p }}
		if _, err := solve.Plan(context.Background(), n, o); err != nil {
			t.Fatal(err)
		}
		if last.Undelivered > 0 || last.Late > 0 {
			t.Errorf("%s: %d not delivered, %d late", m.ID, last.Undelivered, last.Late)
		}
		if seed == 0 || last.Closure.Before(soonest) {
			soonest = last.Closure
		}
	}
	return soonest
}
