package server

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"sortie/jobs"
	"sortie/store"
)

// collectEvery is how often runs are looked at besides when one changes: what
// could not be recorded then is tried again.
const collectEvery = 5 * time.Second

// Collect records the plans of runs that have ended in the ledger, until the
// context ends. It may run in several processes at once: a run's plan is
// recorded once, whoever does it.
func (s *Server) Collect(ctx context.Context) {
	changes := s.queue.WatchMission(ctx, "")
	again := time.NewTicker(collectEvery)
	defer again.Stop()
	hopeless := map[string]bool{} // runs whose plan the ledger will never take, told once
	for {
		for _, run := range s.queue.Unrecorded() {
			if hopeless[run.ID] {
				continue
			}
			if err := s.record(ctx, run); err != nil && ctx.Err() == nil {
				var invalid *store.Invalid
				hopeless[run.ID] = errors.As(err, &invalid) || errors.Is(err, store.ErrNotFound)
				s.log.ErrorContext(ctx, "plan not recorded", slog.String("run", run.ID), slog.Any("error", err), slog.Any("cause", store.Cause(err)))
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		case _, ok := <-changes:
			if !ok {
				changes = nil
			}
		}
	}
}

// record appends the plan of a run to its mission's ledger. The run's id is the
// entry's key: where that has been done already nothing is added.
func (s *Server) record(ctx context.Context, run jobs.Run) error {
	plan, err := s.queue.Plan(ctx, run.ID)
	if err != nil {
		return err
	}
	e, err := s.write(ctx, store.Draft{Mission: run.Mission, Kind: store.Plan, Actor: s.actor(ctx, run.By), At: s.now(), Key: "run " + run.ID},
		store.Planned{Plan: plan, Revision: run.Revision, Run: run.ID})
	if err != nil {
		return err
	}
	s.figures.runs.WithLabelValues("recorded").Inc()
	return s.queue.Recorded(ctx, run.ID, e.Seq)
}

// actor is the name of an account, which entries carry; its id where the account
// is not in the store, as on a laptop.
func (s *Server) actor(ctx context.Context, account string) string {
	a, err := s.store.AccountByID(ctx, account)
	if err != nil {
		if !errors.Is(err, store.ErrNotFound) {
			s.log.WarnContext(ctx, "account not found", slog.Any("error", err))
		}
		return account
	}
	return a.Name
}
