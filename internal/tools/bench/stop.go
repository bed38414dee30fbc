package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"sortie"
	"sortie/internal/gen"
	"sortie/network"
	"sortie/solve"
)

// mostStop is how long the planner may take to end when it is told to, in
// seconds.
const mostStop = 0.05

// planFor is how long it plans before, so that it is in the middle of its search.
const planFor = 1500 * time.Millisecond

// stop measures how long the planner takes to hand over the best plan once its
// context is cancelled, where it has a plan already.
func (b *bench) stop() error {
	for _, mission := range []struct {
		name string
		read func() (*sortie.Mission, error)
	}{
		{"Kazakhstan 2022, withdrawal", func() (*sortie.Mission, error) { return read(withdrawal) }},
		{"Kabul 2021", func() (*sortie.Mission, error) { return read(kabulAir) }},
		{"Generated, 20,000 people", func() (*sortie.Mission, error) { return gen.Large(1, largePeople/10), nil }},
	} {
		m, err := mission.read()
		if err != nil {
			return err
		}
		n, err := network.Compile(m)
		if err != nil {
			return err
		}
		ends, err := repeat(max(1, b.runs/3), func() (time.Duration, error) { return stopped(m, n) })
		if err != nil {
			return fmt.Errorf("%s: %w", mission.name, err)
		}
		b.want(mission.name+": from the cancellation to the plan", "≤ 50 ms", ends.max() <= mostStop, "%v", ends)
	}
	return nil
}

// stopped cancels a search and returns how long it went on. The plan has to be valid.
func stopped(m *sortie.Mission, n *network.Network) (time.Duration, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var at time.Time
	time.AfterFunc(planFor, func() { at = time.Now(); cancel() })
	found, err := solve.Plan(ctx, n, solve.Options{Seed: 1, Workers: 2})
	took := time.Since(at)
	if err != nil {
		return 0, err
	}
	_, err = judged(m, found.Plan)
	return took, err
}

// firstPlan is how long it takes until the first valid plan of a mission that was read is there, as a file has it.
func firstPlan(path string) (time.Duration, error) {
	m, err := read(path)
	if err != nil {
		return 0, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var took, judging time.Duration
	invalid := errors.New("no plan was told of")
	begun := time.Now()
	n, err := network.Compile(m)
	if err != nil {
		return 0, err
	}
	_, err = solve.Plan(ctx, n, solve.Options{Seed: 1, Workers: 2, Progress: func(p solve.Progress) {
		if invalid == nil {
			return
		}
		plan := p.Plan()
		took = time.Since(begun) - judging
		if _, invalid = judged(m, plan); invalid == nil {
			cancel()
		}
		judging = time.Since(begun) - took
	}})
	return took, cmp.Or(err, invalid)
}
