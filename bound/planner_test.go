package bound_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"sortie/check"
	"sortie/network"
	"sortie/solve"
)

// TestPlannerAgainstExhaustiveSearch holds the planner against every schedule
// of tiny missions: it delivers as much, and all but one in fifty of its plans
// close as early as any.
func TestPlannerAgainstExhaustiveSearch(t *testing.T) {
	t.Parallel()
	solved, later := 0, 0
	for seed := range uint64(500) {
		m := tiny(rand.New(rand.NewPCG(seed, 5)))
		best, _, ok := exhaust(m)
		if !ok {
			continue
		}
		solved++
		n, err := network.Compile(m)
		if err != nil {
			t.Fatal(err)
		}
		r, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 1, Iterations: 1500})
		if err != nil {
			t.Fatal(err)
		}
		want, have := check.Plan(m, best).Verdict, check.Plan(m, r.Plan)
		if len(have.Breaches) > 0 || have.Verdict.Undelivered != want.Undelivered {
			t.Errorf("seed %d: %d breaches, undelivered %v", seed, len(have.Breaches), have.Verdict.Undelivered)
			continue
		}
		if have.Verdict.Closure.After(*want.Closure) && have.Verdict.Tardiness >= want.Tardiness {
			t.Logf("seed %d: closes %v, best %v", seed, have.Verdict.Closure, want.Closure)
			later++
		}
	}
	if solved < 100 || later*50 > solved {
		t.Errorf("%d of %d plans close later than the best", later, solved)
	}
}
