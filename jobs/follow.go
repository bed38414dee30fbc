package jobs

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// look is how often the mirror asks JetStream whether it has missed anything.
const look = time.Second

// follow keeps the mirror up to date until the context ends. loaded is called
// once everything that there was has come in.
func (q *Queue) follow(ctx context.Context, loaded func()) {
	for ctx.Err() == nil {
		if err := q.followOnce(ctx, loaded); err != nil && ctx.Err() == nil {
			q.mirror.reached(time.Now(), false)
			q.config.Log.Debug("runs are read anew", "error", err)
			pause(ctx)
		}
	}
}

var errMissed = errors.New("changes of runs did not come in")

// followOnce follows until the context ends or something was missed: a watch that
// loses its server may not notice.
func (q *Queue) followOnce(ctx context.Context, loaded func()) error {
	known, err := q.lastChange(ctx)
	if err != nil {
		return err
	}
	watch, err := q.runs.WatchAll(ctx)
	if err != nil {
		return err
	}
	defer watch.Stop()   //nolint:errcheck // the watch is of no use any more either way
	var seen, due uint64 // latest change that came in; one that should have, by now
	first := map[string]bool{}
	tick := time.NewTicker(look)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case entry, ok := <-watch.Updates():
			switch {
			case !ok:
				return errMissed
			case entry == nil: // all that there was
				q.mirror.keep(first)
				seen = max(seen, known)
				q.mirror.reached(time.Now(), true)
				loaded()
			default:
				seen = max(seen, entry.Revision())
				if q.take(entry) {
					first[entry.Key()] = true
				}
			}
		case <-tick.C:
			if seen < due {
				return errMissed
			}
			if due, err = q.lastChange(ctx); err != nil {
				return err
			}
			q.mirror.reached(time.Now(), true)
		}
	}
}

// lastChange is the number of the latest change in JetStream.
func (q *Queue) lastChange(ctx context.Context) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, attempt)
	defer cancel()
	status, err := q.runs.Status(ctx)
	if err != nil {
		return 0, err
	}
	info, ok := status.(*jetstream.KeyValueBucketStatus)
	if !ok {
		return 0, errors.New("the bucket of runs does not tell its state")
	}
	return info.StreamInfo().State.LastSeq, nil
}

// take puts a change into the mirror, and reports whether the run is there.
func (q *Queue) take(entry jetstream.KeyValueEntry) bool {
	if entry.Operation() != jetstream.KeyValuePut {
		q.mirror.remove(entry.Key())
		return false
	}
	r, err := decode(entry.Value())
	if err != nil || r.ID != entry.Key() {
		q.config.Log.Error("a run in JetStream cannot be read", "run", entry.Key(), "error", err)
		return false
	}
	q.mirror.apply(r, entry.Revision())
	return true
}
