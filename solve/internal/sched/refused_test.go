package sched_test

import (
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
	"sortie/solve/internal/search"
)

// TestNothingBetterIsRefused tries hauls on every lift: none may be refused
// untried that turns out better than another.
func TestNothingBetterIsRefused(t *testing.T) {
	missions, refused := 300, 0
	if testing.Short() {
		missions = 60
	}
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 29))))
		if err != nil {
			t.Fatal(seed, err)
		}
		var stop atomic.Bool
		p := haul.NewProblem(n)
		order := search.NewWorker(p, uint64(seed), 0, &stop).Construct(1, func(*search.Solution) {}).Order
		for last := 1; last <= min(3, len(order)); last++ {
			wrongly, rightly := sched.NewDecoder(p, &stop).Refused(order, last)
			if wrongly > 0 {
				t.Errorf("mission %d: of the last %d hauls %d trials are refused that are better", seed, last, wrongly)
			}
			refused += rightly
		}
	}
	if refused < missions {
		t.Errorf("of %d missions only %d trials were refused", missions, refused)
	}
}
