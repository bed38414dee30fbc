package jobs

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Queue is the runs of a server, or of all servers and workers of a cluster. It
// is safe for many callers at once.
type Queue struct {
	config Config
	in     *embedded // nil in a cluster
	conn   *nats.Conn
	runs   jetstream.KeyValue
	bodies jetstream.ObjectStore
	mirror *mirror
	submit sync.Mutex // so that limits on what waits are exact within a process
	stop   func()     // ends what goes on behind
	behind sync.WaitGroup
	close  sync.Once
}

// Open opens the runs of the configured server, and returns once it knows them
// all. The context limits how long that may take.
func Open(ctx context.Context, c Config) (*Queue, error) {
	q := &Queue{config: c.withDefaults(), mirror: newMirror()}
	if c.URL == "" {
		var err error
		if q.in, err = embed(&q.config); err != nil {
			return nil, err
		}
	}
	if err := q.open(ctx); err != nil {
		q.Close()
		return nil, err
	}
	return q, nil
}

func (q *Queue) open(ctx context.Context) error {
	conn, js, err := connect(&q.config, q.in)
	if err != nil {
		return err
	}
	q.conn = conn
	if q.runs, q.bodies, err = q.buckets(ctx, js); err != nil {
		return err
	}
	behind, stop := context.WithCancel(context.Background())
	q.stop = stop
	loaded := make(chan struct{})
	if q.in != nil {
		q.behind.Go(func() { q.in.heal(behind) })
	}
	q.behind.Go(func() { q.follow(behind, sync.OnceFunc(func() { close(loaded) })) })
	select {
	case <-loaded:
	case <-ctx.Done():
		return fmt.Errorf("the runs cannot be read: %w", ctx.Err())
	}
	if q.in != nil {
		q.mirror.orphans()
	}
	q.behind.Go(func() { q.sweep(behind) })
	return nil
}

// Close ends the connection, and the embedded server. Work has to have returned.
func (q *Queue) Close() {
	q.close.Do(func() {
		if q.stop != nil {
			q.stop()
		}
		q.behind.Wait()
		if q.conn != nil {
			q.conn.Close()
		}
		if q.in != nil {
			q.in.close()
		}
	})
}

// Ping reports whether runs can be read and written now, or ErrAway or ErrFull.
func (q *Queue) Ping(ctx context.Context) error {
	if q.in != nil && q.in.broken.Load() {
		return ErrFull
	}
	if _, err := q.lastChange(ctx); err != nil {
		return fmt.Errorf("%w: %w", ErrAway, err)
	}
	return nil
}

// newID names a run so that nobody can guess it.
func newID() string { return rand.Text() }

// idLength is how long such names are.
const idLength = 26

// Submit has a mission planned and returns the run that waits for a worker. What
// is returned without an error is kept. It returns ErrBusy, ErrLimit,
// ErrFull or ErrAway.
func (q *Queue) Submit(ctx context.Context, r Request) (Run, error) {
	if r.Iterations > 0 {
		r.Seconds = cmp.Or(r.Seconds, q.config.MaxSeconds)
	}
	r.Seconds = cmp.Or(r.Seconds, min(10, q.config.MaxSeconds))
	if err := q.within(&r); err != nil {
		return Run{}, err
	}
	run := record{Run: Run{ID: newID(), Request: r, State: Waiting, Asked: q.config.now()}, HasFrom: len(r.From) > 0, Size: int64(len(r.Body) + len(r.From))}
	if err := q.room(&run); err != nil { // before much is written in vain
		return Run{}, err
	}
	if err := q.putBody(ctx, run.missionObject(), r.Body); err != nil {
		return Run{}, err
	}
	if run.HasFrom {
		if err := q.putBody(ctx, run.fromObject(), r.From); err != nil {
			return Run{}, err
		}
	}
	run.Body, run.From = nil, nil
	q.submit.Lock()
	defer q.submit.Unlock()
	if err := q.room(&run); err != nil {
		q.dropBodies(ctx, run.missionObject(), run.fromObject())
		return Run{}, err
	}
	h, err := q.create(ctx, run)
	return h.Run, err
}

// longestName is of missions and accounts, in bytes.
const longestName = 256

