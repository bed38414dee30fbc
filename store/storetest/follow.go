package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"sortie/store"
)

// patience is how long a test waits for what has to come.
const patience = time.Minute

// until receives until the number is there; numbers only ever grow.
func until(t testing.TB, ch <-chan int64, want int64) {
	t.Helper()
	timeout := time.After(patience)
	for last := int64(-1); last < want; {
		select {
		case seq, ok := <-ch:
			if !ok || seq <= last {
				t.Fatalf("after %d came %d, %v", last, seq, ok)
			}
			last = seq
		case <-timeout:
			t.Fatalf("%d did not come, the last was %d", want, last)
		}
	}
}

func testFollow(t *testing.T, d Database) {
	s := d.open(t)
	if _, err := s.Follow(t.Context(), "alpha", 0); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("following no mission: %v", err)
	}
	add(t, s, Revised("alpha", "", 0))
	add(t, s, Revised("beta", "", 0))
	ctx, cancel := context.WithCancel(t.Context())
	resumed, err := s.Follow(ctx, "alpha", 0)
	if err != nil {
		t.Fatal(err)
	}
	until(t, resumed, 1)
	abreast, err := s.Follow(ctx, "alpha", 1)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, Revised("beta", "", 1))
	add(t, s, planned("alpha", 1, ""))
	until(t, abreast, 2)
	for range 20 {
		add(t, s, planned("alpha", 1, ""))
	}
	if seq := <-abreast; seq != 22 {
		t.Errorf("a slow follower gets %d, and not the newest", seq)
	}
	cancel()
	for _, ch := range []<-chan int64{resumed, abreast} {
		timeout := time.After(patience)
		for open := true; open; {
			select {
			case _, open = <-ch:
			case <-timeout:
				t.Fatal("a channel stays open after its context")
			}
		}
	}
	// Followers that come and go while others write miss nothing.
	var all sync.WaitGroup
	for i := range 10 {
		all.Go(func() {
			seen := int64(22)
			for seen < 62 {
				ctx, cancel := context.WithCancel(t.Context())
				ch, err := s.Follow(ctx, "alpha", seen)
				if err != nil {
					t.Error(err)
				} else {
					select {
					case seen = <-ch:
					case <-time.After(patience):
						t.Errorf("follower %d waits at %d", i, seen)
						seen = 62
					}
				}
				cancel()
			}
		})
	}
	for i := range 40 {
		add(t, s, planned("alpha", 1, fmt.Sprint(i)))
	}
	all.Wait()
}

func testFollowOther(t *testing.T, d Database) {
	reading, writing := d.open(t), d.open(t)
	add(t, writing, Revised("alpha", "", 0))
	ch, err := reading.Follow(t.Context(), "alpha", 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range int64(3) {
		add(t, writing, Revised("alpha", "", i+1))
		until(t, ch, i+2)
	}
}
