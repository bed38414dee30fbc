package jobs

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

// Times of a task.
const (
	beatEvery = 250 * time.Millisecond // how often there may be news to tell
	beatLeast = time.Second            // how often there is, and the lease is renewed; less where that is short
	keepEvery = time.Second            // how often the best plan is kept
	grace     = 700 * time.Millisecond // how long the planner may take to end before the best plan so far is taken
	overtime  = 2 * time.Minute        // how long it may go on after its time, as it does until it has a first plan
)

// task is a run that this process works on.
type task struct {
	q      *Queue
	id     string
	claim  string
	by     string
	h      held // as we last wrote or saw it
	feed   *feed
	round  uint64 // searches of this run so far, over all workers
	opened *opened
	log    *slog.Logger
	told   time.Time // when the run was last written

	// Of the worker's goroutine.
	cores int
	sized time.Time
	sizes chan int
}

// roundsPerTry keeps the seeds of one worker's searches apart from the next one's.
const roundsPerTry = 1 << 16

func newTask(w *worker, h held, cores int) *task {
	return &task{q: w.q, id: h.ID, claim: h.Claim, by: w.config.By, h: h, round: roundsPerTry * uint64(h.Tries-1),
		log: w.q.config.Log.With("run", h.ID, "mission", h.Mission, "worker", w.config.Name), told: time.Now(),
		cores: cores, sized: time.Now(), sizes: make(chan int, 1)}
}

// resize lets the run go on with as many cores.
func (t *task) resize(cores int) {
	select { // one that has not been heard yet is void
	case <-t.sizes:
	default:
	}
	t.cores, t.sized = cores, time.Now()
	t.sizes <- cores
}

// run works until the run has ended, is another's or the context ends.
func (t *task) run(ctx context.Context) {
	t.feed = t.q.mirror.subscribe(func(r *record) bool { return r.ID == t.id })
	defer t.q.mirror.unsubscribe(t.feed)
	t.log.Info("run begins", "try", t.h.Tries, "cores", t.cores)
	for cores := t.cores; cores > 0; {
		cores = t.search(ctx, cores)
	}
	t.log.Info("run leaves this worker", "state", string(t.h.State), "seconds", t.h.Progress.Seconds)
}

// search searches with as many cores, and returns with how many to go on; 0: the
// run is no longer ours.
func (t *task) search(ctx context.Context, cores int) (next int) {
	s := t.begin(cores)
	defer s.cancel(errLost)
	k := keeper{s: s}
	beat := time.NewTicker(min(beatEvery, t.q.config.Lease/8))
	defer beat.Stop()
	left, _ := t.h.left()
	hard := time.After(left + overtime)
	var late <-chan time.Time
	end := func(why error) {
		s.cancel(why)
		if late == nil {
			late = time.After(grace)
		}
	}
	shut := ctx.Done()
	for {
		if t.h.State == Stopping {
			end(errStopped)
		}
		select {
		case out := <-s.result:
			return t.finish(ctx, s, &k, out, next)
		case <-late:
			if out, ok := k.soFar(); ok || ctx.Err() != nil {
				return t.finish(ctx, s, &k, out, next)
			}
		case <-hard:
			out, ok := k.soFar()
			if !ok {
				out.reason = reasonTime
			}
			s.cancel(errStopped)
			return t.finish(ctx, s, &k, out, next)
		case <-shut:
			shut = nil
			end(errShut)
		case next = <-t.sizes:
			s.cancel(errResized)
		case <-t.feed.signal:
			for _, h := range t.feed.take() {
				if h.rev > t.h.rev && h.Claim == t.claim {
					t.h = h
				}
			}
		case kept := <-k.done:
			if errors.Is(t.adopt(ctx, k.took(kept)), errLost) {
				return 0
			}
		case <-beat.C:
			if errors.Is(t.beat(ctx, s.progress()), errLost) {
				return 0
			}
			k.keep()
		}
	}
}

