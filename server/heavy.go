package server

import (
	"context"
	"net/http"
	"runtime"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"sortie/server/problem"
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

	mu sync.Mutex
	of map[string]*share
}

// share is the places of one account, for as long as it asks for any.
type share struct {
	taken chan struct{}
	asked int
}

func newSlots() *slots {
	return &slots{all: make(chan struct{}, max(2, runtime.NumCPU())), of: map[string]*share{}}
}

// enter waits for a place, and returns what frees it; a problem where the
// request's time runs out first.
func (s *slots) enter(ctx context.Context, account string) (leave func(), err error) {
	own := s.join(account)
	for i, places := range []chan struct{}{own.taken, s.all} {
		select {
		case places <- struct{}{}:
		case <-ctx.Done():
			if i > 0 {
				<-own.taken
			}
			s.part(account)
			return nil, problem.New(http.StatusServiceUnavailable, "the server has too much to do: try again later").With("Retry-After", "5")
		}
	}
	return func() {
		<-s.all
		<-own.taken
		s.part(account)
	}, nil
}

func (s *slots) join(account string) *share {
	s.mu.Lock()
	defer s.mu.Unlock()
	own := s.of[account]
	if own == nil {
		own = &share{taken: make(chan struct{}, cap(s.all)-1)}
		s.of[account] = own
	}
	own.asked++
	return own
}

func (s *slots) part(account string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of[account].asked--; s.of[account].asked == 0 {
		delete(s.of, account)
	}
}

// refresh looks at the mission of a request again, which has waited for its place:
// a change that has come too late meanwhile is told so before anything is computed.
func (s *Server) refresh(ctx context.Context) (err error) {
	if at := scopeOf(ctx); at.state != nil {
		at.state, err = s.mission(ctx, at.state.ID)
	}
	return err
}
