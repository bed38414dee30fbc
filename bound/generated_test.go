package bound_test

import (
	"context"
	"math/rand/v2"
	"sync"
	"testing"

	"sortie"
	"sortie/bound"
	"sortie/check"
	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve"
)

// TestNoValidPlanClosesBeforeItsBound plans generated missions that together
// use every rule: what a valid plan delivers is never bounded past its closure.
func TestNoValidPlanClosesBeforeItsBound(t *testing.T) {
	t.Parallel()
	seeds := uint64(120)
	if testing.Short() {
		seeds = 100
	}
	kinds, tight, plans := map[string]int{}, 0, 0
	var counting sync.Mutex
	t.Run("seeds", func(t *testing.T) { // the last test to end is not to leave a core idle
		for first, name := range []string{"even", "odd"} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				for seed := uint64(first); seed < seeds; seed += 2 {
					found := closesNoSooner(t, seed)
					counting.Lock()
					for kind, n := range found.kinds {
						kinds[kind] += n
					}
					tight, plans = tight+found.tight, plans+found.plans
					counting.Unlock()
				}
			})
		}
	})
	t.Logf("%d plans, %d of them proven best; what binds: %v", plans, tight, kinds)
	if !testing.Short() {
		for _, kind := range []string{"path", "working_mog", "parking_mog", "interval", "lifts", "headway", "people_per_day", "tardiness", "routes"} {
			if kinds[kind] == 0 {
				t.Errorf("no certificate of kind %s", kind)
			}
		}
	}
}

// outcome is what a plan of a generated mission came to.
type outcome struct {
	kinds        map[string]int // of certificates
	tight, plans int
}

// closesNoSooner plans one mission and holds its bounds against the plan.
func closesNoSooner(t *testing.T, seed uint64) (out outcome) {
	t.Helper()
	out.kinds = map[string]int{}
	m, n, plan := planned(t, seed, 77)
	if plan == nil {
		return out
	}
	out.plans++
	if noWay := bound.NoWay(n); len(noWay) > 0 {
		out.kinds["no_way"]++
		cert := bound.Certificate{Kind: "no_way", NoWay: noWay}
		if p := check.Certificate(m, encode(t, cert)); !p.Valid {
			t.Errorf("seed %d: %s: %s", seed, p.Message, encode(t, cert))
		}
		if all, left := bound.Total(noWay), plan.Verdict.Undelivered; all.People > left.People || all.Items > left.Items {
			t.Errorf("seed %d: %v have no way, but a plan leaves only %v", seed, all, left)
		}
	}
	r := bound.Closure(context.Background(), n, bound.Of(n, plan))
	if r == nil {
		out.kinds["none"]++
		return out
	}
	out.kinds[r.Certificate.Kind]++
	closure := network.MinuteOf(*plan.Verdict.Closure)
	if r.Closure > closure {
		t.Errorf("seed %d: bound %v, a valid plan closes %v: %s", seed, r.Closure.Time(n.Zone), plan.Verdict.Closure, r.Proof)
	}
	if r.Closure == closure {
		out.tight++
	}
	verified(t, m.ID, m, r)
	prompt := bound.Punctual(context.Background(), n, bound.Of(n, plan), plan.Verdict.Tardiness)
	if prompt == nil || prompt.Certificate.Tardiness == nil {
		return out
	}
	out.kinds["tardiness"]++
	if prompt.Closure > closure {
		t.Errorf("seed %d: bound %v, a plan no tardier closes %v: %s", seed, prompt.Closure.Time(n.Zone), plan.Verdict.Closure, prompt.Proof)
	}
	verified(t, m.ID, m, prompt)
	speaksOf(t, m, plan, plan.Verdict.Tardiness, prompt)
	return out
}

// planned is a generated mission that uses every rule, with a plan for it; nil where no plan keeps
// every rule and delivers something.
func planned(t *testing.T, seed, stream uint64) (*sortie.Mission, *network.Network, *sortie.Plan) {
	t.Helper()
	m := gen.Small(rand.New(rand.NewPCG(seed, stream)))
	n := compile(t, m)
	result, err := solve.Plan(context.Background(), n, solve.Options{Seed: seed, Workers: 1, Iterations: 120})
	if err != nil {
		t.Fatal(err)
	}
	report := check.Plan(m, result.Plan)
	result.Plan.Verdict = report.Verdict
	if len(report.Breaches) > 0 || report.Verdict.Closure == nil {
		return m, n, nil
	}
	return m, n, result.Plan
}

// speaksOf holds a bound for plans of a plan's own tardiness against that plan:
// it speaks of it, and one for plans of less does not.
func speaksOf(t *testing.T, m *sortie.Mission, plan *sortie.Plan, tardiness int, r *bound.Result) {
	t.Helper()
	cert := *r.Certificate
	tried := *plan
	for less := range int64(2) {
		most := int64(tardiness) - less
		cert.Tardiness = &most
		tried.Verdict.Bound = &sortie.Bound{Closure: &cert.Closure, Certificate: encode(t, cert)}
		if p := check.Bound(m, &tried); p.Valid != (less == 0) {
			t.Errorf("%s: of plans of a tardiness of %d, this one has %d: %v: %s", m.ID, most, tardiness, p.Valid, p.Message)
		}
	}
}
