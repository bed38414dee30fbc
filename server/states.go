package server

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"

	"golang.org/x/sync/singleflight"

	"sortie/store"
)

// mostStates is how many folded missions are kept in memory.
const mostStates = 32

// states keeps the missions that were folded last, so that reading one again
// costs a look at its head. What it hands out is shared: nobody changes it.
type states struct {
	ledger store.Ledger
	folds  singleflight.Group

	mu   sync.Mutex
	kept map[string]*folded
	uses int64
}

type folded struct {
	state *store.State
	used  int64
}

func newStates(l store.Ledger) *states { return &states{ledger: l, kept: map[string]*folded{}} }

// of is a mission as it is now, or store.ErrNotFound.
func (s *states) of(ctx context.Context, id string) (*store.State, error) {
	head, err := s.ledger.Mission(ctx, id)
	if err != nil {
		return nil, err
	}
	return s.since(ctx, id, head.Seq)
}

// since is a mission as it was once the ledger had an entry, or later. Where it
// has been folded before only what has come since is read, and of many who ask at
// once one reads it: an entry wakes every stream of its mission.
func (s *states) since(ctx context.Context, id string, seq int64) (*store.State, error) {
	if kept := s.find(id); kept != nil && kept.Seq >= seq {
		return kept, nil
	}
	folding := s.folds.DoChan(fmt.Sprintf("%d %s", seq, id), func() (any, error) {
		return s.fold(context.WithoutCancel(ctx), id, seq) // others wait for it too
	})
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case done := <-folding:
		state, _ := done.Val.(*store.State)
		return state, done.Err
	}
}

// fold hands a panic on as an error: singleflight would end the process with it,
// out of reach of those who answer for one request.
func (s *states) fold(ctx context.Context, id string, seq int64) (state *store.State, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("mission %s cannot be folded: %v\n%s", id, fault, debug.Stack())
		}
	}()
	switch before := s.find(id); {
	case before == nil:
		state, err = store.Current(ctx, s.ledger, id)
	case before.Seq >= seq:
		return before, nil
	default:
		state, err = store.Renew(ctx, s.ledger, before)
	}
	if err == nil {
		s.keep(state)
	}
	return state, err
}

func (s *states) find(id string) *store.State {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.kept[id]
	if f == nil {
		return nil
	}
	s.uses++
	f.used = s.uses
	return f.state
}

func (s *states) keep(state *store.State) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.kept[state.ID]; f != nil && f.state.Seq > state.Seq {
		return
	}
	s.uses++
	s.kept[state.ID] = &folded{state, s.uses}
	if len(s.kept) <= mostStates {
		return
	}
	oldest := ""
	for id, f := range s.kept {
		if oldest == "" || f.used < s.kept[oldest].used {
			oldest = id
		}
	}
	delete(s.kept, oldest)
}
