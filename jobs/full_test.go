//go:build linux

package jobs_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sortie/jobs"
	"sortie/store/storetest"
)

// TestDiskFull: whoever submits a run to a full disk gets a clear error, what was
// accepted stays, and once there is room everything goes on by itself.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	storetest.SmallDisk(t, dir, 64)
	q := open(t, jobs.Config{Store: filepath.Join(dir, "jobs"), Log: silent})
	m, body := endless(t)
	ask := jobs.Request{Mission: m.ID, By: "planner", Iterations: 10, Body: body}
	accepted := []string{submit(t, q, ask).ID}
	ballast := filepath.Join(dir, "ballast")
	fill(t, ballast)
	for {
		run, err := q.Submit(t.Context(), ask)
		if err != nil {
			if !errors.Is(err, jobs.ErrFull) || !errors.Is(q.Ping(t.Context()), jobs.ErrFull) {
				t.Errorf("on a full disk: %v", err)
			}
			break
		}
		accepted = append(accepted, run.ID) // what the server had set aside
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(enough); q.Ping(t.Context()) != nil; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("there is room, and no run is taken")
		}
	}
	accepted = append(accepted, submit(t, q, ask).ID)
	work(t, q, jobs.WorkerConfig{Cores: 1})
	for _, id := range accepted {
		if end := until(t, q, id, "ended", ended); end.State != jobs.Done {
			t.Errorf("a run that was accepted ended so: %+v", end)
		}
	}
}

// fill writes a file until the disk is full.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
}
