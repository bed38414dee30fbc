package sqlstore

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"sortie/internal/lang"
	"sortie/store"
)

// DeleteCtx ends a session.
func (s *Store) DeleteCtx(ctx context.Context, token string) error {
	return s.update(ctx, func(c conn) error { return c.exec(ctx, `DELETE FROM sessions WHERE token = $1`, token) })
}

// FindCtx is the data of a session that has not expired.
func (s *Store) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	err = s.reader().one(ctx, []any{&data}, `SELECT data FROM sessions WHERE token = $1 AND expiry > $2`, token, time.Now().UnixMilli())
	if errors.Is(err, store.ErrNotFound) {
		return nil, false, nil
	}
	return data, err == nil, err
}

// CommitCtx keeps a session, and takes those out that have expired.
func (s *Store) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	var of struct {
		Account string `json:"account"`
	}
	if err := json.Unmarshal(data, &of); err != nil {
		return &store.Invalid{Field: "session", Why: lang.Phrase{EN: "it is no JSON object: %s", FR: "ce n’est pas un objet JSON : %s"}.Text(err.Error())}
	}
	return s.update(ctx, func(c conn) error {
		if err := c.exec(ctx, `DELETE FROM sessions WHERE expiry < $1`, time.Now().UnixMilli()); err != nil {
			return err
		}
		return c.exec(ctx, `INSERT INTO sessions (token, account, expiry, data) VALUES ($1, $2, $3, $4)
			ON CONFLICT (token) DO UPDATE SET account = excluded.account, expiry = excluded.expiry, data = excluded.data`,
			token, of.Account, expiry.UnixMilli(), data)
	})
}

// EndSessions ends all sessions of an account.
func (s *Store) EndSessions(ctx context.Context, account string) error {
	return s.update(ctx, func(c conn) error { return c.exec(ctx, `DELETE FROM sessions WHERE account = $1`, account) })
}
