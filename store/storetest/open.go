package storetest

import (
	"errors"
	"sync"
	"testing"

	"sortie/store"
)

// testOpenAtOnce has several processes open an empty database at once: each
// wants to make its tables.
func testOpenAtOnce(t *testing.T, d Database) {
	stores := make([]store.Store, 6)
	var all sync.WaitGroup
	for i := range stores {
		all.Go(func() {
			var err error
			if stores[i], err = d.Open(t.Context()); err != nil {
				t.Errorf("%v (%v)", err, store.Cause(err))
			}
		})
	}
	all.Wait()
	for i, s := range stores {
		if s == nil {
			continue
		}
		if i == 0 {
			add(t, s, Revised("alpha", "", 0))
		} else if n := verified(t, s, "alpha"); n != 1 {
			t.Errorf("store %d sees %d entries", i, n)
		}
	}
	for _, s := range stores {
		if s != nil && s.Close() != nil {
			t.Error("it does not close")
		}
	}
}

func testNewer(t *testing.T, d Database) {
	s, err := d.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SQL.ExecContext(t.Context(), `INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, $1)`, true); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Open(t.Context()); !errors.Is(err, store.ErrNewer) {
		t.Errorf("a store of a later version opens: %v", err)
	}
}
