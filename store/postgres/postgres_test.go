package postgres_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
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

func TestFull(t *testing.T) {
	server := pgtest.Start(t)
	dir := filepath.Join(server.Dir(), "small")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	storetest.SmallDisk(t, dir, 32)
	space := filepath.Join(dir, "tables")
	if err := os.Mkdir(space, 0o700); err != nil {
		t.Fatal(err)
	}
	server.Own(t, dir, space)
	server.Execute(t, `CREATE TABLESPACE small LOCATION '`+space+`'`)
	s, err := postgres.Open(t.Context(), server.Database(t, "small"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	storetest.Full(t, dir, s)
}
