package jobs

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"sortie"
	"sortie/internal/planning"
	"sortie/missionfile"
	"sortie/solve"
)

// keeper keeps the best plan of a search now and then, beside it.
type keeper struct {
	s     *search
	done  chan kept
	busy  bool
	found int // better plans that the search had found when one was last kept
	last  time.Time
	cost  time.Duration // of keeping one
}

// kept is a plan that JetStream has; without an object there is none.
type kept struct {
	object   string
	progress Progress
}

// keep begins to keep the best plan where there is a better one than last time
// and it is time: large plans take long to write and to verify.
func (k *keeper) keep() {
	if k.last.IsZero() {
		k.last = k.s.begun
	}
	k.s.mu.Lock()
	latest, found := k.s.latest, k.s.found
	k.s.mu.Unlock()
	if k.busy || found == k.found || time.Since(k.last) < max(keepEvery, 10*k.cost) {
		return
	}
	if b := k.s.t.h; b.Best != "" && told(latest).compare(b.Kept) >= 0 {
		return
	}
	k.busy, k.found, k.last, k.done = true, found, time.Now(), make(chan kept, 1)
	go func() { k.done <- k.s.keep(latest) }()
}

// took notes that keeping has ended.
func (k *keeper) took(out kept) kept {
	k.busy, k.cost, k.last = false, time.Since(k.last), time.Now()
	return out
}

// keep verifies a plan and keeps it. One that breaks a rule is not kept.
func (s *search) keep(latest *solve.Progress) (out kept) {
	defer func() {
		if fault := recover(); fault != nil {
			s.t.log.Error("the best plan could not be written", "panic", fmt.Sprint(fault), "stack", string(debug.Stack()))
			out = kept{}
		}
	}()
	plan, ok := s.written(latest)
	if !ok {
		return kept{}
	}
	object, err := s.write(context.WithoutCancel(s.ctx), plan)
	if err != nil {
		s.t.log.Warn("the best plan could not be kept", "error", err)
		return kept{}
	}
	return kept{object, judged(plan.Verdict)}
}

// written is the plan as the search has it, and whether it keeps every rule.
func (s *search) written(latest *solve.Progress) (*sortie.Plan, bool) {
	o := s.t.opened
	plan := latest.Plan()
	plan.MissionSHA256 = o.hash
	plan.Made = sortie.Made{By: s.t.by, Seed: s.seed, Seconds: s.run.Progress.Seconds + time.Since(s.begun).Round(10*time.Millisecond).Seconds()}
	report := planning.Judge(o.mission, plan)
	return plan, len(report.Breaches) == 0 && len(report.Differences) == 0
}

// soFar is the best plan while the search goes on, or nothing where that is kept
// already; false where there is none.
func (k *keeper) soFar() (outcome, bool) {
	k.s.mu.Lock()
	latest, found := k.s.latest, k.s.found
	k.s.mu.Unlock()
	has := k.s.t.h.Best != ""
	if latest == nil || has && !k.busy && found == k.found {
		return outcome{}, has
	}
	plan, ok := k.s.written(latest)
	if !ok {
		return outcome{}, has
	}
	return outcome{plan: plan}, true
}

// write keeps a plan as an object.
func (s *search) write(ctx context.Context, plan *sortie.Plan) (object string, err error) {
	data, err := missionfile.MarshalPlan(plan)
	if err != nil {
		return "", err
	}
	if ctx.Err() != nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.WithoutCancel(ctx), shutTime)
		defer cancel()
	}
	object = s.run.planObject()
	return object, s.t.q.putBody(ctx, object, data)
}
