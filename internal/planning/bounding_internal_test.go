package planning

import (
	"context"
	"testing"
	"time"

	"sortie"
	"sortie/bound"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

// handWorked is one of the missions whose best plan was worked out by hand.
func handWorked(t *testing.T, name string) (*sortie.Mission, *network.Network) {
	t.Helper()
	f, err := missionfile.Read("../../testdata/hand/" + name + ".yaml")
	if err != nil || f.Failed() {
		t.Fatal(err, f)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	return f.Mission, n
}

// TestRefusedBoundGivesWayToTheOneBefore: where the verifier does not pass the best
// that was found, the plan shows what was proven before it, not nothing.
func TestRefusedBoundGivesWayToTheOneBefore(t *testing.T) {
	m, n := handWorked(t, "one-shuttle")
	planned, err := Plan(t.Context(), m, n, Options{Iterations: 100, Workers: 1, Begun: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	proven := bound.Closure(context.Background(), n, bound.Everything(n))
	cert := *proven.Certificate
	cert.Closure = cert.Closure.Add(time.Minute) // which is not so
	raised := &bound.Result{Closure: proven.Closure + 1, Certificate: &cert, Proof: proven.Proof}
	b := &bounding{n: n, ended: make(chan struct{}), found: raised, before: []*bound.Result{proven}}
	close(b.ended)
	if out := b.of(t.Context(), m, planned.Plan, time.Second); out == nil || !out.Closure.Equal(proven.Certificate.Closure) {
		t.Errorf("the plan shows %v", out)
	}
	b.found, b.prompt, b.before = proven, raised, nil // that of punctual plans is the one refused
	if out := b.of(t.Context(), m, planned.Plan, time.Second); out == nil || !out.Closure.Equal(proven.Certificate.Closure) {
		t.Errorf("the plan shows %v", out)
	}
	b.found, b.prompt = raised, nil
	if out := b.of(t.Context(), m, planned.Plan, time.Second); out != nil {
		t.Errorf("the plan shows %v, which is refused", out)
	}
}

// TestTardyPlanWaitsNoLongerForItsBound: a proof of plans as tardy as the one at hand is made where there is time for it, and else what is proven of all plans is shown.
func TestTardyPlanWaitsNoLongerForItsBound(t *testing.T) {
	f, err := missionfile.Read("../../missions/kazakhstan-2022")
	if err != nil || f.Failed() {
		t.Fatal(err, f)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	made, err := solve.Plan(t.Context(), n, solve.Options{Iterations: 1})
	if err != nil {
		t.Fatal(err)
	}
	Judge(f.Mission, made.Plan)
	made.Plan.Verdict.Tardiness = max(made.Plan.Verdict.Tardiness, 1) // a first plan may be better some day
	least, enough := context.WithCancel(t.Context())
	var weak *bound.Result
	bound.Relax(least, n, bound.Everything(n), nil, func(r *bound.Result) {
		if weak == nil {
			weak = r
			enough()
		}
	})
	b := &bounding{n: n, ended: make(chan struct{}), found: weak}
	close(b.ended)
	soon, late := b.of(t.Context(), f.Mission, made.Plan, 0), b.of(t.Context(), f.Mission, made.Plan, forever)
	if soon == nil || network.MinuteOf(*soon.Closure) != weak.Closure {
		t.Errorf("without time for more the plan shows %v, not %v", soon, weak.Closure)
	}
	if late == nil || network.MinuteOf(*late.Closure) <= weak.Closure {
		t.Errorf("with time for more the plan shows %v, no later than %v", late, weak.Closure)
	}
}

// TestLongSearchGoesOnWithTheBound: where there is time it goes on from a proof by runs, and keeps what that had proven.
func TestLongSearchGoesOnWithTheBound(t *testing.T) {
	_, n := handWorked(t, "guard-and-floor-want-one-aircraft")
	proven := bound.Closure(context.Background(), n, bound.Everything(n))
	if proven.Certificate.Kind != "runs" {
		t.Fatalf("it is proven by %s", proven.Certificate.Kind)
	}
	for _, long := range []bool{false, true} {
		b := startBounding(t.Context(), n, long, nil, nil)
		<-b.ended
		if b.fault != nil || b.found == nil || b.found.Closure != proven.Closure {
			t.Errorf("long: %t: found %v, fault %v", long, b.found, b.fault)
		}
	}
}

// TestSettledPlans: a plan has nothing but lift hours to gain where it closes with the
// bound of plans like it, and nothing of it is late, tardy or left that has a way.
func TestSettledPlans(t *testing.T) {
	at := time.Date(2022, 1, 17, 3, 17, 0, 0, time.UTC)
	b := &bounding{found: &bound.Result{Closure: network.MinuteOf(at)}, strand: 2}
	best := solve.Progress{Closure: at, Undelivered: 2}
	if !b.settled(best) {
		t.Error("the plan that closes with the bound is not settled")
	}
	for name, change := range map[string]func(*solve.Progress){
		"closes later":     func(p *solve.Progress) { p.Closure = at.Add(time.Minute) },
		"delivers less":    func(p *solve.Progress) { p.Undelivered = 3 },
		"is late":          func(p *solve.Progress) { p.Late = 1 },
		"is tardy":         func(p *solve.Progress) { p.Tardiness = 1 },
		"delivers nothing": func(p *solve.Progress) { p.Closure = time.Time{} },
	} {
		other := best
		change(&other)
		if b.settled(other) {
			t.Errorf("a plan that %s is settled", name)
		}
	}
	b.prompt = &bound.Result{Closure: network.MinuteOf(at) + 1}
	if b.settled(best) {
		t.Error("a plan is settled that closes before a later bound")
	}
}
