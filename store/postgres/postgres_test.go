package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"testing"

	"sortie/internal/pgtest"
	"sortie/store"
	"sortie/store/postgres"
	"sortie/store/storetest"
)

func fresh(t testing.TB) storetest.Database {
	address := pgtest.Database(t)
	raw, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { raw.Close() })
	return storetest.Database{
		Open:    func(ctx context.Context) (store.Store, error) { return postgres.Open(ctx, address) },
		SQL:     raw,
		Unguard: []string{`DROP TRIGGER entries_change ON entries`},
	}
}

func TestConformance(t *testing.T) { storetest.Run(t, fresh) }

func TestMain(m *testing.M) { storetest.Main(m, postgres.Open) }

func TestKilled(t *testing.T) {
	storetest.Killed(t, pgtest.Database(t), postgres.Open, storetest.Kills(t, 10))
}

func TestServerKilled(t *testing.T) {
	server := pgtest.Start(t)
	s, err := postgres.Open(t.Context(), server.Database(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	storetest.ServerKilled(t, s, server.Kill, func() { server.Restart(t) }, storetest.Kills(t, 5))
}

// A standby, or a database that was made read-only, can be read and says so.
func TestReadOnly(t *testing.T) {
	d := fresh(t)
	s, err := d.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Append(t.Context(), storetest.Revised("alpha", "", 0)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var name string
	if err := d.SQL.QueryRowContext(t.Context(), `SELECT current_database()`).Scan(&name); err != nil {
		t.Fatal(err)
	}
	if _, err := d.SQL.ExecContext(t.Context(), `ALTER DATABASE `+name+` SET default_transaction_read_only = on`); err != nil {
		t.Fatal(err)
	}
	if s, err = d.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Append(t.Context(), storetest.Revised("alpha", "", 1)); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("%v (%v)", err, store.Cause(err))
	}
	if v, err := store.VerifyLedger(t.Context(), s, "alpha"); err != nil || v.Entries != 1 {
		t.Error(v, err)
	}
}

func BenchmarkStore(b *testing.B) {
	s, err := postgres.Open(b.Context(), pgtest.Database(b))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	storetest.Bench(b, s)
}
