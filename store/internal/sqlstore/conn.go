package sqlstore

import (
	"context"
	"database/sql"
)

// conn is a pool or a transaction, whose errors are the store's.
type conn struct {
	on interface {
		ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
		QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
		QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	}
	known func(error) error
}

// exec runs a statement that answers nothing.
func (c conn) exec(ctx context.Context, query string, args ...any) error {
	_, err := c.on.ExecContext(ctx, query, args...)
	return c.known(err)
}

// one reads the one row of a query; without a row it is store.ErrNotFound.
func (c conn) one(ctx context.Context, into []any, query string, args ...any) error {
	return c.known(c.on.QueryRowContext(ctx, query, args...).Scan(into...))
}

// scan reads the columns of a row.
type scan func(into ...any) error

// each hands every row of a query to a function, as it comes.
func (c conn) each(ctx context.Context, row func(scan) error, query string, args ...any) error {
	rows, err := c.on.QueryContext(ctx, query, args...)
	if err != nil {
		return c.known(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(func(into ...any) error { return c.known(rows.Scan(into...)) }); err != nil {
			return err
		}
	}
	return c.known(rows.Err())
}
