package jobs_test

import (
	"context"
	"fmt"
	"testing"

	"sortie/jobs"
)

// TestNodeOfClusterKilled: of three servers the one that leads is killed, and then
// all goes on: submitting, progress, finishing.
func TestNodeOfClusterKilled(t *testing.T) {
	t.Parallel()
	servers, _, address := cluster(t, 3)
	q := open(t, jobs.Config{URL: address})
	if n, err := q.Replicas(t.Context()); err != nil || n != 3 {
		t.Fatalf("runs are kept on %d servers, %v", n, err)
	}
	m, body := endless(t)
	for i := range 2 {
		start(t, role{URL: address, Work: &jobs.WorkerConfig{Name: fmt.Sprint(i), Cores: 1}})
	}
	long := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Seed: 1, Body: body})
	kept(t, q, long.ID)
	leader, err := q.Leader(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range servers {
		if leader == fmt.Sprintf("n%d", i) {
			s.kill()
		}
	}
	short := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Iterations: 50, Body: body})
	if end := until(t, q, short.ID, "ended", ended); end.State != jobs.Done {
		t.Errorf("ended: %+v", end)
	}
	before, err := q.Get(t.Context(), long.ID)
	if err != nil {
		t.Fatal(err)
	}
	until(t, q, long.ID, "further", func(r jobs.Run) bool { return r.Progress.Seconds > before.Progress.Seconds })
	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	if _, err := q.Stop(ctx, long.ID); err != nil {
		t.Fatal(err)
	}
	if end := until(t, q, long.ID, "ended", ended); end.State != jobs.Done {
		t.Errorf("ended: %+v", end)
	}
	plan(t, q, m, short.ID)
	plan(t, q, m, long.ID)
}

// TestServersShareRuns: what is asked of one server is followed and stopped at
// another, and worked on by a third.
func TestServersShareRuns(t *testing.T) {
	_, _, address := cluster(t, 1)
	here, there, worker := open(t, jobs.Config{URL: address}), open(t, jobs.Config{URL: address}), open(t, jobs.Config{URL: address})
	m, body := endless(t)
	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	events := there.WatchMission(ctx, m.ID)
	asked := submit(t, here, jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Body: body})
	if run := <-events; run.ID != asked.ID || run.State != jobs.Waiting {
		t.Errorf("another server is told of %+v", run)
	}
	work(t, worker, jobs.WorkerConfig{Cores: 1})
	for run := range events {
		if run.Progress.Planned {
			break
		}
	}
	if _, err := there.Stop(t.Context(), asked.ID); err != nil {
		t.Fatal(err)
	}
	if end := until(t, here, asked.ID, "ended", ended); end.State != jobs.Done {
		t.Errorf("ended: %+v", end)
	}
	plan(t, here, m, asked.ID)
}
