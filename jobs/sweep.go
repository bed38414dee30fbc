package jobs

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// How often what is no longer needed is removed, and how old an object without a
// run has to be: whoever submits a run keeps its mission first.
const (
	sweepEvery = 10 * time.Minute
	orphanAge  = time.Hour
)

// sweep removes, until the context ends, runs that ended long ago and objects
// that no run needs.
func (q *Queue) sweep(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		if err := q.sweepOnce(ctx); err != nil && ctx.Err() == nil {
			q.config.Log.Warn("ended runs could not be removed: it is tried again later", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (q *Queue) sweepOnce(ctx context.Context) error {
	for _, h := range q.mirror.all() {
		if !q.removable(&h.record) {
			continue
		}
		err := q.runs.Purge(ctx, h.ID, jetstream.LastRevision(h.rev))
		if errors.Is(err, jetstream.ErrKeyRevisionMismatch) {
			continue
		}
		if err != nil {
			return err
		}
		q.mirror.remove(h.ID)
		q.dropBodies(ctx, h.missionObject(), h.fromObject(), h.Best)
	}
	if err := q.runs.PurgeDeletes(ctx, jetstream.DeleteMarkersOlderThan(orphanAge)); err != nil {
		return err
	}
	objects, err := q.bodies.List(ctx)
	if errors.Is(err, jetstream.ErrNoObjectsFound) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, o := range objects {
		id, _, _ := strings.Cut(o.Name, ".")
		if h, ok := q.mirror.get(id); ok && h.needs(o.Name) || q.config.now().Sub(o.ModTime) < orphanAge {
			continue
		}
		q.dropBodies(ctx, o.Name)
	}
	return ctx.Err()
}

// removable reports whether a run ended long enough ago. One whose plan is not in
// the ledger yet is kept.
func (q *Queue) removable(r *record) bool {
	return r.State.ended() && (r.State == Failed || r.Entry != 0) && q.config.now().Sub(r.Ended) > q.config.Keep
}
