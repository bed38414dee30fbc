package planning

import (
	"context"
	"testing"
	"time"

	"sortie/bound"
	"sortie/missionfile"
	"sortie/network"
)

// TestRefusedBoundGivesWayToTheOneBefore: where the verifier does not pass the best
// that was found, the plan shows what was proven before it, not nothing.
func TestRefusedBoundGivesWayToTheOneBefore(t *testing.T) {
	f, err := missionfile.Read("../../testdata/hand/one-shuttle.yaml")
	if err != nil || f.Failed() {
		t.Fatal(err, f)
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	planned, err := Plan(t.Context(), f.Mission, n, Options{Iterations: 100, Workers: 1, Begun: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	proven := bound.Closure(context.Background(), n, bound.Everything(n))
	cert := *proven.Certificate
	cert.Closure = cert.Closure.Add(time.Minute) // which is not so
	raised := &bound.Result{Closure: proven.Closure + 1, Certificate: &cert, Proof: proven.Proof}
	b := &bounding{n: n, ended: make(chan struct{}), found: raised, before: []*bound.Result{proven}}
	close(b.ended)
	if out := b.of(t.Context(), f.Mission, planned.Plan, time.Second); out == nil || !out.Closure.Equal(proven.Certificate.Closure) {
		t.Errorf("the plan shows %v", out)
	}
	b.found, b.prompt, b.before = proven, raised, nil // that of punctual plans is the one refused
	if out := b.of(t.Context(), f.Mission, planned.Plan, time.Second); out == nil || !out.Closure.Equal(proven.Certificate.Closure) {
		t.Errorf("the plan shows %v", out)
	}
	b.found, b.prompt = raised, nil
	if out := b.of(t.Context(), f.Mission, planned.Plan, time.Second); out != nil {
		t.Errorf("the plan shows %v, which is refused", out)
	}
}
