// Package solve plans missions: it puts people and equipment onto lifts and
// into convoys, to the minute and to the stowage of each vehicle, so that no
// rule of the contract is broken, and then makes the plan better for as long
// as it is let. It reads no file, clock or environment.
package solve

import (
	"context"
	"fmt"
	"math"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"sortie"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/search"
)

// Options say how to plan. The zero value plans with seed 0 on one core until
// the context ends.
type Options struct {
	Seed       uint64           // of all randomness
	Workers    int              // cores; less than one is one
	Iterations int              // schedules to try over all workers; 0: until the context ends
	From       *sortie.Plan     // a plan to start from
	Progress   func(p Progress) // called with each better plan, one call at a time
}

// Progress is how far the planner has come.
type Progress struct {
	Closure     time.Time // of the best plan; zero while nothing is delivered
	Undelivered int       // people and items
	Late        int
	Tardiness   int        // minutes past due, weighted as the objective weighs them
	Bound       *time.Time // no plan that does as well in all of the above closes sooner; nil while there is no proof
	Iterations  int        // schedules tried

	// Plan writes the plan as it stands, which takes a while where it is large.
	// It may be called at any time, also while the search goes on. The plan's
	// verdict and hash are left open, and tidying is still to come.
	Plan func() *sortie.Plan
}

// Result is the best plan found. The plan's verdict and hash are left for the
// verifier and whoever writes files.
type Result struct {
	Plan       *sortie.Plan
	Lacking    bool // people lack where a task or floor needs them: no plan found keeps every rule
	Iterations int
}

// round is how many schedules each worker tries between two exchanges of the
// best plan; large missions exchange after fewer.
func round(hauls int) int { return min(400, max(4, 20000/(hauls+1))) }

// Plan finds a plan for the mission and improves it until the context ends or
// the iterations are used up. With the same seed, iterations and workers it
// finds the same plan on any machine. When the context ends before the first
// plan is ready, that one is completed.
func Plan(ctx context.Context, n *network.Network, o Options) (*Result, error) {
	var stop atomic.Bool
	p := haul.NewProblem(n)
	workers := make([]*search.Worker, max(1, o.Workers))
	for i := range workers {
		workers[i] = search.NewWorker(p, o.Seed, uint64(i), &stop)
	}
	tell := func(s *search.Solution) {
		if o.Progress != nil {
			told := progress(n, s, tried(workers))
			told.Plan = func() *sortie.Plan { return emit(n, p, s) }
			o.Progress(told)
		}
	}
	most := o.Iterations
	if most == 0 {
		most = math.MaxInt
	}
	// The first plan is completed in any case, and those after it while people
	// lack where they must be; only then may the end stop it.
	release := func() bool { return true }
	var once sync.Once
	best := workers[0].Construct(most, func(s *search.Solution) {
		if s.Schedule.Score.Lacking == 0 {
			once.Do(func() { release = context.AfterFunc(ctx, func() { stop.Store(true) }) })
		}
		tell(s)
	})
	if o.From != nil {
		if s := workers[0].Adopt(o.From); s != nil && s.Schedule.Score.Compare(best.Schedule.Score) < 0 {
			best = s
			tell(best)
		}
	}
	if o.Iterations > 0 {
		o.Iterations = max(0, o.Iterations-workers[0].Tried)
	}
	if o.Iterations > 0 || most == math.MaxInt {
		improve(ctx, workers, &best, o, tell)
	}
	release()
	stop.Store(false)
	best = workers[0].Tidy(best)
	plan := emit(n, p, best)
	plan.Made.Seed = o.Seed
	return &Result{Plan: plan, Lacking: best.Schedule.Score.Lacking > 0, Iterations: tried(workers)}, nil
}

func tried(workers []*search.Worker) int {
	n := 0
	for _, w := range workers {
		n += w.Tried
	}
	return n
}

// improve lets every worker search around the best plan in rounds. A round
// ends for all of them before the next begins, so that what one finds does not
// depend on how fast another is.
func improve(ctx context.Context, workers []*search.Worker, best **search.Solution, o Options, tell func(*search.Solution)) {
	if len((*best).Order) == 0 && o.Iterations == 0 {
		o.Iterations = 100 * len(workers) // nothing can move: do not wait for the end
	}
	left := o.Iterations
	found := make([]*search.Solution, len(workers))
	for ctx.Err() == nil && (o.Iterations == 0 || left > 0) {
		size := round(len((*best).Order))
		if o.Iterations > 0 {
			size = min(size, (left+len(workers)-1)/len(workers))
			left -= size * len(workers)
		}
		var wait sync.WaitGroup
		faults := make([]any, len(workers))
		for i, w := range workers {
			wait.Go(func() {
				defer func() {
					if fault := recover(); fault != nil {
						faults[i] = fmt.Sprintf("%v\n%s", fault, debug.Stack())
					}
				}()
				found[i] = w.Improve(*best, size)
			})
		}
		wait.Wait()
		for _, fault := range faults {
			if fault != nil {
				panic(fault) // where the caller can recover from it
			}
		}
		better := false
		for _, s := range found {
			if s.Schedule.Score.Compare((*best).Schedule.Score) < 0 {
				*best, better = s, true
			}
		}
		if better {
			tell(*best)
		}
	}
}

func progress(n *network.Network, s *search.Solution, iterations int) Progress {
	score := s.Schedule.Score
	out := Progress{Undelivered: score.Undelivered, Late: score.Late, Tardiness: score.Tardiness, Iterations: iterations}
	if score.Closure > network.Past {
		out.Closure = score.Closure.Time(n.Zone)
	}
	return out
}
