package jobs_test

import (
	"errors"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"sortie/internal/lang"
	"sortie/internal/lang/langtest"
	"sortie/jobs"
)

func TestLimits(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir(), MaxWaiting: 3, MaxWaitingForUser: 2, MaxSeconds: 60, MaxBytes: 1000})
	for what, r := range map[string]jobs.Request{
		"too long":                {Seconds: 61, Body: []byte("{}")},
		"no time at all":          {Seconds: -1, Body: []byte("{}")},
		"no number":               {Seconds: math.NaN(), Body: []byte("{}")},
		"iterations below nought": {Iterations: -1, Body: []byte("{}")},
		"no mission":              {},
		"a mission too large":     {Body: make([]byte, 1001)},
		"a plan too large":        {Body: []byte("{}"), From: make([]byte, 1001)},
		"a name too long":         {Body: []byte("{}"), By: strings.Repeat("a", 1000)},
	} {
		if _, err := q.Submit(t.Context(), r); !errors.Is(err, jobs.ErrLimit) {
			t.Errorf("%s: %v", what, err)
		} else {
			langtest.French(t, lang.Said(err))
		}
	}
	for _, by := range []string{"a", "a", "b"} {
		submit(t, q, jobs.Request{By: by, Mission: "m", Body: []byte("{}")})
	}
	for _, by := range []string{"a", "c"} {
		if _, err := q.Submit(t.Context(), jobs.Request{By: by, Mission: "m", Body: []byte("{}")}); !errors.Is(err, jobs.ErrBusy) {
			t.Errorf("one more of %s: %v", by, err)
		}
	}
}

func TestHostileBodies(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir()})
	work(t, q, jobs.WorkerConfig{Cores: 1})
	_, body := read(t, "../testdata/hand/one-shuttle.yaml")
	handPlan, err := os.ReadFile("../testdata/hand/one-shuttle.plan.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		mission, from, reason string
	}{
		{"not a mission", "", "the mission cannot be planned as it is: check it"},
		{"{}", "", "the mission cannot be planned as it is: check it"},
		{strings.Repeat("[", 1_000_000), "", "the mission cannot be planned as it is: check it"},
		{string(body), "not a plan", "the plan to start from cannot be read"},
		{string(body), strings.ReplaceAll(string(handPlan), `"unit": "u"`, `"unit": "nobody"`), ""},
		{string(body), strings.ReplaceAll(string(handPlan), `"people": 50`, `"people": -50`), ""},
		{string(body), strings.ReplaceAll(string(handPlan), `"f/1"`, `"f/999999999"`), ""},
	} {
		run := submit(t, q, jobs.Request{Mission: "m", By: "a", Iterations: 10, Body: []byte(c.mission), From: []byte(c.from)})
		end := until(t, q, run.ID, "ended", ended)
		if end.Error.String() != c.reason || (end.State == jobs.Failed) != (c.reason != "") {
			t.Errorf("%.20q from %.20q: %+v", c.mission, c.from, end)
		}
		if c.reason != "" {
			langtest.French(t, end.Error)
		}
	}
}

func TestStopWhileWaiting(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir()})
	_, body := read(t, "../testdata/hand/one-shuttle.yaml")
	run := submit(t, q, jobs.Request{Mission: "m", By: "a", Body: body})
	for range 2 { // the second time changes nothing
		got, err := q.Stop(t.Context(), run.ID)
		if err != nil || got.State != jobs.Failed || got.Error.String() != "the run was stopped before it had a plan" {
			t.Errorf("stopped: %+v, %v", got, err)
		}
	}
	if _, err := q.Plan(t.Context(), run.ID); !errors.Is(err, jobs.ErrNoPlan) {
		t.Errorf("its plan: %v", err)
	}
}

func TestNoSuchRun(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir()})
	for _, id := range []string{"", "x", ">", "*", "a.b", "../../etc", strings.Repeat("A", 26), strings.Repeat("*", 26), strings.Repeat("A", 1e6)} {
		_, get := q.Get(t.Context(), id)
		_, stop := q.Stop(t.Context(), id)
		_, plan := q.Plan(t.Context(), id)
		_, watch := q.Watch(t.Context(), id)
		for _, err := range []error{get, stop, plan, watch, q.Recorded(t.Context(), id, 1)} {
			if !errors.Is(err, jobs.ErrNotFound) {
				t.Errorf("%.30q: %v", id, err)
			}
		}
	}
}

// TestEndedRunsAreRemoved when they are old, but not before the ledger has their
// plan.
func TestEndedRunsAreRemoved(t *testing.T) {
	now := time.Now()
	q := open(t, jobs.Config{Store: t.TempDir(), Keep: time.Hour, Now: func() time.Time { return now }})
	stop := work(t, q, jobs.WorkerConfig{Cores: 1})
	_, body := read(t, "../testdata/hand/one-shuttle.yaml")
	ask := jobs.Request{Mission: "m", By: "a", Iterations: 20, Body: body}
	recorded, unrecorded := submit(t, q, ask), submit(t, q, ask)
	for _, id := range []string{recorded.ID, unrecorded.ID} {
		until(t, q, id, "ended", ended)
	}
	stop()
	waiting := submit(t, q, ask)
	if err := q.Recorded(t.Context(), recorded.ID, 7); err != nil {
		t.Fatal(err)
	}
	if err := q.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := q.List("m"); len(got) != 3 {
		t.Errorf("nothing is old, and of three runs there are %d", len(got))
	}
	now = now.Add(2 * time.Hour)
	if err := q.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := q.Get(t.Context(), recorded.ID); !errors.Is(err, jobs.ErrNotFound) {
		t.Errorf("the run that is old: %v", err)
	}
	if got := q.List("m"); len(got) != 2 || len(q.Unrecorded()) != 1 {
		t.Errorf("there are %+v", got)
	}
	if _, err := q.Plan(t.Context(), unrecorded.ID); err != nil {
		t.Errorf("the plan that the ledger lacks: %v", err)
	}
	if got := q.Objects(t.Context()); len(got) != 2 {
		t.Errorf("of two runs, one of which waits, there are the objects %v", got)
	}
	work(t, q, jobs.WorkerConfig{Cores: 1})
	if end := until(t, q, waiting.ID, "ended", ended); end.State != jobs.Done {
		t.Errorf("ended: %+v", end)
	}
}

// TestOneProcessAtATime: two servers over one folder would destroy it.
func TestOneProcessAtATime(t *testing.T) {
	t.Parallel()
	store := t.TempDir()
	open(t, jobs.Config{Store: store})
	if q, err := jobs.Open(t.Context(), jobs.Config{Store: store, Log: quiet}); err == nil {
		q.Close()
		t.Error("two servers have one folder open")
	} else if !strings.Contains(err.Error(), "another sortie") {
		t.Error(err)
	}
}
