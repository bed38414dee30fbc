package search

import (
	"sync/atomic"
	"testing"

	"sortie/bench/instances"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// smallMission is a worker on a mission of six loads, with its first plan.
func smallMission(t *testing.T) (*Worker, *Solution) {
	t.Helper()
	for _, in := range instances.All() {
		if in.Name == "fleet-1" {
			n, err := network.Compile(in.Make())
			if err != nil {
				t.Fatal(err)
			}
			w := NewWorker(haul.NewProblem(n), 2, 0, new(atomic.Bool))
			return w, w.Construct(1000, func(*Solution) {})
		}
	}
	t.Fatal("no fleet-1 in the benchmark set")
	return nil, nil
}

// TestSearchesApart: where a search finds nothing for long another sets out and comes back, the
// plan that is known gets no worse by it, and neither is lost.
func TestSearchesApart(t *testing.T) {
	w, best := smallMission(t)
	out, back := 0, 0
	for range 600 {
		before := w.apart
		next := w.Improve(best, 200)
		if next.Schedule.Score.Compare(best.Schedule.Score) > 0 {
			t.Fatalf("%+v came after %+v", next.Schedule.Score, best.Schedule.Score)
		}
		best = next
		switch {
		case before == nil && w.apart != nil:
			out++
			if len(w.stock) > 0 {
				t.Error("a search apart has plans of another to cross with")
			}
		case before != nil && w.apart == nil:
			back++
			if before.best.Schedule.Score.Compare(best.Schedule.Score) < 0 {
				t.Error("what was found apart was better, and is gone")
			}
			if len(w.stock) == 0 {
				t.Error("nothing is left of a search apart")
			}
		}
	}
	if out == 0 || back == 0 {
		t.Errorf("%d set out, %d came back", out, back)
	}
}

// TestNoneSetsOutFromAGivenPlan: as much of it is kept as may be.
func TestNoneSetsOutFromAGivenPlan(t *testing.T) {
	w, best := smallMission(t)
	w.Begin(best)
	for range 200 {
		if best = w.Improve(best, 200); w.apart != nil {
			t.Fatalf("a search set out apart after %d schedules", w.Tried)
		}
	}
	if !w.around.over(w.Tried) {
		t.Errorf("after %d schedules the search is not over, so none could have set out", w.Tried)
	}
}

// TestSearchesEnd: a search goes on for half as long as it took, and for some time at least.
func TestSearchesEnd(t *testing.T) {
	s := search{began: 100, better: 200}
	if s.over(200 + enough) {
		t.Error("a search is over that has found something in its last schedules")
	}
	if !s.over(201 + enough) {
		t.Error("a search that finds nothing any more goes on")
	}
	if s = (search{began: 0, better: 4 * enough}); s.over(6*enough) || !s.over(6*enough+1) {
		t.Error("a search is not given half as long again as it took")
	}
}
