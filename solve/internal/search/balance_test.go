package search

import (
	"fmt"
	"maps"
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

// inTime is a solution with its hauls in the order in which they begin to load.
func inTime(s *Solution) *Solution {
	index := make([]int, len(s.Order))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return int(s.Schedule.First[a] - s.Schedule.First[b]) })
	out := &Solution{Schedule: s.Schedule.Clone()}
	for k, i := range index {
		out.Order = append(out.Order, s.Order[i])
		out.Schedule.First[k], out.Schedule.Done[k] = s.Schedule.First[i], s.Schedule.Done[i]
	}
	return out
}

// carries is how much of what goes over each hop.
func carries(order []*haul.Haul) map[string]int {
	out := map[string]int{}
	for _, h := range order {
		for _, p := range h.Parts {
			out[fmt.Sprint(h.Hop, p.Unit, p.Kind)] += p.N
		}
	}
	return out
}

// TestBalancePutsTheLastFlowSooner: all hauls are there once, and those of the
// flow that ends last stand sooner among the others than they began to load, more
// often than not.
func TestBalancePutsTheLastFlowSooner(t *testing.T) {
	var stop atomic.Bool
	w := large(t, 4000, &stop)
	s := inTime(w.Construct(1, func(*Solution) {}))
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
	const tries = 40
	sooner := 0
	for range tries {
		after := w.balance(s)
		if places(after) < places(s.Order) {
			sooner++
		}
		count := map[*haul.Haul]int{}
		for i := range after {
			count[after[i]]++
			count[s.Order[i]]--
		}
		for h, n := range count {
			if n != 0 {
				t.Fatalf("%v is there %d times too often", h.Parts, n)
			}
		}
	}
	if 2*sooner < tries {
		t.Errorf("sooner in %d of %d tries", sooner, tries)
	}
}

// TestRelieveLoadsByOtherTypes: all is carried over the same hops, and fewer
// hauls need the type of lift that was relieved.
func TestRelieveLoadsByOtherTypes(t *testing.T) {
	var stop atomic.Bool
	w := large(t, 20000, &stop)
	s := w.Construct(1, func(*Solution) {})
	before := map[network.TypeIndex]int{}
	for _, h := range s.Order {
		if typ, ok := w.needs(h); ok {
			before[typ]++
		}
	}
	made := 0
	for range 200 {
		order := w.relieve(s)
		if order == nil {
			continue
		}
		made++
		if !maps.Equal(carries(order), carries(s.Order)) {
			t.Fatal("it is not the same that is carried")
		}
		fewer := 0
		for _, h := range order {
			if typ, ok := w.needs(h); ok {
				before[typ]--
			}
		}
		for typ, n := range before {
			if n > 0 {
				fewer++
			}
			before[typ] = 0
		}
		for _, h := range s.Order {
			if typ, ok := w.needs(h); ok {
				before[typ]++
			}
		}
		if fewer == 0 {
			t.Fatal("no type of lift is needed less")
		}
	}
	if made < 20 {
		t.Errorf("made %d times", made)
	}
}

// TestLargeMissionsAreBalanced: where there are many hauls a few schedules bring
// the plan hours nearer to its bound, over some seeds together.
func TestLargeMissionsAreBalanced(t *testing.T) {
	var stop atomic.Bool
	p := large(t, 40000, &stop).p
	const seeds = 3
	gained := 0
	for seed := range uint64(seeds) {
		w := NewWorker(p, seed, 0, &stop)
		first := w.Construct(1, func(*Solution) {})
		if len(first.Order) <= many {
			t.Fatalf("%d hauls are not many", len(first.Order))
		}
		best := w.Improve(first, 24)
		gained += int(first.Schedule.Score.Closure - best.Schedule.Score.Closure)
	}
	if gained < seeds*4*60 {
		t.Errorf("gained %d minutes in %d tries", gained, seeds)
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
