package load

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// hearing is what the people with a stream open were told.
type hearing struct {
	done sync.WaitGroup
	open sync.WaitGroup // until every stream is

	mu     sync.Mutex
	last   []int64 // of each, the last entry it was told of; all before it, too
	faulty error
	moved  *sync.Cond
}

// listen opens a stream for each and goes on once they all are open.
func (w *crowd) listen(ctx context.Context, those []*client) *hearing {
	h := &hearing{last: make([]int64, len(those))}
	h.moved = sync.NewCond(&h.mu)
	h.open.Add(len(those))
	for i, c := range those {
		h.done.Go(func() {
			opened := sync.OnceFunc(h.open.Done)
			defer opened()
			if err := w.follow(ctx, c, i, h, opened); err != nil && ctx.Err() == nil {
				h.mu.Lock()
				h.faulty = err
				h.mu.Unlock()
				h.moved.Broadcast()
				w.fail(err)
			}
		})
	}
	h.open.Wait()
	return h
}

// follow reads one stream. Entries have to come one after the other, none left out.
func (w *crowd) follow(ctx context.Context, c *client, number int, h *hearing, opened func()) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.url+w.mission("/events?after=0"), nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the live stream was answered with %s", resp.Status)
	}
	opened()
	lines := bufio.NewScanner(resp.Body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		id, isID := strings.CutPrefix(lines.Text(), "id: ")
		if !isID {
			continue
		}
		n, err := strconv.ParseInt(id, 10, 64)
		if err != nil {
			return err
		}
		h.mu.Lock()
		before := h.last[number]
		h.last[number] = n
		h.mu.Unlock()
		h.moved.Broadcast()
		if n != before+1 {
			return fmt.Errorf("a stream was told of entry %d after entry %d", n, before)
		}
		w.mu.Lock()
		w.figures.Events++
		w.mu.Unlock()
	}
	if lines.Err() != nil {
		return lines.Err()
	}
	return fmt.Errorf("a live stream ended")
}

// reach waits until every stream has been told of an entry.
func (h *hearing) reach(ctx context.Context, entry int64) error {
	stop := context.AfterFunc(ctx, h.moved.Broadcast)
	defer stop()
	h.mu.Lock()
	defer h.mu.Unlock()
	for {
		behind := 0
		for _, n := range h.last {
			if n < entry {
				behind++
			}
		}
		switch {
		case behind == 0:
			return nil
		case h.faulty != nil:
			return h.faulty
		case ctx.Err() != nil:
			return fmt.Errorf("%d of %d streams were not told of entry %d", behind, len(h.last), entry)
		}
		h.moved.Wait()
	}
}
