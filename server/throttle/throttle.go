// Package throttle counts how often somebody asks, in bounded memory: one token
// bucket for each key, of golang.org/x/time/rate.
package throttle

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Throttle is a set of equal buckets by key. It is safe for many callers.
type Throttle struct {
	limit rate.Limit
	burst int
	most  int

	mu      sync.Mutex
	buckets map[string]*rate.Limiter
}

// New makes buckets that hold burst tokens and gain limit tokens a second; no
// more than most keys are remembered.
func New(limit rate.Limit, burst, most int) *Throttle {
	return &Throttle{limit: limit, burst: burst, most: most, buckets: map[string]*rate.Limiter{}}
}

// Take takes a token of a key. Where there is none, wait is the time until
// there is one; else back gives the token back.
func (t *Throttle) Take(key string, now time.Time) (back func(), wait time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	bucket, ok := t.buckets[key]
	if !ok {
		t.makeRoom(now)
		bucket = rate.NewLimiter(t.limit, t.burst)
		t.buckets[key] = bucket
	}
	taken := bucket.ReserveN(now, 1)
	if wait := taken.DelayFrom(now); wait > 0 {
		taken.CancelAt(now)
		return func() {}, wait
	}
	return func() { taken.CancelAt(now) }, 0
}

// Len is the number of keys that are remembered.
func (t *Throttle) Len() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.buckets)
}

// makeRoom forgets full buckets, which say nothing. Where none is full, as many
// keys ask at once as are remembered: half of them are forgotten, so that who
// makes up keys gains at most a bucket more, and nobody else pays for the room
// with each request.
func (t *Throttle) makeRoom(now time.Time) {
	if len(t.buckets) < t.most {
		return
	}
	for key, b := range t.buckets {
		if b.TokensAt(now) >= float64(t.burst) {
			delete(t.buckets, key)
		}
	}
	for key := range t.buckets {
		if len(t.buckets) <= t.most/2 {
			return
		}
		delete(t.buckets, key)
	}
}
