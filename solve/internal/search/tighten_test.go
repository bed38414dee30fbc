package search

import (
	"maps"
	"math"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestTightenedLoads: hauls that are loaded anew carry what they carried, cost
// less by what is said to be saved, and in some missions something is.
func TestTightenedLoads(t *testing.T) {
	spared := 0
	for seed := range 100 {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 11))))
		if err != nil {
			t.Fatal(seed, err)
		}
		var stop atomic.Bool
		w := NewWorker(haul.NewProblem(n), uint64(seed), 0, &stop)
		s := w.Construct(1, func(*Solution) {})
		pr := pricesOf(w.p, s)
		for i, h := range s.Order {
			if w.p.Hops[h.Hop].Convoy {
				continue
			}
			tariff := w.tariff(h.Hop, pr)
			before := w.pick(s.Order, w.alongside(s.Order, i))
			after, saved := w.tightened(h.Hop, before, tariff)
			if a, b := contents(before), contents(after); !maps.Equal(a, b) {
				t.Fatalf("mission %d: %v became %v", seed, a, b)
			}
			was, _ := tariff.bill(before)
			is, _ := tariff.bill(after)
			if saved < -small || math.Abs(was-is-saved) > 1e-3 {
				t.Fatalf("mission %d: %g is said to be saved of %g, which is %g now", seed, saved, was, is)
			}
			if saved > small {
				spared++
			}
		}
	}
	if spared == 0 {
		t.Error("nothing was ever saved")
	}
}

// contents is how many of each kind of each unit some hauls carry.
func contents(hauls []*haul.Haul) map[haul.Part]int {
	out := map[haul.Part]int{}
	for _, h := range hauls {
		for _, p := range h.Parts {
			out[haul.Part{Unit: p.Unit, Kind: p.Kind}] += p.N
		}
	}
	return out
}
