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
	long      = 1500 // schedules for the plan with the rule, so that it does not close late for want of search
	short     = 600  // for one without it
	seeds     = 8    // for that, where one is not enough
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
			a, saved := closure(t, with, 1, long), 0.0
			for seed := uint64(1); seed <= seeds && saved < leastCost; seed++ {
				b := closure(t, without, seed, short)
				saved = float64(a.Sub(b)) / float64(a.Sub(with.Operation.Start))
			}
			if saved < leastCost {
				t.Errorf("%s-%d closes %.1f %% sooner without its rule", f.Name, i+1, 100*saved)
			}
		}
	}
}

// closure is that of the best plan of a search.
func closure(t *testing.T, m *sortie.Mission, seed uint64, schedules int) time.Time {
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
