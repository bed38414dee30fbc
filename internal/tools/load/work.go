package load

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"sortie"
)

// enter adds the mission, makes an account for each person and signs them in.
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
	return people, nil
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

// edits are one in so many writes; the others add to the record.
const edits = 5

// writes has one person write: statements, and now and then a change of a unit
// that anyone else's write makes void, so that it has to be made again.
func (w *crowd) writes(ctx context.Context, c *client, number int) error {
	written := 0
	return every(ctx, w.WriteEvery, number, w.Writers, func() error {
		if written++; written%edits == number%edits {
			return w.changes(ctx, c, number)
		}
		return w.states(ctx, c, fmt.Sprintf("load-%d-%d", number, written))
	})
}

func (w *crowd) states(ctx context.Context, c *client, id string) error {
	entry := sortie.Entry{ID: id, Kind: sortie.Event, Text: sortie.Text{"en": "The day's situation report"}}
	a, err := c.send(ctx, http.MethodPost, w.mission("/record"), entry, nil, http.StatusCreated)
	if err != nil {
		return err
	}
	w.took(&w.figures.Writes, a)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.kept[id] = true
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
		var run struct{ ID, State, Error string }
		a, err := c.send(ctx, http.MethodPost, w.mission("/runs"), map[string]any{"seconds": 5, "seed": seed}, nil, http.StatusAccepted)
		if err == nil {
			err = json.Unmarshal(a.body, &run)
		}
		for err == nil && run.State != "done" && run.State != "failed" {
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(time.Second):
			}
			_, err = c.read(ctx, "/api/runs/"+run.ID, &run)
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case run.State == "failed":
			return fmt.Errorf("run %s failed: %s", run.ID, run.Error)
		}
		w.mu.Lock()
		w.figures.Runs++
		w.mu.Unlock()
	}
	return nil
}
