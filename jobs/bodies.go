package jobs

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// chunk is in what parts objects are kept; servers take messages of up to 1 MiB.
const chunk = 512 << 10

// slowest is the least that a cluster has to take, in bytes a second, for its
// silence not to count as such.
const slowest = 4 << 20

// putBody keeps an object, and tries again while JetStream does not answer.
func (q *Queue) putBody(ctx context.Context, name string, data []byte) error {
	return q.insist(ctx, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, attempt+time.Duration(len(data)/slowest)*time.Second)
		defer cancel()
		meta := jetstream.ObjectMeta{Name: name, Opts: &jetstream.ObjectMetaOptions{ChunkSize: chunk}}
		_, err := q.bodies.Put(ctx, meta, bytes.NewReader(data))
		return err
	})
}

// body is an object, or ErrNotFound.
func (q *Queue) body(ctx context.Context, name string) (data []byte, err error) {
	err = q.insist(ctx, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeout(ctx, patience/2)
		defer cancel()
		object, err := q.bodies.Get(ctx, name)
		if errors.Is(err, jetstream.ErrObjectNotFound) {
			return ErrNotFound
		}
		if err != nil {
			return err
		}
		defer object.Close()
		data, err = io.ReadAll(io.LimitReader(object, q.config.MaxBytes+1))
		if int64(len(data)) > q.config.MaxBytes {
			return over(megabytes, q.config.MaxBytes>>20)
		}
		return err
	})
	return data, err
}

// dropBodies removes objects; what cannot be removed now is when ended runs are
// swept up.
func (q *Queue) dropBodies(ctx context.Context, names ...string) {
	for _, name := range names {
		if name == "" {
			continue
		}
		ctx, cancel := context.WithTimeout(ctx, attempt)
		if err := q.bodies.Delete(ctx, name); err != nil && !errors.Is(err, jetstream.ErrObjectNotFound) {
			q.config.Log.Debug("an object is left for later", "object", name, "error", err)
		}
		cancel()
	}
}
