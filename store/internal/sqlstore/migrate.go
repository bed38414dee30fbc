package sqlstore

import (
	"context"
	"database/sql"
	"io/fs"

	"github.com/pressly/goose/v3"

	"sortie/store"
)

// Migrate brings the tables to what this version of the program knows. It
// returns store.ErrNewer where they are of a later one, and else the driver's
// own errors.
func Migrate(ctx context.Context, db *sql.DB, dialect goose.Dialect, migrations fs.FS) error {
	p, err := goose.NewProvider(dialect, db, migrations, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	current, target, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return store.ErrNewer
	}
	_, err = p.Up(ctx)
	return err
}
