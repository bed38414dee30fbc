package main

import (
	"encoding/json"
	"os"
	"strconv"
	"time"

	"sortie"
	"sortie/bench/instances"
	"sortie/check"
)

// result is what a plan for an instance comes to. Figures and bound are the
// verifier's.
type result struct {
	in      instances.Instance
	file    string // of the mission
	hash    string
	start   time.Time // operation.start
	plan    *sortie.Plan
	verdict sortie.Verdict
	bound   time.Time // of plans that deliver as much; zero: none was proven
	refused string    // why the verifier does not accept it; empty: it does
	took    time.Duration
}

// gapOf is the contract's: (closure − bound) / (bound − operation.start).
func gapOf(closure, bound, start time.Time) (float64, bool) {
	switch {
	case bound.IsZero() || closure.IsZero():
		return 0, false
	case closure.Equal(bound):
		return 0, true
	case !bound.After(start):
		return 0, false
	}
	return float64(closure.Sub(bound)) / float64(bound.Sub(start)), true
}

func (r *result) gap() (float64, bool) {
	if r.refused != "" || r.verdict.Closure == nil {
		return 0, false
	}
	return gapOf(*r.verdict.Closure, r.bound, r.start)
}

// answer is what `sortie verify --json` says.
type answer struct {
	Valid bool `json:"valid"`
	check.Report
	Bound *check.Proof `json:"bound"`
}

// accepted reports whether no rule is broken and nothing is said that is not
// so, of the bound too.
func (a *answer) accepted() bool { return a.complaint() == "" }

func (a *answer) complaint() string {
	switch {
	case len(a.Breaches) > 0:
		return string(a.Breaches[0].Rule) + ": " + a.Breaches[0].Message.String()
	case !a.Valid:
		return "not valid"
	case a.Bound != nil && !a.Bound.Valid:
		return "its bound: " + a.Bound.Message.String()
	case len(a.Differences) > 0:
		d := a.Differences[0]
		return d.Field + " says " + d.Says + ", is " + d.Is
	}
	return ""
}

// verified asks `sortie verify` about a plan.
func (b *bench) verified(mission, plan string) (*answer, error) {
	file := b.temp("verified.json")
	if _, err := b.run(file, "verify", mission, plan, "--json"); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	a := &answer{}
	return a, json.Unmarshal(data, a)
}

// workers are the cores that the set is planned with.
const workers = 2

// solved plans an instance for so long and has the plan verified.
func (b *bench) solved(in instances.Instance, limit time.Duration) (*result, error) {
	r, err := b.instance(in)
	if err != nil {
		return nil, err
	}
	plan := b.temp("plan.json")
	u, err := b.run(b.temp("answer.txt"), "plan", r.file, "-o", plan, "--for", limit.String(), "--workers", strconv.Itoa(workers), "--seed", "1")
	if err != nil {
		return nil, err
	}
	r.took = u.wall
	if u.stopped {
		r.refused = "no plan within " + patience.String()
		return r, nil
	}
	return r, b.judgeInto(r, plan)
}

// instance writes the mission of an instance for the program to read.
func (b *bench) instance(in instances.Instance) (*result, error) {
	m, err := missionOf(in)
	if err != nil {
		return nil, err
	}
	r := &result{in: in, start: m.Operation.Start}
	r.file, r.hash, err = writeInstance(b.tmp, in)
	return r, err
}

// judgeInto takes over what the verifier says of a plan.
func (b *bench) judgeInto(r *result, plan string) error {
	a, err := b.verified(r.file, plan)
	if err != nil {
		return err
	}
	if r.plan, err = readPlan(plan); err != nil {
		return err
	}
	r.verdict, r.refused = a.Verdict, a.complaint()
	if r.plan.MissionSHA256 != r.hash {
		r.refused = "it is a plan for another mission than " + r.in.Name
	}
	if a.Bound != nil && a.Bound.Valid {
		r.bound = a.Bound.Closure
	}
	return nil
}
