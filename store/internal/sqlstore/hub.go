package sqlstore

import (
	"context"
	"maps"
	"slices"
	"sync"
)

// hub tells followers of new entries. It never waits for one: a follower's
// channel holds the newest number alone.
type hub struct {
	mu        sync.Mutex
	followers map[string]map[*follower]struct{} // by mission
	ended     bool
}

type follower struct {
	ch   chan int64
	sent int64
}

func newHub() *hub { return &hub{followers: map[string]map[*follower]struct{}{}} }

// join follows a mission until the context or the hub ends, or leave is called.
func (h *hub) join(ctx context.Context, mission string, after int64) (ch <-chan int64, leave func()) {
	f := &follower{ch: make(chan int64, 1), sent: after}
	leave = func() { h.leave(mission, f) }
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ended {
		close(f.ch)
		return f.ch, leave
	}
	if h.followers[mission] == nil {
		h.followers[mission] = map[*follower]struct{}{}
	}
	h.followers[mission][f] = struct{}{}
	context.AfterFunc(ctx, leave)
	return f.ch, leave
}

func (h *hub) leave(mission string, f *follower) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, ok := h.followers[mission][f]; !ok {
		return
	}
	close(f.ch)
	delete(h.followers[mission], f)
	if len(h.followers[mission]) == 0 {
		delete(h.followers, mission)
	}
}

// tell hands a mission's newest number to its followers.
func (h *hub) tell(mission string, seq int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for f := range h.followers[mission] {
		if seq <= f.sent {
			continue
		}
		select {
		case <-f.ch: // an older number that was not fetched yet
		default:
		}
		f.ch <- seq
		f.sent = seq
	}
}

// missions are those that somebody follows.
func (h *hub) missions() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Collect(maps.Keys(h.followers))
}

// end closes every channel.
func (h *hub) end() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.ended = true
	for _, of := range h.followers {
		for f := range of {
			close(f.ch)
		}
	}
	clear(h.followers)
}
