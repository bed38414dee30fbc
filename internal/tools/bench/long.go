package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"time"

	"sortie/solve"
)

const (
	settling   = 10 * time.Second // how long sortie plans when nothing else is said
	tenMinutes = 10 * time.Minute
	mostGained = 0.01 // of closure − operation.start, by the further minutes
)

// long measures what further minutes buy, in one search each: the best plan
// after ten seconds against the best at the end.
func (b *bench) long() error {
	for _, mission := range []struct{ name, path string }{
		{"Kazakhstan 2022, withdrawal", withdrawal}, {"Kazakhstan 2022, deployment", deployment},
	} {
		if err := b.further(mission.name, mission.path); err != nil {
			return fmt.Errorf("%s: %w", mission.path, err)
		}
	}
	return nil
}

func (b *bench) further(name, path string) error {
	begun := time.Now()
	m, n, err := compiled(path)
	if err != nil {
		return err
	}
	t := &track{begun: begun, marks: marks(settling + b.more)}
	ctx, cancel := context.WithDeadline(context.Background(), begun.Add(settling+b.more))
	defer cancel()
	found, err := solve.Plan(ctx, n, solve.Options{Seed: 1, Workers: runtime.NumCPU(), Progress: t.better})
	if err != nil {
		return err
	}
	v, err := judged(m, found.Plan)
	if err != nil {
		return err
	}
	t.pass(settling + b.more)
	first, last := t.at[0], t.at[len(t.at)-1]
	gained := float64(first.Closure.Sub(last.Closure)) / float64(first.Closure.Sub(m.Operation.Start))
	met := gained <= mostGained && first.Undelivered == last.Undelivered && first.Late == last.Late
	b.want(name+": gained by "+b.more.String()+" after the first 10 s, seed 1", "≤ 1 % of closure − start", met, "%.2f %%", 100*gained)
	zone := first.Closure.Location()
	if v.Closure != nil {
		zone = v.Closure.Location()
	}
	for i, p := range t.at {
		text := "closes " + p.Closure.In(zone).Format(closureLayout)
		if p.Undelivered > 0 || p.Late > 0 {
			text += fmt.Sprintf("; %d people and items not delivered, %d late", p.Undelivered, p.Late)
		}
		b.tell("After "+t.marks[i].String(), "%s", text)
	}
	b.tell("The plan at the end", "%s; %d schedules tried", outcome(v), found.Iterations)
	return nil
}

// track keeps the best plan at each mark of time.
type track struct {
	begun time.Time
	marks []time.Duration
	best  solve.Progress
	at    []solve.Progress
}

// marks are the moments to look at in a search of so long.
func marks(whole time.Duration) []time.Duration {
	all := []time.Duration{settling, 30 * time.Second, time.Minute, 2 * time.Minute, 5 * time.Minute}
	all = slices.DeleteFunc(all, func(d time.Duration) bool { return d >= whole && d > settling })
	if whole > settling {
		all = append(all, whole)
	}
	return all
}

// better takes note of a better plan.
func (t *track) better(p solve.Progress) {
	t.pass(time.Since(t.begun))
	t.best = p
}

// pass fills in the marks that lie before a moment, that one included.
func (t *track) pass(now time.Duration) {
	for len(t.at) < len(t.marks) && t.marks[len(t.at)] <= now {
		t.at = append(t.at, t.best)
	}
}
