package jobs_test

import (
	"context"
	"testing"

	"sortie/jobs"
)

// TestServerKilled: what an embedded server has accepted is there after it was
// killed, and what was under way goes on at once.
func TestServerKilled(t *testing.T) {
	store := t.TempDir()
	var accepted []string
	for range 2 { // a third time would count as the run's own fault
		p := start(t, role{Submit: "../testdata/hand/one-shuttle.yaml", Store: store})
		for range 7 {
			if !p.out.Scan() {
				t.Fatal("the server ended by itself")
			}
			accepted = append(accepted, p.out.Text())
		}
		p.kill()
	}
	q := open(t, jobs.Config{Store: store, Lease: noLease})
	for _, id := range accepted {
		if _, err := q.Get(t.Context(), id); err != nil {
			t.Fatalf("run %s was accepted, and now: %v", id, err)
		}
	}
	work(t, q, jobs.WorkerConfig{Cores: 2})
	for _, id := range accepted {
		if end := until(t, q, id, "ended", ended); end.State != jobs.Done {
			t.Errorf("a run that was accepted ended so: %+v", end)
		}
	}
}

// TestClusterServerKilled: the one server that all are connected to is killed and
// comes back; nobody is started anew, and everything goes on.
func TestClusterServerKilled(t *testing.T) {
	servers, roles, address := cluster(t, 1)
	q := open(t, jobs.Config{URL: address, Lease: noLease})
	m, body := endless(t)
	start(t, role{URL: address, Lease: noLease, Work: &jobs.WorkerConfig{Name: "one", Cores: 1}})
	running := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Body: body})
	until(t, q, running.ID, "planned", func(r jobs.Run) bool { return r.Progress.Planned })
	waiting := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Iterations: 20, Body: body})
	servers[0].kill()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := q.Ping(ctx); err == nil {
		t.Error("the server is gone, and answers")
	}
	start(t, roles[0])
	if _, err := q.Stop(t.Context(), running.ID); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{running.ID, waiting.ID} {
		if end := until(t, q, id, "ended", ended); end.State != jobs.Done || end.Tries != 1 {
			t.Errorf("ended: %+v", end)
		}
	}
}