// within holds a request to the limits.
func (q *Queue) within(r *Request) error {
	switch most := q.config.MaxBytes; {
	case !(r.Seconds > 0) || r.Seconds > q.config.MaxSeconds:
		return over(secondsFrom, q.config.MaxSeconds)
	case r.Iterations < 0 || r.Iterations > math.MaxInt32:
		return over(triesFrom, math.MaxInt32)
	case len(r.Body) == 0:
		return over(needsMission)
	case int64(len(r.Body)) > most, int64(len(r.From)) > most:
		return over(bodyOf, most>>20)
	case len(r.Mission) > longestName, len(r.By) > longestName:
		return over(nameOf, longestName)
	}
	return nil
}

// room returns ErrBusy where no more may wait, for the user or in all.
func (q *Queue) room(r *record) error {
	all, its, size := 0, 0, r.Size
	for _, h := range q.mirror.all() {
		if h.State == Waiting {
			all++
			size += h.Size
			if h.By == r.By {
				its++
			}
		}
	}
	if all >= q.config.MaxWaiting || its >= q.config.MaxWaitingForUser || size > q.config.MaxWaitingBytes {
		return ErrBusy
	}
	return nil
}

// Get is a run, or ErrNotFound.
func (q *Queue) Get(ctx context.Context, id string) (Run, error) {
	h, err := q.get(ctx, id)
	return h.Run, err
}

func (q *Queue) get(ctx context.Context, id string) (held, error) {
	if h, ok := q.mirror.get(id); ok {
		return h, nil
	}
	return q.reload(ctx, id)
}

// isID reports whether the text may be a run's id, and so a key of JetStream.
func isID(id string) bool {
	return len(id) == idLength && !slices.ContainsFunc([]byte(id), func(c byte) bool {
		return (c < 'A' || c > 'Z') && (c < '2' || c > '7')
	})
}

// List is the runs of a mission, the newest first; with an empty name, of all.
func (q *Queue) List(mission string) []Run {
	return q.list(func(r *record) bool { return mission == "" || r.Mission == mission })
}

// Unrecorded is the runs that have a plan of which the ledger does not know yet,
// the newest first.
func (q *Queue) Unrecorded() []Run {
	return q.list(func(r *record) bool { return r.State == Done && r.Entry == 0 })
}

func (q *Queue) list(want func(*record) bool) []Run {
	out := []Run{}
	for _, h := range q.mirror.all() {
		if want(&h.record) {
			out = append(out, h.Run)
		}
	}
	slices.SortFunc(out, func(a, b Run) int { return cmp.Or(b.Asked.Compare(a.Asked), cmp.Compare(a.ID, b.ID)) })
	return out
}

// Stop asks a run to end with its best plan, and returns it as it is then:
// stopping, as a rule. One that has ended stays as it is. It returns ErrNotFound
// or ErrAway.
func (q *Queue) Stop(ctx context.Context, id string) (Run, error) {
	if _, err := q.get(ctx, id); err != nil {
		return Run{}, err
	}
	h, err := q.change(ctx, id, func(r *record) bool {
		switch r.State {
		case Waiting:
			reason := noReason
			if r.Best == "" {
				reason = reasonStopped
			}
			r.end(q.config.now(), reason)
		case Running:
			r.State = Stopping
		default:
			return false
		}
		return true
	})
	return h.Run, err
}

// Recorded tells that the ledger has the run's plan as an entry. Until then the
// run and its plan are kept. It returns ErrNotFound or ErrAway.
func (q *Queue) Recorded(ctx context.Context, id string, entry int64) error {
	_, err := q.change(ctx, id, func(r *record) bool {
		changed := r.Entry != entry
		r.Entry = entry
		return changed
	})
	return err
}

// Plan is the best plan of a run so far, as JSON; ErrNoPlan where there is none
// yet. While the run goes on its verdict has no bound.
func (q *Queue) Plan(ctx context.Context, id string) ([]byte, error) {
	h, err := q.get(ctx, id)
	for err == nil {
		if h.Best == "" {
			return nil, ErrNoPlan
		}
		var data []byte
		if data, err = q.body(ctx, h.Best); err == nil {
			return data, nil
		}
		was := h.Best
		if h, err = q.reload(ctx, id); err == nil && h.Best == was {
			return nil, errors.Join(ErrAway, fmt.Errorf("the plan of run %s is lost", id))
		}
	}
	return nil, err
}
