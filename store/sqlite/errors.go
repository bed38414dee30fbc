package sqlite

import (
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"sortie/store"
)

// knownError words the errors of SQLite on a file.
func knownError(path string) func(error) error {
	return func(err error) error {
		var e *sqlite.Error
		if !errors.As(err, &e) {
			return nil
		}
		switch e.Code() {
		case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
			return store.ErrTaken
		}
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_FULL:
			return store.ErrFull
		case sqlite3.SQLITE_IOERR:
			// SQLite says why it could not write only where a write fell short.
			if full(path) {
				return store.ErrFull
			}
			return store.ErrReadOnly
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			return store.ErrReadOnly
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return store.ErrBusy
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
			return store.ErrDamaged
		}
		return nil
	}
}
