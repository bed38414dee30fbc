package sqlstore

import (
	"context"
	"errors"
	"iter"
	"time"

	"sortie/store"
)

// Append writes an entry.
func (s *Store) Append(ctx context.Context, d store.Draft) (store.Entry, error) {
	d, err := d.Checked()
	if err != nil {
		return store.Entry{}, err
	}
	var e store.Entry
	err = s.update(ctx, func(c conn) (err error) {
		if err := s.hold(ctx, c, d.Mission); err != nil {
			return err
		}
		if d.Key != "" {
			if e, err = entry(ctx, c, `WHERE mission = $1 AND key = $2`, d.Mission, d.Key); !errors.Is(err, store.ErrNotFound) {
				return err
			}
		}
		last, err := s.last(ctx, c, d)
		if err != nil {
			return err
		}
		e = d.After(last)
		return s.insert(ctx, c, e, d.Key)
	})
	if err != nil {
		return store.Entry{}, err
	}
	s.hub.tell(e.Mission, e.Seq)
	return e, nil
}

// hold keeps other writers of the mission back until the transaction ends.
func (s *Store) hold(ctx context.Context, c conn, mission string) error {
	if s.dialect.Hold == "" {
		return nil
	}
	return c.exec(ctx, s.dialect.Hold, mission)
}

// last is the entry that a draft follows, the zero Entry where it is the first.
// It returns the reasons why the draft may not follow.
func (s *Store) last(ctx context.Context, c conn, d store.Draft) (store.Entry, error) {
	last, err := head(ctx, c, d.Mission)
	if errors.Is(err, store.ErrNotFound) {
		switch {
		case d.Kind != store.Revision:
			return last, store.ErrNotFound
		case d.Builds > 0:
			return last, &store.Conflict{Mission: d.Mission, Builds: d.Builds}
		}
		return store.Entry{}, nil
	}
	if err != nil || d.Blind || !d.Kind.Changes() {
		return last, err
	}
	conflict := &store.Conflict{Mission: d.Mission, Builds: d.Builds}
	var at int64
	if err := c.one(ctx, []any{&conflict.Changed, &conflict.Actor, &at}, `SELECT seq, actor, at FROM entries
		WHERE mission = $1 AND kind IN ('revision', 'vote', 'statement') ORDER BY seq DESC LIMIT 1`, d.Mission); err != nil {
		return last, err
	}
	if conflict.Changed != d.Builds {
		conflict.At = time.UnixMilli(at).UTC()
		return last, conflict
	}
	return last, nil
}

func (s *Store) insert(ctx context.Context, c conn, e store.Entry, key string) error {
	err := c.exec(ctx, `INSERT INTO entries (mission, seq, kind, actor, at, body_sha256, previous, hash, key, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		e.Mission, e.Seq, string(e.Kind), e.Actor, e.At.UnixMilli(), e.BodySHA256, e.Previous, e.Hash, orNull(key), []byte(e.Body))
	if err != nil || s.dialect.Notify == "" {
		return err
	}
	return c.exec(ctx, s.dialect.Notify, e.Mission, e.Seq)
}

// orNull is NULL for what is empty, which may be there more than once.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// Adopt adds entries that were written elsewhere.
func (s *Store) Adopt(ctx context.Context, entries iter.Seq2[store.Entry, error]) (added int64, err error) {
	var last store.Entry
	err = s.update(ctx, func(c conn) error {
		var chain store.Chain
		for e, err := range entries {
			if err != nil {
				return err
			}
			if chain.Last.Seq == 0 {
				if err := s.hold(ctx, c, e.Mission); err != nil {
					return err
				}
				if last, err = head(ctx, c, e.Mission); err != nil && !errors.Is(err, store.ErrNotFound) {
					return err
				}
			}
			if breaks := chain.Next(e); breaks != nil {
				return breaks[0]
			}
			if e.Seq <= last.Seq {
				if err := same(ctx, c, e); err != nil {
					return err
				}
				continue
			}
			if err := s.insert(ctx, c, e, ""); err != nil {
				return err
			}
			added++
		}
		if last = chain.Last; last.Seq == 0 {
			return store.ErrNotFound
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	s.hub.tell(last.Mission, last.Seq)
	return added, nil
}

// same reports that an entry is not the one that is there in its place.
func same(ctx context.Context, c conn, e store.Entry) error {
	var hash string
	if err := c.one(ctx, []any{&hash}, `SELECT hash FROM entries WHERE mission = $1 AND seq = $2`, e.Mission, e.Seq); err != nil {
		return err
	}
	if hash != e.Hash {
		return &store.Diverged{Mission: e.Mission, Seq: e.Seq}
	}
	return nil
}
