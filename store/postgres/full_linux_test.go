package postgres_test

import (
	"os"
	"path/filepath"
	"testing"

	"sortie/internal/pgtest"
	"sortie/store/postgres"
	"sortie/store/storetest"
)

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
	// A new database's files have holes until its pages are written, and then
	// need room that is gone.
	server.Execute(t, `CHECKPOINT`)
	storetest.Full(t, dir, s)
}
