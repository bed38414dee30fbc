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
	schedules = 300  // tried for each of two plans
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

func closure(t *testing.T, m *sortie.Mission) time.Time {
	t.Helper()
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	var last solve.Progress
	if _, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 1, Iterations: schedules, Progress: func(p solve.Progress) { last = p }}); err != nil {
		t.Fatal(err)
	}
	if last.Undelivered > 0 || last.Late > 0 {
		t.Errorf("%s: %d not delivered, %d late", m.ID, last.Undelivered, last.Late)
	}
	return last.Closure
}
