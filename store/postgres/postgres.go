// Package postgres keeps ledgers in a PostgreSQL database: the store of a
// headquarters, for any number of processes. Every entry is in its log on the
// disk before it is acknowledged.
package postgres

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"sortie/internal/lang"
	"sortie/store"
	"sortie/store/internal/sqlstore"
)

//go:embed migrations/*.sql
var migrations embed.FS

// How many connections a process takes at most. Readers have theirs: writers
// that wait for one another do not keep them out.
const (
	writing = 8
	reading = 16
)

// migrating is the key of the lock under which the tables are brought to a
// version: the letters "sortie" as a number.
const migrating = 0x736f72746965

// Open opens a database, postgres://user@host/name, and brings it to this
// version. It returns store.ErrNewer, or another of the store's errors.
func Open(ctx context.Context, address string) (store.Store, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, &store.Invalid{Field: "address", Why: lang.Phrase{EN: "it is no address of a PostgreSQL database", FR: "ce n’est pas l’adresse d’une base PostgreSQL"}.Text()}
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 10 * time.Second
	}
	// Whatever the server's default is, a commit is on the disk when it returns.
	config.RuntimeParams["synchronous_commit"] = "on"
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "sortie"
	}
	write, read := pool(config, writing), pool(config, reading)
	if err := migrate(ctx, write); err != nil {
		err = errors.Join(err, write.Close(), read.Close())
		if errors.Is(err, store.ErrNewer) {
			return nil, err
		}
		if k := knownError(err); k != nil {
			return nil, store.Failed(k, err)
		}
		return nil, store.Failed(store.ErrUnavailable, err)
	}
	listening, end := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	s := sqlstore.New(write, read, sqlstore.Dialect{
		Hold:     `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`,
		Notify:   `SELECT pg_notify('` + channel + `', $2::bigint || ' ' || $1)`,
		Snapshot: sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		Known:    knownError,
	}, func() error {
		end()
		<-ended
		return errors.Join(read.Close(), write.Close())
	})
	go func() {
		defer close(ended)
		listen(listening, config, s)
	}()
	return s, nil
}

// pool is a pool of connections, each of which is tried before it is used again:
// after the server was started anew nobody gets an error for its old ones.
func pool(config *pgx.ConnConfig, size int) *sql.DB {
	db := stdlib.OpenDB(*config, stdlib.OptionShouldPing(func(context.Context, stdlib.ShouldPingParams) bool { return true }))
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	db.SetConnMaxIdleTime(5 * time.Minute)
	return db
}

// migrate brings the tables to this version, one process at a time.
func migrate(ctx context.Context, db *sql.DB) (err error) {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	// Closing gives the connection back to the pool: the lock has to go first.
	defer func() {
		_, unlock := c.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, int64(migrating))
		err = errors.Join(err, unlock, c.Close())
	}()
	if _, err := c.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, int64(migrating)); err != nil {
		return err
	}
	return sqlstore.Migrate(ctx, db, goose.DialectPostgres, dir)
}
