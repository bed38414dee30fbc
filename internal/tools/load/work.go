package load

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"sortie"
)

// enter adds the mission, makes an account for each person, signs them in and has
// the mission planned once, so that there are movements to report of.
func (w *crowd) enter(ctx context.Context) ([]*client, error) {
	var err error
	if w.admin, err = w.signIn(ctx, w.Admin); err != nil {
		return nil, err
	}
	if _, err := w.admin.send(ctx, http.MethodPost, "/api/missions", w.Mission, nil, http.StatusCreated); err != nil {
		return nil, err
	}
	people := make([]*client, w.Streams)
	for i := range people {
		o := Office{fmt.Sprintf("office-%d", i+1), fmt.Sprintf("a long enough secret %d", i+1)}
		account := struct {
			Office
			Role string `json:"role"`
		}{o, "planner"}
		if _, err := w.admin.send(ctx, http.MethodPost, "/api/accounts", account, nil, http.StatusCreated); err != nil {
			return nil, err
		}
		if people[i], err = w.signIn(ctx, o); err != nil {
			return nil, err
		}
	}
	return people, w.plan(ctx, w.admin, 1)
}

func (w *crowd) mission(rest string) string { return "/api/missions/" + w.ID + rest }

// reads has one person read the mission now and then.
func (w *crowd) reads(ctx context.Context, c *client, number int) error {
	return every(ctx, w.ReadEvery, number, w.Readers, func() error {
		a, err := c.read(ctx, w.mission(""), nil)
		if err == nil {
			w.took(&w.figures.Reads, a)
		}
		return err
	})
}

func (w *crowd) took(where *Times, a answer) {
	w.mu.Lock()
	defer w.mu.Unlock()
	*where = append(*where, a.took)
}

// Of so many writes one is an edit of a unit, and one a statement for the record;
// the others report what happened to a movement. A statement stays in the mission
// for good, where a report takes the place of the one before: with few of them
// the mission is as large in the end as it was, and memory that grows is the
// server's own.
const (
	edits      = 5
	statements = 50
)

// writes has one person write: reports, and now and then a statement or a change
// of a unit that anyone else's change of the mission makes void, so that it has
// to be made again.
func (w *crowd) writes(ctx context.Context, c *client, number int) error {
	written := number
	return every(ctx, w.WriteEvery, number, w.Writers, func() error {
		written++
		switch {
		case written%edits == 0:
			return w.changes(ctx, c, number)
		case written%statements == 1:
			return w.states(ctx, c, fmt.Sprintf("load-%d-%d", number, written))
		default:
			return w.reports(ctx, c, written)
		}
	})
}

func (w *crowd) states(ctx context.Context, c *client, id string) error {
	return w.adds(ctx, c, "/record", sortie.Entry{ID: id, Kind: sortie.Event, Text: sortie.Text{"en": "The day's situation report"}})
}

func (w *crowd) reports(ctx context.Context, c *client, number int) error {
	w.mu.Lock()
	plan, movement := w.newest.entry, 1+number%w.newest.movements
	w.mu.Unlock()
	return w.adds(ctx, c, fmt.Sprintf("/plans/%d/actuals", plan), map[string]any{"movement": movement, "note": "On its way"})
}

// adds sends what only adds to the ledger, and keeps the entry that it is
// acknowledged with.
func (w *crowd) adds(ctx context.Context, c *client, path string, body any) error {
	a, err := c.send(ctx, http.MethodPost, w.mission(path), body, nil, http.StatusCreated)
	if err != nil {
		return err
	}
	w.took(&w.figures.Writes, a)
	var added struct{ Entry entry }
	if err := json.Unmarshal(a.body, &added); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.kept[added.Entry.Seq] = added.Entry.Hash
	return nil
}

// unit is what an edit reads of a unit.
type unit struct {
	ID       string `json:"id"`
	Priority int    `json:"priority"`
}

// changes makes an edit until nobody else was first: read, change, write what was
// read if it is still what is there.
func (w *crowd) changes(ctx context.Context, c *client, number int) error {
	for {
		var m struct{ Units []unit }
		read, err := c.read(ctx, w.mission(""), &m)
		if err != nil {
			return err
		}
		u := m.Units[number%len(m.Units)]
		u.Priority = u.Priority%5 + 1
		patch, err := json.Marshal(map[string]int{"priority": u.Priority})
		if err != nil {
			return err
		}
		a, err := c.send(ctx, http.MethodPatch, w.mission("/units/"+u.ID), patch,
			http.Header{"Content-Type": {"application/merge-patch+json"}, "If-Match": {read.etag}}, http.StatusOK, http.StatusPreconditionFailed)
		if err != nil {
			return err
		}
		w.took(&w.figures.Writes, a)
		if a.status == http.StatusOK {
			return nil
		}
		w.mu.Lock()
		w.figures.Conflicts++
		w.mu.Unlock()
	}
}

// plans has one person have the mission planned, one run after the other.
func (w *crowd) plans(ctx context.Context, c *client, number int) error {
	for seed := uint64(1); ctx.Err() == nil; seed++ {
		if err := w.plan(ctx, c, seed); err != nil && ctx.Err() == nil {
			return err
		}
	}
	return nil
}

// plan has the mission planned once and waits for the plan, which is then the one
// that is reported of.
func (w *crowd) plan(ctx context.Context, c *client, seed uint64) error {
	var run struct {
		ID, State, Error string
		Entry            int64
	}
	a, err := c.send(ctx, http.MethodPost, w.mission("/runs"), map[string]any{"seconds": 5, "seed": seed}, nil, http.StatusAccepted)
	if err == nil {
		err = json.Unmarshal(a.body, &run)
	}
	for err == nil && run.Entry == 0 && run.State != "failed" {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
		_, err = c.read(ctx, "/api/runs/"+run.ID, &run)
	}
	if err != nil {
		return err
	}
	if run.State == "failed" {
		return fmt.Errorf("run %s failed: %s", run.ID, run.Error)
	}
	var made sortie.Plan
	if _, err := c.read(ctx, w.mission(fmt.Sprintf("/plans/%d", run.Entry)), &made); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.figures.Runs++
	w.newest = planned{run.Entry, len(made.Movements)}
	return nil
}
