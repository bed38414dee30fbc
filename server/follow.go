package server

import (
	"context"
	"net/http"
	"reflect"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sortie/internal/lang"
	"sortie/jobs"
	"sortie/server/access"
	"sortie/server/problem"
)

// Spoken is of operations that links and event streams ask for, which cannot set
// Accept-Language; [spoken.Of] reads it.
type Spoken struct {
	Lang lang.Lang `query:"lang" enum:"en,fr" doc:"Language of what is said to people; absent: that of Accept-Language."`
}

type followRunIn struct {
	Run string `path:"run" maxLength:"64" doc:"Id of the run."`
	Spoken
}

type followMissionIn struct {
	MissionPath
	Spoken
	Last  string `header:"Last-Event-ID" doc:"The last entry that the client has had, as its event's id says; sent by browsers when they come back."`
	After int64  `query:"after" minimum:"-1" default:"-1" doc:"Begin after this ledger entry, where there is no Last-Event-ID; absent: with what comes now."`
}

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
		to := s.streams.begin(hc)
		err := to.beat() // so that the client knows at once that it is connected
		if err == nil {
			err = follow(ctx, to)
		}
		switch {
		case tooSlow(err): // which has ended the context too
			s.figures.dropped.Inc()
		case err == nil, ctx.Err() != nil:
		default:
			s.report(ctx, err)
		}
	}}, nil
}

func (s *Server) followRun(ctx context.Context, _ *followRunIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	return s.streamed(ctx, func(ctx context.Context, to *stream) error {
		return s.pump(ctx, to, pumped{runs: s.queue.WatchMission(ctx, at.run.Mission), run: at.run.ID}, at)
	})
}

func (s *Server) followMission(ctx context.Context, in *followMissionIn) (*huma.StreamResponse, error) {
	at := scopeOf(ctx)
	after := in.After
	switch {
	case in.Last != "":
		n, err := strconv.ParseInt(in.Last, 10, 64)
		if err != nil || n < 0 {
			return nil, problem.New(http.StatusBadRequest, wordLastEvent)
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
		return s.pump(ctx, to, pumped{heads: heads, after: after, runs: s.queue.WatchMission(ctx, at.state.ID)}, at)
	})
}

// pumped is what a stream tells of.
type pumped struct {
	heads <-chan int64 // of the ledger; nil: entries are not told
	after int64        // the last entry that was told
	runs  <-chan jobs.Run
	run   string // the one run that is told, until it has ended; empty: all
}

// pump sends what comes until it ends, and beats meanwhile.
func (s *Server) pump(ctx context.Context, to *stream, p pumped, at *scope) error {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return nil
		case <-beat.C:
			err = to.beat()
		case head, open := <-p.heads:
			if !open || !s.stillSees(ctx, at, head) {
				return nil
			}
			p.after, err = s.sendEntries(ctx, to, at, p.after)
		case run, open := <-p.runs:
			switch {
			case !open || p.heads == nil && !s.stillSees(ctx, at, at.state.Seq+1):
				return nil
			case p.run == "" || p.run == run.ID:
				err = to.send("run", "", showRun(at, run))
			}
			if err == nil && p.run == run.ID && (run.State == jobs.Failed || run.State == jobs.Done && run.Entry > 0) {
				return nil
			}
		}
		if err != nil {
			return err
		}
	}
}

// stillSees reports whether whoever follows the mission may go on: it may have
// changed, up to an entry of its ledger, so that it no longer exists for them.
func (s *Server) stillSees(ctx context.Context, at *scope, head int64) bool {
	state, err := s.states.since(ctx, at.state.ID, head)
	return err == nil && access.Decide(at.who, "follow-mission", access.Of(state.Mission)) == nil
}

// sendEntries sends every entry after a number, and returns the last.
func (s *Server) sendEntries(ctx context.Context, to *stream, at *scope, after int64) (int64, error) {
	for {
		entries, err := s.store.Entries(ctx, at.state.ID, after, page)
		if err != nil {
			return after, err
		}
		for _, e := range entries {
			if err := to.send("entry", strconv.FormatInt(e.Seq, 10), showEntry(e)); err != nil {
				return after, err
			}
			after = e.Seq
		}
		if len(entries) < page {
			return after, nil
		}
	}
}
