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
	head  int64 // the last entry when it was folded
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
	if kept := s.find(head); kept != nil {
		return kept, nil
	}
	state, err := store.Current(ctx, s.ledger, id)
	if err != nil {
		return nil, err
	}
	s.keep(id, head.Seq, state)
	return state, nil
}

func (s *states) find(head store.Mission) *store.State {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.kept[head.ID]
	if f == nil || f.head != head.Seq {
		return nil
	}
	s.uses++
	f.used = s.uses
	return f.state
}

func (s *states) keep(id string, head int64, state *store.State) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.kept[id]; f != nil && f.head > head {
		return
	}
	s.uses++
	s.kept[id] = &folded{head, state, s.uses}
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
