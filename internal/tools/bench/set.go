package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"time"

	"sortie/bench/instances"
)

// bestFolder holds the best known results.
const bestFolder = "bench"

// chosen are the instances whose names match.
func chosen(expression string) ([]instances.Instance, error) {
	match, err := regexp.Compile(expression)
	if err != nil {
		return nil, err
	}
	set := slices.DeleteFunc(instances.All(), func(in instances.Instance) bool { return !match.MatchString(in.Name) })
	if len(set) == 0 {
		return nil, fmt.Errorf("no instance is called %s", expression)
	}
	return set, nil
}

// set plans every instance for so long and holds the results against the
// targets and against the best known.
func (b *bench) set() error {
	set, err := chosen(b.instances)
	if err != nil {
		return err
	}
	best, err := readBest(bestFolder)
	if err != nil {
		return err
	}
	s := &setTable{limit: b.limit, best: best}
	for _, in := range set {
		r, err := b.solved(in, b.limit)
		if err != nil {
			return fmt.Errorf("%s: %w", in.Name, err)
		}
		s.results = append(s.results, r)
		fmt.Fprintln(os.Stderr, " ", s.line(r))
		if b.updates {
			if err := b.update(best, r, b.by()); err != nil {
				return err
			}
		}
		r.plan = nil // the largest hold hundreds of megabytes
	}
	others := len(b.rows)
	b.targets(s)
	b.setTable = table(b.rows[others:]) + "\n" + s.String()
	b.rows = b.rows[:others]
	return nil
}

// by is the version that is measured, as the best known results name it.
func (b *bench) by() string {
	if b.at.commit == "" {
		return "sortie " + b.at.version
	}
	return "sortie " + b.at.version + " " + b.at.commit
}

// update keeps what is better in a result than the best known. Only what the
// verifier accepts counts.
func (b *bench) update(best *bestKnown, r *result, by string) error {
	if r.refused != "" {
		return nil
	}
	k := best.of(r.in.Name, r.hash)
	plan, bound := k.offer(r, by, time.Now().Format(time.DateOnly))
	if !plan && !bound {
		return nil
	}
	if err := b.keep(best, k, r, plan, bound); err != nil {
		return err
	}
	var order []string
	for _, in := range instances.All() {
		order = append(order, in.Name)
	}
	return best.write(order)
}

// handIn takes a plan by somebody else into the best known results, if it is
// better than what they have.
func (b *bench) handIn(path, by string) (err error) {
	if b.tmp, err = os.MkdirTemp("", "sortie-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.tmp)
	plan, err := readPlan(path)
	if err != nil {
		return err
	}
	for _, in := range instances.All() {
		m, err := missionOf(in)
		if err != nil {
			return err
		}
		if m.ID != plan.Mission {
			continue
		}
		r, err := b.instance(in)
		if err != nil {
			return err
		}
		if err := b.judgeInto(r, path); err != nil {
			return err
		}
		if r.refused != "" {
			return fmt.Errorf("sortie verify does not accept it: %s", r.refused)
		}
		best, err := readBest(bestFolder)
		if err != nil {
			return err
		}
		before := *best.of(in.Name, r.hash)
		if err := b.update(best, r, by); err != nil {
			return err
		}
		fmt.Printf("%s: %s\n", in.Name, handedIn(before, *best.rows[in.Name]))
		return nil
	}
	return fmt.Errorf("no instance has the mission %q", plan.Mission)
}

func handedIn(before, after known) string {
	switch {
	case before.by != after.by || before.figures != after.figures:
		return "the best known plan now"
	case !before.bound.Equal(after.bound):
		return "the best known bound now"
	}
	return "valid, and not better than the best known"
}
