package jobs_test

import (
	"errors"
	"testing"
	"time"

	"sortie/jobs"
)

// shortLease is long enough for a worker on a busy machine to renew it.
const shortLease = 6 * time.Second

// noLease never runs out while a test lasts: what happens, happens without it.
const noLease = time.Hour

// kept waits until a run has a plan that outlives its worker.
func kept(t *testing.T, q *jobs.Queue, id string) {
	t.Helper()
	until(t, q, id, "kept", func(jobs.Run) bool {
		_, err := q.Plan(t.Context(), id)
		if err != nil && !errors.Is(err, jobs.ErrNoPlan) {
			t.Fatal(err)
		}
		return err == nil
	})
}

// TestWorkerKilled: another worker finishes the run from the last plan that was
// kept.
func TestWorkerKilled(t *testing.T) {
	t.Parallel()
	_, _, address := cluster(t, 1)
	q := open(t, jobs.Config{URL: address, Lease: shortLease})
	m, body := endless(t)
	first := start(t, role{URL: address, Lease: shortLease, Work: &jobs.WorkerConfig{Name: "first", Cores: 1}})
	run := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Seconds: 8, Seed: 1, Body: body})
	kept(t, q, run.ID)
	first.kill()
	_, before := plan(t, q, m, run.ID)
	then, err := q.Get(t.Context(), run.ID)
	if err != nil || then.State != jobs.Running || then.Worker != "first" {
		t.Fatalf("when its worker died: %+v, %v", then, err)
	}
	start(t, role{URL: address, Lease: shortLease, Work: &jobs.WorkerConfig{Name: "second", Cores: 1}})
	until(t, q, run.ID, "taken over from its last plan", func(r jobs.Run) bool {
		if r.Tries == 2 && (!r.Progress.Planned || r.Progress.Closure.After(*before.Verdict.Closure) || r.Progress.Seconds < then.Progress.Seconds) {
			t.Errorf("the second worker is at %+v; there was a plan that closes %v", r.Progress, before.Verdict.Closure)
		}
		return r.Worker == "second" || ended(r)
	})
	end := until(t, q, run.ID, "ended", ended)
	_, after := plan(t, q, m, run.ID)
	if end.State != jobs.Done || end.Tries != 2 || after.Verdict.Closure.After(*before.Verdict.Closure) {
		t.Errorf("ended %+v, closes %v; before its worker died %v", end, after.Verdict.Closure, before.Verdict.Closure)
	}
}

// TestWorkerEnds: a worker that is asked to end hands its run back at once.
func TestWorkerEnds(t *testing.T) {
	_, _, address := cluster(t, 1)
	q := open(t, jobs.Config{URL: address, Lease: noLease})
	m, body := endless(t)
	first := start(t, role{URL: address, Lease: noLease, Work: &jobs.WorkerConfig{Name: "first", Cores: 2}})
	run := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Seed: 1, Body: body})
	until(t, q, run.ID, "planned", func(r jobs.Run) bool { return r.Progress.Planned })
	first.end()
	back := until(t, q, run.ID, "handed back", func(r jobs.Run) bool { return r.State != jobs.Running })
	if back.State != jobs.Waiting || back.Worker != "" || back.Cores != 0 {
		t.Errorf("handed back: %+v", back)
	}
	_, before := plan(t, q, m, run.ID)
	start(t, role{URL: address, Lease: noLease, Work: &jobs.WorkerConfig{Name: "second", Cores: 1}})
	until(t, q, run.ID, "taken again", func(r jobs.Run) bool { return r.Worker == "second" })
	if _, err := q.Stop(t.Context(), run.ID); err != nil {
		t.Fatal(err)
	}
	end := until(t, q, run.ID, "ended", ended)
	_, after := plan(t, q, m, run.ID)
	if end.State != jobs.Done || end.Tries != 2 || after.Verdict.Closure.After(*before.Verdict.Closure) {
		t.Errorf("ended %+v, closes %v; when it was handed back %v", end, after.Verdict.Closure, before.Verdict.Closure)
	}
}

// TestPoison: a run over which three workers died is given up.
func TestPoison(t *testing.T) {
	t.Parallel()
	const shortLease = 2 * time.Second // each is killed before it has to be renewed
	_, _, address := cluster(t, 1)
	q := open(t, jobs.Config{URL: address, Lease: shortLease})
	m, body := endless(t)
	run := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Body: body})
	for try := 1; try <= 3; try++ {
		w := start(t, role{URL: address, Lease: shortLease, Work: &jobs.WorkerConfig{Cores: 1}})
		until(t, q, run.ID, "begun", func(r jobs.Run) bool { return r.Tries == try && r.State == jobs.Running })
		w.kill()
	}
	start(t, role{URL: address, Lease: shortLease, Work: &jobs.WorkerConfig{Cores: 1}})
	end := until(t, q, run.ID, "given up", ended)
	if end.Tries != 3 || end.Error.String() != "the run was given up: three workers died over it" {
		t.Errorf("ended: %+v", end)
	}
	if _, err := q.Plan(t.Context(), run.ID); (err == nil) != (end.State == jobs.Done) {
		t.Errorf("it is %s, and its plan: %v", end.State, err)
	}
}