// finish writes what came of a search, and returns with how many cores to go on.
func (t *task) finish(ctx context.Context, s *search, k *keeper, out outcome, next int) int {
	if k.busy {
		t.adopt(ctx, k.took(<-k.done)) //nolint:errcheck // what follows says so again
	}
	if out.err != nil && !out.reason.IsZero() {
		t.log.Error("the run cannot go on", "error", out.err)
	}
	object, progress, err := t.last(ctx, s, out)
	if err != nil {
		t.log.Warn("the run is left to another", "error", err)
		return 0
	}
	cause := context.Cause(s.ctx)
	was, over := t.h.Best, false
	for {
		err := t.write(ctx, func(r *record) {
			r.Progress = progress
			if object != "" {
				r.Best, r.Kept = object, progress
			}
			switch over = true; {
			case !out.reason.IsZero():
				r.end(t.q.config.now(), out.reason)
			case r.State == Stopping, cause == nil && out.err == nil, errors.Is(cause, errStopped), r.spent() && r.Best != "":
				r.end(t.q.config.now(), noReason)
			case ctx.Err() != nil, out.err != nil:
				r.handBack()
			default:
				over, r.Cores = false, max(next, 1)
			}
		})
		switch {
		case away(err) && pause(ctx):
			continue
		case err != nil: // it may have been written all the same: the plan stays, until it is swept up if no run has it
			t.log.Warn("the run is left to another", "error", err)
			return 0
		}
		break
	}
	t.tidy(context.WithoutCancel(ctx), was)
	if over {
		return 0
	}
	if out.plan != nil {
		t.opened.from = out.plan
	}
	return max(next, 1)
}

// last keeps the plan of a search that has ended, unless a better one is kept
// already, and returns how far the run has come with the best. It tries for as
// long as the context lasts: the plan may have taken an hour.
func (t *task) last(ctx context.Context, s *search, out outcome) (object string, p Progress, err error) {
	at := s.progress()
	p = t.h.Kept
	if out.plan != nil {
		if now := judged(out.plan.Verdict); t.h.Best == "" || now.compare(p) <= 0 {
			for object, err = s.write(ctx, out.plan); away(err) && pause(ctx); {
				object, err = s.write(ctx, out.plan)
			}
			p = now
		}
	}
	if p.Bound == nil && p.Planned && p.compare(at) == 0 {
		p.Bound, p.Gap = at.Bound, at.Gap
	}
	p.Seconds, p.Iterations = at.Seconds, at.Iterations
	if out.spent > 0 {
		p.Iterations = s.run.Progress.Iterations + out.spent
	}
	return object, p, err
}

// tidy removes objects that the run no longer needs.
func (t *task) tidy(ctx context.Context, was string) {
	if was != t.h.Best {
		t.q.dropBodies(ctx, was)
	}
	if t.h.State.ended() {
		t.q.dropBodies(ctx, t.h.missionObject())
		if t.h.HasFrom {
			t.q.dropBodies(ctx, t.h.fromObject())
		}
	}
}

// beat tells how far the run has come, where that is news or the lease wants it.
func (t *task) beat(ctx context.Context, p Progress) error {
	was := t.h.Progress
	news := p.compare(was) != 0 || !closing(p.Bound).Equal(closing(was.Bound))
	if !news && time.Since(t.told) < min(beatLeast, t.q.config.Lease/4) {
		return nil
	}
	return t.write(ctx, func(r *record) { r.Progress = p })
}

// adopt takes a plan that was kept into the run.
func (t *task) adopt(ctx context.Context, k kept) error {
	if k.object == "" {
		return nil
	}
	was := t.h.Best
	err := t.write(ctx, func(r *record) { r.Best, r.Kept = k.object, k.progress })
	if err == nil { // else it may have been written all the same
		t.q.dropBodies(ctx, was)
	}
	return err
}

// away reports whether what failed may go well later.
func away(err error) bool { return errors.Is(err, ErrAway) || errors.Is(err, ErrFull) }

// shutTime is how long a worker that ends tries to hand a run back.
const shutTime = 5 * time.Second

// write changes the run while it is ours, and returns errLost where it no longer
// is. Where the context has ended there is a little time left.
func (t *task) write(ctx context.Context, f func(*record)) error {
	if ctx.Err() != nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.WithoutCancel(ctx), shutTime)
		defer cancel()
	}
	for {
		next := t.h
		f(&next.record)
		h, err := t.q.update(ctx, next)
		if err == nil {
			t.h, t.told = h, time.Now()
			return nil
		}
		if !errors.Is(err, errChanged) {
			return err
		}
		if h, err = t.q.reload(ctx, t.id); err != nil && !errors.Is(err, ErrNotFound) {
			return err
		}
		if err != nil || h.Claim != t.claim {
			return errLost
		}
		t.h = h
	}
}
