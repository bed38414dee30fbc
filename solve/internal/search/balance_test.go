package search

import (
	"slices"
	"sync/atomic"
	"testing"

	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve/internal/haul"
)

// large is a worker on a generated mission with so many people.
func large(t *testing.T, people int, stop *atomic.Bool) *Worker {
	t.Helper()
	n, err := network.Compile(gen.Large(1, people))
	if err != nil {
		t.Fatal(err)
	}
	return NewWorker(haul.NewProblem(n), 1, 0, stop)
}

// TestBalancePutsTheLastFlowSooner: all hauls are there once, and those of the
// flow that ends last stand before more of the others than when they began to
// load.
func TestBalancePutsTheLastFlowSooner(t *testing.T) {
	var stop atomic.Bool
	w := large(t, 4000, &stop)
	s := w.Construct(1, func(*Solution) {})
	last := 0
	for i, done := range s.Schedule.Done {
		if done > s.Schedule.Done[last] {
			last = i
		}
	}
	late := w.flow(s.Order[last].Parts[0])
	places := func(order []*haul.Haul) (sum int) {
		for i, h := range order {
			if slices.ContainsFunc(h.Parts, func(p haul.Part) bool { return w.flow(p) == late }) {
				sum += i
			}
		}
		return sum
	}
	before := byStart(s)
	for range 20 {
		after := w.balance(s)
		if places(after) >= places(before) {
			t.Errorf("the hauls of the last flow stand at %d in sum, before at %d", places(after), places(before))
		}
		count := map[*haul.Haul]int{}
		for i := range after {
			count[after[i]]++
			count[before[i]]--
		}
		for h, n := range count {
			if n != 0 {
				t.Fatalf("%v is there %d times too often", h.Parts, n)
			}
		}
	}
}

// TestLargeMissionsAreBalanced: where there are many hauls a few schedules bring
// the plan hours nearer to its bound.
func TestLargeMissionsAreBalanced(t *testing.T) {
	var stop atomic.Bool
	w := large(t, 40000, &stop)
	first := w.Construct(1, func(*Solution) {})
	if len(first.Order) <= many {
		t.Fatalf("%d hauls are not many", len(first.Order))
	}
	best := w.Improve(first, 12)
	if gained := first.Schedule.Score.Closure - best.Schedule.Score.Closure; gained < 6*60 {
		t.Errorf("gained %d minutes", gained)
	}
}

// TestConstructEndsWhenStopped: what is stopped once there is a plan builds no
// other.
func TestConstructEndsWhenStopped(t *testing.T) {
	var stop atomic.Bool
	w := large(t, 4000, &stop)
	packed := 0
	w.Construct(100, func(*Solution) {
		stop.Store(true)
		packed = w.build.packed
	})
	if w.build.packed != packed || packed == 0 {
		t.Errorf("%d loads were tried for the first plan, and %d in all", packed, w.build.packed)
	}
}
