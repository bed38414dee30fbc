package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"strings"
	"time"

	"sortie"
	"sortie/check"
	"sortie/internal/handcases"
	"sortie/missionfile"
	"sortie/network"
	"sortie/solve"
)

// handCases is the folder of the missions whose optimum was worked out by hand.
const handCases = "testdata/hand"

// hand gives every hand-worked mission a second on one core, reading included,
// and counts those that come out at exactly their optimum.
func (b *bench) hand() error {
	cases, err := handcases.Load(os.DirFS(handCases))
	if err != nil {
		return err
	}
	var missed []string
	var rates sample
	for _, c := range cases {
		v, rate, err := second(c)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
		rates = append(rates, rate)
		if !reached(c, v) {
			missed = append(missed, c.Name)
		}
	}
	found := fmt.Sprintf("%d of %d", len(cases)-len(missed), len(cases))
	text := found
	if len(missed) > 0 {
		text += "; not " + strings.Join(missed, ", ")
	}
	b.want("Hand-worked optima found within a second on one core", "all", len(missed) == 0, "%s", text).keep("By hand", found)
	proven, closing, err := b.proven(cases)
	if err != nil {
		return err
	}
	b.want("Of those that close, proven by `sortie plan --for 1s` on one core", "9 in 10", 10*proven >= 9*closing, "%d of %d", proven, closing)
	b.tell("Schedules a second in these", "%.0f (%.0f to %.0f)", rates.median(), rates.min(), rates.max())
	return nil
}

// proven counts the missions whose plan after a second closes at its bound, and
// those that close at all. Plan and bound pass the verifier.
func (b *bench) proven(cases []handcases.Case) (proven, closing int, err error) {
	mission, plan := b.temp("hand.yaml"), b.temp("plan.json")
	for _, c := range cases {
		if c.Closure == nil {
			continue
		}
		closing++
		if err := os.WriteFile(mission, c.Mission, 0o644); err != nil {
			return 0, 0, err
		}
		if _, err := b.run(b.temp("answer.txt"), "plan", mission, "-o", plan, "--for", "1s", "--workers", "1"); err != nil {
			return 0, 0, fmt.Errorf("%s: %w", c.Name, err)
		}
		a, err := b.verified(mission, plan)
		if err != nil {
			return 0, 0, fmt.Errorf("%s: %w", c.Name, err)
		}
		if a.accepted() && a.Bound != nil && a.Verdict.Closure != nil && a.Verdict.Closure.Equal(a.Bound.Closure) && a.Bound.Closure.Equal(*c.Closure) {
			proven++
		}
	}
	return proven, closing, nil
}

// second is the verdict on what one second finds, and the schedules tried in it.
func second(c handcases.Case) (sortie.Verdict, float64, error) {
	begun := time.Now()
	ctx, cancel := context.WithDeadline(context.Background(), begun.Add(time.Second))
	defer cancel()
	f := missionfile.Parse(c.Name+".yaml", c.Mission, nil)
	if f.Failed() {
		return sortie.Verdict{}, 0, fmt.Errorf("the mission has errors")
	}
	n, err := network.Compile(f.Mission)
	if err != nil {
		return sortie.Verdict{}, 0, err
	}
	found, err := solve.Plan(ctx, n, solve.Options{Seed: 1, Workers: 1})
	if err != nil {
		return sortie.Verdict{}, 0, err
	}
	rate := float64(found.Iterations) / time.Since(begun).Seconds()
	v, err := judged(f.Mission, found.Plan)
	return v, rate, err
}

// judged is the verifier's verdict; an error where the plan breaks a rule.
func judged(m *sortie.Mission, p *sortie.Plan) (sortie.Verdict, error) {
	report := check.Plan(m, p)
	if len(report.Breaches) > 0 {
		return report.Verdict, fmt.Errorf("the plan breaks %s: %s", report.Breaches[0].Rule, report.Breaches[0].Message)
	}
	return report.Verdict, nil
}

// reached reports whether a verdict is the optimum, as far as it was worked out.
func reached(c handcases.Case, v sortie.Verdict) bool {
	closes := v.Closure == nil && c.Closure == nil || v.Closure != nil && c.Closure != nil && v.Closure.Equal(*c.Closure)
	return closes && v.Undelivered == c.Undelivered && v.Late == c.Late && v.Tardiness == c.Tardiness &&
		(c.LiftHours == nil || math.Abs(v.LiftHours-*c.LiftHours) < 1e-6)
}
