package cli

import (
	"fmt"

	"sortie/repair"
)

type repairsCmd struct {
	Mission    string `arg:"" help:"${argMission}"`
	Plan       string `arg:"" help:"${argPlan}"`
	Iterations int    `placeholder:"N" help:"${repairsIterations}"`
	Seed       uint64 `default:"1" help:"${planSeed}"`
}

// Run answers whether a small change of the mission makes a plan better, and which.
func (c *repairsCmd) Run(e *env) error {
	if c.Iterations < 0 {
		return usageError(e.lang.Say(wordPositive, "--iterations"))
	}
	f, err := e.mission(c.Mission)
	if err != nil {
		return err
	}
	plan, err := e.readPlan(c.Plan, c.Mission)
	if err != nil {
		return err
	}
	e.compareMission(f.Mission, plan)
	tell := func(r *repair.Report) {
		if e.live.Width > 0 {
			fmt.Fprint(e.live.Err, "\r\x1b[K"+e.lang.Say(wordRepairsTried, r.Tried, r.Of))
		}
	}
	found, err := repair.Find(e.ctx, f.Mission, plan, repair.Options{Seed: c.Seed, Iterations: c.Iterations, Progress: tell})
	if e.live.Width > 0 {
		fmt.Fprint(e.live.Err, "\r\x1b[K")
	}
	switch {
	case e.ctx.Err() != nil:
		e.note(wordRepairsInterrupted)
		err = nil
	case err != nil:
		return usageError(e.lang.Say(wordRepairsFailed, c.Mission, cause(err)))
	}
	found.Word(f.Mission, e.lang)
	if e.json {
		err = e.writeJSON(found)
	} else {
		e.printRepairs(found)
	}
	if err == nil && len(found.Repairs) == 0 {
		return errNo
	}
	return err
}

// printRepairs writes the repairs, each with the keys of the mission that it changes.
func (e *env) printRepairs(r *repair.Report) {
	if r.Sentence != "" {
		e.line(r.Sentence)
		if len(r.Repairs) > 0 {
			e.blank()
		}
	}
	for i, found := range r.Repairs {
		e.line(fmt.Sprintf("%d. %s", i+1, found.Says))
		for _, c := range found.Changes {
			e.line("   " + e.lang.Say(wordRepairsKey, c.Path, or(c.From, "–"), or(c.To, "–")))
		}
	}
}
