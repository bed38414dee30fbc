package jobs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// patience is how long a request is repeated while JetStream does not answer.
const patience = 30 * time.Second

// errChanged says that somebody else changed the run first.
var errChanged = errors.New("the run was changed by another")

// insist repeats a request until it is answered, time is up or the context ends;
// then it returns ErrAway. Where there is no room it returns ErrFull at once.
func (q *Queue) insist(ctx context.Context, request func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		err := request(ctx)
		switch {
		case err == nil, errors.Is(err, ErrNotFound), errors.Is(err, ErrLimit), errors.Is(err, errChanged):
			return err
		case full(err), q.in != nil && q.in.broken.Load():
			return fmt.Errorf("%w: %w", ErrFull, err)
		case !pause(ctx):
			return fmt.Errorf("%w: %w", ErrAway, err)
		}
	}
}

// full reports whether JetStream has no room left.
func full(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && (api.ErrorCode == codeNoResources || api.ErrorCode == codeNoStorage)
}

// codeNoStorage is how JetStream says that it has no room.
const codeNoStorage = 10047

// create keeps a new run.
func (q *Queue) create(ctx context.Context, r record) (held, error) {
	data, err := json.Marshal(&r)
	if err != nil {
		return held{}, err
	}
	var rev uint64
	err = q.insist(ctx, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, attempt)
		defer cancel()
		var err error
		if rev, err = q.runs.Create(ctx, r.ID, data); errors.Is(err, jetstream.ErrKeyExists) {
			rev, err = q.isThere(ctx, r.ID, data) // by an attempt whose answer was lost
		}
		return err
	})
	if err != nil {
		return held{}, err
	}
	return q.mirror.apply(r, rev), nil
}

// update writes a run over the revision that was seen, or returns errChanged.
func (q *Queue) update(ctx context.Context, h held) (held, error) {
	data, err := json.Marshal(&h.record)
	if err != nil {
		return h, err
	}
	err = q.insist(ctx, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, attempt)
		defer cancel()
		rev, err := q.runs.Update(ctx, h.ID, data, h.rev)
		if errors.Is(err, jetstream.ErrKeyRevisionMismatch) {
			rev, err = q.isThere(ctx, h.ID, data)
		}
		if err == nil {
			h.rev = rev
		}
		return err
	})
	if err != nil {
		return h, err
	}
	return q.mirror.apply(h.record, h.rev), nil
}

// isThere is the revision of a run where it is just what we wrote, by an attempt
// whose answer was lost; else errChanged.
func (q *Queue) isThere(ctx context.Context, id string, data []byte) (uint64, error) {
	entry, err := q.runs.Get(ctx, id)
	switch {
	case errors.Is(err, jetstream.ErrKeyNotFound):
		return 0, errChanged
	case err != nil:
		return 0, err
	case !bytes.Equal(entry.Value(), data):
		return 0, errChanged
	}
	return entry.Revision(), nil
}

// reload is a run as JetStream has it now, or ErrNotFound.
func (q *Queue) reload(ctx context.Context, id string) (held, error) {
	var h held
	if !isID(id) {
		return h, ErrNotFound
	}
	err := q.insist(ctx, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, attempt)
		defer cancel()
		entry, err := q.runs.Get(ctx, id)
		if errors.Is(err, jetstream.ErrKeyNotFound) {
			return ErrNotFound
		}
		if err != nil {
			return err
		}
		r, err := decode(entry.Value())
		if err != nil {
			return ErrNotFound
		}
		h = q.mirror.apply(r, entry.Revision())
		return nil
	})
	return h, err
}

// change changes a run as it is now, again where somebody else was faster. It
// leaves it as it is where f reports that nothing is to be changed.
func (q *Queue) change(ctx context.Context, id string, f func(*record) bool) (held, error) {
	h, ok := q.mirror.get(id)
	var err error
	if !ok {
		if h, err = q.reload(ctx, id); err != nil {
			return h, err
		}
	}
	for {
		next := h
		if !f(&next.record) {
			return h, nil
		}
		if next, err = q.update(ctx, next); !errors.Is(err, errChanged) {
			return next, err
		}
		if h, err = q.reload(ctx, id); err != nil {
			return h, err
		}
	}
}
