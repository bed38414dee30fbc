package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os/exec"
	"syscall"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"sortie/jobs"
	"sortie/missionfile"
)

// What is planned over and over: a small mission for as long as it takes one
// core a fifth of a second or so.
const (
	shortMission    = "missions/first-lift"
	shortIterations = 20_000
	shortRuns       = 40
)

// workers measures how many short runs workers finish in a second, each worker a
// process with one core, over a server that writes to the disk before it answers.
func (b *bench) workers() error {
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: b.temp("nats"), SyncAlways: true, NoSigs: true, NoLog: true})
	if err != nil {
		return err
	}
	s.Start()
	defer s.WaitForShutdown()
	defer s.Shutdown()
	if !s.ReadyForConnections(patience) {
		return errors.New("the NATS server does not start")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*patience)
	defer cancel()
	q, err := jobs.Open(ctx, jobs.Config{URL: s.ClientURL(), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), MaxWaitingForUser: 2 * shortRuns})
	if err != nil {
		return err
	}
	defer q.Close()
	var one sample
	for _, n := range []int{1, 2, 4} {
		var rates sample
		for range max(1, b.runs/4) {
			rate, err := b.throughput(ctx, q, s.ClientURL(), n)
			if err != nil {
				return err
			}
			rates = append(rates, rate)
		}
		what := fmt.Sprintf("%d short runs over %d workers: finished in a second", shortRuns, n)
		if n == 1 {
			one = rates
			b.tell(fmt.Sprintf("%d short runs over one worker: finished in a second", shortRuns), "%.1f (%.1f to %.1f, %d times)", rates.median(), rates.min(), rates.max(), len(rates))
			continue
		}
		b.tell(what, "%.1f (%.1f to %.1f, %d times): %.2f times one", rates.median(), rates.min(), rates.max(), len(rates), rates.median()/one.median())
	}
	return nil
}

// throughput starts workers, has each plan once so that it is ready, and returns
// how many runs they then finish in a second.
func (b *bench) throughput(ctx context.Context, q *jobs.Queue, url string, workers int) (float64, error) {
	for i := range workers {
		cmd := exec.CommandContext(ctx, b.program, "worker", "--nats", url, "--cores", "1", "--name", fmt.Sprint(i))
		if err := cmd.Start(); err != nil {
			return 0, err
		}
		defer cmd.Wait()                          //nolint:errcheck // it has been told to end
		defer cmd.Process.Signal(syscall.SIGTERM) //nolint:errcheck // it may have ended
	}
	f, err := missionfile.Read(shortMission)
	if err != nil {
		return 0, err
	}
	body, err := missionfile.MarshalMission(f.Mission)
	if err != nil {
		return 0, err
	}
	if _, err := finish(ctx, q, jobs.Request{Mission: f.Mission.ID, By: "bench", Iterations: shortIterations, Seed: 1, Body: body}, 4*workers); err != nil {
		return 0, err
	}
	took, err := finish(ctx, q, jobs.Request{Mission: f.Mission.ID, By: "bench", Iterations: shortIterations, Seed: 1, Body: body}, shortRuns)
	return shortRuns / took.Seconds(), err
}

// finish submits runs and returns how long it took until the last had ended.
func finish(ctx context.Context, q *jobs.Queue, r jobs.Request, runs int) (time.Duration, error) {
	begun := time.Now()
	open := map[string]bool{}
	for range runs {
		run, err := q.Submit(ctx, r)
		if err != nil {
			return 0, err
		}
		open[run.ID] = true
	}
	following, cancel := context.WithCancel(ctx)
	defer cancel()
	for run := range q.WatchMission(following, r.Mission) {
		if run.State == jobs.Failed {
			return 0, fmt.Errorf("a run failed: %s", run.Error)
		}
		if run.State == jobs.Done {
			delete(open, run.ID)
		}
		if len(open) == 0 {
			return time.Since(begun), nil
		}
	}
	return 0, ctx.Err()
}
