//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"sortie/jobs"
	"sortie/missionfile"
)

// TestWorker has the program finish one run of a cluster and hand back another
// when it is asked to end.
func TestWorker(t *testing.T) {
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: t.TempDir(), NoSigs: true, NoLog: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(time.Minute) {
		t.Fatal("the NATS server does not start")
	}
	q, err := jobs.Open(t.Context(), jobs.Config{URL: s.ClientURL(), Lease: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(q.Close)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	cmd := exec.Command(self, "worker", "--cores", "1", "--name", "elsewhere")
	cmd.Args[0] = "sortie"
	cmd.Env = append(os.Environ(), "SORTIE_TEST_MAIN=1", "SORTIE_NATS="+s.ClientURL())
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() }) //nolint:errcheck // it has ended, as a rule
	f, err := missionfile.Read("../../missions/kazakhstan-2022-deployment")
	if err != nil {
		t.Fatal(err)
	}
	body, err := missionfile.MarshalMission(f.Mission)
	if err != nil {
		t.Fatal(err)
	}
	submit := func(r jobs.Request) string {
		r.Mission, r.By, r.Body = f.Mission.ID, "planner", body
		run, err := q.Submit(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		return run.ID
	}
	until := func(id string, is func(jobs.Run) bool) (run jobs.Run) {
		runs, err := q.Watch(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for run = range runs {
			if is(run) {
				break
			}
		}
		return run
	}
	short := until(submit(jobs.Request{Iterations: 10}), func(jobs.Run) bool { return false })
	if short.State != jobs.Done {
		t.Errorf("the short run: %+v", short)
	}
	long := until(submit(jobs.Request{Seconds: 3600}), func(r jobs.Run) bool { return r.Progress.Planned })
	if long.Worker != "elsewhere" {
		t.Errorf("the long run: %+v", long)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("the worker ended with %v: %s", err, log.String())
	}
	if back := until(long.ID, func(r jobs.Run) bool { return r.State != jobs.Running }); back.State != jobs.Waiting {
		t.Errorf("handed back: %+v", back)
	}
	if plan, err := q.Plan(t.Context(), long.ID); err != nil || !bytes.Contains(plan, []byte(`"by": "sortie 0.`)) {
		t.Errorf("its plan: %.300s, %v", plan, err)
	}
	if !strings.Contains(log.String(), "has handed back its runs") {
		t.Errorf("the log says %q", log.String())
	}
}
