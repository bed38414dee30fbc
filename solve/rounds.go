package solve

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"

	"sortie/solve/internal/search"
)

// size is how many schedules each worker tries in a round, after which the best
// plans are exchanged; large missions exchange after fewer.
func size(hauls int) int { return min(400, max(4, 20000/(hauls+1))) }

// ahead is by how many rounds a worker may be ahead of another; on large missions,
// whose schedules take long, by fewer. What it begins a
// round with is the best that it has found itself, and that all had found so
// many rounds before: so what one finds does not depend on how fast another is,
// and yet none waits for another that makes a plan anew. Where there are several workers
// a round has but a part of its schedules, one in sooner, since the best is known later.
const (
	ahead  = 24
	sooner = 3
)

// round is a number of schedules for each worker to try.
type round struct {
	size  int
	best  *search.Solution // of all workers, some rounds before
	ended sync.WaitGroup
	// By worker: the best that it has found so far, how many schedules it has tried, and
	// what it panicked with.
	found []*search.Solution
	tried []int
	fault []any
}

// improve lets every worker search around the best plan in rounds, until the
// context ends or the iterations are used up, and returns the best that they
// find. Those that are better than the best before are told of, with the schedules
// tried until then.
func improve(ctx context.Context, workers []*search.Worker, best *search.Solution, iterations int, tell func(*search.Solution, int)) *search.Solution {
	if len(best.Order) == 0 && iterations == 0 {
		iterations = 100 * len(workers) // nothing can move: do not wait for the end
	}
	apart, part := min(ahead, size(len(best.Order))), sooner
	if len(workers) == 1 {
		apart, part = 0, 1 // it has nobody to wait for
	}
	var working sync.WaitGroup
	tasks := make([]chan *round, len(workers))
	for i, w := range workers {
		tasks[i] = make(chan *round, apart+1)
		working.Go(func() { work(ctx, w, i, tasks[i]) })
	}
	defer working.Wait()
	defer func() {
		for _, c := range tasks {
			close(c)
		}
	}()
	settle := func(r *round) {
		r.ended.Wait()
		better, tried := false, 0
		for i, s := range r.found {
			if r.fault[i] != nil {
				panic(r.fault[i]) // where the caller can recover from it
			}
			tried += r.tried[i]
			if s.Schedule.Score.Compare(best.Schedule.Score) < 0 {
				best, better = s, true
			}
		}
		if better {
			tell(best, tried)
		}
	}
	var open []*round
	for left := iterations; ctx.Err() == nil && (iterations == 0 || left > 0); {
		if len(open) > apart {
			settle(open[0])
			open = open[1:]
			continue
		}
		r := &round{size: max(1, size(len(best.Order))/part), best: best, found: make([]*search.Solution, len(workers)), tried: make([]int, len(workers)), fault: make([]any, len(workers))}
		if iterations > 0 {
			r.size = min(r.size, (left+len(workers)-1)/len(workers))
			left -= r.size * len(workers)
		}
		r.ended.Add(len(workers))
		open = append(open, r)
		for _, c := range tasks {
			c <- r
		}
	}
	for _, r := range open {
		settle(r)
	}
	return best
}

// work is what a worker does of each round.
func work(ctx context.Context, w *search.Worker, i int, rounds <-chan *round) {
	var own *search.Solution
	for r := range rounds {
		func() {
			defer r.ended.Done()
			defer func() {
				if fault := recover(); fault != nil {
					r.fault[i] = fmt.Sprintf("%v\n%s", fault, debug.Stack())
				}
			}()
			if own == nil || r.best.Schedule.Score.Compare(own.Schedule.Score) <= 0 {
				own = r.best
			}
			if ctx.Err() == nil {
				own = w.Improve(own, r.size)
			}
			r.found[i], r.tried[i] = own, w.Tried
		}()
	}
}
