package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/internal/planning"
	"sortie/internal/review"
	"sortie/missionfile"
	"sortie/network"
)

type planCmd struct {
	Mission    string        `arg:"" help:"${argMission}"`
	Output     string        `short:"o" placeholder:"plan.json" help:"${planOutput}"`
	For        time.Duration `default:"10s" help:"${planFor}"`
	Iterations int           `placeholder:"N" help:"${planIterations}"`
	Seed       uint64        `default:"1" help:"${planSeed}"`
	Workers    int           `placeholder:"N" help:"${planWorkers}"`
	From       string        `placeholder:"plan.json" help:"${planFrom}"`
}

// Run plans a mission and answers whether everything is in time.
func (c *planCmd) Run(e *env) error {
	if err := c.validate(e); err != nil {
		return err
	}
	begun := time.Now()
	f, err := e.mission(c.Mission)
	if err != nil {
		return err
	}
	m := f.Mission
	options := planning.Options{By: "sortie " + Version, Begun: begun, Iterations: c.Iterations, Seed: c.Seed, Workers: c.Workers, Planner: e.plan}
	if options.Workers == 0 {
		options.Workers = runtime.NumCPU()
	}
	if c.Iterations == 0 {
		options.For = c.For
	}
	if c.From != "" {
		if options.From, err = e.readPlan(c.From, c.Mission); err != nil {
			return err
		}
		e.compareMission(m, options.From)
	}
	n, err := network.Compile(m)
	switch {
	case err != nil && m.Draft:
		return usageError(e.lang.Say(wordDraft, shown(c.Mission), err))
	case err != nil:
		return faultError{err}
	}
	e.noteDoubts(f, n)
	planned, err := e.search(m, n, options)
	if err != nil {
		return faultError{err}
	}
	if planned.Kept {
		e.note(wordKept, c.From)
	}
	if planned.Broken() {
		return c.breached(e, m, planned.Plan, planned.Report)
	}
	return c.answer(e, m, planned.Plan, planned.Report.Breaches)
}

func (c *planCmd) validate(e *env) error {
	switch {
	case c.For <= 0:
		return usageError(e.lang.Say(wordPositive, "--for"))
	case c.Iterations < 0:
		return usageError(e.lang.Say(wordPositive, "--iterations"))
	case c.Workers < 0:
		return usageError(e.lang.Say(wordPositive, "--workers"))
	case c.Output != "" && same(c.Output, c.Mission):
		return usageError(e.lang.Say(wordOverMission, c.Output))
	}
	if info, err := os.Stat(c.Output); err == nil && info.IsDir() {
		return usageError(e.lang.Say(wordIsFolder, c.Output))
	}
	return nil
}

// planningGC lets the heap grow to five times what is live while planning, since
// each schedule leaves garbage; planningMemory is the bytes from which on it is
// collected sooner, so that the largest missions stay below 2 GB.
const (
	planningGC     = 400
	planningMemory = 1_400_000_000
)

// search plans with the live line, until the user interrupts it.
func (e *env) search(m *sortie.Mission, n *network.Network, o planning.Options) (*planning.Planned, error) {
	debug.SetGCPercent(planningGC)
	debug.SetMemoryLimit(planningMemory)
	live := e.startLive(explain.Zone(m), m.Operation.Start)
	o.Progress = live.update
	planned, err := planning.Plan(e.ctx, m, n, o)
	live.end()
	if e.ctx.Err() != nil && err == nil {
		e.note(wordInterrupted)
	}
	return planned, err
}

// answer writes the plan. Breaches are of a mission that no plan can keep: too
// few people stand where a task or floor needs them from the first.
func (c *planCmd) answer(e *env, m *sortie.Mission, plan *sortie.Plan, breaches []check.Breach) error {
	data, err := missionfile.MarshalPlan(plan)
	if err != nil {
		return faultError{err}
	}
	if c.Output != "" {
		if err := writeWhole(c.Output, data); err != nil {
			return usageError(e.lang.Say(wordCannotWrite, c.Output, cause(err)))
		}
	}
	if e.json {
		if _, err := e.raw.Write(data); err != nil {
			return err
		}
	} else {
		e.printPlan(m, plan, breaches)
		if c.Output != "" {
			e.say(wordWritten, c.Output)
		} else {
			e.say(wordNotWritten)
		}
	}
	if !plan.Verdict.Feasible {
		return errNo
	}
	return nil
}

// noteDoubts says beside the answer that there are doubts, without repeating
// what check prints.
func (e *env) noteDoubts(f *missionfile.File, n *network.Network) {
	doubts := review.Count(f).Doubts
	for _, d := range n.Doubts() {
		if d.Severity == sortie.Doubt && d.Rule != review.Assumed {
			doubts++
		}
	}
	if doubts > 0 {
		fmt.Fprintln(e.err, e.lang.Count(doubts, wordSeeCheck, shown(f.Name)))
	}
}

// writeWhole writes a file so that it is there whole or not at all.
func writeWhole(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, data, 0o644) // a device such as /dev/stdout
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	return err
}

// same reports whether two paths name the same file.
func same(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}
