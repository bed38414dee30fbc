// Package sqlstore is what the stores on SQLite and on PostgreSQL share: the
// statements, which both understand, and how followers are told. A dialect
// fills in where they differ.
package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"sortie/store"
)

// Dialect is where the databases differ.
type Dialect struct {
	// Hold keeps other writers of a mission back until the transaction ends;
	// empty where a transaction that writes is the only one.
	Hold string
	// Notify tells other processes of an entry (mission, sequence number) once
	// the transaction commits; empty where they find out otherwise.
	Notify string
	// Snapshot begins a transaction that sees one moment.
	Snapshot sql.TxOptions
	// Known is which of the store's errors a driver's error is; nil: none.
	Known func(error) error
}

// Store is a store on database/sql.
type Store struct {
	write, read *sql.DB
	dialect     Dialect
	hub         *hub
	close       func() error
}

var _ store.Store = (*Store)(nil)

// New is a store on two pools of one database, which may be the same. Closing
// it calls close, which ends both.
func New(write, read *sql.DB, d Dialect, close func() error) *Store {
	return &Store{write: write, read: read, dialect: d, hub: newHub(), close: close}
}

// Close ends followers and connections.
func (s *Store) Close() error {
	s.hub.end()
	return s.close()
}

// Ping reports whether the store can be read and written now. What it writes is
// of use: it takes expired sessions out.
func (s *Store) Ping(ctx context.Context) error {
	return s.update(ctx, func(c conn) error {
		return c.exec(ctx, `DELETE FROM sessions WHERE expiry < $1`, time.Now().UnixMilli())
	})
}

// reader is the pool that reads.
func (s *Store) reader() conn { return conn{s.read, s.known} }

// update runs a function in a transaction that writes.
func (s *Store) update(ctx context.Context, do func(conn) error) error {
	return s.within(ctx, s.write, nil, do)
}

// snapshot runs a function in a transaction that sees one moment.
func (s *Store) snapshot(ctx context.Context, do func(conn) error) error {
	return s.within(ctx, s.read, &s.dialect.Snapshot, do)
}

func (s *Store) within(ctx context.Context, db *sql.DB, opts *sql.TxOptions, do func(conn) error) error {
	tx, err := db.BeginTx(ctx, opts)
	if err != nil {
		return s.known(err)
	}
	// After a commit this does nothing; after a failure what it returns says no
	// more than the failure did.
	defer tx.Rollback()
	if err := do(conn{tx, s.known}); err != nil {
		return err
	}
	return s.known(tx.Commit())
}

// known words a driver's error as one of the store's.
func (s *Store) known(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return store.ErrNotFound
	}
	if k := s.dialect.Known(err); k != nil {
		return store.Failed(k, err)
	}
	return store.Failed(store.ErrUnavailable, err)
}
