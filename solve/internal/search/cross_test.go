package search

import (
	"maps"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// TestCrossTakesUnitsWhole: of two plans that are crossed, what is carried of each
// unit is carried as in one of them, in the order in which it is there, and it is
// the second for the groups that are taken from it alone.
func TestCrossTakesUnitsWhole(t *testing.T) {
	const missions = 200
	crossed := 0
	for seed := range missions {
		n, err := network.Compile(gen.Small(rand.New(rand.NewPCG(uint64(seed), 37))))
		if err != nil {
			t.Fatal(seed, err)
		}
		var stop atomic.Bool
		w := NewWorker(haul.NewProblem(n), uint64(seed), 0, &stop)
		first := w.Construct(1, func(*Solution) {})
		second := w.Improve(w.run(first.Order), 100)
		groups := w.groups(first, second)
		from := map[group]bool{}
		order := w.cross(first, second, groups, func(g group) bool {
			from[g] = w.r.IntN(2) == 0
			return from[g]
		})
		if order == nil {
			continue
		}
		crossed++
		for u := range n.Units {
			unit := network.UnitIndex(u)
			want := byStart(first)
			if from[groups[u]] {
				want = byStart(second)
			}
			if got := haulsOf(order, unit); !slices.Equal(got, haulsOf(want, unit)) {
				t.Errorf("mission %d: %s goes in %d hauls, in the plan that it was taken from in %d", seed, n.Units[u].ID, len(got), len(haulsOf(want, unit)))
			}
		}
		_, net := flowsOf(w.p, order)
		if _, want := flowsOf(w.p, first.Order); first.Schedule.Score.Undelivered+second.Schedule.Score.Undelivered == 0 && !maps.Equal(net, want) {
			t.Errorf("mission %d: %v crossed, %v before", seed, net, want)
		}
	}
	if crossed < missions/10 {
		t.Errorf("%d of %d missions crossed", crossed, missions)
	}
}

func haulsOf(order []*haul.Haul, unit network.UnitIndex) []*haul.Haul {
	var out []*haul.Haul
	for _, h := range order {
		if slices.ContainsFunc(h.Parts, func(p haul.Part) bool { return p.Unit == unit }) {
			out = append(out, h)
		}
	}
	return out
}
