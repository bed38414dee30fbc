package postgres_test

import (
	"context"
	"database/sql"
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
