package server

import (
	"context"
	"net/http"

	"sortie/jobs"
	"sortie/missionfile"
	"sortie/network"
	"sortie/server/problem"
)

// Queue is the runs of a server, as package jobs keeps them.
type Queue interface {
	Submit(context.Context, jobs.Request) (jobs.Run, error)
	Get(ctx context.Context, id string) (jobs.Run, error)
	List(mission string) []jobs.Run
	Stop(ctx context.Context, id string) (jobs.Run, error)
	WatchMission(ctx context.Context, mission string) <-chan jobs.Run
	// Unrecorded, Plan and Recorded are for whoever puts plans into the ledger.
	Unrecorded() []jobs.Run
	Plan(ctx context.Context, id string) ([]byte, error)
	Recorded(ctx context.Context, id string, entry int64) error
	Ping(context.Context) error
}

// RunRequest is what a run is asked to do. Everything has a default.
type RunRequest struct {
	Seconds    float64 `json:"seconds,omitempty" minimum:"0" doc:"Most time for the search, over all who work on it; absent: 10."`
	Iterations int     `json:"iterations,omitempty" minimum:"0" doc:"Most schedules to try; absent: no limit."`
	Seed       uint64  `json:"seed,omitempty" doc:"Seed of the random choices; absent: 1."`
	From       int64   `json:"from,omitempty" minimum:"0" doc:"Ledger entry of a plan to start from."`
}

// RunList is the runs of a mission.
type RunList struct {
	Runs []jobs.Run `json:"runs" doc:"The newest first."`
}

type (
	startRunIn struct {
		MissionPath
		Body RunRequest `required:"false"`
	}
	startedOut struct {
		Location string `header:"Location" doc:"Where the run is."`
		Body     jobs.Run
	}
	runIn struct {
		Run string `path:"run" maxLength:"64" doc:"Id of the run."`
	}
)

func (s *Server) runOperations() {
	const path = "/api/missions/{mission}/runs"
	start := op("start-run", http.MethodPost, path, tagRuns, "Plan a mission",
		"The mission as it is now. Runs are shared fairly between those who ask, then between missions. Once it ends its plan is recorded in the ledger; the run says under which number.")
	start.DefaultStatus = http.StatusAccepted
	register(s, start, s.startRun)
	register(s, op("list-runs", http.MethodGet, path, tagRuns, "The runs of a mission", "Those that are under way, and those that ended lately."), s.listRuns)
	register(s, op("get-run", http.MethodGet, "/api/runs/{run}", tagRuns, "How far a run has come", "Its best closure, the bound, the gap and the seconds spent."), s.getRun)
	register(s, op("stop-run", http.MethodPost, "/api/runs/{run}/stop", tagRuns, "Stop a run", "It ends soon and keeps its best plan."), s.stopRun)
}

func (s *Server) startRun(ctx context.Context, in *startRunIn) (*startedOut, error) {
	at := scopeOf(ctx)
	run, err := s.start(ctx, at, in.Body)
	if err != nil {
		return nil, err
	}
	return &startedOut{"/api/runs/" + run.ID, showRun(at, run)}, nil
}

// start has the mission planned as it is now.
func (s *Server) start(ctx context.Context, at *scope, asked RunRequest) (jobs.Run, error) {
	if _, err := network.Compile(at.state.Mission); err != nil {
		if !at.state.Mission.Draft {
			return jobs.Run{}, err
		}
		return jobs.Run{}, problem.New(http.StatusUnprocessableEntity, wordDraft)
	}
	body, err := missionfile.MarshalMission(at.state.Mission)
	if err != nil {
		return jobs.Run{}, err
	}
	r := jobs.Request{Mission: at.state.ID, Revision: at.state.Changed, By: at.who.Account, Seconds: asked.Seconds, Iterations: asked.Iterations, Seed: max(1, asked.Seed), Body: body}
	if asked.From > 0 {
		f, err := s.plan(ctx, at, asked.From)
		if err != nil {
			return jobs.Run{}, err
		}
		r.From = f.planned.Plan
	}
	run, err := s.queue.Submit(ctx, r)
	if err == nil {
		s.figures.runs.WithLabelValues("asked").Inc()
	}
	return run, err
}

func (s *Server) listRuns(ctx context.Context, _ *MissionPath) (*bodyOf[RunList], error) {
	at := scopeOf(ctx)
	out := RunList{Runs: []jobs.Run{}}
	for _, r := range s.queue.List(at.state.ID) {
		out.Runs = append(out.Runs, showRun(at, r))
	}
	return answered(out), nil
}

func (s *Server) getRun(ctx context.Context, _ *runIn) (*bodyOf[jobs.Run], error) {
	at := scopeOf(ctx)
	return answered(showRun(at, at.run)), nil
}

func (s *Server) stopRun(ctx context.Context, _ *runIn) (*bodyOf[jobs.Run], error) {
	at := scopeOf(ctx)
	run, err := s.queue.Stop(ctx, at.run.ID)
	if err != nil {
		return nil, err
	}
	s.figures.runs.WithLabelValues("stopped").Inc()
	return answered(showRun(at, run)), nil
}
