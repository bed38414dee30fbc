package server

import (
	"context"
	"net/http"
	"runtime"

	"github.com/danielgtaylor/huma/v2"

	"sortie/server/problem"
	"sortie/server/throttle"
)

// heavyKey marks operations that may compute for seconds on a large mission.
const heavyKey = "heavy"

// heavy is for an operation that reads or verifies whole missions or plans. Only
// as many go on at once as the machine has cores, two at least, so that the rest
// of the API answers whatever is sent in.
func heavy(o huma.Operation) huma.Operation {
	if o.Metadata == nil {
		o.Metadata = map[string]any{}
	}
	o.Metadata[heavyKey] = true
	return o
}

// slots are places for heavy operations. One account has all but one of them, so
// that whoever asks for heavy things without end waits for himself.
type slots struct {
	all chan struct{}
	own *throttle.Turns
}

func newSlots() *slots {
	n := max(2, runtime.NumCPU())
	return &slots{make(chan struct{}, n), throttle.NewTurns(n - 1)}
}

// enter waits for a place, and returns what frees it; a problem where the
// request's time runs out first.
func (s *slots) enter(ctx context.Context, account string) (leave func(), err error) {
	if part, err := s.own.Enter(ctx, account); err == nil {
		select {
		case s.all <- struct{}{}:
			return func() {
				<-s.all
				part()
			}, nil
		case <-ctx.Done():
			part()
		}
	}
	return nil, problem.New(http.StatusServiceUnavailable, wordOverloaded).With("Retry-After", "5")
}

// refresh looks at the mission of a request again, which has waited for its place:
// a change that has come too late meanwhile is told so before anything is computed.
func (s *Server) refresh(ctx context.Context) (err error) {
	if at := scopeOf(ctx); at.state != nil {
		at.state, err = s.mission(ctx, at.state.ID)
	}
	return err
}
