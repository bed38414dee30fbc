// Package load puts a running `sortie serve` under the load of a headquarters
// on a busy day and says how it bore it: how long reads and writes took,
// whether anything acknowledged was lost, how much memory it held.
package load

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Config is one load.
type Config struct {
	URL     string        // of the server, without a slash at the end
	Admin   Office        // an administrator, who makes an account for each client
	Mission []byte        // canonical JSON of the mission that all work on
	ID      string        // its id
	For     time.Duration // how long it lasts
	Streams int           // people with the mission's live stream open; the others are among them
	Readers int           // of these, people who read the mission every ReadEvery
	Writers int           // people who write to it every WriteEvery
	Runs    int           // people who have it planned again and again

	ReadEvery, WriteEvery time.Duration

	// Memory is the resident memory of the server's process in bytes.
	Memory func() (int64, error)
}

// Figures are what a load came to.
type Figures struct {
	Reads, Writes Times
	Conflicts     int // edits answered with "changed after you read it", and made again
	Runs          int // that ended with a plan
	Events        int // ledger entries that the streams were told of, all together
	Memory        []Reading
}

// Reading is the server's memory at a moment.
type Reading struct {
	After time.Duration
	Bytes int64
}

// Times are how long requests took that were answered as they should be.
type Times []time.Duration

// Share is the time within which so many of a hundred requests were answered.
func (t Times) Share(percent float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[min(len(sorted)-1, int(float64(len(sorted))*percent/100))]
}

// crowd is a load while it lasts.
type crowd struct {
	Config
	admin *client

	mu      sync.Mutex
	figures Figures
	kept    map[int64]string // entries that the server acknowledged: hash by number
	newest  planned
	err     error // the first that a client met
	stop    context.CancelFunc
}

// planned is a plan's entry in the ledger.
type planned struct {
	entry     int64
	movements int
}

// entry is what the ledger's chain says of an entry.
type entry struct {
	Seq  int64
	Hash string
}

// Run puts the load on and returns what it came to. An answer that no client
// expects, or anything acknowledged that is not there in the end, is an error.
func Run(ctx context.Context, c Config) (Figures, error) {
	w := &crowd{Config: c, kept: map[int64]string{}}
	clients, err := w.enter(ctx)
	if err != nil {
		return Figures{}, err
	}
	during, stop := context.WithTimeout(ctx, c.For)
	defer stop()
	w.stop = stop
	listening, hangUp := context.WithCancel(ctx)
	defer hangUp()
	heard := w.listen(listening, clients[:c.Streams])
	var busy sync.WaitGroup
	begin := func(those []*client, work func(ctx context.Context, c *client, number int) error) {
		for i, c := range those {
			busy.Go(func() { w.fail(work(during, c, i)) })
		}
	}
	begin(clients[:c.Readers], w.reads)
	begin(clients[:c.Writers], w.writes)
	begin(clients[:c.Runs], w.plans)
	busy.Go(func() { w.fail(w.watches(during)) })
	busy.Wait()
	if w.err == nil {
		w.fail(w.audit(ctx, heard))
	}
	hangUp()
	heard.done.Wait()
	return w.figures, w.err
}

// fail keeps the first error and ends the load.
func (w *crowd) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil && w.err == nil {
		w.err = err
		w.stop()
	}
}

// every calls until the context ends, the clients spread over the period.
func every(ctx context.Context, period time.Duration, number, of int, call func() error) error {
	timer := time.NewTimer(period * time.Duration(number) / time.Duration(max(1, of)))
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-timer.C:
		}
		timer.Reset(period)
		if err := call(); err != nil && ctx.Err() == nil {
			return err
		}
	}
}

// watches reads the server's memory twelve times a minute.
func (w *crowd) watches(ctx context.Context) error {
	begun := time.Now()
	return every(ctx, 5*time.Second, 1, 1, func() error {
		bytes, err := w.Memory()
		if err != nil {
			return fmt.Errorf("the server's memory: %w", err)
		}
		w.mu.Lock()
		defer w.mu.Unlock()
		w.figures.Memory = append(w.figures.Memory, Reading{time.Since(begun), bytes})
		return nil
	})
}
