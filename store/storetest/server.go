package storetest

import (
	"math/rand/v2"
	"sync"
	"testing"

	"sortie/store"
)

// ServerKilled writes to a store and kills the server beneath it at a random
// moment, again and again. The store itself stays open, and goes on as soon as
// the server is there again.
func ServerKilled(t *testing.T, s store.Store, kill, restart func(), times int) {
	promised, seen := promises{}, map[string]*store.Chain{}
	for range times {
		var mu sync.Mutex
		killAt, n := 1+rand.IntN(200), 0
		now := make(chan struct{})
		ended := make(chan error, 1)
		go func() {
			ended <- load(t.Context(), s, func(e store.Entry) {
				mu.Lock()
				defer mu.Unlock()
				promised.add(e.Mission, e.Seq, e.Hash)
				if n++; n == killAt {
					close(now)
				}
			})
		}()
		select {
		case <-now:
		case err := <-ended:
			t.Fatal("writing failed before the server was killed:", err, store.Cause(err))
		}
		kill()
		t.Log(<-ended)
		restart()
		promised.kept(t, s, seen)
	}
	promised.kept(t, s, map[string]*store.Chain{})
	t.Logf("killed %d times, %d entries were acknowledged", times, promised.count())
}
