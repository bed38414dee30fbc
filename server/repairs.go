package server

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/internal/lang"
	"sortie/repair"
)

// PlanRepairs is what is known of the repairs of a plan's mission.
type PlanRepairs struct {
	Lang     lang.Lang `json:"lang" enum:"en,fr" doc:"Language of the sentences."`
	Plan     int64     `json:"plan" doc:"Number of the plan's ledger entry."`
	Revision int64     `json:"revision" doc:"Ledger entry of the mission that was planned: patches are of that state of it."`
	Cut      bool      `json:"cut,omitempty" doc:"The time was up before every change was tried."`
	repair.Report
}

const (
	repairTime  = 2 * time.Minute // for all changes of a plan
	mostRepairs = 64              // plans of which the repairs are kept
)

// repairs keeps what has been found for plans, which never change, and who waits for
// what is being looked for.
type repairs struct {
	mu sync.Mutex
	of map[repairKey]*repairing
}

type repairKey struct {
	mission string
	plan    int64
}

// repairing is the search for the repairs of one plan. It goes on as long as somebody
// follows it, and is kept once it has ended with anything that was tried.
type repairing struct {
	stop func()

	mu        sync.Mutex
	followers int
	changed   chan struct{} // closed at each change
	report    *repair.Report
	cut       bool
	ended     bool
	err       error
}

func newRepairs() *repairs { return &repairs{of: map[repairKey]*repairing{}} }

// join follows the search for a plan's repairs, which begins with the first who does.
// The one who follows leaves in the end.
func (r *repairs) join(key repairKey, find func(context.Context, func(*repair.Report)) error) (is *repairing, leave func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	is = r.of[key]
	if is == nil {
		if len(r.of) >= mostRepairs {
			r.forget()
		}
		ctx, stop := context.WithTimeout(context.Background(), repairTime)
		is = &repairing{stop: stop, changed: make(chan struct{})}
		r.of[key] = is
		go is.run(ctx, find)
	}
	is.mu.Lock()
	defer is.mu.Unlock()
	is.followers++
	return is, func() { r.leave(key, is) }
}

// forget drops what has ended.
func (r *repairs) forget() {
	for key, is := range r.of {
		is.mu.Lock()
		if is.ended && is.followers == 0 {
			delete(r.of, key)
		}
		is.mu.Unlock()
	}
}

func (r *repairs) leave(key repairKey, is *repairing) {
	r.mu.Lock()
	defer r.mu.Unlock()
	is.mu.Lock()
	defer is.mu.Unlock()
	is.followers--
	nothing := is.report == nil || is.cut && is.report.Tried == 0 // the server had no time: it may have by and by
	if is.followers == 0 && (!is.ended || is.err != nil || nothing) {
		is.stop()
		if r.of[key] == is {
			delete(r.of, key)
		}
	}
}

// run looks for repairs. Its panics are errors: it runs in no request.
func (is *repairing) run(ctx context.Context, find func(context.Context, func(*repair.Report)) error) {
	defer is.stop()
	var err error
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("repairs: %v\n%s", fault, debug.Stack())
		}
		is.change(func() {
			is.ended, is.cut = true, errors.Is(ctx.Err(), context.DeadlineExceeded) && err != nil
			if !is.cut {
				is.err = err
			}
		})
	}()
	err = find(ctx, func(found *repair.Report) { is.change(func() { is.report = found }) })
}

// change changes what followers see, and wakes them.
func (is *repairing) change(what func()) {
	is.mu.Lock()
	defer is.mu.Unlock()
	what()
	close(is.changed)
	is.changed = make(chan struct{})
}

// seen is the search as it stands, and what is closed once it has changed.
func (is *repairing) seen() (report *repair.Report, cut, ended bool, changed <-chan struct{}, err error) {
	is.mu.Lock()
	defer is.mu.Unlock()
	return is.report, is.cut, is.ended, is.changed, is.err
}

type repairsIn struct {
	PlanPath
	Spoken
}

func (s *Server) followRepairs(ctx context.Context, in *repairsIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	f, err := s.plan(ctx, at, in.Plan)
	if err != nil {
		return nil, err
	}
	find := func(ctx context.Context, progress func(*repair.Report)) error {
		turn := func(ctx context.Context) (func(), error) { return s.slots.enter(ctx, at.who.Account) }
		_, err := repair.Find(ctx, f.mission, f.plan, repair.Options{Seed: 1, Turn: turn, Progress: progress})
		return err
	}
	return s.streamed(ctx, func(ctx context.Context, to *stream) error {
		is, leave := s.repairs.join(repairKey{at.state.ID, in.Plan}, find)
		defer leave()
		beat := time.NewTicker(heartbeat)
		defer beat.Stop()
		for {
			report, cut, ended, changed, err := is.seen()
			if err != nil {
				return err
			}
			if report == nil && cut { // there was no time even for the mission as it is
				report = &repair.Report{}
			}
			if report != nil {
				if err := to.send("repairs", "", showRepairs(at, f, report, cut)); err != nil {
					return err
				}
			}
			if ended {
				return nil
			}
			for waiting := true; waiting; {
				select {
				case <-ctx.Done():
					return nil
				case <-beat.C:
					if err := to.beat(); err != nil {
						return err
					}
				case <-changed:
					waiting = false
				}
			}
		}
	})
}

// showRepairs is what has been found, in words. Nobody sees it who does not see
// everything: it tells of all units together.
func showRepairs(at *scope, f found, is *repair.Report, cut bool) PlanRepairs {
	report := *is
	report.Repairs = listed(slices.Clone(is.Repairs)) // others tell it in other languages
	report.Word(f.mission, at.lang)
	return PlanRepairs{at.lang, f.entry.Seq, f.planned.Revision, cut, report}
}
