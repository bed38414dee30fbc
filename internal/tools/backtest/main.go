// Command backtest plans a mission whose record says what happened, and writes
// the plan beside it, day by day, as a page of Markdown. `make backtest` makes
// docs/backtest-kazakhstan.md with it.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"sortie"
	"sortie/check"
	"sortie/explain"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

func main() {
	iterations := flag.Int("iterations", 5000, "iterations of the planner: the page is the same on any machine")
	quota := flag.Int("people-per-day", 580, "people_per_day as flown, for the second plan")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: backtest [flags] MISSION > page.md")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *iterations, *quota); err != nil {
		fmt.Fprintln(os.Stderr, "backtest:", err)
		os.Exit(1)
	}
}

func run(path string, iterations, quota int) error {
	f, err := missionfile.Read(path)
	if err != nil {
		return err
	}
	if f.Failed() {
		return fmt.Errorf("%s has errors: see sortie check", path)
	}
	p := &page{path: path, iterations: iterations, quota: quota, mission: f.Mission, flown: explain.ReportedSorties(f.Mission)}
	limited := *f.Mission
	limited.Operation.Drawdown.PeoplePerDay = &quota
	p.limitedMission = &limited
	if p.limited, err = plan(&limited, iterations, nil); err != nil {
		return err
	}
	// A plan that keeps the limit keeps every rule of the mission without it:
	// begun with it, the other one is no worse for want of iterations.
	if p.free, err = plan(f.Mission, iterations, p.limited); err != nil {
		return err
	}
	return p.write(os.Stdout)
}

// plan plans as `sortie plan --iterations N --seed 1 --workers 2 --from …` does.
func plan(m *sortie.Mission, iterations int, from *sortie.Plan) (*sortie.Plan, error) {
	n, err := network.Compile(m)
	if err != nil {
		return nil, err
	}
	found, err := solve.Plan(context.Background(), n, solve.Options{Seed: 1, Workers: 2, Iterations: iterations, From: from})
	if err != nil {
		return nil, err
	}
	report := check.Plan(m, found.Plan)
	if len(report.Breaches) > 0 {
		return nil, fmt.Errorf("the plan breaks %s: %s", report.Breaches[0].Rule, report.Breaches[0].Message)
	}
	found.Plan.Verdict = report.Verdict
	return found.Plan, nil
}
