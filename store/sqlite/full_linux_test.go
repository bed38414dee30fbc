package sqlite_test

import (
	"path/filepath"
	"testing"

	"sortie/store"
	"sortie/store/sqlite"
	"sortie/store/storetest"
)

func TestFull(t *testing.T) {
	dir := t.TempDir()
	storetest.SmallDisk(t, dir, 16)
	path := filepath.Join(dir, "ledger.db")
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	storetest.Full(t, dir, s)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if s, err = sqlite.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if v, err := store.VerifyLedger(t.Context(), s, "alpha"); err != nil || v.Breaks != nil {
		t.Error(v, err)
	}
}
