package open_test

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"sortie"
	"sortie/internal/pgtest"
	"sortie/store"
	"sortie/store/open"
	"sortie/store/storetest"
)

func opened(t testing.TB, name string) store.Store {
	t.Helper()
	s, err := open.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// A ledger moves from SQLite to PostgreSQL and back, and is the same to the byte.
func TestFromOneDatabaseToTheOther(t *testing.T) {
	first := opened(t, filepath.Join(t.TempDir(), "first.db"))
	for _, mission := range []string{"Émeute", "alpha", "Beta"} {
		for _, d := range []store.Draft{storetest.Revised(mission, "", 0), storetest.Voted(mission, "AM", sortie.For)} {
			d.Key = string(d.Kind)
			if _, err := first.Append(t.Context(), d); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := first.PutAccount(t.Context(), store.Account{ID: "a1", Name: "Council", Role: "observer", Password: "$argon2id$"}); err != nil {
		t.Fatal(err)
	}
	var lines [][]byte
	from := first
	for _, to := range []store.Store{opened(t, pgtest.Database(t)), opened(t, filepath.Join(t.TempDir(), "second.db"))} {
		var file bytes.Buffer
		if err := from.Backup(t.Context(), &file); err != nil {
			t.Fatal(err)
		}
		// The first line and the last differ: when it was made, and the checksum.
		all := bytes.SplitAfter(file.Bytes(), []byte("\n"))
		all = all[1 : len(all)-2]
		if lines == nil {
			lines = all
		}
		if len(all) != 7 || !bytes.Equal(bytes.Join(all, nil), bytes.Join(lines, nil)) {
			t.Errorf("the backup became\n%s\nand was\n%s", bytes.Join(all, nil), bytes.Join(lines, nil))
		}
		if err := to.Restore(t.Context(), bytes.NewReader(file.Bytes())); err != nil {
			t.Fatal(err)
		}
		from = to
	}
	var file bytes.Buffer
	if err := from.Backup(t.Context(), &file); err != nil {
		t.Fatal(err)
	}
	if all := bytes.SplitAfter(file.Bytes(), []byte("\n")); !bytes.Equal(bytes.Join(all[1:len(all)-2], nil), bytes.Join(lines, nil)) {
		t.Error("what came back is not what went away")
	}
}

func TestExisting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	if _, err := open.Existing(t.Context(), path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a ledger that is not there: %v", err)
	}
	opened(t, path)
	s, err := open.Existing(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
}

func TestAddresses(t *testing.T) {
	there := pgtest.Database(t)
	for address, want := range map[string]error{
		"postgres://127.0.0.1:1/ledger":                                            store.ErrUnavailable,
		"postgres://127.0.0.1:port/ledger":                                         nil,
		string(bytes.Replace([]byte(there), []byte("@/t"), []byte("@/none"), 1)):   store.ErrRefused,
		string(bytes.Replace([]byte(there), []byte("postgres@"), []byte("x@"), 1)): store.ErrRefused,
	} {
		_, err := open.Open(t.Context(), address)
		if want == nil && !errors.As(err, new(*store.Invalid)) || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v (%v)", address, err, store.Cause(err))
		}
	}
}
