package sqlite

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sortie/store"
)

// No test can take the power away: that the disk is written before a commit
// returns rests on these.
func TestEveryConnectionWritesThrough(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	for _, option := range []string{"_txlock=immediate", "_pragma=query_only(ON)"} {
		db, err := pool(path, 1, option)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "busy_timeout": "10000"} {
			var got string
			if err := db.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s is %s with %s, want %s: %v", pragma, got, option, want, err)
			}
		}
	}
}

func TestAnotherProgramHoldsTheFile(t *testing.T) {
	patient := pragmas[0]
	pragmas[0] = "busy_timeout(20)"
	defer func() { pragmas[0] = patient }()
	path := filepath.Join(t.TempDir(), "ledger.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	db, err := pool(path, 1, "_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	held, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Ping(t.Context()); !errors.Is(err, store.ErrBusy) {
		t.Errorf("%v (%v)", err, store.Cause(err))
	}
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := s.Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestOthersMayNotReadTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, p := range []string{path, path + "-wal", path + "-shm"} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", p, info.Mode(), err)
		}
	}
}

// The driver asks for exactly the C library that it was translated with.
func TestLibraryIsTheDriversOwn(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.GoMod}} {{.Version}}", "modernc.org/sqlite", "modernc.org/libc").Output()
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(string(out))
	if len(fields) != 4 {
		t.Fatalf("%s", out)
	}
	mod, err := os.ReadFile(fields[0])
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`modernc\.org/libc (\S+)`).FindSubmatch(mod)
	if m == nil || !bytes.Equal(m[1], []byte(fields[3])) {
		t.Errorf("SQLite's driver wants libc %s, and the build has %s", m, fields[3])
	}
}
