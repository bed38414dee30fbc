package jobs_test

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"testing"
	"time"

	"sortie"
	"sortie/check"
	"sortie/jobs"
	"sortie/missionfile"
)

// enough is how long a test waits for what has to come.
const enough = 2 * time.Minute

// quiet keeps what is expected to go wrong out of the tests' output.
var quiet = slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))

// silent is for tests in which much goes wrong as it should.
var silent = slog.New(slog.DiscardHandler)

func open(t *testing.T, c jobs.Config) *jobs.Queue {
	t.Helper()
	if c.Log == nil {
		c.Log = quiet
	}
	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	q, err := jobs.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(q.Close)
	return q
}

// work has the queue worked on until the returned function is called or the test
// ends.
func work(t *testing.T, q *jobs.Queue, c jobs.WorkerConfig) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		q.Work(ctx, c)
	}()
	stop = sync.OnceFunc(func() { cancel(); <-done })
	t.Cleanup(stop)
	return stop
}

func read(t *testing.T, path string) (*sortie.Mission, []byte) {
	t.Helper()
	f, err := missionfile.Read(path)
	if err != nil || f.Failed() {
		t.Fatal(path, err)
	}
	body, err := missionfile.MarshalMission(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	return f.Mission, body
}

// endless is a mission whose plans get better for a long time and are not proven,
// so that a run of it lasts until it is stopped.
func endless(t *testing.T) (*sortie.Mission, []byte) {
	return read(t, "../missions/kazakhstan-2022-deployment")
}

func submit(t *testing.T, q *jobs.Queue, r jobs.Request) jobs.Run {
	t.Helper()
	run, err := q.Submit(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// until follows a run until it is as wanted.
func until(t *testing.T, q *jobs.Queue, id string, what string, is func(jobs.Run) bool) jobs.Run {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	runs, err := q.Watch(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var last jobs.Run
	for last = range runs {
		if is(last) {
			return last
		}
	}
	t.Fatalf("run %s never was %s: %+v", id, what, last)
	return last
}

func ended(r jobs.Run) bool { return r.State == jobs.Done || r.State == jobs.Failed }

// plan is the run's plan, and what the verifier says of it.
func plan(t *testing.T, q *jobs.Queue, m *sortie.Mission, id string) (*sortie.Plan, check.Report) {
	t.Helper()
	data, err := q.Plan(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	p, found := missionfile.ReadPlan("plan.json", data)
	if p == nil || len(found) > 0 {
		t.Fatalf("the plan cannot be read: %v", found)
	}
	report := check.Plan(m, p)
	if len(report.Breaches)+len(report.Differences) > 0 {
		t.Errorf("the plan breaks rules or says what is not so: %v %v", report.Breaches, report.Differences)
	}
	return p, report
}

func TestRunIsPlanned(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir()})
	m, body := endless(t)
	run := submit(t, q, jobs.Request{Mission: m.ID, Revision: 3, By: "planner", Iterations: 200, Seconds: 600, Seed: 1, Body: body})
	if run.State != jobs.Waiting || run.ID == "" || run.Asked.IsZero() {
		t.Errorf("submitted: %+v", run)
	}
	work(t, q, jobs.WorkerConfig{Name: "one", Cores: 1, By: "sortie test"})
	end := until(t, q, run.ID, "ended", ended)
	if end.State != jobs.Done || end.Tries != 1 || !end.Error.IsZero() || end.Revision != 3 || end.Progress.Closure == nil || end.Progress.Bound == nil || end.Progress.Iterations == 0 {
		t.Errorf("ended: %+v", end)
	}
	p, report := plan(t, q, m, run.ID)
	if !report.Verdict.Closure.Equal(*end.Progress.Closure) || p.Made.By != "sortie test" || p.Verdict.Bound == nil {
		t.Errorf("plan made %+v, closes %v; the run says %v", p.Made, report.Verdict.Closure, end.Progress.Closure)
	}
	if got := q.Unrecorded(); len(got) != 1 || got[0].ID != run.ID {
		t.Errorf("unrecorded: %+v", got)
	}
	if err := q.Recorded(t.Context(), run.ID, 4); err != nil {
		t.Fatal(err)
	}
	if got, err := q.Get(t.Context(), run.ID); err != nil || got.Entry != 4 || len(q.Unrecorded()) > 0 {
		t.Errorf("recorded: %+v, %v", got, err)
	}
}

func TestStopKeepsTheBestPlan(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir()})
	m, body := endless(t)
	work(t, q, jobs.WorkerConfig{Cores: 1})
	run := submit(t, q, jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Body: body})
	before := until(t, q, run.ID, "planned", func(r jobs.Run) bool { return r.Progress.Planned })
	asked := time.Now()
	if got, err := q.Stop(t.Context(), run.ID); err != nil || got.State != jobs.Stopping {
		t.Fatalf("stopped: %+v, %v", got, err)
	}
	end := until(t, q, run.ID, "ended", ended)
	t.Log("stopped in", time.Since(asked), end.Progress)
	_, report := plan(t, q, m, run.ID)
	if end.State != jobs.Done || report.Verdict.Closure.After(*before.Progress.Closure) {
		t.Errorf("ended %+v, closes %v; before it was to close %v", end, report.Verdict.Closure, before.Progress.Closure)
	}
}
