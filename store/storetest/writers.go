package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"sortie/store"
)

// writers is how many write to one mission at once.
const writers = 50

// testWriters has fifty writers change one mission, each reading it first, as
// people do. What was acknowledged is there, once, and nothing else.
func testWriters(t *testing.T, d Database) {
	write(t, d.open(t), d.open(t))
}

// testProcesses has two stores of one database write at once.
func testProcesses(t *testing.T, d Database) {
	a, b := d.open(t), d.open(t)
	add(t, a, Revised("beta", "of a", 0))
	if _, err := b.Append(t.Context(), Revised("beta", "of b", 0)); !errors.As(err, new(*store.Conflict)) {
		t.Errorf("created twice: %v", err)
	}
	if e := add(t, b, Revised("beta", "of b", 1)); e.Seq != 2 {
		t.Errorf("entry %d", e.Seq)
	}
	verified(t, a, "beta")
}

func write(t *testing.T, stores ...store.Store) {
	const mission, changes = "alpha", 4
	add(t, stores[0], Revised(mission, "", 0))
	var mu sync.Mutex
	acknowledged := map[int64]string{}
	conflicts := 0
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			s, chance := stores[w%len(stores)], rand.New(rand.NewPCG(1, uint64(w)))
			for done := 0; done < changes; {
				m, err := s.Mission(t.Context(), mission)
				if err != nil {
					t.Error(err)
					return
				}
				draft := Revised(mission, fmt.Sprintf("writer %d, change %d", w, done), m.Changed)
				if chance.IntN(4) == 0 {
					draft = planned(mission, m.Changed, fmt.Sprintf("writer %d, change %d", w, done))
				}
				e, err := s.Append(t.Context(), draft)
				var conflict *store.Conflict
				switch {
				case err == nil:
					done++
					mu.Lock()
					if other, ok := acknowledged[e.Seq]; ok {
						t.Errorf("entry %d was acknowledged twice: %s and %s", e.Seq, other, e.Hash)
					}
					acknowledged[e.Seq] = e.Hash
					mu.Unlock()
				case errors.As(err, &conflict):
					mu.Lock()
					conflicts++
					mu.Unlock()
				default:
					t.Errorf("writer %d: %v (%v)", w, err, store.Cause(err))
					return
				}
			}
		})
	}
	all.Wait()
	t.Logf("%d conflicts", conflicts)
	if conflicts == 0 {
		t.Error("fifty writers never met: this shows nothing")
	}
	if n := verified(t, stores[0], mission); n != writers*changes+1 {
		t.Errorf("%d entries, and %d were acknowledged", n-1, len(acknowledged))
	}
	for e, err := range store.Read(t.Context(), stores[0], mission, 1) {
		if err != nil {
			t.Fatal(err)
		}
		if acknowledged[e.Seq] != e.Hash {
			t.Errorf("entry %d has the hash %s, and was acknowledged with %q", e.Seq, e.Hash, acknowledged[e.Seq])
		}
	}
}
