package jobs_test

import (
	"cmp"
	"slices"
	"testing"

	"sortie/jobs"
)

// TestFairBetweenUsersAndMissions: who submits much does not keep others waiting.
func TestFairBetweenUsersAndMissions(t *testing.T) {
	q := open(t, jobs.Config{Store: t.TempDir()})
	_, body := read(t, "../testdata/hand/one-shuttle.yaml")
	ask := func(by, mission string) string {
		return submit(t, q, jobs.Request{Mission: mission, By: by, Iterations: 20, Body: body}).ID
	}
	var runs []string
	for range 20 {
		runs = append(runs, ask("a", "one"))
	}
	others := []string{ask("a", "two"), ask("b", "one")}
	stop := work(t, q, jobs.WorkerConfig{Cores: 1})
	for _, id := range append(runs, others...) {
		until(t, q, id, "ended", ended)
	}
	stop()
	all := q.List("")
	slices.SortFunc(all, func(a, b jobs.Run) int { return cmp.Or(a.Begun.Compare(b.Begun), a.Ended.Compare(b.Ended)) })
	place := func(id string) int { return slices.IndexFunc(all, func(r jobs.Run) bool { return r.ID == id }) }
	if all[0].ID != runs[0] || place(others[1]) != 1 || place(others[0]) != 2 {
		t.Errorf("the oldest began as number %d, b's run as %d, that of a's other mission as %d", place(runs[0]), place(others[1]), place(others[0]))
	}
	if !slices.IsSortedFunc(runs, func(a, b string) int { return place(a) - place(b) }) {
		t.Error("runs of one user and mission do not begin in their order")
	}
}

// TestCoresAreShared: a run that is alone has all cores, and one as soon as
// another waits.
func TestCoresAreShared(t *testing.T) {
	t.Parallel()
	q := open(t, jobs.Config{Store: t.TempDir()})
	m, body := endless(t)
	work(t, q, jobs.WorkerConfig{Cores: 2})
	ask := jobs.Request{Mission: m.ID, By: "planner", Seconds: 3600, Body: body}
	first := submit(t, q, ask)
	until(t, q, first.ID, "with two cores", func(r jobs.Run) bool { return r.Cores == 2 && r.Progress.Planned })
	second := submit(t, q, ask)
	until(t, q, second.ID, "with one core", func(r jobs.Run) bool { return r.Cores == 1 })
	narrow := until(t, q, first.ID, "with one core", func(r jobs.Run) bool { return r.Cores == 1 })
	if narrow.Tries != 1 || !narrow.Progress.Planned {
		t.Errorf("with one core: %+v", narrow)
	}
	if _, err := q.Stop(t.Context(), second.ID); err != nil {
		t.Fatal(err)
	}
	until(t, q, first.ID, "with two cores again", func(r jobs.Run) bool { return r.Cores == 2 })
}
