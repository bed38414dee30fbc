package postgres

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"sortie/store/internal/sqlstore"
)

// channel carries "SEQ MISSION" of each entry.
const channel = "sortie_entries"

// longestPause is how long a listener waits before it tries again to connect.
const longestPause = 5 * time.Second

// listen tells followers of the entries of all processes until the context
// ends. After a connection was lost it looks at what it has missed.
func listen(ctx context.Context, config *pgx.ConnConfig, s *sqlstore.Store) {
	pause := 50 * time.Millisecond
	for ctx.Err() == nil {
		if listenOnce(ctx, config, s) {
			pause = 50 * time.Millisecond
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
		pause = min(2*pause, longestPause)
	}
}

// listenOnce listens on one connection until it breaks, and reports whether
// there was one.
func listenOnce(ctx context.Context, config *pgx.ConnConfig, s *sqlstore.Store) bool {
	c, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return false
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, `LISTEN `+channel); err != nil {
		return false
	}
	// Only now: what is written from here on is notified.
	if err := s.Look(ctx); err != nil {
		return false
	}
	for {
		n, err := c.WaitForNotification(ctx)
		if err != nil {
			return true
		}
		number, mission, _ := strings.Cut(n.Payload, " ")
		if seq, err := strconv.ParseInt(number, 10, 64); err == nil {
			s.Told(mission, seq)
		}
	}
}
