// Package planning plans a mission from beginning to end: the search for plans,
// the bound on closure beside it, and the verifier's verdict on what comes of
// it. The command line and the runs of a server plan through it alone.
package planning

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"sortie"
	"sortie/check"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

// Options say how to plan.
type Options struct {
	By         string        // what made.by of the plan says
	Begun      time.Time     // since when made.seconds of the plan counts
	For        time.Duration // most time for the search; 0: no limit
	Iterations int           // most schedules to try; 0: no limit
	Seed       uint64
	Workers    int          // cores; less than one is one
	From       *sortie.Plan // a plan to start from; what comes out is no worse

	// Progress is called with each better plan and each better bound, one call
	// at a time. It must return soon: the search waits for it.
	Progress func(solve.Progress)

	// Planner searches; nil is solve.Plan.
	Planner Planner
}

// Planner has the shape of solve.Plan.
type Planner func(context.Context, *network.Network, solve.Options) (*solve.Result, error)

// Planned is what came of planning.
type Planned struct {
	Plan    *sortie.Plan // with the verifier's verdict, and a bound where there is one
	Report  check.Report // of that plan
	Lacking bool         // people lack where a task or floor needs them: no plan found keeps every rule
	Kept    bool         // nothing better than Options.From was found: these are its movements

	Iterations int // schedules that were tried
}

// Broken reports whether the planner broke a rule that it could have kept: the
// plan must not be used, and the fault is sortie's own.
func (p *Planned) Broken() bool {
	return len(p.Report.Differences) > 0 || len(p.Report.Breaches) > 0 && !p.Lacking
}

// Plan plans a mission, of which n is the network, until the time is up, the
// iterations are done, the plan is proven to close as early as any, or the
// context ends; each of these keeps the best plan. It returns the planner's
// error, and panics where the planner does, in the caller's goroutine.
func Plan(ctx context.Context, m *sortie.Mission, n *network.Network, o Options) (*Planned, error) {
	hash, err := missionfile.SHA256(m)
	if err != nil {
		return nil, err
	}
	limited, cancel := ctx, context.CancelFunc(func() {})
	if o.For > 0 {
		limited, cancel = context.WithTimeout(ctx, o.For)
	}
	defer cancel()
	found, beside, err := o.search(limited, cancel, n)
	if err != nil {
		return nil, err
	}
	plan := found.Plan
	plan.Made = sortie.Made{By: o.By, Seed: o.Seed, Seconds: seconds(time.Since(o.Begun))}
	plan.MissionSHA256 = hash
	out := &Planned{Plan: plan, Report: Judge(m, plan), Lacking: found.Lacking, Iterations: found.Iterations}
	if o.From != nil {
		if kept := better(m, o.From, plan); kept != nil {
			kept.Made, kept.MissionSHA256 = plan.Made, plan.MissionSHA256
			out.Plan, out.Report, out.Kept = kept, Judge(m, kept), true
		}
	}
	if len(out.Report.Breaches) == 0 && !out.Broken() {
		out.Plan.Verdict.Bound = beside.of(ctx, m, out.Plan, o.patience())
	}
	return out, nil
}

// longSearch is the least time of a search beside which the bound goes on where its fixed work ends.
const longSearch = 30 * time.Second

// search runs the solver with a bound beside it. Time that limits the search, or
// a plan that is proven, ends both; iterations end the search alone.
func (o Options) search(ctx context.Context, cancel context.CancelFunc, n *network.Network) (*solve.Result, *bounding, error) {
	planner, stop := o.Planner, cancel
	if planner == nil {
		planner = solve.Plan
	}
	if o.Iterations > 0 || o.For == 0 {
		stop = nil
	} else {
		defer cancel()
	}
	beside := startBounding(ctx, n, o.Iterations == 0 && (o.For == 0 || o.For >= longSearch), stop, o.Progress)
	options := solve.Options{Seed: o.Seed, Workers: o.Workers, Iterations: o.Iterations, From: o.From, Progress: beside.update}
	if o.Iterations == 0 { // else the plan is not to depend on when the bound is found
		options.Proven = beside.settled
	}
	found, err := planner(ctx, n, options)
	return found, beside, err
}

// patience is how long the bound may still take once the search has ended: a
// tenth of the search's own time, or as long as it takes where iterations limit
// the search, so that the same iterations give the same bound on any machine.
func (o Options) patience() time.Duration {
	if o.Iterations > 0 || o.For == 0 {
		return forever
	}
	return o.For / 10
}

const forever = time.Duration(math.MaxInt64)

// Judge puts the verifier's verdict into the plan: the figures are its, what is
// left behind and why is the planner's. The report that it returns is of the
// plan with that verdict.
func Judge(m *sortie.Mission, plan *sortie.Plan) check.Report {
	report := check.Plan(m, plan)
	left, bound := plan.Verdict.LeftBehind, plan.Verdict.Bound
	plan.Verdict = report.Verdict
	plan.Verdict.LeftBehind, plan.Verdict.Bound = left, bound
	report.Differences = slices.DeleteFunc(report.Differences, func(d check.Difference) bool {
		return strings.HasPrefix(d.Field, "verdict.") || d.Field == "verdict"
	})
	return report
}

func seconds(d time.Duration) float64 {
	return float64(d.Round(10*time.Millisecond)) / float64(time.Second)
}
