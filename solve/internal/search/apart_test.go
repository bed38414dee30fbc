package search

import (
	"sync/atomic"
	"testing"

	"sortie/bench/instances"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestSearchesApart: where a search finds nothing for long another sets out and comes back, the
// plan that is known gets no worse by it, and neither is lost.
func TestSearchesApart(t *testing.T) {
	for _, in := range instances.All() {
		if in.Name != "fleet-1" {
			continue
		}
		n, err := network.Compile(in.Make())
		if err != nil {
			t.Fatal(err)
		}
		var stop atomic.Bool
		w := NewWorker(haul.NewProblem(n), 2, 0, &stop)
		best := w.Construct(1000, func(*Solution) {})
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
		return
	}
	t.Fatal("no fleet-1 in the benchmark set")
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
