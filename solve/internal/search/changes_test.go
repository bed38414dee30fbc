package search

import (
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestChangesCarryEverythingOnce makes every change to plans of generated
// missions: whatever it leaves behind, it brings nothing to its end twice, and
// what goes by relay neither begins nor ends on the way, and nothing that leaves
// the theatre is taken back into it.
func TestChangesCarryEverythingOnce(t *testing.T) {
	missions := 300
	if testing.Short() {
		missions = 60
	}
	made := make([]int, len(changes()))
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 11))))
		if err != nil {
			t.Fatal(seed, err)
		}
		var stop atomic.Bool
		w := NewWorker(haul.NewProblem(n), uint64(seed), 0, &stop)
		s := w.Construct(1, func(*Solution) {})
		w.prices = pricesOf(w.p, s)
		for range 10 {
			w.store([]*Solution{s})
			for i, c := range changes() {
				if len(s.Order) == 0 {
					continue
				}
				order := c.of(w, s)
				if order == nil {
					continue
				}
				made[i]++
				for _, h := range order {
					if hop := &w.p.Hops[h.Hop]; n.Places[hop.From].Host || !n.Places[hop.To].Host {
						continue
					}
					for _, p := range h.Parts {
						if u := &n.Units[p.Unit]; n.Places[u.At].Host && !n.Places[u.To].Host && len(u.Via) == 0 {
							t.Fatalf("mission %d, change %d: %s goes back from %s to %s", seed, i, u.ID, n.Places[w.p.Hops[h.Hop].From].ID, n.Places[w.p.Hops[h.Hop].To].ID)
						}
					}
				}
				next := w.run(order)
				if next.Schedule.Score.Undelivered < 0 {
					t.Fatalf("mission %d, change %d: %d delivered twice", seed, i, -next.Schedule.Score.Undelivered)
				}
				if next.Schedule.Score.Undelivered <= s.Schedule.Score.Undelivered {
					s = next
				}
			}
		}
	}
	for i, n := range made {
		if n == 0 {
			t.Errorf("change %d was never made", i)
		}
	}
}
