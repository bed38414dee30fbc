package sqlite

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
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
