// Package solve plans missions: it puts people and equipment onto lifts and
// into convoys, to the minute and to the stowage of each vehicle, so that no
// rule of the contract is broken, and then makes the plan better for as long
// as it is let. It reads no file, clock or environment.
package solve

import (
	"context"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"sortie"
	"sortie/network"
	"sortie/solve/internal/haul"
	"sortie/solve/internal/sched"
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

	// Proven reports whether no plan that does as well in what ranks before closure
	// closes sooner: then the search goes on for fewer lift hours alone. It is called
	// often, and at the same time by several workers; nil: nobody knows. What is found
	// then depends on when it came to be proven, too.
	Proven func(p Progress) bool
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

// Plan finds a plan for the mission and improves it until the context ends or
// the iterations are used up. With the same seed, iterations and workers it
// finds the same plan on any machine. When the context ends before the first
// plan is ready, that one is completed.
func Plan(ctx context.Context, n *network.Network, o Options) (*Result, error) {
	var stop atomic.Bool
	p := haul.NewProblem(n)
	hire := func(i int) *search.Worker {
		w := search.NewWorker(p, o.Seed, uint64(i), &stop)
		if o.Proven != nil {
			w.Proven = func(score sched.Score) bool { return o.Proven(progress(n, score, 0)) }
		}
		return w
	}
	workers := []*search.Worker{hire(0)}
	tell := func(s *search.Solution, tried int) {
		if o.Progress != nil {
			told := progress(n, s.Schedule.Score, tried)
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
		tell(s, workers[0].Tried)
	})
	for len(workers) < o.Workers { // the first plan has not waited for these
		workers = append(workers, hire(len(workers)))
	}
	if o.From != nil {
		if s := workers[0].Adopt(o.From); s != nil && s.Schedule.Score.Compare(best.Schedule.Score) < 0 {
			best = s
			for _, w := range workers {
				w.Begin(best)
			}
			tell(best, workers[0].Tried)
		}
	}
	if left := o.Iterations - workers[0].Tried; o.Iterations == 0 || left > 0 {
		best = improve(ctx, workers, best, max(0, left), tell)
	}
	release()
	stop.Store(false)
	best = workers[0].Tidy(best)
	best = workers[0].Straight(best, search.Last)
	best = workers[0].Muster(best, search.Last)
	plan := emit(n, p, best)
	plan.Made.Seed = o.Seed
	out := &Result{Plan: plan, Lacking: best.Schedule.Score.Lacking > 0}
	for _, w := range workers {
		out.Iterations += w.Tried
	}
	return out, nil
}

func progress(n *network.Network, score sched.Score, iterations int) Progress {
	out := Progress{Undelivered: score.Undelivered, Late: score.Late, Tardiness: score.Tardiness, Iterations: iterations}
	if score.Closure > network.Past {
		out.Closure = score.Closure.Time(n.Zone)
	}
	return out
}
