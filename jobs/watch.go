package jobs

import "context"

// Watch follows a run: as it is now, then each change. A reader that is slow
// gets the latest state alone. The channel is closed after the run has ended, or
// when the context ends. It returns ErrNotFound.
func (q *Queue) Watch(ctx context.Context, id string) (<-chan Run, error) {
	if _, err := q.get(ctx, id); err != nil {
		return nil, err
	}
	return q.watch(ctx, func(r *record) bool { return r.ID == id }, func(r *Run) bool { return r.State.ended() }), nil
}

// WatchMission follows the runs of a mission, or of all with an empty name: each
// as it is now, the oldest first, then each change. A reader that is slow gets
// the latest state of each alone. The channel is closed when the context ends.
func (q *Queue) WatchMission(ctx context.Context, mission string) <-chan Run {
	return q.watch(ctx, func(r *record) bool { return mission == "" || r.Mission == mission }, func(*Run) bool { return false })
}

func (q *Queue) watch(ctx context.Context, want func(*record) bool, last func(*Run) bool) <-chan Run {
	out := make(chan Run)
	f := q.mirror.subscribe(want)
	go func() {
		defer close(out)
		defer q.mirror.unsubscribe(f)
		for {
			select {
			case <-ctx.Done():
				return
			case <-f.signal:
			}
			for _, h := range f.take() {
				select {
				case <-ctx.Done():
					return
				case out <- h.Run:
				}
				if last(&h.Run) {
					return
				}
			}
		}
	}()
	return out
}
