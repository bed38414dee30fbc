package sqlstore

import (
	"context"
	"time"

	"sortie/store"
)

const accountColumns = `SELECT id, name, role, nation, password, coalesce(subject, ''), disabled, created FROM accounts `

func scanAccount(row scan) (store.Account, error) {
	var a store.Account
	var created int64
	err := row(&a.ID, &a.Name, &a.Role, &a.Nation, &a.Password, &a.Subject, &a.Disabled, &created)
	a.Created = time.UnixMilli(created).UTC()
	return a, err
}

// PutAccount adds an account or replaces one.
func (s *Store) PutAccount(ctx context.Context, a store.Account) error {
	return s.update(ctx, func(c conn) error { return putAccount(ctx, c, a) })
}

func putAccount(ctx context.Context, c conn, a store.Account) error {
	return c.exec(ctx, `INSERT INTO accounts (id, name, role, nation, password, subject, disabled, created)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, nation = excluded.nation,
			password = excluded.password, subject = excluded.subject, disabled = excluded.disabled, created = excluded.created`,
		a.ID, a.Name, a.Role, a.Nation, a.Password, orNull(a.Subject), a.Disabled, a.Created.UnixMilli())
}

// Accounts lists the accounts by name.
func (s *Store) Accounts(ctx context.Context) ([]store.Account, error) {
	return accounts(ctx, s.reader())
}

func accounts(ctx context.Context, c conn) ([]store.Account, error) {
	var out []store.Account
	err := c.each(ctx, func(row scan) error {
		a, err := scanAccount(row)
		out = append(out, a)
		return err
	}, accountColumns+`ORDER BY name`)
	return out, err
}

// AccountByID is one of the accounts.
func (s *Store) AccountByID(ctx context.Context, id string) (store.Account, error) {
	return s.account(ctx, `WHERE id = $1`, id)
}

// AccountByName is one of the accounts.
func (s *Store) AccountByName(ctx context.Context, name string) (store.Account, error) {
	return s.account(ctx, `WHERE name = $1`, name)
}

// AccountBySubject is one of the accounts.
func (s *Store) AccountBySubject(ctx context.Context, subject string) (store.Account, error) {
	return s.account(ctx, `WHERE subject = $1`, subject)
}

func (s *Store) account(ctx context.Context, where string, arg string) (store.Account, error) {
	return scanAccount(func(into ...any) error { return s.reader().one(ctx, into, accountColumns+where, arg) })
}
