package search

import (
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
)

// TestWalkStandsWhereItsOrderLeads: the plan that a walk has come to, and the
// best that was found, are what a decoder makes of their orders that has
// scheduled nothing before.
func TestWalkStandsWhereItsOrderLeads(t *testing.T) {
	missions := 300
	if testing.Short() {
		missions = 60
	}
	walks := 0
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 19))))
		if err != nil {
			t.Fatal(seed, err)
		}
		walks += standsWhereItLeads(t, n, uint64(seed))
	}
	if walks += standsWhereItLeads(t, kazakhstan(t), 1); walks < missions {
		t.Errorf("%d walks over %d missions", walks, missions)
	}
}

func standsWhereItLeads(t *testing.T, n *network.Network, seed uint64) (walks int) {
	var stop atomic.Bool
	w := NewWorker(haul.NewProblem(n), seed, 0, &stop)
	best := w.Construct(1, func(*Solution) {})
	for range 10 {
		best = w.Improve(best, 20)
		anew := sched.NewDecoder(w.p, &stop)
		if got, want := fmt.Sprintf("%+v", best.Schedule), fmt.Sprintf("%+v", anew.Run(best.Order)); got != want {
			t.Fatalf("mission %d, the best:\n%s\n%s", seed, got, want)
		}
		if at := w.walk.at; at != nil && at != best {
			walks++
			var got, want sched.Schedule
			at.Schedule.Outline(&got) // it is all that is kept of some
			anew.Run(at.Order).Outline(&want)
			if got, want := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); got != want {
				t.Fatalf("mission %d, where the walk is:\n%s\n%s", seed, got, want)
			}
		}
	}
	return walks
}
