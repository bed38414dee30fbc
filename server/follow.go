package server

import (
	"context"
	"net/http"
	"reflect"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/jobs"
	"sortie/server/problem"
)

type (
	followRunIn struct {
		Run string `path:"run" maxLength:"64" doc:"Id of the run."`
	}
	followMissionIn struct {
		MissionPath
		Last  string `header:"Last-Event-ID" doc:"The last entry that the client has had, as its event's id says; sent by browsers when they come back."`
		After int64  `query:"after" minimum:"-1" default:"-1" doc:"Begin after this ledger entry, where there is no Last-Event-ID; absent: with what comes now."`
	}
)

// page is how many entries a stream reads at a time.
const page = 200

func (s *Server) streamOperations() {
	schema := func(t reflect.Type) *huma.Schema {
		return s.api.OpenAPI().Components.Schemas.Schema(t, true, "")
	}
	run := op("follow-run", http.MethodGet, "/api/runs/{run}/events", tagRuns, "Follow a run",
		"Events `run`: how far it has come, now and at each change, the latest alone where the client is slow. The stream ends once the run has ended and its plan is in the ledger, or with the server.")
	run.Responses = eventResponse(map[string]*huma.Schema{"run": schema(reflect.TypeFor[jobs.Run]())})
	register(s, run, s.followRun)
	mission := op("follow-mission", http.MethodGet, "/api/missions/{mission}/events", tagMissions, "Follow a mission",
		"Events `entry`: each new entry of the ledger, without its body, its number as the event's id; a client that comes back with Last-Event-ID misses none. Events `run`: how far its runs have come.")
	mission.Responses = eventResponse(map[string]*huma.Schema{"entry": schema(reflect.TypeFor[Entry]()), "run": schema(reflect.TypeFor[jobs.Run]())})
	register(s, mission, s.followMission)
}

// streamed answers with a stream that follow writes. It ends with the client,
// the server, or once follow returns.
func (s *Server) streamed(ctx context.Context, follow func(context.Context, *stream) error) (*huma.StreamResponse, error) {
	leave, err := s.streams.enter(scopeOf(ctx).who.Account)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		defer leave()
		ctx, cancel := context.WithCancel(hc.Context())
		defer cancel()
		go func() {
			select {
			case <-s.draining:
				cancel()
			case <-ctx.Done():
			}
		}()
		to := openStream(hc)
		err := to.beat() // so that the client knows at once that it is connected
		if err == nil {
			err = follow(ctx, to)
		}
		switch {
		case err == nil, ctx.Err() != nil:
		case tooSlow(err):
			s.figures.dropped.Inc()
		default:
			s.report(ctx, err)
		}
	}}, nil
}

func (s *Server) followRun(ctx context.Context, in *followRunIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	return s.streamed(ctx, func(ctx context.Context, to *stream) error {
		runs, err := s.queue.Watch(ctx, in.Run)
		if err != nil {
			return err
		}
		return s.pump(ctx, to, nil, runs, at, 0)
	})
}

func (s *Server) followMission(ctx context.Context, in *followMissionIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	after := in.After
	switch {
	case in.Last != "":
		n, err := strconv.ParseInt(in.Last, 10, 64)
		if err != nil || n < 0 {
			return nil, problem.New(http.StatusBadRequest, "Last-Event-ID is the number of a ledger entry")
		}
		after = n
	case after < 0:
		head, err := s.store.Mission(ctx, at.state.ID)
		if err != nil {
			return nil, err
		}
		after = head.Seq
	}
	return s.streamed(ctx, func(ctx context.Context, to *stream) error {
		heads, err := s.store.Follow(ctx, at.state.ID, after)
		if err != nil {
			return err
		}
		return s.pump(ctx, to, heads, s.queue.WatchMission(ctx, at.state.ID), at, after)
	})
}

// pump sends what comes until everything has ended, and beats meanwhile.
func (s *Server) pump(ctx context.Context, to *stream, heads <-chan int64, runs <-chan jobs.Run, at *scope, after int64) error {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for heads != nil || runs != nil {
		var err error
		select {
		case <-ctx.Done():
			return nil
		case <-beat.C:
			err = to.beat()
		case _, ok := <-heads:
			if !ok {
				heads = nil
				continue
			}
			after, err = s.sendEntries(ctx, to, at, after)
		case run, ok := <-runs:
			if !ok {
				runs = nil
				continue
			}
			err = to.send("run", "", showRun(at, run))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// sendEntries sends every entry after a number, and returns the last.
func (s *Server) sendEntries(ctx context.Context, to *stream, at *scope, after int64) (int64, error) {
	for {
		entries, err := s.store.Entries(ctx, at.state.ID, after, page)
		if err != nil {
			return after, err
		}
		for _, e := range entries {
			if err := to.send("entry", strconv.FormatInt(e.Seq, 10), showEntry(at, e)); err != nil {
				return after, err
			}
			after = e.Seq
		}
		if len(entries) < page {
			return after, nil
		}
	}
}
