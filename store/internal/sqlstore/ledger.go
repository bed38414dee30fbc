package sqlstore

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sortie/store"
)

const (
	headColumns = `mission, seq, kind, actor, at, body_sha256, previous, hash`
	allColumns  = headColumns + `, body`
)

// scanEntry reads the columns above.
func scanEntry(row scan, more ...any) (store.Entry, error) {
	var e store.Entry
	var kind string
	var at int64
	err := row(append([]any{&e.Mission, &e.Seq, &kind, &e.Actor, &at, &e.BodySHA256, &e.Previous, &e.Hash}, more...)...)
	e.Kind, e.At = store.Kind(kind), time.UnixMilli(at).UTC()
	return e, err
}

// entry is the one entry, with its body, that a condition finds.
func entry(ctx context.Context, c conn, where string, args ...any) (store.Entry, error) {
	var body []byte
	e, err := scanEntry(func(into ...any) error {
		return c.one(ctx, into, `SELECT `+allColumns+` FROM entries `+where, args...)
	}, &body)
	e.Body = body
	return e, err
}

// head is the last entry of a mission, without its body.
func head(ctx context.Context, c conn, mission string) (store.Entry, error) {
	return scanEntry(func(into ...any) error {
		return c.one(ctx, into, `SELECT `+headColumns+` FROM entries WHERE mission = $1 ORDER BY seq DESC LIMIT 1`, mission)
	})
}

// entries are those that a condition finds, with their bodies or without.
func (s *Store) entries(ctx context.Context, bodies bool, where string, args ...any) ([]store.Entry, error) {
	columns := headColumns
	if bodies {
		columns = allColumns
	}
	var out []store.Entry
	err := s.reader().each(ctx, func(row scan) error {
		var body []byte
		var more []any
		if bodies {
			more = []any{&body}
		}
		e, err := scanEntry(row, more...)
		e.Body = body
		out = append(out, e)
		return err
	}, `SELECT `+columns+` FROM entries `+where, args...)
	return out, err
}

// Entry is one entry with its body.
func (s *Store) Entry(ctx context.Context, mission string, seq int64) (store.Entry, error) {
	return entry(ctx, s.reader(), `WHERE mission = $1 AND seq = $2`, mission, seq)
}

// Entries are entries after a sequence number, without their bodies.
func (s *Store) Entries(ctx context.Context, mission string, after int64, limit int) ([]store.Entry, error) {
	return s.entries(ctx, false, `WHERE mission = $1 AND seq > $2 ORDER BY seq LIMIT $3`, mission, after, limit)
}

// Latest are the newest entries of a kind.
func (s *Store) Latest(ctx context.Context, mission string, kind store.Kind, limit int) ([]store.Entry, error) {
	return s.entries(ctx, true, `WHERE mission = $1 AND kind = $2 ORDER BY seq DESC LIMIT $3`, mission, string(kind), limit)
}

// Since are all entries of the kinds after a sequence number.
func (s *Store) Since(ctx context.Context, mission string, after int64, kinds ...store.Kind) ([]store.Entry, error) {
	var places []string
	args := []any{mission, after}
	for _, k := range kinds {
		args = append(args, string(k))
		places = append(places, fmt.Sprintf("$%d", len(args)))
	}
	if places == nil {
		return nil, nil
	}
	return s.entries(ctx, true, `WHERE mission = $1 AND seq > $2 AND kind IN (`+strings.Join(places, ", ")+`) ORDER BY seq`, args...)
}

// ofMission is what a list of missions shows of m.id. The subqueries each look
// at one end of an index.
const ofMission = `SELECT m.id,
	(SELECT max(seq) FROM entries WHERE mission = m.id),
	(SELECT max(seq) FROM entries WHERE mission = m.id AND kind IN ('revision', 'vote', 'statement')),
	(SELECT at FROM entries WHERE mission = m.id ORDER BY seq LIMIT 1),
	(SELECT at FROM entries WHERE mission = m.id ORDER BY seq DESC LIMIT 1) `

func scanMission(row scan) (store.Mission, error) {
	var m store.Mission
	var begun, at int64
	err := row(&m.ID, &m.Seq, &m.Changed, &begun, &at)
	m.Begun, m.At = time.UnixMilli(begun).UTC(), time.UnixMilli(at).UTC()
	return m, err
}

// Missions lists the missions. Their ids are found by leaping from one to the
// next in the index, however many entries each has.
func (s *Store) Missions(ctx context.Context) ([]store.Mission, error) {
	var out []store.Mission
	err := s.reader().each(ctx, func(row scan) error {
		m, err := scanMission(row)
		out = append(out, m)
		return err
	}, `WITH RECURSIVE m(id) AS (
		SELECT min(mission) FROM entries
		UNION ALL
		SELECT (SELECT min(mission) FROM entries WHERE mission > m.id) FROM m WHERE m.id IS NOT NULL)
	`+ofMission+`FROM m WHERE m.id IS NOT NULL ORDER BY m.id`)
	return out, err
}

// Mission is one of the missions.
func (s *Store) Mission(ctx context.Context, id string) (store.Mission, error) {
	return scanMission(func(into ...any) error {
		return s.reader().one(ctx, into, ofMission+`FROM (SELECT mission AS id FROM entries WHERE mission = $1 LIMIT 1) AS m`, id)
	})
}

// Follow tells of new entries.
func (s *Store) Follow(ctx context.Context, mission string, after int64) (<-chan int64, error) {
	// It joins before it looks: what is written in between is told by whichever
	// comes first.
	ch, leave := s.hub.join(ctx, mission, after)
	last, err := head(ctx, s.reader(), mission)
	if err != nil {
		leave()
		return nil, err
	}
	s.hub.tell(mission, last.Seq)
	return ch, nil
}

// Told tells followers of an entry that another process wrote.
func (s *Store) Told(mission string, seq int64) { s.hub.tell(mission, seq) }

// Followed reports whether anybody follows a mission.
func (s *Store) Followed() bool { return len(s.hub.missions()) > 0 }

// Look tells followers of whatever has been written by others: where a
// notification may have been missed, or there are none.
func (s *Store) Look(ctx context.Context) error {
	for _, mission := range s.hub.missions() {
		last, err := head(ctx, s.reader(), mission)
		if err != nil {
			return err
		}
		s.hub.tell(mission, last.Seq)
	}
	return nil
}
