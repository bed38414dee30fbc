package server

import (
	"net/http"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"sortie/server/problem"
)

// Bytes of request bodies that are in memory at once. A body is held from its
// first byte on, however slowly the rest of it comes.
const (
	mostOfAll = 512 << 20
	mostOfOne = 192 << 20 // of one account: three of the largest
	small     = 64 << 10  // what is not counted
)

// bodies counts the bytes of request bodies that may be in memory, by account.
type bodies struct {
	mu  sync.Mutex
	of  map[string]int64
	all int64
}

func newBodies() *bodies { return &bodies{of: map[string]int64{}} }

// enter counts a body, and returns what takes it off; a problem where there are
// too many.
func (b *bodies) enter(account string, size int64) (leave func(), err error) {
	if size <= small {
		return func() {}, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.of[account]+size > mostOfOne:
		return nil, problem.New(http.StatusTooManyRequests, wordSendsMuch).With("Retry-After", "5")
	case b.all+size > mostOfAll:
		return nil, problem.New(http.StatusServiceUnavailable, wordMuchSent).With("Retry-After", "5")
	}
	b.of[account] += size
	b.all += size
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.all -= size
		if b.of[account] -= size; b.of[account] == 0 {
			delete(b.of, account)
		}
	}, nil
}

// sizeOf is how many bytes the body of a request may come to in memory.
func sizeOf(ctx huma.Context) int64 {
	r, _ := humago.Unwrap(ctx)
	most := ctx.Operation().MaxBodyBytes
	if r.ContentLength < 0 { // it does not say
		return most
	}
	return min(r.ContentLength, most)
}
