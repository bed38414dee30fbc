package sqlstore

import (
	"context"
	"io"
	"time"

	"sortie/store"
)

// Backup writes everything as of one moment.
func (s *Store) Backup(ctx context.Context, to io.Writer) error {
	w, err := store.NewBackupWriter(to, time.Now())
	if err != nil {
		return err
	}
	err = s.snapshot(ctx, func(c conn) error {
		all, err := accounts(ctx, c)
		if err != nil {
			return err
		}
		for _, a := range all {
			if err := w.Write(store.Kept{Account: &a}); err != nil {
				return err
			}
		}
		return c.each(ctx, func(row scan) error {
			var key string
			var body []byte
			e, err := scanEntry(row, &body, &key)
			if err != nil {
				return err
			}
			e.Body = body
			return w.Write(store.Kept{Entry: &e, Key: key})
		}, `SELECT `+allColumns+`, coalesce(key, '') FROM entries ORDER BY mission, seq`)
	})
	if err != nil {
		return err
	}
	return w.Finish()
}

// Restore reads a backup into an empty store.
func (s *Store) Restore(ctx context.Context, from io.Reader) error {
	heads := map[string]int64{}
	err := s.update(ctx, func(c conn) error {
		var entries, accounts int64
		if err := c.one(ctx, []any{&entries, &accounts}, `SELECT (SELECT count(*) FROM entries), (SELECT count(*) FROM accounts)`); err != nil {
			return err
		}
		if entries+accounts > 0 {
			return store.ErrNotEmpty
		}
		for k, err := range store.ReadBackup(from) {
			switch {
			case err != nil:
				return err
			case k.Account != nil:
				err = putAccount(ctx, c, *k.Account)
			default:
				err = s.insert(ctx, c, *k.Entry, k.Key)
				heads[k.Entry.Mission] = k.Entry.Seq
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for mission, seq := range heads {
		s.hub.tell(mission, seq)
	}
	return nil
}
