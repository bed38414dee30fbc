package bound_test

import (
	"context"
	"os"
	"testing"

	"sortie"
	"sortie/bound"
	"sortie/internal/handcases"
	"sortie/missionfile"
	"sortie/network"
)

// TestHandWorkedOptima holds every bound against an optimum that was worked
// out by hand: none lies past it, and nine in ten reach it.
func TestHandWorkedOptima(t *testing.T) {
	cases, err := handcases.Load(os.DirFS("../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	proven, closing := 0, 0
	for _, c := range cases {
		if c.Closure == nil || c.Plan == nil {
			continue
		}
		closing++
		f := missionfile.Parse(c.Name+".yaml", c.Mission, nil)
		if f.Failed() {
			t.Fatal(c.Name)
		}
		plan, _ := missionfile.ReadPlan(c.Name, c.Plan)
		n := compile(t, f.Mission)
		r := bound.Closure(context.Background(), n, bound.Of(n, plan))
		optimum := network.MinuteOf(*c.Closure)
		if r != nil {
			verified(t, c.Name, f.Mission, r)
		}
		switch {
		case r == nil:
			t.Logf("%s: no bound; the optimum is %v", c.Name, c.Closure.UTC())
		case r.Closure > optimum:
			t.Errorf("%s: bound %v past the optimum %v: %s", c.Name, r.Closure.Time(n.Zone), c.Closure.In(n.Zone), r.Proof)
		case r.Closure < optimum:
			t.Logf("%s: bound %v, optimum %v: %s", c.Name, r.Closure.Time(n.Zone), c.Closure.In(n.Zone), r.Proof)
		default:
			proven++
		}
	}
	t.Logf("%d of %d proven", proven, closing)
	if 10*proven < 9*closing {
		t.Errorf("%d of %d optima are proven, fewer than nine in ten", proven, closing)
	}
}

func compile(t testing.TB, m *sortie.Mission) *network.Network {
	t.Helper()
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
