package jobs

import (
	"cmp"
	"context"
	"errors"
	"os"
	"runtime"
	"time"
)

// WorkerConfig says who works. Zero values are replaced by the defaults that
// stand beside them.
type WorkerConfig struct {
	Name  string // what Run.Worker says; the machine's name
	Cores int    // how many runs at once, one core for each; as many as the machine has
	By    string // what made.by of plans says; "sortie"
}

// settle is how long a run keeps the cores that it was given before it may get
// more: a search begins anew with each change.
const settle = 5 * time.Second

// worker is one process's share of the work. All but the tasks themselves belongs
// to the goroutine of Work.
type worker struct {
	q      *Queue
	config WorkerConfig
	tasks  map[*task]bool
	ended  chan *task
}

// Work takes runs and works on them until the context ends; then it hands back
// what it has not finished, each run with its best plan, and returns. It takes
// the run whose turn it is; see docs/jobs.md. JetStream may go away meanwhile.
func (q *Queue) Work(ctx context.Context, c WorkerConfig) {
	if c.Name == "" {
		c.Name, _ = os.Hostname() //nolint:errcheck // without a name it is nameless
	}
	c.Name, c.By = cmp.Or(c.Name, "worker"), cmp.Or(c.By, "sortie")
	if c.Cores < 1 {
		c.Cores = runtime.NumCPU()
	}
	w := &worker{q: q, config: c, tasks: map[*task]bool{}, ended: make(chan *task)}
	changes := q.mirror.subscribe(func(*record) bool { return true })
	defer q.mirror.unsubscribe(changes)
	tick := time.NewTicker(q.config.Lease / 4)
	defer tick.Stop()
	for ctx.Err() == nil {
		w.share(ctx)
		select {
		case <-ctx.Done():
		case t := <-w.ended:
			delete(w.tasks, t)
		case <-changes.signal:
			changes.take()
		case <-tick.C:
		}
	}
	for len(w.tasks) > 0 {
		delete(w.tasks, <-w.ended)
	}
}

// share gives cores to runs that wait: one to each, from those that have several
// where none is free.
func (w *worker) share(ctx context.Context) {
	for ctx.Err() == nil {
		waiting := w.q.waiting(time.Now())
		if len(waiting) == 0 {
			w.spread()
			return
		}
		if w.free() == 0 && !w.shrink() {
			return
		}
		cores := 1
		if len(waiting) == 1 && waiting[0].Iterations == 0 {
			cores = w.free()
		}
		if err := w.claim(ctx, waiting[0], cores); err != nil {
			w.q.config.Log.Warn("a run could not be taken: it is tried again", "run", waiting[0].ID, "error", err)
			return
		}
	}
}

// claim begins a run, unless another worker was faster or the run is over.
func (w *worker) claim(ctx context.Context, h held, cores int) error {
	now := w.q.config.now()
	if h.Claim != "" {
		h.Deaths++
	}
	switch {
	case h.Best != "" && (h.State == Stopping || h.spent()):
		h.end(now, noReason)
	case h.Deaths >= mostDeaths:
		h.end(now, reasonDeaths)
	default:
		h.begin(now, w.config.Name, cores)
	}
	claim := h.Claim
	writing, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutTime) // a claim that is half made would be waited for
	defer cancel()
	h, err := w.q.update(writing, h)
	if errors.Is(err, errChanged) {
		if _, err = w.q.reload(ctx, h.ID); errors.Is(err, ErrNotFound) {
			w.q.mirror.remove(h.ID)
			err = nil
		}
		return err
	}
	if err != nil || claim == "" || h.Claim != claim {
		return err
	}
	t := newTask(w, h, cores)
	w.tasks[t] = true
	go func() {
		t.run(ctx)
		w.ended <- t
	}()
	return nil
}

func (w *worker) free() int {
	free := w.config.Cores
	for t := range w.tasks {
		free -= t.cores
	}
	return free
}

// shrink leaves one core to the run that has most, and reports whether there was
// one with more.
func (w *worker) shrink() bool {
	var widest *task
	for t := range w.tasks {
		if widest == nil || t.cores > widest.cores {
			widest = t
		}
	}
	if widest == nil || widest.cores == 1 {
		return false
	}
	widest.resize(1)
	return true
}

// spread gives what is free to the run that has least, where it has time to make
// use of it. Runs that are limited by iterations keep to one core: the same
// request then finds the same plan.
func (w *worker) spread() {
	free := w.free()
	var narrowest *task
	for t := range w.tasks {
		h, _ := w.q.mirror.get(t.id)
		if left, _ := h.left(); h.State != Running || h.Iterations > 0 || left < settle || time.Since(t.sized) < settle {
			continue
		}
		if narrowest == nil || t.cores < narrowest.cores {
			narrowest = t
		}
	}
	if free > 0 && narrowest != nil {
		narrowest.resize(narrowest.cores + free)
	}
}
