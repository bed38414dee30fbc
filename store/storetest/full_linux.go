package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"sortie/store"
)

// SmallDisk mounts a disk of so many megabytes in a directory until the test
// ends. Without the right to mount, the test is left out.
func SmallDisk(t testing.TB, dir string, megabytes int) {
	t.Helper()
	err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dm,mode=0700", megabytes))
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("a full disk is not tested: only root may mount a small one")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

// Full fills the disk that a store writes to. Whoever meets the full disk gets
// a clear error, what was acknowledged stays, everything can still be read, and
// once there is room the store goes on. The disk is mounted at dir, which has
// room for six megabytes that do not belong to the store: more than the log that
// SQLite copies into its file before it begins it anew.
func Full(t *testing.T, dir string, s store.Store) {
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 6<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	promised := promises{}
	e := add(t, s, Revised("alpha", "", 0))
	promised.add(e.Mission, e.Seq, e.Hash)
	var mu sync.Mutex
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for refused := 0; refused < 3; { // the disk stays full
				e, err := s.Append(t.Context(), planned("alpha", 1, noise(50_000)))
				mu.Lock()
				switch {
				case err == nil:
					promised.add(e.Mission, e.Seq, e.Hash)
				case errors.Is(err, store.ErrFull):
					refused++
				default:
					t.Errorf("on a full disk: %v (%v)", err, store.Cause(err))
					refused = 3
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	t.Logf("full after %d entries", promised.count())
	promised.kept(t, s, map[string]*store.Chain{})
	if err := s.Backup(t.Context(), &bytes.Buffer{}); err != nil {
		t.Errorf("no backup of a store that is full: %v (%v)", err, store.Cause(err))
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		e := add(t, s, planned("alpha", 1, noise(20_000)))
		promised.add(e.Mission, e.Seq, e.Hash)
	}
	promised.kept(t, s, map[string]*store.Chain{})
}
