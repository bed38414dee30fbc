package postgres

import (
	"errors"

	"github.com/jackc/pgx/v5/pgconn"

	"sortie/store"
)

// knownError words the errors of PostgreSQL, by their codes.
func knownError(err error) error {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return nil
	}
	switch e.Code {
	case "23505": // unique_violation
		return store.ErrTaken
	case "22021": // character_not_in_repertoire: no id or name that is kept has such bytes
		return store.ErrNotFound
	case "53100": // disk_full
		return store.ErrFull
	case "25006", "42501": // read_only_sql_transaction, insufficient_privilege
		return store.ErrReadOnly
	case "28000", "28P01", "3D000": // invalid_authorization_specification, invalid_password, invalid_catalog_name
		return store.ErrRefused
	case "XX001", "XX002": // data_corrupted, index_corrupted
		return store.ErrDamaged
	}
	return nil
}
