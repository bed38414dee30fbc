package throttle

import (
	"context"
	"sync"
)

// Turns lets as many go on at once under one key as there are turns; the others
// wait. A key that nobody waits or goes on under is forgotten.
type Turns struct {
	most int

	mu sync.Mutex
	of map[string]*turns
}

type turns struct {
	taken chan struct{}
	asked int
}

// NewTurns has as many turns for each key.
func NewTurns(most int) *Turns { return &Turns{most: most, of: map[string]*turns{}} }

// Enter waits for a turn, and returns what gives it up, or the context's error
// where that ends first.
func (t *Turns) Enter(ctx context.Context, key string) (leave func(), err error) {
	own := t.join(key)
	select {
	case own.taken <- struct{}{}:
		return func() {
			<-own.taken
			t.part(key)
		}, nil
	case <-ctx.Done():
		t.part(key)
		return nil, ctx.Err()
	}
}

func (t *Turns) join(key string) *turns {
	t.mu.Lock()
	defer t.mu.Unlock()
	own := t.of[key]
	if own == nil {
		own = &turns{taken: make(chan struct{}, t.most)}
		t.of[key] = own
	}
	own.asked++
	return own
}

func (t *Turns) part(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of[key].asked--; t.of[key].asked == 0 {
		delete(t.of, key)
	}
}
