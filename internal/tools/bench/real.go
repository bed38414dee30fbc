package main

import (
	"fmt"
	"time"

	"sortie"
	"sortie/check"
)

// The real missions that are measured.
const (
	withdrawal = "missions/kazakhstan-2022"
	deployment = "missions/kazakhstan-2022-deployment"
	kabulAir   = "missions/kabul-2021"
)

// Seconds that a first plan, and a check of the second mission's, may take.
const (
	mostKazakhstan = 0.3
	mostKabul      = 5.0
	mostCheck      = 0.2
)

// closureLayout is a closure to the minute, in the zone of the mission.
const closureLayout = "2006-01-02 15:04 -07:00"

// seeds are how many of them a closure is measured with.
const seeds = 3

// kazakhstan measures the first plans of both missions and what ten seconds
// make of them.
func (b *bench) kazakhstan() error {
	for _, mission := range []struct{ name, path string }{
		{"Kazakhstan 2022, withdrawal", withdrawal}, {"Kazakhstan 2022, deployment", deployment},
	} {
		f, err := b.first(b.runs, mission.path)
		if err != nil {
			return err
		}
		b.want(mission.name+": first valid plan", "< 300 ms", f.within(mostKazakhstan), "%v", &f).keep(mission.name, f.brief())
		b.tell("What it achieves", "%s", outcome(f.verdict))
		for seed := range seeds {
			plan := b.temp("plan.json")
			if _, err := b.run(b.temp("answer.txt"), "plan", mission.path, "-o", plan, "--seed", fmt.Sprint(seed+1), "--for", "10s"); err != nil {
				return err
			}
			v, breach, err := b.verify(mission.path, plan)
			if err != nil {
				return err
			}
			text := outcome(v)
			if breach != "" {
				text = "breaks " + breach + "; " + text
			}
			b.tell(fmt.Sprintf("After 10 s, seed %d", seed+1), "%s", text)
		}
	}
	return nil
}

// kabul measures the first plan of the mission, and how long the verifier
// takes over it.
func (b *bench) kabul() error {
	f, err := b.first(b.runs, kabulAir)
	if err != nil {
		return err
	}
	b.want("Kabul 2021: first valid plan", "< 5 s", f.within(mostKabul), "%v", &f).keep("Kabul 2021", f.brief())
	b.tell("What it achieves", "%s", outcome(f.verdict))
	m, err := read(kabulAir)
	if err != nil {
		return err
	}
	p, err := readPlan(f.plan)
	if err != nil {
		return err
	}
	times, err := repeat(b.runs, func() (time.Duration, error) {
		begun := time.Now()
		check.Plan(m, p)
		return time.Since(begun), nil
	})
	if err != nil {
		return err
	}
	b.want(fmt.Sprintf("Its check: %d movements", len(p.Movements)), "< 200 ms", times.median() < mostCheck, "%v", times).
		keep("Its check", seconds(times.median()))
	return nil
}

// outcome is the verdict in the order of the contract's objective.
func outcome(v sortie.Verdict) string {
	if v.Closure == nil {
		return "nothing delivered"
	}
	s := "closes " + v.Closure.Format(closureLayout)
	for _, part := range []struct {
		what string
		of   sortie.Counts
	}{{"not delivered", v.Undelivered}, {"late", v.Late}} {
		if part.of != (sortie.Counts{}) {
			s += fmt.Sprintf("; %d people and %d items %s", part.of.People, part.of.Items, part.what)
		}
	}
	if v.Tardiness > 0 {
		s += fmt.Sprintf("; tardiness %d", v.Tardiness)
	}
	return s + fmt.Sprintf("; %d sorties, %.0f lift hours", v.Sorties, v.LiftHours)
}
