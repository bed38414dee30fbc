package jobs

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"sortie"
	"sortie/internal/lang"
	"sortie/internal/planning"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

// Why a search is told to end before its time.
var (
	errStopped = errors.New("the run is to stop")
	errShut    = errors.New("the worker ends")
	errResized = errors.New("the run gets other cores")
	errLost    = errors.New("another worker has the run")
)

// opened is a mission that is ready to be planned.
type opened struct {
	mission *sortie.Mission
	network *network.Network
	hash    string
	from    *sortie.Plan
}

// outcome is what came of a search.
type outcome struct {
	plan   *sortie.Plan // with the verifier's verdict; nil where there is none
	spent  int          // iterations
	reason lang.Text    // why there can be no plan; zero where there can
	err    error        // what the operator should know of it
}

// search is one search for plans, in goroutines of its own.
type search struct {
	t      *task
	run    record // as it was when the search began
	cores  int
	seed   uint64
	ctx    context.Context
	cancel context.CancelCauseFunc
	begun  time.Time
	result chan outcome

	mu     sync.Mutex
	latest *solve.Progress
	found  int // better plans so far
}

// begin starts a search; the first one opens the mission. Each walks its own way.
func (t *task) begin(cores int) *search {
	s := &search{t: t, run: t.h.record, cores: cores, seed: t.h.Seed + t.round, begun: time.Now(), result: make(chan outcome, 1)}
	t.round++
	s.ctx, s.cancel = context.WithCancelCause(context.Background())
	go func() {
		s.result <- s.guarded()
	}()
	return s
}

// guarded is the search, with panics of the planner as outcomes.
func (s *search) guarded() (out outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			out = outcome{reason: reasonFault, err: fmt.Errorf("panic: %v\n%s", fault, debug.Stack())}
		}
	}()
	if s.t.opened == nil {
		o, out := s.open()
		if o == nil {
			return out
		}
		s.t.opened = o
	}
	return s.plan(s.t.opened)
}

// open reads the run's mission and what it starts from. Nothing of it is taken on
// trust: whoever may write to JetStream could have put it there.
func (s *search) open() (*opened, outcome) {
	q := s.t.q
	data, err := q.body(s.ctx, s.run.missionObject())
	if err != nil {
		return nil, outcome{err: err, reason: given(err)}
	}
	f := missionfile.Parse("mission.json", data, nil)
	if f.Failed() || f.Mission == nil {
		return nil, outcome{reason: reasonMission}
	}
	o := &opened{mission: f.Mission}
	if o.network, err = network.Compile(o.mission); err != nil {
		return nil, outcome{reason: reasonMission, err: err}
	}
	if o.hash, err = missionfile.SHA256(o.mission); err != nil {
		return nil, outcome{reason: reasonMission, err: err}
	}
	from := s.run.Best
	if from == "" && s.run.HasFrom {
		from = s.run.fromObject()
	}
	if from == "" {
		return o, outcome{}
	}
	if data, err = q.body(s.ctx, from); err != nil {
		return nil, outcome{err: err, reason: given(err)}
	}
	plan, found := missionfile.ReadPlan("plan.json", data)
	for _, d := range found {
		if d.Severity == sortie.Error {
			plan = nil
		}
	}
	if plan == nil {
		return nil, outcome{reason: reasonFrom}
	}
	o.from = plan
	return o, outcome{}
}

// given is why a run fails whose body cannot be read; zero where JetStream may
// be able to tell later.
func given(err error) lang.Text {
	if errors.Is(err, ErrNotFound) || errors.Is(err, ErrLimit) {
		return reasonLost
	}
	return noReason
}

func (s *search) plan(o *opened) outcome {
	left, iterations := s.run.left()
	if s.run.Iterations > 0 {
		iterations = max(1, iterations)
	}
	planned, err := planning.Plan(s.ctx, o.mission, o.network, planning.Options{
		By: s.t.by, Begun: s.begun.Add(-spell(s.run.Progress.Seconds)), For: max(left, time.Millisecond), Iterations: iterations,
		Seed: s.seed, Workers: s.cores, From: o.from, Progress: s.update,
	})
	switch {
	case err != nil:
		return outcome{reason: reasonFault, err: err}
	case planned.Broken():
		return outcome{reason: reasonFault, err: fmt.Errorf("the planner broke a rule, with seed %d: %v %v", s.run.Seed+s.t.round, planned.Report.Breaches, planned.Report.Differences)}
	}
	return outcome{plan: planned.Plan, spent: planned.Iterations}
}

func spell(seconds float64) time.Duration { return time.Duration(seconds * float64(time.Second)) }

// update takes a better plan or bound.
func (s *search) update(p solve.Progress) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.latest == nil || told(&p).compare(told(s.latest)) < 0 {
		s.found++
	}
	s.latest = &p
}

// progress is how far the run has come with this search.
func (s *search) progress() Progress {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.run.Progress
	if s.latest != nil {
		if now := told(s.latest); now.compare(out) <= 0 {
			now.Gap = now.gap(s.t.opened.mission.Operation.Start)
			out = now
		}
		out.Iterations = s.run.Progress.Iterations + s.latest.Iterations
	}
	out.Seconds = s.run.Progress.Seconds + time.Since(s.begun).Seconds()
	return out
}
