package search

import (
	"maps"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestStraightSparesWaits: lifts wait on the way where a plan is better for it; where it is not they fly straight in the end, and all that was
// carried still is. A plan without such waits stays as it is.
func TestStraightSparesWaits(t *testing.T) {
	missions, waiting, spared := 400, 0, 0
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 29))))
		if err != nil {
			t.Fatal(seed, err)
		}
		var stop atomic.Bool
		w := NewWorker(haul.NewProblem(n), uint64(seed), 0, &stop)
		s := w.Improve(w.Construct(1, func(*Solution) {}), 30)
		found := waits(s, nil) != nil
		out := w.Straight(s, between)
		if found {
			waiting++
		}
		switch compared := out.Schedule.Score.Compare(s.Schedule.Score); {
		case out != s && compared >= 0:
			t.Errorf("mission %d: %+v, was %+v", seed, out.Schedule.Score, s.Schedule.Score)
		case out != s && !found:
			t.Errorf("mission %d: changed, though nothing waits on the way", seed)
		case out != s:
			spared++
		}
		if a, b := w.moves(s.Order), w.moves(out.Order); !maps.Equal(a, b) {
			t.Errorf("mission %d: carried was %v, is %v", seed, a, b)
		}
	}
	t.Logf("of %d missions lifts wait on the way in %d, and in %d for nothing", missions, waiting, spared)
	if spared == 0 || spared == waiting {
		t.Errorf("of %d missions lifts wait on the way in %d, and in %d for nothing", missions, waiting, spared)
	}
}
