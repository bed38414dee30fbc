package server

import (
	"context"
	"errors"
	"slices"

	"sortie/internal/lang"
	"sortie/jobs"
	"sortie/missionfile"
	"sortie/server/access"
	"sortie/store"
)

// Load adds the mission of a file that was named when the server was started,
// unless there is one of its id already. It returns whether it was added, and an
// error where the mission has errors.
func (s *Server) Load(ctx context.Context, f *missionfile.File) (added bool, err error) {
	m, err := s.usable(f)
	if err != nil {
		return false, err
	}
	_, err = s.revise(ctx, s.itself(), f, m, 0, "", 0)
	var conflict *store.Conflict
	if errors.As(err, &conflict) {
		return false, nil
	}
	return err == nil, err
}

// PlanOnce starts a run for a mission that has neither a plan nor a run, and
// returns whether it did.
func (s *Server) PlanOnce(ctx context.Context, mission string) (started bool, err error) {
	at := s.itself()
	if at.state, err = s.mission(ctx, mission); err != nil {
		return false, err
	}
	if at.state.Plan != nil || slices.ContainsFunc(s.queue.List(mission), func(r jobs.Run) bool { return r.State != jobs.Failed }) {
		return false, nil
	}
	_, err = s.start(ctx, at, RunRequest{})
	return err == nil, err
}

// itself is the scope of what whoever started the server asked for.
func (s *Server) itself() *scope { return &scope{who: access.Everything, lang: lang.EN} }
