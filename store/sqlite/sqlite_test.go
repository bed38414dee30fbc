package sqlite_test

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"testing"

	"sortie/store"
	"sortie/store/sqlite"
	"sortie/store/storetest"
)

func fresh(t testing.TB) storetest.Database {
	path := filepath.Join(t.TempDir(), "a ledger?#%41.db")
	raw, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path, RawQuery: "_pragma=busy_timeout(10000)"}).String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { raw.Close() })
	return storetest.Database{
		Open:    func(ctx context.Context) (store.Store, error) { return sqlite.Open(ctx, path) },
		SQL:     raw,
		Unguard: []string{`DROP TRIGGER entries_update`, `DROP TRIGGER entries_delete`},
	}
}

func TestConformance(t *testing.T) { storetest.Run(t, fresh) }

func TestMain(m *testing.M) { storetest.Main(m, sqlite.Open) }

func TestKilled(t *testing.T) {
	storetest.Killed(t, filepath.Join(t.TempDir(), "ledger.db"), sqlite.Open, storetest.Kills(t, 50))
}

func BenchmarkStore(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "ledger.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	storetest.Bench(b, s)
}
