// Package sqlite keeps a ledger in one file: the store of a laptop. Every entry
// is on the disk before it is acknowledged.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"sortie/store"
	"sortie/store/internal/sqlstore"
)

//go:embed migrations/*.sql
var migrations embed.FS

// lookEvery is how often followers are told of what another process has written
// to the file; what this one writes they are told at once.
const lookEvery = 250 * time.Millisecond

// pragmas of every connection. With a write-ahead log readers do not wait for
// the writer, and FULL has it on the disk before a commit returns. The busy
// timeout is for other processes: within one there is a single writer. The log
// gives room back that a large import took.
var pragmas = []string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "journal_size_limit(16777216)", "trusted_schema(OFF)"}

// Open opens a file, or makes one that its owner alone may read, and brings it
// to this version. Several processes may have it open, on one machine. It
// returns store.ErrNewer, or another of the store's errors.
func Open(ctx context.Context, path string) (store.Store, error) {
	known := func(err error) error {
		if errors.Is(err, store.ErrNewer) {
			return err
		}
		if k := knownError(path)(err); k != nil {
			return store.Failed(k, err)
		}
		return store.Failed(store.ErrUnavailable, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	write, err := pool(path, 1, "_txlock=immediate")
	if err != nil {
		return nil, known(err)
	}
	if err := migrate(ctx, write, path); err != nil {
		return nil, known(errors.Join(err, write.Close()))
	}
	read, err := pool(path, max(4, runtime.NumCPU()), "_pragma=query_only(ON)")
	if err != nil {
		return nil, known(errors.Join(err, write.Close()))
	}
	watching, end := context.WithCancel(context.WithoutCancel(ctx))
	watched := make(chan struct{})
	s := sqlstore.New(write, read, sqlstore.Dialect{Snapshot: sql.TxOptions{ReadOnly: true}, Known: knownError(path)}, func() error {
		end()
		<-watched
		return errors.Join(read.Close(), write.Close())
	})
	go func() {
		defer close(watched)
		watch(watching, read, s)
	}()
	return s, nil
}

// pool is a pool of connections with the pragmas above.
func pool(path string, size int, option string) (*sql.DB, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	query := option
	for _, p := range pragmas {
		query += "&_pragma=" + p
	}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: absolute, RawQuery: query}).String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db, nil
}

// migrate brings the tables to this version. Two processes may do so at once:
// the one that comes second fails on what the first has done, and looks again.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		err = sqlstore.Migrate(ctx, db, goose.DialectSQLite3, dir)
		if err == nil || errors.Is(err, store.ErrNewer) || try == 5 {
			return err
		}
		// What is there already has no code of its own.
		if k := knownError(path)(err); k != nil && !errors.Is(k, store.ErrBusy) && !errors.Is(k, store.ErrTaken) {
			return err
		}
	}
}

// watch looks at the file's version, and lets followers know when another
// connection has changed it.
func watch(ctx context.Context, db *sql.DB, s *sqlstore.Store) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	var seen int64
	var c *sql.Conn
	defer func() {
		if c != nil {
			c.Close()
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if !s.Followed() {
			continue
		}
		if c == nil {
			// The version is counted by connection: it has to stay the same one.
			if c, _ = db.Conn(ctx); c == nil {
				continue
			}
		}
		var version int64
		if err := c.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version); err != nil || version == seen {
			continue
		}
		if s.Look(ctx) == nil {
			seen = version
		}
	}
}
