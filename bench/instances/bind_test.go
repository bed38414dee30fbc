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
	seeds     = 8    // where one is not enough the sooner counts: so few schedules may miss what a mission without the rule allows
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
			var a, b time.Time
			saved := 0.0
			for seed := uint64(1); seed <= seeds && saved < leastCost; seed++ {
				a, b = sooner(a, closure(t, with, seed)), sooner(b, closure(t, without, seed))
				saved = float64(a.Sub(b)) / float64(a.Sub(with.Operation.Start))
			}
			if saved < leastCost {
				t.Errorf("%s-%d closes %.1f %% sooner without its rule", f.Name, i+1, 100*saved)
			}
		}
	}
}

// sooner is the sooner of two closures, of which the first may be none yet.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

// closure is that of the best plan of a short search.
func closure(t *testing.T, m *sortie.Mission, seed uint64) time.Time {
	t.Helper()
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	var last solve.Progress
	o := solve.Options{Seed: seed, Workers: 1, Iterations: schedules, Progress: func(p solve.Progress) { last = p }}
	if _, err := solve.Plan(context.Background(), n, o); err != nil {
		t.Fatal(err)
	}
	if last.Undelivered > 0 || last.Late > 0 {
		t.Errorf("%s: %d not delivered, %d late", m.ID, last.Undelivered, last.Late)
	}
	return last.Closure
}
