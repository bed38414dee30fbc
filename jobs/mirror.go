package jobs

import (
	"maps"
	"slices"
	"sync"
	"time"
)

// mirror is the runs as this process sees them, kept up to date by what comes in
// from JetStream.
type mirror struct {
	mu     sync.Mutex
	runs   map[string]held
	feeds  map[*feed]bool
	steady time.Time // since when JetStream has answered without a break
}

func newMirror() *mirror { return &mirror{runs: map[string]held{}, feeds: map[*feed]bool{}} }

// apply takes a revision of a run, unless a newer one is there.
func (m *mirror) apply(r record, rev uint64) held {
	m.mu.Lock()
	defer m.mu.Unlock()
	if was, ok := m.runs[r.ID]; ok && was.rev >= rev {
		return was
	}
	h := held{record: r, rev: rev, seen: time.Now()}
	m.runs[r.ID] = h
	for f := range m.feeds {
		f.offer(h)
	}
	return h
}

// keep forgets all runs but those that are listed.
func (m *mirror) keep(ids map[string]bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.runs, func(id string, _ held) bool { return !ids[id] })
}

func (m *mirror) remove(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.runs, id)
}

func (m *mirror) get(id string) (held, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	h, ok := m.runs[id]
	return h, ok
}

// all is every run, in no order.
func (m *mirror) all() []held {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Collect(maps.Values(m.runs))
}

// reached notes whether JetStream answers.
func (m *mirror) reached(now time.Time, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case !ok:
		m.steady = time.Time{}
	case m.steady.IsZero():
		m.steady = now
	}
}

// orphans marks runs that were under way in an earlier process of an embedded
// server: nobody works on them.
func (m *mirror) orphans() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id, h := range m.runs {
		h.orphan = h.Claim != ""
		m.runs[id] = h
	}
}

// silent reports whether the worker of a run has let its lease run out: it could
// have renewed it all that time, and has not.
func (m *mirror) silent(h *held, now time.Time, lease time.Duration) bool {
	if h.Claim == "" {
		return false
	}
	if h.orphan {
		return true
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return !m.steady.IsZero() && now.Sub(m.steady) > lease && now.Sub(h.seen) > lease
}

// feed hands on changes of runs to one reader that may be slow: of each run it
// keeps the latest state alone.
type feed struct {
	want   func(*record) bool
	signal chan struct{}

	mu      sync.Mutex
	pending map[string]held
	order   []string
}

// subscribe is a feed of the runs that are wanted: first as they are, then each
// change.
func (m *mirror) subscribe(want func(*record) bool) *feed {
	f := &feed{want: want, signal: make(chan struct{}, 1), pending: map[string]held{}}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.feeds[f] = true
	for _, id := range slices.SortedFunc(maps.Keys(m.runs), func(a, b string) int { return m.runs[a].Asked.Compare(m.runs[b].Asked) }) {
		f.offer(m.runs[id])
	}
	return f
}

func (m *mirror) unsubscribe(f *feed) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.feeds, f)
}

func (f *feed) offer(h held) {
	if !f.want(&h.record) {
		return
	}
	f.mu.Lock()
	if _, ok := f.pending[h.ID]; !ok {
		f.order = append(f.order, h.ID)
	}
	f.pending[h.ID] = h
	f.mu.Unlock()
	select {
	case f.signal <- struct{}{}:
	default:
	}
}

// take is what has changed since the last call, the oldest change first.
func (f *feed) take() []held {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := make([]held, 0, len(f.order))
	for _, id := range f.order {
		out = append(out, f.pending[id])
	}
	clear(f.pending)
	f.order = f.order[:0]
	return out
}
