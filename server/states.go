package server

import (
	"context"
	"sync"

	"sortie/store"
)

// mostStates is how many folded missions are kept in memory.
const mostStates = 32

// states keeps the missions that were folded last, so that reading one again
// costs a look at its head. What it hands out is shared: nobody changes it.
type states struct {
	ledger store.Ledger

	mu   sync.Mutex
	kept map[string]*folded
	uses int64
}

type folded struct {
	state *store.State
	used  int64
}

func newStates(l store.Ledger) *states { return &states{ledger: l, kept: map[string]*folded{}} }

// of is a mission as it is now, or store.ErrNotFound. Where it has been folded
// before only what has come since is read.
func (s *states) of(ctx context.Context, id string) (state *store.State, err error) {
	if before := s.find(id); before != nil {
		state, err = store.Renew(ctx, s.ledger, before)
	} else {
		state, err = store.Current(ctx, s.ledger, id)
	}
	if err != nil {
		return nil, err
	}
	s.keep(state)
	return state, nil
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
