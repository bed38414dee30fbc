// Package open opens a ledger by its name: a file for SQLite, or the address of
// a PostgreSQL database.
package open

import (
	"context"
	"os"
	"strings"

	"sortie/store"
	"sortie/store/postgres"
	"sortie/store/sqlite"
)

// Open opens a ledger and brings it to this version; a file that is not there
// is made. It returns the store's errors, or the operating system's where the
// file cannot be opened.
func Open(ctx context.Context, name string) (store.Store, error) {
	if remote(name) {
		return postgres.Open(ctx, name)
	}
	return sqlite.Open(ctx, name)
}

// Existing is Open for a ledger that has to be there: a file that is not is an
// error, fs.ErrNotExist.
func Existing(ctx context.Context, name string) (store.Store, error) {
	if !remote(name) {
		if _, err := os.Stat(name); err != nil {
			return nil, err
		}
	}
	return Open(ctx, name)
}

func remote(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}
