package solve_test

import (
	"context"
	"os"
	"testing"

	"sortie"
	"sortie/check"
	"sortie/internal/handcases"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

// handIterations is well under what a second allows on the reference machine;
// BenchmarkHandSecond says how many that is.
const handIterations = 3000

func TestHandWorkedOptima(t *testing.T) {
	cases, err := handcases.Load(os.DirFS("../testdata/hand"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			m := read(t, c.Name+".yaml", c.Mission)
			report := plan(t, m, solve.Options{Seed: 1, Workers: 1, Iterations: handIterations})
			v := report.Verdict
			if v.Undelivered != c.Undelivered || v.Late != c.Late {
				t.Errorf("undelivered %v, late %v; by hand %v, %v", v.Undelivered, v.Late, c.Undelivered, c.Late)
			}
			if v.Tardiness != c.Tardiness {
				t.Errorf("tardiness %d; by hand %d", v.Tardiness, c.Tardiness)
			}
			switch {
			case (v.Closure == nil) != (c.Closure == nil):
				t.Errorf("closure %v; by hand %v", v.Closure, c.Closure)
			case v.Closure != nil && !v.Closure.Equal(*c.Closure):
				t.Errorf("closure %v; by hand %v", v.Closure.UTC(), c.Closure.UTC())
			}
			if c.LiftHours != nil && (v.LiftHours-*c.LiftHours > 1e-6 || *c.LiftHours-v.LiftHours > 1e-6) {
				t.Errorf("lift hours %v; by hand %v", v.LiftHours, *c.LiftHours)
			}
		})
	}
}

// TestCargoWaitsWhereItIs: who has to wait on the way until a place opens sets out no sooner than for that.
func TestCargoWaitsWhereItIs(t *testing.T) {
	n := handWorked(t, "waits-on-the-way-until-home-opens")
	r, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 1, Iterations: 100})
	if err != nil {
		t.Fatal(err)
	}
	if v := r.Plan.Movements[0]; v.Depart.UTC().Format("15:04") != "01:30" || len(v.Stops) != 1 {
		t.Errorf("departs %v and stops %v, though the site shuts at 01:30", v.Depart, v.Stops)
	}
}

// handWorked is one of the missions whose best plan was worked out by hand.
func handWorked(t *testing.T, name string) *network.Network {
	t.Helper()
	data, err := os.ReadFile("../testdata/hand/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	n, err := network.Compile(read(t, name+".yaml", data))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func read(t testing.TB, name string, data []byte) *sortie.Mission {
	t.Helper()
	f := missionfile.Parse(name, data, nil)
	if f.Failed() {
		for _, d := range f.Diagnostics {
			t.Log(d.Render("en"))
		}
		t.Fatal("the mission does not read")
	}
	return f.Mission
}

// plan plans the mission and fails the test on any breach.
func plan(t testing.TB, m *sortie.Mission, o solve.Options) check.Report {
	t.Helper()
	n, err := network.Compile(m)
	if err != nil {
		t.Fatal(err)
	}
	r, err := solve.Plan(context.Background(), n, o)
	if err != nil {
		t.Fatal(err)
	}
	report := check.Plan(m, r.Plan)
	for _, b := range report.Breaches {
		t.Errorf("%s movement %d: %s", b.Rule, b.Movement, b.Message)
	}
	return report
}
