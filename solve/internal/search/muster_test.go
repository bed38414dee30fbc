package search

import (
	"maps"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// TestMusterBringsUnitsTogether: units travel in fewer pieces, everything goes the
// same way as before, and nothing that ranks higher gets worse.
func TestMusterBringsUnitsTogether(t *testing.T) {
	n := kazakhstan(t)
	before, after := mustered(t, n, 1, 2000)
	if after.Pieces >= before.Pieces {
		t.Errorf("Kazakhstan: %d pieces, of %d", after.Pieces, before.Pieces)
	}
	missions, fewer := 200, 0
	if testing.Short() {
		missions = 40
	}
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 23))))
		if err != nil {
			t.Fatal(seed, err)
		}
		if before, after := mustered(t, n, uint64(seed), 50); after.Pieces < before.Pieces {
			fewer++
		}
	}
	if fewer == 0 {
		t.Errorf("fewer pieces in none of %d missions", missions)
	}
}

func mustered(t *testing.T, n *network.Network, seed uint64, steps int) (before, after sched.Score) {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(n), seed, 0, &stop)
	s := w.Improve(w.Construct(1, func(*Solution) {}), steps)
	out := w.Muster(s, Last)
	before, after = s.Schedule.Score, out.Schedule.Score
	if a, b := w.moves(s.Order), w.moves(out.Order); !maps.Equal(a, b) {
		t.Errorf("mission %d: carried was %v, is %v", seed, a, b)
	}
	if out != s && after.Compare(before) >= 0 || after.Under > before.Under || after.Closure > before.Closure {
		t.Errorf("mission %d: %+v, was %+v", seed, after, before)
	}
	return before, after
}
